// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// f16 and bf16 as storage types with exact scalar conversion (subnormals, infinities and NaN
// included). The vector versions live in kernels/; these are their twins and the definition.
#pragma once

#include <bit>
#include <cstdint>

namespace vibrant {

using f16_bits = std::uint16_t;   // IEEE 754 binary16
using bf16_bits = std::uint16_t;  // upper half of a binary32

[[nodiscard]] constexpr float f16_to_f32(f16_bits h) {
    const std::uint32_t sign = static_cast<std::uint32_t>(h & 0x8000u) << 16;
    const std::uint32_t exponent = (h >> 10) & 0x1Fu;
    const std::uint32_t mantissa = h & 0x3FFu;
    if (exponent == 0x1F) return std::bit_cast<float>(sign | 0x7F800000u | (mantissa << 13));
    if (exponent != 0) return std::bit_cast<float>(sign | ((exponent + 112) << 23) | (mantissa << 13));
    // Subnormal or zero: mantissa * 2^-24, exact in f32.
    const float magnitude = static_cast<float>(mantissa) * 0x1p-24f;
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(magnitude) | sign);
}

// Rounds to nearest even; overflows to infinity; NaN stays a (quiet) NaN.
[[nodiscard]] constexpr f16_bits f32_to_f16(float f) {
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(f);
    const std::uint32_t sign = (bits >> 16) & 0x8000u;
    const std::uint32_t magnitude = bits & 0x7FFFFFFFu;
    if (magnitude > 0x7F800000u) return static_cast<f16_bits>(sign | 0x7E00u);
    // From 65520 on the nearest is infinity.
    if (magnitude >= 0x477FF000u) return static_cast<f16_bits>(sign | 0x7C00u);
    // Below 2^-14 a half is subnormal: the FPU rounds at 2^-24, the last bit of 0.5.
    if (magnitude < 0x38800000u) {
        const float shifted = std::bit_cast<float>(magnitude) + 0.5f;
        return static_cast<f16_bits>(sign | (std::bit_cast<std::uint32_t>(shifted) - 0x3F000000u));
    }
    const std::uint32_t odd = (magnitude >> 13) & 1u;
    return static_cast<f16_bits>(sign | ((magnitude - 0x38000000u + 0xFFFu + odd) >> 13));
}

[[nodiscard]] constexpr float bf16_to_f32(bf16_bits b) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(b) << 16);
}

}  // namespace vibrant
