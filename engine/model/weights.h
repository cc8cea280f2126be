// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The weights of a transformer as views into the mapped file. Nothing is copied: a 7B model's weights cost no memory of
// our own. Every tensor's type and shape was compared with what the plan expects, so kernels need no checks.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/plan.h"
#include "engine/model/tensor_reader.h"
#include "engine/tensor/tensor.h"

namespace vibrant {

// Shapes are (n_rows, n_cols): y = W x maps n_cols inputs to n_rows outputs. Vectors are f32 and have one row. What the
// architecture does not have is empty. Widths are those of the layer's own plan.
struct LayerWeights {
    Tensor attn_norm;                              // (n_embd)
    Tensor attn_q, attn_k, attn_v;                 // (q_width, n_embd), (kv_width, n_embd), (kv_width, n_embd)
    Tensor attn_q_bias, attn_k_bias, attn_v_bias;  // (q_width), (kv_width), (kv_width)
    Tensor attn_q_norm, attn_k_norm;               // (head_dim)
    Tensor attn_output, attn_output_bias;          // (n_embd, q_width), (n_embd)
    Tensor ffn_norm;                               // (n_embd)
    Tensor ffn_gate, ffn_up;                       // (n_ff, n_embd)
    Tensor ffn_down;                               // (n_embd, n_ff)

    // Bytes read from memory for one decoded token.
    [[nodiscard]] std::uint64_t bytes() const;
};

struct Weights {
    Tensor token_embd;                 // (n_vocab, n_embd)
    std::vector<LayerWeights> layers;  // n_layers
    Tensor output_norm;                // (n_embd)
    Tensor output;                     // (n_vocab, n_embd): the vocabulary head; token_embd itself in a tied model
    Tensor rope_freqs;                 // (n_rot / 2) divisors of the RoPE angles, or empty

    [[nodiscard]] bool tied() const { return output.data == token_embd.data; }
    // Bytes read from memory for one decoded token: every weight once, of the embedding one row only.
    [[nodiscard]] std::uint64_t bytes_per_token() const;
};

// The tensors outside the layers: embedding, head, last norm, RoPE factors. Completes plan.n_vocab from the embedding.
[[nodiscard]] Result<Weights> read_outer_weights(TensorReader& read, ModelPlan& plan);

// The parts of a layer by the names that most architectures share, "blk.<i>.attn_q.weight".
//   attention: attn_norm, attn_q/k/v (biases if they are there), attn_q_norm and attn_k_norm where the plan says qk_norm,
//              attn_output (bias if it is there); no k and v in a layer that borrows them
[[nodiscard]] Status read_attention(TensorReader& read, const ModelPlan& plan, std::uint32_t layer, LayerWeights& out);
//   SwiGLU: ffn_norm, ffn_gate, ffn_up, ffn_down
[[nodiscard]] Status read_swiglu(TensorReader& read, const ModelPlan& plan, std::uint32_t layer, LayerWeights& out);

}  // namespace vibrant
