// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/activations.h"

#include <algorithm>

namespace vibrant {
namespace {

// Calls visit(span, n_values) for every buffer: the one list that planning and taking share.
template <class Visit>
void each_buffer(const Hyperparams& hp, std::size_t batch, int n_threads, Activations& a, Visit&& visit) {
    visit(a.x, batch * hp.n_embd);
    visit(a.delta, batch * hp.n_embd);
    visit(a.q, batch * hp.q_width());
    visit(a.k, batch * hp.kv_width());
    visit(a.v, batch * hp.kv_width());
    visit(a.attn, batch * hp.q_width());
    visit(a.gate, batch * hp.n_ff);
    visit(a.up, batch * hp.n_ff);
    visit(a.cos, batch * hp.n_rot / 2);
    visit(a.sin, batch * hp.n_rot / 2);
    visit(a.logits, std::size_t{hp.n_vocab});
    const ops::LinearShape shape{std::max({hp.n_embd, hp.q_width(), hp.n_ff}), batch, n_threads};
    visit(a.linear.normed, batch * hp.n_embd);
    visit(a.linear.shared, ops::LinearBuffers::shared_bytes(shape));
    visit(a.linear.own, static_cast<std::size_t>(n_threads) * ops::LinearBuffers::own_bytes(shape));
    a.linear.n_members = n_threads;
}

}  // namespace

std::size_t Activations::bytes_needed(const Hyperparams& hp, std::uint32_t max_batch, int n_threads) {
    Activations plan;
    std::size_t bytes = 0;
    each_buffer(hp, max_batch, n_threads, plan, [&]<class T>(std::span<T>&, std::size_t n) {
        bytes += Arena::bytes_for<T>(n);
    });
    return bytes;
}

Result<Activations> Activations::create(const Hyperparams& hp, std::uint32_t max_batch, int n_threads) {
    Activations a;
    VIBRANT_TRY(arena, Arena::allocate(bytes_needed(hp, max_batch, n_threads), "the work buffers"));
    a.arena = std::move(arena);
    a.max_batch = max_batch;
    each_buffer(hp, max_batch, n_threads, a, [&]<class T>(std::span<T>& buffer, std::size_t n) {
        buffer = a.arena.take<T>(n);
    });
    return a;
}

}  // namespace vibrant
