// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Weights that no cache holds, and a plain read of them: what decode is measured on.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace vibrant {

inline constexpr std::size_t kInMemory = 192 << 20;  // bytes of weights

// A mapping of a file with these bytes, which is deleted again.
inline const std::byte* map_copy(const void* bytes, const char* path) {
    const int file = open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (file < 0) std::abort();
    unlink(path);
    for (std::size_t done = 0; done < kInMemory;) {
        const ssize_t n = write(file, static_cast<const char*>(bytes) + done, kInMemory - done);
        if (n <= 0) std::abort();
        done += static_cast<std::size_t>(n);
    }
    void* memory = mmap(nullptr, kInMemory, PROT_READ, MAP_SHARED | MAP_POPULATE, file, 0);
    if (memory == MAP_FAILED) std::abort();
    close(file);
    return static_cast<const std::byte*>(memory);
}

// Bytes that are ordinary numbers in every format: 0x2222 as an f16 is 0.012.
inline const std::byte* allocate_weights(const char* path) {
    void* memory = mmap(nullptr, kInMemory, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) std::abort();
    madvise(memory, kInMemory, MADV_HUGEPAGE);
    std::memset(memory, 0x22, kInMemory);
    return path ? map_copy(memory, path) : static_cast<const std::byte*>(memory);
}

// Four streams and nothing but loads.
[[gnu::noinline]] inline void read_range(const std::byte* begin, std::size_t bytes) {
    using Words = std::uint64_t __attribute__((vector_size(16)));
    const auto* words = reinterpret_cast<const Words*>(begin);
    const std::size_t n = bytes / 4 / sizeof(Words) / 4 * 4;
    Words sum[4] = {};
    for (std::size_t i = 0; i < n; i += 4) {
        for (std::size_t s = 0; s < 4; ++s) {
            for (std::size_t j = 0; j < 4; ++j) sum[s] += words[s * n + i + j];
        }
    }
    sum[0] += sum[1] + sum[2] + sum[3];
    asm volatile("" : : "x"(sum[0]));
}

}  // namespace vibrant
