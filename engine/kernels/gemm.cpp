// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemm-inl.h for the formats with blocks of 32 values.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/gemm.cpp"
#include "engine/kernels/highway_targets.h"

#include "engine/kernels/foreach_target.h"

#include "engine/kernels/gemm-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

template <>
void gemm<DType::kQ4_0>(const GemmArgs& args) {
    multiply_strips<UnpackQ4_0>(args);
}
template <>
void gemm<DType::kQ4_1>(const GemmArgs& args) {
    multiply_strips<UnpackQ4_1>(args);
}
template <>
void gemm<DType::kQ5_0>(const GemmArgs& args) {
    multiply_strips<UnpackQ5_0>(args);
}
template <>
void gemm<DType::kQ5_1>(const GemmArgs& args) {
    multiply_strips<UnpackQ5_1>(args);
}
template <>
void gemm<DType::kQ8_0>(const GemmArgs& args) {
    multiply_strips<UnpackQ8_0>(args);
}
template <>
void gemm<DType::kIQ4_NL>(const GemmArgs& args) {
    multiply_strips<UnpackIQ4_NL>(args);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
