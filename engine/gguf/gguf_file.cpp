// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/gguf/gguf_file.h"

#include <algorithm>
#include <format>
#include <new>
#include <numeric>

#include "engine/gguf/gguf_format.h"
#include "engine/gguf/header.h"
#include "engine/gguf/metadata.h"
#include "engine/gguf/split_files.h"
#include "engine/gguf/tensor_table.h"
#include "engine/memory/mapped_file.h"

namespace vibrant::gguf {
namespace {

constexpr std::size_t kPopulateStep =
    64 << 20;  // bytes between two looks at the progress and the stop flag

// "<file>: <problem>", the form of every text that leaves this room.
std::unexpected<Error> in_file(std::string_view name, Error error) {
    error.text = std::format("{}: {}", printable(name), error.text);
    return std::unexpected(std::move(error));
}

template <class T>
Result<T> in_file(std::string_view name, Result<T> result) {
    if (!result) return in_file(name, std::move(result).error());
    return result;
}

// Short enough to need no memory itself.
std::unexpected<Error> out_of_memory() {
    return fail(ErrorCode::kOutOfMemory, "out of memory");
}

struct Part {
    std::string name;  // of the file, without its folder
    std::optional<MappedFile> mapping;
    std::span<const std::byte> bytes;
    std::uint32_t version = 0;
    Metadata metadata;
    std::vector<TensorInfo> tensors;
};

Status read_part(Part& part) {
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
    if (auto read = read_part(part); !read) return in_file(part.name, std::move(read).error());
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
        return fail(
            ErrorCode::kMalformed,
            std::format("split.count is too large (found {}, allowed {})", place.count, kMaxParts));
    if (place.index >= place.count)
        return fail(ErrorCode::kMalformed,
                    std::format("split.no is too large (found {}, allowed 0..{})", place.index,
                                place.count - 1));
    return place;
}

// The name of the opened file, which must be that of the first part.
Result<SplitName> first_part_name(const Part& first, const SplitPlace& place) {
    const auto name = parse_split_name(first.name);
    if (!name || name->count != place.count)
        return fail(ErrorCode::kMalformed,
                    std::format("this is part {} of {}, but it is not called "
                                "NAME-{:05}-of-{:05}.gguf, so the other "
                                "parts cannot be found",
                                place.index + 1, place.count, place.index + 1, place.count));
    if (place.index != 0 || name->index != 1)
        return fail(ErrorCode::kInvalidArgument,
                    std::format("this is part {} of {}, open the first one: {}", place.index + 1,
                                place.count, printable(part_name(*name, 1))));
    return *name;
}

// A part must belong to the first one as far as it can tell: real parts repeat only the split keys.
Status check_same_model(const Part& first, const Part& part, std::uint64_t index,
                        std::uint64_t count) {
    VIBRANT_TRY(place, split_place(part.metadata));
    if (place.index != index || place.count != count)
        return fail(ErrorCode::kMalformed,
                    std::format("this is not part {} of {} (split.no and split.count say part "
                                "{} of {})",
                                index + 1, count, place.index + 1, place.count));
    VIBRANT_TRY(wanted, first.metadata.string("general.architecture"));
    VIBRANT_TRY(found, part.metadata.string("general.architecture"));
    if (found && found != wanted)
        return fail(
            ErrorCode::kMalformed,
            std::format("architecture differs from the first part (found '{}', wanted '{}')",
                        printable(*found), printable(wanted.value_or("none"))));
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
            return in_file(parts[0].name, Error{ErrorCode::kNotFound,
                                                std::format("shard {} of {} not found: {}", i + 1,
                                                            place->count, printable(other))});
        if (!part) return std::unexpected(std::move(part).error());
        if (auto same = check_same_model(parts[0], *part, i, place->count); !same)
            return in_file(other, std::move(same).error());
        parts.push_back(std::move(*part));
    }
    return {};
}

}  // namespace

