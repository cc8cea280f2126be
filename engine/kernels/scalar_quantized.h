// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The plain twins of the integer kernels, for the table of scalar.cpp. Internal to kernels/.
#pragma once

#include <cstddef>

#include "engine/kernels/quantized.h"

namespace vibrant {

// q of Act16 in natural order, one number after the other.
void scalar_quantize_act16(const float* x, std::size_t begin, std::size_t end, const Act16& out);
void scalar_quantize_act8(const float* x, std::size_t begin, std::size_t end, const Act8& out, std::size_t row);
// Sums in double.
template <DType kType>
void scalar_gemv(const GemvArgs& args);

}  // namespace vibrant
