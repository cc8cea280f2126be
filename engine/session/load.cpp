// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// From a path to a LoadedModel, and what can be said of one before a session exists.

#include <algorithm>
#include <array>
#include <format>
#include <utility>

#include "engine/memory/arena.h"
#include "engine/model/model.h"
#include "engine/parallel/cpu_topology.h"
#include "engine/session/session.h"

namespace vibrant {
namespace {

constexpr std::uint32_t kDefaultContextCap = 16384;  // tokens: enough for code, 0.9 GB of f16 KV on a 7B model
constexpr std::uint32_t kSmallestContext = 256;      // tokens: below this a default would not hold a conversation

// general.file_type, llama.cpp's enum of the mixes that people know files by.
constexpr std::pair<std::uint64_t, std::string_view> kFileTypes[] = {
    {0, "F32"},     {1, "F16"},     {2, "Q4_0"},    {3, "Q4_1"},    {7, "Q8_0"},    {8, "Q5_0"},    {9, "Q5_1"},
    {10, "Q2_K"},   {11, "Q3_K_S"}, {12, "Q3_K_M"}, {13, "Q3_K_L"}, {14, "Q4_K_S"}, {15, "Q4_K_M"}, {16, "Q5_K_S"},
    {17, "Q5_K_M"}, {18, "Q6_K"},   {25, "IQ4_NL"}, {30, "IQ4_XS"}, {32, "BF16"},
};

std::string quantisation_of(const gguf::File& file) {
    if (const auto type = file.uint("general.file_type"); type && *type)
        for (const auto& [id, name] : kFileTypes)
            if (id == **type) return std::string(name);
    // Without the key: the types that hold most bytes, a second one if it holds a tenth or more.
    std::array<std::uint64_t, kDTypeCount> bytes{};
    std::uint64_t total = 0;
    for (const gguf::TensorInfo& t : file.tensors()) {
        bytes[static_cast<std::size_t>(t.type)] += t.n_bytes;
        total += t.n_bytes;
    }
    const auto largest = [&] { return static_cast<std::size_t>(std::ranges::max_element(bytes) - bytes.begin()); };
    const std::size_t first = largest();
    std::string text(traits(static_cast<DType>(first)).name);
    bytes[first] = 0;
    const std::size_t second = largest();
    if (bytes[second] * 10 >= total && bytes[second] > 0)
        text += std::format(" + {}", traits(static_cast<DType>(second)).name);
    return text;
}

}  // namespace

Result<std::shared_ptr<const LoadedModel>> open_model(std::shared_ptr<const gguf::File> file) {
    auto loaded = std::make_shared<LoadedModel>();
    VIBRANT_TRY(model, Model::load(file));
    loaded->model = model;
    VIBRANT_TRY(tokenizer, Tokenizer::load(file));
    loaded->tokenizer = std::move(tokenizer);
    VIBRANT_TRY(chat_template, file->string("tokenizer.chat_template"));
    loaded->prompt = std::make_unique<ChatPrompt>(*loaded->tokenizer, chat_template.value_or(std::string_view{}));
    loaded->file = std::move(file);
    return loaded;
}

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

Result<std::shared_ptr<const LoadedModel>> load_model(const std::filesystem::path& path,
                                                      const std::function<void(const LoadProgress&)>& progress,
                                                      std::stop_token stop) {
    const auto report = [&](LoadProgress::Phase phase, std::uint64_t total) {
        if (progress) progress({phase, 0, total});
    };
    report(LoadProgress::Phase::kOpening, 0);
    VIBRANT_TRY(file, gguf::File::open(path));
    report(LoadProgress::Phase::kVocabulary, file->file_bytes());
    if (stop.stop_requested()) return file->error(ErrorCode::kCancelled, "loading was cancelled");
    VIBRANT_TRY(loaded, open_model(file));
    VIBRANT_TRY_VOID(read_weights(*loaded, progress, std::move(stop)));
    return loaded;
}

ModelSummary summarize(const LoadedModel& loaded) {
    const gguf::File& file = *loaded.file;
    const Hyperparams& hp = loaded.model->hyperparams();
    ModelSummary s;
    const auto name = file.string("general.name");
    s.name = name && *name && !(*name)->empty() ? printable(**name) : printable(file.path().stem().string());
    s.architecture = architecture_name(hp.architecture);
    s.quantisation = quantisation_of(file);
    for (const gguf::TensorInfo& t : file.tensors())
        s.n_parameters += t.shape[0] * t.shape[1] * t.shape[2] * t.shape[3];
    s.file_bytes = file.file_bytes();
    s.bytes_per_token = loaded.model->weights().bytes_per_token();
    s.trained_context = hp.trained_context;
    s.n_layers = hp.n_layers;
    s.n_heads = hp.n_heads;
    s.n_kv_heads = hp.n_kv_heads;
    s.head_dim = hp.head_dim;
    s.embedding = hp.n_embd;
    s.feed_forward = hp.n_ff;
    s.vocabulary = static_cast<std::uint32_t>(loaded.tokenizer->size());
    s.tokenizer = loaded.tokenizer->kind();
    s.has_chat_template = file.has("tokenizer.chat_template");
    s.is_starter = file.boolean("vibrant.starter").value_or(false).value_or(false);
    s.temperature = file.real("general.sampling.temp").value_or(std::nullopt);
    s.notice = loaded.prompt->notice();
    return s;
}

KvType used_kv_type(Precision precision, KvType wanted) {
    return precision == Precision::kReference ? KvType::kF32 : wanted;
}

MemoryNeed memory_need(const LoadedModel& loaded, std::uint32_t context, Precision precision, KvType kv_type) {
    const Model& model = *loaded.model;
    return {.kv_bytes = KvRing::bytes_needed(model.kv_shape(context, used_kv_type(precision, kv_type))),
            .buffer_bytes = Activations::bytes_needed(
                model.hyperparams(), model.activations_shape(std::min(SessionOptions{}.prefill_chunk, context),
                                                             read_cpu_topology().default_threads(),
                                                             precision == Precision::kReference, context))};
}

std::uint32_t default_context(const LoadedModel& loaded, Precision precision, KvType kv_type) {
    const std::uint64_t per_token = memory_need(loaded, 1, precision, kv_type).kv_bytes;
    const std::uint64_t fits = available_memory() / 2 / std::max<std::uint64_t>(1, per_token);
    const std::uint32_t wanted = std::min(loaded.model->hyperparams().trained_context, kDefaultContextCap);
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted, std::max<std::uint64_t>(kSmallestContext, fits)));
}

}  // namespace vibrant
