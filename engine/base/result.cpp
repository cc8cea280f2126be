// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/base/result.h"

#include <cstddef>
#include <format>

#include "engine/base/utf8.h"

namespace vibrant {
namespace {

// Characters that move the cursor, change the direction of what follows, or show nothing at all.
bool is_unsafe(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) ||          // C0, DEL, C1
           c == 0x061C ||                                  // Arabic letter mark
           (c >= 0x200B && c <= 0x200F) ||                 // zero width, LRM, RLM
           (c >= 0x2028 && c <= 0x202E) ||                 // line and paragraph separators, embeddings
           (c >= 0x2060 && c <= 0x206F) ||                 // word joiner, invisible operators, isolates
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||  // BOM, interlinear annotation
           (c >= 0xE0000 && c <= 0xE007F);                 // tags
}

}  // namespace

std::string printable(std::string_view bytes, std::size_t max_chars) {
    std::string out;
    std::size_t chars = 0;
    for (std::size_t i = 0; i < bytes.size(); ++chars) {
        if (chars == max_chars) return out + "…";
        const Utf8Char c = decode_utf8(bytes.substr(i));
        if (!c.valid)
            out += std::format("\\x{:02X}", static_cast<unsigned char>(bytes[i]));
        else if (is_unsafe(c.code_point))
            out += std::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(c.code_point));
        else
            out += bytes.substr(i, c.length);
        i += c.valid ? c.length : 1;
    }
    return out;
}

bool is_printable(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        // Names are ASCII as a rule, and a file may hold 256 MiB of them.
        if (bytes[i] >= 0x20 && bytes[i] < 0x7F) {
            ++i;
            continue;
        }
        const Utf8Char c = decode_utf8(bytes.substr(i));
        if (!c.valid || is_unsafe(c.code_point)) return false;
        i += c.length;
    }
    return true;
}

}  // namespace vibrant
