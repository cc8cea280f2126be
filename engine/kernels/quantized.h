// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Activations as the integer kernels read them. Weights stay as they lie in the file; activations
// are quantised once per matrix product and shared by all of its rows.
//
// Two precisions, chosen by the phase and never by the batch size, so that the numbers do not
// depend on how a prompt is cut into chunks:
//   decode   x ~ scale * q, 16 bits, one scale per 256 values. Relative RMS error 3e-5 on Gaussian
//            data, 1e-4 with outliers; the weights' own rounding is a hundred times larger.
//   prefill  x ~ scale * q, q s8 in -127..127, one scale per 32 values: 5e-3, and half the
//            arithmetic.
// Sums of the quantised values serve the formats with an offset or a minimum:
// sum(w x) = d * sum(q x) - m * sum(x).
//
// A group with an infinity or NaN gets the scale NaN, so that every product with it is NaN. Values
// of a group whose largest magnitude is below kActTiny count as zero.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/quant/dtype.h"

namespace vibrant {

inline constexpr std::size_t kActGroup = 256;  // values per scale in decode; rows are padded with
                                               // zeros to a multiple
inline constexpr std::size_t kActBlock = 32;   // values per scale in prefill
inline constexpr float kActTiny = 0x1p-100f;
inline constexpr int kAct16Max = 127 * 256;  // |q| in decode: either half of q fits a signed byte
inline constexpr int kAct8Max = 127;

// The types that the integer kernels read.
[[nodiscard]] constexpr bool is_block_type(DType type) {
    return type > DType::kBF16;
}

[[nodiscard]] constexpr std::size_t padded_cols(std::size_t n) {
    return (n + kActGroup - 1) / kActGroup * kActGroup;
}

// One row for decode. n_pad = padded_cols(n). All arrays start on 64-byte boundaries.
struct Act16 {
    // (n_pad) values each, in the form that the gemv of the table that wrote them reads; other
    // tables' kernels cannot read them. The other arrays have one meaning for all.
    std::int16_t* q;
    std::int16_t* paired;  // in another order, for formats that keep strips of values in pairs
    float* scale;          // (n_pad / 256)
    float* sum16;          // (n_pad / 16): sums of q over 16 values, exact
    float* sum32;          // (n_pad / 32)
    float* gapped32;       // (n_pad / 16): 0 and a value of sum32 in turns, as scale and minimum
};
// Bytes of an Act16 for n values, and its arrays cut from `memory` (64-byte aligned).
[[nodiscard]] std::size_t act16_bytes(std::size_t n);
[[nodiscard]] Act16 act16_at(std::byte* memory, std::size_t n);

// 32 values for prefill with all that a product needs of them: one cache line, so that a tile of
// columns is addressed by one pointer and one stride.
struct alignas(64) Act8Block {
    std::int8_t q[kActBlock];
    float scale;
    float sum32;             // scale * sum of q
    float sum16[2];          // scale * sum of q, of either half
    std::int32_t bias32;     // -128 * sum of q: turns a product with w + 128 into one with w
    std::int32_t bias16[2];  // likewise, of either half
};
static_assert(sizeof(Act8Block) == 64);

// A batch for prefill. Rows are cut into slices of kActSlice blocks, and the same slice of all rows
// lies together: a product over one slice reads one piece of memory from end to end, as hardware
// prefetchers like it, and rows do not compete for the same cache sets.
inline constexpr std::size_t kActSlice = 16;
struct Act8 {
    Act8Block* blocks;         // (slices, rows, kActSlice)
    std::size_t slice_stride;  // blocks from slice to slice: rows * kActSlice

    // Block i of a row; those up to the end of its slice follow.
    Act8Block* block(std::size_t row, std::size_t i) const {
        return blocks + i / kActSlice * slice_stride + row * kActSlice + i % kActSlice;
    }
    // The batch without its first `rows` rows.
    Act8 from(std::size_t rows) const { return {blocks + rows * kActSlice, slice_stride}; }
};
[[nodiscard]] std::size_t act8_bytes(std::size_t n, std::size_t n_batch);
[[nodiscard]] Act8 act8_at(std::byte* memory, std::size_t n, std::size_t n_batch);

// How gemv walks through memory; no result depends on it. Calibration may know better values for a
// machine. Zen 5 loses 15 % at 512 bytes, 7 % at 1024, and nothing from 2048 to 8192.
struct GemvTuning {
    std::size_t prefetch_bytes = 2048;  // how far ahead of every stream lines are asked for
};

// y[r] = dot(row r of W, x) (+ bias[r]) for rows [row_begin, row_end), decode precision.
struct GemvArgs {
    const std::byte* weights;  // row 0
    std::size_t row_stride;    // bytes
    std::size_t n_cols;        // values per row: a whole number of blocks
    std::size_t row_begin, row_end;
    Act16 x;            // of n_cols values, by the same table's quantize_act16
    const float* bias;  // (n_rows) or nullptr
    float* y;           // (n_rows)
    GemvTuning tuning = {};
};

// y[b][r] likewise for every row b of x, prefill precision.
struct GemmArgs {
    const std::byte* weights;
    std::size_t row_stride;
    std::size_t n_cols;
    std::size_t row_begin, row_end;
    Act8 x;
    std::size_t n_batch;
    const float* bias;
    float* y;              // row b at y + b * y_stride
    std::size_t y_stride;  // floats
    std::byte* scratch;    // gemm_scratch_bytes(n_cols), 64-byte aligned: the strip of expanded
                           // weights; one per thread
};
[[nodiscard]] std::size_t gemm_scratch_bytes(std::size_t n_cols);

}  // namespace vibrant
