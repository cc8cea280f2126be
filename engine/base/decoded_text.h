// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Bytes of a file to text, by what they are and not by what the file is called: UTF-8, UTF-16 and UTF-32 (with a byte order
// mark, UTF-16 also without), else Windows-1252, the superset of Latin-1. The command line and the window read files with it.
//
// Guarantees: the text is well-formed UTF-8 without a byte order mark; nothing is replaced or dropped, what cannot be decoded
// is refused with one line that says what the bytes are. Costs O(bytes) and one copy. It does not guess other code pages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace vibrant {

enum class TextUse : std::uint8_t {
    kVerbatim,  // for a model: UTF-8 stays byte for byte, with its control characters and line ends
    kReading,   // for people: line ends become line feeds, more than one stray control character in 500 is no text
};

struct DecodedText {
    std::string text;
    std::string_view encoding;  // "UTF-8", of static storage
};

// kInvalidArgument: "this is a PDF document, not text", without the file's name.
[[nodiscard]] Result<DecodedText> decode_text(std::string_view bytes, TextUse use);

}  // namespace vibrant
