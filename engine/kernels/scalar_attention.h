// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The scalar twins of attention and of what writes an 8-bit cache.
#pragma once

#include "engine/kernels/kernels.h"

namespace vibrant {

void scalar_attend_f32(const AttendArgs& args);
void scalar_attend_f16(const AttendArgs& args);
void scalar_attend_i8(const AttendArgs& args);
void scalar_attend_tile_f16(const AttendTileArgs& args);
void scalar_attend_tile_i8(const AttendTileArgs& args);
void scalar_attend_merge(const AttendMergeArgs& args);
void scalar_to_kv8(const float* x, std::size_t n, std::byte* row);
void scalar_hadamard(float* x, std::size_t n);

}  // namespace vibrant
