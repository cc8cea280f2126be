// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Every subcommand on the smallest model that generates: what it prints, and the keys that scripts
// rely on.

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/engine/cli/commands_fixture.h"

namespace vibrant::test {
namespace {

TEST_F(Commands, HelpListsEverything) {
    const CliRun run = run_cli({"--help"});
    EXPECT_EQ(run.exit_code, 0);
    for (const char* name : {"inspect", "tokenize", "detokenize", "logits", "generate", "chat", "bench", "profile",
                             "calibrate", "perplexity"}) {
        EXPECT_NE(run.out.find(name), std::string::npos) << name;
        const CliRun help = run_cli({name, "-h"});
        EXPECT_EQ(help.exit_code, 0);
        EXPECT_NE(help.out.find("Usage:"), std::string::npos) << name;
        EXPECT_TRUE(help.err.empty());
    }
    EXPECT_EQ(run_cli({"--version"}).exit_code, 0);
}

TEST_F(Commands, WrongUsageIsTwo) {
    const CliArguments wrong[] = {
        {},
        {"nonsense"},
        {"inspect"},
        {"inspect", model(), "--nonsense"},
        {"tokenize", model()},
        {"tokenize", model(), "--text", "a", "--file", "b"},
        {"detokenize", model()},
        {"logits", model(), "--ids", "1"},
        {"generate", model()},
        {"generate", model(), "--prompt", "a", "--threads", "many"},
        {"generate", model(), "--prompt", "a", "--threads", "-1"},
        {"generate", model(), "--prompt", "a", "--max-tokens", "-5"},
        {"logits", model(), "--ids", "1", "--out", "x", "--precision", "double"},
        {"bench", model(), "--repeat", "0"},
        {"perplexity", model(), "--file", "x", "--against", "everybody"},
        {"inspect", model(), "--kernels"},
    };
    for (const CliArguments& arguments : wrong) {
        const CliRun run = run_cli(arguments);
        EXPECT_EQ(run.exit_code, 2) << (arguments.empty() ? "" : arguments[0]) << ": " << run.err;
        EXPECT_TRUE(run.err.starts_with("vibrant-cli: ")) << run.err;
        EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
        EXPECT_TRUE(run.out.empty()) << run.out;
    }
}

TEST_F(Commands, InspectTellsWhatTheFileHolds) {
    const JsonValue object = json({"inspect", model(), "--json"});
    EXPECT_EQ(object.at("version"), 3);
    EXPECT_EQ(object.at("architecture"), "llama");
    EXPECT_EQ(object.at("name"), "Base");
    EXPECT_EQ(object.at("hyperparameters").at("layers"), 1);
    EXPECT_EQ(object.at("hyperparameters").at("embedding_length"), 32);
    EXPECT_EQ(object.at("hyperparameters").at("context_length"), 64);
    ASSERT_EQ(object.at("layers").size(), 1u);
    const JsonValue& layer = object.at("layers").at(0);
    EXPECT_EQ(layer.at("mixer"), "attention");
    EXPECT_EQ(layer.at("ffn"), "dense");
    EXPECT_EQ(layer.at("window"), 0);
    EXPECT_EQ(layer.at("kv_bytes_per_token"), 2 * 32 * 2);
    EXPECT_EQ(layer.at("state_bytes"), 0);
    EXPECT_TRUE(object.at("unread_keys").empty());
    EXPECT_EQ(object.at("tokenizer").at("kind"), "llama");
    EXPECT_EQ(object.at("tokenizer").at("tokens"), 32);
    EXPECT_EQ(object.at("tokenizer").at("eos"), 2);
    EXPECT_EQ(object.at("metadata").at("llama.block_count"), "1");
    bool found = false;
    for (const JsonValue& tensor : object.at("tensors")) {
        expect_numbers(tensor, {"bytes"});
        if (tensor.at("name") != "blk.0.ffn_gate.weight") continue;
        found = true;
        EXPECT_EQ(tensor.at("type"), "F32");
        ASSERT_EQ(tensor.at("shape").size(), 2u);
        EXPECT_EQ(tensor.at("shape").at(0), 32);
        EXPECT_EQ(tensor.at("shape").at(1), 64);
        EXPECT_EQ(tensor.at("bytes"), 32 * 64 * 4);
    }
    EXPECT_TRUE(found);
    ASSERT_FALSE(object.at("memory").empty());
    for (const JsonValue& need : object.at("memory")) {
        expect_numbers(need, {"context_tokens", "kv_bytes", "buffer_bytes", "mapped_bytes", "total_bytes"});
    }
    const CliRun text = run_cli({"inspect", model()});
    EXPECT_EQ(text.exit_code, 0);
    EXPECT_NE(text.out.find("blk.0.ffn_gate.weight"), std::string::npos);
}

TEST_F(Commands, TokenizeAndBack) {
    const auto ids_of = [&](const CliArguments& arguments) {
        std::string ids;
        const JsonValue object = json(arguments);
        for (const JsonValue& id : object.at("ids")) {
            ids += (ids.empty() ? "" : ",") + std::to_string(id.get<int>());
        }
        return ids;
    };
    const std::string ids = ids_of({"tokenize", model(), "--text", "the cat", "--json"});
    EXPECT_FALSE(ids.empty());
    EXPECT_EQ(run_cli({"tokenize", model(), "--text", "the cat"}).out, ids + "\n");
    EXPECT_EQ(ids_of({"tokenize", model(), "--file", file("text", "the cat"), "--json"}), ids);
    EXPECT_EQ(run_cli({"tokenize", model(), "--file", "-"}, "the cat").out, ids + "\n");
    EXPECT_EQ(run_cli({"detokenize", model(), "--ids", ids}).out, "the cat");
    EXPECT_EQ(run_cli({"detokenize", model(), "--ids", " " + ids + ",\n"}).out, "the cat");
    EXPECT_EQ(ids_of({"tokenize", model(), "--text", "", "--json"}), "");

    // Special tokens in the text, unless told otherwise; and texts that look like options.
    EXPECT_EQ(ids_of({"tokenize", model(), "--text", "</s>", "--json"}), "2");
    EXPECT_NE(ids_of({"tokenize", model(), "--text", "</s>", "--no-special", "--json"}), "2");
    EXPECT_EQ(run_cli({"tokenize", model(), "--text", "--json"}).exit_code, 0);
}

// What an editor on Windows saves means what it shows, and what is no text is said to be none.
TEST_F(Commands, TextFilesInAnyEncoding) {
    using namespace std::string_view_literals;
    const std::string ids = run_cli({"tokenize", model(), "--text", "the cat\xC3\xA9"}).out;
    const std::pair<std::string_view, std::string_view> encodings[] = {
        {"utf-8", "the cat\xC3\xA9"sv},
        {"utf-8 with a mark", "\xEF\xBB\xBFthe cat\xC3\xA9"sv},
        {"utf-16", "\xFF\xFEt\0h\0e\0 \0c\0a\0t\0\xE9\0"sv},
        {"utf-16, big-endian", "\xFE\xFF\0t\0h\0e\0 \0c\0a\0t\0\xE9"sv},
        {"utf-16 without a mark", "t\0h\0e\0 \0c\0a\0t\0\xE9\0"sv},
        {"windows-1252", "the cat\xE9"sv},
    };
    for (const auto& [name, bytes] : encodings) {
        EXPECT_EQ(run_cli({"tokenize", model(), "--file", file("text", bytes)}).out, ids) << name;
        EXPECT_EQ(run_cli({"tokenize", model(), "--file", "-"}, std::string(bytes)).out, ids) << name;
        const auto answer = [&](const CliArguments& text) {
            CliArguments arguments = {"generate", model(), "--max-tokens", "4", "--temperature", "0"};
            arguments.insert(arguments.end(), text.begin(), text.end());
            return run_cli(arguments).out;
        };
        EXPECT_EQ(answer({"--file", file("text", bytes)}), answer({"--prompt", "the cat\xC3\xA9"})) << name;
    }
    for (const char* command : {"tokenize", "generate"}) {
        const CliRun run = run_cli({command, model(), "--file", file("notes.pdf", "%PDF-1.7 text")});
        EXPECT_EQ(run.exit_code, 1);
        EXPECT_EQ(run.out, "");
        EXPECT_NE(run.err.find("notes.pdf: this is a PDF document, not text"), std::string::npos) << run.err;
    }
}

TEST_F(Commands, LogitsAreRowsOfFloats) {
    const std::string out = (dir_ / "logits").string();
    const auto rows = [&](const CliArguments& more) {
        CliArguments arguments = {"logits", model(), "--ids", "1,4,9,30", "--out", out};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const CliRun run = run_cli(arguments);
        EXPECT_EQ(run.exit_code, 0) << run.err;
        std::ifstream file(out, std::ios::binary);
        std::string bytes(std::istreambuf_iterator<char>(file), {});
        EXPECT_EQ(bytes.size(), 4u * 32u * sizeof(float));
        std::vector<float> values(bytes.size() / sizeof(float));
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
        return values;
    };
    const auto one = rows({"--precision", "reference", "--threads", "1", "--batch", "1"});
    for (const float value : one) EXPECT_TRUE(std::isfinite(value));
    EXPECT_EQ(rows({"--precision", "reference", "--threads", "2", "--batch", "4"}), one);
    const auto half = rows({});
    for (std::size_t i = 0; i < one.size(); ++i) EXPECT_NEAR(half[i], one[i], 0.05f);
}

TEST_F(Commands, GenerateReportsItself) {
    const CliArguments arguments = {"generate", model(),  "--prompt", "the cat", "--max-tokens",
                                    "7",        "--seed", "0",        "--json"};
    const JsonValue object = json(arguments);
    EXPECT_EQ(object.at("seed"), 0);
    EXPECT_TRUE(object.at("finish_reason") == "length" || object.at("finish_reason") == "stop");
    EXPECT_LE(object.at("ids").size(), 7u);
    EXPECT_EQ(object.at("generated_tokens"), object.at("ids").size());
    expect_numbers(object, {"prompt_tokens", "cached_tokens", "time_to_first_token_ms", "prefill_ms", "decode_ms",
                            "prefill_tokens_per_s", "decode_tokens_per_s", "context_used", "context_size", "kv_bytes",
                            "buffer_bytes", "mapped_bytes", "resident_bytes", "private_bytes", "load_ms", "threads",
                            "temperature"});
    EXPECT_NEAR(object.at("temperature").get<double>(), 0.7, 1e-6);
    // The stream is the same text, byte for byte, and the same seed gives it again.
    const CliRun streamed = run_cli({"generate", model(), "--prompt", "the cat", "--max-tokens", "7", "--seed", "0"});
    EXPECT_EQ(object.at("text"), streamed.out);
    EXPECT_TRUE(streamed.err.empty()) << streamed.err;
    EXPECT_EQ(json(arguments).at("text"), object.at("text"));
    EXPECT_EQ(json({"generate", model(), "--file", file("p", "the cat"), "--max-tokens", "7", "--seed", "0",
                    "--threads", "2", "--prefill-chunk", "1", "--json"})
                  .at("text"),
              object.at("text"));
    const CliArguments chat = {"generate", model(),   "--prompt",     "the cat", "--chat",
                               "--system", "be kind", "--max-tokens", "3"};
    EXPECT_EQ(run_cli(chat).exit_code, 0);
}

TEST_F(Commands, GenerateTakesTheModelsRecommendation) {
    auto builder = base_model();
    builder.add("general.sampling.temp", 0.25f).add("general.sampling.top_k", std::int32_t{3});
    const std::string path = (dir_ / "recommends.gguf").string();
    builder.write(path);
    EXPECT_EQ(json({"generate", path, "--prompt", "a", "--max-tokens", "1", "--json"}).at("temperature"), 0.25);
    EXPECT_EQ(json({"generate", path, "--prompt", "a", "--max-tokens", "1", "--temperature", "0", "--json"})
                  .at("temperature"),
              0);
}

TEST_F(Commands, SettingsOutOfRangeAreMovedAndSaidSo) {
    const CliRun run =
        run_cli({"generate", model(), "--prompt", "a", "--max-tokens", "1", "--temperature", "1e30", "--json"});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_EQ(read_json(run.out).at("temperature"), 5);
    EXPECT_TRUE(run.err.starts_with("vibrant-cli: note: temperature")) << run.err;
    for (const char* value : {"nan", "-1", "inf"}) {
        EXPECT_EQ(
            run_cli({"generate", model(), "--prompt", "a", "--max-tokens", "1", "--temperature", value}).exit_code, 0);
    }
}

TEST_F(Commands, ASlidingContextGoesOnPastItsEnd) {
    const JsonValue stops = json({"generate", model(), "--prompt", "a b c", "--max-tokens", "500", "--context", "32",
                                  "--temperature", "0", "--json"});
    EXPECT_LE(stops.at("ids").size(), 32u);
    const JsonValue slides =
        json({"generate", model(), "--prompt", "a b c", "--max-tokens", "500", "--context", "32", "--temperature", "5",
              "--top-k", "0", "--top-p", "1", "--seed", "4", "--slide", "--json"});
    if (slides.at("finish_reason") == "length") {
        EXPECT_EQ(slides.at("ids").size(), 500u);
    }
    EXPECT_EQ(slides.at("context_size"), 32);
}

TEST_F(Commands, ChatReadsLines) {
    const CliRun run = run_cli({"chat", model(), "--max-tokens", "4", "--temperature", "0"}, "the cat\n\na dog\n");
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_GE(std::count(run.out.begin(), run.out.end(), '\n'),
              2);  // one answer per line that says something
    EXPECT_EQ(run.out.find("> "), std::string::npos);
    EXPECT_EQ(run_cli({"chat", model()}, "").exit_code, 0);
}

TEST_F(Commands, ChatWithoutAFileIsWithTheStarterModel) {
    const auto data = dir_ / "data";
    std::filesystem::create_directories(data / "models");
    std::filesystem::copy_file(model(), data / "models/vibrant-starter.gguf");
    setenv("VIBRANT_DATA_DIR", data.c_str(), 1);
    const CliRun run = run_cli({"chat", "--max-tokens", "4", "--temperature", "0"}, "the cat\n");
    unsetenv("VIBRANT_DATA_DIR");
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_NE(run.err.find("starter model"), std::string::npos) << run.err;
    EXPECT_EQ(run.out, run_cli({"chat", model(), "--max-tokens", "4", "--temperature", "0"}, "the cat\n").out);
}

TEST_F(Commands, PerplexityAgainstTheReference) {
    const std::string text = file("text", "the cat sat on the mat and the dog had a hat that the cat sat on");
    const JsonValue object =
        json({"perplexity", model(), "--file", text, "--against", "reference", "--window", "16", "--json"});
    EXPECT_GT(object.at("perplexity").get<double>(), 1);
    EXPECT_LT(object.at("perplexity").get<double>(), 1e6);
    EXPECT_GE(object.at("mean_kl").get<double>(), 0);
    EXPECT_LT(object.at("mean_kl").get<double>(), 1e-4);
    EXPECT_GE(object.at("p999_kl").get<double>(), object.at("mean_kl").get<double>());
    EXPECT_LE(object.at("top1_agreement").get<double>(), 1);
    EXPECT_GE(object.at("top1_agreement").get<double>(), 0.9);
    // A model held against itself in the same precision is the same.
    const JsonValue same =
        json({"perplexity", model(), "--file", text, "--against", "reference", "--precision", "reference", "--json"});
    EXPECT_EQ(same.at("mean_kl"), 0);
    EXPECT_EQ(same.at("top1_agreement"), 1);
    EXPECT_FALSE(json({"perplexity", model(), "--file", text, "--json"}).contains("mean_kl"));
}

}  // namespace
}  // namespace vibrant::test
