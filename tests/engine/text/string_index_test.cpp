// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/string_index.h"

#include <gtest/gtest.h>

#include <string>

namespace vibrant {
namespace {

TEST(StringIndex, finds_what_was_put_in) {
    std::vector<std::string> words;
    for (int i = 0; i < 20000; ++i)
        words.push_back(std::string(static_cast<std::size_t>(i % 40), 'x') + std::to_string(i));
    const std::vector<std::string_view> texts(words.begin(), words.end());
    const StringIndex index(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) ASSERT_EQ(index.find(texts[i]), static_cast<TokenId>(i));
    EXPECT_EQ(index.find("x"), std::nullopt);
    EXPECT_EQ(index.find("x5x"), std::nullopt);
}

TEST(StringIndex, lowest_of_equal_texts_and_no_empty_text) {
    const std::vector<std::string_view> texts = {"", "a", "b", "a", "", "b"};
    const StringIndex index(texts);
    EXPECT_EQ(index.find("a"), 1);
    EXPECT_EQ(index.find("b"), 2);
    EXPECT_EQ(index.find(""), std::nullopt);
    EXPECT_EQ(StringIndex().find("a"), std::nullopt);
    EXPECT_EQ(StringIndex(std::span<const std::string_view>()).find("a"), std::nullopt);
}

// Words that differ in one byte, at every place of every length around the word sizes the hash
// reads.
TEST(StringIndex, every_byte_counts_in_the_hash) {
    for (std::size_t n = 1; n < 50; ++n) {
        const std::string word(n, 'a');
        for (std::size_t at = 0; at < n; ++at) {
            std::string other = word;
            other[at] = 'b';
            EXPECT_NE(hash_bytes(word, 1), hash_bytes(other, 1)) << n << " " << at;
        }
        EXPECT_NE(hash_bytes(word, 1), hash_bytes(word + 'a', 1));
        EXPECT_NE(hash_bytes(word, 1), hash_bytes(word, 2));
    }
}

}  // namespace
}  // namespace vibrant
