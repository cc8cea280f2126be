// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Hostile and odd vocabularies: every row is refused with its reason or loads and works.

#include "engine/text/vocabulary.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <limits>

#include "tests/engine/text/text_test.h"

namespace vibrant::test {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

// Any array value, element by element as raw bytes.
Bytes raw_array(std::uint32_t type, std::uint64_t count, std::size_t element_bytes) {
    Bytes bytes = GgufBuilder::array_head(type, count);
    bytes.resize(bytes.size() + count * element_bytes);
    return bytes;
}

GgufBuilder& set_raw(GgufBuilder& file, std::string_view key, Bytes value) {
    file.remove(key);
    return file.add_raw(key, kArray, std::move(value));
}

std::vector<std::string> with_token(std::string_view token) {
    std::vector<std::string> tokens = {"<unk>", "<s>", "</s>"};
    while (tokens.size() < 31) tokens.push_back("t" + std::to_string(tokens.size()));
    tokens.emplace_back(token);
    return tokens;
}

struct Refused {
    const char* name;
    std::function<GgufBuilder()> build;
    const char* error;  // part of it
};

template <class T>
std::function<GgufBuilder()> spm_with(const char* key, T value) {
    return [=] { return base_model().set(std::string("tokenizer.ggml.") + key, value); };
}

std::function<GgufBuilder()> bpe_with_merges(std::vector<std::string> merges) {
    return [=] { return byte_vocabulary().set_strings("tokenizer.ggml.merges", merges); };
}

std::function<GgufBuilder()> byte_token(const char* text) {
    return [=] {
        std::vector<std::int32_t> types(32, 1);
        types[31] = 6;
        return base_model()
            .set_strings("tokenizer.ggml.tokens", with_token(text))
            .set_array("tokenizer.ggml.token_type", types);
    };
}

const Refused kRefused[] = {
    {"V01-missing", [] { return base_model().remove("tokenizer.ggml.tokens"); }, "tokenizer.ggml.tokens"},
    {"V01-empty", [] { return base_model().set_strings("tokenizer.ggml.tokens", {}); }, "tokenizer.ggml.tokens"},
    {"V01-numbers", [] { return base_model().set_array("tokenizer.ggml.tokens", std::vector<std::uint32_t>(32)); },
     "tokenizer.ggml.tokens"},
    {"V02-scores-i8",
     [] {
         auto file = base_model();
         return set_raw(file, "tokenizer.ggml.scores", raw_array(kI8, 32, 1));
     },
     "wanted f32"},
    {"V03-scores-short", [] { return base_model().set_array("tokenizer.ggml.scores", std::vector<float>(31)); },
     "has 31 values for 32 tokens"},
    {"V03-scores-missing", [] { return base_model().remove("tokenizer.ggml.scores"); }, "tokenizer.ggml.scores"},
    {"V04-types-i8",
     [] {
         auto file = base_model();
         return set_raw(file, "tokenizer.ggml.token_type", raw_array(kI8, 32, 1));
     },
     "tokenizer.ggml.token_type"},
    {"V04-types-short",
     [] { return base_model().set_array("tokenizer.ggml.token_type", std::vector<std::int32_t>(31, 1)); },
     "has 31 values for 32 tokens"},
    {"V05-bos", spm_with("bos_token_id", std::uint32_t{32}), "bos_token_id 32 is outside the vocabulary"},
    {"V05-bos-negative", spm_with("bos_token_id", std::int32_t{-1}), "bos_token_id -1 is outside the vocabulary"},
    {"V05-eos", spm_with("eos_token_id", 0xFFFFFFFFu), "eos_token_id 4294967295 is outside the vocabulary"},
    {"V05-eos-wide", spm_with("eos_token_id", std::uint64_t{1} << 40), "is outside the vocabulary"},
    {"V05-unknown", spm_with("unknown_token_id", std::uint32_t{33}), "unknown_token_id 33 is outside the vocabulary"},
    {"V05-eot", [] { return base_model().add("tokenizer.ggml.eot_token_id", std::uint32_t{99}); },
     "eot_token_id 99 is outside the vocabulary"},
    {"V05-padding", [] { return base_model().add("tokenizer.ggml.padding_token_id", std::int64_t{-7}); },
     "padding_token_id -7 is outside the vocabulary"},
    {"V05-type", spm_with("bos_token_id", "one"), "bos_token_id"},
    {"V06-default-outside",
     [] {
         return base_model()
             .set_strings("tokenizer.ggml.tokens", {"a"})
             .set_array("tokenizer.ggml.scores", std::vector<float>{0})
             .set_array("tokenizer.ggml.token_type", std::vector<std::int32_t>{1})
             .set("tokenizer.ggml.bos_token_id", std::uint32_t{0})
             .remove("tokenizer.ggml.eos_token_id");
     },
     "eos_token_id 2 is outside the vocabulary"},
    {"V07-add-bos-without-bos",
     [] { return byte_vocabulary().remove("tokenizer.ggml.bos_token_id").add("tokenizer.ggml.add_bos_token", true); },
     "no BOS token"},
    {"V07-add-bos-by-default", [] { return byte_vocabulary("llama-bpe").remove("tokenizer.ggml.bos_token_id"); },
     "no BOS token"},
    {"V09-sign", byte_token("<0x-1>"), "byte token"},
    {"V09-letters", byte_token("<0xZZ>"), "byte token"},
    {"V09-plus", byte_token("<0x+1>"), "byte token"},
    {"V09-short", byte_token("<0x1>"), "byte token"},
    {"V09-space", byte_token(" <0x41>"), "byte token"},
    {"V09-empty", byte_token(""), "byte token"},
    {"V11-long", [] { return base_model().set_strings("tokenizer.ggml.tokens", with_token(std::string(4097, 'x'))); },
     "token 31 is too long (found 4097 bytes, allowed 4096)"},
    {"V12-no-space", bpe_with_merges({"h e", "ab"}), "merge 1 is malformed"},
    {"V12-two-spaces", bpe_with_merges({"a b c"}), "merge 0 is malformed"},
    {"V12-no-left", bpe_with_merges({" b"}), "merge 0 is malformed"},
    {"V12-no-right", bpe_with_merges({"a "}), "merge 0 is malformed"},
    {"V12-empty", bpe_with_merges({"h e", "l l", ""}), "merge 2 is malformed"},
    {"V12-missing", [] { return byte_vocabulary().remove("tokenizer.ggml.merges"); }, "tokenizer.ggml.merges"},
    {"V15-unknown", [] { return byte_vocabulary("zzz"); }, "pre-tokenizer 'zzz' is not supported"},
    {"V15-default", [] { return byte_vocabulary("default"); }, "pre-tokenizer 'default' is not supported"},
    {"V15-long", [] { return byte_vocabulary(std::string(1 << 20, 'z')); }, "is not supported"},
    {"V15-type", [] { return byte_vocabulary().set("tokenizer.ggml.pre", std::uint32_t{1}); }, "tokenizer.ggml.pre"},
    {"V16-unknown", spm_with("model", "foo"), "tokenizer type 'foo'"},
    {"V16-missing", [] { return base_model().remove("tokenizer.ggml.model"); }, "tokenizer.ggml.model"},
    {"V17-charsmap",
     [] { return base_model().add_array("tokenizer.ggml.precompiled_charsmap", std::vector<std::uint8_t>{1}); },
     "precompiled_charsmap"},
    {"V18-nan",
     [] {
         std::vector<float> scores(32);
         scores[5] = kNaN;
         return base_model().set_array("tokenizer.ggml.scores", scores);
     },
     "token 5 has the score NaN"},
};

class RefusedVocabulary : public testing::TestWithParam<Refused> {};
INSTANTIATE_TEST_SUITE_P(Table, RefusedVocabulary, testing::ValuesIn(kRefused), [](const auto& row) {
    std::string name = row.param.name;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST_P(RefusedVocabulary, says_why) {
    const auto begin = std::chrono::steady_clock::now();
    const auto tokenizer = load_tokenizer(GetParam().build());
    ASSERT_FALSE(tokenizer);
    EXPECT_TRUE(tokenizer.error().text.contains(GetParam().error)) << tokenizer.error().text;
    EXPECT_TRUE(tokenizer.error().text.starts_with("test.gguf: ")) << tokenizer.error().text;
    EXPECT_LT(tokenizer.error().text.size(), 500u);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
}

std::unique_ptr<const Tokenizer> accept(const GgufBuilder& file) {
    auto tokenizer = load_tokenizer(file);
    EXPECT_TRUE(tokenizer) << tokenizer.error().text;
    return tokenizer ? std::move(*tokenizer) : nullptr;
}

TEST(Vocabulary, V04_types_out_of_range_are_normal) {
    std::vector<std::int32_t> types(32, 1);
    types[10] = 0, types[11] = 7, types[12] = -1, types[13] = 0x7FFFFFFF;
    const auto tokenizer = accept(base_model().set_array("tokenizer.ggml.token_type", types));
    ASSERT_TRUE(tokenizer);
    for (TokenId id = 10; id <= 13; ++id) EXPECT_EQ(tokenizer->type(id), TokenType::kNormal);
}

TEST(Vocabulary, V08_duplicates_load_and_the_lowest_encodes) {
    auto tokens = with_token("a");
    tokens[20] = tokens[30] = "a";
    tokens[21] = "\u2581";
    const auto tokenizer = accept(base_model().set_strings("tokenizer.ggml.tokens", tokens));
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(encode(*tokenizer, "a"), (std::vector<TokenId>{21, 20}));
    EXPECT_EQ(tokenizer->decode(std::vector<TokenId>{20, 30, 31}), "aaa");
}

TEST(Vocabulary, V10_missing_byte_tokens_are_unknown) {
    auto file = byte_vocabulary();
    std::vector<std::string> tokens;
    for (int i = 0; i < 264; ++i)
        tokens.push_back(i < 200 ? std::string(1, static_cast<char>(i % 94 + 33)) : "w" + std::to_string(i));
    file.set_strings("tokenizer.ggml.tokens", tokens).add("tokenizer.ggml.unknown_token_id", std::uint32_t{262});
    const auto tokenizer = accept(file);
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(encode(*tokenizer, "a\u00E9"), (std::vector<TokenId>{'a' - 33, 262, 262}));
    file.remove("tokenizer.ggml.unknown_token_id");
    EXPECT_EQ(encode(*accept(file), "a\u00E9"), (std::vector<TokenId>{'a' - 33}));
}

TEST(Vocabulary, V11_odd_token_texts) {
    auto tokens = with_token(std::string_view("\0\xFF", 2));
    tokens[20] = "";
    tokens[21] = std::string(4096, 'x');
    const auto tokenizer = accept(base_model().set_strings("tokenizer.ggml.tokens", tokens));
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(tokenizer->piece(31), std::string_view("\0\xFF", 2));
    EXPECT_EQ(tokenizer->piece(20), "");
    EXPECT_EQ(tokenizer->piece(21).size(), 4096u);
    EXPECT_EQ(tokenizer->find(""), std::nullopt);
}

TEST(Vocabulary, V13_merges_of_unknown_parts_are_skipped) {
    const auto tokenizer =
        accept(byte_vocabulary().set_strings("tokenizer.ggml.merges", {"zz z", "z q", "h e", "\u0120 \u0120"}));
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(encode(*tokenizer, "he").size(), 1u);
    EXPECT_EQ(encode(*tokenizer, "zq").size(), 2u);
}

TEST(Vocabulary, V14_repeated_and_circular_merges_end) {
    auto file = byte_vocabulary();
    std::vector<std::string> tokens, merges = {"a b", "b a", "a b", "a a", "aa aa", "ab ab", "ba ba", "aaaa aaaa"};
    for (int byte = 0; byte < 256; ++byte)
        tokens.push_back(byte < 94 ? std::string(1, static_cast<char>(byte + 33)) : "w" + std::to_string(byte));
    for (const char* word : {"ab", "ba", "aa", "abab", "baba", "aaaa", "aaaaaaaa"}) tokens.emplace_back(word);
    tokens.emplace_back("<|im_end|>");
    file.set_strings("tokenizer.ggml.tokens", tokens)
        .set_strings("tokenizer.ggml.merges", merges)
        .set_array("tokenizer.ggml.token_type", std::vector<std::int32_t>(tokens.size(), 1));
    const auto tokenizer = accept(file);
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(tokenizer->decode(encode(*tokenizer, "abababab")), "abababab");
    EXPECT_EQ(encode(*tokenizer, "abababab").size(), 2u);
    EXPECT_EQ(encode(*tokenizer, "aaaaaaaa").size(), 1u);
    EXPECT_EQ(encode(*tokenizer, std::string(8000, 'a')).size(), 1000u);
}

TEST(Vocabulary, V18_infinite_scores_order) {
    std::vector<float> scores(32, -1.0f);
    auto tokens = with_token("ab");
    tokens[20] = "a", tokens[21] = "b", tokens[22] = "bc", tokens[23] = "c", tokens[24] = "\u2581";
    scores[31] = -kInfinity;
    scores[22] = kInfinity;
    const auto tokenizer =
        accept(base_model().set_strings("tokenizer.ggml.tokens", tokens).set_array("tokenizer.ggml.scores", scores));
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(encode(*tokenizer, "abcab"), (std::vector<TokenId>{24, 20, 22, 31}));
}

// 10 000 control tokens, each the one before with one character more (as far as tokens may go),
// then a text that is almost the longest at every byte.
TEST(Vocabulary, V19_overlapping_control_tokens) {
    std::vector<std::string> tokens = {"<unk>", "<s>", "</s>"};
    std::vector<std::int32_t> types = {2, 3, 3};
    while (tokens.size() < 10'003) {
        const std::size_t length = 1 + tokens.size() % 500, family = tokens.size() / 500;
        tokens.push_back("<" + std::string(1, static_cast<char>('A' + family)) + std::string(length, 'a'));
        types.push_back(3);
    }
    tokens.push_back(std::string(4000, 'a') + "b");
    types.push_back(3);
    const auto file = base_model()
                          .set_strings("tokenizer.ggml.tokens", tokens)
                          .set_array("tokenizer.ggml.token_type", types)
                          .set_array("tokenizer.ggml.scores", std::vector<float>(tokens.size()));
    const auto begin = std::chrono::steady_clock::now();
    const auto tokenizer = accept(file);
    ASSERT_TRUE(tokenizer);
    std::string text;
    while (text.size() < 1 << 20) text += "<A" + std::string(499, 'a') + "<B" + std::string(3000, 'a');
    const auto ids = encode(*tokenizer, text, SpecialTokens::kParse);
    EXPECT_EQ(std::ranges::count_if(ids, [&](TokenId id) { return tokenizer->type(id) == TokenType::kControl; }),
              static_cast<std::ptrdiff_t>(2 * (text.size() / 3503)));
    EXPECT_LT(std::chrono::steady_clock::now() - begin,
              std::chrono::seconds(10));  // a quadratic search takes minutes
}

TEST(Vocabulary, types_are_inferred_where_the_file_has_none) {
    auto tokens = with_token("<0x41>");
    tokens[20] = "\u2581";
    const auto tokenizer =
        accept(base_model().remove("tokenizer.ggml.token_type").set_strings("tokenizer.ggml.tokens", tokens));
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(tokenizer->type(1), TokenType::kControl);
    EXPECT_EQ(encode(*tokenizer, "A"), (std::vector<TokenId>{20, 31}));
    EXPECT_EQ(tokenizer->piece(31), "A");
}

TEST(Vocabulary, stop_tokens_of_other_families) {
    auto file = byte_vocabulary();
    auto tokens = std::vector<std::string>();
    for (int i = 0; i < 259; ++i) tokens.push_back("w" + std::to_string(i));
    for (const char* word : {"</s>", "<|eot_id|>", "<|fim_pad|>", "<end_of_turn>", "stop"}) tokens.emplace_back(word);
    file.set_strings("tokenizer.ggml.tokens", tokens)
        .set_array("tokenizer.ggml.token_type", std::vector<std::int32_t>(264, 1))
        .set("tokenizer.ggml.eos_token_id", std::uint32_t{7})
        .add("tokenizer.ggml.eot_token_id", std::uint32_t{263})
        .set_strings("tokenizer.ggml.merges", {});
    const auto tokenizer = accept(file);
    ASSERT_TRUE(tokenizer);
    // Not 259: a plain "</s>" is also an HTML tag.
    EXPECT_TRUE(std::ranges::equal(tokenizer->stop_tokens(), std::vector<TokenId>{7, 260, 261, 262, 263}));
    EXPECT_EQ(tokenizer->type(260), TokenType::kControl);
    EXPECT_EQ(tokenizer->type(259), TokenType::kNormal);
}

}  // namespace
}  // namespace vibrant::test
