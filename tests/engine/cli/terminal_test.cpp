// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// vibrant-cli in front of a person: a terminal, Ctrl+C, and model text that is not trusted with
// either.

#include <gtest/gtest.h>

#include <csignal>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/engine/cli/run_cli.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/temp_dir.h"

namespace vibrant::test {
namespace {

// Runs for hours: the window slides, and 4e8 tokens are allowed.
CliArguments endless(const std::string& model) {
    return {"generate", model,          "--prompt",  "a",         "--slide", "--context",
            "32",       "--max-tokens", "400000000", "--threads", "1",       "--temperature",
            "5",        "--top-k",      "0",         "--top-p",   "1"};
}

// A model that never ends an answer: all that could is marked unused, and so never drawn.
std::string endless_model(const TempDir& dir) {
    auto builder = base_model();
    std::vector<std::int32_t> types(32, 1);
    types[0] = types[1] = types[2] = 5;
    builder.set_array("tokenizer.ggml.token_type", types);
    const std::string path = (dir / "endless.gguf").string();
    builder.write(path);
    return path;
}

TEST(Interrupt, TheFirstEndsTheAnswerAndKeepsIt) {
    const TempDir dir;
    bool sent = false;
    CliArguments arguments = endless(endless_model(dir));
    arguments.insert(arguments.end(), {"--seed", "1"});
    const CliRun run = run_cli_watched(arguments, [&](std::string_view out, pid_t process) {
        if (sent || out.size() < 100) return;
        sent = true;
        kill(process, SIGINT);
    });
    ASSERT_TRUE(sent) << "the answer ended by itself: " << run.out << run.err;
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_EQ(run.err, "vibrant-cli: cancelled\n");
    EXPECT_GE(run.out.size(), 100u);
}

TEST(Interrupt, TerminationCountsToo) {
    const TempDir dir;
    bool sent = false;
    CliArguments arguments = endless(endless_model(dir));
    arguments.insert(arguments.end(), {"--seed", "1"});
    const CliRun run = run_cli_watched(arguments, [&](std::string_view out, pid_t process) {
        if (sent || out.size() < 100) return;
        sent = true;
        kill(process, SIGTERM);
    });
    ASSERT_TRUE(sent);
    EXPECT_EQ(run.exit_code, 1);
}

TEST(Interrupt, EndsAtOnceWhatCannotBeCancelled) {
    if (!has_terminals()) GTEST_SKIP() << "this system gives out no pseudo-terminals";
    const TempDir dir;
    const std::string model = (dir / "base.gguf").string();
    base_model().write(model);
    bool sent = false;
    const CliRun run = run_cli_on_terminal({"chat", model}, [&](std::string_view shown) -> std::string {
        if (sent || !shown.ends_with("> ")) return {};
        sent = true;
        return "\x03";
    });
    EXPECT_TRUE(sent);
    EXPECT_EQ(run.exit_code, 128 + SIGINT);
}

TEST(Terminal, ChatTakesTurns) {
    if (!has_terminals()) GTEST_SKIP() << "this system gives out no pseudo-terminals";
    const TempDir dir;
    const std::string model = (dir / "base.gguf").string();
    base_model().write(model);
    int prompts = 0;
    const CliRun run = run_cli_on_terminal(
        {"chat", model, "--max-tokens", "3", "--context", "64"}, [&](std::string_view shown) -> std::string {
            if (!shown.ends_with("> ") && !shown.ends_with("\n  ")) return {};
            constexpr const char* kTyped[] = {"the cat\n", "/help\n",     "\n",     "/clear\n",
                                              "a dog\\\n", "and a cat\n", "/exit\n"};
            return prompts < 7 ? kTyped[prompts++] : "\x04";
        });
    EXPECT_EQ(run.exit_code, 0) << run.out;
    EXPECT_NE(run.out.find("Base"), std::string::npos);
    EXPECT_NE(run.out.find("/clear forgets"), std::string::npos);
}

TEST(Terminal, ModelTextCannotControlIt) {
    if (!has_terminals()) GTEST_SKIP() << "this system gives out no pseudo-terminals";
    const TempDir dir;
    auto builder = base_model();
    // Every token that is text becomes an escape sequence, a bell, or text that overwrites the
    // line.
    std::vector<std::string> tokens = {"<unk>", "<s>", "</s>", "\u2581"};
    while (tokens.size() < 32) {
        const char* const hostile[] = {"\x1b[31m", "\x1b]0;x\a", "\r", "\x7f", "\u009b5m", "x"};
        tokens.push_back(hostile[tokens.size() % 6] + std::to_string(tokens.size()));
    }
    builder.set_strings("tokenizer.ggml.tokens", tokens).set("tokenizer.ggml.eos_token_id", std::uint32_t{0});
    builder.set("general.name", "\x1b[2J\x1b]0;owned\a");
    const std::string model = (dir / "hostile.gguf").string();
    builder.write(model);
    const CliArguments arguments = {"generate", model, "--prompt",      "x", "--max-tokens", "60",
                                    "--seed",   "1",   "--temperature", "5", "--top-k",      "0"};
    const CliRun piped = run_cli(arguments);
    EXPECT_EQ(piped.exit_code, 0) << piped.err;
    EXPECT_NE(piped.out.find('\x1b'), std::string::npos);  // a pipe gets the bytes
    const CliRun shown = run_cli_on_terminal(arguments, [](std::string_view) { return std::string(); });
    EXPECT_EQ(shown.exit_code, 0);
    // Our own progress line may clear itself; nothing else may begin an escape sequence.
    std::string text = shown.out;
    for (std::size_t at; (at = text.find("\r\x1b[K")) != std::string::npos;) text.erase(at, 4);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find('\a'), std::string::npos);
    EXPECT_EQ(text.find("\u009b"), std::string::npos);
    EXPECT_NE(text.find("[31m"), std::string::npos);  // what was behind the escape is only text
}

}  // namespace
}  // namespace vibrant::test
