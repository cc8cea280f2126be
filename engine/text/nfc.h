// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Unicode Normalization Form C, as the tokenizers of some model families (Qwen) apply it before
// splitting.
//
// Costs: text that is already normalized is only looked at (ASCII 8 bytes at a time) and nothing is
// allocated. Otherwise only the stretches between code points that NFC can't touch are rewritten:
// O(n log n) for any text, also for a megabyte of combining marks, where utf8proc_map alone takes
// quadratic time to order them.
#pragma once

#include <string>
#include <string_view>

namespace vibrant {

// `text`, well-formed UTF-8, in NFC: `text` itself where it already is, else a view of `buffer`.
[[nodiscard]] std::string_view to_nfc(std::string_view text, std::string& buffer);

}  // namespace vibrant
