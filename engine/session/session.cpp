// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/session/session.h"

#include <algorithm>
#include <utility>

#include "engine/memory/memory_figures.h"
#include "engine/session/generation.h"

namespace vibrant {

Session::Session(std::unique_ptr<Runner> runner, Sequence sequence)
    : runner_(std::move(runner)), sequence_(std::move(sequence)) {}

Result<std::unique_ptr<Session>> Session::create(std::shared_ptr<const LoadedModel> model,
                                                 const SessionOptions& options) {
    VIBRANT_TRY(runner, Runner::create(std::move(model), options));
    VIBRANT_TRY(sequence, runner->create_sequence());
    return std::unique_ptr<Session>(new Session(std::move(runner), std::move(sequence)));
}

Result<Generation> Session::generate(const GenerationRequest& request, GenerationSink& sink, std::stop_token stop) {
    GenerationRun run(*runner_, sequence_, request, sink, std::move(stop));
    VIBRANT_TRY_VOID(run.prepare());
    return run.run();
}

Status Session::logits(std::span<const TokenId> ids, std::uint32_t batch,
                       const std::function<void(std::size_t, std::span<const float>)>& sink) {
    VIBRANT_TRY_VOID(runner_->check_ids(ids, sequence_.capacity(), 0));
    sequence_.clear();
    batch = std::clamp(batch, 1u, runner_->options().prefill_chunk);
    const Runner::Use use = batch == 1 ? Runner::Use::kAnswer : Runner::Use::kPrompt;
    for (std::size_t done = 0; done < ids.size();) {
        const std::size_t n = std::min<std::size_t>(batch, ids.size() - done);
        const Runner::Rows rows{sequence_, ids.subspan(done, n), n};
        // Without a stop token it cannot be cancelled.
        (void)runner_->evaluate(use, {&rows, 1}, [](std::uint32_t) {}, {});
        for (std::size_t b = 0; b < n; ++b) {
            VIBRANT_TRY(row, runner_->logits(use, b, {}));
            sink(done + b, row);
        }
        done += n;
    }
    return {};
}

Reusable reusable(const LoadedModel& model, const SequenceBook& book, std::span<const ChatMessage> messages) {
    const ChatPrompt::Rendered rendered = model.prompt->render(messages);
    if (rendered.ids.empty()) return {};
    // The last token is evaluated in any case, see GenerationRun::prefill().
    return {.cached_tokens = book.reusable(std::span(rendered.ids).first(rendered.ids.size() - 1)),
            .prompt_tokens = static_cast<std::uint32_t>(rendered.ids.size())};
}

void Session::reset() {
    sequence_.clear();
}

SessionMemory Session::memory() const {
    const gguf::File& file = *model().file;
    return {.kv_bytes = sequence_.bytes(),
            .buffer_bytes = runner_->buffer_bytes(),
            .mapped_bytes = file.file_bytes(),
            .resident_bytes = file.resident_bytes(),
            .private_bytes = process_memory().private_bytes};
}

}  // namespace vibrant
