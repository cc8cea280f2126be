// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/vocabulary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>
#include <utility>

#include "engine/base/log.h"
#include "engine/text/byte_alphabet.h"
#include "engine/text/sentencepiece_space.h"

namespace vibrant {
namespace {

// Tokens that no text may ever spell, whatever type the file gives them (Qwen2.5 lists the
// fill-in-the-middle markers as plain added tokens), and whether one of them ends an answer.
struct Marker {
    std::string_view text;
    bool ends_answer;
};
constexpr Marker kMarkers[] = {
    {"<|im_start|>", false},   {"<|im_end|>", true},      {"<|endoftext|>", true},
    {"<|eot_id|>", true},      {"<|eom_id|>", true},      {"<|end_of_text|>", true},
    {"<|end|>", true},         {"<end_of_turn>", true},   {"<|fim_prefix|>", false},
    {"<|fim_middle|>", false}, {"<|fim_suffix|>", false}, {"<|fim_pad|>", true},
    {"<|repo_name|>", true},   {"<|file_sep|>", true},    {"<｜end▁of▁sentence｜>", true},
};

// The value of a byte token's text "<0xHH>".
std::optional<unsigned char> parse_byte_token(std::string_view text) {
    if (text.size() != 6 || !text.starts_with("<0x") || text[5] != '>') return std::nullopt;
    unsigned char value = 0;
    const auto [end, error] = std::from_chars(text.data() + 3, text.data() + 5, value, 16);
    return error == std::errc() && end == text.data() + 5 ? std::optional(value) : std::nullopt;
}

}  // namespace

Result<std::unique_ptr<Vocabulary>> Vocabulary::load(std::shared_ptr<const gguf::File> file, TokenizerKind kind,
                                                     const Defaults& defaults) {
    auto vocabulary = std::make_unique<Vocabulary>();
    vocabulary->file = std::move(file);
    VIBRANT_TRY_VOID(vocabulary->load_tokens());
    VIBRANT_TRY_VOID(vocabulary->load_types());
    VIBRANT_TRY_VOID(vocabulary->load_scores());
    vocabulary->index = StringIndex(vocabulary->texts);
    VIBRANT_TRY_VOID(vocabulary->load_special_ids(defaults));
    vocabulary->promote_to_control();
    vocabulary->collect_stop_tokens();
    VIBRANT_TRY_VOID(vocabulary->build_pieces(kind));
    VIBRANT_TRY_VOID(vocabulary->build_matchers());
    return vocabulary;
}

Status Vocabulary::load_tokens() {
    VIBRANT_TRY(tokens, file->string_array("tokenizer.ggml.tokens"));
    if (!tokens || tokens->empty())
        return file->error(ErrorCode::kMalformed, "tokenizer.ggml.tokens is missing or empty");
    texts = std::move(*tokens);
    if (texts.size() > kMaxTokens) {
        return file->error(
            ErrorCode::kMalformed,
            std::format("tokenizer.ggml.tokens is too long (found {}, allowed {})", texts.size(), kMaxTokens));
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        max_text_bytes = std::max(max_text_bytes, texts[i].size());
        if (texts[i].size() <= kMaxTokenBytes) continue;
        return file->error(ErrorCode::kMalformed,
                           std::format("tokenizer.ggml.tokens: token {} is too long (found {} bytes, allowed {})", i,
                                       texts[i].size(), kMaxTokenBytes));
    }
    return {};
}

Status Vocabulary::load_types() {
    types.assign(texts.size(), TokenType::kNormal);
    VIBRANT_TRY(stored, file->i32_array("tokenizer.ggml.token_type"));
    if (!stored) {
        // Early conversions have no types: what is spelled like a special piece of SentencePiece is
        // one.
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (parse_byte_token(texts[i])) types[i] = TokenType::kByte;
            if (texts[i] == "<s>" || texts[i] == "</s>") types[i] = TokenType::kControl;
            if (texts[i] == "<unk>") types[i] = TokenType::kUnknown;
        }
        return {};
    }
    if (stored->size() != texts.size()) {
        return file->error(ErrorCode::kMalformed, std::format("tokenizer.ggml.token_type has {} values for {} tokens",
                                                              stored->size(), texts.size()));
    }
    std::size_t n_unknown = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::int32_t type = (*stored)[i];
        if (type >= 1 && type <= 6)
            types[i] = static_cast<TokenType>(type);
        else
            ++n_unknown;
    }
    if (n_unknown > 0)
        log(LogLevel::kWarning, std::format("{} tokens have a type outside 1 to 6 and count as normal", n_unknown));
    return {};
}

