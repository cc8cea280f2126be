// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <CLI/CLI.hpp>
#include <cstdio>
#include <new>
#include <string>

#include "engine/cli/command.h"
#include "engine/cli/interrupt.h"
#include "engine/cli/terminal.h"

namespace {

constexpr int kFailure = 1, kWrongUsage = 2;

int run(const vibrant::cli::Action& action) {
    vibrant::Status done = action();
    if (done) done = vibrant::cli::finish_output();
    if (done) return 0;
    vibrant::cli::print_error(done.error().text);
    return kFailure;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace vibrant::cli;
    Interrupt::install();
    vibrant::set_log_sink(print_log);

    CLI::App app("Vibrant without a window: local language models in the terminal.", "vibrant-cli");
    app.set_version_flag("--version", "vibrant-cli " VIBRANT_VERSION);
    app.require_subcommand(1);
    Action action;
    for (const auto add : {add_chat, add_generate, add_inspect, add_tokenize, add_detokenize, add_logits,
                           add_perplexity, add_bench, add_profile, add_calibrate}) {
        add(app, action);
    }
    try {
        app.parse(argc, argv);
        return run(action);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(error);  // --help
        print_error(one_line(error.what()) + "; vibrant-cli --help shows what there is");
        return kWrongUsage;
    } catch (const std::bad_alloc&) {
        print_error("not enough memory");
        return kFailure;
    }
}
