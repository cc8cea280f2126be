// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// f32 activations times quantised weights. Eight rows at a time are decoded, 256 values of each, to
// a buffer in L1, and multiplied with up to kPanel columns in register tiles; batch 1 is the panel
// of one column, but for the types that are not blocks.
//
// Why the result cannot depend on the cut: an output owns one vector of partial sums. Its lane l
// adds the products of columns l, l + kLanes, l + 2 kLanes, ... in that order, and ReduceSum folds
// the lanes at the end. Chunks, tiles and panels only decide when the vector rests in memory.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/matmul.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include <cstdint>
#include <cstring>
#include <utility>

#include <hwy/cache_control.h>

#include "engine/kernels/half-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

constexpr std::size_t kRows = kMatmulRowTile;  // decoded together: 8 KB of L1, eight streams
constexpr std::size_t kChunk = 256;            // values per row and step: the largest block
constexpr std::size_t kPanel = 48;             // columns: 24 KB of partial sums at 16 lanes
// Bytes to prefetch ahead in every row. Eight streams of 144-byte blocks are more than hardware
// prefetchers follow: without this, batch 1 of Q4_K runs at half speed (Zen 5: 6 GB/s, not 12).
constexpr std::size_t kAhead = 2048;

// Rows of a tile of up to three columns: 8 x 3 accumulators leave room in 32 registers, 4 x 3 in
// x86's 16 before AVX-512.
constexpr std::size_t kTileRows = kManyRegisters ? 8 : 4;

using Decode = void (*)(const std::byte* row, std::size_t n, float* out);

struct Scratch {
    alignas(64) float weights[kRows][kChunk];
    alignas(64) float sums[kPanel][kRows][kLanes];
};

// One vector of every weight row times one of every column.
template <std::size_t kCols>
HWY_INLINE void multiply_step(const float (*w)[kChunk], std::size_t i, const VF (&x)[kCols],
                              VF (&acc)[kCols][kTileRows]) {
    for (std::size_t r = 0; r < kTileRows; ++r) {
        const VF weights = hn::Load(F32(), w[r] + i);
        for (std::size_t c = 0; c < kCols; ++c) acc[c][r] = hn::MulAdd(weights, x[c], acc[c][r]);
    }
}

// sums[c][row + r] += w[r] * x[c] over n values, for the rows and columns of one tile.
template <std::size_t kCols>
HWY_INLINE void multiply_tile(const float (*w)[kChunk], const float* x, std::size_t x_stride, std::size_t n,
                              float (*sums)[kRows][kLanes], std::size_t row) {
    const F32 d;
    VF acc[kCols][kTileRows], xs[kCols];
    for (std::size_t c = 0; c < kCols; ++c) {
        for (std::size_t r = 0; r < kTileRows; ++r) acc[c][r] = hn::Load(d, sums[c][row + r]);
    }
    std::size_t i = 0;
    for (; i + kLanes <= n; i += kLanes) {
        for (std::size_t c = 0; c < kCols; ++c) xs[c] = hn::LoadU(d, x + c * x_stride + i);
        multiply_step<kCols>(w, i, xs, acc);
    }
    if (i < n) {  // the weights continue with zeros
        for (std::size_t c = 0; c < kCols; ++c) xs[c] = hn::LoadN(d, x + c * x_stride + i, n - i);
        multiply_step<kCols>(w, i, xs, acc);
    }
    for (std::size_t c = 0; c < kCols; ++c) {
        for (std::size_t r = 0; r < kTileRows; ++r) hn::Store(acc[c][r], d, sums[c][row + r]);
    }
}

// One chunk of n values: all rows of the group with all columns of the panel.
HWY_NOINLINE void multiply_chunk(Scratch& s, const float* x, std::size_t x_stride, std::size_t n_cols, std::size_t n) {
    for (std::size_t r = 0; r < kRows; r += kTileRows) {
        const auto* w = s.weights + r;
        std::size_t c = 0;
        for (; c + 3 <= n_cols; c += 3) multiply_tile<3>(w, x + c * x_stride, x_stride, n, s.sums + c, r);
        if (n_cols - c == 2) multiply_tile<2>(w, x + c * x_stride, x_stride, n, s.sums + c, r);
        if (n_cols - c == 1) multiply_tile<1>(w, x + c * x_stride, x_stride, n, s.sums + c, r);
    }
}

// A format as this file sees it.
struct Format {
    std::size_t block_values, block_bytes;
    Decode decode;

