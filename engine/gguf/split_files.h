// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The file names of a split model. The names of the other parts come from the name of the opened
// file and from nothing inside it, so no file can make us open another one elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vibrant::gguf {

struct SplitName {
    std::string stem;         // "model" of "model-00001-of-00003.gguf"
    std::uint32_t index = 0;  // from 1
    std::uint32_t count = 0;
};

[[nodiscard]] std::optional<SplitName> parse_split_name(std::string_view file_name);
// The file name of part `index` (from 1) of the same model.
[[nodiscard]] std::string part_name(const SplitName& split, std::uint64_t index);

}  // namespace vibrant::gguf
