// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// SentencePiece BPE ("llama" in the file): spaces become U+2581, characters are merged by score,
// and characters without a token fall back to one token per byte.
//
// Words: SentencePiece merges over the whole text. Where no token of the vocabulary has a space
// behind something else (true of the Llama vocabularies), no merge can cross the start of a run of
// spaces, and the text is merged word by word with the same result. Otherwise it is merged in
// stretches of at most kMaxWordBytes, cut at such a start where there is one.
// Deviations: tokens of type "unused" are never produced; a single word above kMaxWordBytes is cut
// there.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/text/tokenizer.h"
#include "engine/text/vocabulary.h"

namespace vibrant {

class SpmTokenizer final : public Tokenizer {
  public:
    static constexpr std::size_t kMaxWordBytes = 65536;

    [[nodiscard]] static Result<std::unique_ptr<const Tokenizer>> create(std::unique_ptr<Vocabulary> vocabulary);
    ~SpmTokenizer() override = default;

    void encode(std::string_view text, SpecialTokens special, std::vector<TokenId>& out) const override;

  private:
    struct Scratch;  // memory of one encode() call
    explicit SpmTokenizer(std::unique_ptr<const Vocabulary> vocabulary);
    void encode_text(std::string_view text, bool prefix, Scratch& scratch, std::vector<TokenId>& out) const;
    void encode_word(std::string_view word, Scratch& scratch, std::vector<TokenId>& out) const;
    void append_bytes(std::string_view character, std::vector<TokenId>& out) const;
    [[nodiscard]] TokenId find_text(std::string_view text) const;  // -1: none that text may become

    bool word_by_word_;  // no merge crosses the start of a run of spaces
};

}  // namespace vibrant
