// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/cli/options.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <format>
#include <map>
#include <random>

#include "engine/base/decoded_text.h"
#include "engine/cli/interrupt.h"
#include "engine/cli/terminal.h"
#include "engine/model/arch/table.h"

namespace vibrant::cli {
namespace {

const SettingRange& range_of(std::string_view name) {
    for (const SettingRange& range : kSamplingRanges) {
        if (name == range.name) return range;
    }
    return kSamplingRanges.front();
}

// "--top-k" from "top_k", with the table's own words and limits as help.
template <class T>
void add_setting(CLI::App& command, std::string_view name, std::optional<T>& value) {
    const SettingRange& range = range_of(name);
    std::string flag = "--" + std::string(name);
    std::ranges::replace(flag, '_', '-');
    command.add_option(flag, value, std::format("{} ({:g} to {:g})", range.meaning, range.min, range.max))
        ->group("Sampling");
}

template <class T>
void note_if_moved(std::string_view name, const std::optional<T>& asked, double used) {
    if (!asked || std::abs(static_cast<double>(*asked) - used) <= 1e-6 * std::abs(used)) return;
    const SettingRange& range = range_of(name);
    print_note(std::format("{} {} became {:g} (allowed {:g} to {:g})", name, *asked, used, range.min, range.max));
}

}  // namespace

void add_engine_options(CLI::App& command, EngineOptions& options, ModelArgument model) {
    const bool required = model == ModelArgument::kRequired;
    command
        .add_option("model", options.model,
                    required ? "The model, a GGUF file" : "The model, a GGUF file; without it the starter model")
        ->required(required);
    command.add_flag("--anyway", options.anyway, "Load a model even where memory is short")->group("Engine");
    command
        .add_option("--threads", options.session.threads,
                    "CPU threads, at most one per CPU; 0 is what suits this machine")
        ->check(CLI::Range(0, 256))
        ->group("Engine");
    command
        .add_flag("--tune-anew", options.session.tune_anew,
                  "Measure what suits this machine even if that was done before")
        ->group("Engine");
    static const std::map<std::string, Fidelity> kPrecisions = {{"default", Fidelity::kDefault},
                                                                {"reference", Fidelity::kReference}};
    command.add_option("--precision", options.session.fidelity, "default, or reference: all in f32, slower")
        ->transform(CLI::CheckedTransformer(kPrecisions).description("{default,reference}"))
        ->group("Engine");
    static const std::map<std::string, KvType> kKvTypes = {{"f16", KvType::kF16}, {"int8", KvType::kInt8}};
    command
        .add_option("--kv", options.session.kv_type,
                    "How the cache holds keys and values: f16, or int8 in half the memory")
        ->transform(CLI::CheckedTransformer(kKvTypes).description("{f16,int8}"))
        ->group("Engine");
    command.add_option("--prefill-chunk", options.session.prefill_chunk, "Prompt tokens evaluated at once")
        ->check(CLI::Range(1, 512))
        ->group("Engine");
}

void add_context_option(CLI::App& command, EngineOptions& options) {
    command.add_option("--context", options.session.context, "Tokens the conversation may hold; 0 is automatic")
        ->check(CLI::Range(0, 1 << 24))
        ->group("Engine");
}

Result<OpenModel> open_model(const EngineOptions& options) {
    const Interrupt::Scope interrupt;
    Progress progress;
    int shown = -1;
    const auto start = std::chrono::steady_clock::now();
    auto loaded = load_model(
        options.model,
        [&](const LoadProgress& at) {
            const auto percent = at.total_bytes == 0 ? 0 : static_cast<int>(100 * at.done_bytes / at.total_bytes);
            if (percent != shown) progress.show(std::format("loading {} %", shown = percent));
        },
        interrupt.token(),
        [&](const LoadedModel& model) -> Status {
            const SessionOptions& s = options.session;
            auto room = options.anyway ? Status{} : check_room(model, s.context, s.fidelity, s.kv_type);
            if (room) return {};
            return fail(room.error().code, room.error().text + "; a smaller --context needs less, --anyway tries it");
        });
    if (!loaded) return std::unexpected(std::move(loaded).error());
    const auto elapsed = std::chrono::steady_clock::now() - start;
    return OpenModel{std::move(*loaded), std::chrono::duration<double, std::milli>(elapsed).count()};
}

Result<std::unique_ptr<const Tokenizer>> open_tokenizer(const std::filesystem::path& path) {
    VIBRANT_TRY(file, gguf::File::open(path));
    // Of a file from before tokenizer.ggml.pre, what its architecture's models of that time use.
    VIBRANT_TRY(name, file->string("general.architecture"));
    const Architecture* architecture = name ? find_architecture(*name) : nullptr;
    return architecture ? Tokenizer::load(file, architecture->pre_tokenizer) : Tokenizer::load(file);
}

std::string_view precision_name(Fidelity fidelity) {
    return fidelity == Fidelity::kReference ? "reference" : "default";
}

std::string_view kv_name(const SessionOptions& options) {
    switch (used_kv_type(options.fidelity, options.kv_type)) {
        case KvType::kF32:
            return "f32";
        case KvType::kF16:
            return "f16";
        case KvType::kInt8:
            return "int8";
    }
    return "unknown";
}

void add_sampling_options(CLI::App& command, SamplingOptions& options) {
    add_setting(command, "temperature", options.temperature);
    add_setting(command, "top_k", options.top_k);
    add_setting(command, "top_p", options.top_p);
    add_setting(command, "min_p", options.min_p);
    add_setting(command, "repeat_penalty", options.repeat_penalty);
    add_setting(command, "repeat_window", options.repeat_window);
    command.add_option("--seed", options.seed, "The same seed gives the same answer; without it each run differs")
        ->group("Sampling");
}

SamplingSettings sampling_settings(SamplingOptions options, const LoadedModel& model) {
    if (!options.seed) options.seed = std::random_device{}();
    const SamplingSettings settings = resolve(options, model.recommended);
    note_if_moved("temperature", options.temperature, settings.temperature);
    note_if_moved("top_k", options.top_k, settings.top_k);
    note_if_moved("top_p", options.top_p, settings.top_p);
    note_if_moved("min_p", options.min_p, settings.min_p);
    note_if_moved("repeat_penalty", options.repeat_penalty, settings.repeat_penalty);
    note_if_moved("repeat_window", options.repeat_window, settings.repeat_window);
    return settings;
}

void add_text_options(CLI::App& command, TextSource& source, const std::string& name) {
    auto* group = command.add_option_group("Text");
    group->add_option("--" + name, source.text, "The text itself");
    group->add_option("--file", source.file, "A file with the text; - is standard input");
    group->require_option(1);
}

Result<std::string> read_text(const TextSource& source) {
    if (source.text) return *source.text;
    return read_text_file(*source.file);
}

Result<std::string> read_text_file(const std::filesystem::path& path) {
    VIBRANT_TRY(bytes, read_file(path));
    auto decoded = decode_text(bytes, TextUse::kVerbatim);
    if (decoded) return std::move(decoded->text);
    const auto name = printable(path == "-" ? "standard input" : path.filename().string());
    return fail(decoded.error().code, std::format("{}: {}", name, decoded.error().text));
}

Result<std::string> read_file(const std::filesystem::path& path) {
    const bool from_stdin = path == "-";
    std::FILE* file = from_stdin ? stdin : std::fopen(path.c_str(), "rb");
    const auto name = printable(from_stdin ? "standard input" : path.filename().string());
    if (file == nullptr) {
        const auto code = errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo;
        return fail(code, std::format("{}: cannot be opened ({})", name, std::strerror(errno)));
    }
    std::string text;
    std::size_t n = 0;
    do {
        constexpr std::size_t kPiece = 1 << 16;
        const std::size_t had = text.size();
        text.resize(had + kPiece);
        n = std::fread(text.data() + had, 1, kPiece, file);
        text.resize(had + n);
    } while (n > 0);
    const bool failed = std::ferror(file) != 0;
    const int error = errno;
    if (!from_stdin) std::fclose(file);
    if (failed) return fail(ErrorCode::kIo, std::format("{}: cannot be read ({})", name, std::strerror(error)));
    return text;
}

Result<std::vector<TokenId>> parse_ids(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    std::vector<TokenId> ids;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        std::string_view piece = text.substr(begin, end - begin);
        begin = end + 1;
        piece.remove_prefix(std::min(piece.find_first_not_of(kBlank), piece.size()));
        piece = piece.substr(0, piece.find_last_not_of(kBlank) + 1);
        if (piece.empty() && end == text.size()) break;  // a comma at the end, or nothing at all
        TokenId id = 0;
        const auto [stop, error] = std::from_chars(piece.data(), piece.data() + piece.size(), id);
        if (error != std::errc{} || stop != piece.data() + piece.size() || id < 0) {
            return fail(ErrorCode::kInvalidArgument,
                        std::format("--ids: not a token id at position {} (found '{}', allowed 0 and up)", ids.size(),
                                    printable(piece)));
        }
        ids.push_back(id);
    }
    return ids;
}

std::vector<TokenId> prompt_ids(const Tokenizer& tokenizer, std::string_view text, SpecialTokens special) {
    std::vector<TokenId> ids;
    if (tokenizer.add_bos() && tokenizer.bos()) ids.push_back(*tokenizer.bos());
    tokenizer.encode(text, special, ids);
    return ids;
}

}  // namespace vibrant::cli
