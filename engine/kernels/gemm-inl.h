// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Prefill's product: strips of weight rows expanded to bytes (expand-inl.h), times tiles of
// columns. This is the walk over strips, depth and columns; the arithmetic is gemm_tile-inl.h.
//
// A strip's slice of kGemmDepth values is expanded once and meets every column while it is in L1.
// The strips of a panel share a slice before the next slice comes, so that the slice of the
// activations (512 KB for 512 columns) stays in L2, and so does the panel's part of y, where
// outputs rest between slices.

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
HWY_INLINE void multiply_columns(std::size_t n, const TileWeights& w, const Act8Block* x, std::size_t n_blocks,
                                 const TileOutput& out, std::index_sequence<kLess...>) {
    const bool done[] = {n == kLess + 1 && (multiply_tile<WeightsOf<Unpack>, kLess + 1>(w, x, n_blocks, out), true)...};
    static_cast<void>(done);
}

// A slice of a strip: values [begin, begin + depth) of n_rows rows from `first` on.
struct Slice {
    std::size_t first, n_rows, begin, depth;
};

// Lines of a slice's blocks, asked for while another slice is multiplied: rows lie apart by more
// than hardware prefetchers look ahead, and expansion would wait for each.
class Fetcher {
  public:
    template <class Unpack>
    static Fetcher of(const GemmArgs& a, const Slice& s) {
        constexpr std::size_t kBytes = sizeof(typename Unpack::Block);
        return {a.weights + s.first * a.row_stride + s.begin / Unpack::kValues * kBytes, a.row_stride, s.n_rows,
                s.depth / Unpack::kValues * kBytes};
    }
    // The next `n` rows' lines.
    void fetch(std::size_t n) {
        for (n = HWY_MIN(n, n_rows_); n != 0; --n, --n_rows_, row_ += row_stride_) {
            for (std::size_t at = 0; at < n_bytes_; at += 64) hwy::Prefetch(row_ + at);
            hwy::Prefetch(row_ + n_bytes_ - 1);
        }
    }

  private:
    Fetcher(const std::byte* row, std::size_t row_stride, std::size_t n_rows, std::size_t n_bytes)
        : row_(row), row_stride_(row_stride), n_rows_(n_rows), n_bytes_(n_bytes) {}

    const std::byte* row_;
    std::size_t row_stride_, n_rows_, n_bytes_;
};

// All columns against one slice of a strip, dealt evenly over as few tiles as possible: a tile of
// few columns waits for its own sums.
template <class Unpack>
HWY_INLINE void multiply_slice(const GemmArgs& a, const GemmScratch& w, const Slice& slice, Fetcher ahead) {
    const Act8Block* x = a.x.block(0, slice.begin / kActBlock);
    const bool last = slice.begin + slice.depth == a.n_cols;
    TileOutput out{.y = a.y + slice.first,
                   .stride = a.y_stride,
                   .n_rows = slice.n_rows,
                   .first = slice.begin == 0,
                   .bias = last && a.bias ? a.bias + slice.first : nullptr};
    std::size_t left = a.n_batch;
    constexpr std::size_t kCols = kTileCols<Unpack::kSub>;
    std::size_t tiles = (left + kCols - 1) / kCols;
    const std::size_t fetch_per_tile = kGemmRows / HWY_MAX(tiles, std::size_t{1}) + 1;
    for (; tiles != 0; --tiles) {
        ahead.fetch(fetch_per_tile);
        const std::size_t n = (left + tiles - 1) / tiles;
        for (std::size_t row = 0; row < out.n_rows; row += kTileRows) {
            multiply_columns<Unpack>(n, tile_weights(w, row), x, slice.depth / kActBlock, out.from_row(row),
                                     std::make_index_sequence<kCols>());
        }
        x += n * kActSlice;
        out.y += n * a.y_stride;
        left -= n;
    }
}

// The slice after `s`; without rows after the last.
HWY_INLINE Slice next_slice(const GemmArgs& a, Slice s) {
    std::size_t panel = (s.first - a.row_begin) / kGemmPanel * kGemmPanel + a.row_begin;
    s.first += kGemmRows;
    if (s.first >= HWY_MIN(panel + kGemmPanel, a.row_end)) {
        s.begin += kGemmDepth;
        if (s.begin >= a.n_cols) {
            s.begin = 0;
            panel += kGemmPanel;
        }
        s.first = panel;
    }
    s.n_rows = HWY_MIN(kGemmRows, a.row_end - HWY_MIN(s.first, a.row_end));
    s.depth = HWY_MIN(kGemmDepth, a.n_cols - s.begin);
    return s;
}

template <class Unpack>
HWY_INLINE void multiply_strips(const GemmArgs& a) {
    auto& scratch = *reinterpret_cast<GemmScratch*>(a.scratch);
    Slice slice{a.row_begin, HWY_MIN(kGemmRows, a.row_end - a.row_begin), 0, HWY_MIN(kGemmDepth, a.n_cols)};
    Fetcher::of<Unpack>(a, slice).fetch(kGemmRows);
    while (slice.n_rows != 0) {
        const Slice next = next_slice(a, slice);
        expand_strip<Unpack>(a.weights + slice.first * a.row_stride, a.row_stride, slice.n_rows, slice.begin,
                             slice.depth, scratch);
        multiply_slice<Unpack>(a, scratch, slice, Fetcher::of<Unpack>(a, next));
        slice = next;
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
