// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemm-inl.h for the formats with super-blocks.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/gemm_k.cpp"
#include "engine/kernels/highway_targets.h"

#include "engine/kernels/foreach_target.h"

#include "engine/kernels/gemm-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

template <>
void gemm<DType::kQ2_K>(const GemmArgs& args) {
    multiply_strips<UnpackQ2_K>(args);
}
template <>
void gemm<DType::kQ3_K>(const GemmArgs& args) {
    multiply_strips<UnpackQ3_K>(args);
}
template <>
void gemm<DType::kQ4_K>(const GemmArgs& args) {
    multiply_strips<UnpackQ4_K>(args);
}
template <>
void gemm<DType::kQ5_K>(const GemmArgs& args) {
    multiply_strips<UnpackQ5_K>(args);
}
template <>
void gemm<DType::kQ6_K>(const GemmArgs& args) {
    multiply_strips<UnpackQ6_K>(args);
}
template <>
void gemm<DType::kIQ4_XS>(const GemmArgs& args) {
    multiply_strips<UnpackIQ4_XS>(args);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
