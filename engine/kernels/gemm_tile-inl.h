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

#include <bit>
#include <cstring>

#include "engine/kernels/gemm_scratch.h"
#include "engine/kernels/gemv_dot-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// Tiles that live in registers. In 32 of them: two vectors of rows times six columns are 12 integer
// sums and as many float sums, which leaves room for weights and a column (a seventh column spills,
// at half the speed); two scales per block need 2 more per column. For 32 values of a row and a
// column there are 8 dot products, a product with the column's scale and one with the row's, and
// one more where there are offsets or two scales. They share the multipliers of a core, two in Zen
// 5, so that 8 of 10 (11) of its int8 peak is the limit: 0.80 (0.73). With all operands in L1 the
// tile reaches 0.77 (0.69).
//
// x86 before AVX-512 has 16 registers: with pairs of 16 bits between products and sums, one vector
// of rows times five columns; else two times three, which loads five vectors for six products
// instead of six for five.
inline constexpr std::size_t kTileVectors = kManyRegisters || kPlanes ? 2 : 1;
inline constexpr std::size_t kTileRows = kTileVectors * kLanes;
template <std::size_t kSub>
inline constexpr std::size_t kTileCols = !kManyRegisters ? (kPlanes ? 3 : 5)
                                         : kSub == 32    ? 6
                                                         : 4;
static_assert(kGemmRows % kTileRows == 0 && kTileRows % 4 == 0);

// The weights of a tile in a strip's slice, see gemm_scratch.h.
struct TileWeights {
    const std::uint8_t* q;  // (depth / 4, kTileRows, 4)
    const float* scale;     // (depth / 16 or 32, kTileRows)
    const float* offset;    // likewise
};
HWY_INLINE TileWeights tile_weights(const GemmScratch& strip, std::size_t row) {
    constexpr std::size_t kFactors = kGemmDepth / 16;
    return {strip.q + row * kGemmDepth, strip.scale + row * kFactors, strip.offset + row * kFactors};
}

// x86 without a dot product of bytes has one of pairs of bytes (pmaddubsw), which saturates at 16
// bits. Weights of up to `kTop` leave room for some steps of four values to be added up as pairs of
// 16 bits before those are widened. Where not even one is safe (255), the pairs are of |w| and
// sign(w) * x: at most 2 * 128 * 127.
inline constexpr bool kPairs = HWY_ARCH_X86 && !kPlanes && HWY_TARGET <= HWY_SSE4;

// What a tile knows of a format. `kTop` is the largest weight once the smallest is 0.
template <std::size_t kSubValues, bool kHasOffset, int kTop>
struct Weights {
    static constexpr std::size_t kSub = kSubValues;  // values per scale
    static constexpr bool kOffset = kHasOffset;
    static constexpr bool kSigned = kPairs && kTop == 255;  // as they are
    static constexpr int kPairSum = kSigned ? 2 * 128 * kAct8Max : 2 * kTop * kAct8Max;
    static constexpr std::size_t kSteps = kPairs ? 0x7FFF / kPairSum : 0;
    // What makes other weights without an offset unsigned: half their range. By how much it is less
    // than the 128 of Act8Block, in bits.
    static constexpr int kLess = std::countl_zero(static_cast<std::uint8_t>(kTop));
    static constexpr int kCentre = kOffset || kSigned ? 0 : 128 >> kLess;
};

struct TileOutput {
    float* y;            // of the tile's first row and column
    std::size_t stride;  // floats from column to column
    std::size_t n_rows;  // may be more than the tile has
    bool first;          // whether y holds nothing yet
    const float* bias;   // of the tile's first row, or nullptr: to add in the end

    TileOutput from_row(std::size_t row) const {
        return {y + row, stride, n_rows - row, first, bias ? bias + row : nullptr};
    }
};

// The constructors of what holds vectors are spelt out: implicit ones would not be compiled for the
// target.
template <std::size_t kCols>
struct Tile {
    HWY_INLINE Tile() {}

    VI dots[kCols][kTileVectors];  // of the sub-block at hand
    VF sums[kCols][kTileVectors];  // of the slice so far
};

