// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A tile of prefill's product: the rows of an expanded strip times a few columns.
//
// Weights lie as (k / 4, rows, 4) bytes, so a vector holds four consecutive values of kLanes rows
// and meets the same four values of a column, broadcast: no shuffles, which would take the ports of
// the dot products. Sums over a sub-block (16 or 32 values) are exact integers; each is then scaled
// and added to the output's float, sub-block after sub-block. Nothing in an output's sequence of
// operations depends on its neighbours, so no cut of the work shows in it.
//
// Weights of formats without an offset are stored with one (w + 128, say) that makes them unsigned,
// and the sum starts at -128 * sum(x): exact as well.

#if defined(VIBRANT_KERNELS_GEMM_TILE_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_GEMM_TILE_INL_H
#undef VIBRANT_KERNELS_GEMM_TILE_INL_H
#else
#define VIBRANT_KERNELS_GEMM_TILE_INL_H
#endif

#include <hwy/cache_control.h>

#include <cstring>

#include "engine/kernels/gemm_scratch.h"
#include "engine/kernels/gemv_dot-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// A tile is two vectors of rows high. Six columns of them are 12 integer sums and as many float
// sums, which leaves room for weights and a column in 32 registers; two scales per block need room
// for 2 x kCols more. On Zen 5 both run at the limit of its two multipliers, where 16 of 20 (24)
// issue slots are dot products and the others scale them. x86 before AVX-512 has 16 registers.
inline constexpr std::size_t kStripVectors = 2;
inline constexpr std::size_t kStripRows = kStripVectors * kLanes;
inline constexpr bool kManyRegisters = kLanes == 16 || !HWY_ARCH_X86;
template <std::size_t kSub>
inline constexpr std::size_t kTileCols = kManyRegisters && kSub == 32 ? 6 : 4;
static_assert(kStripRows <= kGemmMaxRows);

// x86 without a dot product of bytes has one of pairs of bytes (pmaddubsw), which saturates at 16
// bits. Weights of up to `kTop` leave room for some steps of four values to be added up as pairs of
// 16 bits before those are widened; 0 if not even one is safe.
inline constexpr bool kPairs = HWY_ARCH_X86 && !kPlanes && HWY_TARGET <= HWY_SSE4;
template <int kTop>
inline constexpr std::size_t kPairSteps = kPairs ? HWY_MIN(0x7FFF / (2 * kAct8Max * kTop), 8) : 0;

// What a tile knows of a format.
template <std::size_t kSubValues, bool kHasOffset, int kTop>
struct Weights {
    static constexpr std::size_t kSub = kSubValues;  // values per scale
    static constexpr bool kOffset = kHasOffset;
    static constexpr std::size_t kSteps = kPairSteps<kTop>;
    // What makes weights without an offset unsigned, as the stored sums' 128 shifted down.
    static constexpr int kShift = kSteps == 0    ? 0
                                  : kTop == 7    ? 5
                                  : kTop == 15   ? 4
                                  : kTop == 31   ? 3
                                  : kTop == 63   ? 2
                                                 : 0;
    static constexpr int kCentre = kOffset ? 0 : 128 >> kShift;
};

struct TileOutput {
    float* y;            // of the strip's first row and the tile's first column
    std::size_t stride;  // floats from column to column
    std::size_t n_rows;  // <= kStripRows
    bool first;          // whether y holds nothing yet
    const float* bias;   // of the strip's first row, or nullptr: to add in the end
};

// A strip's slice of weights times columns of activations.
template <std::size_t kCols>
struct Tile {
    VI dots[kCols][kStripVectors];  // of the sub-block at hand
    VF sums[kCols][kStripVectors];  // of the slice so far
};

// Four values of a column in every group of four lanes.
HWY_INLINE hn::Vec<A8> broadcast_four(const std::int8_t* q) {
    std::int32_t four;
    std::memcpy(&four, q, sizeof(four));
    return hn::BitCast(A8(), hn::Set(I32(), four));
}

