// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// An array of fixed-size values as it lies in the file: unaligned, little endian, read by copy.
#pragma once

#include <cstddef>
#include <cstring>

namespace vibrant::gguf {

template <class T>
class ArrayView {
  public:
    ArrayView() = default;
    ArrayView(const std::byte* data, std::size_t size) : data_(data), size_(size) {}
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] T operator[](std::size_t i) const {
        T value;
        std::memcpy(&value, data_ + i * sizeof(T), sizeof(T));
        return value;
    }

  private:
    const std::byte* data_ = nullptr;  // size_ * sizeof(T) bytes
    std::size_t size_ = 0;             // values
};

}  // namespace vibrant::gguf
