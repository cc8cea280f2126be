// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemv of the formats with super-blocks of 256 values. The layouts are those of quant/blocks.h.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/gemv_k.cpp"
#include "engine/kernels/highway_targets.h"

#include "engine/kernels/foreach_target.h"

#include <cstddef>

#include "engine/kernels/gemv-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// The quants of a super-block come in strips of 32 values. The bits of a strip, kBits wide, stand
// at bit `bit(strip)` of the 32 bytes from `byte(strip)` on, and belong at bit `to(strip)`.
struct Q4KInPlace {  // high nibbles stay where they are, as 16 times their value
    static constexpr int kBits = 4;
    static constexpr std::size_t byte(std::size_t strip) { return strip / 2 * 32; }
    static constexpr int bit(std::size_t strip) { return strip % 2 * 4; }
    static constexpr int to(std::size_t strip) { return bit(strip); }
};
struct Q5KLow : Q4KInPlace {
    static constexpr int to(std::size_t) { return 0; }
};
struct Q5KHigh {
    static constexpr int kBits = 1;
    static constexpr std::size_t byte(std::size_t) { return 0; }
    static constexpr int bit(std::size_t strip) { return static_cast<int>(strip); }
    static constexpr int to(std::size_t) { return 4; }
};
struct Q6KLow {
    static constexpr int kBits = 4;
    static constexpr std::size_t byte(std::size_t strip) { return strip / 4 * 64 + strip % 2 * 32; }
    static constexpr int bit(std::size_t strip) { return static_cast<int>(strip % 4 / 2 * 4); }
    static constexpr int to(std::size_t) { return 0; }
};
struct Q6KHigh {
    static constexpr int kBits = 2;
    static constexpr std::size_t byte(std::size_t strip) { return strip / 4 * 32; }
    static constexpr int bit(std::size_t strip) { return strip % 4 * 2; }
    static constexpr int to(std::size_t) { return 4; }
};
struct Q2KLow : Q6KHigh {  // and Q3_K's
    static constexpr int to(std::size_t) { return 0; }
};
struct Q3KHigh : Q5KHigh {
    static constexpr int to(std::size_t) { return 2; }
};

// Shifts right by kCount, left if negative. Bits that cross into a neighbouring byte are garbage.
template <int kCount>
HWY_INLINE VW shift_right(VW v) {
    const hn::Repartition<std::uint16_t, W8> words;
    if constexpr (kCount > 0) {
        return hn::BitCast(W8(), hn::ShiftRight<kCount>(hn::BitCast(words, v)));
    } else if constexpr (kCount < 0) {
        return hn::BitCast(W8(), hn::ShiftLeft<-kCount>(hn::BitCast(words, v)));
    } else {
        return v;
    }
}

// The bits of vector kVector of a group in their place, all others cleared. kPaired as in
// FactorShape.
template <class Place, std::size_t kVector, bool kPaired = false>
HWY_INLINE VW place_bits(const std::uint8_t* bytes) {
    const W8 d;
    constexpr std::size_t value = kVector * kWide;
    constexpr std::size_t strip = (kPaired ? paired_value(value) : value) / 32;
    constexpr int to = Place::to(strip), turn = Place::bit(strip) - to;
    VW v;
    if constexpr (kWide < 64) {
        v = shift_right<turn>(hn::LoadU(d, bytes + Place::byte(strip) + value % 32));
    } else {
        constexpr std::size_t other = kPaired ? strip + 2 : strip + 1;  // the vector's second strip
        if constexpr (Place::byte(other) == Place::byte(strip) + 32) {
            static_assert(Place::bit(other) == Place::bit(strip) && Place::to(other) == to);
            v = shift_right<turn>(hn::LoadU(d, bytes + Place::byte(strip)));
        } else {
            // Both from the same bytes: a copy each, turned within 32 bits by its own count.
            static_assert(Place::byte(other) == Place::byte(strip) && Place::to(other) == to);
            constexpr std::uint32_t a = turn & 31, b = (Place::bit(other) - to) & 31;
            alignas(64) static constexpr std::uint32_t kTurns[16] = {a, a, a, a, a, a, a, a,
                                                                     b, b, b, b, b, b, b, b};
            const hn::Half<W8> half;
            const hn::Repartition<std::uint32_t, W8> wide;
            const auto once = hn::LoadU(half, bytes + Place::byte(strip));
            const auto twice = hn::BitCast(wide, hn::Combine(d, once, once));
            v = hn::BitCast(d, hn::Ror(twice, hn::Load(wide, kTurns)));
        }
    }
    return hn::And(v, hn::Set(d, ((1 << Place::kBits) - 1) << to));
}

