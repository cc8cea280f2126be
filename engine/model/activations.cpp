// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/activations.h"

#include <algorithm>

namespace vibrant {

// Calls visit(span, n_values) for every buffer: the one list that planning and taking share.
template <class Visit>
void Activations::each_buffer(const ModelPlan& plan, const Shape& shape, Visit&& visit) {
    const std::size_t batch = shape.max_batch;
    const std::size_t q_width = plan.largest_attention([](const AttentionPlan& a) { return a.q_width(); });
    const std::size_t kv_width = plan.largest_attention([](const AttentionPlan& a) { return a.kv_width(); });
    visit(x, batch * plan.n_embd);
    visit(delta, batch * plan.n_embd);
    visit(q, batch * q_width);
    visit(k, batch * kv_width);
    visit(v, batch * kv_width);
    visit(attn, batch * q_width);
    angles_.resize(plan.ropes.size());
    for (std::size_t i = 0; i < plan.ropes.size(); ++i) {
        visit(angles_[i].cos, batch * plan.ropes[i].n_rot / 2);
        visit(angles_[i].sin, batch * plan.ropes[i].n_rot / 2);
    }
    visit(logits, std::size_t{plan.n_vocab});
    attention.each(plan.largest_attention([&](const AttentionPlan& a) {
        return ops::AttentionBuffers::part_values(a.n_heads, a.n_kv_heads, a.head_dim, shape.context);
    }),
                   plan.largest_attention([](const AttentionPlan& a) { return a.n_kv_heads; }), visit);
    linear.each({.n_embd = plan.n_embd,
                 .max_cols = std::max<std::size_t>(plan.n_embd, q_width),
                 .n_ff = plan.largest_n_ff(),
                 .max_batch = batch,
                 .n_members = shape.n_threads,
                 .float_hidden = shape.float_hidden},
                visit);
}

std::size_t Activations::bytes_needed(const ModelPlan& plan, const Shape& shape) {
    Activations a;
    std::size_t bytes = 0;
    a.each_buffer(plan, shape, [&]<class T>(std::span<T>&, std::size_t n) { bytes += Arena::bytes_for<T>(n); });
    return bytes;
}

Result<Activations> Activations::create(const ModelPlan& plan, const Shape& shape) {
    Activations a;
    VIBRANT_TRY(arena, Arena::allocate(bytes_needed(plan, shape), "the work buffers"));
    a.arena = std::move(arena);
    a.max_batch = shape.max_batch;
    a.each_buffer(plan, shape, [&]<class T>(std::span<T>& buffer, std::size_t n) { buffer = a.arena.take<T>(n); });
    return a;
}

}  // namespace vibrant
