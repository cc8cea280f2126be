// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/nfc.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "engine/base/check.h"
#include "engine/base/utf8.h"
#include "engine/text/unicode.h"

namespace vibrant {
namespace {

// One stretch, from a code point that nothing composes with to the next such one.
class Stretch {
  public:
    // Appends the normalized `text` to `out`.
    void normalize(std::string_view text, std::string& out) {
        decompose(text);
        order_marks();
        const auto length =
            utf8proc_normalize_utf32(code_points_.data(), static_cast<utf8proc_ssize_t>(code_points_.size()),
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
        VIBRANT_CHECK(length >= 0);
        for (std::size_t i = 0; i < static_cast<std::size_t>(length); ++i)
            append_utf8(out, static_cast<char32_t>(code_points_[i]));
    }

  private:
    void decompose(std::string_view text) {
        code_points_.clear();
        std::array<utf8proc_int32_t, 16> parts;  // the longest canonical decomposition has 4
        for (std::size_t at = 0; at < text.size();) {
            const Utf8Char c = decode_utf8(text.substr(at));
            int boundary_class = 0;
            const auto n = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c.code_point), parts.data(),
                                                   parts.size(), UTF8PROC_DECOMPOSE, &boundary_class);
            VIBRANT_CHECK(n >= 0 && static_cast<std::size_t>(n) <= parts.size());
            code_points_.insert(code_points_.end(), parts.begin(), parts.begin() + n);
            at += c.length;
        }
    }

    // The canonical ordering algorithm (Unicode 3.11, D109): each run of marks by combining class,
    // stably.
    void order_marks() {
        const auto combining = [](utf8proc_int32_t c) { return utf8proc_get_property(c)->combining_class; };
        const auto is_starter = [&](utf8proc_int32_t c) { return combining(c) == 0; };
        for (auto run = code_points_.begin(); run != code_points_.end();) {
            run = std::find_if_not(run, code_points_.end(), is_starter);
            const auto end = std::find_if(run, code_points_.end(), is_starter);
            std::stable_sort(run, end, [&](auto a, auto b) { return combining(a) < combining(b); });
            run = end;
        }
    }

    std::vector<utf8proc_int32_t> code_points_;
};

// Position of the first code point at or after `at` that NFC may change, or the end; `fixed` gets
// that of the code point before it, from which on the text has to be normalized.
std::size_t find_changeable(std::string_view text, std::size_t at, std::size_t& fixed) {
    while (at < text.size()) {
        if (const std::size_t ascii = ascii_prefix(text.substr(at))) {
            at += ascii;
            fixed = at - 1;
            continue;
        }
        const Utf8Char c = decode_utf8(text.substr(at));
        if (unicode::may_change_in_nfc(c.code_point)) return at;
        fixed = at;
        at += c.length;
    }
    return at;
}

std::size_t find_fixed(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const Utf8Char c = decode_utf8(text.substr(at));
        if (!unicode::may_change_in_nfc(c.code_point)) break;
        at += c.length;
    }
    return at;
}

}  // namespace

std::string_view to_nfc(std::string_view text, std::string& buffer) {
    std::size_t fixed = 0;
    std::size_t changeable = find_changeable(text, 0, fixed);
    if (changeable == text.size()) return text;
    buffer.clear();
    Stretch stretch;
    std::size_t copied = 0;
    while (changeable < text.size()) {
        const std::size_t end = find_fixed(text, changeable);
        buffer.append(text, copied, fixed - copied);
        stretch.normalize(text.substr(fixed, end - fixed), buffer);
        copied = fixed = end;
        changeable = find_changeable(text, end, fixed);
    }
    buffer.append(text, copied);
    return buffer;
}

}  // namespace vibrant
