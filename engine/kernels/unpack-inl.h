// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What each block format is, for vectors: one struct per type that turns a block into signed bytes
// and one scale (perhaps an offset) per sub-block. dequantize.cpp does the rest for all of them, so
// a new type is a struct here.
//
//   Block       the layout (quant/blocks.h);    kValues   values per block
//   kSub        values per sub-block;           kOffset   whether sub-blocks have an offset
//   quants      q of every value, in order
//   factors     scale and offset of every sub-block
// so that x = scale * q + offset. Bytes are handled as vectors wherever a format packs several
// quants into one; the packed scales are small enough for a 32- or 64-bit register.

#if defined(VIBRANT_KERNELS_UNPACK_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_UNPACK_INL_H
#undef VIBRANT_KERNELS_UNPACK_INL_H
#else
#define VIBRANT_KERNELS_UNPACK_INL_H
#endif

#include <bit>
#include <cstring>

#include "engine/kernels/half-inl.h"
#include "engine/kernels/target-inl.h"
#include "engine/quant/blocks.h"

// Fields are read as words of the file's byte order.
static_assert(std::endian::native == std::endian::little);

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

using B16 = hn::Full128<std::uint8_t>;        // the 16 packed bytes of 32 values
using B32 = hn::CappedTag<std::uint8_t, 32>;  // a strip of 32 bytes in one or two vectors
inline constexpr std::size_t kStrip = hn::MaxLanes(B32());

template <typename D>
using VecOf = hn::Vec<D>;

template <typename D>
HWY_INLINE VecOf<D> load_bytes(D d, const void* bytes) {
    return hn::LoadU(d, static_cast<const std::uint8_t*>(bytes));
}

// The quants q - center as signed bytes.
template <typename D>
HWY_INLINE void store_centered(D, VecOf<D> q, int center, std::int8_t* out) {
    const hn::RebindToSigned<D> signed_tag;
    const auto shift = hn::Set(signed_tag, static_cast<std::int8_t>(center));
    hn::StoreU(hn::Sub(hn::BitCast(signed_tag, q), shift), signed_tag, out);
}

template <typename D>
HWY_INLINE VecOf<D> low_nibbles(D d, VecOf<D> v) {
    return hn::And(v, hn::Set(d, std::uint8_t{0xF}));
}

// Bit kFrom of every byte moved to bit kTo, all others cleared.
template <int kFrom, int kTo, typename D>
HWY_INLINE VecOf<D> move_bit(D d, VecOf<D> v) {
    const auto bit = hn::Set(d, static_cast<std::uint8_t>(1 << kFrom));
    return hn::IfThenElseZero(hn::TestBit(v, bit), hn::Set(d, static_cast<std::uint8_t>(1 << kTo)));
}

// A block's factor, by the target's own conversion: the scalar one of base/half.h branches.
HWY_INLINE float widen(f16_bits half) {
    const hn::CappedTag<float, 1> d;
    const hn::Rebind<std::uint16_t, hn::CappedTag<float, 1>> bits;
    return hn::GetLane(widen_half(d, hn::Set(bits, half)));
}

HWY_INLINE std::uint32_t word(const std::uint8_t* bytes) {
    std::uint32_t value;
    std::memcpy(&value, bytes, sizeof(value));
    return value;
}

HWY_INLINE std::uint64_t join(std::uint32_t low, std::uint32_t high) {
    return low | static_cast<std::uint64_t>(high) << 32;
}

// out[i] = factor * (bytes[i] - center) for kCount (8 or 16) small integers.
template <std::size_t kCount, typename Byte>
HWY_INLINE void scale_bytes(const Byte* bytes, int center, float factor, float* out) {
    const hn::CappedTag<float, 8> d;
    const hn::RebindToSigned<decltype(d)> integers;
    const hn::Rebind<Byte, decltype(d)> narrow;
    for (std::size_t i = 0; i < kCount; i += hn::MaxLanes(d)) {
        const auto value = hn::Sub(hn::PromoteTo(integers, hn::LoadU(narrow, bytes + i)), hn::Set(integers, center));
        hn::StoreU(hn::Mul(hn::ConvertTo(d, value), hn::Set(d, factor)), d, out + i);
    }
}

