// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/spm_tokenizer.h"

#include <format>
#include <fstream>
#include <iterator>

#include "tests/engine/text/text_test.h"

namespace vibrant::test {
namespace {

// <unk> <s> </s>, 256 byte tokens, then `pieces` with the scores 0, -1, -2, ...
GgufBuilder spm_vocabulary(const std::vector<std::string>& pieces, const std::vector<std::int32_t>& piece_types = {}) {
    std::vector<std::string> tokens = {"<unk>", "<s>", "</s>"};
    for (int byte = 0; byte < 256; ++byte) tokens.push_back(std::format("<0x{:02X}>", byte));
    std::vector<std::int32_t> types = {2, 3, 3};
    types.resize(tokens.size(), 6);
    std::vector<float> scores(tokens.size(), 0.0f);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        tokens.push_back(pieces[i]);
        types.push_back(i < piece_types.size() ? piece_types[i] : 1);
        scores.push_back(-static_cast<float>(i));
    }
    return base_model()
        .set_strings("tokenizer.ggml.tokens", tokens)
        .set_array("tokenizer.ggml.token_type", types)
        .set_array("tokenizer.ggml.scores", scores);
}

std::vector<std::string> spelled(const Tokenizer& tokenizer, std::string_view text,
                                 SpecialTokens special = SpecialTokens::kAsText) {
    std::vector<std::string> pieces;
    for (const TokenId id : encode(tokenizer, text, special)) pieces.emplace_back(tokenizer.piece(id, true));
    return pieces;
}

using Pieces = std::vector<std::string>;

TEST(Stories, published_text_round_trips) {
    VIBRANT_NEEDS_TEST_DATA();
    const auto tokenizer = load_tokenizer(test_data() / "models/stories260K.gguf");
    ASSERT_TRUE(tokenizer) << tokenizer.error().text;
    std::ifstream file(test_data() / "golden/stories260K.txt");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    ASSERT_GT(text.size(), 500u);
    const auto ids = encode(**tokenizer, text);
    EXPECT_EQ((*tokenizer)->decode(ids), text);
    EXPECT_LT(ids.size(), text.size() / 2);  // words, not letters
    EXPECT_EQ((*tokenizer)->kind(), "llama");
    EXPECT_TRUE((*tokenizer)->add_bos());
    EXPECT_EQ((*tokenizer)->bos(), 1);
    EXPECT_EQ((*tokenizer)->stop_tokens().size(), 1u);
    EXPECT_EQ((*tokenizer)->stop_tokens()[0], 2);
    // As llama2.c, the model's own program, encodes its usual prompt.
    EXPECT_EQ(encode(**tokenizer, "Once upon a time"), (std::vector<TokenId>{403, 407, 261, 378}));
}

TEST(Stories, round_trips_every_code_point) {
    VIBRANT_NEEDS_TEST_DATA();
    const auto tokenizer = load_tokenizer(test_data() / "models/stories260K.gguf");
    ASSERT_TRUE(tokenizer) << tokenizer.error().text;
    std::string text;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        if (c == 0x2581) continue;  // is a space to SentencePiece
        append_utf8(text, c);
        if (c % 7 == 0) text += ' ';
    }
    EXPECT_TRUE((*tokenizer)->decode(encode(**tokenizer, text)) == text);
    std::mt19937_64 random(1);
    for (int i = 0; i < 2000; ++i) {
        const std::string line = random_text(random, random() % 40);
        ASSERT_EQ((*tokenizer)->decode(encode(**tokenizer, line)), line);
    }
}

TEST(Spm, merges_by_score_and_falls_back_to_bytes) {
    const auto tokenizer = load_tokenizer(spm_vocabulary({"ab", "\u2581a", "bc", "a", "b", "c", "\u2581"}));
    ASSERT_TRUE(tokenizer) << tokenizer.error().text;
    EXPECT_EQ(spelled(**tokenizer, "abc"), (Pieces{" ", "ab", "c"}));
    EXPECT_EQ(spelled(**tokenizer, "ac"), (Pieces{" a", "c"}));
    EXPECT_EQ(spelled(**tokenizer, "b bc"), (Pieces{" ", "b", " ", "bc"}));
    EXPECT_EQ(spelled(**tokenizer, "\u00E9"), (Pieces{" ", "\xC3", "\xA9"}));
    EXPECT_EQ(spelled(**tokenizer, ""), Pieces{});
    EXPECT_EQ((*tokenizer)->decode(encode(**tokenizer, "\u00E9 a\n")), "\u00E9 a\n");
}

// Of equal scores the leftmost pair is joined first.
TEST(Spm, ties_go_left) {
    auto file = spm_vocabulary({"aa", "a", "\u2581"});
    const auto tokenizer = load_tokenizer(file);
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(spelled(**tokenizer, "aaaaa"), (Pieces{" ", "aa", "aa", "a"}));
}