// Adds the dots of values [begin, begin + kCount) of a block; `w` are the strip's weights of it.
template <std::size_t kCount, std::size_t kSteps, std::size_t kCols>
HWY_INLINE void dot_values(const std::uint8_t* w, const Act8Block* x, std::size_t stride,
                           std::size_t begin, Tile<kCols>& tile) {
    const I32 d;
    const A16 words;
    [[maybe_unused]] VA pairs[kCols][kStripVectors];
    for (std::size_t step = 0; step < kCount / 4; ++step) {
        const std::size_t k = begin + 4 * step;
        VW weights[kStripVectors];
        for (std::size_t g = 0; g < kStripVectors; ++g) {
            weights[g] = hn::Load(W8(), w + k * kStripRows + g * kWide);
        }
        for (std::size_t c = 0; c < kCols; ++c) {
            const auto values = broadcast_four(x[c * stride].q + k);
            for (std::size_t g = 0; g < kStripVectors; ++g) {
                VI& dot = tile.dots[c][g];
                if constexpr (kSteps == 0) {
                    dot = hn::SumOfMulQuadAccumulate(d, weights[g], values, dot);
                } else {
                    VA& sum = pairs[c][g];
                    const VA pair = hn::SatWidenMulPairwiseAdd(words, weights[g], values);
                    sum = step % kSteps == 0 ? pair : hn::Add(sum, pair);
                    if (step % kSteps == kSteps - 1 || step == kCount / 4 - 1) {
                        const VA ones = hn::Set(words, std::int16_t{1});
                        dot = hn::Add(dot, hn::WidenMulPairwiseAdd(d, sum, ones));
                    }
                }
            }
        }
    }
}

// Where the dots of a sub-block start, given -128 times the sum of its activations.
template <class W>
HWY_INLINE VI dot_start(const std::int32_t& bias) {
    const I32 d;
    if constexpr (W::kOffset) return hn::Zero(d);
    return hn::ShiftRight<W::kShift>(hn::Set(d, bias));
}

struct StripVectors {
    VF v[kStripVectors];
};
HWY_INLINE StripVectors load_strip(const float* factors) {
    StripVectors s;
    for (std::size_t g = 0; g < kStripVectors; ++g) {
        s.v[g] = hn::Load(F32(), factors + g * kLanes);
    }
    return s;
}

// Block b of weights with one scale per 32 values.
template <class W, std::size_t kCols>
HWY_INLINE void add_block_32(const GemmScratch& w, std::size_t b, const Act8Block* x,
                             std::size_t stride, Tile<kCols>& tile) {
    const F32 d;
    for (std::size_t c = 0; c < kCols; ++c) {
        const VI start = dot_start<W>(x[c * stride].bias32);
        for (std::size_t g = 0; g < kStripVectors; ++g) tile.dots[c][g] = start;
    }
    dot_values<32, W::kSteps, kCols>(w.q + b * 32 * kStripRows, x, stride, 0, tile);
    const StripVectors scale = load_strip(w.scale + b * kStripRows);
    StripVectors offset;
    if constexpr (W::kOffset) offset = load_strip(w.offset + b * kStripRows);
    for (std::size_t c = 0; c < kCols; ++c) {
        const VF col_scale = hn::Set(d, x[c * stride].scale);
        for (std::size_t g = 0; g < kStripVectors; ++g) {
            VF& sum = tile.sums[c][g];
            if constexpr (W::kOffset) {
                sum = hn::MulAdd(offset.v[g], hn::Set(d, x[c * stride].sum32), sum);
            }
            const VF dot = hn::Mul(hn::ConvertTo(d, tile.dots[c][g]), col_scale);
            sum = hn::MulAdd(dot, scale.v[g], sum);
        }
    }
}

