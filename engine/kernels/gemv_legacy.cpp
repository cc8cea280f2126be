// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemv of the formats whose nibbles come in runs of 16 bytes for 32 values: the legacy blocks and
// the two IQ4, and of Q8_0. The layouts are those of quant/blocks.h.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/gemv_legacy.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include "engine/kernels/gemv-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

constexpr std::size_t kGroupBlocks = kActGroup / kLegacyBlock;
constexpr int kSignBias = 128;  // makes signed weights unsigned

// The nibbles of sub-blocks `first` and, where a vector holds 64 values, `second`, in order:
// vector kVector of a group.
template <std::size_t kVector>
HWY_INLINE VW nibble_runs(const std::uint8_t* first, [[maybe_unused]] const std::uint8_t* second) {
    const W8 d;
    const auto low = hn::Set(d, std::uint8_t{0xF});
    if constexpr (kWide == 16) {
        const VW v = hn::LoadU(d, first);
        return kVector % 2 == 0 ? hn::And(v, low) : hn::ShiftRight<4>(v);
    } else {
        // Each run twice, the second copy shifted to its high nibbles.
        VW v = hn::LoadDup128(d, first);
        if constexpr (kWide == 64) v = hn::ConcatUpperLower(d, hn::LoadDup128(d, second), v);
        const hn::Repartition<std::uint32_t, W8> wide;
        alignas(64) static constexpr std::uint32_t kShifts[16] = {0, 0, 0, 0, 4, 4, 4, 4,
                                                                  0, 0, 0, 0, 4, 4, 4, 4};
        v = hn::BitCast(d, hn::Shr(hn::BitCast(wide, v), hn::Load(wide, kShifts)));
        return hn::And(v, low);
    }
}

// Blocks of a group (bytes to sub-blocks) of vector kVector.
template <std::size_t kVector>
constexpr std::size_t kFirst = kVector * kWide / kLegacyBlock;
template <std::size_t kVector>
constexpr std::size_t kSecond = kWide == 64 ? kFirst<kVector> + 1 : kFirst<kVector>;

template <class B>
HWY_INLINE const B& block_at(const std::byte* blocks, std::size_t j) {
    return *reinterpret_cast<const B*>(blocks + j * sizeof(B));  // packed: any address will do
}

template <class B, std::size_t kVector>
HWY_INLINE VW block_nibbles(const std::byte* blocks) {
    return nibble_runs<kVector>(block_at<B>(blocks, kFirst<kVector>).qs,
                                block_at<B>(blocks, kSecond<kVector>).qs);
}

// Their fifth bits added.
template <class B, std::size_t kVector>
HWY_INLINE VW block_five_bits(const std::byte* blocks) {
    const W8 d;
    const VW q = block_nibbles<B, kVector>(blocks);
    const std::uint32_t high = word(block_at<B>(blocks, kFirst<kVector>).qh);
    if constexpr (kWide == 64) {
        const std::uint64_t bits = join(high, word(block_at<B>(blocks, kSecond<kVector>).qh));
        const auto mask = hn::LoadMaskBits(d, reinterpret_cast<const std::uint8_t*>(&bits));
        // Adds 16, by a subtraction that LLVM does not take apart into an or and a blend.
        return hn::MaskedSubOr(q, mask, q, hn::Set(d, std::uint8_t{0x100 - 16}));
    } else {
        constexpr std::uint8_t first = kWide == 16 ? kVector % 2 * 2 : 0;  // byte of the word
        alignas(32) static constexpr std::uint8_t kByteOf[32] = {
            first, first, first, first, first, first, first, first,
            first + 1, first + 1, first + 1, first + 1, first + 1, first + 1, first + 1, first + 1,
            2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3};
        const hn::Repartition<std::uint32_t, W8> words;
        const hn::Repartition<std::uint64_t, W8> bit_of;  // bit i of byte i
        const std::uint8_t* bytes = kByteOf;
        asm("" : "+r"(bytes));  // constant indices tempt LLVM to replace this by three shuffles
        const auto spread =
            hn::TableLookupBytes(hn::BitCast(d, hn::Set(words, high)), hn::Load(d, bytes));
        const auto bit = hn::BitCast(d, hn::Set(bit_of, 0x8040201008040201));
        return hn::Or(q, hn::IfThenElseZero(hn::TestBit(spread, bit),
                                            hn::Set(d, std::uint8_t{16})));
    }
}

// The first four bytes of consecutive blocks, one in each lane: loads that overlap, each displaced
// so that its block comes to stand in its lane. They stay inside the blocks, which are longer than
// four bytes.
template <std::size_t kBlockBytes, class D>
HWY_INLINE hn::Vec<D> block_heads(D d, const std::byte* blocks) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(blocks);
    // Hides that the quants lie inside these loads, or LLVM cuts them out with scalar shifts.
    asm("" : "+r"(bytes));
    const hn::Repartition<std::uint8_t, D> loaded;
    auto heads = hn::BitCast(d, hn::LoadU(loaded, bytes));
    for (std::uint32_t j = 1; j < hn::MaxLanes(d); ++j) {
        const auto load = hn::BitCast(d, hn::LoadU(loaded, bytes + j * (kBlockBytes - 4)));
        heads = hn::IfThenElse(hn::Eq(hn::Iota(d, 0), hn::Set(d, j)), load, heads);
    }
    return heads;
}

// The levels of the IQ4 table, made unsigned.
HWY_INLINE VW iq4_levels(VW nibbles) {
    const W8 d;
    const hn::RebindToSigned<W8> levels;
    const auto table = hn::BitCast(d, hn::LoadDup128(levels, kIq4Values));
    return hn::Xor(hn::TableLookupBytes(table, nibbles), hn::Set(d, kSignBias));
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
        const hn::CappedTag<float, HWY_MIN(kFactors, kPiece)> part;  // half a vector for half a group
        for (std::size_t p = 0; p * kPiece < kFactors; ++p) {
            const hn::Rebind<std::uint32_t, decltype(part)> heads;
            const hn::Rebind<std::uint16_t, decltype(part)> halves;
            const auto head = block_heads<sizeof(B)>(heads, blocks + p * kPiece * sizeof(B));
            const auto scale = hn::Mul(widen_half(part, hn::TruncateTo(halves, head)),
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
            const hn::Rebind<std::uint16_t, decltype(part)> halves;
            const hn::Repartition<std::uint32_t, decltype(halves)> heads;
            const auto head = block_heads<sizeof(B)>(heads, blocks + p * kPiece / 2 * sizeof(B));
            const auto factor = hn::Mul(widen_half(part, hn::BitCast(halves, head)),
                                        hn::Set(part, x.scale));
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
