// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the tests of this room share: opening tokenizers, shared data, random text.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/gguf/gguf_file.h"
#include "engine/text/tokenizer.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/temp_dir.h"

namespace vibrant::test {

// The folder of shared test data; empty if there is none (skip then).
[[nodiscard]] inline std::filesystem::path test_data() {
    const char* folder = std::getenv("VIBRANT_TEST_DATA");
    return folder ? std::filesystem::path(folder) : std::filesystem::path();
}

#define VIBRANT_NEEDS_TEST_DATA() \
    if (::vibrant::test::test_data().empty()) GTEST_SKIP() << "VIBRANT_TEST_DATA is not set"

[[nodiscard]] inline Result<std::unique_ptr<const Tokenizer>> load_tokenizer(const std::filesystem::path& path,
                                                                             std::string_view assumed = "gpt-2") {
    auto file = gguf::File::open(path);
    if (!file) return std::unexpected(file.error());
    return Tokenizer::load(std::move(*file), assumed);
}

[[nodiscard]] inline Result<std::unique_ptr<const Tokenizer>> load_tokenizer(const GgufBuilder& builder,
                                                                             std::string_view assumed = "gpt-2") {
    const TempDir dir;
    builder.write(dir / "test.gguf");
    return load_tokenizer(dir / "test.gguf", assumed);
}

[[nodiscard]] inline std::vector<TokenId> encode(const Tokenizer& tokenizer, std::string_view text,
                                                 SpecialTokens special = SpecialTokens::kAsText) {
    std::vector<TokenId> ids;
    tokenizer.encode(text, special, ids);
    return ids;
}

// Any scalar value, the planes that texts use more often than the rest.
[[nodiscard]] inline char32_t random_code_point(std::mt19937_64& random) {
    constexpr char32_t kLimits[] = {0x80, 0x800, 0x3000, 0x10000, 0x20000, 0x110000};
    for (;;) {
        const char32_t c = static_cast<char32_t>(random() % kLimits[random() % std::size(kLimits)]);
        if (c < 0xD800 || c > 0xDFFF) return c;
    }
}

[[nodiscard]] inline std::string random_text(std::mt19937_64& random, std::size_t n_code_points) {
    std::string text;
    for (std::size_t i = 0; i < n_code_points; ++i) append_utf8(text, random_code_point(random));
    return text;
}

// A byte-level vocabulary for tests that need no real one: 256 bytes, "he", "llo", "hello", a
// user-defined token and ChatML's control tokens.
[[nodiscard]] GgufBuilder byte_vocabulary(std::string_view pre = "gpt-2");

inline GgufBuilder byte_vocabulary(std::string_view pre) {
    std::vector<std::string> tokens;
    for (char32_t byte = 0, next = 0x100; byte < 256; ++byte) {
        const bool printable = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
        tokens.emplace_back();
        append_utf8(tokens.back(), printable ? byte : next++);
    }
    for (const char* word : {"he", "ll", "llo", "hello", "<tool>", "<|endoftext|>", "<|im_start|>", "<|im_end|>"})
        tokens.emplace_back(word);
    std::vector<std::int32_t> types(260, 1);
    types.insert(types.end(), {4, 3, 3, 3});
    GgufBuilder file = base_model();
    for (const char* key :
         {"model", "tokens", "scores", "token_type", "bos_token_id", "eos_token_id", "unknown_token_id"})
        file.remove(std::string("tokenizer.ggml.") + key);
    file.add("tokenizer.ggml.model", "gpt2")
        .add("tokenizer.ggml.pre", pre)
        .add_strings("tokenizer.ggml.tokens", tokens)
        .add_array("tokenizer.ggml.token_type", types)
        .add_strings("tokenizer.ggml.merges", {"h e", "l l", "ll o", "he llo"})
        .add("tokenizer.ggml.bos_token_id", std::uint32_t{261})
        .add("tokenizer.ggml.eos_token_id", std::uint32_t{261});
    return file;
}

}  // namespace vibrant::test
