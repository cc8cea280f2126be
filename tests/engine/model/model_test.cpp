// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The forward pass against a slow reference in double precision: shapes, architectures, and the ring past its capacity.

#include "engine/model/model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "engine/parallel/thread_team.h"
#include "tests/engine/model/reference_forward.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/temp_dir.h"

namespace vibrant {
namespace {

// f32 against double over a handful of layers of width 32..64: rounding alone, far below what any token feels.
constexpr double kLogitsTolerance = 2e-5;

struct Shape {
    const char* name;
    const char* architecture;
    std::uint32_t n_layers, n_heads, n_kv_heads, head_dim;
    bool biases, tied, key_length, rope_freqs;
};

// A file of this shape with random F32 weights and base_model()'s tokenizer.
test::GgufBuilder random_model(const Shape& s) {
    constexpr std::uint32_t kEmbd = 32, kFf = 48, kVocab = 40;  // 8 rows more than tokens: a padded vocabulary
    test::GgufBuilder f = test::base_model();
    f.tensors.clear();
    std::erase_if(f.entries, [](const auto& e) { return e.key.starts_with("llama."); });
    f.set("general.architecture", s.architecture);
    const std::string a = std::string(s.architecture) + ".";
    f.add(a + "block_count", s.n_layers).add(a + "context_length", 128u).add(a + "embedding_length", kEmbd);
    f.add(a + "feed_forward_length", kFf).add(a + "attention.head_count", s.n_heads);
    f.add(a + "attention.head_count_kv", s.n_kv_heads).add(a + "attention.layer_norm_rms_epsilon", 1e-5f);
    f.add(a + "rope.freq_base", 5000.0f);
    if (s.key_length) f.add(a + "attention.key_length", s.head_dim).add(a + "attention.value_length", s.head_dim);
    const std::uint32_t q = s.n_heads * s.head_dim, kv = s.n_kv_heads * s.head_dim;
    f.add_random("token_embd.weight", {kEmbd, kVocab}, 1.0f).add_random("output_norm.weight", {kEmbd}, 0.2f, 1.0f);
    if (!s.tied) f.add_random("output.weight", {kEmbd, kVocab}, 0.5f);
    if (s.rope_freqs) f.add_random("rope_freqs.weight", {s.head_dim / 2}, 0.9f, 2.0f);
    for (std::uint32_t i = 0; i < s.n_layers; ++i) {
        const std::string b = "blk." + std::to_string(i) + ".";
        f.add_random(b + "attn_norm.weight", {kEmbd}, 0.2f, 1.0f)
            .add_random(b + "ffn_norm.weight", {kEmbd}, 0.2f, 1.0f);
        f.add_random(b + "attn_q.weight", {kEmbd, q}, 0.4f).add_random(b + "attn_k.weight", {kEmbd, kv}, 0.4f);
        f.add_random(b + "attn_v.weight", {kEmbd, kv}, 0.4f).add_random(b + "attn_output.weight", {q, kEmbd}, 0.2f);
        f.add_random(b + "ffn_gate.weight", {kEmbd, kFf}, 0.3f).add_random(b + "ffn_up.weight", {kEmbd, kFf}, 0.3f);
        f.add_random(b + "ffn_down.weight", {kFf, kEmbd}, 0.2f);
        if (std::string_view(s.architecture) == "qwen3") {
            f.add_random(b + "attn_q_norm.weight", {s.head_dim}, 0.3f, 1.0f);
            f.add_random(b + "attn_k_norm.weight", {s.head_dim}, 0.3f, 1.0f);
        }
        if (s.biases) {
            f.add_random(b + "attn_q.bias", {q}, 1.0f).add_random(b + "attn_k.bias", {kv}, 1.0f);
            f.add_random(b + "attn_v.bias", {kv}, 1.0f);
        }
    }
    return f;
}

std::vector<TokenId> some_ids(std::size_t n) {
    std::vector<TokenId> ids(n);
    for (std::size_t i = 0; i < n; ++i) ids[i] = static_cast<TokenId>(3 + (i * i * 7 + i) % 29);
    return ids;
}

Sequence must_create(const Model& model, std::uint32_t capacity, KvType type) {
    auto sequence = Sequence::create(model.plan().state_shapes(capacity, type), capacity);
    EXPECT_TRUE(sequence) << sequence.error().text;
    return std::move(*sequence);
}

// Logits of every position through the engine, in batches of `batch` where the sequence allows it.
std::vector<float> engine_logits(const Model& model, std::span<const TokenId> ids, std::uint32_t capacity,
                                 std::uint32_t pinned, std::uint32_t batch, int threads = 1) {
    constexpr ops::Precision kF32 = ops::Precision::kF32;
    ThreadTeam team(threads);
    Profiler profiler;
    const OpContext ctx{team, kernels(), profiler, {}};
    Sequence sequence = must_create(model, capacity, KvType::kF32);
    sequence.set_pinned(pinned);
    Activations act = *Activations::create(model.plan(), model.activations_shape(batch, threads, true, capacity));
    const std::size_t width = model.plan().n_embd;
    std::vector<float> all;
    for (std::size_t done = 0; done < ids.size();) {
        const std::uint32_t n = sequence.max_append(std::min(batch, static_cast<std::uint32_t>(ids.size() - done)));
        EXPECT_TRUE(model.forward(
            ctx, kF32, sequence, ids.subspan(done, n), n, [](std::uint32_t) {}, act.x.first(n * width), act));
        for (std::size_t b = 0; b < n; ++b) {
            model.logits(ctx, kF32, act.x.data() + b * width, model.plan().n_vocab, act);
            all.insert(all.end(), act.logits.begin(), act.logits.end());
        }
        done += n;
    }
    return all;
}

double max_difference(std::span<const float> a, std::span<const double> b) {
    EXPECT_EQ(a.size(), b.size());
    double worst = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) worst = std::max(worst, std::abs(a[i] - b[i]));
    return worst;
}

class ModelShapes : public ::testing::TestWithParam<Shape> {
  protected:
    std::shared_ptr<const Model> load() {
        const auto path = dir_.path() / "model.gguf";
        random_model(GetParam()).write(path);
        file_ = *gguf::File::open(path);
        auto model = Model::load(file_);
        EXPECT_TRUE(model) << model.error().text;
        return *model;
    }
    test::TempDir dir_;
    std::shared_ptr<const gguf::File> file_;
};

TEST_P(ModelShapes, LogitsMatchTheSlowReference) {
    const auto model = load();
    const std::vector<TokenId> ids = some_ids(21);
    const auto expected = test::reference_logits(*file_, ids, [](std::size_t, std::size_t) { return true; });
    EXPECT_LE(max_difference(engine_logits(*model, ids, 64, 0, 16), expected), kLogitsTolerance);
}

TEST_P(ModelShapes, ARingPastItsCapacityEqualsAMaskedReference) {
    const auto model = load();
    const std::vector<TokenId> ids = some_ids(50);
    for (const auto& [capacity, pinned] : {std::pair{16u, 0u}, {16u, 5u}, {7u, 6u}, {33u, 1u}}) {
        const auto expected = test::reference_logits(
            *file_, ids, [&](std::size_t q, std::size_t p) { return p < pinned || p + capacity - pinned > q; });
        EXPECT_LE(max_difference(engine_logits(*model, ids, capacity, pinned, 8), expected), kLogitsTolerance)
            << "capacity " << capacity << ", pinned " << pinned;
    }
}

TEST_P(ModelShapes, ThreadsAndBatchesDoNotChangeABit) {
    const auto model = load();
    const std::vector<TokenId> ids = some_ids(40);
    const auto expected = engine_logits(*model, ids, 64, 0, 1, 1);
    for (const int threads : {1, 2, 4})
        for (const std::uint32_t batch : {1u, 3u, 7u, 40u})
            EXPECT_EQ(engine_logits(*model, ids, 64, 0, batch, threads), expected)
                << threads << " threads, batch " << batch;
}

INSTANTIATE_TEST_SUITE_P(Shapes, ModelShapes,
                         ::testing::Values(Shape{"llama", "llama", 2, 4, 4, 8, false, false, false, false},
                                           Shape{"llama_gqa_tied_freqs", "llama", 1, 4, 2, 8, false, true, false, true},
                                           Shape{"llama_biases_wide_heads", "llama", 2, 3, 1, 16, true, false, true,
                                                 false},
                                           Shape{"qwen2", "qwen2", 2, 4, 2, 8, true, true, false, false},
                                           Shape{"qwen2_group_7", "qwen2", 1, 7, 1, 6, true, false, true, false},
                                           Shape{"qwen2_group_5", "qwen2", 3, 5, 1, 10, true, false, true, false},
                                           Shape{"qwen3", "qwen3", 2, 4, 2, 16, false, true, true, false},
                                           Shape{"qwen2_one_head", "qwen2", 1, 1, 1, 32, true, true, false, false}),
                         [](const auto& info) { return std::string(info.param.name); });

// Heads, feed-forward widths and windows of their own in every layer, as arrays in the metadata.
test::GgufBuilder uneven_model() {
    constexpr std::uint32_t kEmbd = 32, kHeadDim = 8;
    const std::vector<std::uint32_t> heads = {4, 2, 6}, kv_heads = {2, 2, 1}, n_ff = {48, 32, 64}, windows = {0, 5, 3};
    test::GgufBuilder f = random_model({"uneven", "qwen2", 3, 4, 2, kHeadDim, true, false, true, false});
    f.set_array("qwen2.attention.head_count", heads).set_array("qwen2.attention.head_count_kv", kv_heads);
    f.set_array("qwen2.feed_forward_length", n_ff).set_array("qwen2.attention.sliding_window", windows);
    for (std::uint32_t i = 0; i < 3; ++i) {
        const std::string b = "blk." + std::to_string(i) + ".";
        const std::uint32_t q = heads[i] * kHeadDim, kv = kv_heads[i] * kHeadDim;
        for (const char* name : {"attn_q.weight", "attn_k.weight", "attn_v.weight", "attn_output.weight", "attn_q.bias",
                                 "attn_k.bias", "attn_v.bias", "ffn_gate.weight", "ffn_up.weight", "ffn_down.weight"})
            f.remove_tensor(b + name);
        f.add_random(b + "attn_q.weight", {kEmbd, q}, 0.4f).add_random(b + "attn_k.weight", {kEmbd, kv}, 0.4f);
        f.add_random(b + "attn_v.weight", {kEmbd, kv}, 0.4f).add_random(b + "attn_output.weight", {q, kEmbd}, 0.2f);
        f.add_random(b + "attn_q.bias", {q}, 1.0f).add_random(b + "attn_k.bias", {kv}, 1.0f);
        f.add_random(b + "attn_v.bias", {kv}, 1.0f).add_random(b + "ffn_gate.weight", {kEmbd, n_ff[i]}, 0.3f);
        f.add_random(b + "ffn_up.weight", {kEmbd, n_ff[i]}, 0.3f);
        f.add_random(b + "ffn_down.weight", {n_ff[i], kEmbd}, 0.2f);
    }
    return f;
}

TEST(Model, LayersThatDifferMatchTheSlowReference) {
    const test::TempDir dir;
    uneven_model().write(dir.path() / "model.gguf");
    const auto file = *gguf::File::open(dir.path() / "model.gguf");
    const auto model = Model::load(file);
    ASSERT_TRUE(model) << model.error().text;
    const std::vector<TokenId> ids = some_ids(40);
    const auto expected = test::reference_logits(*file, ids, [](std::size_t, std::size_t) { return true; });
    const auto one_by_one = engine_logits(**model, ids, 64, 0, 1);
    EXPECT_LE(max_difference(one_by_one, expected), kLogitsTolerance);
    for (const std::uint32_t batch : {3u, 7u, 40u})
        for (const int threads : {1, 3}) EXPECT_EQ(engine_logits(**model, ids, 64, 0, batch, threads), one_by_one);
}

TEST(Model, AWindowKeepsItsOwnLengthInTheCache) {
    const test::TempDir dir;
    uneven_model().write(dir.path() / "model.gguf");
    const auto model = *Model::load(*gguf::File::open(dir.path() / "model.gguf"));
    const auto shapes = model->plan().state_shapes(4096, KvType::kF16);
    EXPECT_EQ(std::get<AttentionShape>(shapes[0]).length, 4096u);
    EXPECT_EQ(std::get<AttentionShape>(shapes[1]).length, 5u + kMaxBatch - 1);
    EXPECT_EQ(std::get<AttentionShape>(shapes[2]).window, 3u);
    const auto summary = model->plan().summary(KvType::kF16);
    EXPECT_EQ(summary[1].window, 5u);
    EXPECT_EQ(summary[1].kv_bytes_per_token, 2u * 2 * 8 * 2);
}

TEST(Model, CancelledForwardLeavesTheCacheAsItWas) {
    const test::TempDir dir;
    test::base_model().write(dir.path() / "model.gguf");
    const auto model = *Model::load(*gguf::File::open(dir.path() / "model.gguf"));
    ThreadTeam team(2);
    Profiler profiler;
    std::stop_source stop;
    Sequence sequence = must_create(*model, 32, KvType::kF16);
    Activations act = *Activations::create(model->plan(), model->activations_shape(8, 2, false, 32));
    const std::vector<TokenId> ids = some_ids(8);
    const OpContext ctx{team, kernels(), profiler, stop.get_token()};
    const auto forward = [&] {
        return model->forward(
            ctx, ops::Precision::kAct8, sequence, ids, ids.size(), [](std::uint32_t) {},
            act.x.first(ids.size() * model->plan().n_embd), act);
    };
    ASSERT_TRUE(forward());
    stop.request_stop();
    EXPECT_FALSE(forward());
    EXPECT_EQ(sequence.position(), 8u);
    EXPECT_EQ(sequence.ids().size(), 8u);
}

// A run of the team is a point where all members meet: half a microsecond at best, a wake-up at worst.
TEST(Model, ADecodedTokenNeedsFiveRunsPerLayerAndOneForTheHead) {
    const test::TempDir dir;
    for (const std::uint32_t n_layers : {1u, 2u, 5u}) {
        random_model({"runs", "qwen2", n_layers, 4, 2, 8, true, true, false, false}).write(dir.path() / "model.gguf");
        const auto model = *Model::load(*gguf::File::open(dir.path() / "model.gguf"));
        ThreadTeam team(2);
        Profiler profiler;
        const OpContext ctx{team, kernels(), profiler, {}};
        Sequence sequence = must_create(*model, 128, KvType::kF16);
        Activations act = *Activations::create(model->plan(), model->activations_shape(8, 2, false, 128));
        const std::span<float> x = act.x.first(model->plan().n_embd);
        for (const TokenId id : some_ids(100)) {
            const std::uint64_t before = team.runs();
            ASSERT_TRUE(
                model->forward(ctx, ops::Precision::kAct16, sequence, {&id, 1}, 1, [](std::uint32_t) {}, x, act));
            model->logits(ctx, ops::Precision::kAct16, x.data(), model->plan().n_vocab, act);
            ASSERT_LE(team.runs() - before, 5u * n_layers + 1) << "at depth " << sequence.position();
        }
    }
}

}  // namespace
}  // namespace vibrant
