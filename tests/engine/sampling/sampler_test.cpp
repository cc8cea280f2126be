// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/sampling/sampler.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <string_view>
#include <vector>

#include "engine/profile/profiler.h"
#include "engine/sampling/arithmetic.h"

namespace vibrant {
namespace {

constexpr float kInf = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

// Plain sampling: nothing cut.
SamplingSettings open_settings(std::uint64_t seed = 0) {
    return {.temperature = 1.0f,
            .top_k = 0,
            .top_p = 1.0f,
            .min_p = 0.0f,
            .repeat_penalty = 1.0f,
            .repeat_window = 64,
            .seed = seed};
}

// Reproducible logits with roughly normal spread, independent of the code under test.
std::vector<float> random_logits(std::size_t n, std::uint32_t seed, float spread = 3.0f) {
    std::vector<float> logits(n);
    std::uint32_t state = seed * 2654435761u + 12345u;
    for (float& logit : logits) {
        float sum = 0;
        for (int i = 0; i < 4; ++i) {
            state = state * 1664525u + 1013904223u;
            sum += static_cast<float>(state >> 8) / 16777216.0f - 0.5f;
        }
        logit = sum * spread;
    }
    return logits;
}

// The definition, slowly: sorts everything and keeps probabilities in double.
std::map<TokenId, double> reference(const std::vector<float>& logits, const SamplingSettings& s) {
    std::vector<TokenId> ids(logits.size());
    std::iota(ids.begin(), ids.end(), 0);
    const auto logit = [&](TokenId id) { return logits[static_cast<std::size_t>(id)]; };
    std::ranges::stable_sort(ids, [&](TokenId a, TokenId b) { return logit(a) > logit(b); });
    if (s.top_k > 0 && ids.size() > static_cast<std::size_t>(s.top_k)) ids.resize(static_cast<std::size_t>(s.top_k));
    std::vector<double> p;
    double sum = 0;
    for (const TokenId id : ids) {
        p.push_back(std::exp((static_cast<double>(logit(id)) - logit(ids[0])) / s.temperature));
        sum += p.back();
    }
    std::size_t keep = 0;
    for (double mass = 0; keep < ids.size();) {
        mass += p[keep++];
        if (mass >= s.top_p * sum) break;
    }
    while (keep > 1 && p[keep - 1] < s.min_p) --keep;
    sum = std::accumulate(p.begin(), p.begin() + static_cast<std::ptrdiff_t>(keep), 0.0);
    std::map<TokenId, double> result;
    for (std::size_t i = 0; i < keep; ++i) result[ids[i]] = p[i] / sum;
    return result;
}

std::map<TokenId, int> draw(const std::vector<float>& logits, const SamplingSettings& settings, int n) {
    Sampler sampler(settings, logits.size());
    std::map<TokenId, int> counts;
    for (int i = 0; i < n; ++i) ++counts[sampler.sample(logits, {})];
    return counts;
}

// Every drawn id must be allowed; every count within 5 standard deviations (the seed is fixed: no
// flicker).
void expect_matches(const std::vector<float>& logits, const SamplingSettings& settings, int n) {
    const auto expected = reference(logits, settings);
    const auto counts = draw(logits, settings, n);
    for (const auto& [id, count] : counts) EXPECT_TRUE(expected.contains(id)) << "id " << id << " was cut";
    for (const auto& [id, p] : expected) {
        const int count = counts.contains(id) ? counts.at(id) : 0;
        EXPECT_NEAR(count, n * p, 5 * std::sqrt(n * p * (1 - p)) + 6.0) << "id " << id;
    }
}

TokenId greedy(const std::vector<float>& logits, std::vector<TokenId> recent = {}, float penalty = 1.0f) {
    Sampler sampler({.temperature = 0.0f, .repeat_penalty = penalty}, logits.size());
    return sampler.sample(logits, recent);
}

TEST(Sampler, GreedyTakesTheLargestAndTheLowestIdOfATie) {
    EXPECT_EQ(greedy({1, 3, 2}), 1);
    EXPECT_EQ(greedy({3, 1, 3, 3}), 0);
    EXPECT_EQ(greedy({-0.0f, 0.0f}), 0);
    EXPECT_EQ(greedy({5}), 0);
    for (std::size_t n : {1u, 15u, 16u, 17u, 63u, 64u, 65u, 1000u, 152064u}) {
        for (std::size_t at : {std::size_t{0}, n / 2, n - 1}) {
            std::vector<float> logits = random_logits(n, 1);
            logits[at] = 100;
            EXPECT_EQ(greedy(logits), static_cast<TokenId>(at)) << n;
        }
    }
}

TEST(Sampler, OneFiniteLogitIsEnough) {
    for (const float temperature : {0.0f, 1.0f}) {
        auto settings = open_settings();
        settings.temperature = temperature;
        Sampler sampler(settings, 100);
        std::vector<float> logits(100, kNan);
        logits[70] = -1e30f;
        EXPECT_EQ(sampler.sample(logits, {}), 70);
        logits[3] = -std::numeric_limits<float>::max();
        EXPECT_EQ(sampler.sample(logits, {}), 70);
    }
}

TEST(Sampler, MaskedIdsAreNeverDrawn) {
    std::vector<float> logits = random_logits(500, 2);
    for (std::size_t id = 0; id < 500; id += 2) logits[id] = id % 4 == 0 ? -kInf : kNan;
    for (const auto& [id, count] : draw(logits, open_settings(), 5000)) EXPECT_EQ(id % 2, 1);
}

TEST(SamplingArithmetic, RankOrdersAsFloatsDo) {
    const float ordered[] = {-3e38f, -1.0f, -1e-40f, 0.0f, 1e-40f, 1.0f, 3e38f};
    for (std::size_t i = 0; i + 1 < std::size(ordered); ++i) {
        EXPECT_LT(sampling::rank_of(ordered[i], 0), sampling::rank_of(ordered[i + 1], 1'000'000));
    }
    EXPECT_GT(sampling::rank_of(1.0f, 3), sampling::rank_of(1.0f, 4));  // a tie goes to the lower id
    EXPECT_EQ(sampling::rank_of(-0.0f, 7), sampling::rank_of(0.0f, 7));
    EXPECT_EQ(sampling::id_of(sampling::rank_of(-5.5f, 151'935)), 151'935);
}

TEST(SamplingArithmetic, GeneratorIsSplitmix64) {
    // First outputs of the authors' own splitmix64.c for seed 1234567.
    std::uint64_t state = 1234567;
    EXPECT_EQ(sampling::splitmix64(state), 6457827717110365317u);
    EXPECT_EQ(sampling::splitmix64(state), 3203168211198807973u);
    EXPECT_EQ(sampling::splitmix64(state), 9817491932198370423u);
    EXPECT_EQ(sampling::below(10, 0), 0u);
    EXPECT_EQ(sampling::below(10, ~0ull), 9u);
}

TEST(Sampler, FollowsSoftmax) {
    expect_matches({0.0f, 1.0f, 2.0f, 3.0f}, open_settings(), 200'000);
    expect_matches(random_logits(200, 3), open_settings(9), 200'000);
    auto settings = open_settings(5);
    settings.temperature = 0.5f;
    expect_matches(random_logits(200, 4), settings, 100'000);
    settings.temperature = 3.0f;
    expect_matches(random_logits(200, 5), settings, 100'000);
}

TEST(Sampler, CutsAsTheSortedReferenceDoes) {
    for (const std::size_t n : {7u, 300u, 5000u}) {
        std::uint32_t seed = 10;
        for (const std::int32_t top_k : {0, 1, 5, 40, 1000}) {
            for (const float top_p : {1.0f, 0.95f, 0.5f, 0.01f}) {
                for (const float min_p : {0.0f, 0.05f, 0.9f}) {
                    auto settings = open_settings(++seed);
                    settings.top_k = top_k;
                    settings.top_p = top_p;
                    settings.min_p = min_p;
                    SCOPED_TRACE(testing::Message() << n << " k " << top_k << " p " << top_p << " min " << min_p);
                    expect_matches(random_logits(n, seed, 6.0f), settings, 3000);
                }
            }
        }
    }
}

TEST(Sampler, TiesAtTheCutGoToTheLowestIds) {
    auto settings = open_settings();
    settings.top_k = 3;
    const std::vector<float> flat(200, 1.5f);
    for (const auto& [id, count] : draw(flat, settings, 2000)) EXPECT_LT(id, 3);
    settings.top_k = 0;
    settings.top_p = 0.0625f;  // 12.5 of 200
    const auto counts = draw(flat, settings, 5000);
    EXPECT_EQ(counts.size(), 13u);
    EXPECT_EQ(counts.rbegin()->first, 12);
}

TEST(Sampler, ExtremeSettingsStayDefined) {
    const std::vector<float> logits = random_logits(1000, 6);
    const auto best = static_cast<TokenId>(std::ranges::max_element(logits) - logits.begin());
    auto settings = open_settings();
    settings.temperature = 1e-30f;
    EXPECT_EQ(draw(logits, settings, 50), (std::map<TokenId, int>{{best, 50}}));
    settings.temperature = std::numeric_limits<float>::denorm_min();
    EXPECT_EQ(draw(logits, settings, 50), (std::map<TokenId, int>{{best, 50}}));
    settings = open_settings();
    settings.top_p = 0.0f;
    EXPECT_EQ(draw(logits, settings, 50), (std::map<TokenId, int>{{best, 50}}));
    settings = open_settings();
    settings.min_p = 1.0f;
    EXPECT_EQ(draw(logits, settings, 50), (std::map<TokenId, int>{{best, 50}}));
    settings = open_settings();
    settings.top_k = 1;
    EXPECT_EQ(draw(logits, settings, 50), (std::map<TokenId, int>{{best, 50}}));
    EXPECT_EQ(draw({3e38f, -3e38f, 3e38f}, open_settings(), 1000).size(), 2u);
}

TEST(Sampler, SettingsAreClampedByTheTable) {
    for (const SettingRange& range : kSamplingRanges) {
        EXPECT_LE(range.min, range.fallback) << range.name;
        EXPECT_GE(range.max, range.fallback) << range.name;
        EXPECT_FALSE(std::string_view(range.meaning).empty());
    }
    const auto with = [](auto change) {
        SamplingSettings settings;
        change(settings);
        return clamped(settings);
    };
    EXPECT_EQ(with([](auto& s) { s.temperature = -1; }).temperature, 0.0f);
    EXPECT_EQ(with([](auto& s) { s.temperature = 1e30f; }).temperature, 5.0f);
    EXPECT_EQ(with([](auto& s) { s.temperature = kInf; }).temperature, 5.0f);
    EXPECT_EQ(with([](auto& s) { s.temperature = kNan; }).temperature, 0.7f);
    EXPECT_EQ(with([](auto& s) { s.top_k = -1; }).top_k, 0);
    EXPECT_EQ(with([](auto& s) { s.top_k = std::numeric_limits<std::int32_t>::max(); }).top_k, 100'000);
    EXPECT_EQ(with([](auto& s) { s.top_p = -0.5f; }).top_p, 0.0f);
    EXPECT_EQ(with([](auto& s) { s.top_p = 7.0f; }).top_p, 1.0f);
    EXPECT_EQ(with([](auto& s) { s.top_p = kNan; }).top_p, 0.95f);
    EXPECT_EQ(with([](auto& s) { s.min_p = -kInf; }).min_p, 0.0f);
    EXPECT_EQ(with([](auto& s) { s.min_p = 2.0f; }).min_p, 1.0f);
    EXPECT_EQ(with([](auto& s) { s.min_p = kNan; }).min_p, 0.0f);
    EXPECT_EQ(with([](auto& s) { s.repeat_penalty = 0.0f; }).repeat_penalty, 1.0f);
    EXPECT_EQ(with([](auto& s) { s.repeat_penalty = 100.0f; }).repeat_penalty, 2.0f);
    EXPECT_EQ(with([](auto& s) { s.repeat_penalty = kNan; }).repeat_penalty, 1.0f);
    EXPECT_EQ(with([](auto& s) { s.repeat_window = -1; }).repeat_window, 0);
    EXPECT_EQ(with([](auto& s) { s.repeat_window = 1 << 30; }).repeat_window, 4096);
    EXPECT_EQ(with([](auto& s) { s.seed = ~0ull; }).seed, ~0ull);

    // The constructor clamps too, and the defaults are the table's fallbacks.
    SamplingSettings wild{.temperature = kNan,
                          .top_k = -7,
                          .top_p = kNan,
                          .min_p = kNan,
                          .repeat_penalty = -3,
                          .repeat_window = -1,
                          .seed = 1};
    Sampler sampler(wild, 10);
    EXPECT_GE(sampler.sample(random_logits(10, 7), {}), 0);
    const SamplingSettings defaults;
    const auto& ranges = kSamplingRanges;
    EXPECT_EQ(defaults.temperature, static_cast<float>(ranges[0].fallback));
    EXPECT_EQ(defaults.top_k, static_cast<std::int32_t>(ranges[1].fallback));
    EXPECT_EQ(defaults.top_p, static_cast<float>(ranges[2].fallback));
    EXPECT_EQ(defaults.min_p, static_cast<float>(ranges[3].fallback));
    EXPECT_EQ(defaults.repeat_penalty, static_cast<float>(ranges[4].fallback));
    EXPECT_EQ(defaults.repeat_window, static_cast<std::int32_t>(ranges[5].fallback));
}

TEST(Sampler, RepetitionPenalty) {
    const std::vector<float> positive = {2.0f, 1.9f, 0.0f};
    EXPECT_EQ(greedy(positive, {0}), 0);  // off
    EXPECT_EQ(greedy(positive, {0}, 1.1f), 1);
    EXPECT_EQ(greedy(positive, {0, 0, 0}, 1.04f), 0);   // once per id: 2 / 1.04 is still the largest
    EXPECT_EQ(greedy({-1.0f, -1.05f}, {0}, 1.1f), 1);   // a negative logit is lowered too
    EXPECT_EQ(greedy(positive, {-1, 99, 0}, 1.1f), 1);  // ids outside the vocabulary do no harm
    EXPECT_EQ(greedy(positive, {}, 1.1f), 0);

    std::vector<TokenId> recent = {0};
    recent.insert(recent.end(), 64, 2);  // id 0 has just left the window of 64
    EXPECT_EQ(greedy(positive, recent, 1.5f), 0);
    recent.erase(recent.end() - 1);
    EXPECT_EQ(greedy(positive, recent, 1.5f), 1);

    // The caller's logits stay as they were.
    Sampler sampler({.temperature = 1.0f, .repeat_penalty = 2.0f}, 3);
    std::vector<float> logits = positive;
    EXPECT_GE(sampler.sample(logits, std::vector<TokenId>{0, 1, 2}), 0);
    EXPECT_EQ(logits, positive);
}

// Pinned: a change here changes every user's "same seed, same answer".
TEST(Sampler, TheSameSeedGivesTheSameIdsForEver) {
    const auto run = [](const SamplingSettings& settings) {
        const std::vector<float> logits = random_logits(1000, 8, 12.0f);
        Sampler sampler(settings, logits.size());
        std::vector<TokenId> ids;
        for (int i = 0; i < 12; ++i) ids.push_back(sampler.sample(logits, ids));
        return ids;
    };
    SamplingSettings settings;
    settings.seed = 0;
    EXPECT_EQ(run(settings), (std::vector<TokenId>{249, 831, 831, 25, 831, 831, 831, 249, 831, 249, 831, 249}));
    EXPECT_EQ(run(settings), run(settings));
    settings.seed = 1;
    EXPECT_EQ(run(settings), (std::vector<TokenId>{241, 241, 25, 831, 831, 249, 249, 241, 831, 249, 831, 241}));
    settings.seed = ~0ull;
    settings.repeat_penalty = 1.3f;
    settings.min_p = 0.02f;
    EXPECT_EQ(run(settings), (std::vector<TokenId>{249, 241, 831, 25, 764, 527, 999, 123, 216, 655, 901, 596}));
    EXPECT_EQ(run(open_settings(42)),
              (std::vector<TokenId>{831, 241, 241, 241, 25, 831, 241, 831, 241, 730, 241, 249}));
}

// One draw per token whatever is cut: the stream stays in step.
TEST(Sampler, EveryTokenUsesOneDraw) {
    const std::vector<float> logits = random_logits(100, 9);
    const std::vector<float> certain = {9.0f};
    std::vector<float> peaked(100, -100.0f);
    peaked[5] = 100.0f;
    Sampler a(open_settings(3), 100), b(open_settings(3), 100);
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(a.sample(peaked, {}), 5);
        EXPECT_GE(b.sample(logits, {}), 0);
    }
    for (int i = 0; i < 20; ++i) EXPECT_EQ(a.sample(logits, {}), b.sample(logits, {}));
}

TEST(Sampler, AllocatesNothingPerToken) {
    const std::vector<float> logits = random_logits(152'064, 10);
    const std::vector<float> flat(152'064, 0.0f);
    std::vector<TokenId> recent(300);
    std::iota(recent.begin(), recent.end(), 0);
    auto wide = open_settings(1);
    wide.repeat_penalty = 1.2f;
    wide.repeat_window = 256;
    wide.top_p = 0.9f;
    for (const SamplingSettings& settings :
         {SamplingSettings{.temperature = 0}, SamplingSettings{}, open_settings(), wide}) {
        Sampler sampler(settings, logits.size());
        const auto before = allocation_count();
        for (int i = 0; i < 5; ++i) {
            EXPECT_GE(sampler.sample(logits, recent), 0);
            EXPECT_GE(sampler.sample(flat, recent), 0);
        }
        EXPECT_EQ(allocation_count() - before, 0u);
    }
}

// A figure for the log, not a limit: what one token costs at Qwen2.5's vocabulary.
TEST(Sampler, ReportsItsCost) {
    std::vector<float> logits = random_logits(152'064, 11, 10.0f);
    for (int i = 0; i < 200; ++i)
        logits[static_cast<std::size_t>(i) * 700] = 15.0f + 0.05f * static_cast<float>(i);  // like a trained model's
    const auto cost_us = [&](const SamplingSettings& settings) {
        Sampler sampler(settings, logits.size());
        std::vector<double> times;
        for (int i = 0; i < 21; ++i) {
            const auto start = std::chrono::steady_clock::now();
            EXPECT_GE(sampler.sample(logits, {}), 0);
            times.push_back(
                std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
        }
        std::ranges::nth_element(times, times.begin() + 10);
        return times[10];
    };
    auto nucleus = open_settings();
    nucleus.top_p = 0.95f;
    const std::pair<const char*, SamplingSettings> rows[] = {{"greedy_us", {.temperature = 0}},
                                                             {"default_us", {}},
                                                             {"top_p_only_us", nucleus},
                                                             {"nothing_cut_us", open_settings()}};
    for (const auto& [name, settings] : rows) {
        const double us = cost_us(settings);
        RecordProperty(name, std::to_string(us));
        std::printf("    %-16s %8.1f\n", name, us);
    }
}

}  // namespace
}  // namespace vibrant
