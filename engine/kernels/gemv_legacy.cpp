// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemv of the legacy formats and the two IQ4. The layouts are those of quant/blocks.h.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/gemv_legacy.cpp"
#include "engine/kernels/highway_targets.h"

#include "engine/kernels/foreach_target.h"

#include "engine/kernels/gemv-inl.h"
#include "engine/kernels/gemv_legacy-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

constexpr std::size_t kGroupBlocks = kActGroup / kLegacyBlock;
constexpr int kSignBias = 128;  // makes signed weights unsigned

// The levels of the IQ4 table, made unsigned.
HWY_INLINE VW iq4_levels(VW nibbles) {
    struct Levels {
        std::uint8_t of[16];
    };
    alignas(16) static constexpr Levels kLevels = [] {
        Levels levels{};
        for (std::size_t i = 0; i < 16; ++i) {
            levels.of[i] = static_cast<std::uint8_t>(kIq4Values[i] + kSignBias);
        }
        return levels;
    }();
    return hn::TableLookupBytes(hn::LoadDup128(W8(), kLevels.of), nibbles);
}

// x = d * (q + kOffset)
template <class B>
struct CentredBlocks {
    using Block = B;
    static constexpr std::size_t kBlockValues = kLegacyBlock;
    static constexpr std::size_t kGroupBytes = kGroupBlocks * sizeof(B);
    static constexpr FactorShape kShape = {.sub = kLegacyBlock, .step = 1};

    template <std::size_t kValues>
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x,
                                   Scales<kShape>& scales,
                                   hn::Vec<typename Scales<kShape>::D>& offsets) {
        const typename Scales<kShape>::D d;
        constexpr std::size_t kFactors = kValues / kLegacyBlock, kPiece = hn::MaxLanes(d);
        const hn::CappedTag<float, HWY_MIN(kFactors, kPiece)> part;  // may be half a vector
        for (std::size_t p = 0; p * kPiece < kFactors; ++p) {
            const auto scale = hn::Mul(block_factors<B, 1>(part, blocks + p * kPiece * sizeof(B)),
                                       hn::Set(part, x.scale));
            const auto offset = hn::Mul(scale, hn::Load(part, x.sums + p * kPiece));
            scales.set(p, hn::ResizeBitCast(d, scale));
            offsets = hn::Add(offsets, hn::ZeroExtendResizeBitCast(d, part, offset));
        }
    }
};

// x = d * q + m
template <class B>
struct MinBlocks {
    using Block = B;
    static constexpr std::size_t kBlockValues = kLegacyBlock;
    static constexpr std::size_t kGroupBytes = kGroupBlocks * sizeof(B);
    static constexpr FactorShape kShape = {.sub = kLegacyBlock, .step = 2};
    static constexpr float kOffset = 1;

    template <std::size_t kValues>
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x,
                                   Scales<kShape>& scales,
                                   hn::Vec<typename Scales<kShape>::D>& offsets) {
        const typename Scales<kShape>::D d;
        constexpr std::size_t kFactors = kValues / kLegacyBlock * 2, kPiece = hn::MaxLanes(d);
        const hn::CappedTag<float, HWY_MIN(kFactors, kPiece)> part;
        for (std::size_t p = 0; p * kPiece < kFactors; ++p) {
            const std::byte* piece = blocks + p * kPiece / 2 * sizeof(B);
            const auto factor = hn::Mul(block_factors<B, 2>(part, piece), hn::Set(part, x.scale));
            const auto offset = hn::Mul(factor, hn::Load(part, x.sums + p * kPiece));
            scales.set(p, hn::ResizeBitCast(d, factor));
            offsets = hn::Add(offsets, hn::ZeroExtendResizeBitCast(d, part, offset));
        }
    }
};

struct GemvQ4_0 : CentredBlocks<BlockQ4_0> {
    static constexpr float kOffset = -8;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        return block_nibbles<Block, kVector>(blocks);
    }
};

struct GemvQ4_1 : MinBlocks<BlockQ4_1> {
    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        return block_nibbles<Block, kVector>(blocks);
    }
};

struct GemvQ5_0 : CentredBlocks<BlockQ5_0> {
    static constexpr float kOffset = -16;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        return block_five_bits<Block, kVector>(blocks);
    }
};

struct GemvQ5_1 : MinBlocks<BlockQ5_1> {
    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        return block_five_bits<Block, kVector>(blocks);
    }
};

struct GemvIQ4_NL : CentredBlocks<BlockIQ4_NL> {
    static constexpr float kOffset = -kSignBias;

    template <std::size_t kVector>
    static HWY_INLINE VW quants(const std::byte* blocks) {
        return iq4_levels(block_nibbles<Block, kVector>(blocks));
    }
};

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
        return iq4_levels(nibble_runs<kVector>(qs + kFirst<kVector> * 16,
                                               qs + kSecond<kVector> * 16));
    }
    template <std::size_t>
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x,
                                   Scales<kShape>& scales, hn::Vec<Scales<kShape>::D>& offsets) {
        const Block& b = block_at<Block>(blocks, 0);
        const std::uint64_t biased = iq4_xs_scales(b);
        centred_factors(reinterpret_cast<const std::uint8_t*>(&biased), 32, b.d, x, scales,
                        offsets);
    }
};

#define VIBRANT_GEMV_OF(type)                         \
    template <>                                       \
    void gemv<DType::k##type>(const GemvArgs& args) { \
        multiply_range<Gemv##type>(args);             \
    }

VIBRANT_GEMV_OF(Q4_0)
VIBRANT_GEMV_OF(Q4_1)
VIBRANT_GEMV_OF(Q5_0)
VIBRANT_GEMV_OF(Q5_1)
VIBRANT_GEMV_OF(Q8_0)
VIBRANT_GEMV_OF(IQ4_NL)
VIBRANT_GEMV_OF(IQ4_XS)

#undef VIBRANT_GEMV_OF

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
