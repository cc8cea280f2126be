// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Memory in figures: what this process has and what it may still have.
// Formats: proc(5) for meminfo, statm and cgroup; cgroup-v2.rst of the kernel for memory.*.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>

namespace vibrant {

// Memory this process may still use: MemAvailable, the cgroup's limit less its use, RLIMIT_AS and
// RLIMIT_DATA, whichever is least. Bytes. Reads a few small files of /proc and /sys: about 10 us.
[[nodiscard]] std::uint64_t available_memory();

struct ProcessMemory {
    std::uint64_t private_bytes = 0;   // anonymous resident memory
    std::uint64_t resident_bytes = 0;  // all resident pages, mapped files included
};
[[nodiscard]] ProcessMemory process_memory();  // /proc/self/statm; about 2 us

// "1.4 GiB", "512 bytes": for texts.
[[nodiscard]] std::string size_text(std::uint64_t bytes);

// Where available_memory() takes its figures from, apart so that tests can give it a machine of their own.
inline constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

struct MemorySources {
    std::filesystem::path proc = "/proc";
    std::filesystem::path cgroup = "/sys/fs/cgroup";  // mount point of cgroup v2
    std::uint64_t address_space_limit = kNoLimit;     // RLIMIT_AS, bytes
    std::uint64_t data_limit = kNoLimit;              // RLIMIT_DATA, bytes
};

// The least of all limits that could be read, in bytes; kNoLimit if none could.
//
// A cgroup's file cache counts as free, as it does in MemAvailable: a container whose cache holds
// the model would otherwise look full. Limits are taken from the process's own group up to the root
// of the mount.
[[nodiscard]] std::uint64_t available_memory(const MemorySources& sources);

}  // namespace vibrant
