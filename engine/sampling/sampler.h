// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// From logits to the next token id.
//
// First the repetition penalty over the last `repeat_window` ids. Then temperature 0 is greedy
// (lowest id wins a tie); otherwise, in this order: temperature, top-k, top-p, min-p, and one draw
// from a seeded generator of our own. Equal logits rank by id, lowest first.
// Reproducible: probabilities are 42-bit integers (kernels/softmax_weight.h), so that no sum depends
// on its order; the same logits, settings and seed give the same ids on every machine, compiler and
// standard library. An id whose probability is below 2^-43 of the best one's is never drawn.
// Costs for 152 000 logits: 5 us greedy, 8 us with top-k 40, 70 us without top-k (AVX-512; the
// penalty adds 9). No allocation after construction.
// NaN counts as -inf. At least one logit is finite and none is +inf: Runner::answer_logits() has looked, once for all.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/token.h"

namespace vibrant {

struct SamplingSettings {
    float temperature = 0.7f;
    std::int32_t top_k = 40;          // 0 = off
    float top_p = 0.95f;              // 1 = off
    float min_p = 0.0f;               // 0 = off
    float repeat_penalty = 1.0f;      // 1 = off
    std::int32_t repeat_window = 64;  // ids
    std::uint64_t seed = 0;           // any value is valid, 0 too
};

// The one table of ranges. The command line takes its options and their help from it, wishes.h what a file may recommend;
// the window cannot include it where it needs it (app/values/), and repeats it under a static_assert that compares them.
// Every field of SamplingSettings but the seed, in the same order.
struct SettingRange {
    const char* name;
    double min, max, fallback;  // fallback is the field's default; it replaces NaN
    const char* meaning;
};
inline constexpr std::array<SettingRange, 6> kSamplingRanges{{
    {"temperature", 0.0, 5.0, 0.7, "0 is greedy; higher is more varied"},
    {"top_k", 0.0, 100'000.0, 40.0, "only the k likeliest tokens; 0 is off"},
    {"top_p", 0.0, 1.0, 0.95, "only the likeliest tokens that make up this probability; 1 is off"},
    {"min_p", 0.0, 1.0, 0.0, "only tokens at least this likely relative to the likeliest; 0 is off"},
    {"repeat_penalty", 1.0, 2.0, 1.0, "divides the logits of recent tokens; 1 is off"},
    {"repeat_window", 0.0, 4096.0, 64.0, "tokens the penalty looks back"},
}};
// Every field moved into its range.
[[nodiscard]] SamplingSettings clamped(SamplingSettings settings);

class Sampler {
  public:
    // Settings are clamped.
    Sampler(const SamplingSettings& settings, std::size_t n_vocab);

    // The next id from `logits` (n_vocab values, not changed). `recent`: ids so far, newest last.
    [[nodiscard]] TokenId sample(std::span<const float> logits, std::span<const TokenId> recent);

  private:
    struct Candidate {
        std::uint64_t rank;    // higher is better: the logit as an ordered integer, then the id
        std::uint64_t weight;  // probability relative to the best candidate's, times 2^42
    };

    // A leading set of ids: those that rank above (logit, id).
    struct Leaders {
        float logit;
        TokenId id;
        [[nodiscard]] bool hold(float other, std::size_t other_id) const {
            return other > logit || (other == logit && other_id < static_cast<std::size_t>(id));
        }
    };

    static bool better(const Candidate& a, const Candidate& b);

    [[nodiscard]] std::span<const float> penalise(std::span<const float> logits, std::span<const TokenId> recent);
    [[nodiscard]] std::span<const float> block(std::size_t b) const;
    [[nodiscard]] TokenId first_best() const;
    [[nodiscard]] float logit_at(float spread) const;

    // Without top-k.
    [[nodiscard]] TokenId draw_from_all(std::uint64_t random);
    [[nodiscard]] std::uint64_t weigh(const Leaders& leaders);
    [[nodiscard]] TokenId draw(const Leaders& leaders, std::uint64_t drawn) const;

    // With top-k.
    [[nodiscard]] TokenId draw_from_top_k(std::uint64_t random);
    void collect_top_k();
    void collect(float lowest);
    void cut_top_p();
    // Number of candidates in the smallest leading set (by rank) with at least `mass` (<= their
    // sum) in total; they are moved to the front, and the last of them stands at its end.
    [[nodiscard]] std::size_t select_by_mass(std::uint64_t mass);
    [[nodiscard]] std::uint64_t total_weight() const;  // of the candidates

    [[nodiscard]] std::uint64_t weight(float logit) const;
    [[nodiscard]] std::uint64_t nucleus_mass(std::uint64_t total) const;
    [[nodiscard]] float least_logit() const;  // that min-p keeps

    SamplingSettings settings_;
    std::size_t n_vocab_;
    std::uint64_t state_;                    // of the generator (splitmix64)
    std::span<const float> logits_;          // of the call in progress, penalties applied
    float best_ = 0;                         // their maximum
    float scale_ = 1;                        // 1 / temperature
    std::vector<float> block_max_;           // largest logit of each 64
    std::vector<float> scratch_;             // as many, for selection
    std::vector<std::uint64_t> block_mass_;  // weight of each 64's leaders
    std::vector<Candidate> candidates_;      // capacity n_vocab
    std::vector<float> penalised_;           // n_vocab logits; empty without a penalty
    std::vector<TokenId> seen_;              // capacity repeat_window
};

}  // namespace vibrant
