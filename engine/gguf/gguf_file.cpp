// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/gguf/gguf_file.h"

#include <algorithm>
#include <format>
#include <new>
#include <numeric>

#include "engine/gguf/gguf_format.h"
#include "engine/gguf/part.h"
#include "engine/gguf/reading_order.h"

namespace vibrant::gguf {
namespace {

constexpr std::size_t kPopulateStep = 4 << 20;  // bytes between two reports: 40 ms of a disk of 100 MB/s

// Short enough to need no memory itself.
std::unexpected<Error> out_of_memory() {
    return fail(ErrorCode::kOutOfMemory, "out of memory");
}

}  // namespace

struct File::Impl {
    std::filesystem::path path;
    std::vector<Part> parts;  // the first has the metadata
    std::vector<TensorInfo> tensors;
    std::vector<std::uint32_t> by_name;  // indices of tensors, sorted
    std::vector<Stretch> order;          // of populate()

    [[nodiscard]] const std::string& name() const { return parts[0].name; }
    [[nodiscard]] const Metadata& metadata() const { return parts[0].metadata; }
    Status collect_tensors();
};

Status File::Impl::collect_tensors() {
    const auto malformed = [&](std::string problem) {
        return in_file(name(), Error{ErrorCode::kMalformed, std::move(problem)});
    };
    for (Part& part : parts) {
        tensors.insert(tensors.end(), part.tensors.begin(), part.tensors.end());
        part.tensors = {};
        if (tensors.size() > kMaxTensors)
            return malformed(std::format("tensor count of all parts is too large (allowed {})", kMaxTensors));
    }
    if (parts.size() > 1) {
        VIBRANT_TRY(wanted, in_file(name(), metadata().uint("split.tensors.count")));
        if (wanted && *wanted != tensors.size())
            return malformed(
                std::format("the parts do not belong together (found {} tensors, split.tensors.count is {})",
                            tensors.size(), *wanted));
    }
    const auto name_of = [&](std::uint32_t i) { return tensors[i].name; };
    by_name.resize(tensors.size());
    std::iota(by_name.begin(), by_name.end(), 0u);
    std::ranges::sort(by_name, {}, name_of);
    const auto twice = std::ranges::adjacent_find(by_name, {}, name_of);
    if (twice != by_name.end()) return malformed(std::format("tensor '{}' appears twice", printable(name_of(*twice))));
    std::vector<std::span<const std::byte>> files;
    files.reserve(parts.size());
    for (const Part& part : parts) files.push_back(part.bytes);
    order = reading_order(files, tensors);
    return {};
}

File::File(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
File::~File() = default;

Result<std::shared_ptr<const File>> File::open(const std::filesystem::path& path) try {
    auto impl = std::make_unique<Impl>();
    VIBRANT_TRY(parts, open_parts(path));
    impl->path = path;
    impl->parts = std::move(parts);
    VIBRANT_TRY_VOID(impl->collect_tensors());
    std::shared_ptr<const File> file(new File(std::move(impl)));
    // What was read from pages that vanished meanwhile is zeros.
    VIBRANT_TRY_VOID(file->readable());
    return file;
} catch (const std::bad_alloc&) {
    return out_of_memory();
}

Result<std::shared_ptr<const File>> File::from_bytes(std::span<const std::byte> bytes, std::string_view name) try {
    auto impl = std::make_unique<Impl>();
    VIBRANT_TRY(part, read_part(bytes, name));
    impl->path = name;
    impl->parts.push_back(std::move(part));
    VIBRANT_TRY_VOID(impl->collect_tensors());
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
    for (const Part& part : impl_->parts) sum += part.mapping ? part.mapping->resident_bytes() : part.bytes.size();
    return sum;
}

bool File::populate(FunctionRef<bool(std::uint64_t, std::uint64_t)> go_on) const {
    const std::uint64_t total = file_bytes();
    std::uint64_t done = 0;
    for (const Stretch& stretch : impl_->order) {
        const Part& part = impl_->parts[stretch.part];
        for (std::size_t at = stretch.begin; at < stretch.end;) {
            const std::size_t step = std::min(kPopulateStep, stretch.end - at);
            if (part.mapping) part.mapping->populate(at, step);
            at += step;
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
    keys.reserve(impl_->metadata().entries().size());
    for (const Entry& entry : impl_->metadata().entries()) keys.push_back(entry.key);
    return keys;
}

std::vector<std::string_view> File::unread_keys() const {
    return impl_->metadata().unread_keys();
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
Result<std::optional<std::vector<std::string_view>>> File::string_array(std::string_view key) const try {
    return in_file(impl_->name(), impl_->metadata().string_array(key));
} catch (const std::bad_alloc&) {
    return out_of_memory();
}
Result<std::optional<std::vector<std::uint64_t>>> File::uint_per_layer(std::string_view key, std::size_t n_layers) const
    try {
    return in_file(impl_->name(), impl_->metadata().uint_per_layer(key, n_layers));
} catch (const std::bad_alloc&) {
    return out_of_memory();
}

std::string File::display(std::string_view key) const {
    return impl_->metadata().display(key);
}

std::string File::type_text(std::string_view key) const {
    return impl_->metadata().type_text(key);
}

std::string File::first_elements(std::string_view key, std::size_t most) const {
    return impl_->metadata().first_elements(key, most);
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
