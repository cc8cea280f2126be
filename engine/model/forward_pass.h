// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The words an architecture's forward pass is written in. One pass takes n positions of one sequence, [first, first + n),
// through all layers. Every word is a stage of ops/stages.h on what the pass owns; norms are arguments and sums go to
// the residual stream by name, so that the order of both stands in the architecture's own file.
#pragma once

#include <cstdint>
#include <span>

#include "engine/base/function_ref.h"
#include "engine/base/token.h"
#include "engine/cache/sequence.h"
#include "engine/model/activations.h"
#include "engine/model/plan.h"
#include "engine/model/weights.h"
#include "engine/ops/stages.h"

namespace vibrant {

struct ForwardPass {
    const OpContext& ctx;
    const ModelPlan& plan;
    const Weights& weights;
    Sequence& sequence;  // `ids` are appended already
    Activations& act;
    std::span<float> x;                               // (n, n_embd): the residual stream
    std::span<const TokenId> ids;                     // (n)
    std::uint64_t first;                              // absolute position of ids[0]
    std::size_t n_out;                                // the last positions whose output is wanted
    ops::Precision precision;                         // of the matrix products
    FunctionRef<bool(std::uint32_t n_layers)> go_on;  // called after every layer; false ends the pass

    [[nodiscard]] std::uint32_t n_layers() const { return plan.n_layers(); }
    [[nodiscard]] const LayerWeights& layer(std::uint32_t i) const { return weights.layers[i]; }
    // RMSNorm with this gain, for the stage it is given to.
    [[nodiscard]] ops::Norm norm(const Tensor& gain) const { return {gain, plan.norm_eps}; }

    // x = embedding of ids
    void embed() const;
    // q, k, v = W norm(x) (+ bias), each head of q and k normed where the plan says so, then turned by its position
    void project_qkv(std::uint32_t layer, const ops::Norm& norm) const;
    // softmax(q K^T / sqrt(head_dim)) V over all that each position sees, k and v appended to the cache first
    [[nodiscard]] ops::Rows attend(std::uint32_t layer) const;
    // silu(W_gate norm(x)) * (W_up norm(x))
    [[nodiscard]] ops::HiddenLayer swiglu(std::uint32_t layer, const ops::Norm& norm) const;
    // x += w rows (+ bias)
    void add_product(std::uint32_t layer, const Tensor& w, const Tensor& bias, const ops::Rows& rows) const;
    void add_product(std::uint32_t layer, const Tensor& w, const Tensor& bias, const ops::HiddenLayer& hidden) const;

  private:
    [[nodiscard]] ops::KvView kv_view(std::uint32_t layer) const;
    // The positions that go on once a layer's keys and values are stored: the last n_rows of the n. Past the last layer
    // the others are not read any more: 1/28 of a 7B model's prompt, for all but its last position.
    [[nodiscard]] std::size_t n_rows(std::uint32_t layer) const;
    // Of x, those of the rows that go on.
    [[nodiscard]] float* residual(std::uint32_t layer) const;
    void add_product(std::uint32_t layer, Zone zone, const Tensor& w, const Tensor& bias,
                     const ops::StageInput& input) const;
};

}  // namespace vibrant
