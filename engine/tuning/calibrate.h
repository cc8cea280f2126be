// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The speed of teams of 1 to n threads, and of distances of prefetching, measured on the model's own weights: products as
// decode and prefill compute them, with the kernels in use. How many rows are read side by side is not measured: it is
// compiled in, and four were best on every machine tried.
// Costs: about 150 ms, a few MiB while it lasts. Weights are read round and round, so that no cache holds them.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "engine/tensor/tensor.h"
#include "engine/tuning/thread_counts.h"

namespace vibrant {

struct Calibration {
    std::vector<TeamSpeed> decode;        // bytes of weights per second
    std::vector<TeamSpeed> prefill;       // multiply-adds per second
    std::vector<PrefetchSpeed> prefetch;  // bytes of weights per second, with the threads that suit decode
    double waiting = 0.0;  // share of the time in which a thread could have run and had no CPU; 0 if unknown
};

// Above this share other work took CPUs away: the speeds are those of the moment, not of the machine. On an idle machine
// it is below 0.005, beside one busy thread on 4 CPUs above 0.05.
inline constexpr double kMostWaiting = 0.02;

// Distances worth trying, in bytes: less is too late everywhere, more leaves the caches.
inline constexpr std::array<std::size_t, 4> kPrefetchDistances = {1024, 2048, 4096, 8192};

// Weights below this could be held by a cache from one round to the next.
inline constexpr std::size_t kLeastCalibrationBytes = 128u << 20;

// Whether `matrices` can be measured: one block type and width, enough bytes.
[[nodiscard]] bool can_calibrate(std::span<const Tensor> matrices);
// Empty if the memory or the threads are not to be had. `most_threads` >= 1; the caller is one of them.
[[nodiscard]] Calibration calibrate(std::span<const Tensor> matrices, int most_threads);

}  // namespace vibrant
