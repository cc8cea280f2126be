// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What suits the machine for one model: tuning/tuning.h with that model's own weights.
#pragma once

#include <string_view>

#include "engine/session/load.h"
#include "engine/tuning/tuning.h"

namespace vibrant {

struct TuningWishes {
    int threads = 0;    // 0 = what suits the machine
    bool anew = false;  // measure even if it is known from an earlier start
};
// As Runner::create() finds it: asked for, known, or measured now (up to 150 ms, weights in memory only).
[[nodiscard]] Tuning tune_machine(const LoadedModel& model, const TuningWishes& wishes = {});
// What such a runner would use if nothing could be measured: reads no weights.
[[nodiscard]] Tuning known_tuning(const LoadedModel& model);

// The instruction set in use, "AVX3_DL": the name that VIBRANT_KERNELS takes.
[[nodiscard]] std::string_view kernels_in_use();

}  // namespace vibrant
