// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/activations.h"

namespace vibrant {
namespace {

// Calls visit(span, n_values) for every buffer: the one list that planning and taking share.
template <class Visit>
void each_buffer(const Hyperparams& hp, std::size_t batch, Activations& a, Visit&& visit) {
    visit(a.x, batch * hp.n_embd);
    visit(a.normed, batch * hp.n_embd);
    visit(a.q, batch * hp.q_width());
    visit(a.k, batch * hp.kv_width());
    visit(a.v, batch * hp.kv_width());
    visit(a.attn, batch * hp.q_width());
    visit(a.gate, batch * hp.n_ff);
    visit(a.up, batch * hp.n_ff);
    visit(a.cos, batch * hp.n_rot / 2);
    visit(a.sin, batch * hp.n_rot / 2);
    visit(a.logits, std::size_t{hp.n_vocab});
}

}  // namespace

std::size_t Activations::bytes_needed(const Hyperparams& hp, std::uint32_t max_batch) {
    Activations plan;
    std::size_t bytes = 0;
    each_buffer(hp, max_batch, plan, [&](std::span<float>&, std::size_t n) { bytes += Arena::bytes_for<float>(n); });
    return bytes;
}

Result<Activations> Activations::create(const Hyperparams& hp, std::uint32_t max_batch) {
    Activations a;
    VIBRANT_TRY(arena, Arena::allocate(bytes_needed(hp, max_batch), "the work buffers"));
    a.arena = std::move(arena);
    a.max_batch = max_batch;
    each_buffer(hp, max_batch, a, [&](std::span<float>& buffer, std::size_t n) { buffer = a.arena.take<float>(n); });
    return a;
}

}  // namespace vibrant
