// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/arch/arch.h"

namespace vibrant::arch {

void ForwardPass::embed() const { ops::embed(ctx, weights.token_embd, ids, act.x.data()); }

void ForwardPass::norm(const Tensor& weight) const {
    ops::rms_norm(ctx, act.x.data(), weight, n(), hp.norm_eps, act.normed.data());
}

ops::LinearInput ForwardPass::input(std::span<const float> x, std::size_t n_cols) const {
    return ops::make_input(ctx, phase, x.data(), n(), n_cols, act.linear);
}

void ForwardPass::project_qkv(const LayerWeights& layer) const {
    const ops::LinearInput in = input(act.normed, hp.n_embd);
    ops::linear(ctx, Zone::kQkv, layer.attn_q, layer.attn_q_bias, in, act.q.data());
    ops::linear(ctx, Zone::kQkv, layer.attn_k, layer.attn_k_bias, in, act.k.data());
    ops::linear(ctx, Zone::kQkv, layer.attn_v, layer.attn_v_bias, in, act.v.data());
}

void ForwardPass::rotate(ops::RopePairing pairing) const {
    ops::rope(ctx, pairing, act.q.data(), n(), hp.n_heads, hp.head_dim, hp.n_rot, act.cos.data(), act.sin.data());
    ops::rope(ctx, pairing, act.k.data(), n(), hp.n_kv_heads, hp.head_dim, hp.n_rot, act.cos.data(), act.sin.data());
}

void ForwardPass::attend(std::uint32_t layer) const {
    const ops::KvView view{.keys = kv.keys(layer, 0),
                           .values = kv.values(layer, 0),
                           .head_stride = kv.head_bytes(),
                           .f16 = kv.shape().type == KvType::kF16};
    ops::append_kv(ctx, view, act.k.data(), act.v.data(), n(), hp.n_kv_heads, hp.head_dim,
                   [&](std::size_t b) { return kv.slot_of(first + b); });
    ops::attention(ctx, view, act.q.data(), n(), hp.n_heads, hp.n_kv_heads, hp.head_dim,
                   [&](std::size_t b) { return kv.visible(first + b); }, act.attn.data());
}

void ForwardPass::add_attention_output(const LayerWeights& layer) const {
    const ops::LinearInput in = input(act.attn, hp.q_width());
    ops::linear(ctx, Zone::kAttnOutput, layer.attn_output, layer.attn_output_bias, in, act.normed.data());
    ops::add(ctx, act.x.data(), act.normed.data(), n() * hp.n_embd);
}

void ForwardPass::add_swiglu_ffn(const LayerWeights& layer) const {
    const ops::LinearInput in = input(act.normed, hp.n_embd);
    ops::linear(ctx, Zone::kFfnGateUp, layer.ffn_gate, {}, in, act.gate.data());
    ops::linear(ctx, Zone::kFfnGateUp, layer.ffn_up, {}, in, act.up.data());
    ops::swiglu(ctx, act.gate.data(), act.up.data(), n() * hp.n_ff);
    ops::linear(ctx, Zone::kFfnDown, layer.ffn_down, {}, input(act.gate, hp.n_ff), act.normed.data());
    ops::add(ctx, act.x.data(), act.normed.data(), n() * hp.n_embd);
}

}  // namespace vibrant::arch
