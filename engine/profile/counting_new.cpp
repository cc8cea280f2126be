// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT
//
// A counting operator new for programs that promise "no allocation inside a token" and must be able to show it.
// Linked as an object (target engine_counting_new), never from a library, so that it replaces the default for certain.
// Counts every form of operator new; malloc called directly (C libraries) is not seen.

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <new>

#include "engine/profile/profiler.h"

namespace {

constinit std::atomic<std::uint64_t> n_allocations{0};

void* counted(std::size_t bytes) noexcept {
    n_allocations.fetch_add(1, std::memory_order_relaxed);
    return std::malloc(bytes == 0 ? 1 : bytes);
}

void* counted(std::size_t bytes, std::align_val_t alignment) noexcept {
    n_allocations.fetch_add(1, std::memory_order_relaxed);
    const auto align = static_cast<std::size_t>(alignment);
    // aligned_alloc wants a whole number of alignments; the sum cannot be satisfied anyway if it wraps.
    const std::size_t rounded = (bytes + align - 1) & ~(align - 1);
    return rounded < bytes ? nullptr : std::aligned_alloc(align, rounded == 0 ? align : rounded);
}

void* or_throw(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

}  // namespace

namespace vibrant {
std::uint64_t allocation_count() { return n_allocations.load(std::memory_order_relaxed); }
}  // namespace vibrant

// The array, nothrow and sized forms of the standard library all end in one of these.
void* operator new(std::size_t bytes) { return or_throw(counted(bytes)); }
void* operator new(std::size_t bytes, std::align_val_t align) { return or_throw(counted(bytes, align)); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
