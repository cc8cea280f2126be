// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a generation reports while it runs and when it ends. Plain values: they may cross threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/base/token.h"

namespace vibrant {

enum class FinishReason : std::uint8_t {
    kStop,       // the model ended its answer
    kLength,     // max_tokens
    kContext,    // the context is full
    kCancelled,  // the caller asked
    kError,      // see Generation::error; the text so far is kept
};
[[nodiscard]] std::string_view finish_reason_name(FinishReason reason);  // "stop", "length", "context", …

struct GenerationStats {
    std::uint32_t prompt_tokens = 0;  // all of the prompt
    std::uint32_t cached_tokens = 0;  // of those, reused from the KV cache
    std::uint32_t generated_tokens = 0;
    double time_to_first_token_ms = 0;  // from the call to the first sampled token
    double prefill_ms = 0;              // evaluating prompt_tokens - cached_tokens
    double decode_ms = 0;               // evaluating all generated tokens after the first
    std::uint32_t context_used = 0;     // tokens in the KV cache
    std::uint32_t context_size = 0;

    [[nodiscard]] double prefill_tokens_per_s() const;  // 0 when nothing was evaluated
    [[nodiscard]] double decode_tokens_per_s() const;   // 0 below two tokens
};

struct Generation {
    std::string text;  // complete UTF-8
    std::vector<TokenId> ids;
    FinishReason reason = FinishReason::kStop;
    Error error;  // set when reason is kError
    GenerationStats stats;
};

// Receives events on the thread that calls Session::generate. Must be quick: generation waits for it.
class GenerationSink {
  public:
    virtual ~GenerationSink() = default;
    // Prompt evaluation: `done` of `total` tokens, `cached` of them for free. First call before any work.
    virtual void on_prefill(std::uint32_t done, std::uint32_t total, std::uint32_t cached) = 0;
    // New complete text (never half a character; may be empty when a token completed none) and the figures so far.
    virtual void on_token(std::string_view text, TokenId id, const GenerationStats& so_far) = 0;
};

}  // namespace vibrant
