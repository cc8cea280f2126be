// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The arithmetic of drawing a token, all in integers; probabilities are kernels/softmax_weight.h.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "engine/base/token.h"

namespace vibrant::sampling {

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

// Orders as the floats do (no NaN comes here; -0 and +0 are the same), then the lower id first.
[[nodiscard]] inline std::uint64_t rank_of(float logit, std::size_t id) {
    const auto bits = std::bit_cast<std::uint32_t>(logit + 0.0f);
    const std::uint32_t ordered = (bits & 0x80000000u) ? ~bits : bits | 0x80000000u;
    return (static_cast<std::uint64_t>(ordered) << 32) | (0xFFFFFFFFu - static_cast<std::uint32_t>(id));
}
[[nodiscard]] inline TokenId id_of(std::uint64_t rank) {
    return static_cast<TokenId>(0xFFFFFFFFu - static_cast<std::uint32_t>(rank & 0xFFFFFFFFu));
}

}  // namespace vibrant::sampling
