// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The process-wide table of mapped files, and the SIGBUS handler that reads it. Internal to
// memory/.
//
// The handler may run in any thread at any instruction, so the table is a fixed array of atomics:
// no lock, no allocation. A fault inside a registered mapping puts zero pages over the rest of that
// mapping and sets its `failed` flag; every other SIGBUS goes to the handler that was installed
// before ours. The handler is installed once, with the first mapping, and stays. (mmap is not on
// POSIX's list of async-signal-safe functions; as a bare system call of Linux it is safe.)
#pragma once

#include <cstddef>
#include <span>

namespace vibrant::mapping_table {

// Far above the parts of any split model; what the handler looks through.
inline constexpr std::size_t kMaxMappings = 2048;

// Index of the entry that now watches `mapping` (page-aligned begin, not empty), or -1 if all are
// taken. The mapping stays in place until remove().
[[nodiscard]] int add(std::span<const std::byte> mapping);
void remove(int index);                // before the munmap
[[nodiscard]] bool failed(int index);  // one relaxed load

}  // namespace vibrant::mapping_table
