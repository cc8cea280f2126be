// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The plain twin of gemm. Internal to kernels/.
#pragma once

#include "engine/kernels/quantized.h"

namespace vibrant {

// The same quantised activations, sums in double.
template <DType kType>
void scalar_gemm(const GemmArgs& args);

}  // namespace vibrant
