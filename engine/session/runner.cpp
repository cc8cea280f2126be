// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/session/runner.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <utility>

#include "engine/base/check.h"
#include "engine/session/machine_tuning.h"

namespace vibrant {
namespace {

std::vector<TokenId> unusable_ids(const Tokenizer& tokenizer, std::size_t n_vocab) {
    std::vector<TokenId> ids;
    for (std::size_t id = 0; id < n_vocab; ++id)
        if (id >= tokenizer.size() || tokenizer.type(static_cast<TokenId>(id)) == TokenType::kUnused)
            ids.push_back(static_cast<TokenId>(id));
    return ids;
}

}  // namespace

Runner::Runner(std::shared_ptr<const LoadedModel> loaded, const RunnerOptions& options, const Tuning& tuning,
               Activations act)
    : loaded_(std::move(loaded)),
      options_(options),
      tuning_(tuning),
      team_(options.threads),
      act_(std::move(act)),
      unusable_(unusable_ids(*loaded_->tokenizer, plan().n_vocab)),
      n_usable_(plan().n_vocab) {
    for (; n_usable_ > 1 && !unusable_.empty() && static_cast<std::size_t>(unusable_.back()) + 1 == n_usable_;
         --n_usable_)
        unusable_.pop_back();
    outputs_.reserve(options_.prefill_chunk);
}

Result<std::unique_ptr<Runner>> Runner::create(std::shared_ptr<const LoadedModel> loaded, RunnerOptions options) {
    if (options.context == 0) options.context = default_context(*loaded, options.fidelity, options.kv_type);
    options.context = std::clamp(options.context, 2u, kMaxTrainedContext);  // one token of prompt, one of answer
    const Tuning tuning = tune_machine(*loaded, {.threads = options.threads, .anew = options.tune_anew});
    options.threads = std::max(tuning.threads.prefill, tuning.threads.decode);
    options.prefill_chunk = std::clamp(options.prefill_chunk, 1u, std::min(kMaxBatch, options.context));
    options.kv_type = used_kv_type(options.fidelity, options.kv_type);
    const bool reference = options.fidelity == Fidelity::kReference;
    VIBRANT_TRY(act, Activations::create(loaded->model->plan(),
                                         loaded->model->activations_shape(options.prefill_chunk, options.threads,
                                                                          reference, options.context)));
    return std::unique_ptr<Runner>(new Runner(std::move(loaded), options, tuning, std::move(act)));
}

Result<Sequence> Runner::create_sequence() const {
    return Sequence::create(plan().state_shapes(options_.context, options_.kv_type), options_.context);
}

Status Runner::check_ids(std::span<const TokenId> ids, std::uint32_t capacity, std::uint32_t room) const {
    if (ids.empty()) return fail(ErrorCode::kInvalidArgument, "the prompt is empty");
    if (ids.size() + room > capacity)
        return fail(ErrorCode::kContextOverflow,
                    std::format("this conversation needs {} tokens{}, the context holds {}", ids.size(),
                                room ? " and room for an answer" : "", capacity));
    const auto n_vocab = static_cast<TokenId>(plan().n_vocab);
    for (const TokenId id : ids)
        if (id < 0 || id >= n_vocab)
            return fail(ErrorCode::kInvalidArgument,
                        std::format("token id {} is outside the vocabulary (allowed 0..{})", id, n_vocab - 1));
    return {};
}

OpContext Runner::context(const std::stop_token& stop) {
    return {team_, kernels(), profiler_, stop, tuning_.gemv};
}

ops::Precision Runner::precision(Use use) const {
    if (options_.fidelity == Fidelity::kReference) return ops::Precision::kF32;
    return use == Use::kPrompt ? ops::Precision::kAct8 : ops::Precision::kAct16;
}

bool Runner::evaluate(Use use, std::span<const Rows> batch, FunctionRef<void(std::uint32_t)> layer_done,
                      const std::stop_token& stop) {
    const OpContext ctx = context(stop);
    team_.use(use == Use::kAnswer ? tuning_.threads.decode : tuning_.threads.prefill);
    outputs_.clear();
    std::size_t at = 0;  // the first row of act_.x that is free
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const std::uint64_t before = batch[i].sequence.position();
        if (!evaluate(ctx, use, batch[i], layer_done, at)) {
            batch[i].sequence.truncate(before);
            for (const Rows& done : batch.first(i)) done.sequence.truncate(done.sequence.position() - done.ids.size());
            return false;
        }
        at += batch[i].ids.size();
    }
    return true;
}

bool Runner::evaluate(const OpContext& ctx, Use use, const Rows& rows, FunctionRef<void(std::uint32_t)> layer_done,
                      std::size_t at) {
    const std::size_t n = rows.ids.size(), width = plan().n_embd;
    VIBRANT_CHECK(at + n <= options_.prefill_chunk && rows.n_out <= n);
    const Model& model = *loaded_->model;
    // Decode's kernels take a row at a time.
    const std::size_t step = precision(use) == ops::Precision::kAct16 ? 1 : n;
    for (std::size_t done = 0; done < n; done += step) {
        const std::size_t n_out = std::min(step, rows.n_out - std::min(rows.n_out, n - done - step));
        if (!model.forward(ctx, precision(use), rows.sequence, rows.ids.subspan(done, step), n_out, layer_done,
                           act_.x.subspan((at + done) * width, step * width), act_))
            return false;
    }
    for (std::size_t b = n - rows.n_out; b < n; ++b) outputs_.push_back(static_cast<std::uint32_t>(at + b));
    return true;
}

Result<std::span<float>> Runner::logits(Use use, std::size_t out, const std::stop_token& stop) {
    VIBRANT_CHECK(out < outputs_.size());
    const float* const x = act_.x.data() + std::size_t{outputs_[out]} * plan().n_embd;
    loaded_->model->logits(context(stop), precision(use), x, plan().n_vocab, act_);
    VIBRANT_TRY_VOID(check_logits(stop, plan().n_vocab));
    return act_.logits;
}

Result<std::span<float>> Runner::answer_logits(std::size_t out, const std::stop_token& stop) {
    VIBRANT_CHECK(out < outputs_.size());
    const float* const x = act_.x.data() + std::size_t{outputs_[out]} * plan().n_embd;
    loaded_->model->logits(context(stop), precision(Use::kAnswer), x, n_usable_, act_);
    for (const TokenId id : unusable_) act_.logits[static_cast<std::size_t>(id)] = -INFINITY;
    VIBRANT_TRY_VOID(check_logits(stop, n_usable_));
    std::ranges::fill(act_.logits.subspan(n_usable_), -INFINITY);
    return act_.logits;
}

Status Runner::check_logits(const std::stop_token& stop, std::size_t n) const {
    VIBRANT_TRY_VOID(loaded_->file->readable());
    if (stop.stop_requested() || std::isfinite(kernels().max(act_.logits.data(), n))) return {};
    return loaded_->file->error(ErrorCode::kNumeric, "the model produced invalid numbers; the file may be damaged");
}

}  // namespace vibrant
