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

// Logits of every position through the engine, in batches of `batch` where the ring allows it.
std::vector<float> engine_logits(const Model& model, std::span<const TokenId> ids, std::uint32_t capacity,
                                 std::uint32_t pinned, std::uint32_t batch, int threads = 1) {
    ThreadTeam team(threads);
    Profiler profiler;
    const OpContext ctx{team, kernels(), profiler, {}};
    KvRing kv = *KvRing::create(model.kv_shape(capacity, KvType::kF32));
    kv.set_pinned(pinned);
    Activations act =
        *Activations::create(model.hyperparams(), model.activations_shape(batch, threads, true, capacity));
    std::vector<float> all;
    for (std::size_t done = 0; done < ids.size();) {
        const std::uint32_t n = kv.max_append(std::min(batch, static_cast<std::uint32_t>(ids.size() - done)));
        EXPECT_TRUE(model.forward(ctx, ops::Phase::kReference, ids.subspan(done, n), n, [](std::uint32_t) {}, kv, act));
        for (std::size_t b = 0; b < n; ++b) {
            model.logits(ctx, ops::Phase::kReference, b, model.hyperparams().n_vocab, act);
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
                                           Shape{"qwen2_one_head", "qwen2", 1, 1, 1, 32, true, true, false, false}),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(Model, CancelledForwardLeavesTheCacheAsItWas) {
    const test::TempDir dir;
    test::base_model().write(dir.path() / "model.gguf");
    const auto model = *Model::load(*gguf::File::open(dir.path() / "model.gguf"));
    ThreadTeam team(2);
    Profiler profiler;
    std::stop_source stop;
    KvRing kv = *KvRing::create(model->kv_shape(32, KvType::kF16));
    Activations act = *Activations::create(model->hyperparams(), model->activations_shape(8, 2, false, 32));
    const std::vector<TokenId> ids = some_ids(8);
    const OpContext ctx{team, kernels(), profiler, stop.get_token()};
    ASSERT_TRUE(model->forward(ctx, ops::Phase::kPrefill, ids, ids.size(), [](std::uint32_t) {}, kv, act));
    stop.request_stop();
    EXPECT_FALSE(model->forward(ctx, ops::Phase::kPrefill, ids, ids.size(), [](std::uint32_t) {}, kv, act));
    EXPECT_EQ(kv.end(), 8u);
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
        KvRing kv = *KvRing::create(model->kv_shape(128, KvType::kF16));
        Activations act = *Activations::create(model->hyperparams(), model->activations_shape(8, 2, false, 128));
        for (const TokenId id : some_ids(100)) {
            const std::uint64_t before = team.runs();
            ASSERT_TRUE(model->forward(ctx, ops::Phase::kDecode, {&id, 1}, 1, [](std::uint32_t) {}, kv, act));
            model->logits(ctx, ops::Phase::kDecode, 0, model->hyperparams().n_vocab, act);
            ASSERT_LE(team.runs() - before, 5u * n_layers + 1) << "at depth " << kv.end();
        }
    }
}

}  // namespace
}  // namespace vibrant
