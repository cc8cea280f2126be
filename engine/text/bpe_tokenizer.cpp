// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/bpe_tokenizer.h"

#include <bit>
#include <cstring>
#include <format>
#include <utility>

#include "engine/base/log.h"
#include "engine/text/byte_alphabet.h"
#include "engine/text/nfc.h"
#include "engine/text/special_segments.h"
#include "engine/text/word_cache.h"

namespace vibrant {
namespace {

constexpr std::size_t kMaxMerges = std::size_t{1} << 22;

struct LoadedMerges {
    MergeTable table;
    std::size_t n_skipped = 0;
};

Result<LoadedMerges> load_merges(const Vocabulary& vocabulary) {
    VIBRANT_TRY(stored, vocabulary.file->string_array("tokenizer.ggml.merges"));
    if (!stored) return vocabulary.file->error(ErrorCode::kMalformed, "tokenizer.ggml.merges is missing");
    if (stored->size() > kMaxMerges) {
        return vocabulary.file->error(
            ErrorCode::kMalformed,
            std::format("tokenizer.ggml.merges is too long (found {}, allowed {})", stored->size(), kMaxMerges));
    }
    LoadedMerges merges{MergeTable(stored->size()), 0};
    std::string joined;
    for (std::size_t rank = 0; rank < stored->size(); ++rank) {
        const std::string_view merge = (*stored)[rank];
        const std::size_t space = merge.find(' ');
        if (space == 0 || space == std::string_view::npos || space + 1 == merge.size() ||
            merge.find(' ', space + 1) != std::string_view::npos) {
            return vocabulary.file->error(ErrorCode::kMalformed,
                                          std::format("tokenizer.ggml.merges: merge {} is malformed "
                                                      "(found '{}', allowed two parts and one space)",
                                                      rank, printable(merge)));
        }
        joined.assign(merge, 0, space).append(merge, space + 1);
        const auto left = vocabulary.index.find(merge.substr(0, space));
        const auto right = vocabulary.index.find(merge.substr(space + 1));
        const auto whole = vocabulary.index.find(joined);
        // Text may not become a control token by merging either.
        if (left && right && whole && vocabulary.is_text(*whole))
            merges.table.add(*left, *right, {static_cast<std::uint32_t>(rank), *whole});
        else
            ++merges.n_skipped;
    }
    return merges;
}

}  // namespace

MergeTable::MergeTable(std::size_t n) : seed_(random_seed()), slots_(std::bit_ceil(n + n / 2 + 2)) {}

void MergeTable::add(TokenId left, TokenId right, Join join) {
    const std::uint64_t key = key_of(left, right);
    std::size_t slot = slot_of(key);
    while (slots_[slot].key != kFree && slots_[slot].key != key) slot = (slot + 1) & (slots_.size() - 1);
    if (slots_[slot].key == kFree) slots_[slot] = {key, join};
}

struct BpeTokenizer::Scratch {
    std::string normalized;
    std::string spelling;
    SymbolMerger merger;
    WordCache cache;
};

BpeTokenizer::BpeTokenizer(std::unique_ptr<const Vocabulary> vocabulary, Family family, MergeTable merges)
    : Tokenizer(std::move(vocabulary)), family_(family), merges_(std::move(merges)) {}

Result<std::unique_ptr<const Tokenizer>> BpeTokenizer::create(std::unique_ptr<const Vocabulary> vocabulary,
                                                              Family family) {
    VIBRANT_TRY(merges, load_merges(*vocabulary));
    if (merges.n_skipped > 0) {
        log(LogLevel::kWarning,
            std::format("{} merges join or make tokens that are not in the vocabulary and are skipped",
                        merges.n_skipped));
    }
    return std::unique_ptr<const Tokenizer>(new BpeTokenizer(std::move(vocabulary), family, std::move(merges.table)));
}

void BpeTokenizer::encode(std::string_view text, SpecialTokens special, std::vector<TokenId>& out) const {
    Scratch scratch;
    for_each_segment(vocabulary(), text, special, [&](std::string_view segment, std::optional<TokenId> token) {
        if (token)
            out.push_back(*token);
        else
            encode_text(segment, scratch, out);
    });
}

void BpeTokenizer::encode_text(std::string_view text, Scratch& scratch, std::vector<TokenId>& out) const {
    if (family_.nfc) text = to_nfc(text, scratch.normalized);
    scratch.cache.start(text);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = split_next(family_.split, text, begin);
        for_each_stretch(text.substr(begin, end - begin), kMaxWordBytes,
                         [&](std::string_view word) { encode_word(word, scratch, out); });
        begin = end;
    }
}

void BpeTokenizer::encode_word(std::string_view word, Scratch& scratch, std::vector<TokenId>& out) const {
    if (word.size() > 1 && scratch.cache.append_known(word, out)) return;
    const std::size_t out_begin = out.size();
    if (family_.ignore_merges && word.size() * 2 <= kMaxTokenBytes) {
        scratch.spelling.clear();
        byte_alphabet::append_spelling(word, scratch.spelling);
        if (const auto id = vocabulary().index.find(scratch.spelling); id && vocabulary().is_text(*id)) {
            out.push_back(*id);
            scratch.cache.store(word, out, out_begin);
            return;
        }
    }
    auto& symbols = scratch.merger.symbols;
    symbols.resize(word.size());
    for (std::uint32_t i = 0; i < symbols.size(); ++i)
        symbols[i] = {i, 1, vocabulary().byte_tokens[static_cast<unsigned char>(word[i])]};
    scratch.merger.merge([this](const Symbol& left, const Symbol& right) { return merges_.find(left.id, right.id); });
    for (const Symbol& symbol : symbols) {
        if (symbol.id >= 0)
            out.push_back(symbol.id);
        else if (vocabulary().special.unknown)  // a byte that the vocabulary lacks
            out.push_back(*vocabulary().special.unknown);
    }
    scratch.cache.store(word, out, out_begin);
}

}  // namespace vibrant
