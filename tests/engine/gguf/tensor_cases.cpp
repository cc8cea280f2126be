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

// `spoil` gets the tiny file and its only tensor.
HostileCase spoilt(std::string name, std::string error,
                   const std::function<void(GgufBuilder&, GgufBuilder::Tensor&)>& spoil) {
    GgufBuilder file = tiny_file();
    spoil(file, file.tensors[0]);
    return {std::move(name), std::move(error), file.build()};
}

HostileCase name_length(std::string name, std::uint64_t length) {
    return spoilt(std::move(name), "tensor name",
                  [=](GgufBuilder&, GgufBuilder::Tensor& t) { t.name_length = length; });
}

HostileCase named(std::string name, std::string error, std::string tensor_name) {
    return spoilt(std::move(name), std::move(error),
                  [&](GgufBuilder&, GgufBuilder::Tensor& t) { t.name = tensor_name; });
}

HostileCase n_dims(std::string name, std::uint32_t n) {
    return spoilt(std::move(name), "dimensions", [=](GgufBuilder&, GgufBuilder::Tensor& t) { t.n_dims = n; });
}

// A tensor of this shape and type, with 64 bytes of data behind it.
HostileCase shape(std::string name, std::string error, std::uint32_t type, std::vector<std::uint64_t> dims) {
    return spoilt(std::move(name), std::move(error), [&](GgufBuilder&, GgufBuilder::Tensor& t) {
        t.type = type;
        t.dims = dims;
        t.data.resize(64);
    });
}

HostileCase type(std::string name, std::string error, std::uint32_t number) {
    return shape(std::move(name), std::move(error), number, {256});
}

HostileCase offset(std::string name, std::string error, std::uint64_t value) {
    return spoilt(std::move(name), std::move(error), [=](GgufBuilder&, GgufBuilder::Tensor& t) { t.offset = value; });
}

HostileCase cut(std::string name, std::string error, const std::function<std::size_t(std::size_t)>& size) {
    Bytes bytes = test::base_model().build();
    bytes.resize(size(bytes.size()));
    return {std::move(name), std::move(error), std::move(bytes)};
}

// Two tensors of 32 bytes, the second at `second_offset`.
HostileCase two_tensors(std::string name, std::string error, std::uint64_t first_offset, std::uint64_t second_offset) {
    return spoilt(std::move(name), std::move(error), [=](GgufBuilder& f, GgufBuilder::Tensor& t) {
        t.dims = {16};  // 64 bytes
        t.data.resize(64);
        t.offset = first_offset;
        f.add_random("b", {16}, 1.0f);
        f.tensors[1].offset = second_offset;
    });
}

