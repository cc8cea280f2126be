// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "tests/engine/cli/json_reader.h"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <cstdint>

#include "engine/base/utf8.h"

namespace vibrant::test {
namespace {

class Reader {
  public:
    explicit Reader(std::string_view text) : rest_(text) {}

    JsonValue read() {
        JsonValue value = read_value();
        skip_blanks();
        if (!rest_.empty()) fail("text after the value");
        return value;
    }

  private:
    void fail(std::string_view problem) {
        if (!failed_) ADD_FAILURE() << "not JSON: " << problem << " before: " << rest_.substr(0, 60);
        failed_ = true;
        rest_ = {};
    }
    void skip_blanks() {
        const auto at = rest_.find_first_not_of(" \t\r\n");
        rest_.remove_prefix(std::min(at, rest_.size()));
    }
    bool take(std::string_view token) {
        if (!rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        return true;
    }
    bool take_after_blanks(std::string_view token) {
        skip_blanks();
        return take(token);
    }

    JsonValue read_value() {
        skip_blanks();
        if (take("null")) return {};
        if (take("true")) return {true};
        if (take("false")) return {false};
        if (rest_.starts_with('"')) return {read_string()};
        if (take("[")) return read_array();
        if (take("{")) return read_object();
        return read_number();
    }

    JsonValue read_array() {
        auto array = std::make_shared<JsonValue::Array>();
        if (take_after_blanks("]")) return {array};
        do array->push_back(read_value());
        while (!failed_ && take_after_blanks(","));
        if (!take_after_blanks("]")) fail("an array without end");
        return {array};
    }

    JsonValue read_object() {
        auto object = std::make_shared<JsonValue::Object>();
        if (take_after_blanks("}")) return {object};
        do {
            skip_blanks();
            std::string key = read_string();
            if (!take_after_blanks(":")) fail("a key without colon");
            if (!object->emplace(std::move(key), read_value()).second) fail("a key twice");
        } while (!failed_ && take_after_blanks(","));
        if (!take_after_blanks("}")) fail("an object without end");
        return {object};
    }

    JsonValue read_number() {
        const std::string_view before = rest_;
        take("-");
        if (rest_.starts_with("0") && rest_.size() > 1 && std::isdigit(static_cast<unsigned char>(rest_[1])))
            fail("a leading zero");
        if (rest_.empty() || !std::isdigit(static_cast<unsigned char>(rest_[0]))) fail("neither value nor number");
        double value = 0;
        const auto [end, error] = std::from_chars(before.data(), before.data() + before.size(), value);
        if (error != std::errc{}) fail("a number out of range");
        if (!failed_) rest_ = before.substr(static_cast<std::size_t>(end - before.data()));
        return {value};
    }

    std::string read_string() {
        std::string text;
        if (!take("\"")) {
            fail("no string");
            return text;
        }
        while (!failed_ && !take("\"")) {
            if (rest_.empty()) {
                fail("a string without end");
            } else if (take("\\")) {
                read_escape(text);
            } else {
                const Utf8Char c = decode_utf8(rest_);
                if (!c.valid) fail("not UTF-8");
                if (c.code_point < 0x20) fail("a raw control character");
                text += rest_.substr(0, c.length);
                rest_.remove_prefix(std::min(c.length, rest_.size()));
            }
        }
        return text;
    }

    void read_escape(std::string& text) {
        constexpr std::string_view kNames = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";
        const auto at = rest_.empty() ? std::string_view::npos : kNames.find(rest_[0]);
        if (at != std::string_view::npos) {
            text += kMeanings[at];
            rest_.remove_prefix(1);
            return;
        }
        std::uint32_t unit = 0;
        if (!take("u") || rest_.size() < 4 ||
            std::from_chars(rest_.data(), rest_.data() + 4, unit, 16).ptr != rest_.data() + 4) {
            fail("an unknown escape");
            return;
        }
        if (unit >= 0xD800 && unit < 0xE000) fail("a surrogate, which vibrant-cli has no reason to write");
        append_utf8(text, unit);
        rest_.remove_prefix(std::min<std::size_t>(4, rest_.size()));
    }

    std::string_view rest_;
    bool failed_ = false;
};

template <class T>
const T& get(const JsonValue& value, const T& otherwise, const char* kind) {
    if (const T* content = std::get_if<T>(&value.content)) return *content;
    ADD_FAILURE() << "the JSON value is not " << kind;
    return otherwise;
}

}  // namespace

double JsonValue::number() const {
    static const double kZero = 0;
    return get(*this, kZero, "a number");
}
const std::string& JsonValue::string() const {
    static const std::string kEmpty;
    return get(*this, kEmpty, "a string");
}
const JsonValue::Array& JsonValue::array() const {
    static const auto kEmpty = std::make_shared<Array>();
    return *get(*this, kEmpty, "an array");
}
const JsonValue::Object& JsonValue::object() const {
    static const auto kEmpty = std::make_shared<Object>();
    return *get(*this, kEmpty, "an object");
}
bool JsonValue::has(const std::string& key) const {
    return object().contains(key);
}
const JsonValue& JsonValue::operator[](const std::string& key) const {
    static const JsonValue kNull;
    const auto at = object().find(key);
    if (at != object().end()) return at->second;
    ADD_FAILURE() << "no key '" << key << "'";
    return kNull;
}

JsonValue read_json(std::string_view text) {
    return Reader(text).read();
}

}  // namespace vibrant::test
