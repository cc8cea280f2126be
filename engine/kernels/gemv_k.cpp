// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemv of the formats with super-blocks of 256 values. The layouts are those of quant/blocks.h.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/gemv_k.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include "engine/kernels/gemv-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// The quants of a super-block come in strips of 32 values. The bits of a strip, kBits wide, stand
// at bit `bit(strip)` of the 32 bytes from `byte(strip)` on, and belong at bit kTo of a quant.
struct Q4KLow {  // and Q5_K's
    static constexpr int kBits = 4, kTo = 0;
    static constexpr std::size_t byte(std::size_t strip) { return strip / 2 * 32; }
    static constexpr int bit(std::size_t strip) { return strip % 2 * 4; }
};
struct Q5KHigh {
    static constexpr int kBits = 1, kTo = 4;
    static constexpr std::size_t byte(std::size_t) { return 0; }
    static constexpr int bit(std::size_t strip) { return static_cast<int>(strip); }
};
struct Q6KLow {
    static constexpr int kBits = 4, kTo = 0;
    static constexpr std::size_t byte(std::size_t strip) { return strip / 4 * 64 + strip % 2 * 32; }
    static constexpr int bit(std::size_t strip) { return strip % 4 / 2 * 4; }
};
struct Q6KHigh {
    static constexpr int kBits = 2, kTo = 4;
    static constexpr std::size_t byte(std::size_t strip) { return strip / 4 * 32; }
    static constexpr int bit(std::size_t strip) { return strip % 4 * 2; }
};
struct Q2KLow {  // and Q3_K's
    static constexpr int kBits = 2, kTo = 0;
    static constexpr std::size_t byte(std::size_t strip) { return strip / 4 * 32; }
    static constexpr int bit(std::size_t strip) { return strip % 4 * 2; }
};
struct Q3KHigh {
    static constexpr int kBits = 1, kTo = 2;
    static constexpr std::size_t byte(std::size_t) { return 0; }
    static constexpr int bit(std::size_t strip) { return static_cast<int>(strip); }
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

// The bits of vector kVector in their place, all others cleared.
template <class Place, std::size_t kVector>
HWY_INLINE VW place_bits(const std::uint8_t* bytes) {
    const W8 d;
    constexpr std::size_t strip = kVector * kWide / 32;
    constexpr int turn = Place::bit(strip) - Place::kTo;
    VW v;
    if constexpr (kWide == 64 && Place::byte(strip) == Place::byte(strip + 1)) {
        // Two strips from the same bytes: a copy each, turned within 32 bits by its own count.
        constexpr std::uint32_t a = turn & 31, b = (Place::bit(strip + 1) - Place::kTo) & 31;
        alignas(64) static constexpr std::uint32_t kTurns[16] = {a, a, a, a, a, a, a, a,
                                                                 b, b, b, b, b, b, b, b};
        const hn::Half<W8> half;
        const hn::Repartition<std::uint32_t, W8> wide;
        const auto once = hn::LoadU(half, bytes + Place::byte(strip));
        const auto twice = hn::BitCast(wide, hn::Combine(d, once, once));
        v = hn::BitCast(d, hn::Ror(twice, hn::Load(wide, kTurns)));
    } else {
        static_assert(kWide < 64 || Place::byte(strip + 1) == Place::byte(strip) + 32);
        v = shift_right<turn>(hn::LoadU(d, bytes + Place::byte(strip) + kVector * kWide % 32));
    }
    return hn::And(v, hn::Set(d, ((1 << Place::kBits) - 1) << Place::kTo));
}

template <class B, std::size_t kSubValues>
struct Super {
    using Block = B;
    static constexpr std::size_t kBlockValues = kSuperBlock, kBytes = sizeof(B), kSub = kSubValues;
    using D = Factors<kSub>;

    // A packed struct of bytes: any address will do.
    static HWY_INLINE const B& blocks(const std::byte* at) {
        return *reinterpret_cast<const B*>(at);
    }
};

// The eight scales and minima that Q4_K and Q5_K share.
template <class B>
struct ScaleMin : Super<B, 32> {
    using typename Super<B, 32>::D;
    static constexpr float kOffset = -1;

