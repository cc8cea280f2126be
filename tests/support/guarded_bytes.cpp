// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "tests/support/guarded_bytes.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace vibrant::test {

GuardedBytes::GuardedBytes(std::span<const std::byte> bytes) {
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t usable = (bytes.size() + page - 1) / page * page;
    mapping_bytes_ = usable + page;
    mapping_ = ::mmap(nullptr, mapping_bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapping_ == MAP_FAILED) {
        std::perror("GuardedBytes");
        std::abort();
    }
    auto* const begin = static_cast<std::byte*>(mapping_) + (usable - bytes.size());
    if (!bytes.empty()) std::memcpy(begin, bytes.data(), bytes.size());
    ::mprotect(mapping_, usable, PROT_READ);
    ::mprotect(static_cast<std::byte*>(mapping_) + usable, page, PROT_NONE);
    bytes_ = {begin, bytes.size()};
}

GuardedBytes::~GuardedBytes() {
    ::munmap(mapping_, mapping_bytes_);
}

}  // namespace vibrant::test