std::vector<HostileCase> record_cases() {
    return {
        name_length("T01_name_len_0", 0),
        name_length("T01_name_len_64", 64),
        name_length("T01_name_len_max", kMax),
        name_length("T01_name_len_sign", 1ull << 63),
        named("T01_name_of_64", "tensor name length is too large", std::string(64, 'n')),
        named("T01_name_of_63_loads", "", std::string(63, 'n')),
        named("T01_name_escape", "tensor name '\\u{001B}[2J'", "\x1B[2J"),
        named("T01_name_invalid_utf8", "tensor name '\\xC3'", "\xC3"),
        spoilt("T01_name_past_end", "tensor name",
               [](GgufBuilder& f, GgufBuilder::Tensor&) {
                   f.remove_tensor("a").add_tensor("", {}, 0, {});
                   f.tensors[0].name_length = 20;
               }),
        spoilt("T02_name_dup", "tensor 'a' appears twice",
               [](GgufBuilder& f, GgufBuilder::Tensor&) { f.add_random("a", {4}, 1.0f); }),
        n_dims("T03_ndims_0", 0),
        n_dims("T03_ndims_5", 5),
        n_dims("T03_ndims_max", 0xFFFFFFFF),
        shape("T04_dim_zero_loads", "", test::kF32, {4, 0}),
        shape("T04_first_dim_zero_loads", "", test::kQ4_K, {0}),
        shape("T04_zero_hides_huge", "too large", test::kF32, {0, 1ull << 63, 4}),
        shape("T05_prod_wraps_0", "too large", test::kF32, {1ull << 32, 1ull << 32}),
        shape("T06_prod_wraps_small", "too large", test::kF32, {3, 0x5555555555555556}),
        shape("T06_prod_wraps_to_4", "too large", test::kF32, {(1ull << 63) + 2, 2}),
        shape("T07_dim_negative", "too large", test::kF32, {kMax}),
        shape("T07_dim_sign", "too large", test::kF32, {1, 1ull << 63}),
        shape("T08_bytes_wrap_f32", "too large", test::kF32, {(1ull << 62) + 1}),
        shape("T08_bytes_wrap_f16", "too large", test::kF16, {(1ull << 63) + 1}),
        shape("T09_bytes_wrap_q8_0", "too large", test::kQ8_0, {32, kMax / 32 / 34 * 32}),
        shape("T09_bytes_wrap_q4_0", "too large", test::kQ4_0, {32, (1ull << 59) - 1}),
        shape("T09_bytes_wrap_q6_k", "too large", test::kQ6_K, {256, (1ull << 56) - 1}),
        shape("T10_sum_wraps", "outside the file", test::kF32, {0x7FFFFFFFFFFFFFC0 / 4}),
        type("T11_type_max", "unknown tensor type", 0xFFFFFFFF),
        type("T11_type_1e9", "unknown tensor type", 1'000'000'000),
        type("T11_type_255", "unknown tensor type", 255),
        type("T13_type_iq1_s", "quantisation IQ1_S is not supported yet", 19),
        type("T13_type_mxfp4", "quantisation MXFP4 is not supported yet", 39),
        type("T13_type_i8", "quantisation I8 is not supported yet", 24),
        type("T13_type_f64", "quantisation F64 is not supported yet", 28),
        shape("T14_row_not_block_q4_0", "row length 31 is not a multiple of 32", test::kQ4_0, {31}),
        shape("T14_row_not_block_q4_k", "row length 128 is not a multiple of 256", test::kQ4_K, {128, 2}),
    };
}

std::vector<HostileCase> place_cases() {
    return {
        offset("T15_offset_unaligned", "offset 1 that breaks the alignment", 1),
        offset("T16_offset_wrap", "outside the file", kMax - 31),
        offset("T16_offset_sign", "outside the file", 1ull << 63),
        offset("T16_offset_hole", "outside the file", 1ull << 20),
        spoilt("T17_off_by_one", "file is 1 byte too short — download incomplete?",
               [](GgufBuilder& f, GgufBuilder::Tensor& t) {
                   f.tail_padding = false;
                   t.data.pop_back();
               }),
        spoilt("T18_exact_fit_loads", "",
               [](GgufBuilder& f, GgufBuilder::Tensor&) {
                   f.tail_padding = false;
                   f.add_random("b", {3}, 1.0f);
               }),
        two_tensors("T19_overlap", "tensors 'a' and 'b' overlap", 0, 32),
        two_tensors("T19_overlap_backwards", "tensors 'b' and 'a' overlap", 32, 0),
        two_tensors("T19_same_offset", "overlap", 64, 64),
        two_tensors("T20_out_of_order_loads", "", 64, 0),
        spoilt("T20_gap_loads", "",
               [](GgufBuilder& f, GgufBuilder::Tensor& t) {
                   t.data.resize(1 << 20);
                   f.add_random("b", {8}, 1.0f);
               }),
        shape("T29_unknown_extra_1_EiB", "outside the file", test::kF32, {1ull << 58}),
        shape("T29_unknown_extra_1_TiB", "outside the file", test::kF32, {1ull << 38}),
        spoilt("T30_align_64K", "outside the file",
               [](GgufBuilder& f, GgufBuilder::Tensor&) { f.add("general.alignment", std::uint32_t{65'536}); }),
        cut("T31_truncated_10_percent", "bytes too short — download incomplete?", [](std::size_t n) { return n / 10; }),
        cut("T31_truncated_50_percent", "bytes too short — download incomplete?", [](std::size_t n) { return n / 2; }),
        cut("T31_truncated_99_percent", "bytes too short — download incomplete?",
            [](std::size_t n) { return n * 99 / 100; }),
        cut("T31_truncated_1_byte", "file is 1 byte too short — download incomplete?",
            [](std::size_t n) { return n - 1; }),
        cut("T32_trailing_junk_loads", "", [](std::size_t n) { return n + (1 << 20); }),
        spoilt("T30_all_tensors_empty_loads", "",
               [](GgufBuilder& f, GgufBuilder::Tensor& t) {
                   t.dims = {0};
                   t.data.clear();
                   t.offset = 1ull << 40;  // nothing is there to read
                   f.tail_padding = false;
               }),
    };
}

}  // namespace

std::vector<HostileCase> tensor_cases() {
    std::vector<HostileCase> all = record_cases();
    for (const std::uint32_t removed : {4u, 5u, 31u, 32u, 33u, 36u, 37u, 38u})
        all.push_back(type("T12_type_removed_" + std::to_string(removed), "removed quantisation type", removed));
    for (HostileCase& c : place_cases()) all.push_back(std::move(c));
    return all;
}

}  // namespace vibrant::gguf
