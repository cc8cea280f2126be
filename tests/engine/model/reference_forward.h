// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The forward pass once more, slow and plain: double precision, no cache, no threads, an explicit mask, weights through
// the scalar decoders. What it shares with the engine is the file reader and the block formats, nothing of the maths.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/base/token.h"
#include "engine/gguf/gguf_file.h"

namespace vibrant::test {

// May the query at position q see position p (p <= q)?
using Mask = std::function<bool(std::size_t q, std::size_t p)>;

// Logits (ids.size(), n_vocab), row-major, of a llama, qwen2 or qwen3 file, whose layers may differ.
[[nodiscard]] std::vector<double> reference_logits(const gguf::File& file, std::span<const TokenId> ids,
                                                   const Mask& visible);

}  // namespace vibrant::test