struct File::Impl {
    std::filesystem::path path;
    std::vector<Part> parts;  // the first has the metadata
    std::vector<TensorInfo> tensors;
    std::vector<std::uint32_t> by_name;  // indices of tensors, sorted

    [[nodiscard]] const std::string& name() const { return parts[0].name; }
    [[nodiscard]] const Metadata& metadata() const { return parts[0].metadata; }
    Status collect_tensors();
};

Status File::Impl::collect_tensors() {
    for (Part& part : parts) {
        tensors.insert(tensors.end(), part.tensors.begin(), part.tensors.end());
        part.tensors = {};
        if (tensors.size() > kMaxTensors)
            return fail(
                ErrorCode::kMalformed,
                std::format("tensor count of all parts is too large (allowed {})", kMaxTensors));
    }
    VIBRANT_TRY(wanted, metadata().uint("split.tensors.count"));
    if (parts.size() > 1 && wanted && *wanted != tensors.size())
        return fail(ErrorCode::kMalformed,
                    std::format("the parts do not belong together (found {} tensors, "
                                "split.tensors.count is {})",
                                tensors.size(), *wanted));
    const auto name_of = [&](std::uint32_t i) { return tensors[i].name; };
    by_name.resize(tensors.size());
    std::iota(by_name.begin(), by_name.end(), 0u);
    std::ranges::sort(by_name, {}, name_of);
    const auto twice = std::ranges::adjacent_find(by_name, {}, name_of);
    if (twice != by_name.end())
        return fail(ErrorCode::kMalformed,
                    std::format("tensor '{}' appears twice", printable(name_of(*twice))));
    return {};
}

