// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How an answer is to be drawn, before that is settled: what a user asked for, what a model's file recommends, and the one
// function that makes settings of both. Command line and window call it, so the same file and the same wishes give the
// same settings in either.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/sampling/sampler.h"

namespace vibrant {

namespace gguf {
class File;
}

// Empty = not asked for. Any value may stand here: resolve() knows the ranges.
struct SamplingWishes {
    std::optional<double> temperature = {}, top_p = {}, min_p = {}, repeat_penalty = {};
    std::optional<std::int64_t> top_k = {}, repeat_window = {};
    std::optional<std::uint64_t> seed = {};  // no file recommends one
};

// What the file's general.sampling.* keys recommend. A value that is no number or outside kSamplingRanges counts as not
// there and is logged: a file that asks for temperature 30 is mistaken, and 5 would be no better.
[[nodiscard]] SamplingWishes recommended_sampling(const gguf::File& file);

// For each field the user's value, else the recommended one, else the default; moved into its range, NaN to the default.
// Without a seed it is 0.
[[nodiscard]] SamplingSettings resolve(const SamplingWishes& user, const SamplingWishes& recommended);

}  // namespace vibrant
