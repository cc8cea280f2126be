// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <CLI/CLI.hpp>
#include <format>
#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/options.h"
#include "engine/cli/terminal.h"

namespace vibrant::cli {
namespace {

struct Options {
    std::filesystem::path model;
    std::string ids;
};

Status detokenize(const Options& options) {
    VIBRANT_TRY(tokenizer, open_tokenizer(options.model));
    VIBRANT_TRY(ids, parse_ids(options.ids));
    for (const TokenId id : ids) {
        if (static_cast<std::size_t>(id) < tokenizer->size()) continue;
        return fail(ErrorCode::kInvalidArgument,
                    std::format("token id {} is outside the vocabulary (allowed 0..{})", id, tokenizer->size() - 1));
    }
    print(tokenizer->decode(ids, /*show_control=*/true));
    return {};
}

}  // namespace

void add_detokenize(CLI::App& app, Action& action) {
    const auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("detokenize", "Token ids to bytes, control tokens included");
    command->add_option("model", options->model, "The model, a GGUF file")->required();
    command->add_option("--ids", options->ids, "Token ids: 1,2,3")->required();
    command->callback([&action, options] { action = [options] { return detokenize(*options); }; });
}

}  // namespace vibrant::cli
