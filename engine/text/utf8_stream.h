// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Turns token bytes into text without ever emitting half a character.
//
// Holds back at most 3 bytes: those that could still become a character. Bytes that cannot are
// replaced by U+FFFD at once, so that the output of any split of the input equals the output of the
// whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vibrant {

class Utf8Stream {
  public:
    // Appends `bytes`, and to `out` all text that is complete.
    void push(std::string_view bytes, std::string& out);
    // The end: what is held back becomes U+FFFD.
    void finish(std::string& out);

  private:
    std::string pending_;  // <= 3 bytes, an incomplete but so far valid sequence
};

// `bytes` with each maximal ill-formed subpart replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view bytes);
// Length of the longest prefix that is well-formed UTF-8.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view bytes);

}  // namespace vibrant
