// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemv of the legacy formats with x = d * q + m. The layouts are those of quant/blocks.h.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/gemv_min.cpp"
#include "engine/kernels/highway_targets.h"

#include "engine/kernels/foreach_target.h"

#include "engine/kernels/gemv_legacy-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

struct GemvQ4_1 : MinBlocks<BlockQ4_1> {
    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        return block_nibbles<Block, kVector>(blocks);
    }
};

struct GemvQ5_1 : MinBlocks<BlockQ5_1> {
    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        return block_five_bits<Block, kVector>(blocks);
    }
};

template <>
void gemv<DType::kQ4_1>(const GemvArgs& args) {
    multiply_range<GemvQ4_1>(args);
}
template <>
void gemv<DType::kQ5_1>(const GemvArgs& args) {
    multiply_range<GemvQ5_1>(args);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
