// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "tests/support/gguf_builder.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace vibrant::test {
namespace {

[[noreturn]] void stop(const char* problem, std::string_view name) {
    std::fprintf(stderr, "GgufBuilder: %s '%.*s'\n", problem, static_cast<int>(name.size()), name.data());
    std::abort();
}

void pad(Bytes& out, std::uint64_t alignment) {
    while (out.size() % alignment != 0) out.push_back(std::byte{0});
}

// Numerical Recipes' 64-bit LCG: the same weights on every machine.
struct Random {
    std::uint64_t state;
    float next() {  // uniform in [-1, 1)
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<float>(state >> 40) * 0x1p-23f - 1.0f;
    }
};

}  // namespace

void append(Bytes& out, std::string_view raw) {
    const auto* from = reinterpret_cast<const std::byte*>(raw.data());
    out.insert(out.end(), from, from + raw.size());
}

void append_string(Bytes& out, std::string_view string) {
    append(out, static_cast<std::uint64_t>(string.size()));
    append(out, string);
}

GgufBuilder& GgufBuilder::add_raw(std::string_view key, std::uint32_t type, Bytes value) {
    entries.push_back({std::string(key), type, std::move(value), {}});
    return *this;
}

GgufBuilder& GgufBuilder::add(std::string_view key, std::string_view value) {
    Bytes bytes;
    append_string(bytes, value);
    return add_raw(key, kString, std::move(bytes));
}

GgufBuilder& GgufBuilder::add_strings(std::string_view key, const std::vector<std::string>& values) {
    Bytes bytes = array_head(kString, values.size());
    for (const std::string& value : values) append_string(bytes, value);
    return add_raw(key, kArray, std::move(bytes));
}

GgufBuilder& GgufBuilder::remove(std::string_view key) {
    std::erase_if(entries, [&](const Entry& e) { return e.key == key; });
    return *this;
}

GgufBuilder::Entry& GgufBuilder::entry(std::string_view key) {
    const auto found = std::ranges::find(entries, key, &Entry::key);
    if (found == entries.end()) stop("no key", key);
    return *found;
}

GgufBuilder& GgufBuilder::add_tensor(std::string_view name, std::vector<std::uint64_t> dims, std::uint32_t type,
                                     Bytes data) {
    tensors.push_back({std::string(name), std::move(dims), type, std::move(data), {}, {}, {}});
    return *this;
}

GgufBuilder& GgufBuilder::add_random(std::string_view name, std::vector<std::uint64_t> dims, float scale, float mean) {
    std::uint64_t n = 1;
    for (const std::uint64_t dim : dims) n *= dim;
    Random random{tensors.size() + 1};
    Bytes data;
    data.reserve(n * sizeof(float));
    for (std::uint64_t i = 0; i < n; ++i) append(data, mean + scale * random.next());
    return add_tensor(name, std::move(dims), kF32, std::move(data));
}

GgufBuilder& GgufBuilder::remove_tensor(std::string_view name) {
    std::erase_if(tensors, [&](const Tensor& t) { return t.name == name; });
    return *this;
}

GgufBuilder::Tensor& GgufBuilder::tensor(std::string_view name) {
    const auto found = std::ranges::find(tensors, name, &Tensor::name);
    if (found == tensors.end()) stop("no tensor", name);
    return *found;
}

Bytes GgufBuilder::array_head(std::uint32_t element_type, std::uint64_t count) {
    Bytes bytes;
    append(bytes, element_type);
    append(bytes, count);
    return bytes;
}

Bytes GgufBuilder::build_head() const {
    Bytes out;
    append(out, magic);
    append(out, version);
    append(out, n_tensors.value_or(tensors.size()));
    append(out, n_kv.value_or(entries.size()));
    for (const Entry& e : entries) {
        append(out, e.key_length.value_or(e.key.size()));
        append(out, e.key);
        append(out, e.type);
        out.insert(out.end(), e.value.begin(), e.value.end());
    }
    std::uint64_t offset = 0;
    for (const Tensor& t : tensors) {
        append(out, t.name_length.value_or(t.name.size()));
        append(out, t.name);
        append(out, t.n_dims.value_or(static_cast<std::uint32_t>(t.dims.size())));
        for (const std::uint64_t dim : t.dims) append(out, dim);
        append(out, t.type);
        append(out, t.offset.value_or(offset));
        offset += (t.data.size() + alignment - 1) / alignment * alignment;
    }
    return out;
}

std::size_t GgufBuilder::metadata_bytes() const {
    return build_head().size();
}

// Data lies in the order of the list; an overwritten offset moves what the reader sees, not the
// bytes.
Bytes GgufBuilder::build() const {
    Bytes out = build_head();
    if (!tensors.empty()) pad(out, alignment);
    for (const Tensor& t : tensors) {
        out.insert(out.end(), t.data.begin(), t.data.end());
        if (tail_padding || &t != &tensors.back()) pad(out, alignment);
    }
    return out;
}

void GgufBuilder::write(const std::filesystem::path& path, std::optional<std::uint64_t> file_bytes) const {
    write_file(path, build());
    if (file_bytes) std::filesystem::resize_file(path, *file_bytes);
}

void write_file(const std::filesystem::path& path, std::span<const std::byte> bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) stop("cannot write", path.native());
}

}  // namespace vibrant::test
