// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Dot products of unsigned 8-bit weights with 16-bit activations, and the form of the activations
// that makes them cheap. Exact in int32 everywhere: four products of 255 * 32512 are below 2^25.
//
// A vector of kWide = 4 * kLanes weight bytes (consecutive values of a row) meets a chunk of as
// many activations, stored as two vectors. The result has kLanes sums, lane l that of the values
// 4l .. 4l + 3. What the two vectors hold depends on what the target multiplies best:
//   kPlanes   targets with a u8 * s8 dot product (x86 with VNNI, ARM with i8mm): the high
//             bytes h and the low bytes l, both signed, of q = 256 h + l. Two instructions and a
//             shift for kWide weights.
//   words     the others: the 16-bit values at even places, then those at odd places, against the
//             even and the odd bytes of the weights widened to words. Two instructions to widen,
//             two to multiply (pmaddwd), and nothing can saturate, as it would in pmaddubsw.

#if defined(VIBRANT_KERNELS_GEMV_DOT_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_GEMV_DOT_INL_H
#undef VIBRANT_KERNELS_GEMV_DOT_INL_H
#else
#define VIBRANT_KERNELS_GEMV_DOT_INL_H
#endif

#include "engine/kernels/quantized.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

using W8 = hn::Repartition<std::uint8_t, F32>;  // weights
using VW = hn::Vec<W8>;
using A8 = hn::Repartition<std::int8_t, F32>;
using A16 = hn::Repartition<std::int16_t, F32>;
using VA = hn::Vec<A16>;
using VI = hn::Vec<I32>;
inline constexpr std::size_t kWide = 4 * kLanes;  // weights per vector

// dot_quads adds to every lane the products of its four weights and values.
#if defined(VIBRANT_AVX_VNNI)
inline constexpr bool kPlanes = true;
HWY_INLINE VI dot_quads(VW weights, hn::Vec<A8> values, VI sum) {
    return VI{_mm256_dpbusd_avx_epi32(sum.raw, weights.raw, values.raw)};
}
#elif defined(VIBRANT_NEON_I8MM)
inline constexpr bool kPlanes = true;
HWY_INLINE VI dot_quads(VW weights, hn::Vec<A8> values, VI sum) {
    return VI(vusdotq_s32(sum.raw, weights.raw, values.raw));
}
#else  // Highway knows those of AVX-512; elsewhere this is correct and slow
inline constexpr bool kPlanes = HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3_DL;
HWY_INLINE VI dot_quads(VW weights, hn::Vec<A8> values, VI sum) {
    return hn::SumOfMulQuadAccumulate(I32(), weights, values, sum);
}
#endif

// Where formats that keep two strips of 32 values in the low and the high nibbles of 64 adjacent
// bytes have value i of a group, for vectors of 64 weights: strips 0 and 2, then 1 and 3 of each
// four. Narrower vectors meet values in order.
constexpr std::size_t paired_value(std::size_t i) {
    if (kWide < 64) return i;
    constexpr std::size_t kStripOf[] = {0, 2, 1, 3};
    return i / 128 * 128 + kStripOf[i % 128 / 32] * 32 + i % 32;
}

// kWide activations in order, first and second half, to the chunk at `out`.
HWY_INLINE void store_chunk(VA low, VA high, std::int16_t* out) {
    const A16 d;
    VA first = hn::ConcatEven(d, high, low), second = hn::ConcatOdd(d, high, low);
    if constexpr (kPlanes) {
        // h rounds q / 256 to nearest, so that l = q - 256 h is in -128..127 and the low byte of q.
        const A8 bytes;
        const auto round = hn::Set(d, std::int16_t{128});
        const auto low_high = hn::BitCast(bytes, hn::Add(low, round));
        const auto high_high = hn::BitCast(bytes, hn::Add(high, round));
        first = hn::BitCast(d, hn::ConcatOdd(bytes, high_high, low_high));
        second = hn::BitCast(d, hn::ConcatEven(bytes, hn::BitCast(bytes, high), hn::BitCast(bytes, low)));
    }
    hn::Store(first, d, out);
    hn::Store(second, d, out + kWide / 2);
}

struct Chunk {
    VA first, second;
};
HWY_INLINE Chunk load_chunk(const std::int16_t* x) {
    return {hn::Load(A16(), x), hn::Load(A16(), x + kWide / 2)};
}

// The kLanes sums of four products each of the weights `w` with the chunk `x`.
HWY_INLINE VI dot_chunk(VW w, const Chunk& x) {
    const I32 d;
    const A16 words;
    if constexpr (kPlanes) {
        const A8 bytes;
        const auto high = hn::BitCast(bytes, x.first), low = hn::BitCast(bytes, x.second);
        return dot_quads(w, low, hn::ShiftLeft<8>(dot_quads(w, high, hn::Zero(d))));
    } else {
        const hn::RebindToUnsigned<A16> unsigned_words;
        const auto pairs = hn::BitCast(unsigned_words, w);
        const auto even = hn::BitCast(words, hn::And(pairs, hn::Set(unsigned_words, 0xFFu)));
        const auto odd = hn::BitCast(words, hn::ShiftRight<8>(pairs));
        VI rest = hn::Zero(d);
        VI sum = hn::ReorderWidenMulAccumulate(d, even, x.first, hn::Zero(d), rest);
        sum = hn::ReorderWidenMulAccumulate(d, odd, x.second, sum, rest);
        return hn::RearrangeToOddPlusEven(sum, rest);
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
