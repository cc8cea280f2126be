// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// From logits to the next token id.
//
// temperature 0 is greedy (lowest id wins a tie). Otherwise, in this order: repetition penalty over the last
// `repeat_window` ids, temperature, top-k, top-p, min-p, then one draw from a seeded generator of our own (the same
// seed gives the same ids on every machine and standard library).
// Costs one pass over the logits plus work on the survivors; no allocation after construction.
// NaN counts as -inf; if nothing finite is left, or +inf appears, the result is a kNumeric error.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/result.h"
#include "engine/base/token.h"

namespace vibrant {

struct SamplingSettings {
    float temperature = 0.7f;
    std::int32_t top_k = 40;            // 0 = off
    float top_p = 0.95f;                // 1 = off
    float min_p = 0.0f;                 // 0 = off
    float repeat_penalty = 1.0f;        // 1 = off
    std::int32_t repeat_window = 64;    // ids
    std::uint64_t seed = 0;
};

// The one table of ranges: command line, window and documentation use it.
struct SettingRange {
    const char* name;
    double min, max, fallback;  // fallback replaces NaN
    const char* meaning;
};
[[nodiscard]] std::span<const SettingRange> sampling_ranges();
// Every field moved into its range.
[[nodiscard]] SamplingSettings clamped(SamplingSettings settings);

class Sampler {
  public:
    Sampler(const SamplingSettings& settings, std::size_t n_vocab);

    // The next id from `logits` (n_vocab values, not changed). `recent` are the ids so far, newest last.
    [[nodiscard]] Result<TokenId> sample(std::span<const float> logits, std::span<const TokenId> recent);

  private:
    struct Candidate {
        float logit;
        TokenId id;
    };
    SamplingSettings settings_;
    std::uint64_t state_;                // of the generator (splitmix64)
    std::vector<Candidate> candidates_;  // reserved for n_vocab
    std::vector<TokenId> penalised_;     // reserved for repeat_window
};

}  // namespace vibrant
