// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/session/generation.h"

#include <algorithm>
#include <utility>

namespace vibrant {
namespace {

// Bytes of text reserved per expected token, so that an answer's string does not grow inside it: code averages 3 to 4,
// tokens drawn at random from Qwen's vocabulary 7.
constexpr std::size_t kTextReservePerToken = 16;
constexpr std::size_t kMaxReservedTokens = 1u << 16;

}  // namespace

GenerationRun::GenerationRun(Runner& runner, Sequence& sequence, const GenerationRequest& request, GenerationSink& sink,
                             std::stop_token stop)
    : runner_(runner),
      sequence_(sequence),
      request_(request),
      sink_(sink),
      stop_(std::move(stop)),
      start_(std::chrono::steady_clock::now()),
      sampler_(clamped(request.sampling), runner.plan().n_vocab) {}

Status GenerationRun::prepare() {
    if (!request_.messages.empty()) {
        const Profiler::Scope scope(runner_.profiler(), Zone::kTokenize);
        ChatPrompt::Rendered rendered = runner_.loaded().prompt->render(request_.messages);
        ids_ = std::move(rendered.ids);
        n_pinned_ = static_cast<std::uint32_t>(rendered.n_system_tokens);
    } else {
        ids_ = request_.ids;
    }
    VIBRANT_TRY_VOID(runner_.check_ids(ids_, sequence_.capacity(), 1));
    if (request_.slide && request_.max_tokens == 0)
        return fail(ErrorCode::kInvalidArgument, "a sliding context needs a limit of tokens to generate");

    n_prompt_ = ids_.size();
    const std::size_t context = sequence_.capacity();
    const std::size_t wanted = request_.max_tokens ? request_.max_tokens : context;
    // The newest token is sampled but not evaluated, so the last position of the context can still give one.
    max_new_ = request_.slide ? wanted : std::min(wanted, context - n_prompt_ + 1);

    const std::size_t reserved = std::min(max_new_, kMaxReservedTokens);
    ids_.reserve(n_prompt_ + reserved);
    out_.text.reserve(reserved * kTextReservePerToken);
    return {};
}

Generation GenerationRun::run() {
    if (prefill()) decode();
    utf8_.finish(out_.text);
    out_.ids.assign(ids_.begin() + static_cast<std::ptrdiff_t>(n_prompt_), ids_.end());
    out_.stats.context_used = sequence_.used();
    return std::move(out_);
}

bool GenerationRun::prefill() {
    const double before_ms = ms_since_start();
    // The last token of the prompt is evaluated in any case: its logits are wanted.
    const auto cached =
        static_cast<std::uint32_t>(sequence_.truncate(sequence_.reusable(std::span(ids_).first(n_prompt_ - 1))));
    sequence_.set_pinned(n_pinned_);

    GenerationStats& stats = out_.stats;
    const auto total = static_cast<std::uint32_t>(n_prompt_);
    stats.prompt_tokens = total;
    stats.cached_tokens = cached;
    stats.context_size = sequence_.capacity();
    sink_.on_prefill(cached, total, cached);

    const std::uint32_t n_layers = runner_.plan().n_layers();
    std::size_t batch = 0;
    for (std::size_t done = cached; done < n_prompt_; done += batch) {
        batch = std::min<std::size_t>(runner_.options().prefill_chunk, n_prompt_ - done);
        const std::size_t n_out = done + batch == n_prompt_ ? 1 : 0;
        // A chunk of a 7B model takes seconds on two cores, so its layers count as progress.
        const auto progress = [&](std::uint32_t layers) {
            sink_.on_prefill(static_cast<std::uint32_t>(done + batch * layers / n_layers), total, cached);
        };
        const Runner::Rows rows{sequence_, std::span(ids_).subspan(done, batch), n_out};
        if (!runner_.evaluate(Runner::Use::kPrompt, {&rows, 1}, progress, stop_)) {
            finish(FinishReason::kCancelled);
            return false;
        }
        stats.context_used = sequence_.used();
    }
    stats.prefill_ms = ms_since_start() - before_ms;
    return next_token();
}

void GenerationRun::decode() {
    const double first_token_ms = ms_since_start();
    while (!finished_) {
        const Runner::Rows row{sequence_, std::span(ids_).last(1), 1};
        if (!runner_.evaluate(Runner::Use::kAnswer, {&row, 1}, [](std::uint32_t) {}, stop_))
            return finish(FinishReason::kCancelled);
        out_.stats.context_used = sequence_.used();
        out_.stats.decode_ms = ms_since_start() - first_token_ms;
        if (!next_token()) return;
    }
}

bool GenerationRun::next_token() {
    const Tokenizer& tokenizer = *runner_.loaded().tokenizer;
    auto logits = runner_.answer_logits(0, stop_);
    if (!logits) return fail_with(std::move(logits).error()), false;
    if (stop_.stop_requested()) return finish(FinishReason::kCancelled), false;

    const TokenId id = [&] {
        const Profiler::Scope scope(runner_.profiler(), Zone::kSample);
        return sampler_.sample(*logits, ids_);
    }();
    if (out_.stats.generated_tokens == 0) out_.stats.time_to_first_token_ms = ms_since_start();
    if (!request_.ignore_stop_tokens && std::ranges::binary_search(tokenizer.stop_tokens(), id))
        return finish(FinishReason::kStop), false;

    ids_.push_back(id);
    ++out_.stats.generated_tokens;
    const std::size_t complete = out_.text.size();
    utf8_.push(tokenizer.piece(id), out_.text);
    sink_.on_token(std::string_view(out_.text).substr(complete), id, out_.stats);

    if (out_.stats.generated_tokens >= max_new_) {
        const bool asked = request_.max_tokens != 0 && out_.stats.generated_tokens >= request_.max_tokens;
        return finish(asked ? FinishReason::kLength : FinishReason::kContext), false;
    }
    return true;
}

void GenerationRun::finish(FinishReason reason) {
    finished_ = true;
    out_.reason = reason;
}

void GenerationRun::fail_with(Error error) {
    finish(FinishReason::kError);
    out_.error = std::move(error);
}

double GenerationRun::ms_since_start() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace vibrant
