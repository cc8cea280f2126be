// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <CLI/CLI.hpp>
#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/interrupt.h"
#include "engine/cli/json.h"
#include "engine/cli/options.h"
#include "engine/cli/runs.h"
#include "engine/cli/terminal.h"

namespace vibrant::cli {
namespace {

struct Options {
    EngineOptions engine;
    SamplingOptions sampling;
    TextSource source;
    std::optional<std::string> system;
    std::uint32_t max_tokens = 0;
    bool chat = false, no_special = false, slide = false, json = false;
};

GenerationRequest request_of(const Options& options, const LoadedModel& model, const std::string& prompt) {
    GenerationRequest request;
    if (options.chat || options.system) {
        if (options.system) request.messages.push_back({Role::kSystem, *options.system});
        request.messages.push_back({Role::kUser, prompt});
    } else {
        const auto special = options.no_special ? SpecialTokens::kAsText : SpecialTokens::kParse;
        request.ids = prompt_ids(*model.tokenizer, prompt, special);
    }
    request.max_tokens = options.max_tokens;
    request.slide = options.slide;
    request.sampling = sampling_settings(options.sampling, model);
    return request;
}

void print_json(const Generation& answer, const Session& session, const GenerationRequest& request, double load_ms) {
    Json json;
    json.begin_object();
    json.field("text", answer.text);
    json.key("ids");
    json.begin_array();
    for (const TokenId id : answer.ids) json.value(id);
    json.end_array();
    json.field("finish_reason", finish_reason_name(answer.reason));
    if (answer.reason == FinishReason::kError) json.field("error", answer.error.text);
    json.field("seed", request.sampling.seed);
    json.field("temperature", request.sampling.temperature);
    json.field("threads", session.threads());
    json.field("kernels", kernels_in_use());
    json.field("load_ms", load_ms);
    add_stats(json, answer.stats);
    add_memory(json, session.memory());
    json.end_object();
    print(json.line());
}

Status generate(const Options& options) {
    VIBRANT_TRY(prompt, read_text(options.source));
    VIBRANT_TRY(model, open_model(options.engine));
    const GenerationRequest request = request_of(options, *model.loaded, prompt);
    if (!request.messages.empty() && !model.loaded->prompt->notice().empty())
        print_note(model.loaded->prompt->notice());
    VIBRANT_TRY(session, Session::create(model.loaded, options.engine.session));

    StreamSink sink(options.json);
    const Interrupt::Scope interrupt;
    VIBRANT_TRY(answer, session->generate(request, sink, interrupt.token()));
    sink.finish(answer);
    if (options.json) {
        print_json(answer, *session, request, model.load_ms);
    } else if (stdout_is_terminal()) {
        print("\n");
    }
    if (answer.reason == FinishReason::kError) return std::unexpected(answer.error);
    if (answer.reason == FinishReason::kCancelled) return fail(ErrorCode::kCancelled, "cancelled");
    return {};
}

}  // namespace

void add_generate(CLI::App& app, Action& action) {
    const auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("generate", "Continue a text, or answer it with --chat");
    add_engine_options(*command, options->engine);
    add_context_option(*command, options->engine);
    add_text_options(*command, options->source, "prompt");
    command->add_flag("--chat", options->chat, "The text is a user's message: wrap it in the model's chat format");
    command->add_option("--system", options->system, "System prompt; implies --chat");
    command->add_flag("--no-special", options->no_special, "Treat special tokens in the text as plain text");
    command->add_option("--max-tokens", options->max_tokens, "Tokens to generate at most; 0 is as many as fit");
    command->add_flag("--slide", options->slide, "At the end of the context forget the oldest tokens and go on");
    add_sampling_options(*command, options->sampling);
    command->add_flag("--json", options->json, "One JSON object at the end instead of the streamed text");
    command->callback([&action, options] { action = [options] { return generate(*options); }; });
}

}  // namespace vibrant::cli
