// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A read-only copy of some bytes that ends exactly before a page nobody may touch: reading one byte
// past the end kills the test program. (AddressSanitizer sees heap buffers, but not the tail of a
// mapping.)
#pragma once

#include <cstddef>
#include <span>

namespace vibrant::test {

class GuardedBytes {
  public:
    explicit GuardedBytes(std::span<const std::byte> bytes);
    ~GuardedBytes();
    GuardedBytes(const GuardedBytes&) = delete;
    GuardedBytes& operator=(const GuardedBytes&) = delete;
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

  private:
    void* mapping_ = nullptr;
    std::size_t mapping_bytes_ = 0;
    std::span<const std::byte> bytes_;
};

}  // namespace vibrant::test
