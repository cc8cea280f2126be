// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Any bytes as a GGUF file: an error that is safe to show, or a file that keeps every promise of the reader.

#include <cstddef>
#include <cstdint>
#include <span>

#include "tests/engine/gguf/exercise.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::uint64_t sum = 0;
    vibrant::gguf::exercise(std::as_bytes(std::span(data, size)), sum);
    // Keeps the compiler from leaving out the reading of every byte.
    VIBRANT_CHECK(sum != ~std::uint64_t{0});
    return 0;
}
