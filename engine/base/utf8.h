// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// UTF-8 one character at a time, by the table of the Unicode standard (3-7): no overlong forms, no
// surrogates, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vibrant {

struct Utf8Char {
    char32_t code_point = 0xFFFD;
    // Bytes. Of an ill-formed sequence: its maximal subpart (>= 1), to be replaced by one U+FFFD.
    std::size_t length = 1;
    bool valid = false;
    bool truncated = false;  // ill-formed only because `bytes` ends: more bytes could make it valid
};

// The character at the start of `bytes`, which must not be empty.
[[nodiscard]] constexpr Utf8Char decode_utf8(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1, true, false};
    std::size_t length = 0;
    unsigned char low = 0x80, high = 0xBF;  // allowed range of the second byte
    char32_t code_point = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2, code_point = lead & 0x1Fu;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3, code_point = lead & 0x0Fu;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4, code_point = lead & 0x07u;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    } else {
        return {};
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (i == bytes.size()) return {0xFFFD, i, false, true};
        if (byte(i) < low || byte(i) > high) return {0xFFFD, i, false, false};
        code_point = (code_point << 6) | (byte(i) & 0x3Fu);
        low = 0x80, high = 0xBF;
    }
    return {code_point, length, true, false};
}

// Appends `code_point` (a scalar value) to `out` as UTF-8.
constexpr void append_utf8(std::string& out, char32_t code_point) {
    const auto put = [&](char32_t value) { out.push_back(static_cast<char>(value)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6)), put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12)), put(0x80 | ((code_point >> 6) & 0x3F)), put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | (code_point >> 18)), put(0x80 | ((code_point >> 12) & 0x3F));
        put(0x80 | ((code_point >> 6) & 0x3F)), put(0x80 | (code_point & 0x3F));
    }
}

}  // namespace vibrant