File::File(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
File::~File() = default;

Result<std::shared_ptr<const File>> File::open(const std::filesystem::path& path) try {
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    VIBRANT_TRY(first, open_part(path));
    impl->parts.push_back(std::move(first));
    VIBRANT_TRY_VOID(open_other_parts(path, impl->parts));
    if (auto collected = impl->collect_tensors(); !collected)
        return in_file(impl->name(), std::move(collected).error());
    std::shared_ptr<const File> file(new File(std::move(impl)));
    // What was read from pages that vanished meanwhile is zeros.
    VIBRANT_TRY_VOID(file->readable());
    return file;
} catch (const std::bad_alloc&) {
    return out_of_memory();
}

Result<std::shared_ptr<const File>> File::from_bytes(std::span<const std::byte> bytes,
                                                     std::string_view name) try {
    auto impl = std::make_unique<Impl>();
    impl->path = name;
    Part& part = impl->parts.emplace_back();
    part.name = name;
    part.bytes = bytes;
    if (auto read = read_part(part); !read) return in_file(name, std::move(read).error());
    auto place = split_place(part.metadata);
    if (!place) return in_file(name, std::move(place).error());
    if (place->count > 1)
        return in_file(
            name, Error{ErrorCode::kUnsupported, "a split model cannot be opened from memory"});
    if (auto collected = impl->collect_tensors(); !collected)
        return in_file(name, std::move(collected).error());
    return std::shared_ptr<const File>(new File(std::move(impl)));
} catch (const std::bad_alloc&) {
    return out_of_memory();
}

const std::filesystem::path& File::path() const {
    return impl_->path;
}
std::uint32_t File::version() const {
    return impl_->parts[0].version;
}
std::size_t File::n_parts() const {
    return impl_->parts.size();
}
std::span<const TensorInfo> File::tensors() const {
    return impl_->tensors;
}

std::uint64_t File::file_bytes() const {
    std::uint64_t sum = 0;
    for (const Part& part : impl_->parts) sum += part.bytes.size();
    return sum;
}

const TensorInfo* File::find_tensor(std::string_view name) const {
    const auto name_of = [&](std::uint32_t i) { return impl_->tensors[i].name; };
    const auto at = std::ranges::lower_bound(impl_->by_name, name, {}, name_of);
    return at != impl_->by_name.end() && name_of(*at) == name ? &impl_->tensors[*at] : nullptr;
}

Status File::readable() const {
    for (const Part& part : impl_->parts)
        if (part.mapping && !part.mapping->readable())
            return in_file(part.name, Error{ErrorCode::kUnreadable,
                                            "the model file became unreadable (was it cut "
                                            "short, or its disk removed?)"});
    return {};
}

std::uint64_t File::resident_bytes() const {
    std::uint64_t sum = 0;
    for (const Part& part : impl_->parts)
        sum += part.mapping ? part.mapping->resident_bytes() : part.bytes.size();
    return sum;
}

bool File::populate(FunctionRef<bool(std::uint64_t, std::uint64_t)> go_on) const {
    const std::uint64_t total = file_bytes();
    std::uint64_t done = 0;
    for (const Part& part : impl_->parts) {
        for (std::size_t at = 0; at < part.bytes.size(); at += kPopulateStep) {
            if (part.mapping) part.mapping->populate(at, kPopulateStep);
            const std::size_t step = std::min(kPopulateStep, part.bytes.size() - at);
            done += step;
            if (!go_on(done, total)) return false;
        }
    }
    return true;
}

std::unexpected<Error> File::error(ErrorCode code, std::string_view problem) const {
    return in_file(impl_->name(), Error{code, std::string(problem)});
}

bool File::has(std::string_view key) const {
    return impl_->metadata().find(key) != nullptr;
}

std::vector<std::string_view> File::keys() const {
    std::vector<std::string_view> keys;
    for (const Entry& entry : impl_->metadata().entries()) keys.push_back(entry.key);
    return keys;
}

Result<std::optional<std::string_view>> File::string(std::string_view key) const {
    return in_file(impl_->name(), impl_->metadata().string(key));
}
Result<std::optional<std::uint64_t>> File::uint(std::string_view key) const {
    return in_file(impl_->name(), impl_->metadata().uint(key));
}
Result<std::optional<double>> File::real(std::string_view key) const {
    return in_file(impl_->name(), impl_->metadata().real(key));
}
Result<std::optional<bool>> File::boolean(std::string_view key) const {
    return in_file(impl_->name(), impl_->metadata().boolean(key));
}
Result<std::optional<ArrayView<float>>> File::f32_array(std::string_view key) const {
    return in_file(impl_->name(), impl_->metadata().f32_array(key));
}
Result<std::optional<ArrayView<std::int32_t>>> File::i32_array(std::string_view key) const {
    return in_file(impl_->name(), impl_->metadata().i32_array(key));
}
Result<std::optional<std::vector<std::string_view>>> File::string_array(std::string_view key) const
    try {
    return in_file(impl_->name(), impl_->metadata().string_array(key));
} catch (const std::bad_alloc&) {
    return out_of_memory();
}
Result<std::optional<std::vector<std::uint64_t>>> File::uint_per_layer(std::string_view key,
                                                                       std::size_t n_layers) const
    try {
    return in_file(impl_->name(), impl_->metadata().uint_per_layer(key, n_layers));
} catch (const std::bad_alloc&) {
    return out_of_memory();
}

std::string File::display(std::string_view key) const {
    return impl_->metadata().display(key);
}

Tensor TensorInfo::matrix() const {
    const std::size_t n_rows = shape[1] * shape[2] * shape[3];
    return {.type = type,
            .n_cols = shape[0],
            .n_rows = n_rows,
            .data = data,
            .row_stride = data ? row_bytes(type, shape[0]) : 0};
}

std::string TensorInfo::shape_text() const {
    std::string text = "[";
    for (std::uint32_t i = 0; i < n_dims; ++i) text += std::format("{}{}", i ? ", " : "", shape[i]);
    return text + "]";
}

}  // namespace vibrant::gguf
