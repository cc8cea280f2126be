// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The subcommands of vibrant-cli. Each file adds one to the parser; parsing puts what to do into
// `action`, main() does it and turns the Status into the exit code: 0, or 1 with the error's text
// on stderr. Wrong usage never gets here: exit code 2. Results go to stdout, everything else to
// stderr.
#pragma once

#include <functional>

#include "engine/engine.h"

namespace CLI {
class App;
}

namespace vibrant::cli {

using Action = std::function<Status()>;

void add_inspect(CLI::App& app, Action& action);
void add_tokenize(CLI::App& app, Action& action);
void add_detokenize(CLI::App& app, Action& action);
void add_logits(CLI::App& app, Action& action);
void add_generate(CLI::App& app, Action& action);
void add_chat(CLI::App& app, Action& action);
void add_bench(CLI::App& app, Action& action);
void add_profile(CLI::App& app, Action& action);
void add_calibrate(CLI::App& app, Action& action);
void add_perplexity(CLI::App& app, Action& action);

}  // namespace vibrant::cli
