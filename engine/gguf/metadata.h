// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The metadata of one file: keys and values as views into its bytes, checked once, read through
// typed getters.
//
// Guarantees: every string and array lies inside the file; keys are unique, not empty, valid UTF-8
// and free of control and bidi characters.
//
// Costs: read() O(bytes of string arrays + keys log keys), lookups O(log keys). Sorted rather than
// hashed, because a file can be made to collide with any fixed hash function. Heap: 53 bytes per
// key, nothing per array element until string_array() is called.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/gguf/array_view.h"
#include "engine/gguf/cursor.h"
#include "engine/gguf/gguf_format.h"

namespace vibrant::gguf {

struct Value {
    ValueType type = ValueType::kU8;
    ValueType element_type = ValueType::kU8;  // of an array
    std::uint32_t count = 1;                  // values; of an array: elements
    // Numbers, one after another; the text of a string; of an array of strings each with its
    // length.
    std::span<const std::byte> bytes;

    [[nodiscard]] bool is_array_of(ValueType element) const {
        return type == ValueType::kArray && element_type == element;
    }
    // "f32", "i8 array"
    [[nodiscard]] std::string type_text() const;
};

struct Entry {
    std::string_view key;
    Value value;
};

class Metadata {
  public:
    [[nodiscard]] static Result<Metadata> read(Cursor& cursor, std::uint64_t n_entries);

    [[nodiscard]] std::span<const Entry> entries() const { return entries_; }  // in file order
    [[nodiscard]] const Value* find(std::string_view key) const;               // nullptr if absent
    // Keys that no typed getter was asked for since read(), in file order. A getter may run in any thread.
    [[nodiscard]] std::vector<std::string_view> unread_keys() const;

    // What the getters of File do, with errors that do not name the file yet.
    [[nodiscard]] Result<std::optional<std::string_view>> string(std::string_view key) const;
    [[nodiscard]] Result<std::optional<std::uint64_t>> uint(std::string_view key) const;
    [[nodiscard]] Result<std::optional<double>> real(std::string_view key) const;
    [[nodiscard]] Result<std::optional<bool>> boolean(std::string_view key) const;
    [[nodiscard]] Result<std::optional<ArrayView<float>>> f32_array(std::string_view key) const;
    [[nodiscard]] Result<std::optional<ArrayView<std::int32_t>>> i32_array(std::string_view key) const;
    [[nodiscard]] Result<std::optional<std::vector<std::string_view>>> string_array(std::string_view key) const;
    [[nodiscard]] Result<std::optional<std::vector<std::uint64_t>>> uint_per_layer(std::string_view key,
                                                                                   std::size_t n_layers) const;
    [[nodiscard]] std::string type_text(std::string_view key) const;
    [[nodiscard]] std::string display(std::string_view key) const;
    [[nodiscard]] std::string first_elements(std::string_view key, std::size_t most) const;
    [[nodiscard]] Result<std::uint64_t> alignment() const;  // bytes; a power of two

  private:
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> by_key_;  // indices of entries_, sorted
    // 1 for each entry that a getter has read: a note for people, of which no result depends.
    mutable std::vector<std::uint8_t> read_;

    [[nodiscard]] std::optional<std::size_t> index_of(std::string_view key) const;  // of entries_
    // find() that takes note.
    [[nodiscard]] const Value* take(std::string_view key) const;
};

}  // namespace vibrant::gguf
