// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The architectures: one file each, one function each, top to bottom like the paper. They share the steps below, which
// name what the papers name; what differs between two architectures stands in their own files.
#pragma once

#include <cstdint>
#include <span>

#include "engine/base/token.h"
#include "engine/cache/kv_ring.h"
#include "engine/model/activations.h"
#include "engine/model/hyperparams.h"
#include "engine/model/weights.h"
#include "engine/ops/attention.h"
#include "engine/ops/ops.h"

namespace vibrant::arch {

// One forward pass over a batch of n positions, [first, first + n), whose slots the cache has made room for.
struct ForwardPass {
    const OpContext& ctx;
    const Hyperparams& hp;
    const Weights& weights;
    KvRing& kv;
    Activations& act;
    std::span<const TokenId> ids;  // (n)
    std::uint64_t first;           // absolute position of ids[0]
    ops::Phase phase;              // precision of the matrix products

    [[nodiscard]] std::size_t n() const { return ids.size(); }

    // act.x = embedding of ids
    void embed() const;
    // act.normed = RMSNorm(act.x) * weight
    void norm(const Tensor& weight) const;
    // `x` (n, n_cols) as the input of matrix products
    [[nodiscard]] ops::LinearInput input(std::span<const float> x, std::size_t n_cols) const;
    // act.q, k, v = W act.normed (+ bias)
    void project_qkv(const LayerWeights& layer) const;
    // Turns act.q and act.k by their positions.
    void rotate(ops::RopePairing pairing) const;
    // Appends act.k, act.v to the cache of `layer`; act.attn = attention of act.q over all that each position sees.
    void attend(std::uint32_t layer) const;
    // act.x += W_o act.attn (+ bias)
    void add_attention_output(const LayerWeights& layer) const;
    // act.x += W_down (silu(W_gate act.normed) * W_up act.normed)
    void add_swiglu_ffn(const LayerWeights& layer) const;
};

// False if the pass was cancelled between layers.
[[nodiscard]] bool forward_llama(const ForwardPass& pass);
[[nodiscard]] bool forward_qwen2(const ForwardPass& pass);

}  // namespace vibrant::arch
