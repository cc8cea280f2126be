// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <cstdint>
#include <functional>
#include <limits>

#include "tests/engine/gguf/hostile_cases.h"

namespace vibrant::gguf {
namespace {

using test::Bytes;
using test::GgufBuilder;

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();

HostileCase spoilt(std::string name, std::string error, const std::function<void(GgufBuilder&)>& spoil) {
    GgufBuilder file = tiny_file();
    spoil(file);
    return {std::move(name), std::move(error), file.build()};
}

HostileCase key_length(std::string name, std::string error, std::uint64_t length) {
    return spoilt(std::move(name), std::move(error), [=](GgufBuilder& f) { f.entries[0].key_length = length; });
}

HostileCase key(std::string name, std::string error, std::string key) {
    return spoilt(std::move(name), std::move(error), [&](GgufBuilder& f) { f.add(key, std::uint32_t{1}); });
}

HostileCase value_type(std::string name, std::string error, std::uint32_t type) {
    return spoilt(std::move(name), std::move(error), [=](GgufBuilder& f) { f.add_raw("k", type, Bytes(16)); });
}

// An array with the given head and no more than 64 bytes of content.
HostileCase array(std::string name, std::string error, std::uint32_t element_type, std::uint64_t count) {
    return spoilt(std::move(name), std::move(error), [=](GgufBuilder& f) {
        Bytes value = GgufBuilder::array_head(element_type, count);
        value.resize(value.size() + 64);
        f.add_raw("k", test::kArray, std::move(value));
    });
}

// The same, and the file ends with the 64 bytes.
HostileCase last_array(std::string name, std::string error, std::uint32_t element_type, std::uint64_t count) {
    return spoilt(std::move(name), std::move(error), [=](GgufBuilder& f) {
        f.tensors.clear();
        Bytes value = GgufBuilder::array_head(element_type, count);
        value.resize(value.size() + 64);
        f.add_raw("k", test::kArray, std::move(value));
    });
}

HostileCase empty_array() {
    return spoilt("K11_empty_array_loads", "",
                  [](GgufBuilder& f) { f.add_raw("k", test::kArray, GgufBuilder::array_head(test::kU64, 0)); });
}

// A string value of the given length in a file of `file_bytes`.
HostileCase string_length(std::string name, std::string error, std::uint64_t length, std::size_t file_bytes = 0) {
    HostileCase made = spoilt(std::move(name), std::move(error), [=](GgufBuilder& f) {
        Bytes value;
        test::append(value, length);
        f.add_raw("k", test::kString, std::move(value));
    });
    made.bytes.resize(std::max(made.bytes.size(), file_bytes));
    return made;
}

HostileCase alignment(std::string name, std::string error, std::uint32_t value) {
    return spoilt(std::move(name), std::move(error), [=](GgufBuilder& f) { f.add("general.alignment", value); });
}

HostileCase string_array_overrun() {
    return spoilt("K12_string_array_overrun", "string length", [](GgufBuilder& f) {
        f.tensors.clear();
        Bytes value = GgufBuilder::array_head(test::kString, 10);
        for (int i = 0; i < 9; ++i) test::append_string(value, "token");
        test::append(value, std::uint64_t{6});
        test::append(value,
                     std::string_view("token"));  // one byte less than it says, then the file ends
        f.add_raw("k", test::kArray, std::move(value));
    });
}

HostileCase deeply_nested_arrays() {
    return spoilt("K08_nested_10000_deep", "nested array", [](GgufBuilder& f) {
        Bytes value;
        for (int depth = 0; depth < 10'000; ++depth) {
            const Bytes head = GgufBuilder::array_head(test::kArray, 1);
            value.insert(value.end(), head.begin(), head.end());
        }
        f.add_raw("k", test::kArray, std::move(value));
    });
}

HostileCase aligned_to(std::uint32_t bytes, std::string name) {
    return spoilt(std::move(name), "", [=](GgufBuilder& f) {
        f.alignment = bytes;
        f.add("general.alignment", bytes).add_random("b", {3}, 1.0f);
    });
}

// Real keys with one value of a type that a reader might take for another.
HostileCase alignment_of_type(std::string name, const std::function<void(GgufBuilder&)>& add) {
    return spoilt(std::move(name), "general.alignment: wanted u32", add);
}

void append_to(std::vector<HostileCase>& all, std::vector<HostileCase> more) {
    for (HostileCase& c : more) all.push_back(std::move(c));
}

std::vector<HostileCase> key_cases() {
    return {
        key_length("K01_key_len_max", "key length", kMax),
        key_length("K01_key_len_sign", "key length", 1ull << 63),
        key_length("K02_key_len_past_end", "key length", tiny_file().build().size() - 24 - 8 + 1),
        key("K03_key_too_long", "key length is too large at byte 0x4d (found 65536, allowed 65535)",
            std::string(65'536, 'k')),
        key("K03_key_of_65535_loads", "", std::string(65'535, 'k')),
        key("K04_key_empty", "empty key", ""),
        spoilt("K05_key_duplicate", "duplicate key 'general.name'",
               [](GgufBuilder& f) { f.add("general.name", "a").add("general.name", "b"); }),
        spoilt("K05_alignment_duplicate", "duplicate key 'general.alignment'",
               [](GgufBuilder& f) {
                   f.add("general.alignment", std::uint32_t{32}).add("general.alignment", std::uint32_t{64});
               }),
        key("K06_key_newline", "key 'a\\u{000A}b'", "a\nb"),
        key("K06_key_escape", "key '\\u{001B}[31m'", "\x1B[31m"),
        key("K06_key_bidi", "key 'a\\u{202E}b'", "a\u202Eb"),
        key("K06_key_invalid_utf8", "key 'a\\xFF'", "a\xFF"),
        key("K06_key_nul", "key 'a\\u{0000}b'", std::string("a\0b", 3)),
        key("K06_key_of_letters_loads", "", "größe.漢字"),
        value_type("K07_type_13", "unknown value type 13", 13),
        value_type("K07_type_255", "unknown value type 255", 255),
        value_type("K07_type_max", "unknown value type 4294967295", 0xFFFFFFFF),
    };
}

std::vector<HostileCase> value_cases() {
    return {
        array("K08_nested_array", "nested array", test::kArray, 1),
        deeply_nested_arrays(),
        array("K09_array_elem_invalid", "unknown element type", 200, 1),
        array("K09_array_elem_13", "unknown element type", 13, 1),
        array("K10_array_wrap_u64", "array length", test::kU64, 1ull << 61),
        array("K10_array_wrap_f32", "array length", test::kF32Value, 1ull << 62),
        array("K10_array_wrap_u16", "array length", test::kU16, 1ull << 63),
        array("K10_array_max", "array length", test::kU8, kMax),
        last_array("K11_array_past_end", "array length does not fit", test::kU32, 16 + 1),
        last_array("K11_array_to_the_end_loads", "", test::kU32, 16),
        last_array("K11_string_array_past_end", "array length does not fit", test::kString, 8 + 1),
        last_array("K11_string_array_to_the_end_loads", "", test::kString, 8),
        empty_array(),
        string_array_overrun(),
        string_length("K13_string_len_max", "string length", kMax),
        string_length("K13_string_len_sign", "string length", 1ull << 63),
        string_length("K13_string_len_above_limit", "string length is too large", (16u << 20) + 1, 17 << 20),
        string_length("K13_string_len_past_end", "string length does not fit", 200),
        spoilt("K15_bool_2_loads", "", [](GgufBuilder& f) { f.add_raw("k", test::kBool, Bytes{std::byte{2}}); }),
        spoilt("K15_bool_255_loads", "", [](GgufBuilder& f) { f.add_raw("k", test::kBool, Bytes{std::byte{255}}); }),
        spoilt("K12_value_cut_off", "the file ends inside key 'k'",
               [](GgufBuilder& f) {
                   f.tensors.clear();
                   f.add_raw("k", test::kU64, Bytes(7));
               }),
    };
}

std::vector<HostileCase> alignment_cases() {
    return {
        alignment("K17_align_zero", "general.alignment must be a power of two (found 0, allowed 8..65536)", 0),
        alignment("K17_align_odd", "general.alignment", 13),
        alignment("K17_align_4", "general.alignment", 4),
        alignment("K17_align_2G", "general.alignment", 1u << 31),
        alignment("K17_align_max", "general.alignment", 0xFFFFFFFF),
        alignment("K17_align_131072", "general.alignment", 131'072),
        alignment_of_type("K18_align_i32", [](GgufBuilder& f) { f.add("general.alignment", std::int32_t{32}); }),
        alignment_of_type("K18_align_u64", [](GgufBuilder& f) { f.add("general.alignment", std::uint64_t{32}); }),
        alignment_of_type("K18_align_string", [](GgufBuilder& f) { f.add("general.alignment", "32"); }),
        alignment_of_type("K18_align_array",
                          [](GgufBuilder& f) { f.add_array("general.alignment", std::vector<std::uint32_t>{32}); }),
        aligned_to(8, "K19_align_8_loads"),
        aligned_to(64, "K19_align_64_loads"),
        aligned_to(4096, "K19_align_4096_loads"),
        spoilt("K33_split_count_too_large", "split.count",
               [](GgufBuilder& f) { f.add("split.count", std::uint16_t{65'535}); }),
        spoilt("K33_split_no_too_large", "split.no",
               [](GgufBuilder& f) { f.add("split.count", std::uint16_t{3}).add("split.no", std::uint16_t{3}); }),
        spoilt("K33_split_no_negative", "split.no: wanted integer >= 0, found -1",
               [](GgufBuilder& f) { f.add("split.count", std::uint16_t{3}).add("split.no", std::int16_t{-1}); }),
        spoilt("K33_split_count_string", "split.count: wanted integer, found string",
               [](GgufBuilder& f) { f.add("split.count", "3"); }),
    };
}

}  // namespace

std::vector<HostileCase> metadata_cases() {
    std::vector<HostileCase> all = key_cases();
    append_to(all, value_cases());
    append_to(all, alignment_cases());
    return all;
}

}  // namespace vibrant::gguf
