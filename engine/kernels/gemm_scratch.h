// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The expanded strip of weights as it lies in GemmArgs::scratch. Internal to kernels/.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/kernels/quantized.h"

namespace vibrant {

// Values of a row expanded at a time.
inline constexpr std::size_t kGemmDepth = kActSlice * kActBlock;
inline constexpr std::size_t kGemmRows = 32;    // rows of a strip
inline constexpr std::size_t kGemmPanel = 128;  // rows of a panel

// A slice of a strip: 16 KB of quants and up to 8 KB of factors, which leaves L1 room for columns.
// The rows of a tile (as many as the target likes) lie side by side, one tile after the other.
struct alignas(64) GemmScratch {
    std::uint8_t q[kGemmRows * kGemmDepth];       // (tiles, depth / 4, tile rows, 4)
    float scale[kGemmRows * (kGemmDepth / 16)];   // (tiles, depth / 16 or 32, tile rows)
    float offset[kGemmRows * (kGemmDepth / 16)];  // likewise
};

}  // namespace vibrant