// A pair may be a token although neither half is one.
TEST(Spm, merges_characters_that_are_no_tokens) {
    const auto tokenizer = load_tokenizer(spm_vocabulary({"xy", "\u2581"}));
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(spelled(**tokenizer, "xyx"), (Pieces{" ", "xy", "x"}));
}

TEST(Spm, missing_bytes_are_unknown) {
    auto file = base_model();  // no byte tokens at all
    const auto tokenizer = load_tokenizer(file);
    ASSERT_TRUE(tokenizer) << tokenizer.error().text;
    EXPECT_EQ(spelled(**tokenizer, "a\u00E9b"), (Pieces{" a", "<unk>", "b"}));
    EXPECT_EQ((*tokenizer)->decode(encode(**tokenizer, "a\u00E9b")), "ab");
}

TEST(Spm, space_prefix) {
    auto file = spm_vocabulary({"\u2581\u2581", "\u2581", "a", "\u2581a"});
    const auto with = load_tokenizer(file);
    ASSERT_TRUE(with);
    EXPECT_EQ(spelled(**with, " a"), (Pieces{"  ", "a"}));
    EXPECT_EQ((*with)->decode(encode(**with, " a")), " a");
    EXPECT_EQ(spelled(**with, "a<s>a", SpecialTokens::kParse), (Pieces{" a", "<s>", " a"}));
    EXPECT_EQ((*with)->decode(encode(**with, "a<s>a", SpecialTokens::kParse), true), "a<s>a");
    file.add("tokenizer.ggml.add_space_prefix", false);
    const auto without = load_tokenizer(file);
    ASSERT_TRUE(without);
    EXPECT_EQ(spelled(**without, "a"), (Pieces{"a"}));
    EXPECT_EQ((*without)->decode(encode(**without, " a")), " a");
}

TEST(Spm, special_tokens_only_where_asked) {
    const auto tokenizer =
        load_tokenizer(spm_vocabulary({"<", "s", ">", "<s", "\u2581", "<tool>"}, {1, 1, 1, 1, 1, 4}));
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(spelled(**tokenizer, "<s>"), (Pieces{" ", "<s", ">"}));  // "<s" + ">" is the control token <s>: not made
    EXPECT_EQ(encode(**tokenizer, "<s>", SpecialTokens::kParse), (std::vector<TokenId>{1}));
    EXPECT_EQ(spelled(**tokenizer, "<0x41><tool>s"), (Pieces{" ", "<", "0", "x", "4", "1", ">", "<tool>", " ", "s"}));
}

// With a token that has a space behind a letter, merges may cross words.
TEST(Spm, merges_across_spaces_where_the_vocabulary_does) {
    const auto tokenizer = load_tokenizer(spm_vocabulary({"a\u2581b", "a\u2581", "a", "b", "\u2581"}));
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(spelled(**tokenizer, "a b"), (Pieces{" ", "a b"}));
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += i % 3 == 0 ? "a b" : "b ";
    EXPECT_EQ((*tokenizer)->decode(encode(**tokenizer, text)), text);
}

// Word by word gives what one merge over the whole text gives: a token that no text contains turns
// the words off.
TEST(Spm, words_do_not_change_the_result) {
    const std::vector<std::string> pieces = {"\u2581the", "th", "he", "\u2581t", "\u2581\u2581", "in", "e",
                                             "t",         "h",  "i",  "n",       "\u2581",       "en"};
    auto crossing = pieces;
    crossing.push_back("Q\u2581");
    const auto words = load_tokenizer(spm_vocabulary(pieces));
    const auto whole = load_tokenizer(spm_vocabulary(crossing));
    ASSERT_TRUE(words && whole);
    std::mt19937_64 random(5);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (std::size_t n = random() % 80; n > 0; --n) text += std::string_view("then i\n\xC3\xA9  t")[random() % 7];
        ASSERT_EQ(encode(**words, text), encode(**whole, text)) << text;
    }
}

TEST(Spm, long_texts_encode_as_short_ones) {
    const auto tokenizer =
        load_tokenizer(spm_vocabulary({"\u2581ab", "ab", "\u2581a", "a", "b", "\u2581", "cab", "c"}));
    ASSERT_TRUE(tokenizer);
    std::mt19937_64 random(6);
    std::string text;
    std::vector<TokenId> expected;
    for (int i = 0; i < 3000; ++i) {
        std::string word;
        for (std::size_t n = 1 + random() % 6; n > 0; --n) word += "abc"[random() % 3];
        const auto ids = encode(**tokenizer, word);
        expected.insert(expected.end(), ids.begin(), ids.end());
        text += (i > 0 ? " " : "") + word;
    }
    EXPECT_EQ(encode(**tokenizer, text), expected);
}

}  // namespace
}  // namespace vibrant::test
