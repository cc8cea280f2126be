// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Strips of weight rows expanded to the bytes and factors that a tile reads. Lossless: the quants
// are the format's own, the factors its scales and offsets in f32, which hold them exactly.

#if defined(VIBRANT_KERNELS_EXPAND_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_EXPAND_INL_H
#undef VIBRANT_KERNELS_EXPAND_INL_H
#else
#define VIBRANT_KERNELS_EXPAND_INL_H
#endif

#include "engine/kernels/gemm_tile-inl.h"
#include "engine/kernels/target-inl.h"
#include "engine/kernels/unpack_k-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// The largest quant once the smallest is 0.
template <class Unpack>
inline constexpr int kTop = 255;
template <>
inline constexpr int kTop<UnpackQ2_K> = 3;
template <>
inline constexpr int kTop<UnpackQ3_K> = 7;
template <>
inline constexpr int kTop<UnpackQ4_0> = 15;
template <>
inline constexpr int kTop<UnpackQ4_1> = 15;
template <>
inline constexpr int kTop<UnpackQ4_K> = 15;
template <>
inline constexpr int kTop<UnpackQ5_0> = 31;
template <>
inline constexpr int kTop<UnpackQ5_1> = 31;
template <>
inline constexpr int kTop<UnpackQ5_K> = 31;
template <>
inline constexpr int kTop<UnpackQ6_K> = 63;

// Other targets' tiles do not depend on the largest quant: one for all formats.
template <class Unpack>
using WeightsOf = Weights<Unpack::kSub, Unpack::kOffset, kPairs ? kTop<Unpack> : 255>;

using U32 = hn::RebindToUnsigned<F32>;
using VU = hn::Vec<U32>;

// v[i] lane j becomes v[j] lane i.
HWY_INLINE void transpose(VU (&v)[kLanes]) {
    const U32 d;
    const hn::Repartition<std::uint64_t, U32> pairs;
    // Four by four within each 128-bit block.
    for (std::size_t i = 0; i < kLanes; i += 4) {
        const auto ab_low = hn::BitCast(pairs, hn::InterleaveLower(d, v[i], v[i + 1])),
                   ab_high = hn::BitCast(pairs, hn::InterleaveUpper(d, v[i], v[i + 1])),
                   cd_low = hn::BitCast(pairs, hn::InterleaveLower(d, v[i + 2], v[i + 3])),
                   cd_high = hn::BitCast(pairs, hn::InterleaveUpper(d, v[i + 2], v[i + 3]));
        v[i] = hn::BitCast(d, hn::InterleaveLower(pairs, ab_low, cd_low));
        v[i + 1] = hn::BitCast(d, hn::InterleaveUpper(pairs, ab_low, cd_low));
        v[i + 2] = hn::BitCast(d, hn::InterleaveLower(pairs, ab_high, cd_high));
        v[i + 3] = hn::BitCast(d, hn::InterleaveUpper(pairs, ab_high, cd_high));
    }
    // The blocks among each other.
    if constexpr (kLanes == 8) {
        for (std::size_t i = 0; i < 4; ++i) {
            const VU low = hn::ConcatLowerLower(d, v[i + 4], v[i]);
            v[i + 4] = hn::ConcatUpperUpper(d, v[i + 4], v[i]);
            v[i] = low;
        }
    } else if constexpr (kLanes == 16) {
        for (std::size_t i = 0; i < 4; ++i) {
            const VU a = v[i], b = v[i + 4], c = v[i + 8], e = v[i + 12];
            const VU ab_even = hn::OddEvenBlocks(hn::SwapAdjacentBlocks(b), a),
                     ab_odd = hn::OddEvenBlocks(b, hn::SwapAdjacentBlocks(a)),
                     ce_even = hn::OddEvenBlocks(hn::SwapAdjacentBlocks(e), c),
                     ce_odd = hn::OddEvenBlocks(e, hn::SwapAdjacentBlocks(c));
            v[i] = hn::ConcatLowerLower(d, ce_even, ab_even);
            v[i + 4] = hn::ConcatLowerLower(d, ce_odd, ab_odd);
            v[i + 8] = hn::ConcatUpperUpper(d, ce_even, ab_even);
            v[i + 12] = hn::ConcatUpperUpper(d, ce_odd, ab_odd);
        }
    }
}

