// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/session/load.h"

#include <utility>

#include "engine/memory/memory_figures.h"
#include "engine/model/arch/table.h"
#include "engine/model/model.h"

namespace vibrant {
namespace {

Status read_weights(const LoadedModel& loaded, const std::function<void(const LoadProgress&)>& progress,
                    std::stop_token stop) {
    const gguf::File& file = *loaded.file;
    const auto report = [&](std::uint64_t done, std::uint64_t total) {
        if (progress) progress({LoadProgress::Phase::kWeights, done, total});
        return !stop.stop_requested();
    };
    // Bring the weights in now, layer by layer and with large reads: page faults one by one are ten times slower on a
    // cold disk, and progress can be shown. A file larger than the free memory would only push its own pages out.
    const bool complete =
        report(0, file.file_bytes()) && (file.file_bytes() >= available_memory() || file.populate(report));
    if (!complete) return file.error(ErrorCode::kCancelled, "loading was cancelled");
    return file.readable();
}

}  // namespace

Result<std::shared_ptr<const LoadedModel>> open_model(std::shared_ptr<const gguf::File> file) {
    auto loaded = std::make_shared<LoadedModel>();
    VIBRANT_TRY(model, Model::load(file));
    loaded->model = model;
    VIBRANT_TRY(tokenizer, Tokenizer::load(file, model->architecture().pre_tokenizer));
    loaded->tokenizer = std::move(tokenizer);
    VIBRANT_TRY(chat_template, file->string("tokenizer.chat_template"));
    loaded->prompt = std::make_unique<ChatPrompt>(*loaded->tokenizer, chat_template.value_or(std::string_view{}));
    loaded->recommended = recommended_sampling(*file);
    loaded->file = std::move(file);
    return loaded;
}

Result<std::shared_ptr<const LoadedModel>> load_model(const std::filesystem::path& path,
                                                      const std::function<void(const LoadProgress&)>& progress,
                                                      std::stop_token stop, const Admit& admit) {
    const auto report = [&](LoadProgress::Phase phase, std::uint64_t total) {
        if (progress) progress({phase, 0, total});
    };
    report(LoadProgress::Phase::kOpening, 0);
    VIBRANT_TRY(file, gguf::File::open(path));
    report(LoadProgress::Phase::kVocabulary, file->file_bytes());
    if (stop.stop_requested()) return file->error(ErrorCode::kCancelled, "loading was cancelled");
    VIBRANT_TRY(loaded, open_model(file));
    if (admit) VIBRANT_TRY_VOID(admit(*loaded));
    VIBRANT_TRY_VOID(read_weights(*loaded, progress, std::move(stop)));
    return loaded;
}

}  // namespace vibrant
