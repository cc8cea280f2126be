// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// unpack-inl.h continued: the formats with super-blocks of 256 values.

#if defined(VIBRANT_KERNELS_UNPACK_K_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_UNPACK_K_INL_H
#undef VIBRANT_KERNELS_UNPACK_K_INL_H
#else
#define VIBRANT_KERNELS_UNPACK_K_INL_H
#endif

#include "engine/kernels/unpack-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

template <class B, std::size_t kSubValues>
struct Super {
    using Block = B;
    static constexpr std::size_t kValues = kSuperBlock, kSub = kSubValues;
};

// Bits kShift, kShift + 1 of every byte, in place 0 and 1.
template <int kShift, typename D>
HWY_INLINE VecOf<D> bit_pair(D d, VecOf<D> v) {
    return hn::And(hn::ShiftRight<kShift>(v), hn::Set(d, std::uint8_t{3}));
}

struct UnpackQ2_K : Super<BlockQ2_K, 16> {
    static constexpr bool kOffset = true;

    static HWY_INLINE void quants(const Block& b, std::int8_t* q) {
        const B32 d;
        for (std::size_t half = 0; half < 2; ++half, q += 128) {
            for (std::size_t l = 0; l < 32; l += kStrip) {
                const auto v = load_bytes(d, b.qs + 32 * half + l);
                store_centered(d, bit_pair<0>(d, v), 0, q + l);
                store_centered(d, bit_pair<2>(d, v), 0, q + 32 + l);
                store_centered(d, bit_pair<4>(d, v), 0, q + 64 + l);
                store_centered(d, bit_pair<6>(d, v), 0, q + 96 + l);
            }
        }
    }
    static HWY_INLINE void factors(const Block& b, float* scale, float* offset) {
        const B16 d;
        alignas(16) std::uint8_t scales[16], mins[16];
        const auto packed = load_bytes(d, b.scales);
        hn::Store(low_nibbles(d, packed), d, scales);
        hn::Store(hn::ShiftRight<4>(packed), d, mins);
        scale_bytes<16>(scales, 0, widen(b.d), scale);
        scale_bytes<16>(mins, 0, -widen(b.dmin), offset);
    }
};

struct UnpackQ3_K : Super<BlockQ3_K, 16> {
    static constexpr bool kOffset = false;

    template <int kHalf, typename D>
    static HWY_INLINE void half_block(D d, VecOf<D> low, VecOf<D> high, std::int8_t* q) {
        constexpr int bit = 4 * kHalf;
        store_centered(d, hn::Or(bit_pair<0>(d, low), move_bit<bit, 2>(d, high)), 4, q);
        store_centered(d, hn::Or(bit_pair<2>(d, low), move_bit<bit + 1, 2>(d, high)), 4, q + 32);
        store_centered(d, hn::Or(bit_pair<4>(d, low), move_bit<bit + 2, 2>(d, high)), 4, q + 64);
        store_centered(d, hn::Or(bit_pair<6>(d, low), move_bit<bit + 3, 2>(d, high)), 4, q + 96);
    }
    static HWY_INLINE void quants(const Block& b, std::int8_t* q) {
        const B32 d;
        for (std::size_t l = 0; l < 32; l += kStrip) {
            const auto high = load_bytes(d, b.hmask + l);
            half_block<0>(d, load_bytes(d, b.qs + l), high, q + l);
            half_block<1>(d, load_bytes(d, b.qs + 32 + l), high, q + 128 + l);
        }
    }
    static HWY_INLINE void factors(const Block& b, float* scale, float*) {
        const std::uint32_t low0 = word(b.scales), low1 = word(b.scales + 4), high = word(b.scales + 8);
        constexpr std::uint32_t kLow = 0x0F0F0F0F, kHigh = 0x30303030;
        const std::uint64_t scales[2] = {
            join((low0 & kLow) | ((high << 4) & kHigh), (low1 & kLow) | ((high << 2) & kHigh)),
            join(((low0 >> 4) & kLow) | (high & kHigh), ((low1 >> 4) & kLow) | ((high >> 2) & kHigh))};
        scale_bytes<16>(reinterpret_cast<const std::uint8_t*>(scales), 32, widen(b.d), scale);
    }
};

// The scales and mins of Q4_K and Q5_K, eight each.
template <class B>
HWY_INLINE void scale_min_factors(const B& b, float* scale, float* offset) {
    const std::uint32_t s = word(b.scales), m = word(b.scales + 4), rest = word(b.scales + 8);
    constexpr std::uint32_t kSix = 0x3F3F3F3F, kLow = 0x0F0F0F0F, kHigh = 0x30303030;
    const std::uint64_t scales = join(s & kSix, (rest & kLow) | ((s >> 2) & kHigh));
    const std::uint64_t mins = join(m & kSix, ((rest >> 4) & kLow) | ((m >> 2) & kHigh));
    scale_bytes<8>(reinterpret_cast<const std::uint8_t*>(&scales), 0, widen(b.d), scale);
    scale_bytes<8>(reinterpret_cast<const std::uint8_t*>(&mins), 0, -widen(b.dmin), offset);
}

