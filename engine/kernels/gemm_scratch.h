// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The expanded strip of weights as it lies in GemmArgs::scratch. Internal to kernels/.
#pragma once

#include <cstddef>
#include <cstdint>

namespace vibrant {

inline constexpr std::size_t kGemmDepth = 512;  // values of a row expanded at a time
inline constexpr std::size_t kGemmMaxRows = 32;  // rows of a strip, at most

// Rows of a strip lie side by side: `rows` below is the target's strip height, and arrays are
// indexed without gaps.
struct alignas(64) GemmScratch {
    std::uint8_t q[kGemmDepth * kGemmMaxRows];       // (depth / 4, rows, 4): quants, all >= 0
    float scale[kGemmDepth / 16 * kGemmMaxRows];     // (depth / 16 or 32, rows)
    float offset[kGemmDepth / 16 * kGemmMaxRows];    // likewise
};

}  // namespace vibrant
