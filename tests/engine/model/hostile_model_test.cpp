// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Files that are valid GGUF but not a valid model: one field or tensor wrong at a time. The names are those of the
// hostile-file catalogue (K: metadata, T: tensors). A row without error text must load.

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <ostream>
#include <string>
#include <vector>

#include "engine/model/model.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/temp_dir.h"

namespace vibrant {
namespace {

using test::GgufBuilder;

struct Case {
    std::string name;
    std::function<void(GgufBuilder&)> spoil;
    std::string error;  // must be in the text; empty: loads
};
void PrintTo(const Case& c, std::ostream* out) {
    *out << c.name;
}

template <class T>
Case set_key(std::string name, std::string key, T value, std::string error) {
    return {std::move(name), [=](GgufBuilder& f) { f.set(key, value); }, std::move(error)};
}
Case drop_tensor(std::string name, std::string tensor) {
    return {std::move(name), [=](GgufBuilder& f) { f.remove_tensor(tensor); }, "missing tensor '" + tensor + "'"};
}
Case reshape(std::string name, std::string tensor, std::vector<std::uint64_t> dims, std::string error) {
    return {std::move(name),
            [=](GgufBuilder& f) {
                f.remove_tensor(tensor);
                f.add_random(tensor, dims, 0.1f);
            },
            std::move(error)};
}

constexpr float kInf = std::numeric_limits<float>::infinity();

std::vector<Case> cases() {
    std::vector<Case> all = {
        {"Base", [](GgufBuilder&) {}, ""},
        {"H16_no_tensors", [](GgufBuilder& f) { f.tensors.clear(); }, "a vocabulary without weights"},
        set_key("KindAdapter", "general.type", "adapter",
                "this is a LoRA adapter, which changes a model: open that model"),
        set_key("KindAdapterByItsKey", "adapter.type", "lora", "this is a LoRA adapter"),
        set_key("KindProjector", "general.type", "mmproj", "this is the projector for pictures"),
        set_key("KindProjectorByArchitecture", "general.architecture", "clip", "this is the projector for pictures"),
        set_key("KindImatrix", "general.type", "imatrix", "this is an importance matrix"),
        set_key("KindImatrixByItsKey", "imatrix.chunk_count", 7u, "this is an importance matrix"),
        set_key("KindVocabulary", "general.type", "vocab", "this is a vocabulary without weights"),
        set_key("KindModel", "general.type", "model", ""),
        set_key("KindUnheardOf", "general.type", "poem", ""),
        set_key("KindEmpty", "general.type", "", ""),
        set_key("KindHuge", "general.type", std::string(1 << 20, 'a'), ""),
        set_key("KindOfAnotherType", "general.type", 7u, ""),
        {"K20_no_architecture", [](GgufBuilder& f) { f.remove("general.architecture"); },
         "does not say its architecture"},
        set_key("K21_architecture_u32", "general.architecture", std::uint32_t{7}, "general.architecture"),
        set_key("K22_architecture_unknown", "general.architecture", "gpt99", "architecture 'gpt99' is not supported"),
        set_key("K22_architecture_path", "general.architecture", "../../etc", "is not supported"),
        set_key("K22_architecture_huge", "general.architecture", std::string(1 << 20, 'x'), "xxx…"),
        set_key("K22_architecture_nul", "general.architecture", std::string("lla\0ma", 6), "\\u{0000}"),
        set_key("K31_layers_f32", "llama.block_count", 2.0f, "llama.block_count"),
        set_key("K31_layers_string", "llama.block_count", "2", "llama.block_count"),
        set_key("K23_layers_negative", "llama.block_count", std::int32_t{-1}, "block_count"),
        set_key("K23_layers_2_32_plus_1", "llama.block_count", std::uint64_t{(1ull << 32) + 1}, "block_count"),
        set_key("K25_embd_0", "llama.embedding_length", 0u, "embedding_length"),
        set_key("K25_embd_2_31", "llama.embedding_length", 1u << 31, "embedding_length"),
        {"K25_embd_31",
         [](GgufBuilder& f) { f.set("llama.embedding_length", 31u).set("llama.attention.head_count", 2u); },
         "embedding_length must be a multiple"},
        set_key("K26_head_dim_0", "llama.attention.key_length", 0u, "attention.key_length"),
        set_key("K26_head_dim_3", "llama.attention.key_length", 3u, "attention.key_length"),
        set_key("K26_head_dim_2_20", "llama.attention.key_length", 1u << 20, "attention.key_length"),
        set_key("K26_value_length", "llama.attention.value_length", 16u, "attention.value_length"),
        set_key("K27_context_0", "llama.context_length", 0u, "context_length"),
        set_key("K27_context_2_32", "llama.context_length", 0xFFFFFFFFu, ""),
        set_key("K27_context_2_63", "llama.context_length", std::uint64_t{1ull << 63}, ""),
        set_key("K28_rope_dim_0", "llama.rope.dimension_count", 0u, "rope.dimension_count"),
        set_key("K28_rope_dim_odd", "llama.rope.dimension_count", 5u, "rope.dimension_count"),
        set_key("K28_rope_dim_large", "llama.rope.dimension_count", 34u, "rope.dimension_count"),
        set_key("K29_experts", "llama.expert_count", 8u, "mixture-of-experts"),
        set_key("K29_experts_huge", "llama.expert_count", 65536u, "expert_count"),
        {"K30_heads_per_layer",
         [](GgufBuilder& f) { f.set_array("llama.attention.head_count", std::vector<std::uint32_t>{1, 1}); },
         "head_count has 2 values for 1 layers"},
        {"K30_heads_per_layer_zero",
         [](GgufBuilder& f) { f.set_array("llama.attention.head_count", std::vector<std::uint32_t>{0}); },
         "attention.head_count must be"},
        {"K30_heads_per_layer_good",
         [](GgufBuilder& f) { f.set_array("llama.attention.head_count", std::vector<std::uint32_t>{1}); }, ""},
        set_key("rope_scaling_unknown", "llama.rope.scaling.type", "yarn", "RoPE scaling 'yarn' is not supported"),
        {"K16_scaling_factor_0",
         [](GgufBuilder& f) { f.add("llama.rope.scaling.type", "linear").add("llama.rope.scaling.factor", 0.0f); },
         "rope.scaling.factor must be"},
        set_key("sliding_window", "llama.attention.sliding_window", 16u, ""),
        set_key("sliding_window_text", "llama.attention.sliding_window", "16", "sliding_window"),

        drop_tensor("T23_no_embedding", "token_embd.weight"),
        drop_tensor("T23_no_attn_q", "blk.0.attn_q.weight"),
        drop_tensor("T23_no_ffn_down", "blk.0.ffn_down.weight"),
        drop_tensor("T23_no_output_norm", "output_norm.weight"),
        {"T28_tied", [](GgufBuilder& f) { f.remove_tensor("output.weight"); }, ""},
        {"T28_no_head_at_all",
         [](GgufBuilder& f) { f.remove_tensor("output.weight").remove_tensor("token_embd.weight"); },
         "missing tensor 'token_embd.weight'"},
        reshape("T24_transposed", "blk.0.ffn_up.weight", {64, 32}, "has shape [64, 32], expected [32, 64]"),
        reshape("T24_one_row_less", "blk.0.attn_q.weight", {32, 31}, "has shape [32, 31], expected [32, 32]"),
        reshape("T24_three_dims", "blk.0.attn_q.weight", {32, 8, 4}, "expected [32, 32]"),
        reshape("T24_norm_short", "blk.0.attn_norm.weight", {31}, "has shape [31], expected [32]"),
        reshape("T24_bias_long", "blk.0.attn_q.bias", {33}, "has shape [33], expected [32]"),
        {"T24_layers_differ",
         [](GgufBuilder& f) {
             f.set("llama.block_count", 2u);
             const std::vector<GgufBuilder::Tensor> first = f.tensors;
             for (auto t : first)
                 if (t.name.starts_with("blk.0.")) f.add_random("blk.1." + t.name.substr(6), t.dims, 0.1f);
             f.remove_tensor("blk.1.ffn_down.weight").add_random("blk.1.ffn_down.weight", {64, 48}, 0.1f);
         },
         "'blk.1.ffn_down.weight' has shape"},
        {"T04_required_empty",
         [](GgufBuilder& f) {
             auto& t = f.tensor("blk.0.attn_q.weight");
             t.dims = {32, 0};
             t.data.clear();
         },
         "has no elements"},
        {"T04_unused_empty", [](GgufBuilder& f) { f.add_tensor("extra", {4, 0}, test::kF32, {}); },
         "tensor 'extra' has no place"},
        {"T29_left_over_bias", [](GgufBuilder& f) { f.add_random("blk.0.ffn_up.bias", {64}, 0.1f); },
         "tensor 'blk.0.ffn_up.bias' has no place"},
        {"T29_layer_too_many", [](GgufBuilder& f) { f.add_random("blk.1.attn_q.weight", {32, 32}, 0.1f); },
         "tensor 'blk.1.attn_q.weight' has no place"},
        {"T29_vision_tower", [](GgufBuilder& f) { f.add_random("v.blk.0.attn_q.weight", {8, 8}, 0.1f); }, ""},
        {"T25_norm_quantised",
         [](GgufBuilder& f) {
             auto& t = f.tensor("blk.0.attn_norm.weight");
             t.type = test::kQ8_0;
             t.data.resize(34);
         },
         "type Q8_0 is not allowed here"},
        reshape("T26_fewer_rows_than_tokens", "token_embd.weight", {32, 31}, "has 31 rows, expected at least 32"),
        {"T26_more_rows_than_tokens",
         [](GgufBuilder& f) {
             f.remove_tensor("token_embd.weight").add_random("token_embd.weight", {32, 40}, 0.1f);
             f.remove_tensor("output.weight").add_random("output.weight", {32, 40}, 0.1f);
         },
         ""},
        reshape("T34_rope_freqs_length", "rope_freqs.weight", {15}, "has shape [15], expected [16]"),
        {"T34_rope_freqs_zero",
         [](GgufBuilder& f) { f.add_tensor("rope_freqs.weight", {16}, test::kF32, test::Bytes(64)); },
         "rope_freqs.weight' holds 0 at 0"},
    };
    for (const std::uint32_t layers : {0u, 1025u, 0x7FFFFFFFu})
        all.push_back(
            set_key("K23_layers_" + std::to_string(layers), "llama.block_count", layers, "block_count must be"));
    all.push_back(
        {"K24_heads_0", [](GgufBuilder& f) { f.set("llama.attention.head_count", 0u); }, "attention.head_count"});
    all.push_back({"K24_kv_heads_0", [](GgufBuilder& f) { f.set("llama.attention.head_count_kv", 0u); },
                   "attention.head_count_kv"});
    all.push_back({"K24_kv_above_heads", [](GgufBuilder& f) { f.set("llama.attention.head_count_kv", 2u); },
                   "attention.head_count"});
    all.push_back(
        {"K24_not_a_multiple",
         [](GgufBuilder& f) { f.set("llama.attention.head_count", 8u).set("llama.attention.head_count_kv", 3u); },
         "attention.head_count must be a multiple"});
    const std::pair<const char*, float> not_positive[] = {{"nan", NAN}, {"inf", kInf}, {"0", 0.0f}, {"minus_1", -1.0f}};
    for (const auto& [name, value] : not_positive) {
        all.push_back(
            set_key(std::string("K16_rope_base_") + name, "llama.rope.freq_base", value, "rope.freq_base must be"));
        all.push_back(set_key(std::string("K16_eps_") + name, "llama.attention.layer_norm_rms_epsilon", value,
                              "layer_norm_rms_epsilon must be"));
    }
    all.push_back(
        set_key("K16_eps_1e30", "llama.attention.layer_norm_rms_epsilon", 1e30f, "layer_norm_rms_epsilon must be"));
    return all;
}

class HostileModel : public ::testing::TestWithParam<Case> {};

TEST_P(HostileModel, LoadsOrSaysWhy) {
    GgufBuilder builder = test::base_model();
    GetParam().spoil(builder);
    const test::TempDir dir;
    builder.write(dir / "bad.gguf");

    const auto file = gguf::File::open(dir / "bad.gguf");
    ASSERT_TRUE(file) << file.error().text;
    const auto model = Model::load(*file);
    if (GetParam().error.empty()) {
        EXPECT_TRUE(model) << model.error().text;
        return;
    }
    ASSERT_FALSE(model);
    const std::string& text = model.error().text;
    EXPECT_NE(text.find(GetParam().error), std::string::npos) << text;
    EXPECT_TRUE(text.starts_with("bad.gguf: ")) << text;
    EXPECT_LT(text.size(), 400u) << "a hostile file must not fill the screen";
}

INSTANTIATE_TEST_SUITE_P(Catalogue, HostileModel, ::testing::ValuesIn(cases()),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace vibrant
