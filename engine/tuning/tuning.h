// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The numbers of threads that suit this machine: read from the cache folder, or measured once and kept there.
// Never fails: without measurement or file it is a thread per physical core, as far as the quota goes.
// What was measured while other work took CPUs away counts for now and is not kept.
// Costs: 1 ms; up to 150 ms when it measures.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/base/function_ref.h"
#include "engine/tensor/tensor.h"
#include "engine/tuning/calibrate.h"
#include "engine/tuning/thread_counts.h"

namespace vibrant {

struct Tuning {
    enum class Origin : std::uint8_t {
        kAsked,     // by the caller
        kDefault,   // a thread per core
        kMeasured,  // now
        kStored,    // by an earlier start
    };
    ThreadCounts threads;
    Origin origin = Origin::kDefault;
};
[[nodiscard]] std::string_view origin_name(Tuning::Origin origin);  // "asked for", "stored", ...

struct TuningRequest {
    int threads = 0;                   // what the user wants, for both phases; 0: what suits
    bool anew = false;                 // measure even if there is a file
    std::span<const Tensor> matrices;  // weights to measure with, see can_calibrate()
    FunctionRef<bool()> resident;      // whether they are in memory; asked before measuring, never else
    Calibration (*measure)(std::span<const Tensor>, int most_threads) = calibrate;  // another one in tests
};
// More threads than CPUs are never used: they would take turns, 8 of them on 2 CPUs a third slower than 2.
[[nodiscard]] Tuning tune(const TuningRequest& request);

}  // namespace vibrant
