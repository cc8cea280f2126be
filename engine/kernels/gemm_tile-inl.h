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
// Formats without an offset store w + 128, and the sum starts at -128 * sum(x): exact as well.

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

// x86 before AVX-512 has 16 registers, all others 32: room for 2 x 6 integer sums, as many float
// sums, two vectors of weights and one of a column. On Zen 5 this runs at the limit of its two
// multipliers: 16 of 20 issue slots are dot products, the others scale them.
inline constexpr std::size_t kStripVectors = 2;
inline constexpr std::size_t kStripRows = kStripVectors * kLanes;
inline constexpr std::size_t kTileCols = kLanes == 16 || !HWY_ARCH_X86 ? 6 : 3;
static_assert(kStripRows <= kGemmMaxRows);

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

// The dots of values [begin, begin + kCount) of a block; `w` are the strip's weights of it.
template <std::size_t kCount, std::size_t kCols>
HWY_INLINE void dot_values(const std::uint8_t* w, const Act8Block* x, std::size_t stride,
                           std::size_t begin, Tile<kCols>& tile) {
    for (std::size_t k = begin; k < begin + kCount; k += 4) {
        VW weights[kStripVectors];
        for (std::size_t g = 0; g < kStripVectors; ++g) {
            weights[g] = hn::Load(W8(), w + k * kStripRows + g * kWide);
        }
        for (std::size_t c = 0; c < kCols; ++c) {
            const auto values = broadcast_four(x[c * stride].q + k);
            for (std::size_t g = 0; g < kStripVectors; ++g) {
                tile.dots[c][g] =
                    hn::SumOfMulQuadAccumulate(I32(), weights[g], values, tile.dots[c][g]);
            }
        }
    }
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
template <bool kOffset, std::size_t kCols>
HWY_INLINE void add_block_32(const GemmScratch& w, std::size_t b, const Act8Block* x,
                             std::size_t stride, Tile<kCols>& tile) {
    const F32 d;
    for (std::size_t c = 0; c < kCols; ++c) {
        const VI start = kOffset ? hn::Zero(I32()) : hn::Set(I32(), x[c * stride].bias32);
        for (std::size_t g = 0; g < kStripVectors; ++g) tile.dots[c][g] = start;
    }
    dot_values<32, kCols>(w.q + b * 32 * kStripRows, x, stride, 0, tile);
    const StripVectors scale = load_strip(w.scale + b * kStripRows);
    StripVectors offset;
    if constexpr (kOffset) offset = load_strip(w.offset + b * kStripRows);
    for (std::size_t c = 0; c < kCols; ++c) {
        const VF col_scale = hn::Set(d, x[c * stride].scale);
        for (std::size_t g = 0; g < kStripVectors; ++g) {
            VF& sum = tile.sums[c][g];
            if constexpr (kOffset) {
                sum = hn::MulAdd(offset.v[g], hn::Set(d, x[c * stride].sum32), sum);
            }
            const VF dot = hn::Mul(hn::ConvertTo(d, tile.dots[c][g]), col_scale);
            sum = hn::MulAdd(dot, scale.v[g], sum);
        }
    }
}

// Block b of weights with two.
template <bool kOffset, std::size_t kCols>
HWY_INLINE void add_block_16(const GemmScratch& w, std::size_t b, const Act8Block* x,
                             std::size_t stride, Tile<kCols>& tile) {
    const F32 d;
    VF first[kCols][kStripVectors];
    for (std::size_t half = 0; half < 2; ++half) {
        const std::size_t sub = 2 * b + half;
        for (std::size_t c = 0; c < kCols; ++c) {
            const VI start =
                kOffset ? hn::Zero(I32()) : hn::Set(I32(), x[c * stride].bias16[half]);
            for (std::size_t g = 0; g < kStripVectors; ++g) tile.dots[c][g] = start;
        }
        dot_values<16, kCols>(w.q + b * 32 * kStripRows, x, stride, 16 * half, tile);
        const StripVectors scale = load_strip(w.scale + sub * kStripRows);
        StripVectors offset;
        if constexpr (kOffset) offset = load_strip(w.offset + sub * kStripRows);
        for (std::size_t c = 0; c < kCols; ++c) {
            const VF col_scale = hn::Set(d, x[c * stride].scale);
            for (std::size_t g = 0; g < kStripVectors; ++g) {
                VF& sum = tile.sums[c][g];
                if constexpr (kOffset) {
                    sum = hn::MulAdd(offset.v[g], hn::Set(d, x[c * stride].sum16[half]), sum);
                }
                const VF dot = hn::ConvertTo(d, tile.dots[c][g]);
                if (half == 0) {
                    first[c][g] = hn::Mul(dot, scale.v[g]);
                } else {
                    sum = hn::MulAdd(hn::MulAdd(dot, scale.v[g], first[c][g]), col_scale, sum);
                }
            }
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
template <std::size_t kSub, bool kOffset, std::size_t kCols>
HWY_NOINLINE void multiply_tile(const GemmScratch& w, const Act8Block* x, std::size_t stride,
                                std::size_t n_blocks, const TileOutput& out) {
    Tile<kCols> tile;
    for (std::size_t c = 0; c < kCols; ++c) {
        hwy::Prefetch(out.y + c * out.stride);
        for (std::size_t g = 0; g < kStripVectors; ++g) tile.sums[c][g] = hn::Zero(F32());
    }
    for (std::size_t b = 0; b < n_blocks; ++b, ++x) {
        if constexpr (kSub == 16) {
            add_block_16<kOffset, kCols>(w, b, x, stride, tile);
        } else {
            add_block_32<kOffset, kCols>(w, b, x, stride, tile);
        }
    }
    store_tile<kCols>(tile, out);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
