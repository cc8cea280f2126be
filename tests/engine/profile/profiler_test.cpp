// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/profile/profiler.h"

#include <gtest/gtest.h>

#include <chrono>
#include <new>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace vibrant {
namespace {

void spend(std::chrono::microseconds time) {
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end) {
    }
}

TEST(Profiler, EveryZoneHasItsOwnName) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < kZoneCount; ++i) names.insert(zone_name(static_cast<Zone>(i)));
    EXPECT_EQ(names.size(), kZoneCount);
    EXPECT_FALSE(names.contains("unknown"));
    EXPECT_EQ(zone_name(Zone::kFfnGateUp), "ffn gate + up + swiglu");
}

TEST(Profiler, CountsNothingWhenOff) {
    Profiler profiler;
    {
        const Profiler::Scope scope(profiler, Zone::kHead, 100);
    }
    EXPECT_TRUE(profiler.snapshot().empty());
}

TEST(Profiler, CountsCallsTimeAndBytes) {
    Profiler profiler;
    profiler.set_enabled(true);
    for (int i = 0; i < 3; ++i) {
        const Profiler::Scope scope(profiler, Zone::kHead, 100);
        spend(std::chrono::microseconds(200));
    }
    {
        const Profiler::Scope scope(profiler, Zone::kNorm);
        spend(std::chrono::microseconds(10));
    }
    const auto stats = profiler.snapshot();
    ASSERT_EQ(stats.size(), 2u);
    EXPECT_EQ(stats[0].zone, Zone::kHead);  // most expensive first
    EXPECT_EQ(stats[0].calls, 3u);
    EXPECT_EQ(stats[0].bytes, 300u);
    EXPECT_GE(stats[0].min_ns, 200'000u);
    EXPECT_LE(stats[0].min_ns, stats[0].max_ns);
    EXPECT_GE(stats[0].total_ns, 2 * stats[0].min_ns + stats[0].max_ns);
    EXPECT_EQ(stats[1].zone, Zone::kNorm);
    EXPECT_EQ(stats[1].calls, 1u);
    EXPECT_EQ(stats[1].min_ns, stats[1].max_ns);
}

TEST(Profiler, ASwitchInTheMiddleCountsWholeCallsOnly) {
    Profiler profiler;
    {
        const Profiler::Scope scope(profiler, Zone::kHead);
        profiler.set_enabled(true);
    }
    EXPECT_TRUE(profiler.snapshot().empty());
    {
        const Profiler::Scope scope(profiler, Zone::kHead);
        profiler.set_enabled(false);
    }
    EXPECT_EQ(profiler.snapshot().size(), 1u);
}

TEST(Profiler, CountsAllocationsInsideAZone) {
    Profiler profiler;
    profiler.set_enabled(true);
    {
        const Profiler::Scope scope(profiler, Zone::kSample);
        // Direct calls: a compiler may leave out a new-expression that nobody uses.
        ::operator delete(::operator new(100));
        ::operator delete(::operator new(100, std::align_val_t{64}), std::align_val_t{64});
    }
    const auto stats = profiler.snapshot();
    ASSERT_EQ(stats.size(), 1u);
    EXPECT_EQ(stats[0].allocations, 2u);
}

TEST(Profiler, AllocatesNothingItself) {
    Profiler profiler;
    for (const bool enabled : {false, true}) {
        profiler.set_enabled(enabled);
        const auto before = allocation_count();
        for (int i = 0; i < 100; ++i) {
            const Profiler::Scope scope(profiler, Zone::kQkv, 1);
        }
        EXPECT_EQ(allocation_count() - before, 0u);
    }
}

TEST(Profiler, ResetForgets) {
    Profiler profiler;
    profiler.set_enabled(true);
    {
        const Profiler::Scope scope(profiler, Zone::kHead, 7);
        spend(std::chrono::microseconds(500));
    }
    profiler.reset();
    EXPECT_TRUE(profiler.snapshot().empty());
    {
        const Profiler::Scope scope(profiler, Zone::kHead, 1);
    }
    const auto stats = profiler.snapshot();
    ASSERT_EQ(stats.size(), 1u);
    EXPECT_EQ(stats[0].bytes, 1u);
    EXPECT_EQ(stats[0].max_ns, stats[0].total_ns);
}

TEST(Profiler, IsReadableWhileOthersCount) {
    Profiler profiler;
    profiler.set_enabled(true);
    constexpr int kCalls = 20'000;
    std::vector<std::thread> threads;
    for (int t = 0; t < 3; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < kCalls; ++i) {
                const Profiler::Scope scope(profiler, Zone::kFfnDown, 2);
            }
        });
    }
    for (int i = 0; i < 100; ++i) {
        for (const ZoneStats& zone : profiler.snapshot()) EXPECT_LE(zone.min_ns, zone.max_ns);
    }
    for (std::thread& thread : threads) thread.join();
    const auto stats = profiler.snapshot();
    ASSERT_EQ(stats.size(), 1u);
    EXPECT_EQ(stats[0].calls, 3u * kCalls);
    EXPECT_EQ(stats[0].bytes, 6u * kCalls);
}

TEST(HotPath, TurnsCountersIntoFigures) {
    const ZoneStats stats[] = {
        {.zone = Zone::kFfnDown,
         .calls = 2,
         .total_ns = 3'000'000,
         .min_ns = 1'000'000,
         .max_ns = 2'000'000,
         .bytes = 6'000'000,
         .allocations = 4},
        {.zone = Zone::kNorm,
         .calls = 1,
         .total_ns = 1'000'000,
         .min_ns = 1'000'000,
         .max_ns = 1'000'000,
         .bytes = 0,
         .allocations = 0},
    };
    const auto rows = hot_path(stats);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].operation, "ffn down");
    EXPECT_EQ(rows[0].calls, 2u);
    EXPECT_DOUBLE_EQ(rows[0].total_ms, 3.0);
    EXPECT_DOUBLE_EQ(rows[0].mean_us, 1500.0);
    EXPECT_DOUBLE_EQ(rows[0].min_us, 1000.0);
    EXPECT_DOUBLE_EQ(rows[0].max_us, 2000.0);
    EXPECT_DOUBLE_EQ(rows[0].share, 0.75);
    EXPECT_DOUBLE_EQ(rows[0].gb_per_s, 2.0);
    EXPECT_EQ(rows[0].allocations, 4u);
    EXPECT_DOUBLE_EQ(rows[1].gb_per_s, 0.0);
    EXPECT_TRUE(hot_path({}).empty());
}

}  // namespace
}  // namespace vibrant
