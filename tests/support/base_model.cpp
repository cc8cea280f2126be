// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "tests/support/gguf_builder.h"

namespace vibrant::test {
namespace {

constexpr std::uint64_t kVocab = 32, kEmbd = 32, kFeedForward = 64;

// Token types of the format: 1 normal, 2 unknown, 3 control.
void add_vocabulary(GgufBuilder& file) {
    std::vector<std::string> tokens = {"<unk>", "<s>", "</s>", "\u2581"};
    for (char letter = 'a'; letter <= 'z'; ++letter) tokens.emplace_back(1, letter);
    tokens.insert(tokens.end(), {"\u2581a", "th"});
    std::vector<float> scores;
    std::vector<std::int32_t> types = {2, 3, 3};
    types.resize(tokens.size(), 1);
    // As SentencePiece numbers its pieces: the earlier, the better, and pairs before their letters.
    for (std::size_t i = 0; i < tokens.size(); ++i)
        scores.push_back(types[i] != 1 ? 0.0f : i >= 30 ? -static_cast<float>(i - 29) : -static_cast<float>(i));
    file.add("tokenizer.ggml.model", "llama")
        .add_strings("tokenizer.ggml.tokens", tokens)
        .add_array("tokenizer.ggml.scores", scores)
        .add_array("tokenizer.ggml.token_type", types)
        .add("tokenizer.ggml.bos_token_id", std::uint32_t{1})
        .add("tokenizer.ggml.eos_token_id", std::uint32_t{2})
        .add("tokenizer.ggml.unknown_token_id", std::uint32_t{0});
}

}  // namespace

GgufBuilder base_model() {
    GgufBuilder file;
    file.add("general.architecture", "llama")
        .add("general.name", "Base")
        .add("llama.block_count", std::uint32_t{1})
        .add("llama.context_length", std::uint32_t{64})
        .add("llama.embedding_length", std::uint32_t{kEmbd})
        .add("llama.feed_forward_length", std::uint32_t{kFeedForward})
        .add("llama.attention.head_count", std::uint32_t{1})
        .add("llama.attention.head_count_kv", std::uint32_t{1})
        .add("llama.attention.layer_norm_rms_epsilon", 1e-5f)
        .add("llama.rope.dimension_count", std::uint32_t{kEmbd})
        .add("llama.rope.freq_base", 10000.0f);
    add_vocabulary(file);
    const float scale = 0.3f;  // keeps activations near 1 through a 32-wide matrix
    file.add_random("token_embd.weight", {kEmbd, kVocab}, 1.0f)
        .add_random("blk.0.attn_norm.weight", {kEmbd}, 0.1f, 1.0f)
        .add_random("blk.0.attn_q.weight", {kEmbd, kEmbd}, scale)
        .add_random("blk.0.attn_k.weight", {kEmbd, kEmbd}, scale)
        .add_random("blk.0.attn_v.weight", {kEmbd, kEmbd}, scale)
        .add_random("blk.0.attn_output.weight", {kEmbd, kEmbd}, scale)
        .add_random("blk.0.ffn_norm.weight", {kEmbd}, 0.1f, 1.0f)
        .add_random("blk.0.ffn_gate.weight", {kEmbd, kFeedForward}, scale)
        .add_random("blk.0.ffn_up.weight", {kEmbd, kFeedForward}, scale)
        .add_random("blk.0.ffn_down.weight", {kFeedForward, kEmbd}, scale)
        .add_random("output_norm.weight", {kEmbd}, 0.1f, 1.0f)
        .add_random("output.weight", {kEmbd, kVocab}, scale);
    return file;
}

}  // namespace vibrant::test
