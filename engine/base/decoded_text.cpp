// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/base/decoded_text.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <utility>

#include "engine/base/utf8.h"

namespace vibrant {
namespace {

using namespace std::string_view_literals;

enum class Encoding : std::uint8_t { kUtf8, kUtf16Le, kUtf16Be, kUtf32Le, kUtf32Be };

struct Mark {
    std::string_view bytes;
    Encoding encoding;
};
// The longer ones first: UTF-32's begins with UTF-16's.
constexpr Mark kMarks[] = {
    {"\xFF\xFE\0\0"sv, Encoding::kUtf32Le}, {"\0\0\xFE\xFF"sv, Encoding::kUtf32Be}, {"\xEF\xBB\xBF"sv, Encoding::kUtf8},
    {"\xFF\xFE"sv, Encoding::kUtf16Le},     {"\xFE\xFF"sv, Encoding::kUtf16Be},
};

// Formats that may come without a single byte that gives them away, by their first bytes.
constexpr std::pair<std::string_view, std::string_view> kBinaryStarts[] = {
    {"%PDF-"sv, "a PDF document"},    {"GIF8"sv, "a GIF picture"},         {"\xFF\xD8\xFF"sv, "a JPEG picture"},
    {"\x89PNG"sv, "a PNG picture"},   {"PK\x03\x04"sv, "a ZIP archive"},   {"BZh91AY&SY"sv, "a bzip2 archive"},
    {"\x1F\x8B"sv, "a gzip archive"}, {"\x7F\x45\x4C\x46"sv, "a program"}, {"GGUF\3\0\0\0"sv, "a GGUF model"},
};

// 0x80 to 0x9F of Windows-1252; 0 = not assigned, stays the control character of Latin-1. Source: the WHATWG encoding standard.
constexpr char16_t kWindows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

constexpr std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::kUtf8:
            return "UTF-8";
        case Encoding::kUtf16Le:
        case Encoding::kUtf16Be:
            return "UTF-16";
        case Encoding::kUtf32Le:
        case Encoding::kUtf32Be:
            return "UTF-32";
    }
    return {};
}

constexpr bool is_surrogate(std::uint32_t c) {
    return c >= 0xD800 && c <= 0xDFFF;
}

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const Utf8Char next = decode_utf8(bytes);
        if (!next.valid) return false;
        bytes.remove_prefix(next.length);
    }
    return true;
}

// Units of `Width` bytes as numbers.
template <std::size_t Width>
std::uint32_t unit_at(std::string_view bytes, std::size_t i, bool little_endian) {
    std::uint32_t value = 0;
    for (std::size_t k = 0; k < Width; ++k) {
        const std::size_t from = i + (little_endian ? Width - 1 - k : k);
        value = value << 8 | static_cast<unsigned char>(bytes[from]);
    }
    return value;
}

std::optional<std::string> from_utf16(std::string_view bytes, bool little_endian) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        char32_t c = unit_at<2>(bytes, i, little_endian);
        if (is_surrogate(c)) {
            i += 2;
            if (c >= 0xDC00 || i == bytes.size()) return std::nullopt;
            const std::uint32_t low = unit_at<2>(bytes, i, little_endian);
            if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        }
        append_utf8(text, c);
    }
    return text;
}

std::optional<std::string> from_utf32(std::string_view bytes, bool little_endian) {
    if (bytes.size() % 4 != 0) return std::nullopt;
    std::string text;
    text.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); i += 4) {
        const char32_t c = unit_at<4>(bytes, i, little_endian);
        if (c > 0x10FFFF || is_surrogate(c)) return std::nullopt;
        append_utf8(text, c);
    }
    return text;
}

std::optional<std::string> decoded(std::string_view bytes, Encoding encoding) {
    switch (encoding) {
        case Encoding::kUtf8:
            return is_utf8(bytes) ? std::optional(std::string(bytes)) : std::nullopt;
        case Encoding::kUtf16Le:
            return from_utf16(bytes, true);
        case Encoding::kUtf16Be:
            return from_utf16(bytes, false);
        case Encoding::kUtf32Le:
            return from_utf32(bytes, true);
        case Encoding::kUtf32Be:
            return from_utf32(bytes, false);
    }
    return std::nullopt;
}

// Latin letters in UTF-16 have every other byte zero.
std::optional<Encoding> unmarked_utf16(std::string_view bytes) {
    if (bytes.size() < 4 || bytes.size() % 2 != 0) return std::nullopt;
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        even += bytes[i] == 0 ? 1 : 0;
        odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    const std::size_t units = bytes.size() / 2;
    if (odd * 2 > units && even * 20 < units) return Encoding::kUtf16Le;
    if (even * 2 > units && odd * 20 < units) return Encoding::kUtf16Be;
    return std::nullopt;
}

std::string from_windows(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const auto c = static_cast<unsigned char>(byte);
        const bool mapped = c >= 0x80 && c <= 0x9F && kWindows[c - 0x80] != 0;
        append_utf8(text, mapped ? kWindows[c - 0x80] : c);
    }
    return text;
}

// Those of a text: tab, line ends, form feed, backspace, and the escape of a log's colours.
constexpr bool is_text_control(unsigned char c) {
    return c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\b' || c == 0x1B;
}

// At most one in 500 characters may be a control character without a use in text, and none may be NUL.
bool is_readable(std::string_view text) {
    std::size_t strange = 0, characters = 0;
    for (const char byte : text) {
        const auto c = static_cast<unsigned char>(byte);
        if (c == 0) return false;
        characters += (c & 0xC0) != 0x80 ? 1 : 0;
        strange += (c < 0x20 && !is_text_control(c)) || c == 0x7F ? 1 : 0;
    }
    return strange * 500 <= characters;
}

void make_line_feeds(std::string& text) {
    std::size_t to = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
            text[to++] = '\n';
        } else {
            text[to++] = text[i];
        }
    }
    text.resize(to);
}

std::unexpected<Error> no_text(std::string_view what) {
    return fail(ErrorCode::kInvalidArgument, std::format("this is {}, not text", what));
}

Result<DecodedText> checked(std::string text, std::string_view encoding, TextUse use) {
    if (use == TextUse::kReading || encoding != "UTF-8") {
        if (!is_readable(text)) return no_text("a binary file");
    }
    if (use == TextUse::kReading) make_line_feeds(text);
    return DecodedText{std::move(text), encoding};
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes, TextUse use) {
    for (const Mark& mark : kMarks) {
        if (!bytes.starts_with(mark.bytes)) continue;
        auto text = decoded(bytes.substr(mark.bytes.size()), mark.encoding);
        if (!text)
            return fail(ErrorCode::kInvalidArgument,
                        std::format("the byte order mark says {}, and what follows is none", name_of(mark.encoding)));
        return checked(std::move(*text), name_of(mark.encoding), use);
    }
    for (const auto& [start, what] : kBinaryStarts)
        if (bytes.starts_with(start)) return no_text(what);
    if (bytes.contains('\0')) {
        if (const auto encoding = unmarked_utf16(bytes)) {
            if (auto text = decoded(bytes, *encoding)) return checked(std::move(*text), name_of(*encoding), use);
        }
        // A model may be given a NUL on purpose; a binary file has bytes that are no UTF-8 as well.
        if (use == TextUse::kVerbatim && is_utf8(bytes)) return DecodedText{std::string(bytes), "UTF-8"};
        return no_text("a binary file");
    }
    if (is_utf8(bytes)) return checked(std::string(bytes), "UTF-8", use);
    return checked(from_windows(bytes), "Windows-1252", use);
}

}  // namespace vibrant
