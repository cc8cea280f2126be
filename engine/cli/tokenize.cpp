// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <CLI/CLI.hpp>
#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/json.h"
#include "engine/cli/options.h"
#include "engine/cli/terminal.h"

namespace vibrant::cli {
namespace {

struct Options {
    std::filesystem::path model;
    TextSource source;
    bool no_special = false, bos = false, json = false;
};

Status tokenize(const Options& options) {
    VIBRANT_TRY(tokenizer, open_tokenizer(options.model));
    VIBRANT_TRY(text, read_text(options.source));
    std::vector<TokenId> ids;
    if (options.bos && tokenizer->add_bos() && tokenizer->bos()) ids.push_back(*tokenizer->bos());
    tokenizer->encode(text, options.no_special ? SpecialTokens::kAsText : SpecialTokens::kParse, ids);
    if (options.json) {
        Json json;
        json.begin_object();
        json.key("ids");
        json.begin_array();
        for (const TokenId id : ids) json.value(id);
        json.end_array();
        json.end_object();
        print(json.line());
    } else {
        std::string line;
        for (const TokenId id : ids) line += (line.empty() ? "" : ",") + std::to_string(id);
        print(line + '\n');
    }
    return {};
}

}  // namespace

void add_tokenize(CLI::App& app, Action& action) {
    const auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("tokenize", "Text to token ids");
    command->add_option("model", options->model, "The model, a GGUF file")->required();
    add_text_options(*command, options->source, "text");
    command->add_flag("--no-special", options->no_special, "Treat special tokens in the text as plain text");
    command->add_flag("--bos", options->bos, "Begin with the BOS token if the model wants one, as generate does");
    command->add_flag("--json", options->json, "One JSON object: {\"ids\":[...]}");
    command->callback([&action, options] { action = [options] { return tokenize(*options); }; });
}

}  // namespace vibrant::cli
