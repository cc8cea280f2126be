// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// From a path to a model in memory: mapped, validated, shared by everything that runs it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

#include "engine/base/result.h"
#include "engine/gguf/gguf_file.h"
#include "engine/sampling/wishes.h"
#include "engine/text/chat_prompt.h"
#include "engine/text/tokenizer.h"

namespace vibrant {

class Model;

struct LoadProgress {
    enum class Phase : std::uint8_t { kOpening, kVocabulary, kWeights } phase = Phase::kOpening;
    std::uint64_t done_bytes = 0, total_bytes = 0;  // of the file
};

// Everything that is constant after loading: the mapped file, weights, tokenizer, what the file recommends.
struct LoadedModel {
    std::shared_ptr<const gguf::File> file;
    std::shared_ptr<const Model> model;
    std::unique_ptr<const Tokenizer> tokenizer;
    std::unique_ptr<const ChatPrompt> prompt;
    SamplingWishes recommended;
};

// Asked once the file is validated and before its weights are read: an error ends the load with it. See
// model_summary.h for check_room(), the usual one.
using Admit = std::function<Status(const LoadedModel&)>;

// Opens, validates and maps `path`. `progress` is called from this thread; returning is cheap, so call it often.
[[nodiscard]] Result<std::shared_ptr<const LoadedModel>> load_model(
    const std::filesystem::path& path, const std::function<void(const LoadProgress&)>& progress = {},
    std::stop_token stop = {}, const Admit& admit = {});

// The first step of load_model() alone, to know what a file is. Validates everything and touches no weights: it fails with
// what load_model() would fail with. Costs: the vocabulary, 40 ms for 150 000 tokens.
[[nodiscard]] Result<std::shared_ptr<const LoadedModel>> open_model(std::shared_ptr<const gguf::File> file);

}  // namespace vibrant
