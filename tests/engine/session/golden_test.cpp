// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The whole engine against results it did not make: logits of an independent float64 implementation for every quant type,
// and the published text of a trained model.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <format>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/engine/session/session_fixture.h"

namespace vibrant {
namespace {

namespace fs = std::filesystem;
using test::must_create;
using test::must_load;
using test::test_data;

// Largest absolute difference of a logit, and mean KL divergence of the next-token distribution, to the reference.
constexpr double kReferenceMaxDifference = 1e-4, kReferenceMeanKl = 1e-9;  // f32 activations, f32 KV cache
constexpr double kDecodeMeanKl = 1e-5;                                     // 16-bit activations, f16 KV cache
constexpr double kInt8KvMeanKl = 1e-3;                                     // the same over an 8-bit KV cache
constexpr double kPrefillMeanKl = 3e-3;  // 8-bit activations; the random weights of these models exaggerate it

std::string read_text(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<TokenId> golden_ids() {
    std::vector<TokenId> ids;
    std::istringstream in(read_text(test_data() / "golden/ids.txt"));
    for (std::string id; std::getline(in, id, ',');) ids.push_back(std::stoi(id));
    return ids;
}

std::vector<float> golden_logits(const fs::path& path) {
    const std::string bytes = read_text(path);
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

// KL(p || q) of two rows of logits, natural logarithm, in double.
double kl_divergence(std::span<const float> p, std::span<const float> q) {
    const auto log_sum = [](std::span<const float> x) {
        const double max = *std::ranges::max_element(x);
        double sum = 0;
        for (const float v : x) sum += std::exp(v - max);
        return max + std::log(sum);
    };
    const double zp = log_sum(p), zq = log_sum(q);
    double kl = 0;
    for (std::size_t i = 0; i < p.size(); ++i) kl += std::exp(p[i] - zp) * ((p[i] - zp) - (q[i] - zq));
    return kl;
}

struct Difference {
    double max = 0, mean_kl = 0;
};

Difference compare(const fs::path& model_path, Fidelity fidelity, std::uint32_t batch, KvType kv = KvType::kF16) {
    const auto session =
        must_create(must_load(model_path), {.context = 64, .threads = 2, .fidelity = fidelity, .kv_type = kv});
    const std::vector<TokenId> ids = golden_ids();
    const std::vector<float> expected = golden_logits(fs::path(model_path).replace_extension(".f32"));
    const std::size_t n_vocab = expected.size() / ids.size();
    Difference worst;
    std::size_t rows = 0;
    const Status status = session->logits(ids, batch, [&](std::size_t position, std::span<const float> row) {
        ASSERT_EQ(row.size(), n_vocab);
        const std::span<const float> want(expected.data() + position * n_vocab, n_vocab);
        for (std::size_t i = 0; i < n_vocab; ++i)
            worst.max = std::max(worst.max, std::abs(static_cast<double>(row[i]) - want[i]));
        worst.mean_kl += kl_divergence(want, row) / static_cast<double>(ids.size());
        ++rows;
    });
    EXPECT_TRUE(status) << status.error().text;
    EXPECT_EQ(rows, ids.size());
    return worst;
}

class GoldenModel : public ::testing::TestWithParam<const char*> {};

TEST_P(GoldenModel, ReferencePrecisionMatchesFloat64) {
    VIBRANT_NEEDS_TEST_DATA();
    const fs::path model = test_data() / "golden/models" / (std::string(GetParam()) + ".gguf");
    for (const std::uint32_t batch : {1u, 48u}) {
        const Difference d = compare(model, Fidelity::kReference, batch);
        EXPECT_LE(d.max, kReferenceMaxDifference) << "batch " << batch;
        EXPECT_LE(d.mean_kl, kReferenceMeanKl) << "batch " << batch;
        RecordProperty(batch == 1 ? "max_batch_1" : "max_batch_48", std::format("{:.2e}", d.max));
        RecordProperty(batch == 1 ? "kl_batch_1" : "kl_batch_48", std::format("{:.2e}", d.mean_kl));
    }
}

TEST_P(GoldenModel, DefaultPrecisionStaysClose) {
    VIBRANT_NEEDS_TEST_DATA();
    const fs::path model = test_data() / "golden/models" / (std::string(GetParam()) + ".gguf");
    const Difference decode = compare(model, Fidelity::kDefault, 1), prefill = compare(model, Fidelity::kDefault, 48);
    EXPECT_LE(decode.mean_kl, kDecodeMeanKl);
    EXPECT_LE(prefill.mean_kl, kPrefillMeanKl);
    RecordProperty("kl_decode", std::format("{:.2e}", decode.mean_kl));
    RecordProperty("kl_prefill", std::format("{:.2e}", prefill.mean_kl));
}

TEST_P(GoldenModel, Int8CacheStaysClose) {
    VIBRANT_NEEDS_TEST_DATA();
    const fs::path model = test_data() / "golden/models" / (std::string(GetParam()) + ".gguf");
    const Difference decode = compare(model, Fidelity::kDefault, 1, KvType::kInt8);
    const Difference prefill = compare(model, Fidelity::kDefault, 48, KvType::kInt8);
    EXPECT_LE(decode.mean_kl, kInt8KvMeanKl);
    EXPECT_LE(prefill.mean_kl, kPrefillMeanKl);
    RecordProperty("kl_decode_int8_kv", std::format("{:.2e}", decode.mean_kl));
    RecordProperty("kl_prefill_int8_kv", std::format("{:.2e}", prefill.mean_kl));
}

constexpr const char* kGoldenModels[] = {"llama-Q4_K_M", "odd-Q4_K_M",   "qwen2-BF16",  "qwen2-F16",  "qwen2-F32",
                                         "qwen2-IQ4_NL", "qwen2-IQ4_XS", "qwen2-Q2_K",  "qwen2-Q3_K", "qwen2-Q4_0",
                                         "qwen2-Q4_1",   "qwen2-Q4_K_M", "qwen2-Q5_0",  "qwen2-Q5_1", "qwen2-Q5_K_M",
                                         "qwen2-Q6_K",   "qwen2-Q8_0",   "qwen3-Q4_K_M"};
INSTANTIATE_TEST_SUITE_P(AllTypes, GoldenModel, ::testing::ValuesIn(kGoldenModels), [](const auto& info) {
    std::string name = info.param;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST(Golden, ArchitecturesWeDoNotHaveAreRefusedByName) {
    VIBRANT_NEEDS_TEST_DATA();
    for (const char* name : {"qwen3moe"}) {
        const auto model = load_model(test_data() / "golden/models" / (std::string(name) + "-Q4_K_M.gguf"));
        ASSERT_FALSE(model);
        EXPECT_EQ(model.error().code, ErrorCode::kUnsupported);
        EXPECT_NE(model.error().text.find(name), std::string::npos) << model.error().text;
    }
}

TEST(Golden, Stories260KContinuesAsPublished) {
    VIBRANT_NEEDS_TEST_DATA();
    const auto model = must_load(test_data() / "models/stories260K.gguf");
    const std::string prompt = "Once upon a time";
    GenerationRequest request;
    if (model->tokenizer->add_bos()) request.ids.push_back(*model->tokenizer->bos());
    model->tokenizer->encode(prompt, SpecialTokens::kAsText, request.ids);
    request.max_tokens = 260;
    request.sampling.temperature = 0.0f;
    const std::string published = read_text(test_data() / "golden/stories260K.txt");
    for (const int threads : {1, 2}) {
        for (const Fidelity fidelity : {Fidelity::kDefault, Fidelity::kReference}) {
            test::RecordingSink sink;
            const auto out =
                must_create(model, {.context = 512, .threads = threads, .fidelity = fidelity})->generate(request, sink);
            ASSERT_TRUE(out) << out.error().text;
            const std::string text = prompt + out->text;
            const std::size_t n = std::min(text.size(), published.size());
            EXPECT_GE(text.size() + 2, published.size());
            EXPECT_EQ(text.substr(0, n), published.substr(0, n));
        }
    }
}

}  // namespace
}  // namespace vibrant
