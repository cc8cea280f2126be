// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The tokens of a model file and what each is: read once, validated, the same for every kind of
// tokenizer.
//
// Guarantees after load(): every token has at most kMaxTokenBytes; every special id is inside the
// vocabulary; every token of type kByte is spelled <0xHH>; no score is NaN. Duplicate texts are
// accepted (official files have them): all decode, the lowest id is used to encode. Token types out
// of range count as normal.
// Costs: one pass over the arrays, about 60 bytes of heap per token; texts stay in the mapped file.
// Does not: merge rules (bpe_tokenizer.h), splitting, or the chat template.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/gguf/gguf_file.h"
#include "engine/text/special_matcher.h"
#include "engine/text/string_index.h"
#include "engine/text/tokenizer.h"

namespace vibrant {

inline constexpr std::size_t kMaxTokenBytes = 4096;  // real ones have fewer than 600
inline constexpr std::size_t kMaxTokens = std::size_t{1} << 21;

// "gpt2" and "llama" in the file.
enum class TokenizerKind : std::uint8_t { kByteBpe, kSentencePiece };

struct Vocabulary {
    // What tells the families apart where the file is silent.
    struct Defaults {
        std::optional<TokenId> bos, eos, unknown;
        bool add_bos = false;
    };

    // The keys below `tokenizer.ggml.` that name one special token each.
    struct SpecialIds {
        std::optional<TokenId> bos, eos, eot, eom, unknown, padding;
        std::optional<TokenId> fim_prefix, fim_middle, fim_suffix;
        std::optional<TokenId> fim_padding, fim_repository, fim_file_separator;
    };

    [[nodiscard]] static Result<std::unique_ptr<Vocabulary>> load(std::shared_ptr<const gguf::File> file,
                                                                  TokenizerKind kind, const Defaults& defaults);

    [[nodiscard]] std::size_t size() const { return texts.size(); }
    [[nodiscard]] bool contains(TokenId id) const { return id >= 0 && static_cast<std::size_t>(id) < texts.size(); }
    // The token's bytes as text, whatever its type.
    [[nodiscard]] std::string_view piece(TokenId id) const {
        const auto i = static_cast<std::size_t>(id);
        return {piece_bytes.data() + piece_begin[i], piece_begin[i + 1] - piece_begin[i]};
    }
    [[nodiscard]] TokenType type_of(TokenId id) const { return types[static_cast<std::size_t>(id)]; }
    // Whether merging may produce the token: anything but control, unknown, unused and byte tokens.
    [[nodiscard]] bool is_text(TokenId id) const {
        const TokenType type = type_of(id);
        return type == TokenType::kNormal || type == TokenType::kUserDefined;
    }
    // The token that stands for one byte of text and nothing else.
    [[nodiscard]] std::optional<TokenId> byte_token(unsigned char byte) const {
        return byte_tokens[byte] >= 0 ? std::optional(byte_tokens[byte]) : std::nullopt;
    }

    std::shared_ptr<const gguf::File> file;  // keeps the mapping that `texts` points into
    std::string kind_name;                   // "gpt2/qwen2", for display
    std::vector<std::string_view> texts;     // [n_tokens], as in the file
    std::vector<TokenType> types;            // [n_tokens], after promote_to_control()
    std::vector<float> scores;               // [n_tokens], empty if the file has none; no NaN
    std::string piece_bytes;                 // all pieces, one after the other
    std::vector<std::uint32_t> piece_begin;  // [n_tokens + 1] offsets into piece_bytes
    StringIndex index;                       // over texts
    std::array<TokenId, 256> byte_tokens{};  // -1: none
    std::size_t max_text_bytes = 0;          // of the longest token
    SpecialIds special;
    bool add_bos = false;
    bool add_space_prefix = false;     // SentencePiece: encode() adds it, decode() drops it
    std::vector<TokenId> stop_tokens;  // sorted
    SpecialMatcher user_defined;       // found in any text
    SpecialMatcher all_special;        // and control and unknown: found where asked for

  private:
    [[nodiscard]] Status load_tokens();
    [[nodiscard]] Status load_types();
    [[nodiscard]] Status load_scores();
    [[nodiscard]] Status load_special_ids(const Defaults& defaults);
    void promote_to_control();
    void collect_stop_tokens();
    [[nodiscard]] Status build_pieces(TokenizerKind kind);
    [[nodiscard]] Status build_matchers();
};

}  // namespace vibrant
