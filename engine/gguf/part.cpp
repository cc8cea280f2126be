// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/gguf/part.h"

#include <algorithm>

#include "engine/gguf/gguf_format.h"
#include "engine/gguf/header.h"
#include "engine/gguf/split_files.h"
#include "engine/gguf/tensor_table.h"

namespace vibrant::gguf {
namespace {

Status parse(Part& part) {
    Cursor cursor(part.bytes);
    VIBRANT_TRY(header, read_header(cursor));
    VIBRANT_TRY(metadata, Metadata::read(cursor, header.n_entries));
    VIBRANT_TRY(alignment, metadata.alignment());
    VIBRANT_TRY(tensors, read_tensor_table(cursor, header.n_tensors, alignment));
    part.version = header.version;
    part.metadata = std::move(metadata);
    part.tensors = std::move(tensors);
    return {};
}

Result<Part> open_part(const std::filesystem::path& path) {
    Part part;
    part.name = path.filename().native();
    VIBRANT_TRY(mapping, MappedFile::open(path));
    part.mapping = std::move(mapping);
    part.bytes = part.mapping->bytes();
    if (auto parsed = parse(part); !parsed) return in_file(part.name, std::move(parsed).error());
    return part;
}

// Where a file says it stands in a split model.
struct SplitPlace {
    std::uint64_t index = 0;  // from 0
    std::uint64_t count = 1;
};

Result<SplitPlace> split_place(const Metadata& metadata) {
    VIBRANT_TRY(count, metadata.uint("split.count"));
    VIBRANT_TRY(index, metadata.uint("split.no"));
    const SplitPlace place{index.value_or(0), std::max<std::uint64_t>(count.value_or(1), 1)};
    if (place.count > kMaxParts)
        return fail(ErrorCode::kMalformed,
                    std::format("split.count is too large (found {}, allowed {})", place.count, kMaxParts));
    if (place.index >= place.count)
        return fail(ErrorCode::kMalformed,
                    std::format("split.no is too large (found {}, allowed 0..{})", place.index, place.count - 1));
    return place;
}

// The name of the opened file, which must be that of the first part.
Result<SplitName> first_part_name(const Part& first, const SplitPlace& place) {
    const auto name = parse_split_name(first.name);
    if (!name || name->count != place.count)
        return fail(ErrorCode::kMalformed, std::format("this is part {} of {}, but it is not called "
                                                       "NAME-{:05}-of-{:05}.gguf, so the other "
                                                       "parts cannot be found",
                                                       place.index + 1, place.count, place.index + 1, place.count));
    if (place.index != 0 || name->index != 1)
        return fail(ErrorCode::kInvalidArgument,
                    std::format("this is part {} of {}, open the first one: {}", place.index + 1, place.count,
                                printable(part_name(*name, 1))));
    return *name;
}

// A part must belong to the first one as far as it can tell: real parts repeat only the split keys.
Status check_same_model(const Part& first, const Part& part, std::uint64_t index, std::uint64_t count) {
    VIBRANT_TRY(place, split_place(part.metadata));
    if (place.index != index || place.count != count)
        return fail(ErrorCode::kMalformed, std::format("this is not part {} of {} (split.no and split.count say part "
                                                       "{} of {})",
                                                       index + 1, count, place.index + 1, place.count));
    VIBRANT_TRY(wanted, first.metadata.string("general.architecture"));
    VIBRANT_TRY(found, part.metadata.string("general.architecture"));
    if (found && found != wanted)
        return fail(ErrorCode::kMalformed,
                    std::format("architecture differs from the first part (found '{}', wanted '{}')", printable(*found),
                                printable(wanted.value_or("none"))));
    return {};
}

// Appends the parts that follow the first.
Status open_other_parts(const std::filesystem::path& path, std::vector<Part>& parts) {
    auto place = split_place(parts[0].metadata);
    if (!place) return in_file(parts[0].name, std::move(place).error());
    if (place->count == 1) return {};
    auto name = first_part_name(parts[0], *place);
    if (!name) return in_file(parts[0].name, std::move(name).error());
    for (std::uint64_t i = 1; i < place->count; ++i) {
        const std::string other = part_name(*name, i + 1);
        auto part = open_part(path.parent_path() / other);
        if (!part && part.error().code == ErrorCode::kNotFound)
            return in_file(parts[0].name, Error{ErrorCode::kNotFound, std::format("shard {} of {} not found: {}", i + 1,
                                                                                  place->count, printable(other))});
        if (!part) return std::unexpected(std::move(part).error());
        if (auto same = check_same_model(parts[0], *part, i, place->count); !same)
            return in_file(other, std::move(same).error());
        parts.push_back(std::move(*part));
    }
    return {};
}

}  // namespace

Result<std::vector<Part>> open_parts(const std::filesystem::path& path) {
    VIBRANT_TRY(first, open_part(path));
    std::vector<Part> parts;
    parts.push_back(std::move(first));
    VIBRANT_TRY_VOID(open_other_parts(path, parts));
    return parts;
}

Result<Part> read_part(std::span<const std::byte> bytes, std::string_view name) {
    Part part;
    part.name = name;
    part.bytes = bytes;
    if (auto parsed = parse(part); !parsed) return in_file(name, std::move(parsed).error());
    auto place = split_place(part.metadata);
    if (!place) return in_file(name, std::move(place).error());
    if (place->count > 1)
        return in_file(name, Error{ErrorCode::kUnsupported, "a split model cannot be opened from memory"});
    return part;
}

}  // namespace vibrant::gguf
