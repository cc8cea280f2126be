// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Matrix products, y = x W^T + bias, in the precision of the phase.
//
//   reference  f32 activations, weights decoded to f32: the oracle
//   prefill    8-bit activations, one scale per 32 values; weights expanded in strips
//   decode     16-bit activations, one scale per 256 values; weights read once, as they lie
//
// The phase decides, never the batch: a prompt cut into chunks of any size gives the same bits. An
// input is quantised once (LinearInput) and shared by all products that read it. Types that are not
// quantised (F32, F16, BF16) are multiplied in f32 in every phase.
// Costs: no allocation; LinearBuffers are planned with the other activations.
#pragma once

#include <cstddef>
#include <span>

#include "engine/ops/ops.h"

namespace vibrant::ops {

enum class Phase : std::uint8_t { kReference, kPrefill, kDecode };

// Memory for quantised inputs of up to `max_cols` values and `max_batch` rows, and the kernels'
// scratch of every member of the team. Empty for the reference phase alone.
struct LinearBuffers {
    std::span<std::byte> input;    // input_bytes()
    std::span<std::byte> scratch;  // n_members * scratch_bytes()

    [[nodiscard]] static std::size_t input_bytes(std::size_t max_cols, std::size_t max_batch);
    [[nodiscard]] static std::size_t scratch_bytes(std::size_t max_cols);  // of one member
};

// Rows of activations, quantised for the phase. Valid until the next input is made in the same
// buffers; x must stay as it is too.
struct LinearInput {
    Phase phase;
    const float* x;       // (n_batch, n_cols)
    std::size_t n_batch;
    std::size_t n_cols;
    LinearBuffers buffers;
};

// Decode inputs have one row.
[[nodiscard]] LinearInput make_input(const OpContext& ctx, Phase phase, const float* x,
                                     std::size_t n_batch, std::size_t n_cols,
                                     const LinearBuffers& buffers);

// y (n_batch, w.n_rows); `bias` is (w.n_rows) or an empty tensor.
void linear(const OpContext& ctx, Zone zone, const Tensor& w, const Tensor& bias,
            const LinearInput& in, float* y);

}  // namespace vibrant::ops