Status Vocabulary::load_scores() {
    VIBRANT_TRY(stored, file->f32_array("tokenizer.ggml.scores"));
    if (!stored) return {};
    if (stored->size() != texts.size()) {
        return file->error(ErrorCode::kMalformed, std::format("tokenizer.ggml.scores has {} values for {} tokens",
                                                              stored->size(), texts.size()));
    }
    scores.resize(texts.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        scores[i] = (*stored)[i];
        if (std::isnan(scores[i]))
            return file->error(ErrorCode::kMalformed,
                               std::format("tokenizer.ggml.scores: token {} has the score NaN", i));
    }
    return {};
}

Status Vocabulary::load_special_ids(const Defaults& defaults) {
    special.bos = defaults.bos;
    special.eos = defaults.eos;
    special.unknown = defaults.unknown;
    const std::pair<std::string_view, std::optional<TokenId> SpecialIds::*> keys[] = {
        {"bos_token_id", &SpecialIds::bos},
        {"eos_token_id", &SpecialIds::eos},
        {"eot_token_id", &SpecialIds::eot},
        {"eom_token_id", &SpecialIds::eom},
        {"unknown_token_id", &SpecialIds::unknown},
        {"padding_token_id", &SpecialIds::padding},
        {"prefix_token_id", &SpecialIds::fim_prefix},  // the three old names come before the new
        {"middle_token_id", &SpecialIds::fim_middle},
        {"suffix_token_id", &SpecialIds::fim_suffix},
        {"fim_pre_token_id", &SpecialIds::fim_prefix},
        {"fim_mid_token_id", &SpecialIds::fim_middle},
        {"fim_suf_token_id", &SpecialIds::fim_suffix},
        {"fim_pad_token_id", &SpecialIds::fim_padding},
        {"fim_rep_token_id", &SpecialIds::fim_repository},
        {"fim_sep_token_id", &SpecialIds::fim_file_separator},
    };
    for (const auto& [name, member] : keys) {
        const std::string key = std::format("tokenizer.ggml.{}", name);
        const auto outside = [&](std::string_view value, std::string_view note) {
            return file->error(ErrorCode::kMalformed, std::format("{} {} is outside the vocabulary ({}allowed 0 to {})",
                                                                  key, value, note, texts.size() - 1));
        };
        const auto stored = file->uint(key);
        if (!stored) {
            if (const std::string value = file->display(key); value.starts_with('-')) return outside(value, "");
            return std::unexpected(stored.error());
        }
        std::optional<TokenId>& id = special.*member;
        if (*stored) {
            if (**stored >= texts.size()) return outside(std::to_string(**stored), "");
            id = static_cast<TokenId>(**stored);
        } else if (id && !contains(*id)) {
            return outside(std::to_string(*id), "the default, as the file names none; ");
        }
    }
    VIBRANT_TRY(stored_add_bos, file->boolean("tokenizer.ggml.add_bos_token"));
    add_bos = stored_add_bos.value_or(defaults.add_bos);
    if (add_bos && !special.bos) {
        return file->error(ErrorCode::kMalformed,
                           "there is no BOS token for tokenizer.ggml.add_bos_token (found true, "
                           "without tokenizer.ggml.bos_token_id)");
    }
    return {};
}

