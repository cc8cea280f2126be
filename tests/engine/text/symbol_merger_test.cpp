// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/symbol_merger.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace vibrant {
namespace {

using Merges = std::map<std::pair<TokenId, TokenId>, Join>;

std::vector<TokenId> ids_of(const std::vector<Symbol>& symbols) {
    std::vector<TokenId> ids;
    for (const Symbol& symbol : symbols) ids.push_back(symbol.id);
    return ids;
}

// The definition: search all neighbours for the lowest rank, join the leftmost, repeat.
std::vector<TokenId> merged_slowly(std::vector<TokenId> ids, const Merges& merges) {
    for (;;) {
        Join best;
        std::size_t at = 0;
        for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
            const auto merge = merges.find({ids[i], ids[i + 1]});
            if (merge == merges.end() || merge->second.rank >= best.rank) continue;
            best = merge->second;
            at = i;
        }
        if (best.id < 0) return ids;
        ids[at] = best.id;
        ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
}

TEST(SymbolMerger, equals_the_definition_below_and_above_the_linear_limit) {
    std::mt19937_64 random(1);
    SymbolMerger merger;  // one for all words, as in use
    for (int round = 0; round < 2000; ++round) {
        Merges merges;
        TokenId next = 4;
        for (std::uint32_t rank = 0; rank < 12; ++rank) {
            const auto pick = [&] { return static_cast<TokenId>(random() % static_cast<std::uint64_t>(next)); };
            if (merges.try_emplace({pick(), pick()}, Join{rank, next}).second) ++next;
        }
        std::vector<TokenId> ids(random() % 100);
        for (TokenId& id : ids) id = static_cast<TokenId>(random() % 4);
        merger.symbols.clear();
        for (std::uint32_t i = 0; i < ids.size(); ++i) merger.symbols.push_back({i, 1, ids[i]});
        merger.merge([&](const Symbol& left, const Symbol& right) {
            const auto merge = merges.find({left.id, right.id});
            return merge == merges.end() ? Join{} : merge->second;
        });
        ASSERT_EQ(ids_of(merger.symbols), merged_slowly(ids, merges));
        std::uint32_t covered = 0;
        for (const Symbol& symbol : merger.symbols) {
            ASSERT_EQ(symbol.begin, covered);
            covered += symbol.length;
        }
        ASSERT_EQ(covered, ids.size());
    }
}

// Work is counted, not timed: rule calls per symbol, for words where every pair merges again and
// again.
TEST(SymbolMerger, asks_the_rule_a_fixed_number_of_times_per_symbol) {
    for (const std::size_t n : {std::size_t{1} << 12, std::size_t{1} << 14, std::size_t{1} << 16}) {
        SymbolMerger merger;
        for (std::uint32_t i = 0; i < n; ++i) merger.symbols.push_back({i, 1, 0});
        std::size_t calls = 0;
        merger.merge([&](const Symbol& left, const Symbol& right) {
            ++calls;
            return left.id == right.id ? Join{static_cast<std::uint32_t>(left.id), left.id + 1} : Join{};
        });
        EXPECT_EQ(merger.symbols.size(), 1u);
        EXPECT_LT(calls, 4 * n);
    }
}

}  // namespace
}  // namespace vibrant
