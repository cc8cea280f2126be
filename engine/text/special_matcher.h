// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Finds special tokens written out in a text: from left to right, at each place the longest.
//
// An Aho-Corasick automaton over the reversed tokens, run from the end of the text to its start: at
// every place it then knows the longest token that starts there, so the whole search is linear in
// the text whatever the tokens are (10 000 that are prefixes of each other, or a text that is
// almost a token at every byte). A text without any byte that ends a token is passed over at the
// speed of a table lookup.
// Costs: about 32 bytes per node, nodes <= bytes of all tokens. Threads: immutable once built.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/token.h"

namespace vibrant {

class SpecialMatcher {
  public:
    struct Match {
        std::size_t begin = 0;  // bytes from the start of the text
        std::size_t end = 0;
        TokenId id = 0;
    };
    // Nodes a matcher may have: 2^20, about 32 MB. Real vocabularies need less than 50 000.
    static constexpr std::size_t kMaxNodes = std::size_t{1} << 20;

    SpecialMatcher() = default;
    // Adds a token; of equal texts the first added wins, empty ones are ignored. False if kMaxNodes
    // would be passed.
    [[nodiscard]] bool add(std::string_view text, TokenId id);
    // Ends the building; call once, before find().
    void finish();

    [[nodiscard]] bool empty() const { return nodes_.size() <= 1; }
    // All matches in order, none overlapping.
    void find(std::string_view text, std::vector<Match>& matches) const;

  private:
    struct Node {
        std::uint32_t parent = 0;
        std::uint32_t fail = 0;    // node of the longest proper suffix of this node's string
        TokenId id = -1;           // longest token that is a suffix of this node's string
        std::uint32_t length = 0;  // its bytes
        std::uint32_t depth = 0;
        std::uint8_t byte = 0;
    };
    struct Edge {
        std::uint32_t key = kFree;  // node << 8 | byte
        std::uint32_t child = 0;
    };
    static constexpr std::uint32_t kFree = 0xFFFFFFFFu;  // of a node above kMaxNodes

    [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint8_t byte) const;  // 0: none
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint8_t byte) const;
    [[nodiscard]] std::size_t slot_of(std::uint32_t key) const;
    void insert_edge(std::uint32_t key, std::uint32_t child);
    void grow();

    std::vector<Node> nodes_;  // [0] is the root
    std::vector<Edge> edges_;  // open addressing, a power of two, at most half full
    std::uint64_t seed_ = 0;   // of the order of the slots, so that no file can choose it
    std::array<bool, 256> is_last_byte_{};
};

}  // namespace vibrant
