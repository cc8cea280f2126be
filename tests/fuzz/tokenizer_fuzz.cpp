// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Any text through every kind of tokenizer, and any vocabulary: nothing but the promises of
// tokenizer.h.
//
// The first byte chooses: one of the fixed vocabularies below, or one made of the input itself
// (words up to the first empty line, then the text).

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <format>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/check.h"
#include "engine/base/utf8.h"
#include "engine/text/tokenizer.h"
#include "engine/text/utf8_stream.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/temp_dir.h"

namespace vibrant::test {
namespace {

using Words = std::vector<std::string>;

// `words` that are no tokens by themselves come on top of what any text needs: 256 bytes, unknown,
// end and a user-defined token. Every word is also a merge of its two halves.
GgufBuilder byte_level(const char* pre, const Words& words) {
    Words tokens, merges;
    for (char32_t byte = 0, next = 0x100; byte < 256; ++byte) {
        const bool printable = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
        tokens.emplace_back();
        append_utf8(tokens.back(), printable ? byte : next++);
    }
    std::vector<std::int32_t> types(256, 1);
    for (const auto& [text, type] : {std::pair{"<unk>", 2}, {"<|im_end|>", 3}, {"<|im_", 3}, {"<tool>", 4}}) {
        tokens.emplace_back(text);
        types.push_back(type);
    }
    for (const std::string& word : words) {
        tokens.push_back(word);
        types.push_back(1);
        if (word.size() > 1 && !word.contains(' '))
            merges.push_back(word.substr(0, word.size() / 2) + " " + word.substr(word.size() / 2));
    }
    return GgufBuilder()
        .add("general.architecture", "llama")
        .add("tokenizer.ggml.model", "gpt2")
        .add("tokenizer.ggml.pre", pre)
        .add_strings("tokenizer.ggml.tokens", tokens)
        .add_array("tokenizer.ggml.token_type", types)
        .add_strings("tokenizer.ggml.merges", merges)
        .add("tokenizer.ggml.bos_token_id", std::uint32_t{257})
        .add_random("x", {32}, 1.0f);
}

GgufBuilder sentence_piece(const Words& words) {
    Words tokens = {"<unk>", "<s>", "</s>"};
    std::vector<std::int32_t> types = {2, 3, 3};
    for (int byte = 0; byte < 256; ++byte) {
        tokens.push_back(std::format("<0x{:02X}>", byte));
        types.push_back(6);
    }
    std::vector<float> scores(tokens.size());
    for (const std::string& word : words) {
        scores.push_back(-static_cast<float>(scores.size() % 7));
        tokens.push_back(word);
        types.push_back(1);
    }
    return GgufBuilder()
        .add("general.architecture", "llama")
        .add("tokenizer.ggml.model", "llama")
        .add_strings("tokenizer.ggml.tokens", tokens)
        .add_array("tokenizer.ggml.scores", scores)
        .add_array("tokenizer.ggml.token_type", types)
        .add_random("x", {32}, 1.0f);
}

std::unique_ptr<const Tokenizer> load(const GgufBuilder& builder) {
    static const TempDir dir;
    std::filesystem::remove(dir / "fuzz.gguf");  // others are still mapped: never write into them
    builder.write(dir / "fuzz.gguf");
    auto file = gguf::File::open(dir / "fuzz.gguf");
    if (!file) return nullptr;
    auto tokenizer = Tokenizer::load(std::move(*file));
    return tokenizer ? std::move(*tokenizer) : nullptr;
}

void check_text(const Tokenizer& tokenizer, std::string_view text, bool round_trips) {
    std::vector<TokenId> ids;
    tokenizer.encode(text, SpecialTokens::kAsText, ids);
    for (const TokenId id : ids) {
        VIBRANT_CHECK(id >= 0 && static_cast<std::size_t>(id) < tokenizer.size());
        VIBRANT_CHECK(tokenizer.type(id) != TokenType::kControl);
    }
    const std::string decoded = tokenizer.decode(ids);
    if (round_trips) VIBRANT_CHECK(decoded == repair_utf8(text));
    std::string pieces;
    for (const TokenId id : ids) pieces += tokenizer.piece(id);
    VIBRANT_CHECK(pieces.size() >= decoded.size());

    ids.assign(1, 7);  // appends
    tokenizer.encode(text, SpecialTokens::kParse, ids);
    VIBRANT_CHECK(ids.front() == 7);
    ids.erase(ids.begin());
    if (round_trips) VIBRANT_CHECK(tokenizer.decode(ids, true) == repair_utf8(text));
}

const Words kWords = {"he", "ll", "llo", "hello", "\u0120h", "\u0120\u0120", "th", "aa", "aaaa"};
const Words kPieces = {"\u2581", "\u2581h", "he", "h", "e", "\u2581\u2581", "aa", "aaaa", "a", "\u00E9"};

}  // namespace
}  // namespace vibrant::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vibrant::test;
    if (size < 1) return 0;
    static const std::array fixed = {load(byte_level("qwen2", kWords)), load(byte_level("llama-bpe", kWords)),
                                     load(byte_level("gpt-2", kWords)), load(sentence_piece(kPieces))};
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const unsigned choice = data[0] % 8;
    if (choice < 4) {
        // NFC changes text, and U+2581 is a space to SentencePiece.
        const bool exact = choice != 0 && !(choice == 3 && text.contains("\u2581"));
        check_text(*fixed[choice], text, exact);
        return 0;
    }
    Words words;
    std::size_t at = 0;
    for (std::size_t end; (end = text.find('\n', at)) != std::string_view::npos && end > at; at = end + 1)
        words.emplace_back(text.substr(at, end - at));
    const auto tokenizer = load(choice < 7 ? byte_level(choice == 4   ? "qwen2"
                                                        : choice == 5 ? "llama-bpe"
                                                                      : "gpt-2",
                                                        words)
                                           : sentence_piece(words));
    if (tokenizer) check_text(*tokenizer, text.substr(at), false);
    return 0;
}
