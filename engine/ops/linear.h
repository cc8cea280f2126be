// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Matrix products, y = x W^T + bias, in the precision of the phase.
//
//   reference  f32 activations, weights decoded to f32: the oracle
//   prefill    8-bit activations, one scale per 32 values; weights expanded in strips
//   decode     16-bit activations, one scale per 256 values; weights read once, as they lie
//
// The phase decides, never the batch: a prompt cut into chunks of any size gives the same bits. Types that are not
// quantised (F32, F16, BF16) are multiplied in f32 in every phase.
//
// A stage of the forward pass is one run of the team, in which a member computes the rows of W it was dealt, all products
// of the stage after each other. Its input is one StageInput, normed and quantised once and shared by those products.
// Costs: no allocation; LinearBuffers are planned with the other activations.
#pragma once

#include <cstddef>
#include <span>

#include "engine/ops/ops.h"

namespace vibrant::ops {

enum class Phase : std::uint8_t { kReference, kPrefill, kDecode };

// A multiple of every row tile of the kernels: no tile is cut but at the end of a matrix.
inline constexpr std::size_t kRowGrain = 32;

// The largest inputs of a session's products.
struct LinearShape {
    std::size_t max_cols;   // values
    std::size_t max_batch;  // rows of x
    int n_members;          // of the team
};
struct LinearBuffers {
    std::span<float> normed;      // (max_batch, max_cols)
    std::span<std::byte> shared;  // the quantised batch
    std::span<std::byte> own;     // (n_members, own_bytes()), zero at first: a member's copy of a decode input, or the
                                  // kernels' scratch
    int n_members = 1;

    [[nodiscard]] static std::size_t shared_bytes(const LinearShape& shape);
    [[nodiscard]] static std::size_t own_bytes(const LinearShape& shape);
    [[nodiscard]] std::byte* own_of(int member) const;
};

// Rows of activations as one member reads them.
struct LinearInput {
    Phase phase;
    const float* x;  // (n_batch, n_cols)
    std::size_t n_batch;
    std::size_t n_cols;
    Act8 act8;           // of the prefill phase
    Act16 act16;         // of the decode phase
    std::byte* scratch;  // of the prefill phase: the member's
};

// RMSNorm before the products: x / rms(x) * gain.
struct Norm {
    const Tensor& gain;
    float eps;
};

// The input of a stage, valid until the next one is made in the same buffers; x must stay as it is too.
//
// A batch is normed and quantised by the whole team, in a run of its own here. The single row of decode every member
// norms and quantises for itself, 1 to 4 us in its first of(): less than the team needs to meet once more and to fetch
// each other's parts.
class StageInput {
  public:
    // x: (n_batch, n_cols); decode inputs have one row.
    StageInput(const OpContext& ctx, Phase phase, const float* x, std::size_t n_batch, std::size_t n_cols,
               const Norm* norm, const LinearBuffers& buffers);

    [[nodiscard]] LinearInput of(int member) const;  // from that member

  private:
    const OpContext& ctx_;
    LinearInput in_;
    const Norm* norm_;
    const LinearBuffers& buffers_;
    std::uint64_t stage_ = 0;  // numbers the stages of decode in these buffers, from 1
};

// Rows [begin, end) of y (n_batch, w.n_rows), by the member that calls; `bias` is (w.n_rows) or an empty tensor.
void linear_rows(const OpContext& ctx, const Tensor& w, const Tensor& bias, const LinearInput& in, std::size_t begin,
                 std::size_t end, float* y);

}  // namespace vibrant::ops
