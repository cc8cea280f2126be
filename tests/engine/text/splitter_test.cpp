// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/splitter.h"

#include <gtest/gtest.h>

#include "tests/engine/text/text_test.h"
#include "tests/support/json.h"

namespace vibrant::test {
namespace {

constexpr std::pair<std::string_view, SplitRule> kRules[] = {
    {"qwen2", SplitRule::kQwen2}, {"llama-bpe", SplitRule::kLlamaBpe}, {"gpt-2", SplitRule::kGpt2}};

// Code points in each piece.
std::vector<std::size_t> lengths(SplitRule rule, std::string_view text) {
    std::vector<std::size_t> pieces;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = split_next(rule, text, begin);
        EXPECT_GT(end, begin);
        std::size_t n = 0;
        while (begin < end) {
            begin += decode_utf8(text.substr(begin)).length;
            ++n;
        }
        EXPECT_EQ(begin, end) << "a piece ends inside a character";
        pieces.push_back(n);
    }
    return pieces;
}

std::vector<std::size_t> expected_lengths(const JsonValue& runs) {
    std::vector<std::size_t> pieces;
    for (const JsonValue& run : runs) {  // a length, or [length, how often]
        const bool single = run.is_number();
        pieces.insert(pieces.end(), single ? 1 : run.at(1).get<std::size_t>(),
                      (single ? run : run.at(0)).get<std::size_t>());
    }
    return pieces;
}

// tests/golden/splits.jsonl: what the published regular expressions give (generate_splits.py).
TEST(Splitter, cuts_where_the_published_expressions_cut) {
    const auto cases = read_json_lines(VIBRANT_GOLDEN "/splits.jsonl");
    EXPECT_GT(cases.size(), 2500u);
    for (const JsonValue& golden : cases) {
        const std::string text = golden.at("text");
        for (const auto& [name, rule] : kRules)
            EXPECT_EQ(lengths(rule, text), expected_lengths(golden.at(name))) << name << ": " << text;
    }
}

}  // namespace
}  // namespace vibrant::test
