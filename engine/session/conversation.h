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
    [[nodiscard]] const Tuning& tuning() const { return tuning_; }
    [[nodiscard]] Profiler& profiler() { return profiler_; }
    [[nodiscard]] OpContext context(std::stop_token stop) {
        return {team_, kernels(), profiler_, std::move(stop), tuning_.gemv};
    }

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

    // Evaluates `ids` (at most options().prefill_chunk and kv().max_append(); one in decode) as the next positions, the
    // last n_out of them up to their output. False if cancelled: the cache is then as before. `layer_done` hears how many
    // of the model's layers are done.
    [[nodiscard]] bool evaluate(const OpContext& ctx, ops::Phase phase, std::span<const TokenId> ids, std::size_t n_out,
                                FunctionRef<void(std::uint32_t n_layers)> layer_done);
    // Scores after row `b` of the batch evaluated last, one of its n_out, as the model gives them: (n_vocab). kUnreadable
    // if the file is gone, kNumeric if they hold NaN or +inf. Undefined if ctx was cancelled.
    [[nodiscard]] Result<std::span<float>> logits(const OpContext& ctx, ops::Phase phase, std::size_t b);
    // The same for ids that an answer may hold: those of padding rows of the embedding and of tokens marked unused are
    // -inf; padding rows at the end (304 to 399 of Qwen2.5's) are not even computed.
    [[nodiscard]] Result<std::span<float>> answer_logits(const OpContext& ctx, std::size_t b);

  private:
    [[nodiscard]] Status check_logits(const OpContext& ctx, std::size_t n) const;
    Conversation(std::shared_ptr<const LoadedModel> loaded, const SessionOptions& options, const Tuning& tuning,
                 KvRing kv, Activations act);

    std::shared_ptr<const LoadedModel> loaded_;
    SessionOptions options_;
    Tuning tuning_;
    ThreadTeam team_;
    Profiler profiler_;
    KvRing kv_;
    Activations act_;
    std::vector<TokenId> cached_;    // ids at positions [0, min(kv.end(), capacity)); reserved for the capacity
    std::vector<TokenId> unusable_;  // sorted, all below n_usable_
    std::size_t n_usable_ = 0;       // one past the last id that an answer may hold
};

}  // namespace vibrant
