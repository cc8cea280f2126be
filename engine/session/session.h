// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The convenience of a program with one chat at a time: a runner and one sequence.
//
//   messages -> prompt tokens -> what the sequence shares with them -> prefill in chunks -> decode -> finish reason
//
// Guarantees: the same ids for the same request whatever the number of threads, the prefill chunk and what was reused; a
// stop request takes effect within 100 ms; a prompt that does not fit the context is refused before any work, with the
// numbers; a failed or cancelled generation leaves the session usable.
// Costs: memory once in create() (KV cache, work buffers) and per answer (sampler, its text); none inside a token.
// Threads: one generate() at a time; everything else on that same thread, but memory(), profiler() from any.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stop_token>

#include "engine/base/result.h"
#include "engine/cache/sequence.h"
#include "engine/profile/profiler.h"
#include "engine/session/events.h"
#include "engine/session/load.h"
#include "engine/session/model_summary.h"
#include "engine/session/request.h"
#include "engine/session/runner.h"

namespace vibrant {

using SessionOptions = RunnerOptions;

struct SessionMemory {
    std::uint64_t kv_bytes = 0, buffer_bytes = 0;
    std::uint64_t mapped_bytes = 0, resident_bytes = 0;  // of the model file
    std::uint64_t private_bytes = 0;                     // of the whole process
};

// How many leading tokens of a prompt a sequence held, as generate() would have reused them; and how many the prompt has.
struct Reusable {
    std::uint32_t cached_tokens = 0, prompt_tokens = 0;
};
// Changes nothing and is for any thread; costs what rendering the messages does.
[[nodiscard]] Reusable reusable(const LoadedModel& model, const SequenceBook& book,
                                std::span<const ChatMessage> messages);

class Session {
  public:
    [[nodiscard]] static Result<std::unique_ptr<Session>> create(std::shared_ptr<const LoadedModel> model,
                                                                 const SessionOptions& options = {});
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // Errors (nothing was generated): kContextOverflow, kInvalidArgument. All that happens later, errors included,
    // comes back inside the Generation with the text so far.
    [[nodiscard]] Result<Generation> generate(const GenerationRequest& request, GenerationSink& sink,
                                              std::stop_token stop = {});

    // Logits of every position of `ids`, row by row, from an empty cache: sink(position, n_vocab values). Evaluated in
    // batches of `batch` tokens: one by one as decode computes them, in larger batches as prefill does.
    [[nodiscard]] Status logits(std::span<const TokenId> ids, std::uint32_t batch,
                                const std::function<void(std::size_t, std::span<const float>)>& sink);

    // What the sequence holds now, to be asked later and by another thread, see reusable().
    [[nodiscard]] SequenceBook book() const { return SequenceBook(sequence_); }

    // Forgets what was read; keeps the memory.
    void reset();

    [[nodiscard]] const LoadedModel& model() const { return runner_->loaded(); }
    [[nodiscard]] std::uint32_t context_size() const { return sequence_.capacity(); }
    [[nodiscard]] std::uint32_t context_used() const { return sequence_.used(); }
    [[nodiscard]] int threads() const { return runner_->threads(); }  // the larger of tuning().threads
    [[nodiscard]] const Tuning& tuning() const { return runner_->tuning(); }
    [[nodiscard]] SessionMemory memory() const;
    [[nodiscard]] Profiler& profiler() { return runner_->profiler(); }

  private:
    Session(std::unique_ptr<Runner> runner, Sequence sequence);
    std::unique_ptr<Runner> runner_;
    Sequence sequence_;
};

}  // namespace vibrant
