// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// In which order a model's bytes are brought into memory: as a forward pass will ask for them, whatever order the writer
// chose (some sort by name: layer 10 before layer 2). Internal to gguf/.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/gguf/gguf_file.h"

namespace vibrant::gguf {

// Bytes [begin, end) of a part.
struct Stretch {
    std::size_t part = 0;
    std::size_t begin = 0, end = 0;
    friend bool operator==(const Stretch&, const Stretch&) = default;
};

// Pages are asked for whole: a stretch begins at a multiple of this, the largest page in use (ARM64; x86 has 4 KiB).
inline constexpr std::size_t kStretchAlignment = 64 << 10;  // bytes

// Every byte of every part once: what lies before a part's tensors, the token embedding, the layers in order, all the
// rest. Padding belongs to the tensor before it. Neighbours in order and file are one stretch; none is empty.
// Tensors lie inside the parts and do not overlap. Costs: O(tensors log tensors).
[[nodiscard]] std::vector<Stretch> reading_order(std::span<const std::span<const std::byte>> parts,
                                                 std::span<const TensorInfo> tensors);

}  // namespace vibrant::gguf
