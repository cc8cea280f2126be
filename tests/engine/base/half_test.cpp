// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/base/half.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace vibrant {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

// The value of a half by the definition of IEEE 754, without a look at the bits of a float.
double value_of(unsigned half) {
    const int exponent = static_cast<int>((half >> 10) & 0x1F);
    const int mantissa = static_cast<int>(half & 0x3FF);
    const double magnitude = exponent == 0 ? std::ldexp(mantissa, -24) : std::ldexp(mantissa + 1024, exponent - 25);
    return half & 0x8000 ? -magnitude : magnitude;
}

bool is_finite(unsigned half) {
    return (half & 0x7C00) != 0x7C00;
}

TEST(Half, EveryValueIsExactAndComesBack) {
    for (unsigned half = 0; half < 65536; ++half) {
        const float value = f16_to_f32(static_cast<f16_bits>(half));
        if (is_finite(half)) {
            ASSERT_EQ(static_cast<double>(value), value_of(half)) << half;
            ASSERT_EQ(std::signbit(value), (half & 0x8000) != 0) << half;
            ASSERT_EQ(f32_to_f16(value), half);
        } else if ((half & 0x3FF) == 0) {
            ASSERT_EQ(value, half & 0x8000 ? -kInfinity : kInfinity);
            ASSERT_EQ(f32_to_f16(value), half);
        } else {
            ASSERT_TRUE(std::isnan(value)) << half;
            const f16_bits back = f32_to_f16(value);
            ASSERT_TRUE(std::isnan(f16_to_f32(back))) << half;
            ASSERT_EQ(back & 0x8000, half & 0x8000) << half;
        }
    }
}

// Between each half and its neighbour: the middle goes to the even one, a hair off the middle to
// the nearer one. The step above the largest half ends at 65536, where infinity stands.
TEST(Half, RoundsToNearestEven) {
    for (unsigned half = 0; half < 0x7C00; ++half) {
        const double below = value_of(half);
        const double above = half == 0x7BFF ? 65536.0 : value_of(half + 1);
        const float middle = static_cast<float>((below + above) / 2);
        ASSERT_EQ(static_cast<double>(middle), (below + above) / 2) << "not exact in f32";
        ASSERT_EQ(f32_to_f16(middle), half % 2 == 0 ? half : half + 1) << half;
        ASSERT_EQ(f32_to_f16(std::nextafter(middle, 0.0f)), half) << half;
        ASSERT_EQ(f32_to_f16(std::nextafter(middle, kInfinity)), half + 1) << half;
        ASSERT_EQ(f32_to_f16(-middle), f32_to_f16(middle) | 0x8000) << half;
    }
}

TEST(Half, OverflowsToInfinityAndUnderflowsToZero) {
    EXPECT_EQ(f32_to_f16(std::numeric_limits<float>::max()), 0x7C00);
    EXPECT_EQ(f32_to_f16(-std::numeric_limits<float>::max()), 0xFC00);
    EXPECT_EQ(f32_to_f16(std::numeric_limits<float>::denorm_min()), 0);
    EXPECT_EQ(f32_to_f16(-std::numeric_limits<float>::denorm_min()), 0x8000);
    EXPECT_EQ(f32_to_f16(-0.0f), 0x8000);
}

#ifdef __FLT16_MANT_DIG__
TEST(Half, AgreesWithTheCompilerOnRandomBits) {
    std::mt19937 random(1);
    for (int i = 0; i < 1'000'000; ++i) {
        const float value = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
        if (std::isnan(value)) continue;
        ASSERT_EQ(f32_to_f16(value), std::bit_cast<f16_bits>(static_cast<_Float16>(value))) << value;
    }
}
#endif

TEST(Half, WorksAtCompileTime) {
    static_assert(f16_to_f32(0x3C00) == 1.0f && f32_to_f16(-2.0f) == 0xC000);
    static_assert(f16_to_f32(0x0001) == 0x1p-24f && f32_to_f16(0x1p-24f) == 0x0001);
    static_assert(bf16_to_f32(0x3F80) == 1.0f && bf16_to_f32(0xFF80) == -kInfinity);
}

}  // namespace
}  // namespace vibrant
