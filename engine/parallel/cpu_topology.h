// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the machine lets us use: physical cores in the affinity mask, and the cgroup's CPU quota.
#pragma once

namespace vibrant {

struct CpuTopology {
    int logical = 1;     // CPUs in the affinity mask
    int physical = 1;    // distinct cores among them
    double quota = 0.0;  // CPUs the cgroup and its parents grant (cpu.max); 0 = no limit
    // The default number of engine threads: min(physical, ceil(quota)), at least 1.
    [[nodiscard]] int default_threads() const;
};

// Reads /sys and /proc at each call (about 1 ms). `sysfs_root` is for tests.
[[nodiscard]] CpuTopology read_cpu_topology(const char* sysfs_root = "");

}  // namespace vibrant
