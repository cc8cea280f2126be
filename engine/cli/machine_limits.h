// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What this machine computes at best right now, measured: the limit that prefill is held against (decode's is in
// engine/tuning/memory_bandwidth.h). Absolute figures drift between machines and between hours; only ratios taken in one
// run mean something.
#pragma once

#include "engine/engine.h"

namespace vibrant::cli {

// Multiply-accumulates of 8-bit integers into 32-bit sums that `threads` threads do together, in
// 10^9 per second, with the best instruction this machine has. Takes about 0.2 s.
[[nodiscard]] double measure_int8_gmac_per_s(int threads);

namespace detail {
// Runs 12 dot-product instructions per round; returns the multiply-accumulates done.
using Int8Work = std::uint64_t (*)(std::uint64_t rounds);
[[nodiscard]] Int8Work best_int8_work();
}  // namespace detail

}  // namespace vibrant::cli
