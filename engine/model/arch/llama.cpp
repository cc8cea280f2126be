// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Llama 2 and 3 (Touvron et al. 2023, arXiv 2307.09288; Llama 3, arXiv 2407.21783), and what shares their shape:
// pre-norm, grouped-query attention, rotary positions on adjacent pairs, SwiGLU. Llama 3.1's frequency factors are in
// the angles already (Model::rope_frequencies); biases exist in some descendants and are optional in LayerWeights.

#include "engine/model/arch/arch.h"

namespace vibrant::arch {

bool forward_llama(const ForwardPass& pass) {
    pass.embed();
    for (std::uint32_t layer = 0; layer < pass.hp.n_layers; ++layer) {
        pass.project_qkv(layer,
                         ops::RopePairing::kNorm);  // (2i, 2i + 1): the GGUF converter permuted Q and K rows to match
        pass.attend(layer);
        pass.add_attention_output(layer);
        pass.add_swiglu_ffn(layer);
        if (!pass.go_on(layer + 1)) return false;
    }
    return true;
}

}  // namespace vibrant::arch
