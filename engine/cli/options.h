// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What several subcommands ask for in the same words: model, engine, sampling, text, ids.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace CLI {
class App;
}

namespace vibrant::cli {

// ---- the model and its session ------------------------------------------------------------------

struct EngineOptions {
    std::filesystem::path model;
    SessionOptions session = {};
    bool anyway = false;  // without a look at the memory
};
// Whether a command can do without the file.
enum class ModelArgument : std::uint8_t { kRequired, kOptional };

// FILE, --anyway, --threads, --tune-anew, --precision, --kv and --prefill-chunk; what else a command needs it adds itself.
void add_engine_options(CLI::App& command, EngineOptions& options, ModelArgument model = ModelArgument::kRequired);
void add_context_option(CLI::App& command, EngineOptions& options);

struct OpenModel {
    std::shared_ptr<const LoadedModel> loaded;
    double load_ms = 0;
};
// Loads with progress on the terminal; Ctrl+C cancels. Refuses what needs more memory than is free.
[[nodiscard]] Result<OpenModel> open_model(const EngineOptions& options);
// Only the file and its tokenizer: for files without tensors, and in milliseconds for all others.
[[nodiscard]] Result<std::unique_ptr<const Tokenizer>> open_tokenizer(const std::filesystem::path& path);

[[nodiscard]] std::string_view precision_name(Fidelity fidelity);       // "default", "reference"
[[nodiscard]] std::string_view kv_name(const SessionOptions& options);  // of the cache in use: "f16"

// ---- sampling -----------------------------------------------------------------------------------

using SamplingOptions = SamplingWishes;
void add_sampling_options(CLI::App& command, SamplingOptions& options);
// resolve() for the model, with a note where a range changed what the user wrote. Without --seed: a new one each time.
[[nodiscard]] SamplingSettings sampling_settings(SamplingOptions options, const LoadedModel& model);

// ---- text and ids -------------------------------------------------------------------------------

struct TextSource {
    std::optional<std::string> text;
    std::optional<std::filesystem::path> file;  // "-" is stdin
};
// --<name> TEXT or --file PATH, exactly one of them.
void add_text_options(CLI::App& command, TextSource& source, const std::string& name);
[[nodiscard]] Result<std::string> read_text(const TextSource& source);
// A file of text in any encoding of decoded_text.h, as UTF-8; UTF-8 stays byte for byte.
[[nodiscard]] Result<std::string> read_text_file(const std::filesystem::path& path);
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);

// "1,2,3", blanks allowed.
[[nodiscard]] Result<std::vector<TokenId>> parse_ids(std::string_view text);
// Text as prompt ids: BOS where the model wants it, special tokens as asked.
[[nodiscard]] std::vector<TokenId> prompt_ids(const Tokenizer& tokenizer, std::string_view text, SpecialTokens special);

}  // namespace vibrant::cli
