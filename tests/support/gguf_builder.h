// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Writes GGUF files for tests, valid or broken in exactly one place.
//
// Everything a reader could trust is a field that a test may overwrite: counts, lengths, type
// numbers, offsets, data. What is not overwritten is computed as a correct writer would. Written
// from the format's description, without any header of the engine, so the builder and the reader
// check each other. Fields are little endian.
//
//     auto file = test::base_model();
//     file.set("llama.block_count", std::uint32_t{0});     // another value
//     file.tensor("output.weight").offset = 1;             // a broken offset
//     file.write(dir / "broken.gguf");
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace vibrant::test {

using Bytes = std::vector<std::byte>;

// Numbers of the value types in the file.
inline constexpr std::uint32_t kU8 = 0, kI8 = 1, kU16 = 2, kI16 = 3, kU32 = 4, kI32 = 5, kF32Value = 6, kBool = 7,
                               kString = 8, kArray = 9, kU64 = 10, kI64 = 11, kF64 = 12;
// Numbers of the tensor types that tests use by name.
inline constexpr std::uint32_t kF32 = 0, kF16 = 1, kQ4_0 = 2, kQ8_0 = 8, kQ4_K = 12, kQ6_K = 14;

template <class T>
concept Scalar = std::is_arithmetic_v<T>;

template <Scalar T>
[[nodiscard]] constexpr std::uint32_t value_type() {
    if constexpr (std::same_as<T, bool>)
        return kBool;
    else if constexpr (std::same_as<T, float>)
        return kF32Value;
    else if constexpr (std::same_as<T, double>)
        return kF64;
    else if constexpr (sizeof(T) == 1)
        return std::is_signed_v<T> ? kI8 : kU8;
    else if constexpr (sizeof(T) == 2)
        return std::is_signed_v<T> ? kI16 : kU16;
    else if constexpr (sizeof(T) == 4)
        return std::is_signed_v<T> ? kI32 : kU32;
    else
        return std::is_signed_v<T> ? kI64 : kU64;
}

template <Scalar T>
void append(Bytes& out, T value) {
    const auto* from = reinterpret_cast<const std::byte*>(&value);
    out.insert(out.end(), from, from + sizeof(T));
}
void append(Bytes& out, std::string_view raw);            // the bytes alone
void append_string(Bytes& out, std::string_view string);  // u64 length, bytes

class GgufBuilder {
  public:
    struct Entry {
        std::string key;
        std::uint32_t type = kU32;
        Bytes value;                              // as it lies in the file after the type
        std::optional<std::uint64_t> key_length;  // written instead of the true one
    };
    struct Tensor {
        std::string name;
        std::vector<std::uint64_t> dims;  // fastest first
        std::uint32_t type = kF32;
        Bytes data;
        std::optional<std::uint64_t> name_length, offset;  // written instead of the true ones
        std::optional<std::uint32_t> n_dims;
    };

    std::string magic = "GGUF";
    std::uint32_t version = 3;
    std::optional<std::uint64_t> n_tensors, n_kv;  // written instead of the true ones
    std::uint64_t alignment = 32;                  // of the data; add the key yourself if it is not 32
    bool tail_padding = true;                      // pad the last tensor too
    std::vector<Entry> entries;
    std::vector<Tensor> tensors;

    // Metadata. add() appends even if the key exists, set() replaces it.
    GgufBuilder& add_raw(std::string_view key, std::uint32_t type, Bytes value);
    GgufBuilder& add(std::string_view key, std::string_view value);
    GgufBuilder& add(std::string_view key, const char* value) { return add(key, std::string_view(value)); }
    template <Scalar T>
    GgufBuilder& add(std::string_view key, T value) {
        Bytes bytes;
        append(bytes, value);
        return add_raw(key, value_type<T>(), std::move(bytes));
    }
    template <Scalar T>
    GgufBuilder& add_array(std::string_view key, const std::vector<T>& values) {
        Bytes bytes = array_head(value_type<T>(), values.size());
        for (const T value : values) append(bytes, value);
        return add_raw(key, kArray, std::move(bytes));
    }
    GgufBuilder& add_strings(std::string_view key, const std::vector<std::string>& values);
    template <class T>
    GgufBuilder& set(std::string_view key, const T& value) {
        return replace(key, [&] { add(key, value); });
    }
    template <Scalar T>
    GgufBuilder& set_array(std::string_view key, const std::vector<T>& values) {
        return replace(key, [&] { add_array(key, values); });
    }
    GgufBuilder& set_strings(std::string_view key, const std::vector<std::string>& values) {
        return replace(key, [&] { add_strings(key, values); });
    }
    GgufBuilder& remove(std::string_view key);
    [[nodiscard]] Entry& entry(std::string_view key);  // ends the test program if absent

    // Tensors.
    GgufBuilder& add_tensor(std::string_view name, std::vector<std::uint64_t> dims, std::uint32_t type, Bytes data);
    // F32 values from a fixed pseudo-random sequence, uniform in [-scale, scale] around `mean`.
    GgufBuilder& add_random(std::string_view name, std::vector<std::uint64_t> dims, float scale, float mean = 0.0f);
    GgufBuilder& remove_tensor(std::string_view name);
    [[nodiscard]] Tensor& tensor(std::string_view name);  // ends the test program if absent

    [[nodiscard]] Bytes build() const;
    // Bytes before the padding in front of the tensor data.
    [[nodiscard]] std::size_t metadata_bytes() const;
    // build() to a file; `file_bytes` cuts it or extends it with a hole (sparse).
    void write(const std::filesystem::path& path, std::optional<std::uint64_t> file_bytes = {}) const;

    // Element type and count, the start of an array value.
    [[nodiscard]] static Bytes array_head(std::uint32_t element_type, std::uint64_t count);

  private:
    template <class Add>
    GgufBuilder& replace(std::string_view key, Add&& add_new);
    [[nodiscard]] Bytes build_head() const;
};

// Keeps the place of the key in the file.
template <class Add>
GgufBuilder& GgufBuilder::replace(std::string_view key, Add&& add_new) {
    add_new();
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
        if (entries[i].key != key) continue;
        entries[i] = std::move(entries.back());
        entries.pop_back();
        break;
    }
    return *this;
}

// The smallest llama model that generates: 1 layer, embedding 32, 1 head, feed-forward 64, context
// 64, all F32, untied head, SentencePiece vocabulary of 32 tokens (<unk> <s> </s> ▁ a..z ▁a th)
// with scores and types. About 55 kB.
[[nodiscard]] GgufBuilder base_model();

void write_file(const std::filesystem::path& path, std::span<const std::byte> bytes);

}  // namespace vibrant::test
