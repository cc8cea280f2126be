// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The stages of a layer on the CPU: one run of the thread team each, in which every member carries its share from the
// norm to the sum. A layer of attention and feed-forward has five of them; prompts add two short ones, which norm and
// quantise a batch once for all members. The forward pass (model/forward_pass.h) names them and owns what they work on;
// another device would have stages of its own.
// Costs: no allocation. Results depend on neither threads nor batch.
#pragma once

#include <cstddef>

#include "engine/ops/attention.h"
#include "engine/ops/linear.h"
#include "engine/ops/ops.h"

namespace vibrant::ops {

// Heads that one matrix of a stage computes: out (n, n_heads * head_dim) = W rows (+ bias).
struct HeadProjection {
    const Tensor& w;
    const Tensor& bias;       // or empty
    std::size_t n_heads = 0;  // 0: not computed
    float* out = nullptr;
    bool rotated = false;        // turned by position, after the norm
    const Norm* norm = nullptr;  // of each head by itself: (head_dim)
};

// Queries, keys and values, their heads in one line, so that the member that computes a head also norms and turns it.
struct QkvStage {
    HeadProjection q, k, v;
    Rotation rotation;
    bool spread = false;  // KvView::spread of the cache they go to
};
void project_qkv(const OpContext& ctx, Precision precision, const Rows& rows, const QkvStage& stage,
                 const LinearBuffers& buffers);

// The hidden layer silu(gate rows) * (up rows), for w_down to read.
[[nodiscard]] HiddenLayer swiglu(const OpContext& ctx, Precision precision, const Rows& rows, const Tensor& gate,
                                 const Tensor& up, const Tensor& w_down, const LinearBuffers& buffers);

// residual += w input + bias, (n, w.n_rows) each; `delta` is scratch of that size.
void add_product(const OpContext& ctx, Zone zone, const Tensor& w, const Tensor& bias, const StageInput& input,
                 std::size_t n, float* delta, float* residual);

// y (n_rows) = the first n_rows rows of w times one row of input.
void product_row(const OpContext& ctx, Zone zone, const Tensor& w, const StageInput& input, std::size_t n_rows,
                 float* y);

}  // namespace vibrant::ops
