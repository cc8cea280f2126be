// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Qwen2 and Qwen2.5 (Yang et al. 2024, arXiv 2407.10671), Qwen2.5-Coder (Hui et al. 2024, arXiv 2409.12186): pre-norm,
// grouped-query attention with biases on Q, K and V, rotary positions on split halves, SwiGLU, tied embeddings in the
// small models.

#include "engine/model/arch/architecture.h"

namespace vibrant {
namespace {

Result<ModelPlan> plan(const ArchKeys& keys) {
    return read_transformer_plan(keys, ops::RopePairing::kNeox);  // (i, i + n_rot / 2)
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

extern const Architecture kQwen2;
constexpr Architecture kQwen2 = {.name = "qwen2",
                                 .aliases = {},
                                 .description = "Qwen2, Qwen2.5, Qwen2.5-Coder",
                                 .pre_tokenizer = "qwen2",
                                 .plan = plan,
                                 .read_layer = read_layer,
                                 .forward = forward};

}  // namespace vibrant
