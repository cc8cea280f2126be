// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/weights.h"

#include <cmath>
#include <format>
#include <string>

namespace vibrant {
namespace {

// Looks tensors up by name and refuses what the architecture does not expect.
class TensorReader {
  public:
    explicit TensorReader(const gguf::File& file) : file_(file) {}

    // A matrix of any weight type, (rows, cols).
    Result<Tensor> matrix(const std::string& name, std::size_t rows, std::size_t cols) const {
        VIBRANT_TRY(info, find(name));
        VIBRANT_TRY_VOID(expect_shape(*info, 2, cols, rows));
        return info->matrix();
    }

    // A vector; norms, biases and RoPE factors are f32 in every file the usual converters write.
    Result<Tensor> vector(const std::string& name, std::size_t size) const {
        VIBRANT_TRY(info, find(name));
        VIBRANT_TRY_VOID(expect_shape(*info, 1, size, 1));
        if (info->type != DType::kF32)
            return file_.error(
                ErrorCode::kUnsupported,
                std::format("tensor '{}': type {} is not allowed here (allowed F32)", name, traits(info->type).name));
        return info->matrix();
    }

    // The same for a tensor that may be absent: an empty view then.
    Result<Tensor> optional_vector(const std::string& name, std::size_t size) const {
        if (!file_.find_tensor(name)) return Tensor{};
        return vector(name, size);
    }

    Result<const gguf::TensorInfo*> find(const std::string& name) const {
        const gguf::TensorInfo* info = file_.find_tensor(name);
        if (!info) return file_.error(ErrorCode::kMalformed, std::format("missing tensor '{}'", name));
        if (info->n_bytes == 0)
            return file_.error(ErrorCode::kMalformed, std::format("tensor '{}' has no elements", name));
        return info;
    }

  private:
    Status expect_shape(const gguf::TensorInfo& info, std::uint32_t n_dims, std::size_t cols, std::size_t rows) const {
        // A trailing dimension of 1 is the same tensor.
        const bool same = info.shape[0] == cols && info.shape[1] == rows && info.shape[2] == 1 && info.shape[3] == 1;
        if (same) return {};
        const std::string expected = n_dims == 1 ? std::format("[{}]", cols) : std::format("[{}, {}]", cols, rows);
        return file_.error(ErrorCode::kMalformed, std::format("tensor '{}' has shape {}, expected {}",
                                                              printable(info.name), info.shape_text(), expected));
    }

    const gguf::File& file_;
};

Result<LayerWeights> read_layer(const TensorReader& read, const Hyperparams& hp, std::uint32_t layer) {
    const auto name = [&](std::string_view part) { return std::format("blk.{}.{}", layer, part); };
    LayerWeights out;
    const struct {
        Tensor& tensor;
        std::string_view name;
        std::size_t rows, cols;
    } matrices[] = {
        {out.attn_q, "attn_q.weight", hp.q_width(), hp.n_embd},
        {out.attn_k, "attn_k.weight", hp.kv_width(), hp.n_embd},
        {out.attn_v, "attn_v.weight", hp.kv_width(), hp.n_embd},
        {out.attn_output, "attn_output.weight", hp.n_embd, hp.q_width()},
        {out.ffn_gate, "ffn_gate.weight", hp.n_ff, hp.n_embd},
        {out.ffn_up, "ffn_up.weight", hp.n_ff, hp.n_embd},
        {out.ffn_down, "ffn_down.weight", hp.n_embd, hp.n_ff},
    };
    for (const auto& m : matrices) {
        VIBRANT_TRY(tensor, read.matrix(name(m.name), m.rows, m.cols));
        m.tensor = tensor;
    }
    const struct {
        Tensor& tensor;
        std::string_view name;
        std::size_t size;
        bool required;
    } vectors[] = {
        {out.attn_norm, "attn_norm.weight", hp.n_embd, true},
        {out.ffn_norm, "ffn_norm.weight", hp.n_embd, true},
        {out.attn_q_bias, "attn_q.bias", hp.q_width(), false},
        {out.attn_k_bias, "attn_k.bias", hp.kv_width(), false},
        {out.attn_v_bias, "attn_v.bias", hp.kv_width(), false},
        {out.attn_output_bias, "attn_output.bias", hp.n_embd, false},
    };
    for (const auto& v : vectors) {
        VIBRANT_TRY(tensor,
                    v.required ? read.vector(name(v.name), v.size) : read.optional_vector(name(v.name), v.size));
        v.tensor = tensor;
    }
    return out;
}

// Llama 3.1 and later: one divisor per rotated pair.
Result<Tensor> read_rope_freqs(const gguf::File& file, const TensorReader& read, const Hyperparams& hp) {
    const std::string name = file.find_tensor("rope_freqs.weight") ? "rope_freqs.weight" : "blk.0.rope_freqs.weight";
    VIBRANT_TRY(factors, read.optional_vector(name, hp.n_rot / 2));
    for (std::size_t i = 0; i < factors.n_cols; ++i) {
        const float factor = reinterpret_cast<const float*>(factors.data)[i];
        if (!(factor > 0.0f) || !std::isfinite(factor))
            return file.error(ErrorCode::kMalformed,
                              std::format("tensor '{}' holds {} at {}, expected positive numbers", name, factor, i));
    }
    return factors;
}

}  // namespace

std::uint64_t Weights::bytes_per_token() const {
    std::uint64_t bytes = output.bytes() + token_embd.row_stride;
    for (const LayerWeights& l : layers)
        for (const Tensor* t : {&l.attn_q, &l.attn_k, &l.attn_v, &l.attn_output, &l.ffn_gate, &l.ffn_up, &l.ffn_down})
            bytes += t->bytes();
    return bytes;
}

Result<Weights> read_weights(const gguf::File& file, Hyperparams& hp) {
    const TensorReader read(file);
    Weights weights;

    // The embedding decides the width of the logits; the tokenizer may know fewer tokens (padding), never more.
    VIBRANT_TRY(embd, read.find("token_embd.weight"));
    if (embd->shape[1] > (1u << 24))
        return file.error(ErrorCode::kMalformed,
                          std::format("tensor 'token_embd.weight' has shape {}, expected at most {} rows",
                                      embd->shape_text(), 1u << 24));
    hp.n_vocab = static_cast<std::uint32_t>(embd->shape[1]);
    VIBRANT_TRY(token_embd, read.matrix("token_embd.weight", hp.n_vocab, hp.n_embd));
    weights.token_embd = token_embd;
    VIBRANT_TRY(tokens, file.string_array("tokenizer.ggml.tokens"));
    if (tokens && tokens->size() > hp.n_vocab)
        return file.error(ErrorCode::kMalformed,
                          std::format("tensor 'token_embd.weight' has {} rows, expected at least {} (one per token)",
                                      hp.n_vocab, tokens->size()));

    VIBRANT_TRY(output_norm, read.vector("output_norm.weight", hp.n_embd));
    weights.output_norm = output_norm;
    weights.output = weights.token_embd;
    if (file.find_tensor("output.weight")) {
        VIBRANT_TRY(output, read.matrix("output.weight", hp.n_vocab, hp.n_embd));
        weights.output = output;
    }
    VIBRANT_TRY(rope_freqs, read_rope_freqs(file, read, hp));
    weights.rope_freqs = rope_freqs;

    weights.layers.reserve(hp.n_layers);
    for (std::uint32_t i = 0; i < hp.n_layers; ++i) {
        VIBRANT_TRY(layer, read_layer(read, hp, i));
        weights.layers.push_back(layer);
    }
    return weights;
}

}  // namespace vibrant
