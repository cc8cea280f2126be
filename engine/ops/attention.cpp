// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/ops/attention.h"

#include <algorithm>
#include <cmath>

namespace vibrant::ops {
namespace {

// item(i) for each of n items by whoever is free, from the last, which sees most slots, to the first.
void each_item(const OpContext& ctx, std::size_t n, FunctionRef<void(std::size_t)> item) {
    ctx.team.parallel_for(n, 1, [&](std::size_t begin, std::size_t, int) {
        if (!ctx.cancelled()) item(n - 1 - begin);
    }, Cut::kSingle);
}

}  // namespace

void append_kv(const OpContext& ctx, const KvView& kv, const float* k, const float* v, std::size_t n_batch,
               std::size_t n_kv_heads, std::size_t head_dim, FunctionRef<std::uint32_t(std::size_t b)> slot) {
    const Profiler::Scope scope(ctx.profiler, Zone::kKvAppend);
    const auto store = [&](const float* from, std::byte* head, std::uint32_t at) {
        if (kv.f16)
            ctx.kernels.f32_to_f16(from, head_dim, reinterpret_cast<std::uint16_t*>(head) + at * head_dim);
        else
            std::copy_n(from, head_dim, reinterpret_cast<float*>(head) + at * head_dim);
    };
    for (std::size_t b = 0; b < n_batch; ++b) {
        const std::uint32_t at = slot(b);
        for (std::size_t h = 0; h < n_kv_heads; ++h) {
            const std::size_t from = (b * n_kv_heads + h) * head_dim;
            store(k + from, kv.keys + h * kv.head_stride, at);
            store(v + from, kv.values + h * kv.head_stride, at);
        }
    }
}

void attention(const OpContext& ctx, const KvView& kv, const float* q, std::size_t n_batch, std::size_t n_heads,
               std::size_t n_kv_heads, std::size_t head_dim, FunctionRef<SlotRuns(std::size_t b)> visible,
               float* out, Phase phase) {
    const std::size_t group = n_heads / n_kv_heads;
    const std::size_t value_bytes = kv.f16 ? 2 : 4;
    const std::size_t newest = visible(n_batch - 1).count();  // slots read at least once
    const Profiler::Scope scope(ctx.profiler, Zone::kAttention, 2 * n_kv_heads * newest * head_dim * value_bytes);
    const auto attend = kv.f16 ? ctx.kernels.attend_f16 : ctx.kernels.attend_f32;
    const float scale = 1.0f / std::sqrt(static_cast<float>(head_dim));

    // A prompt over an f16 cache: as many neighbouring positions at once as fit a query tile. Also for a chunk of one
    // position, so that the cut into chunks doesn't show.
    if (phase == Phase::kPrefill && kv.f16 && group <= kAttendTileRows && head_dim % 4 == 0 &&
        head_dim <= kAttendTileDim) {
        const std::size_t per_tile = kAttendTileRows / group, n_tiles = (n_batch + per_tile - 1) / per_tile;
        each_item(ctx, n_tiles * n_kv_heads, [&](std::size_t item) {
            const std::size_t b = item / n_kv_heads * per_tile, h = item % n_kv_heads;
            const std::size_t n = std::min(per_tile, n_batch - b), at = (b * n_heads + h * group) * head_dim;
            const SlotRuns runs = visible(b + n - 1);
            ctx.kernels.attend_tile_f16({.q = q + at,
                                         .stride = n_heads * head_dim,
                                         .n_positions = n,
                                         .group = group,
                                         .head_dim = head_dim,
                                         .k = kv.keys + h * kv.head_stride,
                                         .v = kv.values + h * kv.head_stride,
                                         .runs = runs.span(),
                                         .scale = scale,
                                         .out = out + at});
        });
        return;
    }

    // One item per query position and KV head.
    each_item(ctx, n_batch * n_kv_heads, [&](std::size_t item) {
        const std::size_t b = item / n_kv_heads, h = item % n_kv_heads;
        const SlotRuns runs = visible(b);
        const std::size_t at = (b * n_heads + h * group) * head_dim;
        attend({.q = q + at,
                .group = group,
                .head_dim = head_dim,
                .k = kv.keys + h * kv.head_stride,
                .v = kv.values + h * kv.head_stride,
                .runs = runs.span(),
                .scale = scale,
                .out = out + at});
    });
}

}  // namespace vibrant::ops
