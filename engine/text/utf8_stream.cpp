// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/utf8_stream.h"

#include "engine/base/utf8.h"
#include "engine/text/unicode.h"

namespace vibrant {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// Copies `bytes` to `out` with every ill-formed sequence replaced, except one cut off by the end:
// that many bytes at the end are left alone and returned.
std::size_t append_repaired(std::string_view bytes, std::string& out) {
    std::size_t copied = 0;
    std::size_t at = 0;
    while ((at += valid_utf8_prefix(bytes.substr(at))) < bytes.size()) {
        const Utf8Char c = decode_utf8(bytes.substr(at));
        out.append(bytes, copied, at - copied);
        if (c.truncated) return bytes.size() - at;
        out += kReplacement;
        copied = at += c.length;
    }
    out.append(bytes, copied);
    return 0;
}

}  // namespace

void Utf8Stream::push(std::string_view bytes, std::string& out) {
    while (!pending_.empty() && !bytes.empty()) {
        pending_.push_back(bytes.front());
        const Utf8Char c = decode_utf8(pending_);
        if (c.valid || c.truncated) {
            bytes.remove_prefix(1);
            if (c.truncated) continue;
            out += pending_;
        } else {
            out += kReplacement;  // the byte that does not belong stays in `bytes` and starts anew
        }
        pending_.clear();
    }
    pending_.append(bytes.substr(bytes.size() - append_repaired(bytes, out)));
}

void Utf8Stream::finish(std::string& out) {
    if (!pending_.empty()) out += kReplacement;
    pending_.clear();
}

std::string repair_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    if (append_repaired(bytes, out) != 0) out += kReplacement;
    return out;
}

std::size_t valid_utf8_prefix(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (const std::size_t ascii = ascii_prefix(bytes.substr(at))) {
            at += ascii;
            continue;
        }
        const Utf8Char c = decode_utf8(bytes.substr(at));
        if (!c.valid) break;
        at += c.length;
    }
    return at;
}

}  // namespace vibrant
