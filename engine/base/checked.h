// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Arithmetic on sizes that come from a file: nothing wraps, an overflow is an empty optional.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace vibrant {

template <std::unsigned_integral T>
[[nodiscard]] constexpr std::optional<T> checked_add(T a, T b) {
    T sum;
    if (__builtin_add_overflow(a, b, &sum)) return std::nullopt;
    return sum;
}

template <std::unsigned_integral T>
[[nodiscard]] constexpr std::optional<T> checked_mul(T a, T b) {
    T product;
    if (__builtin_mul_overflow(a, b, &product)) return std::nullopt;
    return product;
}

// Smallest multiple of `step` (a power of two) that is >= n; empty if that does not fit in T.
template <std::unsigned_integral T>
[[nodiscard]] constexpr std::optional<T> checked_round_up(T n, T step) {
    const auto sum = checked_add<T>(n, step - 1);
    if (!sum) return std::nullopt;
    return *sum & ~(step - 1);
}

// For sizes of our own making, known to be small. `step` need not be a power of two.
[[nodiscard]] constexpr std::size_t round_up(std::size_t n, std::size_t step) {
    return (n + step - 1) / step * step;
}

}  // namespace vibrant
