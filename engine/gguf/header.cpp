// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/gguf/header.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>
#include <string>

#include "engine/gguf/gguf_format.h"

namespace vibrant::gguf {
namespace {

static_assert(std::endian::native == std::endian::little, "values are copied from little-endian files as they are");

constexpr std::string_view kMagic = "GGUF";

struct KnownStart {
    std::string_view bytes;
    std::string_view problem;
};
constexpr std::string_view kOldFormat = "old GGML format, convert it to GGUF";
constexpr std::string_view kArchive = "an archive, unpack it first";
constexpr std::array<KnownStart, 14> kKnownStarts = {{
    {"tjgg", kOldFormat},  // magics are written as little-endian numbers
    {"lmgg", kOldFormat},
    {"fmgg", kOldFormat},
    {"algg", kOldFormat},
    {"ggjt", kOldFormat},
    {"ggml", kOldFormat},
    {"ggla", kOldFormat},
    {"version https://git-lfs", "a Git LFS pointer, not the model (fetch it with `git lfs pull`)"},
    {"PK\x03\x04", kArchive},
    {"PK\x05\x06", kArchive},
    {"\x1F\x8B", kArchive},
    {"\x28\xB5\x2F\xFD", kArchive},
    {"7z\xBC\xAF\x27\x1C", kArchive},
    {"Rar!", kArchive},
}};

// A saved login or error page: the first tag after a byte order mark and white space.
bool is_web_page(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    std::string tag(start.substr(0, 14));
    std::ranges::transform(tag, tag.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return tag.starts_with("<!doctype html") || tag.starts_with("<html") || tag.starts_with("<head");
}

// safetensors: the length of a JSON header as u64, then the header.
bool is_safetensors(Cursor cursor) {
    const auto length = cursor.take_value<std::uint64_t>();
    const auto brace = cursor.take(1);
    return length && brace && *length <= cursor.file().size() && as_text(*brace) == "{";
}

std::unexpected<Error> not_gguf(const Cursor& file) {
    const std::string_view start = as_text(file.file().first(std::min<std::size_t>(file.file().size(), 512)));
    for (const auto& [bytes, problem] : kKnownStarts)
        if (start.starts_with(bytes)) return fail(ErrorCode::kNotAModel, std::format("this is {}", problem));
    if (is_web_page(start))
        return fail(ErrorCode::kNotAModel, "this is a web page, not a model (the download may need a login)");
    if (is_safetensors(Cursor(file.file())))
        return fail(ErrorCode::kNotAModel, "this is a safetensors file, convert it to GGUF");
    return fail(ErrorCode::kNotAModel,
                std::format("not a GGUF file at byte 0x0 (found '{}', allowed 'GGUF')", printable(start.substr(0, 4))));
}

std::unexpected<Error> bad_version(std::uint32_t version) {
    // 2 and 3 with their bytes in the other order.
    if (version != 0 && (version & 0xFFFF) == 0)
        return fail(ErrorCode::kUnsupportedForm, "this is a big-endian GGUF file, made for another kind of processor");
    if (version == 0) return fail(ErrorCode::kMalformed, "GGUF version 0 does not exist (allowed 2..3)");
    if (version == 1)
        return fail(ErrorCode::kUnsupportedForm,
                    "GGUF version 1 is not supported, convert the file again (allowed 2..3)");
    return fail(ErrorCode::kUnsupportedForm,
                std::format("GGUF version {} needs a newer version of Vibrant (allowed 2..3)", version));
}

}  // namespace

Result<Header> read_header(Cursor& cursor) {
    const std::size_t file_bytes = cursor.remaining();
    if (file_bytes == 0) return fail(ErrorCode::kNotAModel, "the file is empty");
    const std::string_view start = as_text(cursor.file().first(std::min(file_bytes, kMagic.size())));
    if (!kMagic.starts_with(start)) return not_gguf(cursor);

    const auto magic = cursor.take(kMagic.size());
    const auto version = cursor.take_value<std::uint32_t>();
    if (version && *version != 2 && *version != 3) return bad_version(*version);
    const auto n_tensors = cursor.take_value<std::uint64_t>();
    const auto n_entries = cursor.take_value<std::uint64_t>();
    if (!magic || !version || !n_tensors || !n_entries)
        return fail(ErrorCode::kTruncated,
                    std::format("truncated header (found {} bytes, needs 24) — download incomplete?", file_bytes));
    VIBRANT_TRY_VOID(check_count(cursor, "tensor count", *n_tensors, kMinTensorBytes, kMaxTensors));
    VIBRANT_TRY_VOID(check_count(cursor, "metadata entry count", *n_entries, kMinEntryBytes, kMaxEntries));
    if (*n_tensors == 0 && *n_entries == 0) return fail(ErrorCode::kNotAModel, "the file contains no tensors");
    return Header{*version, *n_tensors, *n_entries};
}

}  // namespace vibrant::gguf
