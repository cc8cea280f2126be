// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Llama 2 and 3 (Touvron et al. 2023, arXiv 2307.09288; Llama 3, arXiv 2407.21783), and what shares their shape:
// pre-norm, grouped-query attention, rotary positions on adjacent pairs, SwiGLU. Llama 3.1's frequency factors are in the
// angles already (Model's rope_frequencies); biases exist in some descendants and are read where they are.

#include "engine/model/arch/architecture.h"

namespace vibrant {
namespace {

Result<ModelPlan> plan(const ArchKeys& keys) {
    // (2i, 2i + 1): the GGUF converter permuted the rows of Q and K to match.
    return read_transformer_plan(keys, ops::RopePairing::kNorm);
}

Status read_layer(TensorReader& read, const ModelPlan& plan, std::uint32_t layer, LayerWeights& out) {
    VIBRANT_TRY_VOID(read_attention(read, plan, layer, out));
    return read_swiglu(read, plan, layer, out);
}

bool forward(const ForwardPass& pass) {
    pass.embed();
    for (std::uint32_t i = 0; i < pass.n_layers(); ++i) {
        const LayerWeights& w = pass.layer(i);
        pass.project_qkv(i, pass.norm(w.attn_norm));
        pass.add_product(i, w.attn_output, w.attn_output_bias, pass.attend(i));
        pass.add_product(i, w.ffn_down, {}, pass.swiglu(i, pass.norm(w.ffn_norm)));
        if (!pass.go_on(i + 1)) return false;
    }
    return true;
}

}  // namespace

extern const Architecture kLlama;
constexpr Architecture kLlama = {.name = "llama",
                                 .aliases = {},
                                 .description = "Llama 2, Llama 3 and relatives",
                                 .pre_tokenizer = "gpt-2",
                                 .plan = plan,
                                 .read_layer = read_layer,
                                 .forward = forward};

}  // namespace vibrant
