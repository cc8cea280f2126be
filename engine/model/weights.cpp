// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/weights.h"

#include <cmath>
#include <format>
#include <initializer_list>
#include <string>
#include <string_view>

namespace vibrant {
namespace {

constexpr std::size_t kMaxVocabulary = 1u << 24;

enum class Need : std::uint8_t { kAlways, kIfThere };

struct MatrixWanted {
    Tensor& tensor;
    std::string_view name;
    std::size_t rows, cols;
};
struct VectorWanted {
    Tensor& tensor;
    std::string_view name;
    std::size_t size;
    Need need = Need::kAlways;
};

Status read_all(TensorReader& read, std::uint32_t layer, std::initializer_list<MatrixWanted> matrices,
                std::initializer_list<VectorWanted> vectors) {
    const auto name = [&](std::string_view part) { return std::format("blk.{}.{}", layer, part); };
    for (const MatrixWanted& m : matrices) {
        VIBRANT_TRY(tensor, read.matrix(name(m.name), m.rows, m.cols));
        m.tensor = tensor;
    }
    for (const VectorWanted& v : vectors) {
        VIBRANT_TRY(tensor, v.need == Need::kAlways ? read.vector(name(v.name), v.size)
                                                    : read.optional_vector(name(v.name), v.size));
        v.tensor = tensor;
    }
    return {};
}

// Llama 3.1 and later: one divisor per rotated pair.
Result<Tensor> read_rope_freqs(TensorReader& read, const ModelPlan& plan) {
    if (plan.ropes.empty()) return Tensor{};
    const std::string name = read.has("rope_freqs.weight") ? "rope_freqs.weight" : "blk.0.rope_freqs.weight";
    VIBRANT_TRY(factors, read.optional_vector(name, plan.ropes[0].n_rot / 2));
    for (std::size_t i = 0; i < factors.n_cols; ++i) {
        const float factor = reinterpret_cast<const float*>(factors.data)[i];
        if (!(factor > 0.0f) || !std::isfinite(factor))
            return read.file().error(
                ErrorCode::kMalformed,
                std::format("tensor '{}' holds {} at {}, expected positive numbers", name, factor, i));
    }
    return factors;
}

}  // namespace

std::uint64_t LayerWeights::bytes() const {
    std::uint64_t bytes = 0;
    for (const Tensor* t : {&attn_q, &attn_k, &attn_v, &attn_output, &ffn_gate, &ffn_up, &ffn_down})
        bytes += t->bytes();
    return bytes;
}

std::uint64_t Weights::bytes_per_token() const {
    std::uint64_t bytes = output.bytes() + token_embd.row_stride;
    for (const LayerWeights& layer : layers) bytes += layer.bytes();
    return bytes;
}

Result<Weights> read_outer_weights(TensorReader& read, ModelPlan& plan) {
    const gguf::File& file = read.file();
    Weights weights;
    // The embedding says how wide the vocabulary is: files may have fewer tokens (padding), never more.
    VIBRANT_TRY(embd, read.find("token_embd.weight"));
    if (embd->shape[1] > kMaxVocabulary)
        return file.error(ErrorCode::kMalformed,
                          std::format("tensor 'token_embd.weight' has shape {}, expected at most {} rows",
                                      embd->shape_text(), kMaxVocabulary));
    plan.n_vocab = static_cast<std::uint32_t>(embd->shape[1]);
    VIBRANT_TRY(token_embd, read.matrix("token_embd.weight", plan.n_vocab, plan.n_embd));
    weights.token_embd = token_embd;
    VIBRANT_TRY(tokens, file.string_array("tokenizer.ggml.tokens"));
    if (tokens && tokens->size() > plan.n_vocab)
        return file.error(ErrorCode::kMalformed,
                          std::format("tensor 'token_embd.weight' has {} rows, expected at least {} (one per token)",
                                      plan.n_vocab, tokens->size()));

    VIBRANT_TRY(output_norm, read.vector("output_norm.weight", plan.n_embd));
    weights.output_norm = output_norm;
    weights.output = weights.token_embd;
    if (read.has("output.weight")) {
        VIBRANT_TRY(output, read.matrix("output.weight", plan.n_vocab, plan.n_embd));
        weights.output = output;
    }
    VIBRANT_TRY(rope_freqs, read_rope_freqs(read, plan));
    weights.rope_freqs = rope_freqs;
    return weights;
}

Status read_attention(TensorReader& read, const ModelPlan& plan, std::uint32_t layer, LayerWeights& out) {
    const AttentionPlan& a = *plan.layers[layer].attention();
    VIBRANT_TRY_VOID(read_all(read, layer,
                              {{out.attn_q, "attn_q.weight", a.q_width(), plan.n_embd},
                               {out.attn_output, "attn_output.weight", plan.n_embd, a.q_width()}},
                              {{out.attn_norm, "attn_norm.weight", plan.n_embd},
                               {out.attn_q_bias, "attn_q.bias", a.q_width(), Need::kIfThere},
                               {out.attn_output_bias, "attn_output.bias", plan.n_embd, Need::kIfThere}}));
    if (a.qk_norm) VIBRANT_TRY_VOID(read_all(read, layer, {}, {{out.attn_q_norm, "attn_q_norm.weight", a.head_dim}}));
    if (a.kv_of) return {};
    if (a.qk_norm) VIBRANT_TRY_VOID(read_all(read, layer, {}, {{out.attn_k_norm, "attn_k_norm.weight", a.head_dim}}));
    return read_all(read, layer,
                    {{out.attn_k, "attn_k.weight", a.kv_width(), plan.n_embd},
                     {out.attn_v, "attn_v.weight", a.kv_width(), plan.n_embd}},
                    {{out.attn_k_bias, "attn_k.bias", a.kv_width(), Need::kIfThere},
                     {out.attn_v_bias, "attn_v.bias", a.kv_width(), Need::kIfThere}});
}

Status read_swiglu(TensorReader& read, const ModelPlan& plan, std::uint32_t layer, LayerWeights& out) {
    const std::uint32_t n_ff = plan.layers[layer].dense()->n_ff;
    return read_all(read, layer,
                    {{out.ffn_gate, "ffn_gate.weight", n_ff, plan.n_embd},
                     {out.ffn_up, "ffn_up.weight", n_ff, plan.n_embd},
                     {out.ffn_down, "ffn_down.weight", plan.n_embd, n_ff}},
                    {{out.ffn_norm, "ffn_norm.weight", plan.n_embd}});
}

}  // namespace vibrant
