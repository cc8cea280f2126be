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
// Rows of a prompt's gate and up that are computed before SwiGLU takes them: with 512 positions 512 KB, which L2 holds
// beside what the kernel reads.
inline constexpr std::size_t kGatePanel = 128;

// The products of a session.
struct LinearShape {
    std::size_t n_embd, max_cols, n_ff;  // values of a normed row, of the widest input but n_ff, of the hidden layer
    std::size_t max_batch;               // rows
    int n_members;                       // of the team
    bool float_hidden;                   // whether a prompt's hidden layer is ever wanted in f32
};
struct LinearBuffers {
    std::span<float> normed;       // (max_batch, n_embd)
    std::span<std::byte> shared;   // the quantised batch
    std::span<float> hidden, up;   // the hidden layer: (max_batch or 1, n_ff), (n_ff)
    std::span<std::byte> hidden8;  // the quantised hidden layer of a batch
    std::span<std::byte> own;      // (n_members, own_bytes()), zero at first: a member's copy of a decode input, or the
                                   // kernels' scratch and two panels of (max_batch, kGatePanel)
    std::size_t max_batch = 0;
    int n_members = 1;

    // Calls visit(span, n_values) for every buffer.
    template <class Visit>
    void each(const LinearShape& shape, Visit&& visit) {
        visit(normed, shape.max_batch * shape.n_embd);
        visit(shared, act8_bytes(shape.max_cols, shape.max_batch));
        visit(hidden, (shape.float_hidden ? shape.max_batch : 1) * shape.n_ff);
        visit(up, shape.n_ff);
        visit(hidden8, act8_bytes(shape.n_ff, shape.max_batch));
        visit(own, static_cast<std::size_t>(shape.n_members) * own_bytes(shape));
        max_batch = shape.max_batch;
        n_members = shape.n_members;
    }
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
    std::byte* scratch;  // the member's: of the kernels in the prefill phase
    float* panels;       // the member's: two of (n_batch, kGatePanel)
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
    // The hidden layer (n_batch, w.n_cols), the input of w. Its values come from gated_rows() of the stage before, which
    // leaves a prompt's in 8 bits if w can read them: a block of 32 is quantised where it is computed.
    static StageInput hidden(const OpContext& ctx, Phase phase, std::size_t n_batch, const Tensor& w,
                             const LinearBuffers& buffers);

    [[nodiscard]] LinearInput of(int member) const;  // from that member

  private:
    friend void gated_rows(const OpContext&, const Tensor&, const Tensor&, const LinearInput&, std::size_t, std::size_t,
                           const StageInput&);
    StageInput(const OpContext& ctx, const LinearInput& in, const Norm* norm, const LinearBuffers& buffers)
        : ctx_(ctx), in_(in), norm_(norm), buffers_(buffers) {}

    const OpContext& ctx_;
    LinearInput in_;
    const Norm* norm_;
    const LinearBuffers& buffers_;
    std::uint64_t stage_ = 0;  // numbers the stages of decode in these buffers, from 1
};

// Rows [begin, end) of y (n_batch, w.n_rows), by the member that calls; `bias` is (w.n_rows) or an empty tensor.
void linear_rows(const OpContext& ctx, const Tensor& w, const Tensor& bias, const LinearInput& in, std::size_t begin,
                 std::size_t end, float* y);

// Values [begin, end) of the hidden layer, silu(gate x) * (up x), by the member that calls; multiples of kRowGrain but for
// the layer's end.
void gated_rows(const OpContext& ctx, const Tensor& gate, const Tensor& up, const LinearInput& in, std::size_t begin,
                std::size_t end, const StageInput& hidden);

}  // namespace vibrant::ops
