// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/splitter.h"

#include "engine/base/utf8.h"
#include "engine/text/unicode.h"

namespace vibrant {
namespace {

using unicode::Class;

struct Char {
    char32_t code_point;
    std::size_t end;  // where the next character starts
    Class kind;
};

class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    [[nodiscard]] bool at_end(std::size_t at) const { return at >= text_.size(); }

    [[nodiscard]] Char read(std::size_t at) const {
        const auto byte = static_cast<unsigned char>(text_[at]);
        if (byte < 0x80) return {byte, at + 1, unicode::kAsciiClass[byte]};
        const Utf8Char c = decode_utf8(text_.substr(at));
        return {c.code_point, at + c.length, unicode::class_of(c.code_point)};
    }

    [[nodiscard]] bool is(std::size_t at, Class kind) const { return !at_end(at) && read(at).kind == kind; }

    // End of the run of `kind` from `at`, of at most `limit` characters.
    [[nodiscard]] std::size_t run(std::size_t at, Class kind, std::size_t limit = SIZE_MAX) const {
        for (; limit > 0 && !at_end(at); --limit) {
            const Char c = read(at);
            if (c.kind != kind) break;
            at = c.end;
        }
        return at;
    }

    [[nodiscard]] std::size_t run_of_newlines(std::size_t at) const {
        while (!at_end(at) && is_newline(static_cast<unsigned char>(text_[at]))) ++at;
        return at;
    }

    static bool is_newline(char32_t c) { return c == '\r' || c == '\n'; }

    // End of the contraction after the apostrophe at `quote`, or `quote` if there is none.
    [[nodiscard]] std::size_t contraction(std::size_t quote, bool any_case) const {
        const auto letter = [&](std::size_t at) -> char32_t {
            if (at_end(at)) return 0;
            const char32_t c = static_cast<unsigned char>(text_[at]);
            return any_case && c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
        };
        const char32_t first = letter(quote + 1);
        const char32_t second = letter(quote + 2);
        switch (first) {
            case 's':
            case 't':
            case 'm':
            case 'd':
                return quote + 2;
            case 'r':
            case 'v':
                return second == 'e' ? quote + 3 : quote;
            case 'l':
                return second == 'l' ? quote + 3 : quote;
            case 0xC5:  // U+017F, the long s, is an s to a case-insensitive match
                return any_case && second == 0xBF ? quote + 3 : quote;
            default:
                return quote;
        }
    }

    // \s*[\r\n]+ (if asked for), then \s+(?!\S), then \s+: the end of whichever matches the white
    // space at `at`.
    [[nodiscard]] std::size_t white_space(std::size_t at, bool newlines_first) const {
        std::size_t last = at;           // where the last character of the run starts
        std::size_t after_newline = at;  // behind the last newline of the run
        const std::size_t begin = at;
        while (!at_end(at)) {
            const Char c = read(at);
            if (c.kind != Class::kSpace) break;
            last = at;
            at = c.end;
            if (is_newline(c.code_point)) after_newline = at;
        }
        if (newlines_first && after_newline > begin) return after_newline;
        return at_end(at) || last == begin ? at : last;
    }

  private:
    std::string_view text_;
};

// qwen2 and llama-bpe, which differ in how many digits make a piece.
std::size_t next_of_qwen2(const Scanner& scan, std::size_t begin, std::size_t max_digits) {
    const Char first = scan.read(begin);
    if (first.code_point == '\'') {
        if (const std::size_t end = scan.contraction(begin, true); end > begin) return end;
    }
    if (first.kind == Class::kLetter) return scan.run(first.end, Class::kLetter);
    if (first.kind == Class::kNumber) return scan.run(first.end, Class::kNumber, max_digits - 1);
    if (!Scanner::is_newline(first.code_point) && scan.is(first.end, Class::kLetter))
        return scan.run(first.end, Class::kLetter);
    if (first.kind == Class::kOther || (first.code_point == ' ' && scan.is(first.end, Class::kOther)))
        return scan.run_of_newlines(scan.run(first.end, Class::kOther));
    return scan.white_space(begin, true);
}

std::size_t next_of_gpt2(const Scanner& scan, std::size_t begin) {
    const Char first = scan.read(begin);
    if (first.code_point == '\'') {
        if (const std::size_t end = scan.contraction(begin, false); end > begin) return end;
    }
    if (first.kind != Class::kSpace) return scan.run(first.end, first.kind);
    if (first.code_point == ' ' && !scan.at_end(first.end)) {
        if (const Class kind = scan.read(first.end).kind; kind != Class::kSpace) return scan.run(first.end, kind);
    }
    return scan.white_space(begin, false);
}

}  // namespace

std::size_t split_next(SplitRule rule, std::string_view text, std::size_t begin) {
    const Scanner scan(text);
    switch (rule) {
        case SplitRule::kQwen2:
            return next_of_qwen2(scan, begin, 1);
        case SplitRule::kLlamaBpe:
            return next_of_qwen2(scan, begin, 3);
        case SplitRule::kGpt2:
            return next_of_gpt2(scan, begin);
    }
    return text.size();
}

}  // namespace vibrant
