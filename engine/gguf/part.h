// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One file of a model, read and checked, and the set of files that make a split model. Internal to
// gguf/.
//
// Which other files are opened depends on the name of the first and on nothing inside it, so no
// file can make us open another one elsewhere. Every error names the file it is about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <format>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/result.h"
#include "engine/gguf/gguf_file.h"
#include "engine/gguf/metadata.h"
#include "engine/memory/mapped_file.h"

namespace vibrant::gguf {

struct Part {
    std::string name;                   // of the file, without its folder
    std::optional<MappedFile> mapping;  // empty for bytes that the caller holds
    std::span<const std::byte> bytes;   // the whole file
    std::uint32_t version = 0;
    Metadata metadata;
    std::vector<TensorInfo> tensors;
};

// The file at `path` and, if it is the first of a split model, the parts that follow, found beside
// it. Not empty.
[[nodiscard]] Result<std::vector<Part>> open_parts(const std::filesystem::path& path);
// A whole model that is already in memory.
[[nodiscard]] Result<Part> read_part(std::span<const std::byte> bytes, std::string_view name);

// "<file>: <problem>", the form of every text that leaves this room.
inline std::unexpected<Error> in_file(std::string_view name, Error error) {
    error.text = std::format("{}: {}", printable(name), error.text);
    return std::unexpected(std::move(error));
}

template <class T>
Result<T> in_file(std::string_view name, Result<T> result) {
    if (!result) return in_file(name, std::move(result).error());
    return result;
}

}  // namespace vibrant::gguf
