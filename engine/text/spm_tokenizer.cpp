// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/spm_tokenizer.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/text/sentencepiece_space.h"
#include "engine/text/special_segments.h"
#include "engine/text/symbol_merger.h"
#include "engine/text/word_cache.h"

namespace vibrant {
namespace {

// Ranks that order as the scores do, the highest first. NaN does not occur.
std::uint32_t rank_of(float score) {
    const auto bits = std::bit_cast<std::uint32_t>(score + 0.0f);  // -0 and 0 are the same score
    const std::uint32_t ascending = (bits & 0x80000000u) != 0 ? ~bits : bits | 0x80000000u;
    return ~ascending;
}

// Where the first run of spaces behind something else starts, or the end.
std::size_t end_of_word(std::string_view text) {
    std::size_t at = 0;
    while (text.substr(at).starts_with(kSpaceMark)) at += kSpaceMark.size();
    return std::min(text.find(kSpaceMark, at), text.size());
}

bool has_space_behind_text(const Vocabulary& vocabulary) {
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
        if (vocabulary.is_text(static_cast<TokenId>(i)) &&
            end_of_word(vocabulary.texts[i]) < vocabulary.texts[i].size())
            return true;
    }
    return false;
}

}  // namespace

struct SpmTokenizer::Scratch {
    std::string escaped;
    SymbolMerger merger;
    WordCache cache;
};

SpmTokenizer::SpmTokenizer(std::unique_ptr<const Vocabulary> vocabulary)
    : Tokenizer(std::move(vocabulary)), word_by_word_(!has_space_behind_text(this->vocabulary())) {}

Result<std::unique_ptr<const Tokenizer>> SpmTokenizer::create(std::unique_ptr<Vocabulary> vocabulary) {
    if (vocabulary->scores.empty())
        return vocabulary->file->error(ErrorCode::kMalformed, "tokenizer.ggml.scores is missing");
    if (vocabulary->file->has("tokenizer.ggml.precompiled_charsmap")) {
        return vocabulary->file->error(
            ErrorCode::kUnsupported, "tokenizer.ggml.precompiled_charsmap: a table to normalize text is not supported");
    }
    VIBRANT_TRY(add_space_prefix, vocabulary->file->boolean("tokenizer.ggml.add_space_prefix"));
    vocabulary->add_space_prefix = add_space_prefix.value_or(true);
    return std::unique_ptr<const Tokenizer>(new SpmTokenizer(std::move(vocabulary)));
}

void SpmTokenizer::encode(std::string_view text, SpecialTokens special, std::vector<TokenId>& out) const {
    Scratch scratch;
    bool after_special = true;  // so is the start of the text
    for_each_segment(vocabulary(), text, special, [&](std::string_view segment, std::optional<TokenId> token) {
        if (token)
            out.push_back(*token);
        else
            encode_text(segment, after_special && vocabulary().add_space_prefix, scratch, out);
        after_special = token.has_value();
    });
}

void SpmTokenizer::encode_text(std::string_view text, bool prefix, Scratch& scratch, std::vector<TokenId>& out) const {
    scratch.escaped.clear();
    if (prefix) scratch.escaped += kSpaceMark;
    append_escaped(text, scratch.escaped);
    const std::string_view all = scratch.escaped;
    scratch.cache.start(all);
    const auto encode_stretch = [&](std::size_t begin, std::size_t end) {
        for_each_stretch(all.substr(begin, end - begin), kMaxWordBytes,
                         [&](std::string_view word) { encode_word(word, scratch, out); });
    };
    std::size_t begin = 0;  // of what is not encoded yet: whole words
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = at + end_of_word(all.substr(at));
        if (at > begin && (word_by_word_ || end - begin > kMaxWordBytes)) {
            encode_stretch(begin, at);
            begin = at;
        }
        at = end;
    }
    encode_stretch(begin, all.size());
}

void SpmTokenizer::encode_word(std::string_view word, Scratch& scratch, std::vector<TokenId>& out) const {
    if (scratch.cache.append_known(word, out)) return;
    const std::size_t out_begin = out.size();
    auto& symbols = scratch.merger.symbols;
    symbols.clear();
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t length = decode_utf8(word.substr(at)).length;
        symbols.push_back(
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(length), find_text(word.substr(at, length))});
        at += length;
    }
    // By text and not by id: a pair may be a token although one of its characters is none.
    scratch.merger.merge([&](const Symbol& left, const Symbol& right) -> Join {
        const TokenId id = find_text(word.substr(left.begin, left.length + right.length));
        return id < 0 ? Join{} : Join{rank_of(vocabulary().scores[static_cast<std::size_t>(id)]), id};
    });
    for (const Symbol& symbol : symbols) {
        if (symbol.id >= 0)
            out.push_back(symbol.id);
        else
            append_bytes(word.substr(symbol.begin, symbol.length), out);
    }
    scratch.cache.store(word, out, out_begin);
}

void SpmTokenizer::append_bytes(std::string_view character, std::vector<TokenId>& out) const {
    const std::size_t out_begin = out.size();
    for (const char byte : character) {
        if (const auto id = vocabulary().byte_token(static_cast<unsigned char>(byte))) {
            out.push_back(*id);
            continue;
        }
        out.resize(out_begin);  // no half characters: all of it is unknown
        if (vocabulary().special.unknown) out.push_back(*vocabulary().special.unknown);
        return;
    }
}

TokenId SpmTokenizer::find_text(std::string_view text) const {
    if (text.size() > vocabulary().max_text_bytes) return -1;
    const auto id = vocabulary().index.find(text);
    return id && vocabulary().is_text(*id) ? *id : -1;
}

}  // namespace vibrant
