// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/ops/linear.h"

#include <algorithm>

#include "engine/base/check.h"
#include "engine/base/checked.h"

namespace vibrant::ops {
namespace {

// Multiply-adds between two looks at the stop token: half a millisecond to a millisecond of a core.
constexpr std::size_t kF32MacsPerStep = 32'000'000;
constexpr std::size_t kPrefillMacsPerStep = 256'000'000;
// Rows of one step of decode: a few MB of weights, long enough for the far-apart row streams.
constexpr std::size_t kDecodeRowsPerStep = 4096;

std::size_t rows_per_step(std::size_t macs, const LinearInput& in) {
    const std::size_t rows = macs / (in.n_cols * in.n_batch);
    return std::max(kRowGrain, rows / kRowGrain * kRowGrain);
}

// kernel(begin, end) over [begin, end) in steps of `step` rows.
template <class Kernel>
void each_step(const OpContext& ctx, std::size_t begin, std::size_t end, std::size_t step, Kernel&& kernel) {
    for (std::size_t row = begin; row < end && !ctx.cancelled(); row += step) kernel(row, std::min(row + step, end));
}

const float* values_of(const Tensor& bias) {
    return reinterpret_cast<const float*>(bias.data);
}

void norm_row(const OpContext& ctx, const float* x, const Norm& norm, std::size_t n, float* out) {
    ctx.kernels.rms_norm(x, reinterpret_cast<const float*>(norm.gain.data), n, norm.eps, out);
}

// A member's own memory: this, then a normed row and its decode form, or a prompt's panels and the kernels' scratch.
struct alignas(64) OwnHeader {
    std::uint64_t made;    // the stage whose input lies behind, 0 for none
    std::uint64_t stages;  // so far; member 0's counts
};
std::size_t normed_row_bytes(std::size_t n_cols) {
    return padded_cols(n_cols) * sizeof(float);
}
std::size_t panel_bytes(std::size_t max_batch) {
    return 2 * max_batch * kGatePanel * sizeof(float);
}
OwnHeader& header(std::byte* own) {
    return *reinterpret_cast<OwnHeader*>(own);
}

// Rows [begin, end) of y (n_batch, y_stride).
void multiply(const OpContext& ctx, const Tensor& w, const Tensor& bias, const LinearInput& in, std::size_t begin,
              std::size_t end, float* y, std::size_t y_stride) {
    VIBRANT_DCHECK(w.n_cols == in.n_cols && end <= w.n_rows);
    const auto type = static_cast<std::size_t>(w.type);
    if (in.phase == Phase::kReference || !is_block_type(w.type)) {
        each_step(ctx, begin, end, rows_per_step(kF32MacsPerStep, in), [&](std::size_t first, std::size_t last) {
            ctx.kernels.matmul[type]({.weights = w.data,
                                      .row_stride = w.row_stride,
                                      .n_cols = w.n_cols,
                                      .row_begin = first,
                                      .row_end = last,
                                      .x = in.x,
                                      .x_stride = w.n_cols,
                                      .n_batch = in.n_batch,
                                      .bias = values_of(bias),
                                      .y = y,
                                      .y_stride = y_stride});
        });
    } else if (in.phase == Phase::kPrefill) {
        each_step(ctx, begin, end, rows_per_step(kPrefillMacsPerStep, in), [&](std::size_t first, std::size_t last) {
            ctx.kernels.gemm[type]({.weights = w.data,
                                    .row_stride = w.row_stride,
                                    .n_cols = w.n_cols,
                                    .row_begin = first,
                                    .row_end = last,
                                    .x = in.act8,
                                    .n_batch = in.n_batch,
                                    .bias = values_of(bias),
                                    .y = y,
                                    .y_stride = y_stride,
                                    .scratch = in.scratch});
        });
    } else {
        each_step(ctx, begin, end, kDecodeRowsPerStep, [&](std::size_t first, std::size_t last) {
            ctx.kernels.gemv[type]({.weights = w.data,
                                    .row_stride = w.row_stride,
                                    .n_cols = w.n_cols,
                                    .row_begin = first,
                                    .row_end = last,
                                    .x = in.act16,
                                    .bias = values_of(bias),
                                    .y = y,
                                    .tuning = ctx.gemv});
        });
    }
}

}  // namespace

std::size_t LinearBuffers::own_bytes(const LinearShape& shape) {
    const std::size_t widest = std::max(shape.max_cols, shape.n_ff);
    const std::size_t decode = normed_row_bytes(widest) + act16_bytes(widest);
    const std::size_t prefill = panel_bytes(shape.max_batch) + gemm_scratch_bytes(widest);
    return sizeof(OwnHeader) + round_up(std::max(decode, prefill), 64);
}

std::byte* LinearBuffers::own_of(int member) const {
    VIBRANT_DCHECK(member < n_members);
    return own.data() + static_cast<std::size_t>(member) * (own.size() / static_cast<std::size_t>(n_members));
}

StageInput::StageInput(const OpContext& ctx, Phase phase, const float* x, std::size_t n_batch, std::size_t n_cols,
                       const Norm* norm, const LinearBuffers& buffers)
    : StageInput(ctx, LinearInput{phase, x, n_batch, n_cols, {}, {}, nullptr, nullptr}, norm, buffers) {
    if (phase == Phase::kDecode) {
        VIBRANT_DCHECK(n_batch == 1);
        stage_ = ++header(buffers.own_of(0)).stages;
        return;
    }
    if (phase == Phase::kPrefill) in_.act8 = act8_at(buffers.shared.data(), n_cols, n_batch);
    if (norm) in_.x = buffers.normed.data();
    if (phase == Phase::kReference && !norm) return;
    const Profiler::Scope scope(ctx.profiler, Zone::kNorm);
    ctx.team.parallel_for(n_batch, 1, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t b = begin; b < end; ++b) {
            if (norm) norm_row(ctx, x + b * n_cols, *norm, n_cols, buffers.normed.data() + b * n_cols);
            if (phase == Phase::kPrefill) ctx.kernels.quantize_act8(in_.x + b * n_cols, 0, n_cols, in_.act8, b);
        }
    });
}

