// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What evaluates: one per loaded model, with the thread team, work buffers, tuning and profiler of the machine. The chats
// it works on are sequences, of which it knows none by itself: any number may take turns, or stand in one call.
//
// Guarantees: a sequence gets the same bits whatever stands beside it in a call, for any number of threads and any cut
// into calls of one use. A stop takes effect within 100 ms (checked between layers).
// Costs: memory once in create(); nothing is allocated in evaluate() or logits().
// Threads: one call at a time; profiler() from any.
#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "engine/cache/sequence.h"
#include "engine/model/model.h"
#include "engine/parallel/thread_team.h"
#include "engine/session/load.h"
#include "engine/session/model_summary.h"
#include "engine/tuning/tuning.h"

namespace vibrant {

struct RunnerOptions {
    std::uint32_t context = 0;  // tokens of a sequence at most; 0 = default_context()
    int threads = 0;            // 0 = what suits the machine, see tuning/tuning.h; never more than it has CPUs
    bool tune_anew = false;     // measure that even if it is known from an earlier start
    Fidelity fidelity = Fidelity::kDefault;
    KvType kv_type = KvType::kF16;  // kInt8 halves the cache and what attention reads; the reference always has kF32
    std::uint32_t prefill_chunk = kMaxBatch;  // tokens per forward pass, 1..kMaxBatch
};

class Runner {
  public:
    [[nodiscard]] static Result<std::unique_ptr<Runner>> create(std::shared_ptr<const LoadedModel> loaded,
                                                                RunnerOptions options);
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    [[nodiscard]] const LoadedModel& loaded() const { return *loaded_; }
    [[nodiscard]] const RunnerOptions& options() const { return options_; }  // every field resolved
    [[nodiscard]] const ModelPlan& plan() const { return loaded_->model->plan(); }
    [[nodiscard]] std::size_t buffer_bytes() const { return act_.bytes(); }
    [[nodiscard]] int threads() const { return team_.capacity(); }
    [[nodiscard]] const Tuning& tuning() const { return tuning_; }
    [[nodiscard]] Profiler& profiler() { return profiler_; }

    // An empty one of options().context positions.
    [[nodiscard]] Result<Sequence> create_sequence() const;
    // Whether `ids` can be evaluated: not empty, inside the vocabulary, and within a sequence's capacity with `room` tokens
    // to spare (1 for a prompt that wants an answer).
    [[nodiscard]] Status check_ids(std::span<const TokenId> ids, std::uint32_t capacity, std::uint32_t room) const;

    // What rows are evaluated for decides their precision, never how many there are.
    enum class Use : std::uint8_t { kPrompt, kAnswer };
    struct Rows {
        Sequence& sequence;  // each in one element of a call only
        std::span<const TokenId> ids;
        std::size_t n_out;  // of the last ids, the number whose logits may be asked for
    };
    // Evaluates each element's ids as the next positions of its sequence: at most options().prefill_chunk rows in all, and
    // of each no more than its sequence.max_append. False if `stop` was requested: every sequence is then back at where
    // it was, or as near as Sequence::truncate gets. `layer_done` is told how many layers of a pass are done.
    [[nodiscard]] bool evaluate(Use use, std::span<const Rows> batch,
                                FunctionRef<void(std::uint32_t n_layers)> layer_done, const std::stop_token& stop);
    // Scores after output row `out` of the last evaluate(), counted through its elements in order: (n_vocab), as the model
    // gives them. kUnreadable if the file is gone, kNumeric if they hold NaN or +inf. Undefined if `stop` was requested.
    [[nodiscard]] Result<std::span<float>> logits(Use use, std::size_t out, const std::stop_token& stop);
    // The same for ids that an answer may hold: those of padding rows of the embedding and of tokens marked unused are
    // -inf; padding rows at the end (304 to 399 of Qwen2.5's) are not even computed. At least one is finite.
    [[nodiscard]] Result<std::span<float>> answer_logits(std::size_t out, const std::stop_token& stop);

  private:
    Runner(std::shared_ptr<const LoadedModel> loaded, const RunnerOptions& options, const Tuning& tuning,
           Activations act);
    [[nodiscard]] OpContext context(const std::stop_token& stop);
    [[nodiscard]] ops::Precision precision(Use use) const;
    [[nodiscard]] bool evaluate(const OpContext& ctx, Use use, const Rows& rows,
                                FunctionRef<void(std::uint32_t)> layer_done, std::size_t at);
    [[nodiscard]] Status check_logits(const std::stop_token& stop, std::size_t n) const;

    std::shared_ptr<const LoadedModel> loaded_;
    RunnerOptions options_;
    Tuning tuning_;
    ThreadTeam team_;
    Profiler profiler_;
    Activations act_;
    std::vector<std::uint32_t> outputs_;  // rows of act_.x, by output; reserved for a batch
    std::vector<TokenId> unusable_;       // sorted, all below n_usable_
    std::size_t n_usable_ = 0;            // one past the last id that an answer may hold
};

}  // namespace vibrant