    std::size_t bytes(std::size_t n) const { return n / block_values * block_bytes; }
};

// Decodes values [begin, begin + n) of the group's rows and asks for the bytes that come kAhead
// later: in the same row, or past its end in the row that takes its place in the next group. Those
// are addresses, not pointers: near the end of the matrix they may lie outside it, and nothing is
// read from them.
HWY_INLINE void decode_chunk(const Format& f, const std::byte* const (&rows)[kRows], std::size_t to_next_group,
                             std::size_t row_bytes, std::size_t begin, std::size_t n, Scratch& s) {
    const std::size_t offset = f.bytes(begin), chunk_bytes = f.bytes(n);
    const std::size_t ahead = offset + kAhead;
    const std::size_t distance = ahead < row_bytes ? ahead : to_next_group + ahead - row_bytes;
    for (std::size_t r = 0; r < kRows; ++r) {
        const std::uintptr_t next = reinterpret_cast<std::uintptr_t>(rows[r]) + distance;
        for (std::size_t line = 0; line < chunk_bytes; line += 64) {
            hwy::Prefetch(reinterpret_cast<const std::byte*>(next + line));
        }
        f.decode(rows[r] + offset, n, s.weights[r]);
        for (std::size_t i = n; i % kLanes != 0; ++i) s.weights[r][i] = 0;
    }
}

// Rows [first, first + n_rows) of y in the columns [col, col + n_cols).
HWY_INLINE void store_sums(const MatmulArgs& a, const Scratch& s, std::size_t first, std::size_t n_rows,
                           std::size_t col, std::size_t n_cols) {
    const F32 d;
    for (std::size_t c = 0; c < n_cols; ++c) {
        float* y = a.y + (col + c) * a.y_stride + first;
        for (std::size_t r = 0; r < n_rows; ++r) {
            const float sum = hn::ReduceSum(d, hn::Load(d, s.sums[c][r]));
            y[r] = a.bias ? sum + a.bias[first + r] : sum;
        }
    }
}

// Panels outside, rows inside: a panel of activations stays in L2 while the (much smaller,
// compressed) weights stream by.
HWY_NOINLINE void multiply(const MatmulArgs& a, const Format& f) {
    Scratch s;
    const std::size_t row_bytes = f.bytes(a.n_cols);
    for (std::size_t col = 0; col < a.n_batch; col += kPanel) {
        const std::size_t n_cols = HWY_MIN(kPanel, a.n_batch - col);
        for (std::size_t first = a.row_begin; first < a.row_end; first += kRows) {
            // A group cut short by the end of the range decodes its last row again instead of
            // reading past it.
            const std::size_t n_rows = HWY_MIN(kRows, a.row_end - first);
            const std::byte* rows[kRows];
            for (std::size_t r = 0; r < kRows; ++r)
                rows[r] = a.weights + (first + HWY_MIN(r, n_rows - 1)) * a.row_stride;
            const bool last = first + 2 * kRows > a.row_end;
            const std::size_t to_next_group = last ? 0 : kRows * a.row_stride;

            hwy::ZeroBytes(s.sums, n_cols * sizeof(s.sums[0]));
            for (std::size_t begin = 0; begin < a.n_cols; begin += kChunk) {
                const std::size_t n = HWY_MIN(kChunk, a.n_cols - begin);
                decode_chunk(f, rows, to_next_group, row_bytes, begin, n, s);
                multiply_chunk(s, a.x + col * a.x_stride + begin, a.x_stride, n_cols, n);
            }
            store_sums(a, s, first, n_rows, col, n_cols);
        }
    }
}

// The types that are not blocks, one vector of values at any address.
template <DType kType>
struct Plain {
    static constexpr std::size_t kBytes = 2;

    static HWY_INLINE VF load(const std::byte* values) {
        const U16 bits;
        const hn::Repartition<std::uint8_t, U16> bytes;
        const auto halves = hn::BitCast(bits, hn::LoadU(bytes, reinterpret_cast<const std::uint8_t*>(values)));
        if constexpr (kType == DType::kF16) return widen_half(F32(), halves);
        const hn::RebindToUnsigned<F32> wide;
        return hn::BitCast(F32(), hn::ShiftLeft<16>(hn::PromoteTo(wide, halves)));
    }
};
template <>
struct Plain<DType::kF32> {
    static constexpr std::size_t kBytes = 4;

