// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the machine lets us use: physical cores in the affinity mask, and the cgroup's CPU quota.
#pragma once

#include <string>

namespace vibrant {

struct CpuTopology {
    int logical = 1;      // CPUs in the affinity mask
    int physical = 1;     // distinct cores among them
    double quota = 0.0;   // CPUs the cgroup and its parents grant (cpu.max); 0 = no limit
    std::string cpus{};   // the mask as a list, "0-3,8"; empty if unknown
    std::string model{};  // what the CPU calls itself, "AMD Ryzen 9 7950X"; empty if unknown
    // The default number of engine threads: min(physical, ceil(quota)), at least 1.
    [[nodiscard]] int default_threads() const;
    // Beyond this, threads only take turns: min(logical, ceil(quota)), at least 1.
    [[nodiscard]] int most_threads() const;
};

// Reads /sys and /proc at each call (about 1 ms). `sysfs_root` is for tests.
[[nodiscard]] CpuTopology read_cpu_topology(const char* sysfs_root = "");

}  // namespace vibrant
