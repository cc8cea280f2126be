// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The weights of a transformer as views into the mapped file. Nothing is copied: a 7B model's weights cost no memory of
// our own. Every tensor's type and shape was compared with what the architecture expects, so kernels need no checks.
#pragma once

#include <vector>

#include "engine/base/result.h"
#include "engine/gguf/gguf_file.h"
#include "engine/model/hyperparams.h"
#include "engine/tensor/tensor.h"

namespace vibrant {

// Shapes are (n_rows, n_cols): y = W x maps n_cols inputs to n_rows outputs. Vectors are f32 and have one row.
struct LayerWeights {
    Tensor attn_norm;                              // (n_embd)
    Tensor attn_q, attn_k, attn_v;                 // (q_width, n_embd), (kv_width, n_embd), (kv_width, n_embd)
    Tensor attn_q_bias, attn_k_bias, attn_v_bias;  // (q_width), (kv_width), (kv_width); empty where the model has none
    Tensor attn_output, attn_output_bias;          // (n_embd, q_width), (n_embd) or empty
    Tensor ffn_norm;                               // (n_embd)
    Tensor ffn_gate, ffn_up;                       // (n_ff, n_embd)
    Tensor ffn_down;                               // (n_embd, n_ff)
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

// Finds and checks every tensor; completes `hp.n_vocab` from the embedding.
[[nodiscard]] Result<Weights> read_weights(const gguf::File& file, Hyperparams& hp);

}  // namespace vibrant
