// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemv of the legacy formats whose quants are signed bytes: as they are, or by the IQ4 table.
// The layouts are those of quant/blocks.h.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/gemv_bytes.cpp"
#include "engine/kernels/highway_targets.h"

#include "engine/kernels/foreach_target.h"

#include "engine/kernels/gemv_legacy-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

struct GemvQ8_0 : CentredBlocks<BlockQ8_0> {
    static constexpr float kOffset = -kSignBias;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        const W8 d;
        const auto& first = block_at<Block>(blocks, kFirst<kVector>).qs;
        VW v;
        if constexpr (kWide == 64) {
            const hn::Half<W8> half;
            const auto& second = block_at<Block>(blocks, kSecond<kVector>).qs;
            v = hn::Combine(d, load_bytes(half, second), load_bytes(half, first));
        } else {
            v = load_bytes(d, first + (kWide == 16 ? kVector % 2 * 16 : 0));
        }
        return hn::Xor(v, hn::Set(d, kSignBias));
    }
};

struct GemvIQ4_NL : CentredBlocks<BlockIQ4_NL> {
    static constexpr float kOffset = -kSignBias;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        return iq4_levels(block_nibbles<Block, kVector>(blocks));
    }
};

template <>
void gemv<DType::kQ8_0>(const GemvArgs& args) {
    multiply_range<GemvQ8_0>(args);
}
template <>
void gemv<DType::kIQ4_NL>(const GemvArgs& args) {
    multiply_range<GemvIQ4_NL>(args);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
