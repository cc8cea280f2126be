// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Exact text of a token to its id: an open-addressing table of 8-byte slots over strings that stay
// where they are.
//
// Costs: one allocation of 16 to 32 bytes per token; a lookup is usually one cache line of the
// table and one of the text. The order of the slots is seeded anew each time, so that no file can
// be made to collide on purpose; results do not depend on it. Threads: immutable once built.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/token.h"

namespace vibrant {

// A value that hostile input cannot know.
[[nodiscard]] std::uint64_t random_seed();

[[nodiscard]] inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    const auto product = static_cast<unsigned __int128>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

[[nodiscard]] std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed);

class StringIndex {
  public:
    StringIndex() = default;
    // Of equal texts the lowest id is found; empty texts are never found. `texts` must outlive the
    // index.
    explicit StringIndex(std::span<const std::string_view> texts);
    [[nodiscard]] std::optional<TokenId> find(std::string_view text) const;

  private:
    struct Slot {
        std::uint32_t tag = 0;  // upper half of the hash
        TokenId id = -1;        // -1: free
    };
    std::span<const std::string_view> texts_;
    std::uint64_t seed_ = 0;
    std::vector<Slot> slots_;  // a power of two, at most half full
};

}  // namespace vibrant
