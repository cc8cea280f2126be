// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/forward_pass.h"

namespace vibrant {

std::size_t ForwardPass::n_rows(std::uint32_t layer) const {
    return layer + 1 == n_layers() ? n_out : ids.size();
}

float* ForwardPass::residual(std::uint32_t layer) const {
    return x.data() + (ids.size() - n_rows(layer)) * plan.n_embd;
}

ops::KvView ForwardPass::kv_view(std::uint32_t layer) const {
    const KvRing kv = sequence.kv(layer);
    return {.keys = kv.keys(0),
            .values = kv.values(0),
            .head_stride = kv.head_bytes(),
            .type = kv.shape().type,
            .sliding = kv.shape().window != 0};
}

void ForwardPass::embed() const {
    ops::embed(ctx, weights.token_embd, ids, x.data());
}

void ForwardPass::project_qkv(std::uint32_t i, const ops::Norm& norm) const {
    const LayerWeights& w = layer(i);
    const AttentionPlan& a = *plan.layers[i].attention();
    const ops::Norm q_norm = this->norm(w.attn_q_norm), k_norm = this->norm(w.attn_k_norm);
    const Activations::Angles angles = act.angles(a.rope);
    const std::size_t n_q = n_rows(i) != 0 ? a.n_heads : 0, n_kv = a.kv_of ? 0 : a.n_kv_heads;
    const ops::QkvStage stage{
        .q = {w.attn_q, w.attn_q_bias, n_q, act.q.data(), /*rotated=*/true, a.qk_norm ? &q_norm : nullptr},
        .k = {w.attn_k, w.attn_k_bias, n_kv, act.k.data(), /*rotated=*/true, a.qk_norm ? &k_norm : nullptr},
        .v = {w.attn_v, w.attn_v_bias, n_kv, act.v.data()},
        .rotation = {plan.ropes[a.rope].pairing, a.head_dim, plan.ropes[a.rope].n_rot, angles.cos.data(),
                     angles.sin.data()},
        .spread = kv_view(i).spread()};
    ops::project_qkv(ctx, precision, {x.data(), ids.size(), plan.n_embd, &norm}, stage, act.linear);
}

ops::Rows ForwardPass::attend(std::uint32_t i) const {
    const AttentionPlan& a = *plan.layers[i].attention();
    const KvRing kv = sequence.kv(i);
    const ops::KvView view = kv_view(i);
    if (!a.kv_of)
        ops::append_kv(ctx, view, act.k.data(), act.v.data(), ids.size(), a.n_kv_heads, a.head_dim,
                       [&](std::size_t b) { return kv.slot_of(first + b); });
    const std::size_t n = n_rows(i), skipped = ids.size() - n;
    float* const out = act.attn.data() + skipped * a.q_width();
    if (n > 0)
        ops::attention(
            ctx, precision, view, act.q.data() + skipped * a.q_width(), n, a.n_heads, a.n_kv_heads, a.head_dim,
            [&](std::size_t b) { return kv.visible(first + skipped + b); }, act.attention, out);
    return {out, n, a.q_width()};
}

ops::HiddenLayer ForwardPass::swiglu(std::uint32_t i, const ops::Norm& norm) const {
    const LayerWeights& w = layer(i);
    return ops::swiglu(ctx, precision, {residual(i), n_rows(i), plan.n_embd, &norm}, w.ffn_gate, w.ffn_up, w.ffn_down,
                       act.linear);
}

void ForwardPass::add_product(std::uint32_t i, const Tensor& w, const Tensor& bias, const ops::Rows& rows) const {
    if (rows.n > 0) add_product(i, Zone::kAttnOutput, w, bias, ops::StageInput(ctx, precision, rows, act.linear));
}

void ForwardPass::add_product(std::uint32_t i, const Tensor& w, const Tensor& bias,
                              const ops::HiddenLayer& hidden) const {
    if (n_rows(i) > 0) add_product(i, Zone::kFfnDown, w, bias, hidden.input(ctx));
}

void ForwardPass::add_product(std::uint32_t i, Zone zone, const Tensor& w, const Tensor& bias,
                              const ops::StageInput& input) const {
    ops::add_product(ctx, zone, w, bias, input, n_rows(i), act.delta.data(), residual(i));
}

}  // namespace vibrant
