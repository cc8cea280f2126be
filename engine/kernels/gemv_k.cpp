// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemv of the formats with super-blocks and a scale per 32 values: Q4_K, Q5_K and IQ4_XS.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/gemv_k.cpp"
#include "engine/kernels/highway_targets.h"

#include "engine/kernels/foreach_target.h"

#include "engine/kernels/gemv_k-inl.h"
#include "engine/kernels/gemv_legacy-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

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

// The eight scales and minima that Q4_K and Q5_K share, in turns: s0 m0 s1 m1 ...
template <class B>
HWY_INLINE hn::Vec<B16> scales_and_mins(const B& b) {
    static_assert(offsetof(B, scales) == 4);
    const B16 d;
    const hn::Repartition<std::uint16_t, B16> words;
    // For pair j < 4 the bytes of scale and minimum j; else the byte with the low four bits of
    // both, twice. In the upper half, `rest` picks the bytes with their upper two bits.
    alignas(16) static constexpr std::uint8_t kLow[16] = {4, 8, 5, 9, 6, 10, 7, 11, 12, 12, 13, 13, 14, 14, 15, 15};
    alignas(16) static constexpr std::uint8_t kHigh[16] = {4, 8, 5, 9, 6, 10, 7, 11, 4, 8, 5, 9, 6, 10, 7, 11};
    alignas(16) static constexpr std::uint16_t kInPlace[8] = {0x3F3F, 0x3F3F, 0x3F3F, 0x3F3F,
                                                              0x000F, 0x000F, 0x000F, 0x000F};
    alignas(16) static constexpr std::uint16_t kByFour[8] = {0, 0, 0, 0, 0x0F00, 0x0F00, 0x0F00, 0x0F00};
    alignas(16) static constexpr std::uint16_t kByTwo[8] = {0, 0, 0, 0, 0x3030, 0x3030, 0x3030, 0x3030};
    const auto head = load_bytes(d, &b);
    const auto low = hn::BitCast(words, hn::TableLookupBytes(head, hn::Load(d, kLow)));
    const auto high = hn::BitCast(words, hn::TableLookupBytes(head, hn::Load(d, kHigh)));
    const auto pairs =
        hn::Or(hn::And(low, hn::Load(words, kInPlace)), hn::And(hn::ShiftRight<4>(low), hn::Load(words, kByFour)));
    return hn::BitCast(d, hn::Or(pairs, hn::And(hn::ShiftRight<2>(high), hn::Load(words, kByTwo))));
}

// kInPlace: the quants of odd strips are 16 times too large.
template <class B, bool kInPlace>
struct ScaleMin : Super<B> {
    static constexpr FactorShape kShape = {.sub = 32, .step = 2, .paired = true};
    static constexpr float kOffset = -1;

    template <std::size_t>
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x, Scales<kShape>& scales,
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

// The eight 6-bit scales of an IQ4_XS block, one per byte, offset by 32.
HWY_INLINE std::uint64_t iq4_xs_scales(const BlockIQ4_XS& b) {
    // Nibble i and bit pair i each moved to byte i, by halving the distance they still have to go.
    std::uint64_t low = word(b.scales_l);
    low = (low | low << 16) & 0x0000FFFF0000FFFF;
    low = (low | low << 8) & 0x00FF00FF00FF00FF;
    low = (low | low << 4) & 0x0F0F0F0F0F0F0F0F;
    std::uint64_t high = b.scales_h[0] | static_cast<std::uint64_t>(b.scales_h[1]) << 8;
    high = (high | high << 24) & 0x000000FF000000FF;
    high = (high | high << 12) & 0x000F000F000F000F;
    high = (high | high << 6) & 0x0303030303030303;
    return low | high << 4;
}

struct GemvIQ4_XS {
    using Block = BlockIQ4_XS;
    static constexpr std::size_t kBlockValues = kSuperBlock, kGroupBytes = sizeof(Block);
    static constexpr FactorShape kShape = {.sub = 32, .step = 1};
    static constexpr float kOffset = -kSignBias;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        const auto& qs = block_at<Block>(blocks, 0).qs;
        return iq4_levels(nibble_runs<kVector>(qs + kFirst<kVector> * 16, qs + kSecond<kVector> * 16));
    }
    template <std::size_t>
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x, Scales<kShape>& scales,
                                   hn::Vec<Scales<kShape>::D>& offsets) {
        const Block& b = block_at<Block>(blocks, 0);
        const std::uint64_t biased = iq4_xs_scales(b);
        centred_factors(reinterpret_cast<const std::uint8_t*>(&biased), 32, b.d, x, scales, offsets);
    }
};

template <>
void gemv<DType::kQ4_K>(const GemvArgs& args) {
    multiply_range<GemvQ4_K>(args);
}
template <>
void gemv<DType::kQ5_K>(const GemvArgs& args) {
    multiply_range<GemvQ5_K>(args);
}
template <>
void gemv<DType::kIQ4_XS>(const GemvArgs& args) {
    multiply_range<GemvIQ4_XS>(args);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
