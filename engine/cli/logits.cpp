// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <CLI/CLI.hpp>
#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <format>
#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/options.h"
#include "engine/cli/terminal.h"

namespace vibrant::cli {
namespace {

static_assert(std::endian::native == std::endian::little, "the file is little endian, and so is the engine");

struct Options {
    EngineOptions engine;
    std::string ids;
    std::filesystem::path out;
    std::uint32_t batch = 0;  // 0: the prefill chunk
};

// Removes what was written unless keep() is called: half a matrix looks like a smaller one.
class OutputFile {
  public:
    explicit OutputFile(const std::filesystem::path& path)
        : path_(path), file_(std::fopen(path.c_str(), "wb")), error_(file_ ? 0 : errno) {}
    ~OutputFile() {
        if (file_ == nullptr) return;
        std::fclose(file_);
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(std::span<const float> values) {
        if (error_ == 0 && std::fwrite(values.data(), sizeof(float), values.size(), file_) != values.size())
            error_ = errno;
    }
    [[nodiscard]] Status status() const {
        if (error_ == 0) return {};
        return fail(ErrorCode::kIo, std::format("{}: cannot be written ({})", printable(path_.filename().string()),
                                                std::strerror(error_)));
    }
    [[nodiscard]] Status keep() {
        if (error_ == 0 && std::fclose(std::exchange(file_, nullptr)) != 0) error_ = errno;
        return status();
    }

  private:
    std::filesystem::path path_;
    std::FILE* file_;
    int error_;  // errno of the first failure
};

Status logits(Options options) {
    VIBRANT_TRY(ids, parse_ids(options.ids));
    if (ids.empty()) return fail(ErrorCode::kInvalidArgument, "--ids: at least one token id is needed");
    VIBRANT_TRY(model, open_model(options.engine));
    SessionOptions& session_options = options.engine.session;
    session_options.context = static_cast<std::uint32_t>(ids.size() + 1);
    if (options.batch != 0) session_options.prefill_chunk = options.batch;
    VIBRANT_TRY(session, Session::create(model.loaded, session_options));
    OutputFile file(options.out);
    VIBRANT_TRY_VOID(file.status());
    Progress progress;
    VIBRANT_TRY_VOID(
        session->logits(ids, session_options.prefill_chunk, [&](std::size_t position, std::span<const float> row) {
            file.write(row);
            progress.show(std::format("position {} of {}", position + 1, ids.size()));
        }));
    return file.keep();
}

}  // namespace

void add_logits(CLI::App& app, Action& action) {
    const auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("logits", "Scores of every token after each position, as little-endian float32");
    add_engine_options(*command, options->engine);
    command->add_option("--ids", options->ids, "Token ids: 1,2,3")->required();
    command->add_option("--out", options->out, "The file to write: one row of the vocabulary's size per position")
        ->required();
    command->add_option("--batch", options->batch, "Positions evaluated at once; 1 is what decoding does")
        ->check(CLI::Range(1, 512));
    command->callback([&action, options] { action = [options] { return logits(*options); }; });
}

}  // namespace vibrant::cli
