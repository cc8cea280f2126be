// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT
//
// Files read, as documented in the kernel's Documentation/:
//   /proc/cpuinfo                                          the CPU's name
//   /proc/thread-self/status                               Cpus_allowed_list (affinity and cpuset)
//   /sys/devices/system/cpu/online                         the mask above may name CPUs that are
//   switched off /sys/devices/system/cpu/cpuN/topology/...              admin-guide/cputopology.rst
//   /proc/self/cgroup, /sys/fs/cgroup/**/cpu.max           admin-guide/cgroup-v2.rst
//   /sys/fs/cgroup/cpu*/**/cpu.cfs_{quota,period}_us       scheduler/sched-bwc.rst (version 1)

#include "engine/parallel/cpu_topology.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace vibrant {
namespace {

constexpr int kMaxCpus = 8192;  // the kernel's own limit (CONFIG_NR_CPUS)

// The file's text, at most 64 KiB; empty if it cannot be read. Without a stream and its buffer of 8 KiB: a dozen files of
// a few bytes each are read whenever a session starts.
std::string read_text(const std::string& path) {
    constexpr std::size_t kMostBytes = 1 << 16;
    std::string text;
    std::array<char, 1024> part;
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return text;
    for (ssize_t n = 0; text.size() < kMostBytes && (n = ::read(file, part.data(), part.size())) > 0;)
        text.append(part.data(), static_cast<std::size_t>(n));
    ::close(file);
    return text;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\n";
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

// Removes and returns the part of `text` before `separator` (all of it if there is none).
std::string_view take_until(std::string_view& text, char separator) {
    const auto at = text.find(separator);
    const auto head = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    return head;
}

std::optional<std::int64_t> number(std::string_view text) {
    text = trimmed(text);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// "0-3,8,10-11" as the set it stands for; pieces that make no sense are skipped.
std::set<int> cpu_list(std::string_view text) {
    std::set<int> cpus;
    text = trimmed(text);
    while (!text.empty()) {
        std::string_view piece = take_until(text, ',');
        const auto first = number(take_until(piece, '-'));
        const auto last = piece.empty() ? first : number(piece);
        if (!first || !last || *first < 0 || *last >= kMaxCpus) continue;
        for (auto cpu = *first; cpu <= *last; ++cpu) cpus.insert(static_cast<int>(cpu));
    }
    return cpus;
}

// The value of `key` in a "key: value" file, empty if absent.
std::string_view field(std::string_view text, std::string_view key) {
    while (!text.empty()) {
        std::string_view line = take_until(text, '\n');
        if (take_until(line, ':') == key) return line;
    }
    return {};
}

std::set<int> usable_cpus(const std::string& root) {
    const std::string status = read_text(root + "/proc/thread-self/status");
    std::set<int> allowed = cpu_list(field(status, "Cpus_allowed_list"));
    const std::set<int> online = cpu_list(read_text(root + "/sys/devices/system/cpu/online"));
    if (!online.empty()) std::erase_if(allowed, [&](int cpu) { return !online.contains(cpu); });
    return allowed;
}

// One number per physical core: hardware threads of the same core share it. A CPU that tells
// nothing is a core of its own.
std::pair<std::int64_t, std::int64_t> core_of(const std::string& root, int cpu) {
    const std::string folder = root + "/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/";
    const std::set<int> siblings = cpu_list(read_text(folder + "thread_siblings_list"));
    if (!siblings.empty()) return {-1, *siblings.begin()};
    const auto package = number(read_text(folder + "physical_package_id"));
    const auto core = number(read_text(folder + "core_id"));
    if (package && core && *package >= 0 && *core >= 0) return {*package, *core};
    return {-1, cpu};
}

// The smallest of `limit(folder)` from `base + path` up to `base`; 0 = no limit anywhere.
template <class Limit>
double smallest_limit(const std::string& base, std::string_view path, Limit limit) {
    // A path with ".." lies outside our cgroup namespace: only the mount itself can be asked.
    std::string folder(path.find("..") == std::string_view::npos ? path : std::string_view{});
    double smallest = 0.0;
    for (;;) {
        while (!folder.empty() && folder.back() == '/') folder.pop_back();
        const double cpus = limit(base + folder + "/");
        if (cpus > 0.0 && (smallest == 0.0 || cpus < smallest)) smallest = cpus;
        if (folder.empty()) return smallest;
        folder.erase(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/'));
    }
}

double quota_v2(const std::string& folder) {
    const std::string text = read_text(folder + "cpu.max");  // "max 100000" or "150000 100000", microseconds
    std::string_view rest = trimmed(text);
    const auto quota = number(take_until(rest, ' '));
    const auto period = number(rest);
    if (!quota || !period || *quota <= 0 || *period <= 0) return 0.0;
    return static_cast<double>(*quota) / static_cast<double>(*period);
}

double quota_v1(const std::string& folder) {
    const auto quota = number(read_text(folder + "cpu.cfs_quota_us"));  // -1: none
    const auto period = number(read_text(folder + "cpu.cfs_period_us"));
    if (!quota || !period || *quota <= 0 || *period <= 0) return 0.0;
    return static_cast<double>(*quota) / static_cast<double>(*period);
}

// {0, 1, 2, 3, 8} as "0-3,8".
std::string list_text(const std::set<int>& cpus) {
    std::string text;
    for (auto it = cpus.begin(); it != cpus.end();) {
        const int first = *it;
        int last = first;
        while (++it != cpus.end() && *it == last + 1) ++last;
        text += (text.empty() ? "" : ",") + std::to_string(first);
        if (last != first) text += "-" + std::to_string(last);
    }
    return text;
}

std::string model_name(const std::string& root) {
    const std::string text = read_text(root + "/proc/cpuinfo");
    std::string name;
    // The first of each, from the friendliest: x86 has a name, ARM only numbers.
    for (std::string_view rest = text; !rest.empty();) {
        std::string_view line = take_until(rest, '\n');
        const std::string_view key = trimmed(take_until(line, ':'));
        if (key == "model name") return std::string(trimmed(line));
        if (key == "CPU implementer" || key == "CPU part") {
            if (name.find(key) != std::string::npos) break;  // the next CPU
            name += (name.empty() ? "" : ", ") + std::string(key) + " " + std::string(trimmed(line));
        }
    }
    return name;
}

double cgroup_quota(const std::string& root) {
    const std::string mount = root + "/sys/fs/cgroup";
    const std::string text = read_text(root + "/proc/self/cgroup");
    double smallest = 0.0;
    const auto add = [&](double cpus) {
        if (cpus > 0.0 && (smallest == 0.0 || cpus < smallest)) smallest = cpus;
    };
    for (std::string_view rest = text; !rest.empty();) {  // "hierarchy:controllers:/path"
        std::string_view path = take_until(rest, '\n');
        const std::string_view hierarchy = take_until(path, ':');
        std::string_view controllers = take_until(path, ':');
        if (hierarchy == "0" && controllers.empty()) {
            add(smallest_limit(mount, path, quota_v2));
            add(smallest_limit(mount + "/unified", path, quota_v2));
            continue;
        }
        const std::string folder = mount + "/" + std::string(controllers);
        bool has_cpu = false;
        while (!controllers.empty()) has_cpu |= take_until(controllers, ',') == "cpu";
        if (!has_cpu) continue;
        add(smallest_limit(folder, path, quota_v1));
        add(smallest_limit(mount + "/cpu", path, quota_v1));
    }
    return smallest;
}

}  // namespace

int CpuTopology::default_threads() const {
    return std::min(std::max(1, physical), most_threads());
}

int CpuTopology::most_threads() const {
    const double allowed = quota > 0.0 ? std::ceil(std::min(quota, 1e6)) : 1e6;
    return std::max(1, std::min(logical, static_cast<int>(allowed)));
}

CpuTopology read_cpu_topology(const char* sysfs_root) {
    const std::string root = sysfs_root;
    CpuTopology topology;
    const std::set<int> cpus = usable_cpus(root);
    if (cpus.empty()) {
        // No /proc (a sandbox, another system): what the standard library knows.
        topology.logical = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
        topology.physical = topology.logical;
    } else {
        std::set<std::pair<std::int64_t, std::int64_t>> cores;
        for (const int cpu : cpus) cores.insert(core_of(root, cpu));
        topology.logical = static_cast<int>(cpus.size());
        topology.physical = static_cast<int>(cores.size());
        topology.cpus = list_text(cpus);
    }
    topology.quota = cgroup_quota(root);
    topology.model = model_name(root);
    return topology;
}

}  // namespace vibrant
