// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Asks an opened file for everything it has and checks what the reader promises about it, so that any file at all can
// be its test. Shared by the hostile tests and the fuzzer.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/check.h"
#include "engine/gguf/gguf_file.h"

namespace vibrant::gguf {

inline std::uint64_t exercise_metadata(const File& file) {
    std::uint64_t sum = 0;
    for (const std::string_view key : file.keys()) {
        VIBRANT_CHECK(file.has(key) && printable(key, key.size()) == key);
        sum += file.display(key).size() + file.type_text(key).size() + file.first_elements(key, 4).size();
        if (const auto text = file.string(key); text && *text)
            for (const char c : **text) sum += static_cast<unsigned char>(c);
        if (const auto n = file.uint(key); n && *n) sum += **n;
        if (const auto x = file.real(key); x && *x) sum += **x > 0;
        if (const auto b = file.boolean(key); b && *b) sum += **b;
        if (const auto array = file.f32_array(key); array && *array)
            for (std::size_t i = 0; i < (*array)->size(); ++i) sum += (**array)[i] > 0;
        if (const auto array = file.i32_array(key); array && *array)
            for (std::size_t i = 0; i < (*array)->size(); ++i) sum += (**array)[i] & 1;
        if (const auto strings = file.string_array(key); strings && *strings)
            for (const std::string_view s : **strings) sum += s.empty() ? 0 : static_cast<unsigned char>(s.back());
        for (const std::size_t n_layers : {1u, 2u, 7u})
            if (const auto layers = file.uint_per_layer(key, n_layers); layers && *layers)
                VIBRANT_CHECK((*layers)->size() == n_layers);
    }
    return sum;
}

// Every byte of every tensor is read: they lie in `bytes`, apart from each other.
inline std::uint64_t exercise_tensors(const File& file, std::span<const std::byte> bytes) {
    std::uint64_t sum = 0;
    std::vector<std::pair<const std::byte*, const std::byte*>> ranges;
    for (const TensorInfo& t : file.tensors()) {
        VIBRANT_CHECK(file.find_tensor(t.name) == &t);
        VIBRANT_CHECK(t.n_dims >= 1 && t.n_dims <= 4 && !t.name.empty() && t.name.size() < 64);
        VIBRANT_CHECK(t.shape[0] % traits(t.type).block_values == 0);
        VIBRANT_CHECK((t.data == nullptr) == (t.n_bytes == 0));
        VIBRANT_CHECK(!t.shape_text().empty());
        if (t.n_bytes == 0) continue;
        const Tensor matrix = t.matrix();
        VIBRANT_CHECK(matrix.bytes() == t.n_bytes && matrix.n_cols == t.shape[0]);
        VIBRANT_CHECK(t.data >= bytes.data() && t.n_bytes <= bytes.size());
        VIBRANT_CHECK(static_cast<std::size_t>(t.data - bytes.data()) <= bytes.size() - t.n_bytes);
        for (const std::byte b : std::span(t.data, t.n_bytes)) sum += std::to_integer<std::uint64_t>(b);
        ranges.emplace_back(t.data, t.data + t.n_bytes);
    }
    std::ranges::sort(ranges);
    for (std::size_t i = 1; i < ranges.size(); ++i) VIBRANT_CHECK(ranges[i - 1].second <= ranges[i].first);
    return sum;
}

// What an error must be whatever the file was: one line that is safe to show and names the file.
inline void check_error(const Error& error, std::string_view file_name) {
    VIBRANT_CHECK(error.text.starts_with(file_name));
    VIBRANT_CHECK(printable(error.text, error.text.size()) == error.text);
    VIBRANT_CHECK(error.text.size() < 1000);
}

// True if the bytes were a file.
inline bool exercise(std::span<const std::byte> bytes, std::uint64_t& sum) {
    const auto file = File::from_bytes(bytes, "test.gguf");
    if (!file) {
        check_error(file.error(), "test.gguf: ");
        return false;
    }
    sum += exercise_metadata(**file) + exercise_tensors(**file, bytes);
    return true;
}

}  // namespace vibrant::gguf
