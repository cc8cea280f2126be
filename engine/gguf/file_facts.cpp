// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/gguf/file_facts.h"

#include <algorithm>
#include <array>
#include <format>
#include <string_view>
#include <utility>

#include "engine/quant/dtype.h"

namespace vibrant::gguf {
namespace {

// general.file_type, llama.cpp's enum of the mixes that people know files by.
constexpr std::pair<std::uint64_t, std::string_view> kFileTypes[] = {
    {0, "F32"},     {1, "F16"},     {2, "Q4_0"},    {3, "Q4_1"},    {7, "Q8_0"},    {8, "Q5_0"},    {9, "Q5_1"},
    {10, "Q2_K"},   {11, "Q3_K_S"}, {12, "Q3_K_M"}, {13, "Q3_K_L"}, {14, "Q4_K_S"}, {15, "Q4_K_M"}, {16, "Q5_K_S"},
    {17, "Q5_K_M"}, {18, "Q6_K"},   {25, "IQ4_NL"}, {30, "IQ4_XS"}, {32, "BF16"},
};

}  // namespace

std::string quantisation_of(const File& file) {
    if (const auto type = file.uint("general.file_type"); type && *type)
        for (const auto& [id, name] : kFileTypes)
            if (id == **type) return std::string(name);
    std::array<std::uint64_t, kDTypeCount> bytes{};
    std::uint64_t total = 0;
    for (const TensorInfo& t : file.tensors()) {
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

std::uint64_t parameters_of(const File& file) {
    std::uint64_t n = 0;
    for (const TensorInfo& t : file.tensors()) n += t.shape[0] * t.shape[1] * t.shape[2] * t.shape[3];
    return n;
}

Status expect_model(const File& file) {
    struct Kind {
        std::array<std::string_view, 2> types;  // of general.type
        std::string_view what;
    };
    static constexpr Kind kAdapter = {{"adapter", "lora"}, "a LoRA adapter, which changes a model: open that model"};
    static constexpr Kind kProjector = {{"mmproj", "projector"},
                                        "the projector for pictures of a model: open that model's own file"};
    static constexpr Kind kImatrix = {{"imatrix", "imatrix"},
                                      "an importance matrix, made for quantising a model: open that model"};
    static constexpr Kind kVocabulary = {{"vocab", "vocabulary"},
                                         "a vocabulary without weights: open the model it belongs to"};
    const auto refuse = [&](const Kind& kind) {
        return file.error(ErrorCode::kAnotherKind, std::format("this is {}", kind.what));
    };
    // Of another type than a string they say nothing here: general.* is for display, and what needs one reads it again.
    const auto says = [&](std::string_view key, std::string_view value) {
        const auto found = file.string(key);
        return found && *found && **found == value;
    };
    for (const Kind* kind : {&kAdapter, &kProjector, &kImatrix, &kVocabulary})
        for (const std::string_view type : kind->types)
            if (says("general.type", type)) return refuse(*kind);

    if (file.has("adapter.type")) return refuse(kAdapter);
    if (says("general.architecture", "clip")) return refuse(kProjector);
    if (file.has("imatrix.chunk_count") || file.has("imatrix.datasets")) return refuse(kImatrix);
    if (file.tensors().empty() && file.has("tokenizer.ggml.tokens")) return refuse(kVocabulary);
    return {};
}

}  // namespace vibrant::gguf
