// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What goes wrong is said in one line on stderr, with exit code 1; never a signal.

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "tests/engine/cli/run_cli.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/json.h"
#include "tests/support/temp_dir.h"

namespace vibrant::test {
namespace {

class Failures : public testing::Test {
  protected:
    [[nodiscard]] std::string path(std::string_view name) const { return (dir_ / name).string(); }
    [[nodiscard]] std::string written(std::string_view name, const GgufBuilder& builder) const {
        builder.write(dir_ / name);
        return path(name);
    }
    // Every subcommand that takes a model, with harmless arguments.
    [[nodiscard]] std::vector<CliArguments> commands(const std::string& model) const {
        const std::string text = path("text");
        std::ofstream(text) << "the cat sat on the mat";
        return {{"inspect", model},
                {"inspect", model, "--json"},
                {"tokenize", model, "--text", "a"},
                {"detokenize", model, "--ids", "1"},
                {"logits", model, "--ids", "1,2", "--out", path("out")},
                {"generate", model, "--prompt", "a", "--max-tokens", "2"},
                {"chat", model, "--max-tokens", "2"},
                {"bench", model, "--prompt", "2", "--generate", "2", "--repeat", "1"},
                {"profile", model, "--prompt", "2", "--generate", "2"},
                {"perplexity", model, "--file", text}};
    }
    void expect_all_fail(const std::string& model, std::string_view text) const {
        for (const CliArguments& arguments : commands(model)) {
            const CliRun run = run_cli(arguments, "hello\n");
            EXPECT_TRUE(run.failed_in_one_line()) << arguments[0] << " returned " << run.exit_code << ": " << run.err;
            EXPECT_NE(run.err.find(text), std::string::npos) << arguments[0] << ": " << run.err;
        }
    }
    TempDir dir_;
};

TEST_F(Failures, FilesThatAreNoModels) {
    expect_all_fail(path("absent.gguf"), "absent.gguf");
    std::ofstream(path("page.gguf")) << "<!DOCTYPE html><html>not found</html>";
    expect_all_fail(path("page.gguf"), "page.gguf");
    std::ofstream(path("empty.gguf"));
    expect_all_fail(path("empty.gguf"), "empty.gguf");
    expect_all_fail(dir_.path().string(), "");
    ASSERT_EQ(mkfifo(path("pipe.gguf").c_str(), 0600), 0);
    expect_all_fail(path("pipe.gguf"), "pipe.gguf");
}

TEST_F(Failures, BrokenModelsAreRefusedByEveryCommandThatRunsThem) {
    auto builder = base_model();
    builder.set("general.architecture", "nonsense");
    const std::string model = written("broken.gguf", builder);
    for (const CliArguments& arguments : commands(model)) {
        if (arguments[0] == "tokenize" || arguments[0] == "detokenize") continue;  // the vocabulary is fine
        const CliRun run = run_cli(arguments, "hello\n");
        EXPECT_TRUE(run.failed_in_one_line()) << arguments[0] << ": " << run.err;
        EXPECT_NE(run.err.find("nonsense"), std::string::npos) << run.err;
    }
    // inspect still shows what it can.
    const JsonValue shown = read_json(run_cli({"inspect", model, "--json"}).out);
    EXPECT_NE(shown.at("problem").get<std::string>().find("nonsense"), std::string::npos);
    EXPECT_FALSE(shown.at("tensors").empty());
}

TEST_F(Failures, HostileNamesReachNoTerminal) {
    auto builder = base_model();
    builder.set("general.architecture", "\x1b]0;owned\a\x1b[31m\n\u202e");
    const std::string model = written("hostile.gguf", builder);
    const CliRun run = run_cli({"inspect", model});
    EXPECT_TRUE(run.failed_in_one_line()) << run.err;
    for (const std::string& text : {run.out, run.err}) {
        EXPECT_EQ(text.find('\x1b'), std::string::npos);
        EXPECT_EQ(text.find('\a'), std::string::npos);
        EXPECT_EQ(text.find("\u202e"), std::string::npos);
    }
    const CliRun missing = run_cli({"inspect", path("\x1b[2J\nx.gguf")});
    EXPECT_TRUE(missing.failed_in_one_line()) << missing.err;
    EXPECT_EQ(missing.err.find('\x1b'), std::string::npos);
}

TEST_F(Failures, ATruncatedModel) {
    const auto builder = base_model();
    builder.write(path("cut.gguf"), builder.build().size() - 1000);
    expect_all_fail(path("cut.gguf"), "cut.gguf");
}

TEST_F(Failures, IdsThatAreNone) {
    const std::string model = written("base.gguf", base_model());
    for (const char* ids : {"1,x", "1,,2", "-1", "1 2", "99999999999", "0x1", "1.5"}) {
        EXPECT_TRUE(run_cli({"detokenize", model, "--ids", ids}).failed_in_one_line()) << ids;
        EXPECT_TRUE(run_cli({"logits", model, "--ids", ids, "--out", path("out")}).failed_in_one_line()) << ids;
    }
    EXPECT_NE(run_cli({"detokenize", model, "--ids", "32"}).err.find("allowed 0..31"), std::string::npos);
    EXPECT_TRUE(run_cli({"logits", model, "--ids", "5,32", "--out", path("out")}).failed_in_one_line());
    EXPECT_FALSE(std::filesystem::exists(path("out")));  // nothing half-written stays
    EXPECT_TRUE(run_cli({"logits", model, "--ids", "", "--out", path("out")}).failed_in_one_line());
}

TEST_F(Failures, OutputsThatCannotBeWritten) {
    const std::string model = written("base.gguf", base_model());
    EXPECT_TRUE(run_cli({"logits", model, "--ids", "1", "--out", path("no/such/folder")}).failed_in_one_line());
    if (std::filesystem::exists("/dev/full")) {
        const CliRun run = run_cli({"logits", model, "--ids", "1,2,3,4", "--out", "/dev/full"});
        EXPECT_EQ(run.exit_code, 1) << run.err;
        EXPECT_TRUE(std::filesystem::exists("/dev/full"));
    }
}

TEST_F(Failures, TextsThatCannotBeRead) {
    const std::string model = written("base.gguf", base_model());
    for (const char* command : {"tokenize", "generate"}) {
        EXPECT_TRUE(run_cli({command, model, "--file", path("absent")}).failed_in_one_line());
        EXPECT_TRUE(run_cli({command, model, "--file", dir_.path().string()}).failed_in_one_line());
    }
    EXPECT_TRUE(run_cli({"perplexity", model, "--file", path("absent")}).failed_in_one_line());
    std::ofstream(path("nothing"));
    EXPECT_NE(run_cli({"perplexity", model, "--file", path("nothing")}).err.find("too little text"), std::string::npos);
}

TEST_F(Failures, PromptsThatDoNotFit) {
    const std::string model = written("base.gguf", base_model());
    const CliRun run = run_cli({"generate", model, "--prompt", std::string(200, 'a'), "--context", "32"});
    EXPECT_TRUE(run.failed_in_one_line()) << run.err;
    EXPECT_NE(run.err.find("32"), std::string::npos);
    EXPECT_TRUE(run.out.empty());
    EXPECT_TRUE(run_cli({"chat", model, "--context", "32"}, std::string(200, 'a') + "\n").exit_code == 1);
}

TEST_F(Failures, ModelsThatComputeNonsenseKeepTheTextSoFar) {
    auto builder = base_model();
    const float nan = std::numeric_limits<float>::quiet_NaN();
    std::memcpy(builder.tensor("output_norm.weight").data.data(), &nan, sizeof nan);
    const std::string model = written("nan.gguf", builder);
    const CliRun run = run_cli({"generate", model, "--prompt", "a", "--json"});
    EXPECT_TRUE(run.failed_in_one_line()) << run.err;
    EXPECT_NE(run.err.find("the model produced invalid numbers"), std::string::npos) << run.err;
    EXPECT_EQ(read_json(run.out).at("finish_reason"), "error");
}

}  // namespace
}  // namespace vibrant::test
