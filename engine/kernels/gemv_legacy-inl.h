// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the gemv of the legacy formats share: the fields of adjacent blocks gathered into vectors
// (nibbles, fifth bits, f16 factors), and the formats' two kinds of factors.
// Nibbles come in runs of 16 bytes for 32 values, low ones first.

#if defined(VIBRANT_KERNELS_GEMV_LEGACY_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_GEMV_LEGACY_INL_H
#undef VIBRANT_KERNELS_GEMV_LEGACY_INL_H
#else
#define VIBRANT_KERNELS_GEMV_LEGACY_INL_H
#endif

#include <cstddef>

#include "engine/kernels/gemv-inl.h"
#include "engine/kernels/unpack-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// The low nibbles of every 32 bytes' first half and the high nibbles of their second half.
HWY_INLINE VW split_nibbles(VW v) {
    const W8 d;
    const hn::Repartition<std::uint32_t, W8> wide;
    alignas(64) static constexpr std::uint32_t kShifts[16] = {0, 0, 0, 0, 4, 4, 4, 4, 0, 0, 0, 0, 4, 4, 4, 4};
    const auto shifted = hn::Shr(hn::BitCast(wide, v), hn::Load(wide, kShifts));
    return low_nibbles(d, hn::BitCast(d, shifted));
}

