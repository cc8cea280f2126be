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

// The eight legacy blocks of a group. Past the last one of a row stand blocks of zeros.
template <class B, bool kCutShort>
struct LegacyBlocks {
    const std::byte* at;
    std::size_t count;

    HWY_INLINE const B& operator[](std::size_t j) const {
        if constexpr (kCutShort) {
            static constexpr B kNothing{};
            if (j >= count) return kNothing;
        }
        return *reinterpret_cast<const B*>(at + j * sizeof(B));
    }
};

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

template <std::size_t kVector, class Blocks>
HWY_INLINE VW block_nibbles(const Blocks& b) {
    return nibble_runs<kVector>(b[kFirst<kVector>].qs, b[kSecond<kVector>].qs);
}

// Their fifth bits added.
template <std::size_t kVector, class Blocks>
HWY_INLINE VW block_five_bits(const Blocks& b) {
    const W8 d;
    const VW q = block_nibbles<kVector>(b), sixteen = hn::Set(d, std::uint8_t{16});
    const auto& high = b[kFirst<kVector>].qh;
    if constexpr (kWide == 64) {
        const std::uint64_t bits = join(word(high), word(b[kSecond<kVector>].qh));
        const auto mask = hn::LoadMaskBits(d, reinterpret_cast<const std::uint8_t*>(&bits));
        return hn::MaskedAddOr(q, mask, q, sixteen);
    } else {
        const auto mask = hn::LoadMaskBits(d, high + (kWide == 16 ? kVector % 2 * 2 : 0));
        return hn::Or(q, hn::IfThenElseZero(mask, sixteen));
    }
}

// The levels of the IQ4 table, made unsigned.
HWY_INLINE VW iq4_levels(VW nibbles) {
    const W8 d;
    const hn::RebindToSigned<W8> levels;
    const auto table = hn::BitCast(d, hn::LoadDup128(levels, kIq4Values));
    return hn::Xor(hn::TableLookupBytes(table, nibbles), hn::Set(d, kSignBias));
}

template <class B>
struct LegacyGemv {
    using Block = B;
    static constexpr std::size_t kBlockValues = kLegacyBlock, kSub = kLegacyBlock;
    static constexpr std::size_t kBytes = kGroupBlocks * sizeof(B);
    using D = Factors<kSub>;
    static constexpr std::size_t kPieces = kGroupBlocks / hn::MaxLanes(D());

    static HWY_INLINE LegacyBlocks<B, false> blocks(const std::byte* at) {
        return {at, kGroupBlocks};
    }
    static HWY_INLINE LegacyBlocks<B, true> first_blocks(const std::byte* at, std::size_t count) {
        return {at, count};
    }

    // f16 fields of the blocks, starting with block `first`, as floats.
    template <f16_bits B::* kField, class Blocks>
    static HWY_INLINE hn::Vec<D> field(const Blocks& b, std::size_t first) {
        const D d;
        const hn::Rebind<std::uint16_t, D> halves;
        alignas(16) std::uint16_t bits[hn::MaxLanes(d)];
        for (std::size_t j = 0; j < hn::MaxLanes(d); ++j) bits[j] = b[first + j].*kField;
        return widen_half(d, hn::Load(halves, bits));
    }

    // x = d * (q + kOffset)
    template <class Blocks>
    static HWY_INLINE void factors(const Blocks& b, float x_scale, const float* sums,
                                   Scales<kSub>& scales, hn::Vec<D>& offsets) {
        const D d;
        for (std::size_t p = 0; p < kPieces; ++p) {
            const std::size_t at = p * hn::MaxLanes(d);
            const auto scale = hn::Mul(field<&B::d>(b, at), hn::Set(d, x_scale));
            scales.set(p, scale);
            offsets = hn::MulAdd(scale, hn::Load(d, sums + at), offsets);
        }
    }
};

