// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The architectures: one file each, one function each, top to bottom like the paper. They share the steps below, which
// name what the papers name; what differs between two architectures stands in their own files.
//
// A step is a stage: one run of the thread team, in which every member carries its share from the norm to the sum. A
// layer has five of them. Prompts add two short ones, which norm and quantise a batch once for all members.
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
    std::span<const TokenId> ids;                     // (n)
    std::uint64_t first;                              // absolute position of ids[0]
    std::size_t n_out;                                // the last positions of the batch whose output is wanted
    ops::Phase phase;                                 // precision of the matrix products
    FunctionRef<bool(std::uint32_t n_layers)> go_on;  // called after every layer; false ends the pass

    // act.x = embedding of ids
    void embed() const;
    // act.q, k, v = W RMSNorm(act.x) (+ bias); q and k turned by their positions
    void project_qkv(std::uint32_t layer, ops::RopePairing pairing) const;
    // Appends act.k, act.v to the cache of `layer`; act.attn = attention of act.q over all that each position sees.
    void attend(std::uint32_t layer) const;
    // act.x += W_o act.attn (+ bias)
    void add_attention_output(std::uint32_t layer) const;
    // act.x += W_down (silu(W_gate RMSNorm(act.x)) * W_up RMSNorm(act.x))
    void add_swiglu_ffn(std::uint32_t layer) const;

  private:
    [[nodiscard]] ops::KvView kv_view(std::uint32_t layer) const;
    // The positions that go on once a layer's keys and values are stored: [n - n_rows, n). Past the last layer nobody
    // reads the others: 1/28 of a 7B model's prompt, for all but its last position.
    [[nodiscard]] std::size_t n_rows(std::uint32_t layer) const;
    // act.x += w input + bias, for the rows that go on
    void add_product(Zone zone, std::uint32_t layer, const Tensor& w, const Tensor& bias,
                     const ops::StageInput& input) const;
};

// False if the pass was ended between layers.
[[nodiscard]] bool forward_llama(const ForwardPass& pass);
[[nodiscard]] bool forward_qwen2(const ForwardPass& pass);

}  // namespace vibrant::arch