// The nibbles of sub-blocks `first` and, where a vector holds 64 values, `second`, in order:
// vector kVector of a group.
template <std::size_t kVector>
HWY_INLINE VW nibble_runs(const std::uint8_t* first, [[maybe_unused]] const std::uint8_t* second) {
    const W8 d;
    if constexpr (kWide == 16) {
        const VW v = hn::LoadU(d, first);
        return kVector % 2 == 0 ? low_nibbles(d, v) : hn::ShiftRight<4>(v);
    } else if constexpr (kWide == 32) {
        return split_nibbles(hn::LoadDup128(d, first));
    } else {
        return split_nibbles(hn::ConcatUpperLower(d, hn::LoadDup128(d, second), hn::LoadDup128(d, first)));
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

// With byte permutations over 64 bytes, blocks come in pairs: one load for all their fields.
template <class B>
constexpr bool kInPairs = kPlanes && kWide == 64 && 2 * sizeof(B) <= 64;

// The load with blocks 2 kPair and 2 kPair + 1. It ends with the group at the latest; or with its
// first half, because that may be all there is.
template <class B, std::size_t kPair>
struct Pair {
    static constexpr std::size_t kBegin = 2 * kPair * sizeof(B);
    static constexpr std::size_t kLoad = HWY_MIN(kBegin, (kPair < 2 ? 4 : 8) * sizeof(B) - 64);

    static HWY_INLINE VW load(const std::byte* blocks) {
        return load_bytes(W8(), reinterpret_cast<const std::uint8_t*>(blocks) + kLoad);
    }
    // Byte `field` of block 0 or 1 of the pair.
    static constexpr std::size_t place(std::size_t block, std::size_t field) {
        return kBegin - kLoad + block * sizeof(B) + field;
    }
};

// For each of 64 values of a pair, a byte of its block.
struct BytePlaces {
    std::uint8_t of[64];
};
template <class B, std::size_t kPair>
constexpr BytePlaces kNibblePlaces = [] {
    BytePlaces places{};
    for (std::size_t i = 0; i < 64; ++i) {
        const std::size_t place = Pair<B, kPair>::place(i / 32, offsetof(B, qs) + i % 16);
        places.of[i] = static_cast<std::uint8_t>(place);
    }
    return places;
}();
template <class B, std::size_t kPair>
constexpr BytePlaces kHighBitPlaces = [] {  // the whole word, twice in every 8 bytes
    BytePlaces places{};
    for (std::size_t i = 0; i < 64; ++i) {
        const std::size_t place = Pair<B, kPair>::place(i / 32, offsetof(B, qh) + i % 4);
        places.of[i] = static_cast<std::uint8_t>(place);
    }
    return places;
}();

// Bit i of 8-byte vectors' 32-bit words at bit 4 of byte i, garbage beside it. Only for kInPairs:
// Highway has no name for this instruction.
VW spread_to_bit_4(VW words);
#if HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3_DL
HWY_INLINE VW spread_to_bit_4(VW words) {
    static constexpr BytePlaces kTurns = [] {  // right, within 64 bits
        BytePlaces turns{};
        for (std::size_t i = 0; i < 64; ++i) turns.of[i] = (i % 32 + 60) % 64;
        return turns;
    }();
    return VW{_mm512_multishift_epi64_epi8(hn::LoadU(W8(), kTurns.of).raw, words.raw)};
}
#endif

template <class B, std::size_t kVector>
HWY_INLINE VW block_nibbles(const std::byte* blocks) {
    if constexpr (kInPairs<B>) {
        const W8 d;
        const auto places = hn::SetTableIndices(d, kNibblePlaces<B, kVector>.of);
        return split_nibbles(hn::TableLookupLanes(Pair<B, kVector>::load(blocks), places));
    } else {
        return nibble_runs<kVector>(block_at<B>(blocks, kFirst<kVector>).qs, block_at<B>(blocks, kSecond<kVector>).qs);
    }
}

// Their fifth bits added.
template <class B, std::size_t kVector>
HWY_INLINE VW block_five_bits(const std::byte* blocks) {
    const W8 d;
    const VW q = block_nibbles<B, kVector>(blocks), sixteen = hn::Set(d, std::uint8_t{16});
    if constexpr (kInPairs<B>) {
        const auto places = hn::SetTableIndices(d, kHighBitPlaces<B, kVector>.of);
        const VW words = hn::TableLookupLanes(Pair<B, kVector>::load(blocks), places);
        return hn::Or(q, hn::And(spread_to_bit_4(words), sixteen));
    } else if constexpr (kWide == 64) {
        const std::uint64_t bits =
            join(word(block_at<B>(blocks, kFirst<kVector>).qh), word(block_at<B>(blocks, kSecond<kVector>).qh));
        const auto mask = hn::LoadMaskBits(d, reinterpret_cast<const std::uint8_t*>(&bits));
        return hn::MaskedAddOr(q, mask, q, sixteen);
    } else {
        constexpr std::uint8_t first = kWide == 16 ? kVector % 2 * 2 : 0;  // byte of the word
        alignas(32) static constexpr std::uint8_t kByteOf[32] = {
            first,     first,     first,     first,     first,     first, first, first, first + 1, first + 1, first + 1,
            first + 1, first + 1, first + 1, first + 1, first + 1, 2,     2,     2,     2,         2,         2,
            2,         2,         3,         3,         3,         3,     3,     3,     3,         3};
        const hn::Repartition<std::uint32_t, W8> words;
        const hn::Repartition<std::uint64_t, W8> bit_of;  // bit i of byte i
        const std::uint8_t* bytes = kByteOf;
        asm("" : "+r"(bytes));  // constant indices tempt LLVM to replace this by three shuffles
        const auto high = hn::Set(words, word(block_at<B>(blocks, kFirst<kVector>).qh));
        const auto spread = hn::TableLookupBytes(hn::BitCast(d, high), hn::Load(d, bytes));
        const auto bit = hn::BitCast(d, hn::Set(bit_of, 0x8040201008040201));
        return hn::Or(q, hn::IfThenElseZero(hn::TestBit(spread, bit), sixteen));
    }
}

// Where two pairs of blocks have the first kWords 16-bit words of each block, from lane `kLane` on.
struct WordPlaces {
    std::uint16_t of[32];
};
template <class B, std::size_t kWords, std::size_t kPair>
constexpr WordPlaces kHeadPlaces = [] {
    WordPlaces places{};
    for (std::size_t i = 0; i < 4 * kWords; ++i) {
        const std::size_t block = i / kWords, field = i % kWords * 2;
        const std::size_t place =
            block < 2 ? Pair<B, kPair>::place(block, field) : 64 + Pair<B, kPair + 1>::place(block - 2, field);
        places.of[2 * kWords * kPair + i] = static_cast<std::uint16_t>(place / 2);
    }
    return places;
}();
template <class B, std::size_t kWords, std::size_t kPair>
HWY_INLINE hn::Vec<A16> pair_heads(const std::byte* blocks) {
    const A16 d;
    return hn::TwoTablesLookupLanes(d, hn::BitCast(d, Pair<B, kPair>::load(blocks)),
                                    hn::BitCast(d, Pair<B, kPair + 1>::load(blocks)),
                                    hn::SetTableIndices(d, kHeadPlaces<B, kWords, kPair>.of));
}

// The f16 factors with which adjacent blocks begin, kWords (1 or 2) of each, as one vector.
template <class B, std::size_t kWords, class D>
HWY_INLINE hn::Vec<D> block_factors(D d, const std::byte* blocks) {
    const hn::Rebind<std::uint16_t, D> halves;
    if constexpr (kInPairs<B>) {
        auto heads = pair_heads<B, kWords, 0>(blocks);
        if constexpr (hn::MaxLanes(D()) == 8 * kWords) {
            heads = hn::IfThenElse(hn::FirstN(A16(), 4 * kWords), heads, pair_heads<B, kWords, 2>(blocks));
        }
        return widen_half(d, hn::ResizeBitCast(halves, heads));
    } else {
        // Loads of the first four bytes that overlap, each displaced so that its block comes to
        // stand in its lane. They stay inside the blocks, which are longer than four bytes.
        using Heads = hn::CappedTag<std::uint32_t, hn::MaxLanes(D()) / kWords>;
        const Heads pairs;
        const hn::Repartition<std::uint8_t, Heads> loaded;
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(blocks);
        // Hides that the quants lie inside these loads, or LLVM cuts them out with scalar shifts.
        asm("" : "+r"(bytes));
        auto heads = hn::BitCast(pairs, hn::LoadU(loaded, bytes));
        for (std::uint32_t j = 1; j < hn::MaxLanes(pairs); ++j) {
            const auto load = hn::LoadU(loaded, bytes + j * (sizeof(B) - 4));
            heads = hn::IfThenElse(hn::Eq(hn::Iota(pairs, 0), hn::Set(pairs, j)), hn::BitCast(pairs, load), heads);
        }
        if constexpr (kWords == 1)
            return widen_half(d, hn::TruncateTo(halves, heads));
        else
            return widen_half(d, hn::BitCast(halves, heads));
    }
}

inline constexpr int kSignBias = 128;  // makes signed weights unsigned

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

constexpr std::size_t kGroupBlocks = kActGroup / kLegacyBlock;

// x = d * (q + kOffset)
template <class B>
struct CentredBlocks {
    using Block = B;
    static constexpr std::size_t kBlockValues = kLegacyBlock;
    static constexpr std::size_t kGroupBytes = kGroupBlocks * sizeof(B);
    static constexpr FactorShape kShape = {.sub = kLegacyBlock, .step = 1};

    template <std::size_t kValues>
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x, Scales<kShape>& scales,
                                   hn::Vec<typename Scales<kShape>::D>& offsets) {
        const typename Scales<kShape>::D d;
        constexpr std::size_t kFactors = kValues / kLegacyBlock, kPiece = hn::MaxLanes(d);
        const hn::CappedTag<float, HWY_MIN(kFactors, kPiece)> part;  // may be half a vector
        for (std::size_t p = 0; p * kPiece < kFactors; ++p) {
            const auto scale =
                hn::Mul(block_factors<B, 1>(part, blocks + p * kPiece * sizeof(B)), hn::Set(part, x.scale));
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
    static HWY_INLINE void factors(const std::byte* blocks, const Columns& x, Scales<kShape>& scales,
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

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
