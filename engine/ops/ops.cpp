// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/ops/ops.h"

#include "engine/base/check.h"

namespace vibrant::ops {
void embed(const OpContext& ctx, const Tensor& table, std::span<const TokenId> ids, float* out) {
    const Profiler::Scope scope(ctx.profiler, Zone::kEmbed, ids.size() * table.row_stride);
    const auto decode = ctx.kernels.dequantize_row[static_cast<std::size_t>(table.type)];
    for (std::size_t b = 0; b < ids.size(); ++b) {
        VIBRANT_DCHECK(static_cast<std::size_t>(ids[b]) < table.n_rows);
        decode(table.row(static_cast<std::size_t>(ids[b])), table.n_cols, out + b * table.n_cols);
    }
}

void rotate_heads(const OpContext& ctx, const Rotation& rotation, float* x, std::size_t n_batch, std::size_t n_heads,
                  std::size_t begin, std::size_t end) {
    const auto rotate = rotation.pairing == RopePairing::kNeox ? ctx.kernels.rope_neox : ctx.kernels.rope_norm;
    const std::size_t half = rotation.n_rot / 2;
    for (std::size_t b = 0; b < n_batch; ++b) {
        float* row = x + b * n_heads * rotation.head_dim;
        for (std::size_t h = begin; h < end; ++h)
            rotate(row + h * rotation.head_dim, rotation.cos + b * half, rotation.sin + b * half, rotation.n_rot);
    }
}

void add(const OpContext& ctx, float* x, const float* y, std::size_t n_batch, std::size_t width, std::size_t begin,
         std::size_t end) {
    for (std::size_t b = 0; b < n_batch; ++b)
        ctx.kernels.add(x + b * width + begin, y + b * width + begin, end - begin);
}

}  // namespace vibrant::ops
