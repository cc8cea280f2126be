// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What suits this machine, numbers of threads above all: read from the cache folder, or measured once and kept there.
// Never fails: without measurement or file it is a thread per physical core, as far as the quota goes. So it is where other
// work took CPUs away while it was measured: that says which numbers suit the moment, and a session outlives it.
// Costs: 1 ms; up to 150 ms when it measures.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "engine/base/function_ref.h"
#include "engine/kernels/quantized.h"
#include "engine/tensor/tensor.h"
#include "engine/tuning/calibrate.h"
#include "engine/tuning/thread_counts.h"

namespace vibrant {

struct Tuning {
    enum class Origin : std::uint8_t {
        kAsked,      // by the caller
        kDefault,    // a thread per core: nothing was measured
        kDisturbed,  // a thread per core: other work went on while it was measured
        kMeasured,   // now
        kStored,     // by an earlier start
    };
    ThreadCounts threads;
    GemvTuning gemv = {};
    Origin origin = Origin::kDefault;
    std::filesystem::path record = {};  // the file it was read from or written to; empty if there is none
    Calibration speeds = {};            // what was measured now; else empty
};
[[nodiscard]] std::string_view origin_name(Tuning::Origin origin);  // "asked for", "measured earlier", ...

struct TuningRequest {
    int threads = 0;                   // what the user wants, for both phases; 0: what suits
    bool anew = false;                 // measure even if there is a file
    std::span<const Tensor> matrices;  // weights to measure with, see can_calibrate()
    FunctionRef<bool()> resident;      // whether they are in memory; asked before measuring, never else
    Calibration (*measure)(std::span<const Tensor>, int most_threads) = calibrate;  // another one in tests
};
// More threads than CPUs are never used: they would take turns, 8 of them on 2 CPUs a quarter slower than 2.
[[nodiscard]] Tuning tune(const TuningRequest& request);

}  // namespace vibrant
