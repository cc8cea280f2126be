// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What both kinds of tokenizer do before they look at words: repair UTF-8, then cut out the special
// tokens.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/tokenizer.h"
#include "engine/text/utf8_stream.h"
#include "engine/text/vocabulary.h"

namespace vibrant {

// Calls visit(segment, token) for the parts of `text` in order: stretches of well-formed text
// without a token, none empty, and special tokens with their id.
template <class Visit>
void for_each_segment(const Vocabulary& vocabulary, std::string_view text, SpecialTokens special, Visit&& visit) {
    std::string repaired;
    if (valid_utf8_prefix(text) != text.size()) text = repaired = repair_utf8(text);
    std::vector<SpecialMatcher::Match> matches;
    (special == SpecialTokens::kParse ? vocabulary.all_special : vocabulary.user_defined).find(text, matches);
    std::size_t at = 0;
    for (const SpecialMatcher::Match& match : matches) {
        if (match.begin > at) visit(text.substr(at, match.begin - at), std::nullopt);
        visit(text.substr(match.begin, match.end - match.begin), std::optional(match.id));
        at = match.end;
    }
    if (at < text.size()) visit(text.substr(at), std::nullopt);
}

// Calls visit(stretch) for consecutive parts of `word`, each of at most `limit` bytes and none ending
// inside a character.
template <class Visit>
void for_each_stretch(std::string_view word, std::size_t limit, Visit&& visit) {
    while (word.size() > limit) {
        std::size_t cut = limit;
        while ((static_cast<unsigned char>(word[cut]) & 0xC0) == 0x80) --cut;
        visit(word.substr(0, cut));
        word.remove_prefix(cut);
    }
    if (!word.empty()) visit(word);
}

}  // namespace vibrant
