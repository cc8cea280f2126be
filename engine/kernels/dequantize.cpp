// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Blocks to f32, per type. The bits are those of the scalar decoders (quant/dequantize.h): all
// products are exact.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/dequantize.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include <cstring>

#include "engine/kernels/half-inl.h"
#include "engine/kernels/target-inl.h"
#include "engine/kernels/unpack_k-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// x = scale * q (+ offset) for one sub-block of kSub values.
template <std::size_t kSub, bool kOffset>
HWY_INLINE void scale_sub_block(const std::int8_t* q, float scale, float offset, float* out) {
    const F32 d;
    const hn::Rebind<std::int8_t, F32> narrow;
    for (std::size_t i = 0; i < kSub; i += kLanes) {
        const VF x = hn::ConvertTo(d, hn::PromoteTo(I32(), hn::LoadU(narrow, q + i)));
        if constexpr (kOffset) {
            hn::StoreU(hn::MulAdd(x, hn::Set(d, scale), hn::Set(d, offset)), d, out + i);
        } else {
            hn::StoreU(hn::Mul(x, hn::Set(d, scale)), d, out + i);
        }
    }
}

template <class Unpack>
HWY_INLINE void decode_blocks(const std::byte* blocks, std::size_t n, float* out) {
    constexpr std::size_t kSubBlocks = Unpack::kValues / Unpack::kSub;
    alignas(64) std::int8_t q[Unpack::kValues];
    alignas(64) float scale[kSubBlocks], offset[kSubBlocks] = {};
    for (std::size_t i = 0; i < n; i += Unpack::kValues) {
        // A packed struct of bytes: any address will do.
        const auto& block = *reinterpret_cast<const typename Unpack::Block*>(blocks);
        Unpack::quants(block, q);
        Unpack::factors(block, scale, offset);
        for (std::size_t s = 0; s < kSubBlocks; ++s) {
            scale_sub_block<Unpack::kSub, Unpack::kOffset>(q + s * Unpack::kSub, scale[s], offset[s],
                                                           out + i + s * Unpack::kSub);
        }
        blocks += sizeof(typename Unpack::Block);
    }
}

// One vector of 16-bit storage values as floats.
struct WidenF16 {
    static HWY_INLINE VF widen(hn::Vec<U16> bits) { return widen_half(F32(), bits); }
};
struct WidenBF16 {
    static HWY_INLINE VF widen(hn::Vec<U16> bits) {
        const hn::RebindToUnsigned<F32> wide;
        return hn::BitCast(F32(), hn::ShiftLeft<16>(hn::PromoteTo(wide, bits)));
    }
};

template <class Widen>
HWY_INLINE void decode_16_bit(const std::byte* values, std::size_t n, float* out) {
    const F32 d;
    const U16 bits;
    const hn::Repartition<std::uint8_t, U16> bytes;
    const auto* in = reinterpret_cast<const std::uint8_t*>(values);
    std::size_t i = 0;
    for (; i + kLanes <= n; i += kLanes) {
        hn::StoreU(Widen::widen(hn::BitCast(bits, hn::LoadU(bytes, in + 2 * i))), d, out + i);
    }
    if (i == n) return;
    std::uint16_t rest[kLanes] = {};
    std::memcpy(rest, in + 2 * i, 2 * (n - i));
    hn::StoreN(Widen::widen(hn::LoadU(bits, rest)), d, out + i, n - i);
}

template <>
void dequantize_row<DType::kF32>(const std::byte* row, std::size_t n, float* out) {
    if (n != 0) std::memcpy(out, row, n * sizeof(float));
}
template <>
void dequantize_row<DType::kF16>(const std::byte* row, std::size_t n, float* out) {
    decode_16_bit<WidenF16>(row, n, out);
}
template <>
void dequantize_row<DType::kBF16>(const std::byte* row, std::size_t n, float* out) {
    decode_16_bit<WidenBF16>(row, n, out);
}
template <>
void dequantize_row<DType::kQ4_0>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackQ4_0>(row, n, out);
}
template <>
void dequantize_row<DType::kQ4_1>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackQ4_1>(row, n, out);
}
template <>
void dequantize_row<DType::kQ5_0>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackQ5_0>(row, n, out);
}
template <>
void dequantize_row<DType::kQ5_1>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackQ5_1>(row, n, out);
}
template <>
void dequantize_row<DType::kQ8_0>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackQ8_0>(row, n, out);
}
template <>
void dequantize_row<DType::kQ2_K>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackQ2_K>(row, n, out);
}
template <>
void dequantize_row<DType::kQ3_K>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackQ3_K>(row, n, out);
}
template <>
void dequantize_row<DType::kQ4_K>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackQ4_K>(row, n, out);
}
template <>
void dequantize_row<DType::kQ5_K>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackQ5_K>(row, n, out);
}
template <>
void dequantize_row<DType::kQ6_K>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackQ6_K>(row, n, out);
}
template <>
void dequantize_row<DType::kIQ4_NL>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackIQ4_NL>(row, n, out);
}
template <>
void dequantize_row<DType::kIQ4_XS>(const std::byte* row, std::size_t n, float* out) {
    decode_blocks<UnpackIQ4_XS>(row, n, out);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
