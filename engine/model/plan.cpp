// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/plan.h"

namespace vibrant {

std::uint32_t ModelPlan::largest_n_ff() const {
    std::uint32_t largest = 0;
    for (const LayerPlan& layer : layers)
        if (const DensePlan* dense = layer.dense()) largest = std::max(largest, dense->n_ff);
    return largest;
}

std::vector<LayerStateShape> ModelPlan::state_shapes(std::uint32_t context, KvType type) const {
    std::vector<LayerStateShape> shapes;
    shapes.reserve(layers.size());
    for (const LayerPlan& layer : layers) {
        if (const auto* recurrent = std::get_if<RecurrentPlan>(&layer.mixer)) {
            shapes.push_back(RecurrentShape{recurrent->state_bytes});
            continue;
        }
        const AttentionPlan& a = *layer.attention();
        if (a.kv_of) {
            shapes.push_back(BorrowedShape{*a.kv_of});
            continue;
        }
        // A sliding layer keeps its window and the rest of a batch: whatever the prompt is cut into, a position then has
        // the same slot, and the last of a batch doesn't overwrite what the first still sees.
        const std::uint64_t length = a.window == 0 ? context : std::uint64_t{a.window} + kMaxBatch - 1;
        shapes.push_back(AttentionShape{.n_kv_heads = a.n_kv_heads,
                                        .head_dim = a.head_dim,
                                        .type = type,
                                        .length = static_cast<std::uint32_t>(std::min<std::uint64_t>(length, context)),
                                        .window = a.window});
    }
    return shapes;
}

std::vector<LayerSummary> ModelPlan::summary(KvType type) const {
    std::vector<LayerSummary> all;
    all.reserve(layers.size());
    for (const LayerPlan& layer : layers) {
        LayerSummary s{.mixer = "attention", .ffn = layer.dense() ? "dense" : "none"};
        if (const AttentionPlan* a = layer.attention()) {
            s.window = a->window;
            if (!a->kv_of) s.kv_bytes_per_token = 2 * a->n_kv_heads * kv_row_bytes(type, a->head_dim);
        } else {
            const auto& recurrent = std::get<RecurrentPlan>(layer.mixer);
            s.mixer = recurrent.name;
            s.state_bytes = recurrent.state_bytes;
        }
        all.push_back(s);
    }
    return all;
}

}  // namespace vibrant
