// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/ops/attention.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "engine/base/check.h"

namespace vibrant::ops {
namespace {

// One call of attention().
struct Job {
    const OpContext& ctx;
    const KvView& kv;
    const float* q;
    std::size_t n_batch, n_heads, n_kv_heads, head_dim;
    FunctionRef<SlotRuns(std::size_t b)> visible;
    float* out;

    [[nodiscard]] std::size_t group() const { return n_heads / n_kv_heads; }
    // Where position b's heads of KV head h begin, in q and out.
    [[nodiscard]] std::size_t at(std::size_t b, std::size_t h) const { return (b * n_heads + h * group()) * head_dim; }
    [[nodiscard]] AttendArgs args(std::size_t b, std::size_t h, const SlotRuns& runs) const {
        return {.q = q + at(b, h),
                .group = group(),
                .head_dim = head_dim,
                .k = kv.keys + h * kv.head_stride,
                .v = kv.values + h * kv.head_stride,
                .runs = runs.span(),
                .scale = 1.0f / std::sqrt(static_cast<float>(head_dim)),
                .out = out + at(b, h)};
    }
    void attend(const AttendArgs& args) const {
        const KernelTable& k = ctx.kernels;
        (kv.type == KvType::kF32 ? k.attend_f32 : kv.type == KvType::kF16 ? k.attend_f16 : k.attend_i8)(args);
    }
    // To be called once the heads of `b` that read KV head h are done.
    void finish(std::size_t b, std::size_t h) const {
        if (!kv.spread()) return;
        for (std::size_t i = 0; i < group(); ++i) ctx.kernels.hadamard(out + at(b, h) + i * head_dim, head_dim);
    }
    // item(i) for each of n items, on the member that is free, from the last, which sees most slots, to the first.
    void each_item(std::size_t n, FunctionRef<void(std::size_t)> item) const {
        ctx.team.parallel_for(
            n, 1,
            [&](std::size_t begin, std::size_t, int) {
                if (!ctx.cancelled()) item(n - 1 - begin);
            },
            Cut::kSingle);
    }
};

// One item per query position and KV head.
void attend_positions(const Job& job) {
    job.each_item(job.n_batch * job.n_kv_heads, [&](std::size_t item) {
        const std::size_t b = item / job.n_kv_heads, h = item % job.n_kv_heads;
        const SlotRuns runs = job.visible(b);
        job.attend(job.args(b, h, runs));
        job.finish(b, h);
    });
}

// As many neighbouring positions at once as fit a query tile. Also for a chunk of one position, so that the cut into
// chunks doesn't show.
void attend_tiles(const Job& job) {
    const std::size_t per_tile = kAttendTileRows / job.group(), n_tiles = (job.n_batch + per_tile - 1) / per_tile;
    const auto attend_tile =
        job.kv.type == KvType::kF16 ? job.ctx.kernels.attend_tile_f16 : job.ctx.kernels.attend_tile_i8;
    job.each_item(n_tiles * job.n_kv_heads, [&](std::size_t item) {
        const std::size_t b = item / job.n_kv_heads * per_tile, h = item % job.n_kv_heads;
        const std::size_t n = std::min(per_tile, job.n_batch - b);
        const SlotRuns runs = job.visible(b + n - 1);
        const AttendArgs a = job.args(b, h, runs);
        attend_tile({.q = a.q,
                     .stride = job.n_heads * job.head_dim,
                     .n_positions = n,
                     .group = a.group,
                     .head_dim = a.head_dim,
                     .k = a.k,
                     .v = a.v,
                     .runs = a.runs,
                     .scale = a.scale,
                     .out = a.out});
        for (std::size_t i = 0; i < n; ++i) job.finish(b + i, h);
    });
}

// One item per KV head and part of the slots; the member that ends a head's last part joins them.
void attend_parts(const Job& job, const SlotRuns& runs, std::size_t n_parts, const AttentionBuffers& buffers) {
    const std::size_t size = attend_part_size(job.group(), job.head_dim);
    VIBRANT_DCHECK(job.n_kv_heads * n_parts * size <= buffers.parts.size());
    job.each_item(job.n_kv_heads * n_parts, [&](std::size_t item) {
        const std::size_t h = item / n_parts, p = item % n_parts;
        float* const parts = buffers.parts.data() + h * n_parts * size;
        const SlotRuns part = runs.slice(p * kAttendPart, kAttendPart);
        AttendArgs args = job.args(0, h, part);
        args.out = parts + p * size;
        args.max = args.out + job.group() * job.head_dim;
        args.sum = args.max + job.group();
        job.attend(args);
        // Releases this part and, for the last to arrive, acquires all others.
        const std::atomic_ref arrived(buffers.arrived[h]);
        if (arrived.fetch_add(1, std::memory_order_acq_rel) + 1 < n_parts) return;
        arrived.store(0, std::memory_order_relaxed);
        job.ctx.kernels.attend_merge({.parts = parts,
                                      .n_parts = n_parts,
                                      .part_stride = size,
                                      .group = job.group(),
                                      .head_dim = job.head_dim,
                                      .out = job.out + job.at(0, h)});
        job.finish(0, h);
    });
    // A cancelled run leaves items out.
    if (job.ctx.cancelled()) std::ranges::fill(buffers.arrived, 0u);
}

}  // namespace

void spread_heads(const OpContext& ctx, float* x, std::size_t n_batch, std::size_t n_heads, std::size_t head_dim,
                  std::size_t begin, std::size_t end) {
    for (std::size_t b = 0; b < n_batch; ++b)
        for (std::size_t h = begin; h < end; ++h) ctx.kernels.hadamard(x + (b * n_heads + h) * head_dim, head_dim);
}

void append_kv(const OpContext& ctx, const KvView& kv, const float* k, const float* v, std::size_t n_batch,
               std::size_t n_kv_heads, std::size_t head_dim, FunctionRef<std::uint32_t(std::size_t b)> slot) {
    const Profiler::Scope scope(ctx.profiler, Zone::kKvAppend);
    const auto store = [&](const float* from, std::byte* head, std::uint32_t at) {
        std::byte* const row = head + at * kv_row_bytes(kv.type, head_dim);
        switch (kv.type) {
            case KvType::kF32:
                std::copy_n(from, head_dim, reinterpret_cast<float*>(row));
                break;
            case KvType::kF16:
                ctx.kernels.f32_to_f16(from, head_dim, reinterpret_cast<std::uint16_t*>(row));
                break;
            case KvType::kInt8:
                ctx.kernels.f32_to_kv8(from, head_dim, row);
                break;
        }
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

void attention(const OpContext& ctx, Precision precision, const KvView& kv, const float* q, std::size_t n_batch,
               std::size_t n_heads, std::size_t n_kv_heads, std::size_t head_dim,
               FunctionRef<SlotRuns(std::size_t b)> visible, const AttentionBuffers& buffers, float* out) {
    const Job job{ctx, kv, q, n_batch, n_heads, n_kv_heads, head_dim, visible, out};
    const SlotRuns newest = visible(n_batch - 1);  // its slots are read at least once
    const Profiler::Scope scope(ctx.profiler, Zone::kAttention,
                                2 * n_kv_heads * newest.count() * kv_row_bytes(kv.type, head_dim));
    const bool fits_tile =
        !kv.sliding && job.group() <= kAttendTileRows && head_dim % 4 == 0 && head_dim <= kAttendTileDim;
    const std::size_t n_parts = (newest.count() + kAttendPart - 1) / kAttendPart;
    if (precision == Precision::kAct8 && kv.type != KvType::kF32 && fits_tile) return attend_tiles(job);
    if (precision == Precision::kAct16 && n_parts > 1) return attend_parts(job, newest, n_parts, buffers);
    attend_positions(job);
}

}  // namespace vibrant::ops