// Four values of a column in every group of four lanes.
HWY_INLINE hn::Vec<A8> broadcast_four(const std::int8_t* q) {
    std::int32_t four;
    std::memcpy(&four, q, sizeof(four));
    return hn::BitCast(A8(), hn::Set(I32(), four));
}

template <bool kSigned>
HWY_INLINE VA multiply_pairs(VW weights, hn::Vec<A8> values) {
    if constexpr (!kSigned) return hn::SatWidenMulPairwiseAdd(A16(), weights, values);
    const auto w = hn::BitCast(A8(), weights);
    return hn::SatWidenMulPairwiseAdd(A16(), hn::BitCast(W8(), hn::Abs(w)),
                                      hn::IfNegativeThenNegOrUndefIfZero(w, values));
}

// Adds the dots of values [begin, begin + kCount) of a block; `w` are the tile's weights of it.
template <class W, std::size_t kCount, std::size_t kCols>
HWY_INLINE void dot_values(const std::uint8_t* w, const Act8Block* x, std::size_t begin, Tile<kCols>& tile) {
    constexpr std::size_t kSteps = W::kSteps;
    const I32 d;
    const A16 words;
    [[maybe_unused]] VA pairs[kCols][kTileVectors];
    for (std::size_t step = 0; step < kCount / 4; ++step) {
        const std::size_t k = begin + 4 * step;
        VW weights[kTileVectors];
        for (std::size_t g = 0; g < kTileVectors; ++g) {
            weights[g] = hn::Load(W8(), w + k * kTileRows + g * kWide);
        }
        for (std::size_t c = 0; c < kCols; ++c) {
            const auto values = broadcast_four(x[c * kActSlice].q + k);
            for (std::size_t g = 0; g < kTileVectors; ++g) {
                VI& dot = tile.dots[c][g];
                if constexpr (kSteps == 0) {
                    dot = dot_quads(weights[g], values, dot);
                } else {
                    VA& sum = pairs[c][g];
                    const VA pair = multiply_pairs<W::kSigned>(weights[g], values);
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
    if constexpr (W::kCentre == 0) return hn::Zero(d);
    return hn::ShiftRight<W::kLess>(hn::Set(d, bias));
}

struct TileFactors {
    VF v[kTileVectors];

    HWY_INLINE TileFactors() {}
};
HWY_INLINE TileFactors load_factors(const float* factors) {
    TileFactors s;
    for (std::size_t g = 0; g < kTileVectors; ++g) {
        s.v[g] = hn::Load(F32(), factors + g * kLanes);
    }
    return s;
}

// Block b of weights with one scale per 32 values.
template <class W, std::size_t kCols>
HWY_INLINE void add_block_32(const TileWeights& w, std::size_t b, const Act8Block* x, Tile<kCols>& tile) {
    const F32 d;
    for (std::size_t c = 0; c < kCols; ++c) {
        const VI start = dot_start<W>(x[c * kActSlice].bias32);
        for (std::size_t g = 0; g < kTileVectors; ++g) tile.dots[c][g] = start;
    }
    dot_values<W, 32, kCols>(w.q + b * 32 * kTileRows, x, 0, tile);
    const TileFactors scale = load_factors(w.scale + b * kTileRows);
    TileFactors offset;
    if constexpr (W::kOffset) offset = load_factors(w.offset + b * kTileRows);
    for (std::size_t c = 0; c < kCols; ++c) {
        const VF col_scale = hn::Set(d, x[c * kActSlice].scale);
        for (std::size_t g = 0; g < kTileVectors; ++g) {
            VF& sum = tile.sums[c][g];
            if constexpr (W::kOffset) {
                sum = hn::MulAdd(offset.v[g], hn::Set(d, x[c * kActSlice].sum32), sum);
            }
            const VF dot = hn::Mul(hn::ConvertTo(d, tile.dots[c][g]), col_scale);
            sum = hn::MulAdd(dot, scale.v[g], sum);
        }
    }
}

// Half a block of weights with one scale per 16 values: its dots, scaled by the row, are added to
// `scaled`.
template <class W, std::size_t kHalf, std::size_t kCols>
HWY_INLINE void add_half_block(const TileWeights& w, std::size_t b, const Act8Block* x, Tile<kCols>& tile,
                               VF (&scaled)[kCols][kTileVectors]) {
    const F32 d;
    for (std::size_t c = 0; c < kCols; ++c) {
        const VI start = dot_start<W>(x[c * kActSlice].bias16[kHalf]);
        for (std::size_t g = 0; g < kTileVectors; ++g) tile.dots[c][g] = start;
    }
    dot_values<W, 16, kCols>(w.q + b * 32 * kTileRows, x, 16 * kHalf, tile);
    const std::size_t sub = 2 * b + kHalf;
    const TileFactors scale = load_factors(w.scale + sub * kTileRows);
    TileFactors offset;
    if constexpr (W::kOffset) offset = load_factors(w.offset + sub * kTileRows);
    for (std::size_t c = 0; c < kCols; ++c) {
        for (std::size_t g = 0; g < kTileVectors; ++g) {
            if constexpr (W::kOffset) {
                VF& sum = tile.sums[c][g];
                sum = hn::MulAdd(offset.v[g], hn::Set(d, x[c * kActSlice].sum16[kHalf]), sum);
            }
            const VF dot = hn::ConvertTo(d, tile.dots[c][g]);
            scaled[c][g] = kHalf == 0 ? hn::Mul(dot, scale.v[g]) : hn::MulAdd(dot, scale.v[g], scaled[c][g]);
        }
    }
}

template <class W, std::size_t kCols>
HWY_INLINE void add_block_16(const TileWeights& w, std::size_t b, const Act8Block* x, Tile<kCols>& tile) {
    VF scaled[kCols][kTileVectors];
    add_half_block<W, 0, kCols>(w, b, x, tile, scaled);
    add_half_block<W, 1, kCols>(w, b, x, tile, scaled);
    for (std::size_t c = 0; c < kCols; ++c) {
        const VF col_scale = hn::Set(F32(), x[c * kActSlice].scale);
        for (std::size_t g = 0; g < kTileVectors; ++g) {
            tile.sums[c][g] = hn::MulAdd(scaled[c][g], col_scale, tile.sums[c][g]);
        }
    }
}

// A vector of which the last tile of a matrix may have only n lanes.
HWY_INLINE VF load_rows(const float* from, std::size_t n) {
    return n == kLanes ? hn::LoadU(F32(), from) : hn::LoadN(F32(), from, n);
}
HWY_INLINE void store_rows(VF v, float* to, std::size_t n) {
    if (n == kLanes) {
        hn::StoreU(v, F32(), to);
    } else {
        hn::StoreN(v, F32(), to, n);
    }
}

template <std::size_t kCols>
HWY_INLINE void store_tile(const Tile<kCols>& tile, const TileOutput& out) {
    for (std::size_t g = 0; g < kTileVectors; ++g) {
        const std::size_t row = g * kLanes;
        if (row >= out.n_rows) break;
        const std::size_t n = HWY_MIN(kLanes, out.n_rows - row);
        for (std::size_t c = 0; c < kCols; ++c) {
            float* y = out.y + c * out.stride + row;
            VF sum = tile.sums[c][g];
            if (!out.first) sum = hn::Add(load_rows(y, n), sum);
            if (out.bias) sum = hn::Add(sum, load_rows(out.bias + row, n));
            store_rows(sum, y, n);
        }
    }
}

// n_blocks blocks of 32 values from the start of the slice; x is the first column's first block,
// and columns are kActSlice blocks apart.
template <class W, std::size_t kCols>
HWY_NOINLINE void multiply_tile(const TileWeights& w, const Act8Block* x, std::size_t n_blocks, const TileOutput& out) {
    Tile<kCols> tile;
    for (std::size_t c = 0; c < kCols; ++c) {
        hwy::Prefetch(out.y + c * out.stride);
        for (std::size_t g = 0; g < kTileVectors; ++g) tile.sums[c][g] = hn::Zero(F32());
    }
    for (std::size_t b = 0; b < n_blocks; ++b, ++x) {
        if constexpr (W::kSub == 16) {
            add_block_16<W, kCols>(w, b, x, tile);
        } else {
            add_block_32<W, kCols>(w, b, x, tile);
        }
    }
    store_tile<kCols>(tile, out);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
