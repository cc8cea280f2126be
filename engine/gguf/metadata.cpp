// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/gguf/metadata.h"

#include <algorithm>
#include <atomic>
#include <format>
#include <numeric>
#include <utility>

namespace vibrant::gguf {
namespace {

// The limit on the whole block, so that reading it is bounded in time even where each of its parts
// is below its own.
Status check_block(const Cursor& cursor, std::string_view key) {
    if (cursor.position() <= kMaxMetadataBytes) return {};
    return fail(ErrorCode::kMalformed, std::format("metadata is too large in key '{}' (found more than {} bytes)",
                                                   printable(key), kMaxMetadataBytes));
}

Result<Value> read_array(Cursor& cursor, std::string_view key) {
    const std::size_t start = cursor.position();
    const auto number = cursor.take_value<std::uint32_t>();
    const auto count = cursor.take_value<std::uint64_t>();
    if (!number || !count) return ends_inside(cursor, std::format("key '{}'", printable(key)));
    const auto element = value_type_from(*number);
    if (!element)
        return fail(ErrorCode::kMalformed,
                    std::format("unknown element type {} at byte {:#x} in key '{}'", *number, start, printable(key)));
    if (*element == ValueType::kArray)
        return fail(ErrorCode::kUnsupported,
                    std::format("nested array at byte {:#x} in key '{}'", start, printable(key)));
    const bool strings = *element == ValueType::kString;
    const std::uint64_t each = strings ? kMinStringBytes : traits(*element).bytes;
    if (auto fits = check_count(cursor, "array length", *count, each, kMaxArrayValues); !fits)
        return fail(fits.error().code, std::format("{} in key '{}'", fits.error().text, printable(key)));
    Value value{ValueType::kArray, *element, static_cast<std::uint32_t>(*count), {}};
    const std::size_t begin = cursor.position();
    if (strings) {
        for (std::uint64_t i = 0; i < *count; ++i) {
            VIBRANT_TRY_VOID(read_string(cursor, "string", kMaxStringBytes));
            VIBRANT_TRY_VOID(check_block(cursor, key));
        }
        value.bytes = cursor.file().subspan(begin, cursor.position() - begin);
    } else {
        value.bytes = *cursor.take(*count * each);
    }
    return value;
}

Result<Value> read_value(Cursor& cursor, std::string_view key) {
    const std::size_t start = cursor.position();
    const auto number = cursor.take_value<std::uint32_t>();
    if (!number) return ends_inside(cursor, std::format("key '{}'", printable(key)));
    const auto type = value_type_from(*number);
    if (!type)
        return fail(ErrorCode::kMalformed,
                    std::format("unknown value type {} at byte {:#x} in key '{}'", *number, start, printable(key)));
    if (*type == ValueType::kArray) return read_array(cursor, key);
    Value value{*type, ValueType::kU8, 1, {}};
    if (*type == ValueType::kString) {
        VIBRANT_TRY(text, read_string(cursor, "string", kMaxStringBytes));
        value.bytes = std::as_bytes(std::span(text));
        return value;
    }
    const auto bytes = cursor.take(traits(*type).bytes);
    if (!bytes) return ends_inside(cursor, std::format("key '{}'", printable(key)));
    value.bytes = *bytes;
    return value;
}

Result<std::string_view> read_key(Cursor& cursor) {
    const std::size_t start = cursor.position();
    VIBRANT_TRY(key, read_string(cursor, "key", kMaxKeyBytes));
    if (key.empty()) return fail(ErrorCode::kMalformed, std::format("empty key at byte {:#x}", start));
    // Nothing above has to think about a key that is unsafe to show.
    if (!is_printable(key))
        return fail(ErrorCode::kMalformed,
                    std::format("key '{}' at byte {:#x} has characters that are not allowed", printable(key), start));
    return key;
}

}  // namespace

std::string Value::type_text() const {
    if (type != ValueType::kArray) return std::string(traits(type).name);
    return std::format("{} array", traits(element_type).name);
}

Result<Metadata> Metadata::read(Cursor& cursor, std::uint64_t n_entries) {
    Metadata metadata;
    // check_count() has compared n_entries with the bytes of the file and with kMaxEntries.
    metadata.entries_.reserve(n_entries);
    for (std::uint64_t i = 0; i < n_entries; ++i) {
        VIBRANT_TRY(key, read_key(cursor));
        VIBRANT_TRY(value, read_value(cursor, key));
        VIBRANT_TRY_VOID(check_block(cursor, key));
        metadata.entries_.push_back({key, value});
    }
    metadata.read_.resize(metadata.entries_.size());
    const auto key_of = [&](std::uint32_t i) { return metadata.entries_[i].key; };
    metadata.by_key_.resize(metadata.entries_.size());
    std::iota(metadata.by_key_.begin(), metadata.by_key_.end(), 0u);
    std::ranges::sort(metadata.by_key_, {}, key_of);
    const auto twice = std::ranges::adjacent_find(metadata.by_key_, {}, key_of);
    if (twice != metadata.by_key_.end())
        return fail(ErrorCode::kMalformed, std::format("duplicate key '{}'", printable(key_of(*twice))));
    return metadata;
}

std::optional<std::size_t> Metadata::index_of(std::string_view key) const {
    const auto key_of = [&](std::uint32_t i) { return entries_[i].key; };
    const auto at = std::ranges::lower_bound(by_key_, key, {}, key_of);
    if (at == by_key_.end() || key_of(*at) != key) return std::nullopt;
    return *at;
}

const Value* Metadata::find(std::string_view key) const {
    const auto i = index_of(key);
    return i ? &entries_[*i].value : nullptr;
}

const Value* Metadata::take(std::string_view key) const {
    const auto i = index_of(key);
    if (!i) return nullptr;
    std::atomic_ref(read_[*i]).store(1, std::memory_order_relaxed);
    return &entries_[*i].value;
}

std::vector<std::string_view> Metadata::unread_keys() const {
    std::vector<std::string_view> keys;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (std::atomic_ref(read_[i]).load(std::memory_order_relaxed) == 0) keys.push_back(entries_[i].key);
    return keys;
}

}  // namespace vibrant::gguf
