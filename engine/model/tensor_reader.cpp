// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/tensor_reader.h"

#include <algorithm>
#include <array>
#include <format>
#include <string_view>

namespace vibrant {
namespace {

// What a file may hold beside the model of text: vision and audio towers with their projectors, which Ollama keeps in the
// same file.
constexpr std::array<std::string_view, 4> kHarmless = {"v.", "mm.", "a.", "model.vision"};

Status expect_shape(const gguf::File& file, const gguf::TensorInfo& info, std::uint32_t n_dims, std::size_t cols,
                    std::size_t rows) {
    // A trailing dimension of 1 is the same tensor.
    const bool same = info.shape[0] == cols && info.shape[1] == rows && info.shape[2] == 1 && info.shape[3] == 1;
    if (same) return {};
    const std::string expected = n_dims == 1 ? std::format("[{}]", cols) : std::format("[{}, {}]", cols, rows);
    return file.error(ErrorCode::kMalformed, std::format("tensor '{}' has shape {}, expected {}", printable(info.name),
                                                         info.shape_text(), expected));
}

}  // namespace

Result<const gguf::TensorInfo*> TensorReader::find(const std::string& name) {
    const gguf::TensorInfo* info = file_.find_tensor(name);
    if (!info) return file_.error(ErrorCode::kMalformed, std::format("missing tensor '{}'", name));
    if (info->n_bytes == 0) return file_.error(ErrorCode::kMalformed, std::format("tensor '{}' has no elements", name));
    used_[static_cast<std::size_t>(info - file_.tensors().data())] = true;
    return info;
}

Result<Tensor> TensorReader::matrix(const std::string& name, std::size_t rows, std::size_t cols) {
    VIBRANT_TRY(info, find(name));
    VIBRANT_TRY_VOID(expect_shape(file_, *info, 2, cols, rows));
    return info->matrix();
}

Result<Tensor> TensorReader::vector(const std::string& name, std::size_t size) {
    VIBRANT_TRY(info, find(name));
    VIBRANT_TRY_VOID(expect_shape(file_, *info, 1, size, 1));
    if (info->type != DType::kF32)
        return file_.error(
            ErrorCode::kUnsupported,
            std::format("tensor '{}': type {} is not allowed here (allowed F32)", name, traits(info->type).name));
    return info->matrix();
}

Result<Tensor> TensorReader::optional_vector(const std::string& name, std::size_t size) {
    if (!has(name)) return Tensor{};
    return vector(name, size);
}

Status TensorReader::nothing_left() const {
    const auto tensors = file_.tensors();
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const std::string_view name = tensors[i].name;
        if (used_[i] || std::ranges::any_of(kHarmless, [&](auto prefix) { return name.starts_with(prefix); })) continue;
        return file_.error(ErrorCode::kUnsupported,
                           std::format("tensor '{}' has no place in this architecture as we know it", printable(name)));
    }
    return {};
}

}  // namespace vibrant
