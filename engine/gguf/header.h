// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The first 24 bytes. The error for another kind of file names that kind: people drop web pages, Git LFS pointers,
// archives and safetensors on a chat program, and "bad magic" says nothing to them.
#pragma once

#include <cstdint>

#include "engine/base/result.h"
#include "engine/gguf/cursor.h"

namespace vibrant::gguf {

struct Header {
    std::uint32_t version = 0;    // 2 or 3
    std::uint64_t n_tensors = 0;  // both counts fit in what follows and lie below their limits
    std::uint64_t n_entries = 0;
};

[[nodiscard]] Result<Header> read_header(Cursor& cursor);

}  // namespace vibrant::gguf
