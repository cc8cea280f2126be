// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <CLI/CLI.hpp>
#include <format>
#include <iostream>
#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/interrupt.h"
#include "engine/cli/options.h"
#include "engine/cli/runs.h"
#include "engine/cli/terminal.h"

namespace vibrant::cli {
namespace {

struct Options {
    EngineOptions engine;
    SamplingOptions sampling;
    std::optional<std::string> system;
    std::uint32_t max_tokens = 0;
    bool slide = false;
};

constexpr std::string_view kHelp =
    "Enter sends a line; a backslash at its end continues it on the next.\n"
    "Ctrl+C stops the answer, and ends the program between answers.\n"
    "/clear forgets the conversation, /exit (or Ctrl+D) leaves.\n";

class Chat {
  public:
    Chat(const Options& options, Session& session) : options_(options), session_(session) {
        request_.sampling = sampling_settings(options.sampling, session.model());
        request_.max_tokens = options.max_tokens;
        request_.slide = options.slide;
        clear();
    }

    Status run() {
        greet();
        std::string line;
        while (read_message(line)) {
            if (line.empty() || (interactive_ && is_command(line))) continue;
            if (leaving_) return {};
            if (auto done = answer(line); !done) {
                // At a pipe the next line would fail as well; at a terminal the user can shorten the message.
                if (!interactive_) return done;
                print_error(done.error().text);
            }
        }
        return {};
    }

  private:
    void greet() const {
        if (!session_.model().prompt->notice().empty()) print_note(session_.model().prompt->notice());
        if (!interactive_) return;
        const ModelSummary model = summarize(session_.model());
        std::cerr << std::format("{} ({}, {} threads, {} tokens of context). /help for help.\n", model.name,
                                 model.quantisation, session_.threads(), session_.context_size());
    }

    bool read_message(std::string& message) {
        message.clear();
        for (std::string line;;) {
            if (interactive_) std::cerr << (message.empty() ? "\n> " : "  ") << std::flush;
            if (leaving_ || !std::getline(std::cin, line)) return !message.empty();
            const bool goes_on = line.ends_with('\\');
            if (goes_on) line.pop_back();
            message += line;
            if (!goes_on) return true;
            message += '\n';
        }
    }

    bool is_command(std::string_view line) {
        if (line == "/help") {
            std::cerr << kHelp;
        } else if (line == "/clear") {
            clear();
        } else if (line == "/exit") {
            leaving_ = true;
        } else {
            return false;
        }
        return true;
    }

    void clear() {
        request_.messages.clear();
        if (options_.system) request_.messages.push_back({Role::kSystem, *options_.system});
    }

    Status answer(const std::string& message) {
        request_.messages.push_back({Role::kUser, message});
        StreamSink sink(/*silent=*/false);
        const Interrupt::Scope interrupt;
        auto answer = session_.generate(request_, sink, interrupt.token());
        if (!answer) {  // nothing was generated: as if it had not been asked
            request_.messages.pop_back();
            return std::unexpected(std::move(answer).error());
        }
        sink.finish(*answer);
        print("\n");
        request_.messages.push_back({Role::kAssistant, answer->text});
        // The next answer draws anew, and the conversation as a whole is still reproducible.
        ++request_.sampling.seed;
        if (answer->reason == FinishReason::kError) return std::unexpected(answer->error);
        if (answer->reason == FinishReason::kLength || answer->reason == FinishReason::kContext) {
            print_note(std::format("the answer was cut at {} tokens", answer->stats.generated_tokens));
        }
        return finish_output();
    }

    const Options& options_;
    Session& session_;
    GenerationRequest request_;
    const bool interactive_ = stdin_is_terminal();
    bool leaving_ = false;
};

Result<std::filesystem::path> model_or_starter(const std::filesystem::path& named) {
    if (!named.empty()) return named;
    const auto starter = starter_model();
    if (!starter)
        return fail(ErrorCode::kNotFound,
                    "no model was named, and the starter model is not installed: vibrant-cli chat FILE.gguf");
    print_note(
        "this is the starter model, which knows small programming tasks only; vibrant-cli chat FILE.gguf "
        "talks to a real one");
    return *starter;
}

Status chat(const Options& options) {
    VIBRANT_TRY(path, model_or_starter(options.engine.model));
    EngineOptions engine = options.engine;
    engine.model = path;
    VIBRANT_TRY(model, open_model(engine));
    VIBRANT_TRY(session, Session::create(model.loaded, engine.session));
    return Chat(options, *session).run();
}

}  // namespace

void add_chat(CLI::App& app, Action& action) {
    const auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("chat", "Talk to a model, one line at a time");
    add_engine_options(*command, options->engine, ModelArgument::kOptional);
    add_context_option(*command, options->engine);
    command->add_option("--system", options->system, "System prompt");
    command->add_option("--max-tokens", options->max_tokens, "Tokens per answer at most; 0 is as many as fit");
    command->add_flag("--slide", options->slide, "At the end of the context forget the oldest tokens and go on");
    add_sampling_options(*command, options->sampling);
    command->callback([&action, options] { action = [options] { return chat(*options); }; });
}

}  // namespace vibrant::cli
