// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Qwen3 (Yang et al. 2025, arXiv 2505.09388), its dense models: Qwen2 without the biases, with an RMSNorm of every query
// and key head before it is turned, and heads whose width the file gives (attention.key_length, 128).

#include "engine/model/arch/architecture.h"

namespace vibrant {
namespace {

Result<ModelPlan> plan(const ArchKeys& keys) {
    VIBRANT_TRY(plan, read_transformer_plan(keys, ops::RopePairing::kNeox));  // (i, i + n_rot / 2)
    for (LayerPlan& layer : plan.layers) std::get<AttentionPlan>(layer.mixer).qk_norm = true;
    return std::move(plan);
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

extern const Architecture kQwen3;
constexpr Architecture kQwen3 = {.name = "qwen3",
                                 .aliases = {},
                                 .description = "Qwen3, dense",
                                 .pre_tokenizer = "qwen2",
                                 .plan = plan,
                                 .read_layer = read_layer,
                                 .forward = forward};

}  // namespace vibrant
