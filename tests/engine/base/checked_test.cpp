// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/base/checked.h"

#include <gtest/gtest.h>

#include <limits>

namespace vibrant {
namespace {

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();

TEST(Checked, Add) {
    EXPECT_EQ(checked_add<std::uint64_t>(1, 2), 3u);
    EXPECT_EQ(checked_add<std::uint64_t>(kMax, 0), kMax);
    EXPECT_EQ(checked_add<std::uint64_t>(kMax, 1), std::nullopt);
}

// Every pair of bytes against arithmetic that is wide enough.
TEST(Checked, MultiplyAndAddEveryPairOfBytes) {
    for (unsigned a = 0; a < 256; ++a) {
        for (unsigned b = 0; b < 256; ++b) {
            const auto x = static_cast<std::uint8_t>(a), y = static_cast<std::uint8_t>(b);
            const auto product = checked_mul(x, y), sum = checked_add(x, y);
            ASSERT_EQ(product.has_value(), a * b < 256);
            ASSERT_EQ(sum.has_value(), a + b < 256);
            ASSERT_EQ(product.value_or(0), a * b < 256 ? a * b : 0);
            ASSERT_EQ(sum.value_or(0), a + b < 256 ? a + b : 0);
        }
    }
}

TEST(Checked, MultiplyWrapsToNothing) {
    EXPECT_EQ(checked_mul<std::uint64_t>(1ull << 32, 1ull << 32), std::nullopt);
    EXPECT_EQ(checked_mul<std::uint64_t>(3, 0x5555555555555556), std::nullopt);
    EXPECT_EQ(checked_mul<std::uint64_t>(3, 0x5555555555555555), kMax);
    EXPECT_EQ(checked_mul<std::uint64_t>(0, kMax), 0u);
}

TEST(Checked, RoundUp) {
    EXPECT_EQ(checked_round_up<std::uint64_t>(0, 32), 0u);
    EXPECT_EQ(checked_round_up<std::uint64_t>(1, 32), 32u);
    EXPECT_EQ(checked_round_up<std::uint64_t>(32, 32), 32u);
    EXPECT_EQ(checked_round_up<std::uint64_t>(kMax - 31, 32), kMax - 31);
    EXPECT_EQ(checked_round_up<std::uint64_t>(kMax - 30, 32), std::nullopt);
    EXPECT_EQ(round_up(10, 7), 14u);
    EXPECT_EQ(round_up(0, 7), 0u);
}

}  // namespace
}  // namespace vibrant
