// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Matrix products, y = x W^T + bias, in one of three precisions.
//
//   kF32    f32 activations, weights decoded to f32: the reference
//   kAct8   8-bit activations, one scale per 32 values; weights expanded in strips: prompts
//   kAct16  16-bit activations, one scale per 256 values; weights read once, as they lie: decode
//
// The use decides, never the batch: a prompt cut into chunks of any size gives the same bits. Types that are not
// quantised (F32, F16, BF16) are multiplied in f32 in every precision.
//
// A stage of the forward pass is one run of the team, in which a member computes the rows of W it was dealt, all products
// of the stage after each other. What they read is one StageInput, normed and quantised once and shared by them.
// Costs: no allocation; LinearBuffers are planned with the other activations.
#pragma once

#include <cstddef>
#include <span>
#include <variant>

#include "engine/ops/ops.h"

namespace vibrant::ops {

enum class Precision : std::uint8_t { kF32, kAct8, kAct16 };

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
    Precision precision;
    const float* x;  // (n_batch, n_cols); null where only the bytes of act8 are there
    std::size_t n_batch;
    std::size_t n_cols;
    Act8 act8;           // in kAct8
    Act16 act16;         // in kAct16
    std::byte* scratch;  // the member's: of the kernels in kAct8
    float* panels;       // the member's: two of (n_batch, kGatePanel)
};

// RMSNorm before the products: x / rms(x) * gain.
struct Norm {
    const Tensor& gain;
    float eps;
};

// What a stage reads: x (n, n_cols), through a norm where there is one.
struct Rows {
    const float* x;
    std::size_t n, n_cols;
    const Norm* norm = nullptr;
};

// The three ways to make rows ready for products; each is valid until the next is made in the same buffers, and x must
// stay as it is too. prepare(member), called from that member, gives what it multiplies.

// As floats. A norm is a run of the team.
class FloatRows {
  public:
    FloatRows(const OpContext& ctx, const Rows& rows, const LinearBuffers& buffers);
    [[nodiscard]] LinearInput prepare(int member) const;

  private:
    LinearInput in_;
    const LinearBuffers& buffers_;
};

// Normed and quantised to 8 bits by the whole team, in a run of its own.
class Act8Rows {
  public:
    Act8Rows(const OpContext& ctx, const Rows& rows, const LinearBuffers& buffers);
    // Rows that are bytes already.
    Act8Rows(const Act8& act8, std::size_t n, std::size_t n_cols, const LinearBuffers& buffers);
    [[nodiscard]] LinearInput prepare(int member) const;

  private:
    LinearInput in_;
    const LinearBuffers& buffers_;
};

// A single row, which every member norms and quantises for itself, 1 to 4 us in its first prepare(): less than the team
// needs to meet once more and to fetch each other's parts.
class Act16Row {
  public:
    Act16Row(const OpContext& ctx, const Rows& row, const LinearBuffers& buffers);
    [[nodiscard]] LinearInput prepare(int member) const;

  private:
    const OpContext& ctx_;
    LinearInput in_;
    const Norm* norm_;
    const LinearBuffers& buffers_;
    std::uint64_t stage_;  // numbers the stages in these buffers, from 1
};

class StageInput {
  public:
    StageInput(const OpContext& ctx, Precision precision, const Rows& rows, const LinearBuffers& buffers);
    explicit StageInput(const Act8Rows& rows) : rows_(rows) {}
    [[nodiscard]] LinearInput prepare(int member) const {
        return std::visit([&](const auto& rows) { return rows.prepare(member); }, rows_);
    }

  private:
    using Any = std::variant<FloatRows, Act8Rows, Act16Row>;
    Any rows_;
};

// The feed-forward's inner layer (n, w.n_cols) between the stage that computes it and the one that multiplies it by w.
// A prompt's is left in 8 bits if w can read them: a block of 32 is quantised where it is computed.
class HiddenLayer {
  public:
    enum class Form : std::uint8_t { kFloats, kBytes };
    HiddenLayer(Precision precision, std::size_t n, const Tensor& w, const LinearBuffers& buffers);

    // As the input of w, once gated_rows() has computed all of it.
    [[nodiscard]] StageInput input(const OpContext& ctx) const;

  private:
    friend void gated_rows(const OpContext&, const Tensor&, const Tensor&, const LinearInput&, std::size_t, std::size_t,
                           const HiddenLayer&);
    Precision precision_;
    Form form_;
    std::size_t n_, n_cols_;
    const LinearBuffers& buffers_;
};

// Rows [begin, end) of y (n_batch, w.n_rows), by the member that calls; `bias` is (w.n_rows) or an empty tensor.
void linear_rows(const OpContext& ctx, const Tensor& w, const Tensor& bias, const LinearInput& in, std::size_t begin,
                 std::size_t end, float* y);

// Values [begin, end) of the hidden layer, silu(gate x) * (up x), by the member that calls; multiples of kRowGrain but for
// the layer's end.
void gated_rows(const OpContext& ctx, const Tensor& gate, const Tensor& up, const LinearInput& in, std::size_t begin,
                std::size_t end, const HiddenLayer& hidden);

}  // namespace vibrant::ops
