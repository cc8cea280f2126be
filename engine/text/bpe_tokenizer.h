// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Byte-level BPE ("gpt2" in the file): NFC where the family has it, words by split rule, bytes
// merged by rank.
//
// Deviation, for bounded work: a word above kMaxWordBytes is cut there (before the character that
// would cross).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/gguf/gguf_file.h"
#include "engine/text/splitter.h"
#include "engine/text/symbol_merger.h"
#include "engine/text/tokenizer.h"
#include "engine/text/vocabulary.h"

namespace vibrant {

// (left id, right id) -> (rank, merged id), open addressing in 16-byte slots: about 4 MB for 150
// 000 merges.
class MergeTable {
  public:
    // Room for `n` merges.
    explicit MergeTable(std::size_t n);
    // Of equal pairs the first added, which has the lowest rank, wins.
    void add(TokenId left, TokenId right, Join join);
    [[nodiscard]] Join find(TokenId left, TokenId right) const {
        const std::uint64_t key = key_of(left, right);
        for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (slots_.size() - 1)) {
            if (slots_[slot].key == key) return slots_[slot].join;
            if (slots_[slot].key == kFree) return {};
        }
    }

  private:
    static constexpr std::uint64_t kFree = ~std::uint64_t{0};  // ids are not negative
    struct Slot {
        std::uint64_t key = kFree;
        Join join;
    };
    static std::uint64_t key_of(TokenId left, TokenId right) {
        return std::uint64_t{static_cast<std::uint32_t>(left)} << 32 | static_cast<std::uint32_t>(right);
    }
    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
        return mix(key ^ seed_, kFactor) & (slots_.size() - 1);
    }

    static constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15u;  // 2^64 / golden ratio
    std::uint64_t seed_;
    std::vector<Slot> slots_;  // a power of two, at most two thirds full
};

class BpeTokenizer final : public Tokenizer {
  public:
    static constexpr std::size_t kMaxWordBytes = 65536;

    // How a family of models tokenizes.
    struct Family {
        SplitRule split = SplitRule::kGpt2;
        bool nfc = false;
        bool ignore_merges = false;  // a word that is a token is that token, whatever its merges
    };

    // Reads the merges; `vocabulary` was loaded from the same file.
    [[nodiscard]] static Result<std::unique_ptr<const Tokenizer>> create(std::unique_ptr<const Vocabulary> vocabulary,
                                                                         Family family);
    ~BpeTokenizer() override = default;

    void encode(std::string_view text, SpecialTokens special, std::vector<TokenId>& out) const override;

  private:
    struct Scratch;  // memory of one encode() call
    BpeTokenizer(std::unique_ptr<const Vocabulary> vocabulary, Family family, MergeTable merges);
    void encode_text(std::string_view text, Scratch& scratch, std::vector<TokenId>& out) const;
    void encode_word(std::string_view word, Scratch& scratch, std::vector<TokenId>& out) const;

    Family family_;
    MergeTable merges_;
};

}  // namespace vibrant
