// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/ops/ops.h"

#include <algorithm>

#include "engine/base/check.h"

namespace vibrant::ops {
namespace {

// Values per member below which waking the team (0.2 us spinning, more when asleep) costs more than the work.
constexpr std::size_t kElementwiseGrain = 4096;

}  // namespace

void embed(const OpContext& ctx, const Tensor& table, std::span<const TokenId> ids, float* out) {
    const Profiler::Scope scope(ctx.profiler, Zone::kEmbed, ids.size() * table.row_stride);
    const auto decode = ctx.kernels.dequantize_row[static_cast<std::size_t>(table.type)];
    for (std::size_t b = 0; b < ids.size(); ++b) {
        VIBRANT_DCHECK(static_cast<std::size_t>(ids[b]) < table.n_rows);
        decode(table.row(static_cast<std::size_t>(ids[b])), table.n_cols, out + b * table.n_cols);
    }
}

void rms_norm(const OpContext& ctx, const float* x, const Tensor& weight, std::size_t n_batch, float eps,
              float* out) {
    const Profiler::Scope scope(ctx.profiler, Zone::kNorm);
    const auto* gain = reinterpret_cast<const float*>(weight.data);
    const std::size_t n = weight.n_cols;
    const std::size_t rows_per_member = std::max<std::size_t>(1, kElementwiseGrain / n);
    ctx.team.parallel_for(n_batch, rows_per_member, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t b = begin; b < end; ++b) ctx.kernels.rms_norm(x + b * n, gain, n, eps, out + b * n);
    });
}

void rope(const OpContext& ctx, RopePairing pairing, float* x, std::size_t n_batch, std::size_t n_heads,
          std::size_t head_dim, std::size_t n_rot, const float* cos, const float* sin) {
    const Profiler::Scope scope(ctx.profiler, Zone::kRope);
    const auto rotate = pairing == RopePairing::kNeox ? ctx.kernels.rope_neox : ctx.kernels.rope_norm;
    const std::size_t half = n_rot / 2;
    const std::size_t grain = std::max<std::size_t>(1, kElementwiseGrain / (n_heads * head_dim));
    ctx.team.parallel_for(n_batch, grain, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t b = begin; b < end; ++b) {
            float* row = x + b * n_heads * head_dim;
            for (std::size_t h = 0; h < n_heads; ++h)
                rotate(row + h * head_dim, cos + b * half, sin + b * half, n_rot);
        }
    });
}

void swiglu(const OpContext& ctx, float* gate, const float* up, std::size_t n) {
    const Profiler::Scope scope(ctx.profiler, Zone::kSwiGlu);
    ctx.team.parallel_for(n, kElementwiseGrain, [&](std::size_t begin, std::size_t end, int) {
        ctx.kernels.swiglu(gate + begin, up + begin, end - begin, gate + begin);
    });
}

void add(const OpContext& ctx, float* x, const float* y, std::size_t n) {
    const Profiler::Scope scope(ctx.profiler, Zone::kNorm);
    ctx.team.parallel_for(n, kElementwiseGrain, [&](std::size_t begin, std::size_t end, int) {
        ctx.kernels.add(x + begin, y + begin, end - begin);
    });
}

}  // namespace vibrant::ops
