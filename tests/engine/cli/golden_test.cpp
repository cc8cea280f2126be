// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// vibrant-cli against published results.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/engine/cli/run_cli.h"
#include "tests/support/json.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

namespace vibrant::test {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<float> floats_of(const std::filesystem::path& path) {
    const std::string bytes = bytes_of(path);
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

TEST(Golden, Stories260KContinuesAsPublished) {
    VIBRANT_NEEDS_TEST_DATA();
    const std::string prompt = "Once upon a time";
    const std::string published = bytes_of(test_data() / "golden/stories260K.txt");
    ASSERT_GT(published.size(), 500u);
    const CliArguments arguments = {"generate",      (test_data() / "models/stories260K.gguf").string(),
                                    "--prompt",      prompt,
                                    "--temperature", "0",
                                    "--max-tokens",  "260"};
    for (const CliArguments& more :
         {CliArguments{}, {"--threads", "1"}, {"--prefill-chunk", "1"}, {"--precision", "reference"}}) {
        CliArguments all = arguments;
        all.insert(all.end(), more.begin(), more.end());
        const CliRun run = run_cli(all);
        EXPECT_EQ(run.exit_code, 0) << run.err;
        // The published run stops at 256 positions, prompt included; ours goes on a little.
        EXPECT_EQ((prompt + run.out).substr(0, published.size()), published);
    }
}

TEST(Golden, LogitsOfTheReferencePrecision) {
    VIBRANT_NEEDS_TEST_DATA();
    const TempDir dir;
    std::string ids = bytes_of(test_data() / "golden/ids.txt");
    int models = 0;
    for (const auto& entry : std::filesystem::directory_iterator(test_data() / "golden/models")) {
        const std::filesystem::path model = entry.path();
        const std::string name = model.stem().string();
        if (model.extension() != ".gguf" || name.starts_with("qwen3moe")) continue;
        SCOPED_TRACE(name);
        const auto out = dir / name;
        const CliRun run =
            run_cli({"logits", model.string(), "--ids", ids, "--out", out.string(), "--precision", "reference"});
        ASSERT_EQ(run.exit_code, 0) << run.err;
        const auto ours = floats_of(out), expected = floats_of(std::filesystem::path(model).replace_extension(".f32"));
        ASSERT_EQ(ours.size(), expected.size());
        float worst = 0;
        for (std::size_t i = 0; i < ours.size(); ++i) worst = std::max(worst, std::abs(ours[i] - expected[i]));
        EXPECT_LE(worst, 1e-4f);
        ++models;
    }
    EXPECT_GE(models, 15);
}

// A spread of the 480 cases: the tokenizer's own test has them all, this is about what survives the
// command line.
TEST(Golden, TokensThroughTheCommandLine) {
    VIBRANT_NEEDS_TEST_DATA();
    const std::string vocabulary = (test_data() / "models/qwen2.5-vocab.gguf").string();
    std::ifstream cases(test_data() / "golden/qwen2.5-tokens.jsonl");
    std::string line;
    for (int n = 0; std::getline(cases, line); ++n) {
        if (n % 24 != 0) continue;
        const JsonValue expected = read_json(line);
        const std::string text = expected.at("text");
        if (text.find('\0') != std::string::npos) continue;  // cannot be an argument
        const CliRun run = run_cli({"tokenize", vocabulary, "--text", text, "--json"});
        ASSERT_EQ(run.exit_code, 0) << run.err;
        std::string ids;
        const JsonValue printed = read_json(run.out);
        ASSERT_EQ(printed.at("ids"), expected.at("ids")) << text;
        for (const JsonValue& id : printed.at("ids")) ids += (ids.empty() ? "" : ",") + std::to_string(id.get<long>());
        EXPECT_EQ(run_cli({"detokenize", vocabulary, "--ids", ids}).out, text);
    }
}

TEST(Golden, AVocabularyAloneCanBeInspected) {
    VIBRANT_NEEDS_TEST_DATA();
    const CliRun run = run_cli({"inspect", (test_data() / "models/qwen2.5-vocab.gguf").string(), "--json"});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(read_json(run.out).at("tensors"), JsonValue::array());
}

}  // namespace
}  // namespace vibrant::test
