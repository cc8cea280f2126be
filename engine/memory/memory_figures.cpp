// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/memory/memory_figures.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <optional>
#include <string>
#include <string_view>

namespace vibrant {
namespace {

// A small kernel file; empty if it isn't there. 8 KiB hold the largest one (memory.stat, about 2
// KiB).
std::string read_small_file(const std::filesystem::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return {};
    std::array<char, 8192> buffer;
    const ssize_t n = ::read(fd, buffer.data(), buffer.size());
    ::close(fd);
    return n > 0 ? std::string(buffer.data(), static_cast<std::size_t>(n)) : std::string();
}

// The number after `name` at the start of a line ("MemAvailable:   123 kB", "inactive_file 456").
std::optional<std::uint64_t> number_after(std::string_view text, std::string_view name) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (!line.starts_with(name)) continue;
        const std::size_t first = line.find_first_of("0123456789", name.size());
        std::uint64_t value = 0;
        if (first == std::string_view::npos) return std::nullopt;
        if (std::from_chars(line.data() + first, line.data() + line.size(), value).ec != std::errc())
            return std::nullopt;
        return value;
    }
    return std::nullopt;
}

std::uint64_t left_of(std::uint64_t limit, std::uint64_t used) {
    return limit > used ? limit - used : 0;
}

// What one group leaves; kNoLimit for "max" and for the root group, which has no such file.
std::uint64_t cgroup_left(const std::filesystem::path& group) {
    const auto limit = number_after(read_small_file(group / "memory.max"), "");
    const auto used = number_after(read_small_file(group / "memory.current"), "");
    if (!limit || !used) return kNoLimit;
    const std::string stat = read_small_file(group / "memory.stat");
    const std::uint64_t cache = number_after(stat, "inactive_file ").value_or(0) +
                                number_after(stat, "active_file ").value_or(0) +
                                number_after(stat, "slab_reclaimable ").value_or(0);
    return left_of(*limit, left_of(*used, cache));
}

std::uint64_t cgroup_left_up_the_tree(const MemorySources& sources) {
    const std::string text = read_small_file(sources.proc / "self/cgroup");
    // The line of cgroup v2 is "0::/path".
    std::size_t line = text.starts_with("0::/") ? 0 : text.find("\n0::/");
    if (line == std::string::npos) return kNoLimit;
    line = text.find('/', line);
    std::filesystem::path group = sources.cgroup;
    std::uint64_t left = cgroup_left(group);
    // A path with ".." lies outside our cgroup namespace: only the root of the mount is ours to
    // see.
    for (const auto& name : std::filesystem::path(text.substr(line + 1, text.find('\n', line) - line - 1))) {
        if (name == "..") break;
        group /= name;
        left = std::min(left, cgroup_left(group));
    }
    return left;
}

struct Statm {
    std::array<std::uint64_t, 6> bytes{};  // total, resident, shared, text, (unused), data + stack
};

Statm read_statm(const std::filesystem::path& proc) {
    const std::string text = read_small_file(proc / "self/statm");
    const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    Statm statm;
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::uint64_t& value : statm.bytes) {
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc()) break;
        value *= page;
        at = next < end ? next + 1 : end;
    }
    return statm;
}

// glibc has an enum for the resources, other libraries an int.
std::uint64_t soft_limit(decltype(RLIMIT_AS) resource) {
    rlimit limit{};
    if (::getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return kNoLimit;
    return limit.rlim_cur;
}

}  // namespace

std::uint64_t available_memory(const MemorySources& sources) {
    std::uint64_t available = kNoLimit;
    if (const auto kib = number_after(read_small_file(sources.proc / "meminfo"), "MemAvailable:"))
        available = *kib * 1024;
    available = std::min(available, cgroup_left_up_the_tree(sources));
    const Statm statm = read_statm(sources.proc);
    if (sources.address_space_limit != kNoLimit)
        available = std::min(available, left_of(sources.address_space_limit, statm.bytes[0]));
    if (sources.data_limit != kNoLimit) available = std::min(available, left_of(sources.data_limit, statm.bytes[5]));
    return available;
}

std::uint64_t available_memory() {
    return available_memory({.address_space_limit = soft_limit(RLIMIT_AS), .data_limit = soft_limit(RLIMIT_DATA)});
}

ProcessMemory process_memory() {
    const Statm statm = read_statm("/proc");
    return {.private_bytes = left_of(statm.bytes[1], statm.bytes[2]), .resident_bytes = statm.bytes[1]};
}

std::string size_text(std::uint64_t bytes) {
    static constexpr std::array<std::string_view, 5> kUnits = {"KiB", "MiB", "GiB", "TiB", "PiB"};
    if (bytes < 1024) return std::format("{} byte{}", bytes, bytes == 1 ? "" : "s");
    double value = static_cast<double>(bytes) / 1024;
    std::size_t unit = 0;
    while (value >= 1024 && unit + 1 < kUnits.size()) value /= 1024, ++unit;
    return std::format("{:.1f} {}", value, kUnits[unit]);
}

}  // namespace vibrant
