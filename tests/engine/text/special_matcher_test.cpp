// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/special_matcher.h"

#include <gtest/gtest.h>

#include <format>
#include <random>
#include <string>

namespace vibrant {
namespace {

SpecialMatcher make(const std::vector<std::string>& tokens) {
    SpecialMatcher matcher;
    for (std::size_t i = 0; i < tokens.size(); ++i) EXPECT_TRUE(matcher.add(tokens[i], static_cast<TokenId>(i)));
    matcher.finish();
    return matcher;
}

std::string marked(const SpecialMatcher& matcher, std::string_view text) {
    std::vector<SpecialMatcher::Match> matches;
    matcher.find(text, matches);
    std::string out;
    std::size_t at = 0;
    for (const auto& match : matches) {
        out += text.substr(at, match.begin - at);
        out += std::format("[{}]", match.id);
        at = match.end;
    }
    return out += text.substr(at);
}

TEST(SpecialMatcher, leftmost_then_longest) {
    const auto matcher = make({"<a>", "<a><b>", "b", "<b>c", ">x"});
    EXPECT_EQ(marked(matcher, "<a>"), "[0]");
    EXPECT_EQ(marked(matcher, "<a><b>"), "[1]");
    EXPECT_EQ(marked(matcher, "<a><b>c"), "[1]c");
    EXPECT_EQ(marked(matcher, "<a><b"), "[0]<[2]");
    EXPECT_EQ(marked(matcher, "<a>x"), "[0]x");
    EXPECT_EQ(marked(matcher, "<<b>cb>x"), "<[3][2][4]");
    EXPECT_EQ(marked(matcher, ""), "");
}

TEST(SpecialMatcher, empty_and_equal_tokens) {
    EXPECT_EQ(marked(make({}), "text"), "text");
    EXPECT_EQ(marked(make({""}), "text"), "text");
    EXPECT_EQ(marked(make({"", "t", "t"}), "text"), "[1]ex[1]");
    EXPECT_EQ(marked(make({std::string("\0\xFF", 2)}), std::string_view("a\0\xFF", 3)), "a[0]");
}

TEST(SpecialMatcher, equals_a_plain_search) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 3000; ++round) {
        std::vector<std::string> tokens(1 + random() % 8);
        for (auto& token : tokens) {
            for (std::size_t n = 1 + random() % 5; n > 0; --n) token += "abc"[random() % 3];
        }
        std::string text;
        for (std::size_t n = random() % 40; n > 0; --n) text += "abc"[random() % 3];
        std::string expected;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t best = tokens.size();
            for (std::size_t i = 0; i < tokens.size(); ++i) {
                if (text.compare(at, tokens[i].size(), tokens[i]) != 0) continue;
                if (best == tokens.size() || tokens[i].size() > tokens[best].size()) best = i;
            }
            expected += best < tokens.size() ? std::format("[{}]", best) : std::string(1, text[at]);
            at += best < tokens.size() ? tokens[best].size() : 1;
        }
        ASSERT_EQ(marked(make(tokens), text), expected) << text;
    }
}

TEST(SpecialMatcher, refuses_more_nodes_than_allowed) {
    SpecialMatcher matcher;
    bool accepted = true;
    for (int i = 0; accepted && i < 2000; ++i) accepted = matcher.add(std::string(1000, 'x') + std::to_string(i), i);
    EXPECT_FALSE(accepted);
}

}  // namespace
}  // namespace vibrant