    static HWY_INLINE void factors(const B& b, float x_scale, const float* sums,
                                   Scales<32>& scales, hn::Vec<D>& offsets) {
        const std::uint32_t s = word(b.scales), m = word(b.scales + 4), rest = word(b.scales + 8);
        constexpr std::uint32_t kSix = 0x3F3F3F3F, kLow = 0x0F0F0F0F, kHigh = 0x30303030;
        const std::uint64_t both[2] = {
            join(s & kSix, (rest & kLow) | ((s >> 2) & kHigh)),
            join(m & kSix, ((rest >> 4) & kLow) | ((m >> 2) & kHigh))};
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(both);
        min_factors(bytes, bytes + 8, widen(b.d) * x_scale, widen(b.dmin) * x_scale, sums, scales,
                    offsets);
    }
};

struct GemvQ4_K : ScaleMin<BlockQ4_K> {
    template <std::size_t kVector>
    static HWY_INLINE VW quants(const Block& b) {
        return place_bits<Q4KLow, kVector>(b.qs);
    }
};

struct GemvQ5_K : ScaleMin<BlockQ5_K> {
    template <std::size_t kVector>
    static HWY_INLINE VW quants(const Block& b) {
        return hn::Or(place_bits<Q4KLow, kVector>(b.qs), place_bits<Q5KHigh, kVector>(b.qh));
    }
};

struct GemvQ6_K : Super<BlockQ6_K, 16> {
    static constexpr float kOffset = -32;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const Block& b) {
        return hn::Or(place_bits<Q6KLow, kVector>(b.ql), place_bits<Q6KHigh, kVector>(b.qh));
    }
    static HWY_INLINE void factors(const Block& b, float x_scale, const float* sums,
                                   Scales<kSub>& scales, hn::Vec<D>& offsets) {
        centred_factors(b.scales, 0, widen(b.d) * x_scale, sums, scales, offsets);
    }
};

struct GemvQ2_K : Super<BlockQ2_K, 16> {
    static constexpr float kOffset = -1;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const Block& b) {
        return place_bits<Q2KLow, kVector>(b.qs);
    }
    static HWY_INLINE void factors(const Block& b, float x_scale, const float* sums,
                                   Scales<kSub>& scales, hn::Vec<D>& offsets) {
        const B16 d;
        alignas(16) std::uint8_t scale_bytes[16], min_bytes[16];
        const auto packed = load_bytes(d, b.scales);
        hn::Store(low_nibbles(d, packed), d, scale_bytes);
        hn::Store(hn::ShiftRight<4>(packed), d, min_bytes);
        min_factors(scale_bytes, min_bytes, widen(b.d) * x_scale, widen(b.dmin) * x_scale, sums,
                    scales, offsets);
    }
};

struct GemvQ3_K : Super<BlockQ3_K, 16> {
    static constexpr float kOffset = -4;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const Block& b) {
        return hn::Or(place_bits<Q2KLow, kVector>(b.qs), place_bits<Q3KHigh, kVector>(b.hmask));
    }
    static HWY_INLINE void factors(const Block& b, float x_scale, const float* sums,
                                   Scales<kSub>& scales, hn::Vec<D>& offsets) {
        const std::uint32_t low0 = word(b.scales), low1 = word(b.scales + 4);
        const std::uint32_t high = word(b.scales + 8);
        constexpr std::uint32_t kLow = 0x0F0F0F0F, kHigh = 0x30303030;
        const std::uint64_t biased[2] = {
            join((low0 & kLow) | ((high << 4) & kHigh), (low1 & kLow) | ((high << 2) & kHigh)),
            join(((low0 >> 4) & kLow) | (high & kHigh),
                 ((low1 >> 4) & kLow) | ((high >> 2) & kHigh))};
        centred_factors(reinterpret_cast<const std::uint8_t*>(biased), 32, widen(b.d) * x_scale,
                        sums, scales, offsets);
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
