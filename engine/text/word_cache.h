// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Remembers the words of one encode() call: source code repeats 9 of 10.
//
// An entry holds no copies: the word still stands in the text, its ids in the output. Local to one
// call, so it needs no locks and its memory is bounded (96 KB, none for short texts). A hit is
// exact: the bytes are compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "engine/base/token.h"
#include "engine/text/string_index.h"

namespace vibrant {

class WordCache {
  public:
    // Texts shorter than this are done before the cache has paid for itself.
    static constexpr std::size_t kMinTextBytes = 2048;

    // A new text: what was remembered is forgotten. `text` and what is appended to `out` must stay
    // until the next call.
    void start(std::string_view text) {
        text_ = text;
        slots_.clear();
        if (text.size() >= kMinTextBytes && text.size() <= UINT32_MAX) slots_.resize(kSlots);
    }

    // Appends the ids of `word`, a part of the text, as they were when it was stored last. False if
    // it was not.
    [[nodiscard]] bool append_known(std::string_view word, std::vector<TokenId>& out) {
        if (slots_.empty()) return false;
        const Slot& slot = slots_[slot_of(word)];
        if (slot.length != word.size() || std::memcmp(text_.data() + slot.begin, word.data(), word.size()) != 0)
            return false;
        for (std::size_t i = 0; i < slot.n_ids; ++i) out.push_back(out[slot.out_begin + i]);
        return true;
    }

    // `out` ends with the ids of `word`, which start at `out_begin`.
    void store(std::string_view word, const std::vector<TokenId>& out, std::size_t out_begin) {
        if (slots_.empty() || word.size() > UINT16_MAX || out_begin > UINT32_MAX) return;
        slots_[slot_of(word)] = {static_cast<std::uint32_t>(word.data() - text_.data()),
                                 static_cast<std::uint32_t>(out_begin), static_cast<std::uint16_t>(word.size()),
                                 static_cast<std::uint16_t>(out.size() - out_begin)};
    }

  private:
    static constexpr std::size_t kSlots = 8192;
    struct Slot {
        std::uint32_t begin = 0;      // of the word in the text
        std::uint32_t out_begin = 0;  // of its ids in the output
        std::uint16_t length = 0;     // bytes of the word; 0: free
        std::uint16_t n_ids = 0;      // <= length, as a token has at least one byte
    };
    static std::size_t slot_of(std::string_view word) { return hash_bytes(word, 0) & (kSlots - 1); }

    std::string_view text_;
    std::vector<Slot> slots_;
};

}  // namespace vibrant
