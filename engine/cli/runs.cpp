// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/cli/runs.h"

#include <format>

namespace vibrant::cli {

void StreamSink::on_prefill(std::uint32_t done, std::uint32_t total, std::uint32_t) {
    if (!silent_ && done < total) progress_.show(std::format("reading the prompt: {} of {} tokens", done, total));
}

void StreamSink::on_token(std::string_view text, TokenId, const GenerationStats&) {
    if (silent_ || text.empty()) return;
    progress_.clear();
    print_model_text(text);
    printed_ += text.size();
}

void StreamSink::finish(const Generation& answer) {
    progress_.clear();
    if (!silent_ && printed_ < answer.text.size()) print_model_text(std::string_view(answer.text).substr(printed_));
}

void CountingSink::on_token(std::string_view, TokenId, const GenerationStats&) {
    last_ = allocation_count();
    if (tokens_++ == 0) first_ = last_;
}

double CountingSink::allocations_per_token() const {
    return tokens_ < 2 ? 0.0 : static_cast<double>(last_ - first_) / static_cast<double>(tokens_ - 1);
}

std::vector<TokenId> filler_ids(const Tokenizer& tokenizer, std::size_t n) {
    std::vector<TokenId> ordinary;
    for (std::size_t id = 0; id < tokenizer.size(); ++id) {
        if (tokenizer.type(static_cast<TokenId>(id)) == TokenType::kNormal)
            ordinary.push_back(static_cast<TokenId>(id));
    }
    if (ordinary.empty()) ordinary.push_back(0);
    std::vector<TokenId> ids;
    ids.reserve(n);
    std::uint64_t state = 1;  // Knuth's MMIX generator; its high bits are good enough to look like text
    for (std::size_t i = 0; i < n; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        ids.push_back(ordinary[(state >> 33) % ordinary.size()]);
    }
    return ids;
}

Result<Generation> generate_exactly(Session& session, std::span<const TokenId> ids, std::uint32_t n_tokens,
                                    GenerationSink& sink) {
    GenerationRequest request;
    request.ids.assign(ids.begin(), ids.end());
    request.max_tokens = n_tokens;
    request.sampling.temperature = 0;
    request.ignore_stop_tokens = true;
    VIBRANT_TRY(answer, session.generate(request, sink));
    if (answer.reason == FinishReason::kError) return std::unexpected(answer.error);
    if (answer.ids.size() != n_tokens) {
        return fail(ErrorCode::kContextOverflow,
                    std::format("the context ended after {} of {} tokens", answer.ids.size(), n_tokens));
    }
    return std::move(answer);
}

void add_stats(Json& json, const GenerationStats& stats) {
    json.field("prompt_tokens", stats.prompt_tokens);
    json.field("cached_tokens", stats.cached_tokens);
    json.field("generated_tokens", stats.generated_tokens);
    json.field("time_to_first_token_ms", stats.time_to_first_token_ms);
    json.field("prefill_ms", stats.prefill_ms);
    json.field("decode_ms", stats.decode_ms);
    json.field("prefill_tokens_per_s", stats.prefill_tokens_per_s());
    json.field("decode_tokens_per_s", stats.decode_tokens_per_s());
    json.field("context_used", stats.context_used);
    json.field("context_size", stats.context_size);
}

void add_memory(Json& json, const SessionMemory& memory) {
    json.field("kv_bytes", memory.kv_bytes);
    json.field("buffer_bytes", memory.buffer_bytes);
    json.field("mapped_bytes", memory.mapped_bytes);
    json.field("resident_bytes", memory.resident_bytes);
    json.field("private_bytes", memory.private_bytes);
}

std::string tuning_text(const Tuning& tuning) {
    return std::format("threads        {} for prefill, {} for decode: {}{}\n", tuning.threads.prefill,
                       tuning.threads.decode, origin_name(tuning.origin),
                       tuning.record.empty() ? "" : std::format(", kept in {}", printable(tuning.record.native())));
}

void add_tuning(Json& json, const Tuning& tuning) {
    json.field("prefill_threads", tuning.threads.prefill);
    json.field("decode_threads", tuning.threads.decode);
    json.field("prefetch_bytes", std::uint64_t{tuning.gemv.prefetch_bytes});
    json.field("threads_origin", origin_name(tuning.origin));
    json.key("tuning_record");
    tuning.record.empty() ? json.null() : json.value(tuning.record.native());
}

std::string bytes_text(std::uint64_t bytes) {
    const auto value = static_cast<double>(bytes);
    if (bytes >= 1u << 30) return std::format("{:.2f} GiB", value / (1u << 30));
    if (bytes >= 1u << 20) return std::format("{:.1f} MiB", value / (1u << 20));
    if (bytes >= 1u << 10) return std::format("{:.1f} KiB", value / (1u << 10));
    return std::format("{} B", bytes);
}

}  // namespace vibrant::cli
