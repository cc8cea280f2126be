// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How a KV cache holds one head's key or value of one position, its row of head_dim values.
#pragma once

#include <cstddef>
#include <cstdint>

namespace vibrant {

enum class KvType : std::uint8_t {
    kF32,
    kF16,
    kInt8,  // head_dim signed bytes, then at kv8_scale_at() their scale, a float: x ~ scale * byte
};

inline constexpr int kKv8Max = 127;
[[nodiscard]] constexpr std::size_t kv8_scale_at(std::size_t head_dim) {
    return (head_dim + 3) / 4 * 4;
}

// Bytes from row to row; rows are adjacent.
[[nodiscard]] constexpr std::size_t kv_row_bytes(KvType type, std::size_t head_dim) {
    if (type == KvType::kInt8) return kv8_scale_at(head_dim) + sizeof(float);
    return head_dim * (type == KvType::kF32 ? 4 : 2);
}

}  // namespace vibrant
