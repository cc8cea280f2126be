// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How fast this machine reads memory at best right now, measured: what decode is held against. Absolute figures drift
// between machines and between hours; only ratios taken in one run mean something.
#pragma once

#include <cstddef>

#include "engine/base/result.h"

namespace vibrant {

struct BandwidthEffort {
    // Read per pass: more than any cache, also that of a server of which this is a small part. There, four threads read
    // 512 MiB at 77 or 155 GB/s by turns, 1 GiB always at 75.
    std::size_t most_bytes = 1u << 30;
    int passes = 5;  // the best counts: everything else on the machine only slows it down
};
// Up to a second: for a benchmark. The other one takes a third of that, for a figure on the side.
inline constexpr BandwidthEffort kThorough, kQuick{1u << 30, 2};

// Bytes per second that `threads` threads read together from memory (not caches), in GB/s of 10^9. Takes at most a quarter
// of the free memory for its duration; an error if not even 64 MiB are free.
[[nodiscard]] Result<double> measure_bandwidth_gb_per_s(int threads, const BandwidthEffort& effort = kThorough);

}  // namespace vibrant
