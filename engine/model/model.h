// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A transformer, immutable after load: its plan and weights, and the forward pass of its architecture.
//
//   forward: ids at the next positions of a sequence -> the residual stream of every position, states brought up to date
//   logits:  one position's residual stream -> scores of all n_vocab tokens
//
// The lifetimes are types: ModelPlan and Weights (here, const, shared), Sequence (a chat), Activations (a forward pass, kept
// by the runner). Nothing here allocates, locks or logs inside a token, and nothing knows an instruction set or a thread:
// see model/arch/ for the layers, read top to bottom.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/base/function_ref.h"
#include "engine/base/result.h"
#include "engine/base/token.h"
#include "engine/cache/sequence.h"
#include "engine/gguf/gguf_file.h"
#include "engine/model/activations.h"
#include "engine/model/arch/architecture.h"
#include "engine/model/plan.h"
#include "engine/model/weights.h"

namespace vibrant {

class Model {
  public:
    // Keeps `file` mapped as long as the model lives. The architecture is the table's of the name the file gives; tests
    // may bring one of their own.
    [[nodiscard]] static Result<std::shared_ptr<const Model>> load(std::shared_ptr<const gguf::File> file);
    [[nodiscard]] static Result<std::shared_ptr<const Model>> load(std::shared_ptr<const gguf::File> file,
                                                                   const Architecture& architecture);

    [[nodiscard]] const Architecture& architecture() const { return architecture_; }
    [[nodiscard]] const ModelPlan& plan() const { return plan_; }
    [[nodiscard]] const Weights& weights() const { return weights_; }
    [[nodiscard]] const gguf::File& file() const { return *file_; }
    [[nodiscard]] Activations::Shape activations_shape(std::uint32_t max_batch, int n_threads, bool reference,
                                                       std::uint32_t context) const;

    // Evaluates `ids` (1 .. min(act.max_batch, sequence.max_append)) as the next positions of `sequence`. Afterwards the
    // last n_out rows of x (n, n_embd) are the residual streams of those positions; the others stop at the last layer's keys
    // and values, the only thing of theirs that is read. False if ctx.stop was requested: the positions are then not in
    // the sequence (which may have had to drop more, see Sequence::truncate). `layer_done` is told how many layers are
    // done. In kAct16 there is one id.
    [[nodiscard]] bool forward(const OpContext& ctx, ops::Precision precision, Sequence& sequence,
                               std::span<const TokenId> ids, std::size_t n_out,
                               FunctionRef<void(std::uint32_t n_layers)> layer_done, std::span<float> x,
                               Activations& act) const;

    // Scores of the token after the position whose residual stream is `x` (n_embd): act.logits (n_vocab), of which the
    // first n_tokens are computed. One row is memory-bound whatever its precision, so all but the reference compute it as
    // decode does.
    void logits(const OpContext& ctx, ops::Precision precision, const float* x, std::size_t n_tokens,
                Activations& act) const;

  private:
    Model(std::shared_ptr<const gguf::File> file, const Architecture& architecture, ModelPlan plan, Weights weights);

    std::shared_ptr<const gguf::File> file_;
    const Architecture& architecture_;
    ModelPlan plan_;
    Weights weights_;
    std::vector<std::vector<double>>
        rope_freqs_;  // per rotation (n_rot / 2): radians per position of each rotated pair
};

}  // namespace vibrant
