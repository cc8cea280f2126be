// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The alphabet in which byte-level BPE vocabularies are written: every byte as one printable
// character.
//
// Source: bytes_to_unicode() of OpenAI's GPT-2 encoder. The 188 bytes that are printable in Latin-1
// stand for themselves as code points; the other 68 follow in order from U+0100 (so that a space is
// U+0120, a line feed U+010A).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/utf8.h"

namespace vibrant::byte_alphabet {

inline constexpr std::array<char16_t, 256> kCodePoint = [] {
    std::array<char16_t, 256> table{};
    char16_t next = 0x100;
    for (unsigned byte = 0; byte < 256; ++byte) {
        const bool printable = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
        table[byte] = printable ? static_cast<char16_t>(byte) : next++;
    }
    return table;
}();

inline constexpr std::size_t kEnd = 0x100 + 68;  // past the last code point of the alphabet

inline constexpr std::array<std::int16_t, kEnd> kByte = [] {  // -1: not in the alphabet
    std::array<std::int16_t, kEnd> table{};
    table.fill(-1);
    for (std::size_t byte = 0; byte < 256; ++byte) table[kCodePoint[byte]] = static_cast<std::int16_t>(byte);
    return table;
}();

// Appends the bytes that `text` spells to `out`. False, with `out` as it was, if a character is
// outside the alphabet.
[[nodiscard]] inline bool append_bytes(std::string_view text, std::string& out) {
    const std::size_t before = out.size();
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Char c = decode_utf8(text.substr(at));
        if (!c.valid || c.code_point >= kEnd || kByte[c.code_point] < 0) {
            out.resize(before);
            return false;
        }
        out.push_back(static_cast<char>(kByte[c.code_point]));
        at += c.length;
    }
    return true;
}

// Appends the spelling of `bytes` to `out`: one or two bytes for each.
inline void append_spelling(std::string_view bytes, std::string& out) {
    for (const char byte : bytes) append_utf8(out, kCodePoint[static_cast<unsigned char>(byte)]);
}

}  // namespace vibrant::byte_alphabet