StageInput StageInput::hidden(const OpContext& ctx, Phase phase, std::size_t n_batch, const Tensor& w,
                              const LinearBuffers& buffers) {
    LinearInput in{phase, buffers.hidden.data(), n_batch, w.n_cols, {}, {}, nullptr, nullptr};
    if (phase == Phase::kPrefill && is_block_type(w.type)) {
        in.act8 = act8_at(buffers.hidden8.data(), w.n_cols, n_batch);
        in.x = nullptr;
    }
    StageInput input(ctx, in, nullptr, buffers);
    if (phase == Phase::kDecode) input.stage_ = ++header(buffers.own_of(0)).stages;
    return input;
}

LinearInput StageInput::of(int member) const {
    LinearInput in = in_;
    OwnHeader& mine = header(buffers_.own_of(member));
    std::byte* const own = reinterpret_cast<std::byte*>(&mine + 1);
    in.panels = reinterpret_cast<float*>(own);
    in.scratch = own + panel_bytes(buffers_.max_batch);
    if (in.phase != Phase::kDecode) return in;
    in.act16 = act16_at(own + normed_row_bytes(in.n_cols), in.n_cols);
    auto* const normed = reinterpret_cast<float*>(own);
    if (mine.made != stage_) {
        if (norm_) norm_row(ctx_, in.x, *norm_, in.n_cols, normed);
        ctx_.kernels.quantize_act16(norm_ ? normed : in.x, 0, in.n_cols, in.act16);
        mine.made = stage_;
    }
    if (norm_) in.x = normed;
    return in;
}

void linear_rows(const OpContext& ctx, const Tensor& w, const Tensor& bias, const LinearInput& in, std::size_t begin,
                 std::size_t end, float* y) {
    multiply(ctx, w, bias, in, begin, end, y, w.n_rows);
}

void gated_rows(const OpContext& ctx, const Tensor& gate, const Tensor& up, const LinearInput& in, std::size_t begin,
                std::size_t end, const StageInput& hidden) {
    const LinearBuffers& buffers = hidden.buffers_;
    if (in.phase == Phase::kDecode) {  // in one go: streams of weights should be long
        float *g = buffers.hidden.data(), *u = buffers.up.data();
        multiply(ctx, gate, {}, in, begin, end, g, gate.n_rows);
        multiply(ctx, up, {}, in, begin, end, u, up.n_rows);
        return ctx.kernels.swiglu(g + begin, u + begin, end - begin, g + begin);
    }
    float *const g = in.panels, *const u = g + in.n_batch * kGatePanel;
    for (std::size_t first = begin; first < end && !ctx.cancelled(); first += kGatePanel) {
        const std::size_t n = std::min(kGatePanel, end - first);
        multiply(ctx, gate.rows(first, n), {}, in, 0, n, g, n);
        multiply(ctx, up.rows(first, n), {}, in, 0, n, u, n);
        ctx.kernels.swiglu(g, u, in.n_batch * n, g);
        for (std::size_t b = 0; b < in.n_batch; ++b) {
            if (hidden.in_.x == nullptr)
                ctx.kernels.quantize_act8(g + b * n, first, first + n, hidden.in_.act8, b);
            else
                std::copy_n(g + b * n, n, buffers.hidden.data() + b * gate.n_rows + first);
        }
    }
}

}  // namespace vibrant::ops
