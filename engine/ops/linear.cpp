// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/ops/linear.h"

#include <algorithm>

#include "engine/base/check.h"

namespace vibrant::ops {
namespace {

// Multiply-adds between two looks at the stop token: half a millisecond to a millisecond of a core.
constexpr std::size_t kF32MacsPerStep = 32'000'000;
constexpr std::size_t kPrefillMacsPerStep = 256'000'000;
// Rows of one step of decode: a few MB of weights, long enough for the far-apart row streams.
constexpr std::size_t kDecodeRowsPerStep = 4096;
// A multiple of every row tile of the kernels: no tile is cut but at the end of a member's range.
constexpr std::size_t kRowGrain = 32;

std::size_t rows_per_step(std::size_t macs, const LinearInput& in) {
    const std::size_t rows = macs / (in.n_cols * in.n_batch);
    return std::max(kRowGrain, rows / kRowGrain * kRowGrain);
}

// kernel(begin, end, member) over the rows of w, each member in steps of `step`.
template <class Kernel>
void each_step(const OpContext& ctx, const Tensor& w, std::size_t step, Kernel&& kernel) {
    ctx.team.parallel_for(w.n_rows, kRowGrain, [&](std::size_t begin, std::size_t end, int member) {
        for (std::size_t row = begin; row < end && !ctx.cancelled(); row += step)
            kernel(row, std::min(row + step, end), static_cast<std::size_t>(member));
    });
}

const float* values_of(const Tensor& bias) { return reinterpret_cast<const float*>(bias.data); }

void multiply_f32(const OpContext& ctx, const Tensor& w, const Tensor& bias, const LinearInput& in,
                  float* y) {
    const auto kernel = ctx.kernels.matmul[static_cast<std::size_t>(w.type)];
    each_step(ctx, w, rows_per_step(kF32MacsPerStep, in),
              [&](std::size_t begin, std::size_t end, std::size_t) {
                  kernel({.weights = w.data,
                          .row_stride = w.row_stride,
                          .n_cols = w.n_cols,
                          .row_begin = begin,
                          .row_end = end,
                          .x = in.x,
                          .x_stride = w.n_cols,
                          .n_batch = in.n_batch,
                          .bias = values_of(bias),
                          .y = y,
                          .y_stride = w.n_rows});
              });
}

void multiply_prefill(const OpContext& ctx, const Tensor& w, const Tensor& bias,
                      const LinearInput& in, float* y) {
    const auto kernel = ctx.kernels.gemm[static_cast<std::size_t>(w.type)];
    const Act8 x = act8_at(in.buffers.input.data(), in.n_cols, in.n_batch);
    const std::size_t scratch = in.buffers.scratch.size() / static_cast<std::size_t>(ctx.team.size());
    each_step(ctx, w, rows_per_step(kPrefillMacsPerStep, in),
              [&](std::size_t begin, std::size_t end, std::size_t member) {
                  kernel({.weights = w.data,
                          .row_stride = w.row_stride,
                          .n_cols = w.n_cols,
                          .row_begin = begin,
                          .row_end = end,
                          .x = x,
                          .n_batch = in.n_batch,
                          .bias = values_of(bias),
                          .y = y,
                          .y_stride = w.n_rows,
                          .scratch = in.buffers.scratch.data() + member * scratch});
              });
}

void multiply_decode(const OpContext& ctx, const Tensor& w, const Tensor& bias,
                     const LinearInput& in, float* y) {
    const auto kernel = ctx.kernels.gemv[static_cast<std::size_t>(w.type)];
    const Act16 x = act16_at(in.buffers.input.data(), in.n_cols);
    each_step(ctx, w, kDecodeRowsPerStep, [&](std::size_t begin, std::size_t end, std::size_t) {
        kernel({.weights = w.data,
                .row_stride = w.row_stride,
                .n_cols = w.n_cols,
                .row_begin = begin,
                .row_end = end,
                .x = x,
                .bias = values_of(bias),
                .y = y});
    });
}

}  // namespace

std::size_t LinearBuffers::input_bytes(std::size_t max_cols, std::size_t max_batch) {
    return std::max(act16_bytes(max_cols), act8_bytes(max_cols, max_batch));
}

std::size_t LinearBuffers::scratch_bytes(std::size_t max_cols) {
    return (gemm_scratch_bytes(max_cols) + 63) / 64 * 64;
}

LinearInput make_input(const OpContext& ctx, Phase phase, const float* x, std::size_t n_batch,
                       std::size_t n_cols, const LinearBuffers& buffers) {
    const LinearInput in{phase, x, n_batch, n_cols, buffers};
    if (phase == Phase::kReference) return in;
    const Profiler::Scope scope(ctx.profiler, Zone::kQuantise);
    if (phase == Phase::kDecode) {
        VIBRANT_DCHECK(n_batch == 1);
        const Act16 out = act16_at(buffers.input.data(), n_cols);
        ctx.kernels.quantize_act16(x, 0, n_cols, out);
    } else {
        const Act8 out = act8_at(buffers.input.data(), n_cols, n_batch);
        ctx.team.parallel_for(n_batch, 1, [&](std::size_t begin, std::size_t end, int) {
            for (std::size_t b = begin; b < end; ++b)
                ctx.kernels.quantize_act8(x + b * n_cols, n_cols, out, b);
        });
    }
    return in;
}

void linear(const OpContext& ctx, Zone zone, const Tensor& w, const Tensor& bias,
            const LinearInput& in, float* y) {
    VIBRANT_DCHECK(w.n_cols == in.n_cols);
    const Profiler::Scope scope(ctx.profiler, zone, w.bytes());
    if (in.phase == Phase::kReference || !is_block_type(w.type))
        multiply_f32(ctx, w, bias, in, y);
    else if (in.phase == Phase::kPrefill)
        multiply_prefill(ctx, w, bias, in, y);
    else
        multiply_decode(ctx, w, bias, in, y);
}

}  // namespace vibrant::ops
