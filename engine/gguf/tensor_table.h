// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The tensor records of one file, each checked against the file before its pointer may be followed
// (R7 of the reader's contract, engine/README.md).
//
// Guarantees for every tensor: supported type, 1..4 dimensions, whole blocks per row, bytes inside
// the file at an aligned offset, no byte shared with another tensor. Names are not compared here:
// they must be unique over all parts. A tensor without elements keeps its shape and has neither
// bytes nor data, wherever its offset points.
//
// Costs: O(tensors log tensors); the data is not touched.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/result.h"
#include "engine/gguf/cursor.h"
#include "engine/gguf/gguf_file.h"

namespace vibrant::gguf {

// `cursor` stands behind the metadata; `alignment` is a power of two within the format's limits.
[[nodiscard]] Result<std::vector<TensorInfo>> read_tensor_table(Cursor& cursor, std::uint64_t n_tensors,
                                                                std::uint64_t alignment);

}  // namespace vibrant::gguf
