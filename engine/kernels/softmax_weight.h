// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Probabilities as integers: exp(x) times 2^42, rounded, for x <= 0. Sums of them do not depend on
// their order, and every target computes the same bits: only sums and products of floats, never
// fused, in the order given here: files that use it are built with -ffp-contract=off. Relative error
// below 4e-6, most of it the rounding of x.
#pragma once

#include <bit>
#include <cstdint>

namespace vibrant {

// 2^42 for the best candidate: 2^21 candidates (more than any vocabulary) still sum to 2^63.
inline constexpr int kWeightBits = 42;
inline constexpr double kWeightOne = static_cast<double>(std::uint64_t{1} << kWeightBits);

struct SoftmaxWeight {
    // exp(-x) 2^42 rounds to zero from here on; ln(2^43) = 29.81.
    static constexpr float kNegligible = 30.0f;

    // x = k ln 2 + r with |r| <= ln(2) / 2. Adding 1.5 * 2^23 rounds to an integer and leaves it in
    // the low bits; k * kLn2High is exact.
    static constexpr float kRound = 0x1.8p23f, kLog2e = 0x1.715476p+0f;
    static constexpr float kLn2High = 0x1.62ep-1f, kLn2Low = 0x1.0bfbe8p-15f;
    // Taylor series, highest power first; the next term is 0.347^8 / 8! = 5e-9.
    static constexpr float kTerms[] = {1.0f / 5040, 1.0f / 720, 1.0f / 120, 1.0f / 24, 1.0f / 6, 1.0f / 2, 1.0f, 1.0f};
    // The weight in two halves of 21 bits, which vectors of 32 bits can hold and add up.
    static constexpr int kHalfBits = kWeightBits / 2;
    static constexpr float kHalfOne = 0x1p21f, kUnit = 0x1p23f;
    static constexpr std::uint32_t kExponentBias = 127 + kHalfBits, kMantissaMask = 0x7FFFFF;
};

// NaN counts as -inf.
[[nodiscard]] inline std::uint64_t softmax_weight(float x) {
    using W = SoftmaxWeight;
    x = x > -W::kNegligible ? x : -W::kNegligible;
    const float rounded = x * W::kLog2e + W::kRound;
    const float k = rounded - W::kRound;
    const float r = (x - k * W::kLn2High) - k * W::kLn2Low;
    float sum = W::kTerms[0];
    for (int i = 1; i < 8; ++i) sum = sum * r + W::kTerms[i];
    const std::uint32_t power = (std::bit_cast<std::uint32_t>(rounded) + W::kExponentBias) << 23;
    const float scaled = sum * std::bit_cast<float>(power);
    const auto high = static_cast<std::int32_t>(scaled);
    // Exact but for the last step: adding 2^23 rounds and leaves an integer in the mantissa.
    const float rest = (scaled - static_cast<float>(high)) * W::kHalfOne + W::kUnit;
    const std::uint32_t low = std::bit_cast<std::uint32_t>(rest) & W::kMantissaMask;
    return (static_cast<std::uint64_t>(high) << W::kHalfBits) + low;
}

// Logits per block: 2376 blocks for 152 064, few enough to select among, long enough to be worth
// skipping. Halves of that many weights sum to less than 2^31.
inline constexpr std::size_t kWeightBlock = 64;

}  // namespace vibrant
