// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT
//
// Counts heap allocations, for programs that promise "none inside a token" and must be able to show
// it. Linked as an object (target engine_counting_new), never from a library, so that it replaces
// the default for certain.
//
// Normally by replacing operator new: every form of it is counted, malloc called by C libraries is
// not. Sanitizers bring an operator new of their own that must stay; there the count comes from
// their malloc hook.

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <new>

#include "engine/profile/profiler.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define VIBRANT_MALLOC_HOOK 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define VIBRANT_MALLOC_HOOK 1
#endif
#endif

namespace {
constinit std::atomic<std::uint64_t> n_allocations{0};
void count_one() noexcept {
    n_allocations.fetch_add(1, std::memory_order_relaxed);
}
}  // namespace

namespace vibrant {
std::uint64_t allocation_count() {
    return n_allocations.load(std::memory_order_relaxed);
}
}  // namespace vibrant

#ifdef VIBRANT_MALLOC_HOOK

#include <sanitizer/allocator_interface.h>

namespace {
[[maybe_unused]] const int installed = __sanitizer_install_malloc_and_free_hooks(
    [](const volatile void*, std::size_t) { count_one(); }, [](const volatile void*) {});
}  // namespace

#else

namespace {

void* or_throw(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

}  // namespace

// The array, nothrow and sized forms of the standard library all end in one of these.
void* operator new(std::size_t bytes) {
    count_one();
    return or_throw(std::malloc(bytes == 0 ? 1 : bytes));
}
void* operator new(std::size_t bytes, std::align_val_t alignment) {
    count_one();
    const auto align = static_cast<std::size_t>(alignment);
    const std::size_t rounded = (bytes + align - 1) & ~(align - 1);  // aligned_alloc wants whole alignments
    if (rounded < bytes) throw std::bad_alloc();
    return or_throw(std::aligned_alloc(align, rounded == 0 ? align : rounded));
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    std::free(memory);
}

#endif
