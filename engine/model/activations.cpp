// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/activations.h"

#include <algorithm>

namespace vibrant {
namespace {

// Calls visit(span, n_values) for every buffer: the one list that planning and taking share.
template <class Visit>
void each_buffer(const Hyperparams& hp, const Activations::Shape& shape, Activations& a, Visit&& visit) {
    const std::size_t batch = shape.max_batch;
    visit(a.x, batch * hp.n_embd);
    visit(a.delta, batch * hp.n_embd);
    visit(a.q, batch * hp.q_width());
    visit(a.k, batch * hp.kv_width());
    visit(a.v, batch * hp.kv_width());
    visit(a.attn, batch * hp.q_width());
    visit(a.cos, batch * hp.n_rot / 2);
    visit(a.sin, batch * hp.n_rot / 2);
    visit(a.logits, std::size_t{hp.n_vocab});
    a.attention.each(hp.n_heads, hp.n_kv_heads, hp.head_dim, shape.context, visit);
    a.linear.each({.n_embd = hp.n_embd,
                   .max_cols = std::max(hp.n_embd, hp.q_width()),
                   .n_ff = hp.n_ff,
                   .max_batch = batch,
                   .n_members = shape.n_threads,
                   .float_hidden = shape.float_hidden},
                  visit);
}

}  // namespace

std::size_t Activations::bytes_needed(const Hyperparams& hp, const Shape& shape) {
    Activations plan;
    std::size_t bytes = 0;
    each_buffer(hp, shape, plan, [&]<class T>(std::span<T>&, std::size_t n) { bytes += Arena::bytes_for<T>(n); });
    return bytes;
}

Result<Activations> Activations::create(const Hyperparams& hp, const Shape& shape) {
    Activations a;
    VIBRANT_TRY(arena, Arena::allocate(bytes_needed(hp, shape), "the work buffers"));
    a.arena = std::move(arena);
    a.max_batch = shape.max_batch;
    each_buffer(hp, shape, a, [&]<class T>(std::span<T>& buffer, std::size_t n) { buffer = a.arena.take<T>(n); });
    return a;
}

}  // namespace vibrant
