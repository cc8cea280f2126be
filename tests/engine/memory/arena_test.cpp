// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/memory/arena.h"
#include "engine/memory/memory_figures.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>

#include "tests/support/child_process.h"
#include "tests/support/sanitized.h"

namespace vibrant {
namespace {

constexpr std::size_t kMiB = 1 << 20;

TEST(Arena, GivesAlignedZeroedArraysInOrder) {
    const std::size_t total =
        Arena::bytes_for<float>(3) + Arena::bytes_for<std::byte>(100) + Arena::bytes_for<double>(1000);
    auto arena = Arena::allocate(total, "a test");
    ASSERT_TRUE(arena) << arena.error().text;
    EXPECT_EQ(arena->size(), total);
    const auto a = arena->take<float>(3);
    const auto b = arena->take<std::byte>(100);
    const auto c = arena->take<double>(1000);
    EXPECT_EQ(a.size(), 3u);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(a.data()) % 64, 0u);
    EXPECT_EQ(reinterpret_cast<std::byte*>(b.data()), reinterpret_cast<std::byte*>(a.data()) + 64);
    EXPECT_EQ(reinterpret_cast<std::byte*>(c.data()), b.data() + 128);
    EXPECT_TRUE(std::ranges::all_of(c, [](double x) { return x == 0; }));
    std::ranges::fill(c, 1.0);
    EXPECT_TRUE(arena->take<int>(0).empty());
}

TEST(Arena, LargeOnesStartOnAHugePage) {
    auto arena = Arena::allocate(5 * kMiB + 1, "a test");
    ASSERT_TRUE(arena);
    const auto bytes = arena->take<std::byte>(5 * kMiB - 64);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(bytes.data()) % (2 * kMiB), 0u);
    EXPECT_TRUE(std::ranges::all_of(bytes, [](std::byte b) { return b == std::byte{0}; }));
}

TEST(Arena, PagesArePresentAtOnce) {
    const std::uint64_t before = process_memory().private_bytes;
    const auto arena = Arena::allocate(64 * kMiB, "a test");
    ASSERT_TRUE(arena);
    EXPECT_GE(process_memory().private_bytes, before + 60 * kMiB);
}

TEST(Arena, MemoryComesBack) {
    const std::uint64_t before = process_memory().private_bytes;
    for (int i = 0; i < 20; ++i) {
        auto arena = Arena::allocate(32 * kMiB, "a test");
        ASSERT_TRUE(arena);
        *arena = std::move(*Arena::allocate(8 * kMiB, "another"));
        EXPECT_EQ(arena->size(), 8 * kMiB);
    }
    EXPECT_LE(process_memory().private_bytes, before + 16 * kMiB);
}

TEST(Arena, EmptyIsFine) {
    auto arena = Arena::allocate(0, "nothing");
    ASSERT_TRUE(arena);
    EXPECT_TRUE(arena->take<float>(0).empty());
}

TEST(Arena, SaysWhatItNeedsAndWhatIsFree) {
    const auto arena = Arena::allocate(std::size_t{1} << 60, "the KV cache");
    ASSERT_FALSE(arena);
    EXPECT_EQ(arena.error().code, ErrorCode::kOutOfMemory);
    EXPECT_TRUE(arena.error().text.starts_with("needs 1024.0 PiB for the KV cache, ")) << arena.error().text;
    EXPECT_TRUE(arena.error().text.ends_with(" are free"));
}

TEST(Arena, ASizeThatWrapsIsRefusedInsteadOfCut) {
    // 2^62 + 1 floats would be 4 bytes if the product wrapped.
    const std::size_t bytes = Arena::bytes_for<float>((std::size_t{1} << 62) + 1);
    EXPECT_GE(bytes, std::size_t{1} << 62);
    EXPECT_FALSE(Arena::allocate(bytes, "a test"));
}

TEST(ArenaDeathTest, TakingMoreThanPlannedIsOurBug) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    auto arena = Arena::allocate(128, "a test");
    EXPECT_DEATH(static_cast<void>(arena->take<float>(33)), "CHECK failed");
}

// An address space of 512 MiB: refused with the figures of this process, not killed.
TEST(Arena, AddressSpaceLimitIsAnError) {
    if (test::kSanitized) GTEST_SKIP() << "the sanitizer's shadow memory is larger than the limit";
    const int status = test::run_in_child([] {
        const rlimit limit{512 * kMiB, 512 * kMiB};
        if (::setrlimit(RLIMIT_AS, &limit) != 0) return 2;
        if (available_memory() > 512 * kMiB) return 3;
        const auto too_large = Arena::allocate(600 * kMiB, "a test");
        if (too_large || too_large.error().code != ErrorCode::kOutOfMemory) return 4;
        if (!too_large.error().text.starts_with("needs 600.0 MiB for a test, ")) return 5;
        return Arena::allocate(64 * kMiB, "a test") ? 0 : 6;
    });
    EXPECT_TRUE(test::exited_with(status, 0)) << status;
}

TEST(Arena, DataLimitIsAnError) {
    if (test::kSanitized) GTEST_SKIP() << "the sanitizer's shadow memory is larger than the limit";
    const int status = test::run_in_child([] {
        const rlimit limit{256 * kMiB, 256 * kMiB};
        if (::setrlimit(RLIMIT_DATA, &limit) != 0) return 2;
        if (available_memory() > 256 * kMiB) return 3;
        const auto too_large = Arena::allocate(300 * kMiB, "a test");
        return !too_large && too_large.error().code == ErrorCode::kOutOfMemory ? 0 : 4;
    });
    EXPECT_TRUE(test::exited_with(status, 0)) << status;
}

TEST(SizeText, HasOneDecimalAndAUnit) {
    EXPECT_EQ(size_text(0), "0 bytes");
    EXPECT_EQ(size_text(1), "1 byte");
    EXPECT_EQ(size_text(1023), "1023 bytes");
    EXPECT_EQ(size_text(1536), "1.5 KiB");
    EXPECT_EQ(size_text(3'328'599'654), "3.1 GiB");
    EXPECT_EQ(size_text(~std::uint64_t{0}), "16384.0 PiB");
}

}  // namespace
}  // namespace vibrant
