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
    bool f16;
};

// Stores k and v (n_batch, n_kv_heads * head_dim) at slot(b).
void append_kv(const OpContext& ctx, const KvView& kv, const float* k, const float* v, std::size_t n_batch,
               std::size_t n_kv_heads, std::size_t head_dim, FunctionRef<std::uint32_t(std::size_t b)> slot);

// out[b] = softmax(q[b] K^T / sqrt(head_dim)) V over the slots visible to b; q and out (n_batch, n_heads * head_dim).
// n_heads is a multiple of n_kv_heads; head h reads KV head h / (n_heads / n_kv_heads).
void attention(const OpContext& ctx, const KvView& kv, const float* q, std::size_t n_batch, std::size_t n_heads,
               std::size_t n_kv_heads, std::size_t head_dim, FunctionRef<SlotRuns(std::size_t b)> visible, float* out,
               Phase phase = Phase::kDecode);

}  // namespace vibrant::ops