// Half a block of weights with one scale per 16 values: its dots, scaled by the row, are added to
// `scaled`.
template <class W, std::size_t kHalf, std::size_t kCols>
HWY_INLINE void add_half_block(const GemmScratch& w, std::size_t b, const Act8Block* x,
                               std::size_t stride, Tile<kCols>& tile,
                               VF (&scaled)[kCols][kStripVectors]) {
    const F32 d;
    for (std::size_t c = 0; c < kCols; ++c) {
        const VI start = dot_start<W>(x[c * stride].bias16[kHalf]);
        for (std::size_t g = 0; g < kStripVectors; ++g) tile.dots[c][g] = start;
    }
    dot_values<16, W::kSteps, kCols>(w.q + b * 32 * kStripRows, x, stride, 16 * kHalf, tile);
    const std::size_t sub = 2 * b + kHalf;
    const StripVectors scale = load_strip(w.scale + sub * kStripRows);
    StripVectors offset;
    if constexpr (W::kOffset) offset = load_strip(w.offset + sub * kStripRows);
    for (std::size_t c = 0; c < kCols; ++c) {
        for (std::size_t g = 0; g < kStripVectors; ++g) {
            if constexpr (W::kOffset) {
                VF& sum = tile.sums[c][g];
                sum = hn::MulAdd(offset.v[g], hn::Set(d, x[c * stride].sum16[kHalf]), sum);
            }
            const VF dot = hn::ConvertTo(d, tile.dots[c][g]);
            scaled[c][g] = kHalf == 0 ? hn::Mul(dot, scale.v[g])
                                      : hn::MulAdd(dot, scale.v[g], scaled[c][g]);
        }
    }
}

template <class W, std::size_t kCols>
HWY_INLINE void add_block_16(const GemmScratch& w, std::size_t b, const Act8Block* x,
                             std::size_t stride, Tile<kCols>& tile) {
    VF scaled[kCols][kStripVectors];
    add_half_block<W, 0, kCols>(w, b, x, stride, tile, scaled);
    add_half_block<W, 1, kCols>(w, b, x, stride, tile, scaled);
    for (std::size_t c = 0; c < kCols; ++c) {
        const VF col_scale = hn::Set(F32(), x[c * stride].scale);
        for (std::size_t g = 0; g < kStripVectors; ++g) {
            tile.sums[c][g] = hn::MulAdd(scaled[c][g], col_scale, tile.sums[c][g]);
        }
    }
}

template <std::size_t kCols>
HWY_INLINE void store_tile(const Tile<kCols>& tile, const TileOutput& out) {
    const F32 d;
    for (std::size_t g = 0; g < kStripVectors; ++g) {
        const std::size_t row = g * kLanes;
        if (row >= out.n_rows) break;
        const std::size_t n = HWY_MIN(kLanes, out.n_rows - row);
        for (std::size_t c = 0; c < kCols; ++c) {
            float* y = out.y + c * out.stride + row;
            VF sum = tile.sums[c][g];
            if (!out.first) sum = hn::Add(hn::LoadN(d, y, n), sum);
            if (out.bias) sum = hn::Add(sum, hn::LoadN(d, out.bias + row, n));
            hn::StoreN(sum, d, y, n);
        }
    }
}

// n_blocks blocks of 32 values from the start of the slice; x is the first column's first block,
// the others follow at the stride.
template <class W, std::size_t kCols>
HWY_NOINLINE void multiply_tile(const GemmScratch& w, const Act8Block* x, std::size_t stride,
                                std::size_t n_blocks, const TileOutput& out) {
    Tile<kCols> tile;
    for (std::size_t c = 0; c < kCols; ++c) {
        hwy::Prefetch(out.y + c * out.stride);
        for (std::size_t g = 0; g < kStripVectors; ++g) tile.sums[c][g] = hn::Zero(F32());
    }
    for (std::size_t b = 0; b < n_blocks; ++b, ++x) {
        if constexpr (W::kSub == 16) {
            add_block_16<W, kCols>(w, b, x, stride, tile);
        } else {
            add_block_32<W, kCols>(w, b, x, stride, tile);
        }
    }
    store_tile<kCols>(tile, out);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
