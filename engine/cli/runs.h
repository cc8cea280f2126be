// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Generations as the subcommands run and report them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/cli/json.h"
#include "engine/cli/terminal.h"
#include "engine/engine.h"

namespace vibrant::cli {

// Streams to stdout, with the prompt's progress on stderr. Silent it only counts.
class StreamSink : public GenerationSink {
  public:
    explicit StreamSink(bool silent) : silent_(silent) {}
    void on_prefill(std::uint32_t done, std::uint32_t total, std::uint32_t cached) override;
    void on_token(std::string_view text, TokenId id, const GenerationStats& so_far) override;
    // Prints what the end of the answer completed.
    void finish(const Generation& answer);

  private:
    bool silent_;
    std::size_t printed_ = 0;  // bytes of the answer
    Progress progress_;
};

// Says nothing; remembers how many heap allocations the tokens after the first cost.
class CountingSink : public GenerationSink {
  public:
    void on_prefill(std::uint32_t, std::uint32_t, std::uint32_t) override {}
    void on_token(std::string_view text, TokenId id, const GenerationStats& so_far) override;
    [[nodiscard]] double allocations_per_token() const;  // 0 below two tokens

  private:
    std::uint64_t first_ = 0, last_ = 0;  // allocation_count() at the first and the newest token
    std::uint64_t tokens_ = 0;
};

// `n` ordinary token ids in a fixed pseudo-random order: the same prompt in every run.
[[nodiscard]] std::vector<TokenId> filler_ids(const Tokenizer& tokenizer, std::size_t n);

// Exactly `n_tokens` greedy tokens after `ids`, stop tokens ignored; fewer are an error.
[[nodiscard]] Result<Generation> generate_exactly(Session& session, std::span<const TokenId> ids,
                                                  std::uint32_t n_tokens, GenerationSink& sink);

// The figures of one answer and of the session's memory as fields of the object being written.
void add_stats(Json& json, const GenerationStats& stats);
void add_memory(Json& json, const SessionMemory& memory);

// "threads        4 for prefill, 2 for decode: measured earlier, kept in /home/...\n", and the same as fields.
[[nodiscard]] std::string tuning_text(const Tuning& tuning);
void add_tuning(Json& json, const Tuning& tuning);

// "1.24 GiB", "87.1 MiB", "512 B".
[[nodiscard]] std::string bytes_text(std::uint64_t bytes);

}  // namespace vibrant::cli
