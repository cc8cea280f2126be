// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The GGUF file format, versions 2 and 3, and the limits we put on it.
// Source: ggml's docs/gguf.md. Everything is little endian and unaligned unless said otherwise.
//
//   magic       4 bytes  "GGUF"
//   version     u32      2 or 3 (1 had 32-bit counts; 3 also allows big-endian files, refused here)
//   n_tensors   u64
//   n_kv        u64
//   n_kv metadata entries, each:
//     key       string
//     type      u32      ValueType
//     value     a number, a string, or an array: element type u32, count u64, the elements
//   n_tensors tensor records, each:
//     name      string   1..63 bytes
//     n_dims    u32      1..4
//     dims      u64 each, the fastest-running one first
//     type      u32      number of the tensor type, see quant/dtype.h
//     offset    u64      from the start of the data, a multiple of the alignment
//   padding to a multiple of `general.alignment` (a u32 key, 32 if absent)
//   data        the tensors in any order; gaps are allowed, padding after the last may be missing
//
//   string      length in bytes u64, then the bytes; no terminator
//   bool        one byte, anything but 0 is true
//
// A model split over several files has the keys split.no (from 0) and split.count in every part.
// Part i of n (from 1, five digits) is called `<name>-<i>-of-<n>.gguf`; the first part has all
// other metadata.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vibrant::gguf {

// clang-format off
enum class ValueType : std::uint8_t {
    kU8, kI8, kU16, kI16, kU32, kI32, kF32, kBool, kString, kArray, kU64, kI64, kF64,
};
// clang-format on

struct ValueTypeTraits {
    std::string_view name;
    std::uint8_t bytes;  // of one value; 0 for strings and arrays
};
// clang-format off
inline constexpr std::array<ValueTypeTraits, 13> kValueTypes = {{
    {"u8", 1}, {"i8", 1}, {"u16", 2}, {"i16", 2}, {"u32", 4}, {"i32", 4}, {"f32", 4}, {"bool", 1},
    {"string", 0}, {"array", 0}, {"u64", 8}, {"i64", 8}, {"f64", 8},
}};
// clang-format on

[[nodiscard]] constexpr const ValueTypeTraits& traits(ValueType type) {
    return kValueTypes[static_cast<std::size_t>(type)];
}
[[nodiscard]] constexpr std::optional<ValueType> value_type_from(std::uint32_t number) {
    if (number >= kValueTypes.size()) return std::nullopt;
    return static_cast<ValueType>(number);
}

// Limits, all far above any real model. They bound the time and the memory of a load; what a file
// declares is also compared with the bytes it has, before anything is allocated.
inline constexpr std::uint64_t kMaxEntries = 65'536;              // of metadata
inline constexpr std::uint64_t kMaxTensors = 65'536;              // the largest models have < 20 000
inline constexpr std::uint64_t kMaxMetadataBytes = 256ull << 20;  // real ones: < 30 MiB
inline constexpr std::uint64_t kMaxKeyBytes = 65'535;             // the format's own limit
inline constexpr std::uint64_t kMaxStringBytes = 16ull << 20;
inline constexpr std::uint64_t kMaxArrayValues = 1ull << 24;  // < 2^21 tokens, < 2^22 merges
inline constexpr std::uint64_t kMaxTensorNameBytes = 63;
inline constexpr std::uint32_t kMaxDims = 4;
inline constexpr std::uint64_t kMaxTensorBytes = 1ull << 47;               // kMaxTensors of them fit in 64 bits
inline constexpr std::uint64_t kMinAlignment = 8, kMaxAlignment = 65'536;  // bytes
inline constexpr std::uint64_t kDefaultAlignment = 32;
inline constexpr std::uint64_t kMaxParts = 1'024;  // of a split model

// Bytes of the smallest record of each kind, for comparing a count with the bytes that remain.
inline constexpr std::uint64_t kMinEntryBytes = 8 + 4 + 1;       // empty key, type, one byte
inline constexpr std::uint64_t kMinTensorBytes = 8 + 4 + 4 + 8;  // no name, no dimensions
inline constexpr std::uint64_t kMinStringBytes = 8;              // the length

}  // namespace vibrant::gguf
