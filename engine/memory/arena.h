// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One block of zeroed memory, cut into named arrays at load, so that nothing is allocated inside a
// token.
//
// Plan first (add up bytes_for() of each array), then allocate once, then take the spans in the
// same order. Arrays start on 64-byte boundaries. The block is advised to use huge pages (4 KB
// pages lose up to 40 % of the read bandwidth of two cores) and touched at once, so that a lack of
// memory shows here and not in the middle of an answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>

#include "engine/base/result.h"

namespace vibrant {

class Arena {
  public:
    Arena() = default;
    // "needs 3.1 GiB for <purpose>, 2.4 GiB are free" if it does not fit. Costs 60 ms per GiB where
    // the pages are free, several times that where the kernel has to make room.
    [[nodiscard]] static Result<Arena> allocate(std::size_t bytes, std::string_view purpose);
    Arena(Arena&& other) noexcept;
    Arena& operator=(Arena&& other) noexcept;
    ~Arena();

    // Bytes that `take<T>(n)` uses, padding included; a size that no machine has if that doesn't
    // fit in size_t.
    template <class T>
    [[nodiscard]] static constexpr std::size_t bytes_for(std::size_t n) {
        constexpr std::size_t kTooMuch = std::numeric_limits<std::size_t>::max() / 2;
        if (n > kTooMuch / sizeof(T)) return kTooMuch;
        return (n * sizeof(T) + 63) / 64 * 64;
    }
    // The next n values. CHECKs that they fit.
    template <class T>
        requires std::is_trivially_copyable_v<T>
    [[nodiscard]] std::span<T> take(std::size_t n) {
        return {reinterpret_cast<T*>(take_bytes(bytes_for<T>(n))), n};
    }
    [[nodiscard]] std::size_t size() const { return size_; }  // bytes

  private:
    std::byte* take_bytes(std::size_t n);
    std::byte* data_ = nullptr;
    std::size_t size_ = 0, used_ = 0;  // bytes; the mapping is size_ rounded up to whole pages
};

}  // namespace vibrant