// kActGroup values of kLanes rows between their blocks and the strip.
template <class Unpack>
struct ExpandedRows {
    static constexpr std::size_t kSubs = kActGroup / Unpack::kSub;
    static constexpr std::size_t kFactors = HWY_MAX(kSubs * (Unpack::kOffset ? 2 : 1), kLanes);

    alignas(64) std::int8_t q[kLanes][kActGroup];
    alignas(64) float factors[kLanes][kFactors];  // scales, then offsets

    // The row's blocks of the group; of the last group of a matrix, fewer than it has room for.
    HWY_INLINE void unpack(std::size_t row, const typename Unpack::Block* blocks, std::size_t n) {
        constexpr std::size_t kPerBlock = Unpack::kValues / Unpack::kSub;
        for (std::size_t b = 0; b < n; ++b) {
            float* const scale = factors[row] + b * kPerBlock;
            Unpack::quants(blocks[b], q[row] + b * Unpack::kValues);
            Unpack::factors(blocks[b], scale, scale + kSubs);
        }
    }
    // To the rows' place in the tile's first step of the group, likewise its first factors.
    HWY_INLINE void store_quants(std::uint8_t* out) const {
        constexpr auto kCentre = static_cast<std::uint8_t>(WeightsOf<Unpack>::kCentre);
        const W8 bytes;
        for (std::size_t k = 0; k < kActGroup; k += kWide) {
            VU v[kLanes];
            for (std::size_t i = 0; i < kLanes; ++i) {
                const auto quants = hn::BitCast(bytes, hn::Load(A8(), q[i] + k));
                v[i] = hn::BitCast(U32(), hn::Add(quants, hn::Set(bytes, kCentre)));
            }
            transpose(v);
            for (std::size_t i = 0; i < kLanes; ++i) {
                hn::Store(hn::BitCast(bytes, v[i]), bytes, out + (k + 4 * i) * kTileRows);
            }
        }
    }
    HWY_INLINE void store_factors(float* scale, float* offset) const {
        for (std::size_t s = 0; s < kFactors; s += kLanes) {
            VU v[kLanes];
            for (std::size_t i = 0; i < kLanes; ++i) {
                v[i] = hn::BitCast(U32(), hn::Load(F32(), factors[i] + s));
            }
            transpose(v);
            for (std::size_t i = 0; i < kLanes; ++i) {
                const VF values = hn::BitCast(F32(), v[i]);
                if (s + i < kSubs) {
                    hn::Store(values, F32(), scale + (s + i) * kTileRows);
                } else if (Unpack::kOffset && s + i < 2 * kSubs) {
                    hn::Store(values, F32(), offset + (s + i - kSubs) * kTileRows);
                }
            }
        }
    }
};

// Values [begin, begin + depth) of `n_rows` rows. Rows that are missing in the last strip of a
// matrix repeat its last one; nothing reads their sums. A row's quants go through a buffer that
// stays in L1, so that a vector of four values of kLanes rows takes four shuffles to form.
template <class Unpack>
HWY_NOINLINE void expand_strip(const std::byte* weights, std::size_t row_stride, std::size_t n_rows, std::size_t begin,
                               std::size_t depth, GemmScratch& out) {
    using Block = typename Unpack::Block;
    constexpr std::size_t kBlocks = kActGroup / Unpack::kValues;  // per group
    ExpandedRows<Unpack> rows = {};
    for (std::size_t row = 0; row < kGemmRows; row += kLanes) {
        const std::size_t tile = row / kTileRows * kTileRows, lane = row % kTileRows;
        for (std::size_t at = 0; at < depth; at += kActGroup) {
            const std::size_t n = HWY_MIN(kBlocks, (depth - at) / Unpack::kValues);
            for (std::size_t i = 0; i < kLanes; ++i) {
                const std::size_t r = HWY_MIN(row + i, n_rows - 1);
                rows.unpack(
                    i, reinterpret_cast<const Block*>(weights + r * row_stride) + (begin + at) / Unpack::kValues, n);
            }
            rows.store_quants(out.q + tile * kGemmDepth + at * kTileRows + 4 * lane);
            constexpr std::size_t kFactors = kGemmDepth / 16;
            const std::size_t first = tile * kFactors + at / Unpack::kSub * kTileRows + lane;
            rows.store_factors(out.scale + first, out.offset + first);
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
