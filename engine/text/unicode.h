// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a pre-tokenizer has to know of a code point, as \p{L}, \p{N} and \s of the models' regular
// expressions mean it.
//
// Unicode 15.1, in a two-level table of 4-bit entries (21 KB). A lookup is two loads; ASCII takes
// one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace vibrant::unicode {

enum class Class : std::uint8_t { kOther = 0, kLetter = 1, kNumber = 2, kSpace = 3 };

extern const std::uint8_t kBlockIndex[4352];  // 0x110000 / 256
extern const std::uint64_t kBlocks[134][16];  // 256 entries of 4 bits: the class and, as bit 2, may_change_in_nfc

[[nodiscard]] inline unsigned entry(char32_t c) {
    const std::uint64_t word = kBlocks[kBlockIndex[c >> 8]][(c >> 4) & 15u];
    return static_cast<unsigned>(word >> (4 * (c & 15u))) & 15u;
}

[[nodiscard]] inline Class class_of(char32_t c) {
    return static_cast<Class>(entry(c) & 3u);
}

// Whether NFC may replace or reorder `c` or compose it with what stands before: its canonical
// combining class is not 0 or its NFC_Quick_Check is not Yes. Text between two code points without
// this property normalizes on its own.
[[nodiscard]] inline bool may_change_in_nfc(char32_t c) {
    return (entry(c) & 4u) != 0;
}

inline constexpr std::array<Class, 128> kAsciiClass = [] {
    std::array<Class, 128> classes{};
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool space = (c >= 0x09 && c <= 0x0D) || c == ' ';
        if (letter)
            classes[c] = Class::kLetter;
        else if (c >= '0' && c <= '9')
            classes[c] = Class::kNumber;
        else if (space)
            classes[c] = Class::kSpace;
    }
    return classes;
}();

}  // namespace vibrant::unicode

namespace vibrant {

// Number of ASCII bytes at the start of `text`, 8 at a time.
[[nodiscard]] inline std::size_t ascii_prefix(std::string_view text) {
    std::size_t at = 0;
    for (std::uint64_t word; at + sizeof(word) <= text.size(); at += sizeof(word)) {
        std::memcpy(&word, text.data() + at, sizeof(word));
        if ((word & 0x8080808080808080u) != 0) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

}  // namespace vibrant
