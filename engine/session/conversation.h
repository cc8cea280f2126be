// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The state of one conversation behind Session: what is in the KV cache and the buffers to go on from there.
// Private to session/.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/model/model.h"
#include "engine/session/session.h"

namespace vibrant {

// Prompts are evaluated in f32 at default precision too. ops::Phase::kPrefill (8-bit activations) is faster, but on the
// golden models its mean KL divergence to the float64 reference is 1e-3, a hundred times the 1e-5 promised by default.
inline constexpr ops::Phase kPrefillPhase = ops::Phase::kPrefill;

class Conversation {
  public:
    [[nodiscard]] static Result<std::unique_ptr<Conversation>> create(std::shared_ptr<const LoadedModel> loaded,
                                                                      SessionOptions options);

    [[nodiscard]] const LoadedModel& loaded() const { return *loaded_; }
    [[nodiscard]] const SessionOptions& options() const { return options_; }  // every field resolved
    [[nodiscard]] const Hyperparams& hyperparams() const { return loaded_->model->hyperparams(); }
    [[nodiscard]] KvRing& kv() { return kv_; }
    [[nodiscard]] std::size_t buffer_bytes() const { return act_.bytes(); }
    [[nodiscard]] ThreadTeam& team() { return team_; }
    [[nodiscard]] Profiler& profiler() { return profiler_; }
    [[nodiscard]] OpContext context(std::stop_token stop) { return {team_, kernels(), profiler_, std::move(stop)}; }

    // Whether `ids` can be evaluated: not empty, inside the vocabulary, and within the context with `room` tokens to
    // spare (1 for a prompt that wants an answer).
    [[nodiscard]] Status check_ids(std::span<const TokenId> ids, std::uint32_t room) const;

    // Drops what the cache does not share with `ids`; of those the last is always dropped, its logits are needed.
    // Returns the number of positions kept.
    std::uint32_t reuse_prefix(std::span<const TokenId> ids);
    // Forgets everything.
    void clear();

    // The precision of prefill and decode: both are the reference where the session asks for it.
    [[nodiscard]] ops::Phase phase(ops::Phase fast) const {
        return options_.precision == Precision::kReference ? ops::Phase::kReference : fast;
    }

    // Evaluates `ids` (at most options().prefill_chunk and kv().max_append(); one in decode) as the next positions. False if cancelled:
    // the cache is then as before.
    [[nodiscard]] bool evaluate(const OpContext& ctx, ops::Phase phase, std::span<const TokenId> ids);
    // Scores after row `b` of the batch evaluated last, as the model gives them: (n_vocab). kUnreadable if the file is
    // gone, kNumeric if they hold NaN or +inf. Undefined if ctx was cancelled.
    [[nodiscard]] Result<std::span<float>> logits(const OpContext& ctx, ops::Phase phase, std::size_t b);
    // Scores of ids that no answer may hold become -inf: padding rows of the embedding, tokens marked unused.
    void mask_unusable(std::span<float> logits) const;

  private:
    Conversation(std::shared_ptr<const LoadedModel> loaded, const SessionOptions& options, KvRing kv, Activations act);

    std::shared_ptr<const LoadedModel> loaded_;
    SessionOptions options_;
    ThreadTeam team_;
    Profiler profiler_;
    KvRing kv_;
    Activations act_;
    std::vector<TokenId> cached_;    // ids at positions [0, min(kv.end(), capacity)); reserved for the capacity
    std::vector<TokenId> unusable_;  // sorted
};

}  // namespace vibrant
