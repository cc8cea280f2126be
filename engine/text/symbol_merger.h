// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The loop at the heart of every BPE: of all neighbours that may be joined, join the best, until
// none may.
//
// Best is the lowest rank, and of equal ranks the leftmost. Words of up to kLinear symbols are
// searched through each time, which beats any structure for them; longer ones keep their candidates
// in a heap over a linked list: O(n log n), no recursion. The memory of one merger is reused from
// word to word.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "engine/base/token.h"

namespace vibrant {

struct Symbol {
    std::uint32_t begin = 0;   // bytes from the start of the word
    std::uint32_t length = 0;  // bytes
    TokenId id = -1;           // -1: no token of the vocabulary
};

struct Join {
    static constexpr std::uint32_t kNever = 0xFFFFFFFFu;
    std::uint32_t rank = kNever;
    TokenId id = -1;  // of the token that the two become
};

// What two neighbouring symbols may become. Must depend on nothing but the two.
template <class F>
concept JoinRule = requires(const F& rule, const Symbol& symbol) {
    { rule(symbol, symbol) } -> std::same_as<Join>;
};

class SymbolMerger {
  public:
    std::vector<Symbol> symbols;  // in: the word's smallest parts; after merge(): its tokens

    template <JoinRule Rule>
    void merge(const Rule& rule) {
        if (symbols.size() <= kLinear)
            merge_short(rule);
        else
            merge_long(rule);
    }

  private:
    static constexpr std::size_t kLinear = 32;

    template <JoinRule Rule>
    void merge_short(const Rule& rule) {
        std::array<Join, kLinear> joins;  // [i]: of symbols i and i + 1
        std::size_t n = symbols.size();
        for (std::size_t i = 0; i + 1 < n; ++i) joins[i] = rule(symbols[i], symbols[i + 1]);
        while (n > 1) {
            std::size_t best = 0;
            for (std::size_t i = 1; i + 1 < n; ++i) {
                if (joins[i].rank < joins[best].rank) best = i;
            }
            if (joins[best].rank == Join::kNever) break;
            symbols[best].length += symbols[best + 1].length;
            symbols[best].id = joins[best].id;
            --n;
            for (std::size_t i = best + 1; i < n; ++i) {
                symbols[i] = symbols[i + 1];
                joins[i - 1] = joins[i];
            }
            if (best + 1 < n) joins[best] = rule(symbols[best], symbols[best + 1]);
            if (best > 0) joins[best - 1] = rule(symbols[best - 1], symbols[best]);
        }
        symbols.resize(n);
    }

    template <JoinRule Rule>
    void merge_long(const Rule& rule) {
        const auto n = static_cast<std::uint32_t>(symbols.size());
        next_.resize(n);
        previous_.resize(n);
        heap_.clear();
        const auto candidate = [&](std::uint32_t left) -> bool {
            const std::uint32_t right = next_[left];
            const Join join = rule(symbols[left], symbols[right]);
            if (join.rank == Join::kNever) return false;
            heap_.push_back(
                {std::uint64_t{join.rank} << 32 | left, symbols[left].length + symbols[right].length, join.id});
            return true;
        };
        for (std::uint32_t i = 0; i < n; ++i) {
            next_[i] = i + 1;
            previous_[i] = i - 1;  // of the first: past the end, like the next of the last
            if (i + 1 < n) candidate(i);
        }
        std::ranges::make_heap(heap_, std::greater{}, &Candidate::order);
        const auto push = [&](std::uint32_t left) {
            if (candidate(left)) std::ranges::push_heap(heap_, std::greater{}, &Candidate::order);
        };
        while (!heap_.empty()) {
            const Candidate best = heap_.front();
            std::ranges::pop_heap(heap_, std::greater{}, &Candidate::order);
            heap_.pop_back();
            const auto left = static_cast<std::uint32_t>(best.order);
            const std::uint32_t right = next_[left];
            // Stale if either side has meanwhile become part of something longer: lengths only
            // grow.
            if (symbols[left].length == 0 || right >= n || symbols[left].length + symbols[right].length != best.length)
                continue;
            symbols[left].length = best.length;
            symbols[left].id = best.id;
            symbols[right].length = 0;
            next_[left] = next_[right];
            if (next_[left] < n) {
                previous_[next_[left]] = left;
                push(left);
            }
            if (previous_[left] < n) push(previous_[left]);
        }
        std::erase_if(symbols, [](const Symbol& symbol) { return symbol.length == 0; });
    }

    struct Candidate {
        std::uint64_t order = 0;   // rank, then index of the left symbol
        std::uint32_t length = 0;  // bytes of both symbols
        TokenId id = -1;
    };
    std::vector<std::uint32_t> next_, previous_;  // [n] indices; n or more: none
    std::vector<Candidate> heap_;
};

}  // namespace vibrant
