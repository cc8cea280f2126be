// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A transformer, immutable after load: hyperparameters and weights, and the forward pass of its architecture.
//
//   forward: ids at positions [kv.end(), kv.end() + n) -> the residual stream of every position, keys and values cached
//   logits:  one position's residual stream -> scores of all n_vocab tokens
//
// The four lifetimes are four types: Hyperparams and Weights (here, const, shared by sessions), KvRing (a conversation),
// Activations (a forward pass). Nothing here allocates, locks or logs inside a token, and nothing knows an instruction
// set: see model/arch/ for the layers, read top to bottom.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "engine/base/function_ref.h"
#include "engine/base/result.h"
#include "engine/base/token.h"
#include "engine/cache/kv_ring.h"
#include "engine/gguf/gguf_file.h"
#include "engine/model/activations.h"
#include "engine/model/hyperparams.h"
#include "engine/model/weights.h"
#include "engine/ops/linear.h"
#include "engine/ops/ops.h"

namespace vibrant {

class Model {
  public:
    // Keeps `file` mapped as long as the model lives.
    [[nodiscard]] static Result<std::shared_ptr<const Model>> load(std::shared_ptr<const gguf::File> file);

    [[nodiscard]] const Hyperparams& hyperparams() const { return hp_; }
    [[nodiscard]] const Weights& weights() const { return weights_; }
    [[nodiscard]] const gguf::File& file() const { return *file_; }
    [[nodiscard]] Activations::Shape activations_shape(std::uint32_t max_batch, int n_threads, bool reference,
                                                       std::uint32_t context) const;
    [[nodiscard]] KvShape kv_shape(std::uint32_t capacity, KvType type) const;

    // Evaluates `ids` (1 .. min(act.max_batch, kv.max_append)) as the next positions of `kv`. Afterwards the last n_out rows
    // of act.x are the residual streams of those positions; the others stop at the last layer's keys and values, the only
    // thing of theirs that anybody reads. False if ctx.stop was requested: the positions are then not in the cache.
    // `layer_done` hears how many layers are done. The decode phase takes one id at a time.
    [[nodiscard]] bool forward(const OpContext& ctx, ops::Phase phase, std::span<const TokenId> ids, std::size_t n_out,
                               FunctionRef<void(std::uint32_t n_layers)> layer_done, KvRing& kv,
                               Activations& act) const;

    // Scores of the token after row `b` of the last batch, one of its n_out: act.logits (n_vocab), of which the first
    // n_tokens are computed. One row is memory-bound whatever its precision, so every phase but the reference computes it
    // as decode does.
    void logits(const OpContext& ctx, ops::Phase phase, std::size_t b, std::size_t n_tokens, Activations& act) const;

  private:
    Model(std::shared_ptr<const gguf::File> file, const Hyperparams& hp, Weights weights);

    std::shared_ptr<const gguf::File> file_;
    Hyperparams hp_;
    Weights weights_;
    std::vector<double> rope_freq_;  // (n_rot / 2): radians per position of each rotated pair
};

}  // namespace vibrant
