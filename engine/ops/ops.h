// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where kernels meet tensors and the thread team (matrix products: linear.h, attention: attention.h).
//
// Activations are row-major f32, one row per position of the batch: (n_batch, width), rows adjacent. Functions that take
// a range work for the member that calls, inside a stage; the others run the team themselves. No operation allocates.
// Results do not depend on the number of threads: a range boundary never changes how one output is computed.
// Cancellation: long operations look at the stop token about every millisecond and return early with undefined output;
// the caller checks `cancelled()` between layers and drops what it computed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>

#include "engine/base/function_ref.h"
#include "engine/base/token.h"
#include "engine/kernels/kernels.h"
#include "engine/parallel/thread_team.h"
#include "engine/profile/profiler.h"
#include "engine/tensor/tensor.h"

namespace vibrant {

// What every operation needs, passed by reference through the forward pass.
struct OpContext {
    ThreadTeam& team;
    const KernelTable& kernels;
    Profiler& profiler;
    std::stop_token stop;
    GemvTuning gemv = {};  // no result depends on it

    [[nodiscard]] bool cancelled() const { return stop.stop_requested(); }
};

namespace ops {

// out[b] = row ids[b] of `table`. Ids are inside the table (checked by the caller).
void embed(const OpContext& ctx, const Tensor& table, std::span<const TokenId> ids, float* out);

// Which components of a head one rotation turns together.
enum class RopePairing : std::uint8_t {
    kNeox,  // (i, i + n_rot/2): qwen2
    kNorm,  // (2i, 2i + 1): llama, whose converter permuted the Q and K rows to match
};

// Rotates heads [begin, end) of every row of x (n_batch, n_heads * head_dim) in place, the first n_rot values of each.
struct Rotation {
    RopePairing pairing;
    std::size_t head_dim, n_rot;
    const float* cos;  // (n_batch, n_rot / 2)
    const float* sin;
};
void rotate_heads(const OpContext& ctx, const Rotation& rotation, float* x, std::size_t n_batch, std::size_t n_heads,
                  std::size_t begin, std::size_t end);

// Columns [begin, end) of every row of (n_batch, width): x += y.
void add(const OpContext& ctx, float* x, const float* y, std::size_t n_batch, std::size_t width, std::size_t begin,
         std::size_t end);

}  // namespace ops
}  // namespace vibrant
