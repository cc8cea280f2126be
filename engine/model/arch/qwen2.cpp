// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Qwen2 and Qwen2.5 (Yang et al. 2024, arXiv 2407.10671), Qwen2.5-Coder (Hui et al. 2024, arXiv 2409.12186):
// pre-norm, grouped-query attention with biases on Q, K and V, rotary positions on split halves, SwiGLU, tied embeddings
// in the small models.

#include "engine/model/arch/arch.h"

namespace vibrant::arch {

bool forward_qwen2(const ForwardPass& pass) {
    pass.embed();
    for (std::uint32_t layer = 0; layer < pass.hp.n_layers; ++layer) {
        pass.project_qkv(layer, ops::RopePairing::kNeox);  // (i, i + n_rot / 2)
        pass.attend(layer);
        pass.add_attention_output(layer);
        pass.add_swiglu_ffn(layer);
        if (!pass.go_on(layer + 1)) return false;
    }
    return true;
}

}  // namespace vibrant::arch