template <class B>
struct Super {
    using Block = B;
    static constexpr std::size_t kBlockValues = kSuperBlock, kGroupBytes = sizeof(B);

    // A packed struct of bytes: any address will do.
    static HWY_INLINE const B& at(const std::byte* blocks) {
        return *reinterpret_cast<const B*>(blocks);
    }
};

// The eight scales and minima that Q4_K and Q5_K share, in turns: s0 m0 s1 m1 ...
template <class B>
HWY_INLINE hn::Vec<B16> scales_and_mins(const B& b) {
    static_assert(offsetof(B, scales) == 4);
    const B16 d;
    const hn::Repartition<std::uint16_t, B16> words;
    // For pair j < 4 the bytes of scale and minimum j; else the byte with the low four bits of
    // both, twice. In the upper half, `rest` picks the bytes with their upper two bits.
    alignas(16) static constexpr std::uint8_t kLow[16] = {4,  8,  5,  9,  6,  10, 7,  11,
                                                          12, 12, 13, 13, 14, 14, 15, 15};
    alignas(16) static constexpr std::uint8_t kHigh[16] = {4, 8, 5, 9, 6, 10, 7, 11,
                                                           4, 8, 5, 9, 6, 10, 7, 11};
    alignas(16) static constexpr std::uint16_t kInPlace[8] = {0x3F3F, 0x3F3F, 0x3F3F, 0x3F3F,
                                                              0x000F, 0x000F, 0x000F, 0x000F};
    alignas(16) static constexpr std::uint16_t kByFour[8] = {0,      0,      0,      0,
                                                             0x0F00, 0x0F00, 0x0F00, 0x0F00};
    alignas(16) static constexpr std::uint16_t kByTwo[8] = {0,      0,      0,      0,
                                                            0x3030, 0x3030, 0x3030, 0x3030};
    const auto head = load_bytes(d, &b);
    const auto low = hn::BitCast(words, hn::TableLookupBytes(head, hn::Load(d, kLow)));
    const auto high = hn::BitCast(words, hn::TableLookupBytes(head, hn::Load(d, kHigh)));
    const auto pairs = hn::Or(hn::And(low, hn::Load(words, kInPlace)),
                              hn::And(hn::ShiftRight<4>(low), hn::Load(words, kByFour)));
    return hn::BitCast(
        d, hn::Or(pairs, hn::And(hn::ShiftRight<2>(high), hn::Load(words, kByTwo))));
}

// kInPlace: the quants of odd strips are 16 times too large.
template <class B, bool kInPlace>
struct ScaleMin : Super<B> {
    static constexpr FactorShape kShape = {.sub = 32, .step = 2, .paired = true};
    static constexpr float kOffset = -1;

    template <std::size_t>
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x,
                                   Scales<kShape>& scales,
                                   hn::Vec<typename Scales<kShape>::D>& offsets) {
        const typename Scales<kShape>::D d;
        const B& b = Super<B>::at(blocks);
        alignas(16) std::uint8_t bytes[16];
        hn::Store(scales_and_mins(b), B16(), bytes);
        std::uint32_t d_dmin;
        std::memcpy(&d_dmin, blocks, sizeof(d_dmin));
        alignas(16) static constexpr float kUnits[4] = {1, 1, kInPlace ? 1.0f / 16 : 1, 1};
        const auto x_scale = hn::Mul(hn::Set(d, x.scale), hn::LoadDup128(d, kUnits));
        const auto factor = hn::Mul(spread_halves(d, d_dmin), x_scale);
        for (std::size_t p = 0; p < Scales<kShape>::kPieces; ++p) {
            const auto scale_min = hn::Mul(piece_of(d, bytes, p), factor);
            scales.set(p, scale_min);
            offsets = hn::MulAdd(scale_min, hn::Load(d, x.sums + p * hn::MaxLanes(d)), offsets);
        }
    }
};

