// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Pre-tokenizers: where byte-level BPE cuts a text into words before it merges bytes.
//
// Each model family publishes its rule as a regular expression that matches the whole text piece by
// piece. Here each is a hand-written scanner for the same language, linear in the text and without
// recursion, so that a megabyte of one letter is as harmless as prose. The expressions, in the
// order their alternatives are tried (\p by Unicode 15.1):
//
//   qwen2      (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}
//              | ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+
//   llama-bpe  the same with \p{N}{1,3}
//   gpt-2      's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vibrant {

enum class SplitRule : std::uint8_t { kQwen2, kLlamaBpe, kGpt2 };

// End of the piece that starts at `begin` < text.size(); `text` is well-formed UTF-8 and `begin`
// the end of the piece before. A piece never ends inside a character.
[[nodiscard]] std::size_t split_next(SplitRule rule, std::string_view text, std::size_t begin);

}  // namespace vibrant