// x = d * q + m
template <class B>
struct LegacyMinGemv : LegacyGemv<B> {
    using Base = LegacyGemv<B>;
    using typename Base::D;
    static constexpr float kOffset = 1;

    template <class Blocks>
    static HWY_INLINE void factors(const Blocks& b, float x_scale, const float* sums,
                                   Scales<kLegacyBlock>& scales, hn::Vec<D>& offsets) {
        const D d;
        const auto x = hn::Set(d, x_scale);
        for (std::size_t p = 0; p < Base::kPieces; ++p) {
            const std::size_t at = p * hn::MaxLanes(d);
            scales.set(p, hn::Mul(Base::template field<&B::d>(b, at), x));
            const auto min = hn::Mul(Base::template field<&B::m>(b, at), x);
            offsets = hn::MulAdd(min, hn::Load(d, sums + at), offsets);
        }
    }
};

struct GemvQ4_0 : LegacyGemv<BlockQ4_0> {
    static constexpr float kOffset = -8;

    template <std::size_t kVector, class Blocks>
    static HWY_INLINE VW quants(const Blocks& b) {
        return block_nibbles<kVector>(b);
    }
};

struct GemvQ4_1 : LegacyMinGemv<BlockQ4_1> {
    template <std::size_t kVector, class Blocks>
    static HWY_INLINE VW quants(const Blocks& b) {
        return block_nibbles<kVector>(b);
    }
};

struct GemvQ5_0 : LegacyGemv<BlockQ5_0> {
    static constexpr float kOffset = -16;

    template <std::size_t kVector, class Blocks>
    static HWY_INLINE VW quants(const Blocks& b) {
        return block_five_bits<kVector>(b);
    }
};

struct GemvQ5_1 : LegacyMinGemv<BlockQ5_1> {
    template <std::size_t kVector, class Blocks>
    static HWY_INLINE VW quants(const Blocks& b) {
        return block_five_bits<kVector>(b);
    }
};

struct GemvQ8_0 : LegacyGemv<BlockQ8_0> {
    static constexpr float kOffset = -kSignBias;

    template <std::size_t kVector, class Blocks>
    static HWY_INLINE VW quants(const Blocks& b) {
        const W8 d;
        const std::int8_t* first = b[kFirst<kVector>].qs + (kWide == 16 ? kVector % 2 * 16 : 0);
        VW v;
        if constexpr (kWide == 64) {
            const hn::Half<W8> half;
            v = hn::Combine(d, load_bytes(half, b[kSecond<kVector>].qs), load_bytes(half, first));
        } else {
            v = load_bytes(d, first);
        }
        return hn::Xor(v, hn::Set(d, kSignBias));
    }
};

struct GemvIQ4_NL : LegacyGemv<BlockIQ4_NL> {
    static constexpr float kOffset = -kSignBias;

    template <std::size_t kVector, class Blocks>
    static HWY_INLINE VW quants(const Blocks& b) {
        return iq4_levels(block_nibbles<kVector>(b));
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
    static constexpr std::size_t kBlockValues = kSuperBlock, kBytes = sizeof(Block), kSub = 32;
    static constexpr float kOffset = -kSignBias;
    using D = Factors<kSub>;

    static HWY_INLINE const Block& blocks(const std::byte* at) {
        return *reinterpret_cast<const Block*>(at);
    }
    template <std::size_t kVector>
    static HWY_INLINE VW quants(const Block& b) {
        return iq4_levels(nibble_runs<kVector>(b.qs + kFirst<kVector> * 16,
                                               b.qs + kSecond<kVector> * 16));
    }
    static HWY_INLINE void factors(const Block& b, float x_scale, const float* sums,
                                   Scales<kSub>& scales, hn::Vec<D>& offsets) {
        const std::uint64_t biased = iq4_xs_scales(b);
        centred_factors<kSub>(reinterpret_cast<const std::uint8_t*>(&biased), 32,
                              widen(b.d) * x_scale, sums, scales, offsets);
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
