// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/gguf/split_files.h"

#include <charconv>
#include <format>

namespace vibrant::gguf {
namespace {

constexpr std::size_t kDigits = 5;

// Takes exactly five digits off the end.
std::optional<std::uint32_t> take_number(std::string_view& text) {
    if (text.size() < kDigits) return std::nullopt;
    const std::string_view digits = text.substr(text.size() - kDigits);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    text.remove_suffix(kDigits);
    return number;
}

bool take(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

}  // namespace

std::optional<SplitName> parse_split_name(std::string_view file_name) {
    if (!take(file_name, ".gguf")) return std::nullopt;
    const auto count = take_number(file_name);
    if (!count || !take(file_name, "-of-")) return std::nullopt;
    const auto index = take_number(file_name);
    if (!index || !take(file_name, "-")) return std::nullopt;
    return SplitName{std::string(file_name), *index, *count};
}

std::string part_name(const SplitName& split, std::uint64_t index) {
    return std::format("{}-{:05}-of-{:05}.gguf", split.stem, index, split.count);
}

}  // namespace vibrant::gguf
