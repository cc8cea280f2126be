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

// 16 quants of each of four rows, `apart` bytes from row to row, to four steps of the strip.
HWY_INLINE void interleave_rows(const std::int8_t* q, std::size_t apart, std::uint8_t centre,
                                std::uint8_t* out) {
    const hn::Full128<std::uint8_t> bytes;
    const hn::Full128<std::uint32_t> fours;
    const hn::Full128<std::uint64_t> pairs;
    const auto load = [&](std::size_t row) HWY_ATTR {
        const auto v = load_bytes(bytes, q + row * apart);
        return hn::BitCast(fours, hn::Add(v, hn::Set(bytes, centre)));
    };
    const auto store = [&](std::size_t step, auto v) HWY_ATTR {
        hn::Store(hn::BitCast(bytes, v), bytes, out + step * 4 * kTileRows);
    };
    const auto a = load(0), b = load(1), c = load(2), d = load(3);
    const auto ab_low = hn::BitCast(pairs, hn::InterleaveLower(fours, a, b)),
               ab_high = hn::BitCast(pairs, hn::InterleaveUpper(fours, a, b)),
               cd_low = hn::BitCast(pairs, hn::InterleaveLower(fours, c, d)),
               cd_high = hn::BitCast(pairs, hn::InterleaveUpper(fours, c, d));
    store(0, hn::InterleaveLower(pairs, ab_low, cd_low));
    store(1, hn::InterleaveUpper(pairs, ab_low, cd_low));
    store(2, hn::InterleaveLower(pairs, ab_high, cd_high));
    store(3, hn::InterleaveUpper(pairs, ab_high, cd_high));
}

// Values [begin, begin + depth) of `n_rows` rows. Rows that are missing in the last strip of a
// matrix repeat its last one; nothing reads their sums.
template <class Unpack>
HWY_NOINLINE void expand_strip(const std::byte* weights, std::size_t row_stride, std::size_t n_rows,
                               std::size_t begin, std::size_t depth, GemmScratch& out) {
    using Block = typename Unpack::Block;
    constexpr std::size_t kValues = Unpack::kValues, kSubs = kValues / Unpack::kSub;
    constexpr auto kCentre = static_cast<std::uint8_t>(WeightsOf<Unpack>::kCentre);
    alignas(64) std::int8_t q[4][kValues];
    alignas(64) float scale[kSubs], offset[kSubs];
    for (std::size_t row = 0; row < kGemmRows; row += 4) {
        const std::size_t tile = row / kTileRows * kTileRows, lane = row % kTileRows;
        std::uint8_t* const quants = out.q + tile * kGemmDepth + 4 * lane;
        float* const scales = out.scale + tile * (kGemmDepth / 16) + lane;
        float* const offsets = out.offset + tile * (kGemmDepth / 16) + lane;
        const Block* blocks[4];
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t r = HWY_MIN(row + i, n_rows - 1);
            blocks[i] = reinterpret_cast<const Block*>(weights + r * row_stride) + begin / kValues;
        }
        for (std::size_t b = 0; b < depth / kValues; ++b) {
            for (std::size_t i = 0; i < 4; ++i) {
                Unpack::quants(blocks[i][b], q[i]);
                Unpack::factors(blocks[i][b], scale, offset);
                for (std::size_t s = 0; s < kSubs; ++s) {
                    const std::size_t at = (b * kSubs + s) * kTileRows + i;
                    scales[at] = scale[s];
                    if constexpr (Unpack::kOffset) offsets[at] = offset[s];
                }
            }
            for (std::size_t k = 0; k < kValues; k += 16) {
                interleave_rows(q[0] + k, kValues, kCentre,
                                quants + (b * kValues + k) * kTileRows);
            }
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
