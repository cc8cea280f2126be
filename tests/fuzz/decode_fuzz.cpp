// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Whatever the bytes of a file: text of them is well-formed, UTF-8 stays as it is for a model, and what people read has no
// carriage return and is the same when it is decoded again.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/check.h"
#include "engine/base/decoded_text.h"
#include "engine/base/utf8.h"

namespace {

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto next = vibrant::decode_utf8(bytes);
        if (!next.valid) return false;
        bytes.remove_prefix(next.length);
    }
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto exact = vibrant::decode_text(bytes, vibrant::TextUse::kVerbatim);
    if (exact) {
        VIBRANT_CHECK(is_utf8(exact->text));
        if (exact->encoding == "UTF-8") VIBRANT_CHECK(bytes.ends_with(exact->text));
    }
    const auto reading = vibrant::decode_text(bytes, vibrant::TextUse::kReading);
    if (reading) {
        VIBRANT_CHECK(exact.has_value());  // a model may be given whatever people may read
        VIBRANT_CHECK(is_utf8(reading->text));
        VIBRANT_CHECK(!reading->text.contains('\r'));
        const auto again = vibrant::decode_text(reading->text, vibrant::TextUse::kReading);
        // Decoded text may begin with what marks a file: the words "GIF8", or a byte order mark of its own.
        if (again && again->encoding == "UTF-8") VIBRANT_CHECK(reading->text.ends_with(again->text));
    }
    return 0;
}
