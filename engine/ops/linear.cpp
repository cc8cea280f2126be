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
constexpr std::size_t kAct8MacsPerStep = 256'000'000;
// Rows of one step of decode: a few MB of weights, long enough for the far-apart row streams.
constexpr std::size_t kAct16RowsPerStep = 4096;

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

// The input with the member's own memory for kernels and panels.
LinearInput with_own(LinearInput in, const LinearBuffers& buffers, int member) {
    std::byte* const own = reinterpret_cast<std::byte*>(&header(buffers.own_of(member)) + 1);
    in.panels = reinterpret_cast<float*>(own);
    in.scratch = own + panel_bytes(buffers.max_batch);
    return in;
}

// Rows [begin, end) of y (n_batch, y_stride).
void multiply(const OpContext& ctx, const Tensor& w, const Tensor& bias, const LinearInput& in, std::size_t begin,
              std::size_t end, float* y, std::size_t y_stride) {
    VIBRANT_DCHECK(w.n_cols == in.n_cols && end <= w.n_rows);
    const auto type = static_cast<std::size_t>(w.type);
    if (in.precision == Precision::kF32 || !is_block_type(w.type)) {
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
    } else if (in.precision == Precision::kAct8) {
        each_step(ctx, begin, end, rows_per_step(kAct8MacsPerStep, in), [&](std::size_t first, std::size_t last) {
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
        each_step(ctx, begin, end, kAct16RowsPerStep, [&](std::size_t first, std::size_t last) {
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

FloatRows::FloatRows(const OpContext& ctx, const Rows& rows, const LinearBuffers& buffers)
    : in_{Precision::kF32, rows.x, rows.n, rows.n_cols, {}, {}, nullptr, nullptr}, buffers_(buffers) {
    if (!rows.norm) return;
    in_.x = buffers.normed.data();
    const Profiler::Scope scope(ctx.profiler, Zone::kNorm);
    ctx.team.parallel_for(rows.n, 1, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t b = begin; b < end; ++b)
            norm_row(ctx, rows.x + b * rows.n_cols, *rows.norm, rows.n_cols, buffers.normed.data() + b * rows.n_cols);
    });
}

LinearInput FloatRows::prepare(int member) const {
    return with_own(in_, buffers_, member);
}

Act8Rows::Act8Rows(const OpContext& ctx, const Rows& rows, const LinearBuffers& buffers)
    : in_{Precision::kAct8, rows.norm ? buffers.normed.data() : rows.x, rows.n, rows.n_cols, {}, {}, nullptr, nullptr},
      buffers_(buffers) {
    in_.act8 = act8_at(buffers.shared.data(), rows.n_cols, rows.n);
    const Profiler::Scope scope(ctx.profiler, Zone::kNorm);
    ctx.team.parallel_for(rows.n, 1, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t b = begin; b < end; ++b) {
            const std::size_t at = b * rows.n_cols;
            if (rows.norm) norm_row(ctx, rows.x + at, *rows.norm, rows.n_cols, buffers.normed.data() + at);
            ctx.kernels.quantize_act8(in_.x + at, 0, rows.n_cols, in_.act8, b);
        }
    });
}

Act8Rows::Act8Rows(const Act8& act8, std::size_t n, std::size_t n_cols, const LinearBuffers& buffers)
    : in_{Precision::kAct8, nullptr, n, n_cols, act8, {}, nullptr, nullptr}, buffers_(buffers) {}

LinearInput Act8Rows::prepare(int member) const {
    return with_own(in_, buffers_, member);
}

Act16Row::Act16Row(const OpContext& ctx, const Rows& row, const LinearBuffers& buffers)
    : ctx_(ctx),
      in_{Precision::kAct16, row.x, 1, row.n_cols, {}, {}, nullptr, nullptr},
      norm_(row.norm),
      buffers_(buffers),
      stage_(++header(buffers.own_of(0)).stages) {
    VIBRANT_DCHECK(row.n == 1);
}

LinearInput Act16Row::prepare(int member) const {
    LinearInput in = with_own(in_, buffers_, member);
    OwnHeader& mine = header(buffers_.own_of(member));
    std::byte* const own = reinterpret_cast<std::byte*>(&mine + 1);
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

StageInput::StageInput(const OpContext& ctx, Precision precision, const Rows& rows, const LinearBuffers& buffers)
    : rows_(precision == Precision::kF32    ? Any(FloatRows(ctx, rows, buffers))
            : precision == Precision::kAct8 ? Any(Act8Rows(ctx, rows, buffers))
                                            : Any(Act16Row(ctx, rows, buffers))) {}

HiddenLayer::HiddenLayer(Precision precision, std::size_t n, const Tensor& w, const LinearBuffers& buffers)
    : precision_(precision),
      form_(precision == Precision::kAct8 && is_block_type(w.type) ? Form::kBytes : Form::kFloats),
      n_(n),
      n_cols_(w.n_cols),
      buffers_(buffers) {}

StageInput HiddenLayer::input(const OpContext& ctx) const {
    if (form_ == Form::kBytes)
        return StageInput(Act8Rows(act8_at(buffers_.hidden8.data(), n_cols_, n_), n_, n_cols_, buffers_));
    const Rows rows{buffers_.hidden.data(), n_, n_cols_};
    // A prompt's floats are there because w is multiplied in f32.
    return {ctx, precision_ == Precision::kAct8 ? Precision::kF32 : precision_, rows, buffers_};
}

void linear_rows(const OpContext& ctx, const Tensor& w, const Tensor& bias, const LinearInput& in, std::size_t begin,
                 std::size_t end, float* y) {
    multiply(ctx, w, bias, in, begin, end, y, w.n_rows);
}

void gated_rows(const OpContext& ctx, const Tensor& gate, const Tensor& up, const LinearInput& in, std::size_t begin,
                std::size_t end, const HiddenLayer& hidden) {
    const LinearBuffers& buffers = hidden.buffers_;
    if (in.precision == Precision::kAct16) {  // in one go: streams of weights should be long
        float *g = buffers.hidden.data(), *u = buffers.up.data();
        multiply(ctx, gate, {}, in, begin, end, g, gate.n_rows);
        multiply(ctx, up, {}, in, begin, end, u, up.n_rows);
        return ctx.kernels.swiglu(g + begin, u + begin, end - begin, g + begin);
    }
    const bool bytes = hidden.form_ == HiddenLayer::Form::kBytes;
    const Act8 act8 = bytes ? act8_at(buffers.hidden8.data(), hidden.n_cols_, hidden.n_) : Act8{};
    float *const g = in.panels, *const u = g + in.n_batch * kGatePanel;
    for (std::size_t first = begin; first < end && !ctx.cancelled(); first += kGatePanel) {
        const std::size_t n = std::min(kGatePanel, end - first);
        multiply(ctx, gate.rows(first, n), {}, in, 0, n, g, n);
        multiply(ctx, up.rows(first, n), {}, in, 0, n, u, n);
        ctx.kernels.swiglu(g, u, in.n_batch * n, g);
        for (std::size_t b = 0; b < in.n_batch; ++b) {
            if (bytes)
                ctx.kernels.quantize_act8(g + b * n, first, first + n, act8, b);
            else
                std::copy_n(g + b * n, n, buffers.hidden.data() + b * gate.n_rows + first);
        }
    }
}

}  // namespace vibrant::ops
