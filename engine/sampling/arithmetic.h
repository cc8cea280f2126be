// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The arithmetic of drawing a token: integers wherever a sum is taken, so that no result depends on
// the order of additions, on the compiler or on the C library.
//
// Include it only from files built with -ffp-contract=off (see CMakeLists.txt): a fused
// multiply-add rounds once instead of twice and would make ARM and x86 draw different ids.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "engine/base/token.h"

namespace vibrant::sampling {

// 2^42 for the best candidate: 2^21 candidates (more than any vocabulary) still sum to 2^63.
inline constexpr int kWeightBits = 42;
inline constexpr double kWeightOne = static_cast<double>(std::uint64_t{1} << kWeightBits);
// exp(-x) 2^42 rounds to zero from here on; ln(2^43) = 29.81.
inline constexpr double kNegligible = 30.0;

// Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014).
[[nodiscard]] inline std::uint64_t splitmix64(std::uint64_t& state) {
    std::uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

// Uniform in [0, n): the high word of the product; its bias, n / 2^64, is below what 2^42 can show.
[[nodiscard]] inline std::uint64_t below(std::uint64_t n, std::uint64_t random) {
    return static_cast<std::uint64_t>((static_cast<unsigned __int128>(random) * n) >> 64);
}

// exp(x) 2^42, rounded, for x <= 0 (NaN counts as -inf). Only sums and products of doubles, never
// fused (see CMakeLists.txt): the same bits everywhere, which the C library's exp does not promise.
// No branch and no call, so that loops over it become vector code. Relative error below 1e-9.
[[nodiscard]] inline std::uint64_t weight_of(double x) {
    x = x > -kNegligible ? x : -kNegligible;
    // x = k ln 2 + r with |r| <= ln(2) / 2. Adding 1.5 * 2^52 rounds to an integer and leaves it in
    // the low bits.
    constexpr double kRound = 0x1.8p52, kLog2e = 0x1.71547652b82fep+0;
    constexpr double kLn2High = 0x1.62e42fefap-1,
                     kLn2Low = 0x1.cf79abc9e3b3ap-40;  // k * high is exact
    const double rounded = x * kLog2e + kRound;
    const double k = rounded - kRound;
    const double r = (x - k * kLn2High) - k * kLn2Low;
    // Taylor to r^9: the next term is 0.347^10 / 10! = 7e-12.
    double sum = 1.0 / 362880;
    sum = sum * r + 1.0 / 40320;
    sum = sum * r + 1.0 / 5040;
    sum = sum * r + 1.0 / 720;
    sum = sum * r + 1.0 / 120;
    sum = sum * r + 1.0 / 24;
    sum = sum * r + 1.0 / 6;
    sum = sum * r + 1.0 / 2;
    sum = sum * r + 1.0;
    sum = sum * r + 1.0;
    const auto power = (std::bit_cast<std::uint64_t>(rounded) + 1023 + kWeightBits) << 52;
    // Adding 2^52 rounds the product and leaves it in the mantissa.
    const double shifted = sum * std::bit_cast<double>(power) + 0x1p52;
    return std::bit_cast<std::uint64_t>(shifted) & ((std::uint64_t{1} << 52) - 1);
}

// Orders as the floats do (no NaN comes here; -0 and +0 are the same), then the lower id first.
[[nodiscard]] inline std::uint64_t rank_of(float logit, std::size_t id) {
    const auto bits = std::bit_cast<std::uint32_t>(logit + 0.0f);
    const std::uint32_t ordered = (bits & 0x80000000u) ? ~bits : bits | 0x80000000u;
    return (static_cast<std::uint64_t>(ordered) << 32) |
           (0xFFFFFFFFu - static_cast<std::uint32_t>(id));
}
[[nodiscard]] inline TokenId id_of(std::uint64_t rank) {
    return static_cast<TokenId>(0xFFFFFFFFu - static_cast<std::uint32_t>(rank & 0xFFFFFFFFu));
}

// Logits per block: 2376 blocks for 152 064, few enough to select among, long enough to be worth
// skipping.
inline constexpr std::size_t kBlock = 64;

// Largest of at most kBlock values. NaN compares false and so counts as -inf. Sixteen independent
// running maxima are what compilers turn into vector instructions without being allowed to reorder
// anything.
[[nodiscard]] inline float max_of_block(std::span<const float> x) {
    const std::size_t n = x.size();
    constexpr std::size_t kLanes = 16;
    std::array<float, kLanes> lane;
    lane.fill(-std::numeric_limits<float>::infinity());
    std::size_t i = 0;
    for (; i + kLanes <= n; i += kLanes) {
        for (std::size_t j = 0; j < kLanes; ++j) lane[j] = x[i + j] > lane[j] ? x[i + j] : lane[j];
    }
    for (std::size_t j = 0; i < n; ++i, ++j) lane[j] = x[i] > lane[j] ? x[i] : lane[j];
    for (std::size_t width = kLanes / 2; width > 0; width /= 2) {
        for (std::size_t j = 0; j < width; ++j)
            lane[j] = lane[j + width] > lane[j] ? lane[j + width] : lane[j];
    }
    return lane[0];
}

}  // namespace vibrant::sampling
