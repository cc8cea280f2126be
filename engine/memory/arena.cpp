// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/memory/arena.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <format>
#include <utility>

#include "engine/base/check.h"
#include "engine/memory/memory_figures.h"

namespace vibrant {
namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20;  // bytes; x86-64 and most ARMv8 kernels

std::size_t rounded_to_pages(std::size_t bytes) {
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return (bytes + page - 1) / page * page;
}

// `bytes` of fresh zero pages that start on a huge-page boundary (else the first and last huge page
// are lost), or nullptr. Maps one huge page more and gives back what sticks out.
std::byte* map_aligned(std::size_t bytes) {
    const std::size_t slack = bytes >= kHugePage ? kHugePage : 0;
    void* const mapped = ::mmap(nullptr, bytes + slack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) return nullptr;
    auto* const begin = static_cast<std::byte*>(mapped);
    if (slack == 0) return begin;
    const std::size_t before = (kHugePage - reinterpret_cast<std::uintptr_t>(begin) % kHugePage) % kHugePage;
    if (before > 0) ::munmap(begin, before);
    if (before < slack) ::munmap(begin + before + bytes, slack - before);
    return begin + before;
}

// Makes every page present now. False if the kernel has no memory for them.
bool touch(std::byte* data, std::size_t bytes) {
#ifdef MADV_POPULATE_WRITE
    if (::madvise(data, bytes, MADV_POPULATE_WRITE) == 0) return true;
    if (errno != EINVAL) return false;
#endif
    // Kernels before 5.14.
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    for (std::size_t at = 0; at < bytes; at += page) *static_cast<volatile std::byte*>(data + at) = std::byte{0};
    return true;
}

}  // namespace

Result<Arena> Arena::allocate(std::size_t bytes, std::string_view purpose) {
    Arena arena;
    if (bytes == 0) return arena;
    const std::uint64_t available = available_memory();
    const auto too_much = [&] {
        return fail(ErrorCode::kOutOfMemory,
                    std::format("needs {} for {}, {} are free", size_text(bytes), purpose, size_text(available)));
    };
    if (bytes > available) return too_much();
    const std::size_t mapped_bytes = rounded_to_pages(bytes);
    std::byte* const data = map_aligned(mapped_bytes);
    if (!data) return too_much();
    // Refused where transparent huge pages are switched off: slower, not wrong.
    ::madvise(data, mapped_bytes, MADV_HUGEPAGE);
    if (!touch(data, mapped_bytes)) {
        ::munmap(data, mapped_bytes);
        return too_much();
    }
    arena.data_ = data;
    arena.size_ = bytes;
    return arena;
}

Arena::Arena(Arena&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      used_(std::exchange(other.used_, 0)) {}

Arena& Arena::operator=(Arena&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(used_, other.used_);
    return *this;
}

Arena::~Arena() {
    if (data_) ::munmap(data_, rounded_to_pages(size_));
}

std::byte* Arena::take_bytes(std::size_t n) {
    VIBRANT_CHECK(n <= size_ - used_);
    std::byte* const taken = data_ + used_;
    used_ += n;
    return taken;
}

}  // namespace vibrant
