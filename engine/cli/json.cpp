// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/cli/json.h"

#include <array>
#include <charconv>
#include <cmath>
#include <format>

#include "engine/base/utf8.h"

namespace vibrant::cli {

void Json::key(std::string_view name) {
    separate();
    quote(name);
    text_ += ':';
    first_ = true;
}

void Json::value(std::string_view text) {
    separate();
    quote(text);
}

template <class T>
void Json::real(T number) {
    if (!std::isfinite(number)) return null();
    std::array<char, 32> digits;  // the longest double has 24 characters
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void Json::value(float number) {
    real(number);
}
void Json::value(double number) {
    real(number);
}

void Json::separate() {
    if (!first_) text_ += ',';
    first_ = false;
}

void Json::open(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
}

void Json::close(char bracket) {
    text_ += bracket;
    first_ = false;
}

void Json::raw(std::string_view token) {
    separate();
    text_ += token;
}

void Json::quote(std::string_view text) {
    text_ += '"';
    while (!text.empty()) {
        const Utf8Char c = decode_utf8(text);
        if (!c.valid) {
            append_utf8(text_, U'\uFFFD');
        } else if (c.code_point == U'"' || c.code_point == U'\\') {
            text_ += '\\';
            text_ += text.front();
        } else if (c.code_point == U'\n') {
            text_ += "\\n";
        } else if (c.code_point == U'\t') {
            text_ += "\\t";
        } else if (c.code_point < 0x20 || (c.code_point >= 0x7F && c.code_point < 0xA0)) {
            // C1 and DEL need no escape in JSON, but a terminal would act on them.
            text_ += std::format("\\u{:04x}", static_cast<std::uint32_t>(c.code_point));
        } else {
            text_ += text.substr(0, c.length);
        }
        text.remove_prefix(c.length);
    }
    text_ += '"';
}

}  // namespace vibrant::cli
