// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Text to token ids and back, exactly as the model's own tokenizer does it.
//
// Two kinds: byte-level BPE ("gpt2" in the file, with the splitters `qwen2`, `llama-bpe` and
// `gpt-2`) and SentencePiece BPE ("llama", with byte fallback). Encoding is linear in the text for
// any text (O(n log n) inside one word); no recursion, no std::regex. Input that is not UTF-8 is
// first repaired: each maximal ill-formed subpart becomes U+FFFD. Decoding of any id sequence
// yields bytes; a character may be split over tokens, see Utf8Stream.
// Threads: immutable after load; encode and decode from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/base/token.h"
#include "engine/gguf/gguf_file.h"

namespace vibrant {

// As the file numbers them.
enum class TokenType : std::uint8_t {
    kNormal = 1,
    kUnknown = 2,
    kControl = 3,
    kUserDefined = 4,
    kUnused = 5,
    kByte = 6,
};

// Whether special tokens written out in a text ("<|im_end|>") become their ids. Only text that we
// wrote ourselves (the chat scaffolding) or that the user explicitly asked for may use kParse; user
// text uses kAsText.
enum class SpecialTokens : std::uint8_t { kAsText, kParse };

struct Vocabulary;  // vocabulary.h

class Tokenizer {
  public:
    // Reads and validates `tokenizer.*`. Errors name the key. Keeps the file open, as token texts
    // stay views into it.
    [[nodiscard]] static Result<std::unique_ptr<const Tokenizer>> load(
        std::shared_ptr<const gguf::File> file, std::string_view assumed_pre_tokenizer = "gpt-2");
    virtual ~Tokenizer();

    // Appends the ids of `text` to `out`. Adds no BOS: that is up to callers, see add_bos().
    virtual void encode(std::string_view text, SpecialTokens special, std::vector<TokenId>& out) const = 0;
    // The bytes of one token as they appear in text; empty for control tokens (unless
    // `show_control`) and for ids outside the vocabulary.
    [[nodiscard]] std::string_view piece(TokenId id, bool show_control = false) const;
    // All pieces, and what only whole-sequence decoding knows: SentencePiece drops the space that
    // encode() put before the text and behind each special token.
    [[nodiscard]] std::string decode(std::span<const TokenId> ids, bool show_control = false) const;

    // Number of tokens; the model's logits may have more (padded) rows.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] TokenType type(TokenId id) const;
    // By its exact text in the file.
    [[nodiscard]] std::optional<TokenId> find(std::string_view token) const;
    [[nodiscard]] std::optional<TokenId> bos() const;
    [[nodiscard]] std::optional<TokenId> eos() const;
    [[nodiscard]] bool add_bos() const;
    // Ids that end an answer: eos, eot, and the family's turn and document ends (<|im_end|>,
    // <|endoftext|>, </s>, <|eot_id|>, fim_pad, repo and file separators). Sorted.
    [[nodiscard]] std::span<const TokenId> stop_tokens() const;
    [[nodiscard]] std::string_view kind() const;  // "gpt2/qwen2", "llama": for display

  protected:
    explicit Tokenizer(std::unique_ptr<const Vocabulary> vocabulary);
    [[nodiscard]] const Vocabulary& vocabulary() const { return *vocabulary_; }

  private:
    std::unique_ptr<const Vocabulary> vocabulary_;
};

}  // namespace vibrant
