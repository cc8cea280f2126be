// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The tensor types we read, as one table. A type that is not in the table does not exist for the
// engine: the reader refuses it by name before any arithmetic with its block size.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vibrant {

// Dense numbering of our own (table index); `gguf_id` in the traits is the number in the file.
enum class DType : std::uint8_t {
    kF32,
    kF16,
    kBF16,
    kQ4_0,
    kQ4_1,
    kQ5_0,
    kQ5_1,
    kQ8_0,
    kQ2_K,
    kQ3_K,
    kQ4_K,
    kQ5_K,
    kQ6_K,
    kIQ4_NL,
    kIQ4_XS,
};
inline constexpr std::size_t kDTypeCount = 15;

struct DTypeTraits {
    DType type;
    std::uint32_t gguf_id;
    std::string_view name;       // "Q4_K": as the field writes it
    std::uint32_t block_values;  // values per block: 1, 32 or 256
    std::uint32_t block_bytes;
    // Scalar decoder, the definition of the format: `n` values (a multiple of block_values) from
    // `blocks`.
    void (*dequantize)(const std::byte* blocks, std::size_t n, float* out);
};

[[nodiscard]] const DTypeTraits& traits(DType type);

// The table row of a GGUF type number; empty for anything we cannot read.
[[nodiscard]] std::optional<DType> dtype_from_gguf(std::uint32_t gguf_id);
// A name for any GGUF type number, also unsupported ("IQ1_S") and removed ones; empty if no such
// type ever existed.
[[nodiscard]] std::string_view gguf_type_name(std::uint32_t gguf_id);
// True for numbers whose format was withdrawn (4, 5, 31-33, 36-38).
[[nodiscard]] bool is_removed_gguf_type(std::uint32_t gguf_id);

// Bytes of a row of `n` values (a multiple of block_values).
[[nodiscard]] inline std::size_t row_bytes(DType type, std::size_t n) {
    const DTypeTraits& t = traits(type);
    return n / t.block_values * t.block_bytes;
}

}  // namespace vibrant
