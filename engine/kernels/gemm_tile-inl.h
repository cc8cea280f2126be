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

#include <cstring>

#include "engine/kernels/gemm_scratch.h"
#include "engine/kernels/gemv_dot-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// 2 x 8 vectors of integer sums in registers; the floats they are added to stay in L1.
inline constexpr std::size_t kStripVectors = 2;
inline constexpr std::size_t kStripRows = kStripVectors * kLanes;
inline constexpr std::size_t kTileCols = 8;
static_assert(kStripRows <= kGemmMaxRows);

// The first column of a tile; the others follow at the strides.
struct TileColumns {
    const std::int8_t* q;
    std::size_t stride;        // bytes
    std::size_t blocks;        // of 32 values from column to column in the arrays below
    const float* scale;        // per block
    const float* sum;          // per sub-block: scale * sum of q
    const std::int32_t* bias;  // per sub-block: -128 * sum of q
};

struct TileOutput {
    float* y;  // of the strip's first row and the tile's first column
    std::size_t stride, n_rows;
    bool first;         // whether y holds nothing yet
    const float* bias;  // to add in the end, or nullptr
};

// Four values of a column in every group of four lanes.
HWY_INLINE hn::Vec<A8> broadcast_four(const std::int8_t* q) {
    std::int32_t four;
    std::memcpy(&four, q, sizeof(four));
    return hn::BitCast(A8(), hn::Set(I32(), four));
}

template <std::size_t kCols>
using TileSums = float[kCols][kStripVectors][kLanes];

template <std::size_t kCols>
HWY_INLINE void load_tile(const TileOutput& out, TileSums<kCols>& sums) {
    const F32 d;
    for (std::size_t c = 0; c < kCols; ++c) {
        for (std::size_t g = 0; g < kStripVectors; ++g) {
            const std::size_t row = g * kLanes;
            const float* y = out.y + c * out.stride + row;
            VF v = hn::Zero(d);
            if (!out.first) {
                v = out.n_rows == kStripRows ? hn::LoadU(d, y)
                    : out.n_rows > row       ? hn::LoadN(d, y, out.n_rows - row)
                                             : v;
            }
            hn::Store(v, d, sums[c][g]);
        }
    }
}

template <std::size_t kCols>
HWY_INLINE void store_tile(const TileOutput& out, const TileSums<kCols>& sums) {
    const F32 d;
    for (std::size_t g = 0; g < kStripVectors; ++g) {
        const std::size_t row = g * kLanes;
        if (row >= out.n_rows) break;
        const std::size_t n = HWY_MIN(kLanes, out.n_rows - row);
        const VF bias = out.bias ? hn::LoadN(d, out.bias + row, n) : hn::Zero(d);
        for (std::size_t c = 0; c < kCols; ++c) {
            float* y = out.y + c * out.stride + row;
            VF v = hn::Load(d, sums[c][g]);
            if (out.bias) v = hn::Add(v, bias);
            if (n == kLanes) {
                hn::StoreU(v, d, y);
            } else {
                hn::StoreN(v, d, y, n);
            }
        }
    }
}

template <std::size_t kCols>
using TileDots = VI[kCols][kStripVectors];

// The integer sums of one sub-block.
template <std::size_t kSub, bool kOffset, std::size_t kCols>
HWY_INLINE void dot_sub_block(const std::uint8_t* w, const TileColumns& x, std::size_t sub,
                              TileDots<kCols>& dots) {
    const I32 d;
    for (std::size_t c = 0; c < kCols; ++c) {
        VI start = hn::Zero(d);
        if constexpr (!kOffset) {
            start = hn::Set(d, x.bias[c * x.blocks * (kActBlock / kSub) + sub]);
        }
        for (std::size_t g = 0; g < kStripVectors; ++g) dots[c][g] = start;
    }
    const std::int8_t* q = x.q + sub * kSub;
    for (std::size_t k = 0; k < kSub; k += 4) {
        VW weights[kStripVectors];
        for (std::size_t g = 0; g < kStripVectors; ++g) {
            weights[g] = hn::Load(W8(), w + k * kStripRows + g * kWide);
        }
        for (std::size_t c = 0; c < kCols; ++c) {
            const auto values = broadcast_four(q + c * x.stride + k);
            for (std::size_t g = 0; g < kStripVectors; ++g) {
                dots[c][g] = hn::SumOfMulQuadAccumulate(d, weights[g], values, dots[c][g]);
            }
        }
    }
}

// sums += scale of the column * scale of the row * dots (+ offset of the row * sum of the column)
// for block `block` of 32 values.
template <std::size_t kSub, bool kOffset, std::size_t kCols>
HWY_INLINE void add_block(const GemmScratch& w, const TileColumns& x, std::size_t block,
                          TileSums<kCols>& sums) {
    const F32 d;
    constexpr std::size_t kSubs = kActBlock / kSub;
    TileDots<kCols> dots;
    alignas(64) TileSums<kCols> halves;
    for (std::size_t s = 0; s < kSubs; ++s) {
        const std::size_t sub = block * kSubs + s;
        dot_sub_block<kSub, kOffset, kCols>(w.q + sub * kSub * kStripRows, x, sub, dots);
        for (std::size_t g = 0; g < kStripVectors; ++g) {
            const VF row_scale = hn::Load(d, w.scale + sub * kStripRows + g * kLanes);
            for (std::size_t c = 0; c < kCols; ++c) {
                VF v = hn::ConvertTo(d, dots[c][g]);
                VF sum = hn::Load(d, sums[c][g]);
                if constexpr (kOffset) {
                    const VF offset = hn::Load(d, w.offset + sub * kStripRows + g * kLanes);
                    sum = hn::MulAdd(offset, hn::Set(d, x.sum[c * x.blocks * kSubs + sub]), sum);
                    if (s + 1 < kSubs) hn::Store(sum, d, sums[c][g]);
                }
                const VF col_scale = hn::Set(d, x.scale[c * x.blocks + block]);
                if constexpr (kSubs == 1) {
                    hn::Store(hn::MulAdd(hn::Mul(v, col_scale), row_scale, sum), d, sums[c][g]);
                } else if (s == 0) {
                    hn::Store(hn::Mul(v, row_scale), d, halves[c][g]);
                } else {
                    v = hn::MulAdd(v, row_scale, hn::Load(d, halves[c][g]));
                    hn::Store(hn::MulAdd(v, col_scale, sum), d, sums[c][g]);
                }
            }
        }
    }
}

template <std::size_t kSub, bool kOffset, std::size_t kCols>
HWY_NOINLINE void multiply_tile(const GemmScratch& w, const TileColumns& x, std::size_t n_blocks,
                                const TileOutput& out) {
    alignas(64) TileSums<kCols> sums;
    load_tile<kCols>(out, sums);
    for (std::size_t block = 0; block < n_blocks; ++block) {
        add_block<kSub, kOffset, kCols>(w, x, block, sums);
    }
    store_tile<kCols>(out, sums);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
