// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Conversions between f32 and the 16-bit types, over their whole domain.

#include <numeric>

#include "kernel_test.h"

namespace vibrant {
namespace {

class HalfTest : public KernelTest {
  protected:
    void expect_rounded_like_the_twin(const std::vector<float>& values) {
        std::vector<f16_bits> actual(values.size());
        table().f32_to_f16(values.data(), values.size(), actual.data());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const f16_bits expected = f32_to_f16(values[i]);
            const bool both_nan = std::isnan(values[i]) && std::isnan(f16_to_f32(actual[i]));
            ASSERT_TRUE(actual[i] == expected || both_nan)
                << values[i] << " (" << std::bit_cast<std::uint32_t>(values[i]) << ") gives " << actual[i]
                << " instead of " << expected;
        }
    }
};

std::vector<std::uint16_t> all_16_bit_patterns() {
    std::vector<std::uint16_t> bits(65536);
    std::iota(bits.begin(), bits.end(), std::uint16_t{0});
    return bits;
}

TEST_P(HalfTest, EveryHalfWidensExactly) {
    const std::vector<std::uint16_t> bits = all_16_bit_patterns();
    const auto* bytes = reinterpret_cast<const std::byte*>(bits.data());
    std::vector<float> f16(bits.size()), bf16(bits.size());
    table().dequantize_row[static_cast<std::size_t>(DType::kF16)](bytes, bits.size(), f16.data());
    table().dequantize_row[static_cast<std::size_t>(DType::kBF16)](bytes, bits.size(), bf16.data());
    for (std::size_t i = 0; i < bits.size(); ++i) {
        ASSERT_PRED2(same, f16[i], f16_to_f32(bits[i])) << "f16 " << i;
        ASSERT_EQ(std::bit_cast<std::uint32_t>(bf16[i]), static_cast<std::uint32_t>(bits[i]) << 16) << "bf16 " << i;
    }
}

TEST_P(HalfTest, EveryHalfSurvivesTheWayThroughF32) {
    std::vector<float> values;
    for (std::uint16_t bits : all_16_bit_patterns()) values.push_back(f16_to_f32(bits));
    expect_rounded_like_the_twin(values);
}

// Halfway between neighbours, and one f32 step to either side: the places where rounding can go
// wrong.
TEST_P(HalfTest, TiesRoundToEven) {
    std::vector<float> values;
    for (std::uint32_t bits = 0; bits < 0x7C00; ++bits) {
        const float low = f16_to_f32(static_cast<f16_bits>(bits));
        const float high = bits == 0x7BFF ? 65536.0f : f16_to_f32(static_cast<f16_bits>(bits + 1));
        const float tie = (low + high) / 2;
        for (float value : {tie, std::nextafter(tie, 0.0f), std::nextafter(tie, 1e9f)}) {
            values.push_back(value);
            values.push_back(-value);
        }
    }
    expect_rounded_like_the_twin(values);
}

TEST_P(HalfTest, AnyFloatRoundsLikeTheTwin) {
    std::vector<float> values;
    constexpr std::uint32_t kStep = 251;  // a prime: 17 million floats, all low bits among them
    for (std::uint64_t bits = 0; bits < 0x1'0000'0000; bits += kStep) {
        values.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    }
    expect_rounded_like_the_twin(values);
}

TEST_P(HalfTest, StaysInsideItsRows) {
    for (std::size_t n : kAwkwardLengths) {
        for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
            const Guarded<float> x(normal(n), flush);
            const Guarded<f16_bits> out(n, flush);
            table().f32_to_f16(x.data(), n, out.data());
            for (std::size_t i = 0; i < n; ++i) ASSERT_EQ(out[i], f32_to_f16(x[i])) << n << " values, at " << i;
        }
    }
}

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(HalfTest);

}  // namespace
}  // namespace vibrant
