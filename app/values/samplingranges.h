// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The engine's ranges and defaults of sampling, for rooms that cannot include engine/engine.h. A static_assert in
// inference/enginevalues.cpp holds every line against engine/sampling/sampler.h: a difference does not compile.
#pragma once

struct SamplingRange {
    double from = 0, to = 0;
    double otherwise = 0; // where neither the chat nor the model's file says anything
};

inline constexpr SamplingRange kTemperatureRange { 0, 5, 0.7 }; // 0 = always the most likely token
inline constexpr SamplingRange kTopKRange { 0, 100'000, 40 }; // whole numbers; 0 = off
inline constexpr SamplingRange kTopPRange { 0, 1, 0.95 }; // 1 = off
inline constexpr SamplingRange kMinPRange { 0, 1, 0 }; // 0 = off
inline constexpr SamplingRange kRepeatPenaltyRange { 1, 2, 1 }; // 1 = off
