// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Prefill's product: strips of weight rows expanded to bytes (expand-inl.h), times tiles of
// columns. This is the walk over strips, depth and columns; the arithmetic is gemm_tile-inl.h.
//
// A strip's slice of kGemmDepth values is expanded once and meets every column while it is in L1;
// between slices an output rests in y. So weights are read and expanded once per call, activations
// once per strip, and a call costs the expansion plus the products whatever the batch.

#if defined(VIBRANT_KERNELS_GEMM_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_GEMM_INL_H
#undef VIBRANT_KERNELS_GEMM_INL_H
#else
#define VIBRANT_KERNELS_GEMM_INL_H
#endif

#include "engine/kernels/expand-inl.h"
#include "engine/kernels/gemm_tile-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// All columns against one slice of a strip. `from` is the slice's first block of 32 values.
template <class Unpack>
HWY_INLINE void multiply_slice(const GemmArgs& a, const GemmScratch& w, std::size_t from,
                               std::size_t n_blocks, const TileOutput& out) {
    constexpr std::size_t kSub = Unpack::kSub;
    constexpr bool kOffset = Unpack::kOffset;
    const std::size_t blocks = padded_cols(a.n_cols) / kActBlock;  // per activation row
    std::size_t c = 0;
    const auto columns = [&] {
        constexpr std::size_t per = kActBlock / kSub;
        const std::size_t at = c * blocks + from;
        return TileColumns{.q = a.x.q + c * a.x.stride + from * kActBlock,
                           .stride = a.x.stride,
                           .blocks = blocks,
                           .scale = a.x.scale + at,
                           .sum = (kSub == 16 ? a.x.sum16 : a.x.sum32) + at * per,
                           .bias = (kSub == 16 ? a.x.bias16 : a.x.bias32) + at * per};
    };
    const auto output = [&] {
        TileOutput o = out;
        o.y += c * a.y_stride;
        return o;
    };
    for (; c + kTileCols <= a.n_batch; c += kTileCols)
        multiply_tile<kSub, kOffset, kTileCols>(w, columns(), n_blocks, output());
    for (; c + 4 <= a.n_batch; c += 4)
        multiply_tile<kSub, kOffset, 4>(w, columns(), n_blocks, output());
    if (c + 2 <= a.n_batch) {
        multiply_tile<kSub, kOffset, 2>(w, columns(), n_blocks, output());
        c += 2;
    }
    if (c < a.n_batch) multiply_tile<kSub, kOffset, 1>(w, columns(), n_blocks, output());
}

template <class Unpack>
HWY_INLINE void multiply_strips(const GemmArgs& a) {
    auto& scratch = *reinterpret_cast<GemmScratch*>(a.scratch);
    for (std::size_t first = a.row_begin; first < a.row_end; first += kStripRows) {
        const std::size_t n_rows = HWY_MIN(kStripRows, a.row_end - first);
        for (std::size_t begin = 0; begin < a.n_cols; begin += kGemmDepth) {
            const std::size_t depth = HWY_MIN(kGemmDepth, a.n_cols - begin);
            expand_strip<Unpack>(a.weights + first * a.row_stride, a.row_stride, n_rows, begin,
                                 depth, scratch);
            const bool last = begin + depth == a.n_cols;
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
