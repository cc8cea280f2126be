// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/session/conversation.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <utility>

#include "engine/base/check.h"
#include "engine/session/machine_tuning.h"

namespace vibrant {
namespace {

constexpr std::uint32_t kMaxPrefillChunk = 512;  // tokens; work buffers grow with it, speed no longer does

std::vector<TokenId> unusable_ids(const Tokenizer& tokenizer, std::size_t n_vocab) {
    std::vector<TokenId> ids;
    for (std::size_t id = 0; id < n_vocab; ++id)
        if (id >= tokenizer.size() || tokenizer.type(static_cast<TokenId>(id)) == TokenType::kUnused)
            ids.push_back(static_cast<TokenId>(id));
    return ids;
}

}  // namespace

Conversation::Conversation(std::shared_ptr<const LoadedModel> loaded, const SessionOptions& options,
                           const Tuning& tuning, KvRing kv, Activations act)
    : loaded_(std::move(loaded)),
      options_(options),
      tuning_(tuning),
      team_(options.threads),
      kv_(std::move(kv)),
      act_(std::move(act)),
      unusable_(unusable_ids(*loaded_->tokenizer, hyperparams().n_vocab)),
      n_usable_(hyperparams().n_vocab) {
    for (; n_usable_ > 1 && !unusable_.empty() && static_cast<std::size_t>(unusable_.back()) + 1 == n_usable_;
         --n_usable_)
        unusable_.pop_back();
    cached_.reserve(options_.context);
}

Result<std::unique_ptr<Conversation>> Conversation::create(std::shared_ptr<const LoadedModel> loaded,
                                                           SessionOptions options) {
    if (options.context == 0) options.context = default_context(*loaded, options.precision, options.kv_type);
    options.context = std::clamp(options.context, 2u, kMaxTrainedContext);  // one token of prompt, one of answer
    const Tuning tuning = tune_machine(*loaded, options);
    options.threads = std::max(tuning.threads.prefill, tuning.threads.decode);
    options.prefill_chunk = std::clamp(options.prefill_chunk, 1u, std::min(kMaxPrefillChunk, options.context));

    options.kv_type = used_kv_type(options.precision, options.kv_type);
    VIBRANT_TRY(kv, KvRing::create(loaded->model->kv_shape(options.context, options.kv_type)));
    const bool reference = options.precision == Precision::kReference;
    VIBRANT_TRY(act, Activations::create(loaded->model->hyperparams(),
                                         loaded->model->activations_shape(options.prefill_chunk, options.threads,
                                                                          reference, options.context)));
    return std::unique_ptr<Conversation>(
        new Conversation(std::move(loaded), options, tuning, std::move(kv), std::move(act)));
}

Status Conversation::check_ids(std::span<const TokenId> ids, std::uint32_t room) const {
    if (ids.empty()) return fail(ErrorCode::kInvalidArgument, "the prompt is empty");
    if (ids.size() + room > options_.context)
        return fail(ErrorCode::kContextOverflow,
                    std::format("this conversation needs {} tokens{}, the context holds {}", ids.size(),
                                room ? " and room for an answer" : "", options_.context));
    const auto n_vocab = static_cast<TokenId>(hyperparams().n_vocab);
    for (const TokenId id : ids)
        if (id < 0 || id >= n_vocab)
            return fail(ErrorCode::kInvalidArgument,
                        std::format("token id {} is outside the vocabulary (allowed 0..{})", id, n_vocab - 1));
    return {};
}

std::uint32_t Conversation::reuse_prefix(std::span<const TokenId> ids) {
    const auto mismatch = std::ranges::mismatch(cached_, ids.first(ids.size() - 1)).in1;
    const std::uint64_t kept = kv_.truncate(static_cast<std::uint64_t>(mismatch - cached_.begin()));
    cached_.resize(kept);
    return static_cast<std::uint32_t>(kept);
}

void Conversation::clear() {
    kv_.truncate(0);
    cached_.clear();
}

bool Conversation::evaluate(const OpContext& ctx, ops::Phase phase, std::span<const TokenId> ids, std::size_t n_out,
                            FunctionRef<void(std::uint32_t)> layer_done) {
    VIBRANT_CHECK(ids.size() <= options_.prefill_chunk);
    team_.use(phase == ops::Phase::kDecode ? tuning_.threads.decode : tuning_.threads.prefill);
    if (!loaded_->model->forward(ctx, this->phase(phase), ids, n_out, layer_done, kv_, act_)) return false;
    // Once the ring is full only the pinned prefix can be reused, and that is recorded already.
    const std::size_t room = options_.context - cached_.size();
    const auto recorded = ids.first(std::min(room, ids.size()));
    cached_.insert(cached_.end(), recorded.begin(), recorded.end());
    return true;
}

Result<std::span<float>> Conversation::logits(const OpContext& ctx, ops::Phase phase, std::size_t b) {
    loaded_->model->logits(ctx, this->phase(phase), b, hyperparams().n_vocab, act_);
    VIBRANT_TRY_VOID(check_logits(ctx, hyperparams().n_vocab));
    return act_.logits;
}

Result<std::span<float>> Conversation::answer_logits(const OpContext& ctx, std::size_t b) {
    loaded_->model->logits(ctx, phase(ops::Phase::kDecode), b, n_usable_, act_);
    VIBRANT_TRY_VOID(check_logits(ctx, n_usable_));
    for (const TokenId id : unusable_) act_.logits[static_cast<std::size_t>(id)] = -INFINITY;
    std::ranges::fill(act_.logits.subspan(n_usable_), -INFINITY);
    return act_.logits;
}

Status Conversation::check_logits(const OpContext& ctx, std::size_t n) const {
    VIBRANT_TRY_VOID(loaded_->file->readable());
    if (ctx.cancelled() || std::isfinite(ctx.kernels.max(act_.logits.data(), n))) return {};
    return loaded_->file->error(ErrorCode::kNumeric, "the model produced invalid numbers; the file may be damaged");
}

}  // namespace vibrant
