// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <algorithm>
#include <bit>
#include <format>

#include "engine/gguf/metadata.h"

namespace vibrant::gguf {
namespace {

template <class T>
T number(const Value& value, std::size_t i = 0) {
    return ArrayView<T>(value.bytes.data(), value.count)[i];
}

// The i-th number of an integer value as sign and magnitude; empty for other types.
struct Integer {
    bool negative = false;
    std::uint64_t bits = 0;  // two's complement if negative
};
std::optional<Integer> integer(const Value& value, std::size_t i = 0) {
    const auto from_signed = [](std::int64_t n) { return Integer{n < 0, static_cast<std::uint64_t>(n)}; };
    switch (value.type == ValueType::kArray ? value.element_type : value.type) {
        case ValueType::kU8:
            return Integer{false, number<std::uint8_t>(value, i)};
        case ValueType::kU16:
            return Integer{false, number<std::uint16_t>(value, i)};
        case ValueType::kU32:
            return Integer{false, number<std::uint32_t>(value, i)};
        case ValueType::kU64:
            return Integer{false, number<std::uint64_t>(value, i)};
        case ValueType::kI8:
            return from_signed(number<std::int8_t>(value, i));
        case ValueType::kI16:
            return from_signed(number<std::int16_t>(value, i));
        case ValueType::kI32:
            return from_signed(number<std::int32_t>(value, i));
        case ValueType::kI64:
            return from_signed(number<std::int64_t>(value, i));
        default:
            return std::nullopt;
    }
}

std::unexpected<Error> wrong_type(std::string_view key, std::string_view wanted, const Value& found) {
    return fail(ErrorCode::kMalformed,
                std::format("{}: wanted {}, found {}", printable(key), wanted, found.type_text()));
}

std::unexpected<Error> negative(std::string_view key, const Integer& found) {
    return fail(ErrorCode::kMalformed, std::format("{}: wanted integer >= 0, found {}", printable(key),
                                                   std::bit_cast<std::int64_t>(found.bits)));
}

// A number or a bool; empty for other types.
std::string scalar_text(const Value& value, std::size_t i) {
    if (const auto found = integer(value, i))
        return found->negative ? std::to_string(std::bit_cast<std::int64_t>(found->bits)) : std::to_string(found->bits);
    switch (value.type == ValueType::kArray ? value.element_type : value.type) {
        case ValueType::kF32:
            return std::format("{}", number<float>(value, i));
        case ValueType::kF64:
            return std::format("{}", number<double>(value, i));
        case ValueType::kBool:
            return number<std::uint8_t>(value, i) != 0 ? "true" : "false";
        default:
            return {};
    }
}

constexpr std::size_t kMaxElementChars = 24;  // of a string in first_elements(); most tokens are shorter

}  // namespace

Result<std::optional<std::string_view>> Metadata::string(std::string_view key) const {
    const Value* const value = take(key);
    if (!value) return std::nullopt;
    if (value->type != ValueType::kString) return wrong_type(key, "string", *value);
    return as_text(value->bytes);
}

Result<std::optional<std::uint64_t>> Metadata::uint(std::string_view key) const {
    const Value* const value = take(key);
    if (!value) return std::nullopt;
    const auto found = value->type == ValueType::kArray ? std::nullopt : integer(*value);
    if (!found) return wrong_type(key, "integer", *value);
    if (found->negative) return negative(key, *found);
    return found->bits;
}

Result<std::optional<double>> Metadata::real(std::string_view key) const {
    const Value* const value = take(key);
    if (!value) return std::nullopt;
    if (value->type == ValueType::kF32) return number<float>(*value);
    if (value->type == ValueType::kF64) return number<double>(*value);
    return wrong_type(key, "f32", *value);
}

Result<std::optional<bool>> Metadata::boolean(std::string_view key) const {
    const Value* const value = take(key);
    if (!value) return std::nullopt;
    if (value->type != ValueType::kBool) return wrong_type(key, "bool", *value);
    return number<std::uint8_t>(*value) != 0;
}

Result<std::optional<ArrayView<float>>> Metadata::f32_array(std::string_view key) const {
    const Value* const value = take(key);
    if (!value) return std::nullopt;
    if (!value->is_array_of(ValueType::kF32)) return wrong_type(key, "f32 array", *value);
    return ArrayView<float>(value->bytes.data(), value->count);
}

Result<std::optional<ArrayView<std::int32_t>>> Metadata::i32_array(std::string_view key) const {
    const Value* const value = take(key);
    if (!value) return std::nullopt;
    if (!value->is_array_of(ValueType::kI32) && !value->is_array_of(ValueType::kU32))
        return wrong_type(key, "i32 array", *value);
    return ArrayView<std::int32_t>(value->bytes.data(), value->count);
}

Result<std::optional<std::vector<std::string_view>>> Metadata::string_array(std::string_view key) const {
    const Value* const value = take(key);
    if (!value) return std::nullopt;
    if (!value->is_array_of(ValueType::kString)) return wrong_type(key, "string array", *value);
    std::vector<std::string_view> strings;
    strings.reserve(value->count);
    Cursor cursor(value->bytes);
    // The array was walked when the file was opened; it can only have changed if the file did,
    // under the mapping.
    for (std::uint32_t i = 0; i < value->count; ++i) {
        VIBRANT_TRY(text, read_string(cursor, "string", kMaxStringBytes));
        strings.push_back(text);
    }
    return strings;
}

Result<std::optional<std::vector<std::uint64_t>>> Metadata::uint_per_layer(std::string_view key,
                                                                           std::size_t n_layers) const {
    const Value* const value = take(key);
    if (!value) return std::nullopt;
    const bool array = value->type == ValueType::kArray;
    if (array && value->count != n_layers)
        return fail(ErrorCode::kMalformed,
                    std::format("{} has {} values for {} layers", printable(key), value->count, n_layers));
    std::vector<std::uint64_t> values;
    values.reserve(n_layers);
    for (std::size_t i = 0; i < n_layers; ++i) {
        const auto found = integer(*value, array ? i : 0);
        if (!found) return wrong_type(key, "integer", *value);
        if (found->negative) return negative(key, *found);
        values.push_back(found->bits);
    }
    return values;
}

std::string Metadata::type_text(std::string_view key) const {
    const Value* const value = find(key);
    return value ? value->type_text() : std::string{};
}

std::string Metadata::display(std::string_view key) const {
    const Value* const value = find(key);
    if (!value) return {};
    if (value->type == ValueType::kArray)
        return std::format("[{} x {}]", value->count, traits(value->element_type).name);
    return value->type == ValueType::kString ? printable(as_text(value->bytes)) : scalar_text(*value, 0);
}

std::string Metadata::first_elements(std::string_view key, std::size_t most) const {
    const Value* const value = find(key);
    if (!value || value->type != ValueType::kArray || value->element_type == ValueType::kArray) return {};
    std::string text;
    Cursor strings(value->bytes);
    const std::size_t n = std::min<std::size_t>(most, value->count);
    for (std::size_t i = 0; i < n; ++i) {
        if (i > 0) text += ", ";
        if (value->element_type != ValueType::kString) {
            text += scalar_text(*value, i);
        } else if (const auto element = read_string(strings, "string", kMaxStringBytes)) {
            text += std::format("\"{}\"", printable(*element, kMaxElementChars));
        } else {
            break;  // the file changed under the mapping
        }
    }
    return n < value->count ? text + ", \u2026" : text;
}

Result<std::uint64_t> Metadata::alignment() const {
    constexpr std::string_view kKey = "general.alignment";
    const Value* const value = take(kKey);
    if (!value) return kDefaultAlignment;
    if (value->type != ValueType::kU32) return wrong_type(kKey, "u32", *value);
    const std::uint64_t found = number<std::uint32_t>(*value);
    if (!std::has_single_bit(found) || found < kMinAlignment || found > kMaxAlignment)
        return fail(ErrorCode::kMalformed, std::format("{} must be a power of two (found {}, allowed {}..{})", kKey,
                                                       found, kMinAlignment, kMaxAlignment));
    return found;
}

}  // namespace vibrant::gguf