// Bit i of the word at `qh` in bit 4 of byte i: the fifth bits of 16 values, for kHalf 0 or 1.
template <int kHalf>
HWY_INLINE hn::Vec<B16> fifth_bits(const std::uint8_t (&qh)[4]) {
    const B16 d;
    constexpr std::uint8_t lo = 2 * kHalf, hi = 2 * kHalf + 1;
    alignas(16) static constexpr std::uint8_t kByteOf[16] = {lo, lo, lo, lo, lo, lo, lo, lo,
                                                             hi, hi, hi, hi, hi, hi, hi, hi};
    alignas(16) static constexpr std::uint8_t kBitOf[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const auto words = hn::BitCast(d, hn::Set(hn::Full128<std::uint32_t>(), word(qh)));
    const auto spread = hn::TableLookupBytes(words, hn::Load(d, kByteOf));
    return hn::IfThenElseZero(hn::TestBit(spread, hn::Load(d, kBitOf)), hn::Set(d, std::uint8_t{16}));
}

// Legacy blocks: 16 bytes of nibbles, the high ones 16 values later.
template <class B>
struct Legacy {
    using Block = B;
    static constexpr std::size_t kValues = kLegacyBlock, kSub = kLegacyBlock;
};

struct UnpackQ4_0 : Legacy<BlockQ4_0> {
    static constexpr bool kOffset = false;

    static HWY_INLINE void quants(const Block& b, std::int8_t* q) {
        const B16 d;
        const auto v = load_bytes(d, b.qs);
        store_centered(d, low_nibbles(d, v), 8, q);
        store_centered(d, hn::ShiftRight<4>(v), 8, q + 16);
    }
    static HWY_INLINE void factors(const Block& b, float* scale, float*) { *scale = widen(b.d); }
};

struct UnpackQ4_1 : Legacy<BlockQ4_1> {
    static constexpr bool kOffset = true;

    static HWY_INLINE void quants(const Block& b, std::int8_t* q) {
        const B16 d;
        const auto v = load_bytes(d, b.qs);
        store_centered(d, low_nibbles(d, v), 0, q);
        store_centered(d, hn::ShiftRight<4>(v), 0, q + 16);
    }
    static HWY_INLINE void factors(const Block& b, float* scale, float* offset) {
        *scale = widen(b.d);
        *offset = widen(b.m);
    }
};

template <class B>
HWY_INLINE void five_bit_quants(const B& b, int center, std::int8_t* q) {
    const B16 d;
    const auto v = load_bytes(d, b.qs);
    store_centered(d, hn::Or(low_nibbles(d, v), fifth_bits<0>(b.qh)), center, q);
    store_centered(d, hn::Or(hn::ShiftRight<4>(v), fifth_bits<1>(b.qh)), center, q + 16);
}

struct UnpackQ5_0 : Legacy<BlockQ5_0> {
    static constexpr bool kOffset = false;

    static HWY_INLINE void quants(const Block& b, std::int8_t* q) { five_bit_quants(b, 16, q); }
    static HWY_INLINE void factors(const Block& b, float* scale, float*) { *scale = widen(b.d); }
};

struct UnpackQ5_1 : Legacy<BlockQ5_1> {
    static constexpr bool kOffset = true;

    static HWY_INLINE void quants(const Block& b, std::int8_t* q) { five_bit_quants(b, 0, q); }
    static HWY_INLINE void factors(const Block& b, float* scale, float* offset) {
        *scale = widen(b.d);
        *offset = widen(b.m);
    }
};

struct UnpackQ8_0 : Legacy<BlockQ8_0> {
    static constexpr bool kOffset = false;

    static HWY_INLINE void quants(const Block& b, std::int8_t* q) { std::memcpy(q, b.qs, sizeof(b.qs)); }
    static HWY_INLINE void factors(const Block& b, float* scale, float*) { *scale = widen(b.d); }
};

// 16 packed bytes to 32 levels of the IQ4 table.
HWY_INLINE void iq4_quants(const std::uint8_t* qs, std::int8_t* q) {
    const B16 d;
    const hn::RebindToSigned<B16> levels;
    const auto table = hn::LoadU(levels, kIq4Values);
    const auto v = load_bytes(d, qs);
    hn::StoreU(hn::TableLookupBytes(table, hn::BitCast(levels, low_nibbles(d, v))), levels, q);
    hn::StoreU(hn::TableLookupBytes(table, hn::BitCast(levels, hn::ShiftRight<4>(v))), levels, q + 16);
}

struct UnpackIQ4_NL : Legacy<BlockIQ4_NL> {
    static constexpr bool kOffset = false;

    static HWY_INLINE void quants(const Block& b, std::int8_t* q) { iq4_quants(b.qs, q); }
    static HWY_INLINE void factors(const Block& b, float* scale, float*) { *scale = widen(b.d); }
};

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
