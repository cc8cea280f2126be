// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// SentencePiece writes a space as U+2581 (lower one eighth block) inside its tokens.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace vibrant {

inline constexpr std::string_view kSpaceMark = "\xE2\x96\x81";  // U+2581

// Appends `text` to `out` with every space as U+2581.
inline void append_escaped(std::string_view text, std::string& out) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        out.append(text, at, space - at);
        if (space < text.size()) out += kSpaceMark;
        at = space + 1;
    }
}

// Appends `text` to `out` with every U+2581 as a space.
inline void append_unescaped(std::string_view text, std::string& out) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t mark = std::min(text.find(kSpaceMark, at), text.size());
        out.append(text, at, mark - at);
        if (mark < text.size()) out += ' ';
        at = mark + kSpaceMark.size();
    }
}

}  // namespace vibrant