void Vocabulary::promote_to_control() {
    for (const Marker& marker : kMarkers) {
        if (const auto id = index.find(marker.text)) types[static_cast<std::size_t>(*id)] = TokenType::kControl;
    }
    // An added token that has such a role is no text either.
    for (const auto id :
         {special.bos, special.eos, special.eot, special.eom, special.fim_prefix, special.fim_middle,
          special.fim_suffix, special.fim_padding, special.fim_repository, special.fim_file_separator}) {
        if (id && type_of(*id) == TokenType::kUserDefined) types[static_cast<std::size_t>(*id)] = TokenType::kControl;
    }
}

void Vocabulary::collect_stop_tokens() {
    for (const auto id : {special.eos, special.eot, special.eom, special.fim_padding, special.fim_repository,
                          special.fim_file_separator}) {
        if (id) stop_tokens.push_back(*id);
    }
    for (const Marker& marker : kMarkers) {
        if (const auto id = index.find(marker.text); id && marker.ends_answer) stop_tokens.push_back(*id);
    }
    // Byte-level vocabularies may hold it as the HTML tag it also is.
    if (const auto id = index.find("</s>"); id && type_of(*id) == TokenType::kControl) stop_tokens.push_back(*id);
    std::ranges::sort(stop_tokens);
    const auto repeated = std::ranges::unique(stop_tokens);
    stop_tokens.erase(repeated.begin(), repeated.end());
}

Status Vocabulary::build_pieces(TokenizerKind kind) {
    std::size_t total = 0;
    for (const std::string_view text : texts) total += text.size();
    if (total > UINT32_MAX)
        return file->error(ErrorCode::kMalformed, std::format("tokenizer.ggml.tokens has {} bytes of text", total));
    piece_bytes.reserve(total);
    piece_begin.reserve(texts.size() + 1);
    byte_tokens.fill(-1);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        piece_begin.push_back(static_cast<std::uint32_t>(piece_bytes.size()));
        if (types[i] == TokenType::kByte) {
            const auto byte = parse_byte_token(texts[i]);
            if (!byte) {
                return file->error(ErrorCode::kMalformed, std::format("tokenizer.ggml.tokens: token {} is a byte token "
                                                                      "(found '{}', allowed '<0x00>' to '<0xFF>')",
                                                                      i, printable(texts[i])));
            }
            if (kind == TokenizerKind::kSentencePiece && byte_tokens[*byte] < 0)
                byte_tokens[*byte] = static_cast<TokenId>(i);
            piece_bytes.push_back(static_cast<char>(*byte));
        } else if (types[i] == TokenType::kControl || types[i] == TokenType::kUnknown) {
            piece_bytes += texts[i];
        } else if (kind == TokenizerKind::kSentencePiece) {
            append_unescaped(texts[i], piece_bytes);
        } else if (types[i] == TokenType::kUserDefined || !byte_alphabet::append_bytes(texts[i], piece_bytes)) {
            piece_bytes += texts[i];  // added by hand, in plain UTF-8
        }
    }
    piece_begin.push_back(static_cast<std::uint32_t>(piece_bytes.size()));
    for (std::size_t byte = 0; kind == TokenizerKind::kByteBpe && byte < 256; ++byte) {
        std::string spelling;
        append_utf8(spelling, byte_alphabet::kCodePoint[byte]);
        if (const auto id = index.find(spelling); id && is_text(*id)) byte_tokens[byte] = *id;
    }
    return {};
}

Status Vocabulary::build_matchers() {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const bool plain = types[i] == TokenType::kUserDefined;
        if (!plain && types[i] != TokenType::kControl && types[i] != TokenType::kUnknown) continue;
        const auto id = static_cast<TokenId>(i);
        if (!all_special.add(texts[i], id) || (plain && !user_defined.add(texts[i], id))) {
            return file->error(ErrorCode::kMalformed, std::format("tokenizer.ggml.tokens: special tokens have too much "
                                                                  "text at token {} (allowed {} different suffixes)",
                                                                  i, SpecialMatcher::kMaxNodes));
        }
    }
    user_defined.finish();
    all_special.finish();
    return {};
}

}  // namespace vibrant
