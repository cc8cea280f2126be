// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What one forward pass computes on its way: buffers for a batch of positions, in one arena, allocated with the runner and
// sized for the widest layer of the plan. (n_batch, width) row-major f32; only the rows of the current batch are
// meaningful.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/base/result.h"
#include "engine/memory/arena.h"
#include "engine/model/plan.h"
#include "engine/ops/attention.h"
#include "engine/ops/linear.h"

namespace vibrant {

struct Activations {
    std::uint32_t max_batch = 0;
    std::span<float> x;       // (max_batch, n_embd): the residual streams
    std::span<float> delta;   // (max_batch, n_embd): what a sub-layer adds to them
    std::span<float> q;       // (max_batch, widest q)
    std::span<float> k, v;    // (max_batch, widest kv)
    std::span<float> attn;    // (max_batch, widest q)
    std::span<float> logits;  // (n_vocab): of one position
    ops::AttentionBuffers attention;
    ops::LinearBuffers linear;  // inputs of matrix products, kernel scratch

    // Of one of the plan's rotations, (max_batch, n_rot / 2) each.
    struct Angles {
        std::span<float> cos, sin;
    };
    [[nodiscard]] const Angles& angles(std::size_t rope) const { return angles_[rope]; }

    struct Shape {
        std::uint32_t max_batch;
        int n_threads;
        bool float_hidden;      // see LinearShape
        std::uint32_t context;  // positions that attention may see
    };
    [[nodiscard]] static std::size_t bytes_needed(const ModelPlan& plan, const Shape& shape);
    [[nodiscard]] static Result<Activations> create(const ModelPlan& plan, const Shape& shape);
    [[nodiscard]] std::size_t bytes() const { return arena.size(); }

    Arena arena;

  private:
    template <class Visit>
    void each_buffer(const ModelPlan& plan, const Shape& shape, Visit&& visit);
    std::vector<Angles> angles_;
};

}  // namespace vibrant
