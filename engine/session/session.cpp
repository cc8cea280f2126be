// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/session/session.h"

#include <algorithm>
#include <utility>

#include "engine/memory/arena.h"
#include "engine/session/conversation.h"
#include "engine/session/generation.h"

namespace vibrant {

struct Session::Impl {
    std::unique_ptr<Conversation> conversation;
};

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::create(std::shared_ptr<const LoadedModel> model,
                                                 const SessionOptions& options) {
    VIBRANT_TRY(conversation, Conversation::create(std::move(model), options));
    return std::unique_ptr<Session>(new Session(std::make_unique<Impl>(std::move(conversation))));
}

Result<Generation> Session::generate(const GenerationRequest& request, GenerationSink& sink, std::stop_token stop) {
    GenerationRun run(*impl_->conversation, request, sink, std::move(stop));
    VIBRANT_TRY_VOID(run.prepare());
    return run.run();
}

Status Session::logits(std::span<const TokenId> ids, std::uint32_t batch,
                       const std::function<void(std::size_t, std::span<const float>)>& sink) {
    Conversation& conversation = *impl_->conversation;
    VIBRANT_TRY_VOID(conversation.check_ids(ids, 0));
    conversation.clear();
    const OpContext ctx = conversation.context({});
    batch = std::clamp(batch, 1u, conversation.options().prefill_chunk);
    const ops::Phase phase = batch == 1 ? ops::Phase::kDecode : ops::Phase::kPrefill;
    for (std::size_t done = 0; done < ids.size();) {
        const std::size_t n = std::min<std::size_t>(batch, ids.size() - done);
        // Without a stop token it cannot be cancelled.
        (void)conversation.evaluate(ctx, phase, ids.subspan(done, n), n, [](std::uint32_t) {});
        for (std::size_t b = 0; b < n; ++b) {
            VIBRANT_TRY(row, conversation.logits(ctx, phase, b));
            sink(done + b, row);
        }
        done += n;
    }
    return {};
}

void Session::reset() {
    impl_->conversation->clear();
}
const LoadedModel& Session::model() const {
    return impl_->conversation->loaded();
}
std::uint32_t Session::context_size() const {
    return impl_->conversation->options().context;
}
std::uint32_t Session::context_used() const {
    return impl_->conversation->kv().used();
}
int Session::threads() const {
    return impl_->conversation->team().capacity();
}
const Tuning& Session::tuning() const {
    return impl_->conversation->tuning();
}
Profiler& Session::profiler() {
    return impl_->conversation->profiler();
}

SessionMemory Session::memory() const {
    Conversation& conversation = *impl_->conversation;
    const gguf::File& file = *conversation.loaded().file;
    return {.kv_bytes = conversation.kv().bytes(),
            .buffer_bytes = conversation.buffer_bytes(),
            .mapped_bytes = file.file_bytes(),
            .resident_bytes = file.resident_bytes(),
            .private_bytes = process_memory().private_bytes};
}

}  // namespace vibrant
