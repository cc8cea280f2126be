// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A strict reader of one JSON value (RFC 8259), to check what vibrant-cli writes. Anything that is
// not JSON fails the calling test and reads as null.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vibrant::test {

struct JsonValue {
    using Array = std::vector<JsonValue>;
    using Object = std::map<std::string, JsonValue>;
    std::variant<std::monostate, bool, double, std::string, std::shared_ptr<Array>, std::shared_ptr<Object>> content;

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(content); }
    [[nodiscard]] bool is_number() const { return std::holds_alternative<double>(content); }
    // Each fails the test and returns something empty if the value is of another kind.
    [[nodiscard]] double number() const;
    [[nodiscard]] const std::string& string() const;
    [[nodiscard]] const Array& array() const;
    [[nodiscard]] const Object& object() const;
    [[nodiscard]] bool has(const std::string& key) const;
    [[nodiscard]] const JsonValue& operator[](const std::string& key) const;
};

// `text` must be exactly one value and blanks around it.
[[nodiscard]] JsonValue read_json(std::string_view text);

}  // namespace vibrant::test
