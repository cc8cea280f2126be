// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <algorithm>

#include "engine/model/arch/arch.h"

namespace vibrant::arch {

std::size_t ForwardPass::n_rows(std::uint32_t layer) const {
    return layer + 1 == hp.n_layers ? n_out : ids.size();
}

void ForwardPass::embed() const {
    ops::embed(ctx, weights.token_embd, ids, act.x.data());
}

void ForwardPass::project_qkv(std::uint32_t layer, ops::RopePairing pairing) const {
    const LayerWeights& w = weights.layers[layer];
    const ops::Norm norm{w.attn_norm, hp.norm_eps};
    const ops::StageInput input(ctx, phase, act.x.data(), ids.size(), hp.n_embd, &norm, act.linear);
    const bool spread = kv_view(layer).spread();
    const ops::Rotation rotation{pairing, hp.head_dim, hp.n_rot, act.cos.data(), act.sin.data()};

    // The heads of Q, K and V in one line, so that whoever computes a head also turns it.
    const std::size_t n_q = n_rows(layer) != 0 ? hp.n_heads : 0, n_kv = hp.n_kv_heads;
    const Profiler::Scope scope(ctx.profiler, Zone::kQkv, w.attn_q.bytes() + w.attn_k.bytes() + w.attn_v.bytes());
    ctx.team.parallel_for(n_q + 2 * n_kv, 1, [&](std::size_t begin, std::size_t end, int member) {
        const ops::LinearInput in = input.of(member);
        // The member's share of n heads that stand at `at` in the line.
        const auto project = [&](std::size_t at, std::size_t n, const Tensor& weight, const Tensor& bias, bool rotated,
                                 float* out) {
            const std::size_t from = std::clamp(begin, at, at + n) - at, to = std::clamp(end, at, at + n) - at;
            if (from == to) return;
            ops::linear_rows(ctx, weight, bias, in, from * hp.head_dim, to * hp.head_dim, out);
            if (rotated) ops::rotate_heads(ctx, rotation, out, ids.size(), n, from, to);
            if (spread) ops::spread_heads(ctx, out, ids.size(), n, hp.head_dim, from, to);
        };
        project(0, n_q, w.attn_q, w.attn_q_bias, true, act.q.data());
        project(n_q, n_kv, w.attn_k, w.attn_k_bias, true, act.k.data());
        project(n_q + n_kv, n_kv, w.attn_v, w.attn_v_bias, false, act.v.data());
    });
}

ops::KvView ForwardPass::kv_view(std::uint32_t layer) const {
    return {.keys = kv.keys(layer, 0),
            .values = kv.values(layer, 0),
            .head_stride = kv.head_bytes(),
            .type = kv.shape().type};
}

void ForwardPass::attend(std::uint32_t layer) const {
    const ops::KvView view = kv_view(layer);
    ops::append_kv(ctx, view, act.k.data(), act.v.data(), ids.size(), hp.n_kv_heads, hp.head_dim,
                   [&](std::size_t b) { return kv.slot_of(first + b); });
    const std::size_t n = n_rows(layer), skipped = ids.size() - n;
    if (n == 0) return;
    ops::attention(
        ctx, phase, view, act.q.data() + skipped * hp.q_width(), n, hp.n_heads, hp.n_kv_heads, hp.head_dim,
        [&](std::size_t b) { return kv.visible(first + skipped + b); }, act.attention,
        act.attn.data() + skipped * hp.q_width());
}

void ForwardPass::add_attention_output(std::uint32_t layer) const {
    const LayerWeights& w = weights.layers[layer];
    const std::size_t n = n_rows(layer), skipped = ids.size() - n;
    if (n == 0) return;
    const ops::StageInput input(ctx, phase, act.attn.data() + skipped * hp.q_width(), n, hp.q_width(), nullptr,
                                act.linear);
    add_product(Zone::kAttnOutput, layer, w.attn_output, w.attn_output_bias, input);
}

void ForwardPass::add_swiglu_ffn(std::uint32_t layer) const {
    const LayerWeights& w = weights.layers[layer];
    const std::size_t n = n_rows(layer), skipped = ids.size() - n;
    if (n == 0) return;
    const ops::Norm norm{w.ffn_norm, hp.norm_eps};
    const ops::StageInput input(ctx, phase, act.x.data() + skipped * hp.n_embd, n, hp.n_embd, &norm, act.linear);
    const ops::StageInput hidden = ops::StageInput::hidden(ctx, phase, n, w.ffn_down, act.linear);
    {
        const Profiler::Scope scope(ctx.profiler, Zone::kFfnGateUp, w.ffn_gate.bytes() + w.ffn_up.bytes());
        ctx.team.parallel_for(hp.n_ff, ops::kRowGrain, [&](std::size_t begin, std::size_t end, int member) {
            ops::gated_rows(ctx, w.ffn_gate, w.ffn_up, input.of(member), begin, end, hidden);
        });
    }
    add_product(Zone::kFfnDown, layer, w.ffn_down, {}, hidden);
}

void ForwardPass::add_product(Zone zone, std::uint32_t layer, const Tensor& w, const Tensor& bias,
                              const ops::StageInput& input) const {
    const std::size_t n = n_rows(layer), skipped = ids.size() - n;
    float *residual = act.x.data() + skipped * w.n_rows, *delta = act.delta.data() + skipped * w.n_rows;
    const Profiler::Scope scope(ctx.profiler, zone, w.bytes());
    ctx.team.parallel_for(w.n_rows, ops::kRowGrain, [&](std::size_t begin, std::size_t end, int member) {
        ops::linear_rows(ctx, w, bias, input.of(member), begin, end, delta);
        ops::add(ctx, residual, delta, n, w.n_rows, begin, end);
    });
}

}  // namespace vibrant::arch
