// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Prefill's product: strips of weight rows expanded to bytes (expand-inl.h), times tiles of
// columns. This is the walk over strips, depth and columns; the arithmetic is gemm_tile-inl.h.
//
// A strip's slice of kGemmDepth values is expanded once and meets every column while it is in L1.
// All strips of a slice come before the next slice, so that the slice of the activations (512 KB
// for 512 columns) stays in L2; between slices an output rests in y.

#if defined(VIBRANT_KERNELS_GEMM_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_GEMM_INL_H
#undef VIBRANT_KERNELS_GEMM_INL_H
#else
#define VIBRANT_KERNELS_GEMM_INL_H
#endif

#include <utility>

#include "engine/kernels/expand-inl.h"
#include "engine/kernels/gemm_tile-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// The tile of `n` columns, n <= kTileCols<kSub>.
template <class Unpack, std::size_t... kLess>
HWY_INLINE void multiply_columns(std::size_t n, const TileWeights& w, const Act8Block* x,
                                 std::size_t stride, std::size_t n_blocks, const TileOutput& out,
                                 std::index_sequence<kLess...>) {
    const bool done[] = {
        n == kLess + 1 &&
        (multiply_tile<WeightsOf<Unpack>, kLess + 1>(w, x, stride, n_blocks, out),
         true)...};
    static_cast<void>(done);
}

// All columns against one slice of a strip, dealt evenly over as few tiles as possible: a tile of
// few columns waits for its own sums. `from` is the slice's first block.
template <class Unpack>
HWY_INLINE void multiply_slice(const GemmArgs& a, const GemmScratch& w, std::size_t from,
                               std::size_t n_blocks, TileOutput out) {
    const Act8Block* x = a.x.blocks + from;
    std::size_t left = a.n_batch;
    constexpr std::size_t kCols = kTileCols<Unpack::kSub>;
    for (std::size_t tiles = (left + kCols - 1) / kCols; tiles != 0; --tiles) {
        const std::size_t n = (left + tiles - 1) / tiles;
        for (std::size_t row = 0; row < out.n_rows; row += kTileRows) {
            multiply_columns<Unpack>(n, tile_weights(w, row), x, a.x.stride, n_blocks,
                                     out.from_row(row), std::make_index_sequence<kCols>());
        }
        x += n * a.x.stride;
        out.y += n * a.y_stride;
        left -= n;
    }
}

template <class Unpack>
HWY_INLINE void multiply_strips(const GemmArgs& a) {
    auto& scratch = *reinterpret_cast<GemmScratch*>(a.scratch);
    for (std::size_t begin = 0; begin < a.n_cols; begin += kGemmDepth) {
        const std::size_t depth = HWY_MIN(kGemmDepth, a.n_cols - begin);
        const bool last = begin + depth == a.n_cols;
        for (std::size_t first = a.row_begin; first < a.row_end; first += kGemmRows) {
            const std::size_t n_rows = HWY_MIN(kGemmRows, a.row_end - first);
            expand_strip<Unpack>(a.weights + first * a.row_stride, a.row_stride, n_rows, begin,
                                 depth, scratch);
            multiply_slice<Unpack>(a, scratch, begin / kActBlock, depth / kActBlock,
                                   {.y = a.y + first,
                                    .stride = a.y_stride,
                                    .n_rows = n_rows,
                                    .first = begin == 0,
                                    .bias = last && a.bias ? a.bias + first : nullptr});
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
