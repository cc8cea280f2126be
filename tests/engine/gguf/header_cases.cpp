// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <cstdint>
#include <limits>

#include "tests/engine/gguf/hostile_cases.h"

namespace vibrant::gguf {
namespace {

using namespace std::string_view_literals;
using test::Bytes;
using test::GgufBuilder;

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();

HostileCase text(std::string name, std::string error, std::string_view content) {
    Bytes bytes;
    test::append(bytes, content);
    return {std::move(name), std::move(error), std::move(bytes)};
}

HostileCase version(std::string name, std::string error, std::uint32_t number) {
    GgufBuilder file = tiny_file();
    file.version = number;
    return {std::move(name), std::move(error), file.build()};
}

HostileCase counts(std::string name, std::string error, std::optional<std::uint64_t> n_tensors,
                   std::optional<std::uint64_t> n_kv) {
    GgufBuilder file = tiny_file();
    file.n_tensors = n_tensors;
    file.n_kv = n_kv;
    return {std::move(name), std::move(error), file.build()};
}

// The length of a JSON header, then the header.
HostileCase safetensors() {
    Bytes bytes;
    test::append(bytes, std::uint64_t{16});
    test::append(bytes, R"({"a":{"dtype":1}})"sv);
    return {"H07_safetensors", "safetensors file", std::move(bytes)};
}

HostileCase lying_entry_count() {
    GgufBuilder file = tiny_file();
    file.n_kv = 60'000;
    Bytes bytes = file.build();
    bytes.resize(4096);
    return {"H15_n_kv_lie", "metadata entry count does not fit", std::move(bytes)};
}

}  // namespace

GgufBuilder tiny_file() {
    GgufBuilder file;
    file.add("general.architecture", "llama").add_random("a", {8}, 1.0f);
    return file;
}

std::vector<HostileCase> header_cases() {
    return {
        text("H01_empty_file", "file is empty", ""),
        text("H02_short_magic_1", "truncated header", "G"),
        text("H02_short_magic_2", "truncated header", "GG"),
        text("H02_short_magic_3", "truncated header", "GGU"),
        text("H02_magic_only", "truncated header", "GGUF"),
        text("H02_no_counts", "truncated header", "GGUF\x03\0\0\0"sv),
        text("H03_bad_magic", "not a GGUF file", "FUGG\x03\0\0\0"sv),
        text("H03_two_letters", "not a GGUF file", "GF"),
        text("H03_hostile_magic", "\\u{001B}[3", "\x1B[31m"),
        text("H04_ggjt", "old GGML format, convert it to GGUF", "tjgg\x01\0\0\0"sv),
        text("H04_ggml", "old GGML format, convert it to GGUF", "lmgg\x01\0\0\0"sv),
        text("H04_ggla", "old GGML format, convert it to GGUF", "algg\x01\0\0\0"sv),
        text("H05_lfs_pointer", "Git LFS pointer, not the model",
             "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 4683074240\n"),
        text("H06_html_page", "web page, not a model", "<!DOCTYPE html>\n<html>"),
        text("H06_html_in_small_letters", "web page, not a model", "\xEF\xBB\xBF \r\n\t<!doctype HTML>"),
        text("H06_html_without_doctype", "web page, not a model", "<html lang=\"en\">"),
        safetensors(),
        text("H07_zip", "archive", "PK\x03\x04\x14\0\0\0"sv),
        text("H07_gzip", "archive", "\x1F\x8B\x08\0"sv),
        version("H08_version_0", "version 0", 0),
        version("H09_version_1", "GGUF version 1 is not supported", 1),
        version("H10_version_4", "needs a newer version", 4),
        version("H10_version_65535", "needs a newer version", 0xFFFF),
        version("H11_big_endian_3", "big-endian", 0x03000000),
        version("H11_big_endian_2", "big-endian", 0x02000000),
        version("H11_version_2_loads", "", 2),
        counts("H13_n_tensors_max", "tensor count", kMax, {}),
        counts("H13_n_tensors_sign", "tensor count", 1ull << 63, {}),
        counts("H13_n_tensors_wrap_32", "tensor count", kMax / 32 + 1, {}),
        counts("H13_n_tensors_wrap_368", "tensor count", kMax / 368 + 1, {}),
        counts("H13_n_tensors_one_too_many", "tensor count", 5, {}),
        counts("H14_n_kv_max", "metadata entry count", {}, kMax),
        counts("H14_n_kv_sign", "metadata entry count", {}, 1ull << 63),
        counts("H14_n_kv_wrap_64", "metadata entry count", {}, kMax / 64 + 1),
        counts("H15_n_kv_above_limit", "metadata entry count", {}, 1'000'000),
        lying_entry_count(),
        {"H16_no_tensors", "contains no tensors", GgufBuilder().build()},
    };
}

std::vector<HostileCase> all_cases() {
    std::vector<HostileCase> all = header_cases();
    for (auto* more : {metadata_cases, tensor_cases})
        for (HostileCase& c : more()) all.push_back(std::move(c));
    return all;
}

}  // namespace vibrant::gguf