struct UnpackQ4_K : Super<BlockQ4_K, 32> {
    static constexpr bool kOffset = true;

    static HWY_INLINE void quants(const Block& b, std::int8_t* q) {
        const B32 d;
        for (std::size_t pair = 0; pair < 4; ++pair, q += 64) {
            for (std::size_t l = 0; l < 32; l += kStrip) {
                const auto v = load_bytes(d, b.qs + 32 * pair + l);
                store_centered(d, low_nibbles(d, v), 0, q + l);
                store_centered(d, hn::ShiftRight<4>(v), 0, q + 32 + l);
            }
        }
    }
    static HWY_INLINE void factors(const Block& b, float* scale, float* offset) { scale_min_factors(b, scale, offset); }
};

struct UnpackQ5_K : Super<BlockQ5_K, 32> {
    static constexpr bool kOffset = true;

    template <int kPair, typename D>
    static HWY_INLINE void pair(D d, VecOf<D> v, VecOf<D> high, std::int8_t* q) {
        store_centered(d, hn::Or(low_nibbles(d, v), move_bit<2 * kPair, 4>(d, high)), 0, q + 64 * kPair);
        store_centered(d, hn::Or(hn::ShiftRight<4>(v), move_bit<2 * kPair + 1, 4>(d, high)), 0, q + 64 * kPair + 32);
    }
    static HWY_INLINE void quants(const Block& b, std::int8_t* q) {
        const B32 d;
        for (std::size_t l = 0; l < 32; l += kStrip) {
            const auto high = load_bytes(d, b.qh + l);
            pair<0>(d, load_bytes(d, b.qs + l), high, q + l);
            pair<1>(d, load_bytes(d, b.qs + 32 + l), high, q + l);
            pair<2>(d, load_bytes(d, b.qs + 64 + l), high, q + l);
            pair<3>(d, load_bytes(d, b.qs + 96 + l), high, q + l);
        }
    }
    static HWY_INLINE void factors(const Block& b, float* scale, float* offset) { scale_min_factors(b, scale, offset); }
};

struct UnpackQ6_K : Super<BlockQ6_K, 16> {
    static constexpr bool kOffset = false;

    static HWY_INLINE void quants(const Block& b, std::int8_t* q) {
        const B32 d;
        for (std::size_t half = 0; half < 2; ++half, q += 128) {
            for (std::size_t l = 0; l < 32; l += kStrip) {
                const auto low0 = load_bytes(d, b.ql + 64 * half + l), low1 = load_bytes(d, b.ql + 64 * half + 32 + l);
                const auto high = load_bytes(d, b.qh + 32 * half + l), pair = hn::Set(d, std::uint8_t{0x30});
                const auto high0 = hn::And(hn::ShiftLeft<4>(high), pair), high1 = hn::And(hn::ShiftLeft<2>(high), pair);
                const auto high2 = hn::And(high, pair), high3 = hn::And(hn::ShiftRight<2>(high), pair);
                store_centered(d, hn::Or(low_nibbles(d, low0), high0), 32, q + l);
                store_centered(d, hn::Or(low_nibbles(d, low1), high1), 32, q + 32 + l);
                store_centered(d, hn::Or(hn::ShiftRight<4>(low0), high2), 32, q + 64 + l);
                store_centered(d, hn::Or(hn::ShiftRight<4>(low1), high3), 32, q + 96 + l);
            }
        }
    }
    static HWY_INLINE void factors(const Block& b, float* scale, float*) {
        scale_bytes<16>(b.scales, 0, widen(b.d), scale);
    }
};

struct UnpackIQ4_XS : Super<BlockIQ4_XS, 32> {
    static constexpr bool kOffset = false;

    static HWY_INLINE void quants(const Block& b, std::int8_t* q) {
        for (std::size_t s = 0; s < 8; ++s) iq4_quants(b.qs + 16 * s, q + 32 * s);
    }
    static HWY_INLINE void factors(const Block& b, float* scale, float*) {
        // Nibble i and bit pair i each moved to byte i, by halving the distance they still have to
        // go.
        std::uint64_t low = word(b.scales_l);
        low = (low | low << 16) & 0x0000FFFF0000FFFF;
        low = (low | low << 8) & 0x00FF00FF00FF00FF;
        low = (low | low << 4) & 0x0F0F0F0F0F0F0F0F;
        std::uint64_t high = static_cast<std::uint64_t>(b.scales_h[0]) | static_cast<std::uint64_t>(b.scales_h[1]) << 8;
        high = (high | high << 24) & 0x000000FF000000FF;
        high = (high | high << 12) & 0x000F000F000F000F;
        high = (high | high << 6) & 0x0303030303030303;
        const std::uint64_t scales = low | high << 4;
        scale_bytes<8>(reinterpret_cast<const std::uint8_t*>(&scales), 32, widen(b.d), scale);
    }
};

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