    static HWY_INLINE VF load(const std::byte* values) {
        const hn::Repartition<std::uint8_t, F32> bytes;
        return hn::BitCast(F32(), hn::LoadU(bytes, reinterpret_cast<const std::uint8_t*>(values)));
    }
};

// y of the rows first + s * apart, for one column.
template <class Values, std::size_t... kStream>
HWY_INLINE void multiply_plain_rows(const MatmulArgs& a, std::size_t first, std::size_t apart,
                                    std::index_sequence<kStream...>) {
    constexpr std::size_t kBytes = Values::kBytes, kLine = 64 / kBytes;
    const F32 d;
    const std::byte* const rows[] = {a.weights + (first + kStream * apart) * a.row_stride...};
    VF sums[] = {(static_cast<void>(kStream), hn::Zero(d))...};
    const auto add = [&](std::size_t i) HWY_ATTR {
        const VF x = hn::LoadU(d, a.x + i);
        ((sums[kStream] = hn::MulAdd(Values::load(rows[kStream] + i * kBytes), x, sums[kStream])), ...);
    };
    std::size_t i = 0;
    for (; i + kLine <= a.n_cols; i += kLine) {
        (hwy::Prefetch(
             reinterpret_cast<const std::byte*>(reinterpret_cast<std::uintptr_t>(rows[kStream]) + i * kBytes + kAhead)),
         ...);
        for (std::size_t j = 0; j < kLine; j += kLanes) add(i + j);
    }
    for (; i + kLanes <= a.n_cols; i += kLanes) add(i);
    if (const std::size_t left = a.n_cols - i; left != 0) {
        const VF x = hn::LoadN(d, a.x + i, left);
        std::byte rest[sizeof...(kStream)][kLanes * kBytes] = {};
        (std::memcpy(rest[kStream], rows[kStream] + i * kBytes, left * kBytes), ...);
        ((sums[kStream] = hn::MulAdd(Values::load(rest[kStream]), x, sums[kStream])), ...);
    }
    for (std::size_t s = 0; s < sizeof...(kStream); ++s) {
        const std::size_t r = first + s * apart;
        const float sum = hn::ReduceSum(d, sums[s]);
        a.y[r] = a.bias ? sum + a.bias[r] : sum;
    }
}

// One column against values that need no decoding: straight from memory, in four streams as gemv
// does it (through the buffer F16 came to 75 % of memory's speed, F32 to 64 %). Every output adds
// the same products in the same order as above.
template <DType kType>
HWY_NOINLINE void multiply_plain(const MatmulArgs& args) {
    const MatmulArgs a = args;
    constexpr std::size_t kStreams = 4;
    const std::size_t apart = (a.row_end - a.row_begin) / kStreams;
    for (std::size_t r = 0; r < apart; ++r) {
        multiply_plain_rows<Plain<kType>>(a, a.row_begin + r, apart, std::make_index_sequence<kStreams>());
    }
    for (std::size_t r = a.row_begin + apart * kStreams; r < a.row_end; ++r) {
        multiply_plain_rows<Plain<kType>>(a, r, 0, std::make_index_sequence<1>());
    }
}

template <DType kType>
void matmul(const MatmulArgs& args) {
    if constexpr (!is_block_type(kType)) {
        if (args.n_batch == 1) return multiply_plain<kType>(args);
    }
    const DTypeTraits& type = traits(kType);
    multiply(args, {type.block_values, type.block_bytes, dequantize_row<kType>});
}

template void matmul<DType::kF32>(const MatmulArgs&);
template void matmul<DType::kF16>(const MatmulArgs&);
template void matmul<DType::kBF16>(const MatmulArgs&);
template void matmul<DType::kQ4_0>(const MatmulArgs&);
template void matmul<DType::kQ4_1>(const MatmulArgs&);
template void matmul<DType::kQ5_0>(const MatmulArgs&);
template void matmul<DType::kQ5_1>(const MatmulArgs&);
template void matmul<DType::kQ8_0>(const MatmulArgs&);
template void matmul<DType::kQ2_K>(const MatmulArgs&);
template void matmul<DType::kQ3_K>(const MatmulArgs&);
template void matmul<DType::kQ4_K>(const MatmulArgs&);
template void matmul<DType::kQ5_K>(const MatmulArgs&);
template void matmul<DType::kQ6_K>(const MatmulArgs&);
template void matmul<DType::kIQ4_NL>(const MatmulArgs&);
template void matmul<DType::kIQ4_XS>(const MatmulArgs&);

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
