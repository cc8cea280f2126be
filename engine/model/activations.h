// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What one forward pass computes on its way: buffers for a batch of positions, in one arena, allocated at session start.
// (n_batch, width) row-major f32; only the rows of the current batch are meaningful.
#pragma once

#include <cstddef>
#include <span>

#include "engine/base/result.h"
#include "engine/memory/arena.h"
#include "engine/model/hyperparams.h"
#include "engine/ops/attention.h"
#include "engine/ops/linear.h"

namespace vibrant {

struct Activations {
    std::uint32_t max_batch = 0;
    std::span<float> x;         // (max_batch, n_embd): the residual stream
    std::span<float> delta;     // (max_batch, n_embd): what a sub-layer adds to it
    std::span<float> q;         // (max_batch, q_width)
    std::span<float> k, v;      // (max_batch, kv_width)
    std::span<float> attn;      // (max_batch, q_width)
    std::span<float> cos, sin;  // (max_batch, n_rot / 2): RoPE angles of the batch's positions
    std::span<float> logits;    // (n_vocab): of one position
    ops::AttentionBuffers attention;
    ops::LinearBuffers linear;  // inputs of matrix products, kernel scratch

    struct Shape {
        std::uint32_t max_batch;
        int n_threads;
        bool float_hidden;      // see LinearShape
        std::uint32_t context;  // positions that attention may see
    };
    [[nodiscard]] static std::size_t bytes_needed(const Hyperparams& hp, const Shape& shape);
    [[nodiscard]] static Result<Activations> create(const Hyperparams& hp, const Shape& shape);
    [[nodiscard]] std::size_t bytes() const { return arena.size(); }

    Arena arena;
};

}  // namespace vibrant
