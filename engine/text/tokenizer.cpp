// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/tokenizer.h"

#include <format>
#include <utility>

#include "engine/base/log.h"
#include "engine/text/bpe_tokenizer.h"
#include "engine/text/spm_tokenizer.h"
#include "engine/text/vocabulary.h"

namespace vibrant {
namespace {

struct PreTokenizer {
    std::string_view name;  // tokenizer.ggml.pre
    BpeTokenizer::Family family;
    bool add_bos;
};

// Names whose splits are known to be exactly one of ours.
constexpr BpeTokenizer::Family kQwen2{SplitRule::kQwen2, true, false};
constexpr BpeTokenizer::Family kLlama3{SplitRule::kLlamaBpe, false, true};
constexpr BpeTokenizer::Family kGpt2{SplitRule::kGpt2, false, false};
constexpr PreTokenizer kPreTokenizers[] = {
    {"qwen2", kQwen2, false},  {"deepseek-r1-qwen", kQwen2, false}, {"llama-bpe", kLlama3, true},
    {"llama3", kLlama3, true}, {"llama-v3", kLlama3, true},         {"gpt-2", kGpt2, false},
};

const PreTokenizer* find_pre_tokenizer(std::string_view name) {
    for (const PreTokenizer& candidate : kPreTokenizers) {
        if (candidate.name == name) return &candidate;
    }
    return nullptr;
}

Result<std::unique_ptr<const Tokenizer>> load_bpe(std::shared_ptr<const gguf::File> file, std::string_view assumed) {
    VIBRANT_TRY(stored, file->string("tokenizer.ggml.pre"));
    const std::string_view name = stored ? *stored : assumed;
    const PreTokenizer* pre = find_pre_tokenizer(name);
    if (!pre) {
        std::string known;
        for (const PreTokenizer& candidate : kPreTokenizers)
            known += std::format("{}{}", known.empty() ? "" : ", ", candidate.name);
        return file->error(ErrorCode::kUnsupported,
                           std::format("the pre-tokenizer '{}' is not supported (allowed {})", printable(name), known));
    }
    if (!stored) log(LogLevel::kWarning, std::format("the file names no tokenizer.ggml.pre, {} is assumed", name));
    VIBRANT_TRY(vocabulary, Vocabulary::load(std::move(file), TokenizerKind::kByteBpe,
                                             {.bos = {}, .eos = {}, .unknown = {}, .add_bos = pre->add_bos}));
    vocabulary->kind_name = std::format("gpt2/{}{}", name, stored ? "" : " (assumed)");
    return BpeTokenizer::create(std::move(vocabulary), pre->family);
}

Result<std::unique_ptr<const Tokenizer>> load_spm(std::shared_ptr<const gguf::File> file) {
    // The ids that SentencePiece gives when it trains a model.
    VIBRANT_TRY(vocabulary, Vocabulary::load(std::move(file), TokenizerKind::kSentencePiece,
                                             {.bos = 1, .eos = 2, .unknown = 0, .add_bos = true}));
    vocabulary->kind_name = "llama";
    return SpmTokenizer::create(std::move(vocabulary));
}

}  // namespace

Tokenizer::Tokenizer(std::unique_ptr<const Vocabulary> vocabulary) : vocabulary_(std::move(vocabulary)) {}
Tokenizer::~Tokenizer() = default;

Result<std::unique_ptr<const Tokenizer>> Tokenizer::load(std::shared_ptr<const gguf::File> file,
                                                         std::string_view assumed_pre_tokenizer) {
    VIBRANT_TRY(model, file->string("tokenizer.ggml.model"));
    if (!model)
        return file->error(ErrorCode::kMalformed, "the file has no tokenizer (tokenizer.ggml.model is missing)");
    if (*model == "gpt2") return load_bpe(std::move(file), assumed_pre_tokenizer);
    if (*model == "llama") return load_spm(std::move(file));
    return file->error(
        ErrorCode::kUnsupported,
        std::format("the tokenizer type '{}' is not supported (allowed gpt2, llama)", printable(*model)));
}

std::string Tokenizer::decode(std::span<const TokenId> ids, bool show_control) const {
    std::string text;
    // encode() starts every stretch between special tokens with a space of its own.
    bool drop_space = vocabulary_->add_space_prefix;
    for (const TokenId id : ids) {
        if (!vocabulary_->contains(id)) continue;
        std::string_view bytes = piece(id, show_control);
        const TokenType kind = type(id);
        const bool special = kind != TokenType::kNormal && kind != TokenType::kByte && kind != TokenType::kUnused;
        if (drop_space && !special && bytes.starts_with(' ')) bytes.remove_prefix(1);
        drop_space = vocabulary_->add_space_prefix && special;
        text += bytes;
    }
    return text;
}

std::string_view Tokenizer::piece(TokenId id, bool show_control) const {
    if (!vocabulary_->contains(id)) return {};
    const TokenType kind = vocabulary_->type_of(id);
    const bool hidden = kind == TokenType::kControl || kind == TokenType::kUnknown;
    return hidden && !show_control ? std::string_view() : vocabulary_->piece(id);
}

std::size_t Tokenizer::size() const {
    return vocabulary_->size();
}

TokenType Tokenizer::type(TokenId id) const {
    return vocabulary_->contains(id) ? vocabulary_->type_of(id) : TokenType::kUnused;
}

std::optional<TokenId> Tokenizer::find(std::string_view token) const {
    return vocabulary_->index.find(token);
}
std::optional<TokenId> Tokenizer::bos() const {
    return vocabulary_->special.bos;
}
std::optional<TokenId> Tokenizer::eos() const {
    return vocabulary_->special.eos;
}
bool Tokenizer::add_bos() const {
    return vocabulary_->add_bos;
}
std::span<const TokenId> Tokenizer::stop_tokens() const {
    return vocabulary_->stop_tokens;
}
std::string_view Tokenizer::kind() const {
    return vocabulary_->kind_name;
}

}  // namespace vibrant
