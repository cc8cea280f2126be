// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What suits the machine for one model: tuning/tuning.h with that model's own weights.
#pragma once

#include "engine/session/session.h"
#include "engine/tuning/tuning.h"

namespace vibrant {

// As Session::create() finds it: asked for, known, or measured now (up to 150 ms, weights in memory only).
[[nodiscard]] Tuning tune_machine(const LoadedModel& model, const SessionOptions& options = {});
// What such a session would use if nothing could be measured: reads no weights.
[[nodiscard]] Tuning known_tuning(const LoadedModel& model);

}  // namespace vibrant
