// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Activations as the integer kernels read them. Weights stay as they lie in the file; activations are quantised once per
// matrix product and shared by all of its rows.
//
// Two precisions, chosen by the phase and never by the batch size, so that the numbers do not depend on how a prompt is
// cut into chunks:
//   decode   x ~ scale * (256 hi + lo), hi s8, lo u8: 16 bits, one scale per 256 values. Relative RMS error 3e-5 on
//            Gaussian data, 1e-4 with outliers; the weights' own rounding is a hundred times larger.
//   prefill  x ~ scale * q, q s8 in -127..127, one scale per 32 values: 5e-3, and half the arithmetic.
// Sums of the quantised values serve the formats with an offset or a minimum: sum(w) = d * sum(q) - m * sum(1).
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/quant/dtype.h"

namespace vibrant {

inline constexpr std::size_t kActGroup = 256;  // values per scale in decode; rows are padded with zeros to a multiple
inline constexpr std::size_t kActBlock = 32;   // values per scale in prefill

[[nodiscard]] constexpr std::size_t padded_cols(std::size_t n) { return (n + kActGroup - 1) / kActGroup * kActGroup; }

// One row for decode. n_pad = padded_cols(n). All arrays start on 64-byte boundaries.
struct Act16 {
    std::int8_t* hi;         // (n_pad), natural order
    std::uint8_t* lo;        // (n_pad)
    std::int8_t* hi_pairs;   // (n_pad), 32-value blocks of each 128 in the order 0, 2, 1, 3: what the low and high nibbles of
    std::uint8_t* lo_pairs;  //          64 adjacent bytes of Q4_K and Q5_K hold
    float* scale;            // (n_pad / 256)
    float* sum16;            // (n_pad / 16): sums of 256 hi + lo over 16 values, exact
    float* sum32;            // (n_pad / 32)
    float* hi_sum32;         // (n_pad / 32): sums of 256 hi alone, for Q8_0 whose weights need all 8 bits
};
// Bytes of an Act16 for n values, and its arrays cut from `memory` (64-byte aligned).
[[nodiscard]] std::size_t act16_bytes(std::size_t n);
[[nodiscard]] Act16 act16_at(std::byte* memory, std::size_t n);

// A batch for prefill: (n_batch, n_pad) values and (n_batch, n_pad / 32) scales and sums.
struct Act8 {
    std::int8_t* q;     // row b at q + b * stride
    std::size_t stride; // bytes from row to row: n_pad + 64, so that rows do not share cache sets
    float* scale;       // row b at scale + b * n_pad / 32
    float* sum32;       // scale * sum of q over 32 values, likewise
    float* sum16;       // scale * sum of q over 16 values: row b at sum16 + b * n_pad / 16
};
[[nodiscard]] std::size_t act8_bytes(std::size_t n, std::size_t n_batch);
[[nodiscard]] Act8 act8_at(std::byte* memory, std::size_t n, std::size_t n_batch);

// y[r] = dot(row r of W, x) (+ bias[r]) for rows [row_begin, row_end), decode precision.
struct GemvArgs {
    const std::byte* weights;  // row 0
    std::size_t row_stride;    // bytes
    std::size_t n_cols;
    std::size_t row_begin, row_end;
    Act16 x;
    const float* bias;         // (n_rows) or nullptr
    float* y;                  // (n_rows)
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
    float* y;                // row b at y + b * y_stride
    std::size_t y_stride;    // floats
    std::byte* scratch;      // gemm_scratch_bytes(n_cols), 64-byte aligned: the strip of expanded weights; one per thread
};
[[nodiscard]] std::size_t gemm_scratch_bytes(std::size_t n_cols);

}  // namespace vibrant
