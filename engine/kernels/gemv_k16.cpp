// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemv of the formats with super-blocks and a scale per 16 values: Q2_K, Q3_K and Q6_K.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/gemv_k16.cpp"
#include "engine/kernels/highway_targets.h"

#include "engine/kernels/foreach_target.h"

#include "engine/kernels/gemv_k-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

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
struct Q3KHigh {
    static constexpr int kBits = 1;
    static constexpr std::size_t byte(std::size_t) { return 0; }
    static constexpr int bit(std::size_t strip) { return static_cast<int>(strip); }
    static constexpr int to(std::size_t) { return 2; }
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
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x, Scales<kShape>& scales,
                                   hn::Vec<Scales<kShape>::D>& offsets) {
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
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x, Scales<kShape>& scales,
                                   hn::Vec<Scales<kShape>::D>& offsets) {
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
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x, Scales<kShape>& scales,
                                   hn::Vec<Scales<kShape>::D>& offsets) {
        const Block& b = at(blocks);
        const std::uint32_t low0 = word(b.scales), low1 = word(b.scales + 4);
        const std::uint32_t high = word(b.scales + 8);
        constexpr std::uint32_t kLow = 0x0F0F0F0F, kHigh = 0x30303030;
        const std::uint64_t biased[2] = {
            join((low0 & kLow) | ((high << 4) & kHigh), (low1 & kLow) | ((high << 2) & kHigh)),
            join(((low0 >> 4) & kLow) | (high & kHigh), ((low1 >> 4) & kLow) | ((high >> 2) & kHigh))};
        centred_factors(reinterpret_cast<const std::uint8_t*>(biased), 32, b.d, x, scales, offsets);
    }
};

template <>
void gemv<DType::kQ2_K>(const GemvArgs& args) {
    multiply_range<GemvQ2_K>(args);
}
template <>
void gemv<DType::kQ3_K>(const GemvArgs& args) {
    multiply_range<GemvQ3_K>(args);
}
template <>
void gemv<DType::kQ6_K>(const GemvArgs& args) {
    multiply_range<GemvQ6_K>(args);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
