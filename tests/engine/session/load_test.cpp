// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// From a path to a model: progress, cancel, errors, and what is said about a model before anything is allocated for it.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/model/plan.h"
#include "tests/engine/session/session_fixture.h"

namespace vibrant {
namespace {

using LoadTest = test::BaseModelTest;
using Phase = LoadProgress::Phase;

TEST_F(LoadTest, ReportsItsPhasesInOrderAndEndsWithTheWholeFile) {
    std::vector<LoadProgress> seen;
    ASSERT_TRUE(load_model(path(), [&](const LoadProgress& p) { seen.push_back(p); }));
    ASSERT_GE(seen.size(), 4u);
    EXPECT_EQ(seen.front().phase, Phase::kOpening);
    EXPECT_EQ(seen[1].phase, Phase::kVocabulary);
    for (std::size_t i = 1; i < seen.size(); ++i) EXPECT_GE(seen[i].done_bytes, seen[i - 1].done_bytes);
    EXPECT_EQ(seen.back().phase, Phase::kWeights);
    EXPECT_EQ(seen.back().done_bytes, std::filesystem::file_size(path()));
    EXPECT_EQ(seen.back().total_bytes, std::filesystem::file_size(path()));
}

TEST_F(LoadTest, CanBeCancelledInEveryPhase) {
    for (const Phase phase : {Phase::kOpening, Phase::kVocabulary, Phase::kWeights}) {
        std::stop_source stop;
        const auto cancel_there = [&](const LoadProgress& p) {
            if (p.phase == phase) stop.request_stop();
        };
        const auto loaded = load_model(path(), cancel_there, stop.get_token());
        ASSERT_FALSE(loaded);
        EXPECT_EQ(loaded.error().code, ErrorCode::kCancelled);
        EXPECT_EQ(loaded.error().text, "base.gguf: loading was cancelled");
    }
}

TEST_F(LoadTest, OpensWithoutReadingWeights) {
    const auto file = gguf::File::open(path());
    ASSERT_TRUE(file);
    const auto opened = open_model(*file);
    ASSERT_TRUE(opened) << opened.error().text;
    EXPECT_EQ(summarize(**opened).name, summarize(*model).name);
    EXPECT_EQ(memory_need(**opened, 64, Fidelity::kDefault).kv_bytes,
              memory_need(*model, 64, Fidelity::kDefault).kv_bytes);
}

TEST_F(LoadTest, AsksBeforeItReadsWeights) {
    std::vector<LoadProgress> seen;
    const auto watch = [&](const LoadProgress& p) { seen.push_back(p); };
    std::size_t asked = 0;
    const auto admit = [&](const LoadedModel& opened) {
        ++asked;
        EXPECT_EQ(seen.back().phase, Phase::kVocabulary);
        return check_room(opened, 64, Fidelity::kDefault);
    };
    EXPECT_TRUE(load_model(path(), watch, {}, admit));
    EXPECT_EQ(asked, 1u);
    EXPECT_EQ(seen.back().phase, Phase::kWeights);

    seen.clear();
    const auto refused = load_model(path(), watch, {}, [](const LoadedModel& opened) -> Status {
        return opened.file->error(ErrorCode::kOutOfMemory, "no room");
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().text, "base.gguf: no room");
    EXPECT_EQ(seen.back().phase, Phase::kVocabulary) << "no weight was read";
}

TEST_F(LoadTest, ARefusalForLackOfRoomHasTheFigures) {
    // Eight layers of 1024-wide heads: 2^24 positions in f32 take 1 TiB.
    auto file = test::base_model();
    file.set("llama.block_count", 8u).add("llama.attention.key_length", 1024u);
    file.add("llama.attention.value_length", 1024u).set("llama.rope.dimension_count", 32u);
    std::erase_if(file.tensors, [](const auto& t) { return t.name.starts_with("blk."); });
    for (int i = 0; i < 8; ++i) {
        const std::string b = "blk." + std::to_string(i) + ".";
        file.add_random(b + "attn_norm.weight", {32}, 0.1f, 1.0f).add_random(b + "ffn_norm.weight", {32}, 0.1f, 1.0f);
        for (const char* name : {"attn_q.weight", "attn_k.weight", "attn_v.weight"})
            file.add_random(b + name, {32, 1024}, 0.1f);
        file.add_random(b + "attn_output.weight", {1024, 32}, 0.1f).add_random(b + "ffn_gate.weight", {32, 64}, 0.1f);
        file.add_random(b + "ffn_up.weight", {32, 64}, 0.1f).add_random(b + "ffn_down.weight", {64, 32}, 0.1f);
    }
    file.write(dir / "wide.gguf");
    const auto wide = test::must_load(dir / "wide.gguf");
    ASSERT_TRUE(wide);
    EXPECT_TRUE(check_room(*wide, 0, Fidelity::kDefault));
    const Status refused = check_room(*wide, kMaxTrainedContext, Fidelity::kReference);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kOutOfMemory);
    EXPECT_TRUE(refused.error().text.starts_with("wide.gguf: needs ")) << refused.error().text;
    EXPECT_NE(refused.error().text.find("for a context of 16777216 tokens), "), std::string::npos);
    EXPECT_TRUE(refused.error().text.ends_with(" are free")) << refused.error().text;
}

TEST_F(LoadTest, NamesTheKeysThatNothingReads) {
    EXPECT_TRUE(summarize(*model).unread_keys.empty()) << summarize(*model).unread_keys.front();
    auto file = test::base_model();
    file.add("llama.attention.temperature_length", 8192u).add("tokenizer.ggml.surprise", 0u);
    file.add("general.organization", "somebody");
    file.write(dir / "more.gguf");
    EXPECT_EQ(summarize(*test::must_load(dir / "more.gguf")).unread_keys,
              (std::vector<std::string>{"llama.attention.temperature_length", "tokenizer.ggml.surprise"}));
}

TEST_F(LoadTest, SaysWhatIsWrongWithThePath) {
    const auto missing = load_model(dir / "nothing.gguf");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
    const auto folder = load_model(dir.path());
    ASSERT_FALSE(folder);
    EXPECT_NE(folder.error().text.find("not a regular file"), std::string::npos) << folder.error().text;
}

TEST_F(LoadTest, SummarisesForPeople) {
    const ModelSummary s = summarize(*model);
    EXPECT_EQ(s.name, "Base");
    EXPECT_EQ(s.architecture, "llama");
    EXPECT_EQ(s.quantisation, "F32");
    EXPECT_EQ(s.n_layers, 1u);
    EXPECT_EQ(s.embedding, 32u);
    EXPECT_EQ(s.head_dim, 32u);
    EXPECT_EQ(s.vocabulary, 32u);
    EXPECT_EQ(s.trained_context, 64u);
    EXPECT_EQ(s.n_parameters, 32u * 32 * 2 + 4 * 32 * 32 + 3 * 32 * 64 + 3 * 32);
    EXPECT_EQ(s.bytes_per_token, 4u * (32 * 32 + 4 * 32 * 32 + 3 * 32 * 64) + 4 * 32)
        << "the head, the layers, one embedding row";
    EXPECT_FALSE(s.has_chat_template);
    EXPECT_FALSE(s.notice.empty()) << "without a template the user is told that a plain format is used";
}

TEST_F(LoadTest, NamesComeFromTheFileAsPlainText) {
    auto file = test::base_model();
    file.set("general.name", "evil\x1b[31m\u202e<img src='x'>" + std::string(300, 'n'));
    file.write(dir / "evil.gguf");
    const std::string name = summarize(*test::must_load(dir / "evil.gguf")).name;
    EXPECT_TRUE(name.starts_with("evil\\u{001B}[31m\\u{202E}<img")) << name;
    EXPECT_LT(name.size(), 120u);
    EXPECT_TRUE(name.ends_with("…"));

    file.remove("general.name").write(dir / "my-model.gguf");
    EXPECT_EQ(summarize(*test::must_load(dir / "my-model.gguf")).name, "my-model");
    file.add("general.file_type", std::uint32_t{15}).write(dir / "my-model.gguf");
    EXPECT_EQ(summarize(*test::must_load(dir / "my-model.gguf")).quantisation, "Q4_K_M");
}

TEST_F(LoadTest, MemoryNeedIsWhatASessionTakes) {
    for (const Fidelity fidelity : {Fidelity::kDefault, Fidelity::kReference}) {
        const MemoryNeed need = memory_need(*model, 1000, fidelity);
        EXPECT_EQ(need.kv_bytes, 2u * 1000 * 32 * (fidelity == Fidelity::kReference ? 4 : 2));
        const auto session = test::must_create(model, {.context = 1000, .fidelity = fidelity});
        const SessionMemory memory = session->memory();
        EXPECT_GE(memory.kv_bytes, need.kv_bytes);
        EXPECT_LT(memory.kv_bytes, need.kv_bytes + 4096) << "page rounding only";
        EXPECT_GE(memory.buffer_bytes, need.buffer_bytes);
        EXPECT_LT(memory.buffer_bytes, need.buffer_bytes + 4096);
        EXPECT_EQ(memory.mapped_bytes, std::filesystem::file_size(path()));
    }
    // Rows of 32 bytes and a scale.
    EXPECT_EQ(memory_need(*model, 1000, Fidelity::kDefault, KvType::kInt8).kv_bytes, 2u * 1000 * (32 + 4));
    EXPECT_EQ(memory_need(*model, 1000, Fidelity::kReference, KvType::kInt8).kv_bytes, 2u * 1000 * 32 * 4);
    EXPECT_EQ(default_context(*model, Fidelity::kDefault), 64u) << "never more than the model was trained for";
}

TEST_F(LoadTest, TheCostOfAContextIsAValue) {
    const StateCost cost = state_cost(*model, Fidelity::kDefault);
    EXPECT_EQ(cost.shares, (std::vector<StateCost::Share>{{2u * 32 * 2, StateCost::kWholeContext}}));
    auto file = test::base_model();
    file.set("llama.context_length", 8192u).add("llama.attention.sliding_window", 100u);
    file.write(dir / "sliding.gguf");
    const auto sliding = test::must_load(dir / "sliding.gguf");
    const std::uint32_t kept = 100 + kMaxBatch - 1;
    EXPECT_EQ(state_cost(*sliding, Fidelity::kDefault).shares, (std::vector<StateCost::Share>{{2u * 32 * 2, kept}}));
    for (const auto& of : {model, sliding}) {
        for (const KvType type : {KvType::kF16, KvType::kInt8}) {
            const StateCost each = state_cost(*of, Fidelity::kDefault, type);
            for (const std::uint32_t context : {1u, 64u, kept - 1, kept, kept + 1, 8192u})
                EXPECT_EQ(each.bytes(context), memory_need(*of, context, Fidelity::kDefault, type).kv_bytes) << context;
        }
    }
    EXPECT_EQ(state_cost(*model, Fidelity::kReference, KvType::kInt8).bytes(10), 10u * 2 * 32 * 4);
}

TEST_F(LoadTest, TheDefaultContextIsWhatHalfOfTheMemoryHolds) {
    const StateCost even{.fixed_bytes = 1000, .shares = {{100, StateCost::kWholeContext}}};
    EXPECT_EQ(default_context(even, 1 << 20, 1ull << 40), 16384u) << "never more than suits";
    EXPECT_EQ(default_context(even, 300, 1ull << 40), 300u) << "nor than the model was trained for";
    EXPECT_EQ(default_context(even, 1 << 20, 2 * (1000 + 100 * 5000)), 5000u);
    EXPECT_EQ(default_context(even, 1 << 20, 2 * (1000 + 100 * 5000) - 1), 4999u);
    EXPECT_EQ(default_context(even, 1 << 20, 0), 256u);
    EXPECT_EQ(default_context(even, 100, 0), 100u);
    const StateCost windows{.shares = {{900, 611}, {100, StateCost::kWholeContext}}};
    EXPECT_EQ(default_context(windows, 1 << 20, 2 * (900 * 611 + 100 * 5000)), 5000u);
    EXPECT_EQ(default_context(windows, 1 << 20, 2 * 1000 * 600), 600u);
}

TEST_F(LoadTest, AHugeContextIsRefusedWithTheNumbers) {
    auto file = test::base_model();
    file.set("llama.context_length", 0xFFFFFFFFu).set("llama.block_count", 1u);
    file.write(dir / "huge.gguf");
    const auto huge = test::must_load(dir / "huge.gguf");
    EXPECT_LE(default_context(*huge, Fidelity::kDefault), 16384u) << "never allocated from what a file claims";
}

TEST_F(LoadTest, SessionOptionsAreClampedToWhatExists) {
    const auto session = test::must_create(model, {.context = 1, .threads = 100000, .prefill_chunk = 0});
    EXPECT_EQ(session->context_size(), 2u);
    EXPECT_LE(session->threads(), 256);
    EXPECT_GE(test::must_create(model)->threads(), 1);
}

}  // namespace
}  // namespace vibrant
