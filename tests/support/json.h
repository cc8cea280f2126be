// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// JSON that a test reads: goldens, and what vibrant-cli writes. nlohmann-json, so that nothing of ours is its own judge.
// What is not there or of another kind throws, which fails the calling test: use at() and get<T>(), never [].
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

namespace vibrant::test {

using JsonValue = nlohmann::json;

// `text` must be exactly one value of RFC 8259 and blanks around it; a key twice in one object throws as well.
[[nodiscard]] JsonValue read_json(std::string_view text);

// One value per line, at least one.
[[nodiscard]] std::vector<JsonValue> read_json_lines(const std::filesystem::path& path);

}  // namespace vibrant::test
