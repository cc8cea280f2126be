// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Bytes in any split become the text that the whole becomes: well-formed, and unchanged where it
// was so before.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/check.h"
#include "engine/text/utf8_stream.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    // The first byte seeds the lengths of the chunks.
    std::uint32_t lengths = data[0] * 0x9E3779B9u + 1;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::string whole = vibrant::repair_utf8(bytes);
    VIBRANT_CHECK(vibrant::valid_utf8_prefix(whole) == whole.size());
    if (vibrant::valid_utf8_prefix(bytes) == bytes.size()) VIBRANT_CHECK(whole == bytes);

    vibrant::Utf8Stream stream;
    std::string streamed;
    for (std::size_t at = 0; at < bytes.size();) {
        lengths = lengths * 1664525u + 1013904223u;
        const std::size_t n = std::min<std::size_t>(lengths >> 29, bytes.size() - at);  // 0 to 7
        stream.push(bytes.substr(at, n), streamed);
        at += n;
        // Everything that is complete is out: what is held back is less than a character.
        VIBRANT_CHECK(whole.starts_with(streamed));
        VIBRANT_CHECK(vibrant::valid_utf8_prefix(bytes.substr(0, at)) <= streamed.size());
    }
    stream.finish(streamed);
    VIBRANT_CHECK(streamed == whole);
    return 0;
}
