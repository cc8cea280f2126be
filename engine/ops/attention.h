// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Attention over the KV cache: where the kernels of one head and one tile meet positions, heads and the thread team.
// The promises of ops.h hold: no allocation, and results that depend on neither threads nor chunks.
#pragma once

#include <cstddef>

#include "engine/ops/linear.h"
#include "engine/ops/ops.h"

namespace vibrant::ops {

// One layer's keys and values as the cache lays them out: head h starts at h * head_stride.
struct KvView {
    std::byte* keys;
    std::byte* values;
    std::size_t head_stride;  // bytes
    KvType type;
    bool sliding = false;  // a query doesn't see all that an earlier one sees: no two share a tile

    // An 8-bit row has one scale, which an outlier would take for itself: keys and values are stored spread over all
    // dimensions (spread_heads), queries come spread too, and what attention adds up is turned back.
    [[nodiscard]] bool spread() const { return type == KvType::kInt8; }
};

// A long context is attended to in parts, which are joined in their order: 256 slots of 128 f16 values are 128 KB, some
// 15 us of work, and the cut depends on the number of slots alone.
inline constexpr std::size_t kAttendPart = 256;

struct AttentionBuffers {
    std::span<float> parts;            // (n_kv_heads, most parts, attend_part_size)
    std::span<std::uint32_t> arrived;  // (n_kv_heads): parts that are done; zero between two calls

    // Values of `parts` that attention over `context` positions needs.
    [[nodiscard]] static std::size_t part_values(std::size_t n_heads, std::size_t n_kv_heads, std::size_t head_dim,
                                                 std::size_t context) {
        const std::size_t n_parts = (context + kAttendPart - 1) / kAttendPart;
        return n_kv_heads * n_parts * attend_part_size(n_heads / n_kv_heads, head_dim);
    }
    // For the layer that needs most of either.
    template <class Visit>
    void each(std::size_t most_part_values, std::size_t most_kv_heads, Visit&& visit) {
        visit(parts, most_part_values);
        visit(arrived, most_kv_heads);
    }
};

// Turns heads [begin, end) of every row of x (n_batch, n_heads * head_dim) by the Walsh-Hadamard transform, in place.
// For the member that calls.
void spread_heads(const OpContext& ctx, float* x, std::size_t n_batch, std::size_t n_heads, std::size_t head_dim,
                  std::size_t begin, std::size_t end);

// Stores k and v (n_batch, n_kv_heads * head_dim) at slot(b).
void append_kv(const OpContext& ctx, const KvView& kv, const float* k, const float* v, std::size_t n_batch,
               std::size_t n_kv_heads, std::size_t head_dim, FunctionRef<std::uint32_t(std::size_t b)> slot);

// out[b] = softmax(q[b] K^T / sqrt(head_dim)) V over the slots visible to b; q and out (n_batch, n_heads * head_dim).
// n_heads is a multiple of n_kv_heads; head h reads KV head h / (n_heads / n_kv_heads). In kAct16 there is one row.
void attention(const OpContext& ctx, Precision precision, const KvView& kv, const float* q, std::size_t n_batch,
               std::size_t n_heads, std::size_t n_kv_heads, std::size_t head_dim,
               FunctionRef<SlotRuns(std::size_t b)> visible, const AttentionBuffers& buffers, float* out);

}  // namespace vibrant::ops
