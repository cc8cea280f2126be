// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Choices from made-up machines.

#include "engine/tuning/thread_counts.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace vibrant {
namespace {

using Speeds = std::vector<TeamSpeed>;

TEST(ThreadCounts, CandidatesAreFewAndEndWithTheMost) {
    EXPECT_EQ(candidate_counts(1), (std::vector{1}));
    EXPECT_EQ(candidate_counts(4), (std::vector{1, 2, 3, 4}));
    EXPECT_EQ(candidate_counts(16), (std::vector{1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 16}));
    EXPECT_EQ(candidate_counts(0), (std::vector{1}));
    const std::vector<int> many = candidate_counts(256);
    EXPECT_LT(many.size(), 24u);
    for (std::size_t i = 1; i < many.size(); ++i) EXPECT_LT(many[i - 1], many[i]);
    EXPECT_EQ(many.back(), 256);
}

TEST(ThreadCounts, ADesktopDecodesWithThoseThatFillTheMemory) {
    const Speeds desktop = {{1, 24}, {2, 43}, {3, 50}, {4, 51}, {5, 51.2}, {6, 51.1}, {7, 51}, {8, 50}};
    EXPECT_EQ(choose_decode_threads(desktop, 8), 3);
    const Speeds server = {{1, 10}, {2, 20}, {4, 40}, {8, 79}};
    EXPECT_EQ(choose_decode_threads(server, 8), 8);
    const Speeds throttled = {{1, 20}, {2, 40}, {3, 30}, {4, 22}};
    EXPECT_EQ(choose_decode_threads(throttled, 4), 2);
}

TEST(ThreadCounts, PrefillUsesEveryCoreThatDoesNotSlowItDown) {
    const Speeds even = {{1, 100}, {2, 200}, {3, 300}, {4, 400}};
    EXPECT_EQ(choose_prefill_threads(even, 4), 4);
    // Two fast cores and four of half the speed, dealt in pieces: all help.
    const Speeds hybrid = {{1, 100}, {2, 200}, {3, 248}, {4, 296}, {5, 340}, {6, 390}};
    EXPECT_EQ(choose_prefill_threads(hybrid, 6), 6);
    // Four fast cores and two so slow that the others wait for their last pieces.
    const Speeds crippled = {{1, 100}, {2, 200}, {3, 298}, {4, 395}, {5, 350}, {6, 330}};
    EXPECT_EQ(choose_prefill_threads(crippled, 6), 4);
    // A quota of two CPUs.
    const Speeds quota = {{1, 100}, {2, 200}, {3, 196}, {4, 180}};
    EXPECT_EQ(choose_prefill_threads(quota, 4), 3) << "within the noise of two";
}

TEST(Prefetch, TheUsualDistanceUnlessAnotherIsClearlyFaster) {
    using Distances = std::vector<PrefetchSpeed>;
    EXPECT_EQ(choose_prefetch(Distances{{1024, 93}, {2048, 100}, {4096, 102}, {8192, 101}}, 2048), 2048u);
    EXPECT_EQ(choose_prefetch(Distances{{1024, 80}, {2048, 90}, {4096, 97}, {8192, 100}}, 2048), 8192u);
    EXPECT_EQ(choose_prefetch(Distances{{1024, 110}, {2048, 100}}, 2048), 1024u);
    EXPECT_EQ(choose_prefetch(Distances{{1024, NAN}, {2048, 0.0}, {4096, INFINITY}}, 2048), 2048u);
    EXPECT_EQ(choose_prefetch({}, 2048), 2048u);
}

TEST(ThreadCounts, UselessMeasurementsGiveTheFallback) {
    EXPECT_EQ(choose_decode_threads({}, 4), 4);
    EXPECT_EQ(choose_prefill_threads(Speeds{{1, 0.0}, {2, 0.0}}, 4), 4);
    EXPECT_EQ(choose_decode_threads(Speeds{{1, NAN}, {2, INFINITY}}, 4), 4);
    EXPECT_EQ(choose_decode_threads(Speeds{{1, NAN}, {2, 5.0}}, 4), 2);
}

}  // namespace
}  // namespace vibrant