struct GemvQ4_K : ScaleMin<BlockQ4_K, true> {
    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        return place_bits<Q4KInPlace, kVector, true>(at(blocks).qs);
    }
};

struct GemvQ5_K : ScaleMin<BlockQ5_K, false> {
    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        return hn::Or(place_bits<Q5KLow, kVector, true>(at(blocks).qs),
                      place_bits<Q5KHigh, kVector, true>(at(blocks).qh));
    }
};

struct GemvQ6_K : Super<BlockQ6_K> {
    static constexpr FactorShape kShape = {.sub = 16, .step = 1};
    static constexpr float kOffset = -32;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        const Block& b = at(blocks);
        return hn::Or(place_bits<Q6KLow, kVector>(b.ql), place_bits<Q6KHigh, kVector>(b.qh));
    }
    template <std::size_t>
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x,
                                   Scales<kShape>& scales, hn::Vec<Scales<kShape>::D>& offsets) {
        const Block& b = at(blocks);
        centred_factors(b.scales, 0, b.d, x, scales, offsets);
    }
};

struct GemvQ2_K : Super<BlockQ2_K> {
    static constexpr FactorShape kShape = {.sub = 16, .step = 1};
    static constexpr float kOffset = -1;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        return place_bits<Q2KLow, kVector>(at(blocks).qs);
    }
    template <std::size_t>
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x,
                                   Scales<kShape>& scales, hn::Vec<Scales<kShape>::D>& offsets) {
        const Scales<kShape>::D d;
        const Block& b = at(blocks);
        const auto packed = load_bytes(B16(), b.scales);
        alignas(16) std::uint8_t scale_bytes[16], min_bytes[16];
        hn::Store(low_nibbles(B16(), packed), B16(), scale_bytes);
        hn::Store(hn::ShiftRight<4>(packed), B16(), min_bytes);
        const auto factor = hn::Mul(spread_half(d, b.d), hn::Set(d, x.scale));
        const auto min_factor = hn::Mul(spread_half(d, b.dmin), hn::Set(d, x.scale));
        for (std::size_t p = 0; p < Scales<kShape>::kPieces; ++p) {
            scales.set(p, hn::Mul(piece_of(d, scale_bytes, p), factor));
            const auto min = hn::Mul(piece_of(d, min_bytes, p), min_factor);
            offsets = hn::MulAdd(min, hn::Load(d, x.sums + p * hn::MaxLanes(d)), offsets);
        }
    }
};

struct GemvQ3_K : Super<BlockQ3_K> {
    static constexpr FactorShape kShape = {.sub = 16, .step = 1};
    static constexpr float kOffset = -4;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        const Block& b = at(blocks);
        return hn::Or(place_bits<Q2KLow, kVector>(b.qs), place_bits<Q3KHigh, kVector>(b.hmask));
    }
    template <std::size_t>
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x,
                                   Scales<kShape>& scales, hn::Vec<Scales<kShape>::D>& offsets) {
        const Block& b = at(blocks);
        const std::uint32_t low0 = word(b.scales), low1 = word(b.scales + 4);
        const std::uint32_t high = word(b.scales + 8);
        constexpr std::uint32_t kLow = 0x0F0F0F0F, kHigh = 0x30303030;
        const std::uint64_t biased[2] = {
            join((low0 & kLow) | ((high << 4) & kHigh), (low1 & kLow) | ((high << 2) & kHigh)),
            join(((low0 >> 4) & kLow) | (high & kHigh),
                 ((low1 >> 4) & kLow) | ((high >> 2) & kHigh))};
        centred_factors(reinterpret_cast<const std::uint8_t*>(biased), 32, b.d, x, scales, offsets);
    }
};

#define VIBRANT_GEMV_OF(type)                                \
    template <>                                              \
    void gemv<DType::k##type>(const GemvArgs& args) {        \
        multiply_range<Gemv##type>(args);                    \
    }

VIBRANT_GEMV_OF(Q2_K)
VIBRANT_GEMV_OF(Q3_K)
VIBRANT_GEMV_OF(Q4_K)
VIBRANT_GEMV_OF(Q5_K)
VIBRANT_GEMV_OF(Q6_K)

#undef VIBRANT_GEMV_OF

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
