// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How many threads to use and how far ahead to fetch, from how fast numbers of them are. Pure functions.
//
// Decode waits for memory: two to four cores of a desktop take all it gives, and the others would only heat up. Prefill
// computes: every core helps, down to those so slow that the rest waits for them. Speeds are of whole teams at work, so
// that slow cores, clock limits and quotas need no model of their own.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace vibrant {

struct ThreadCounts {
    int prefill = 1, decode = 1;  // >= 1
    friend bool operator==(const ThreadCounts&, const ThreadCounts&) = default;
};

struct TeamSpeed {
    int threads = 1;
    double rate = 0.0;  // in any unit: bytes or multiply-adds per second
};

struct PrefetchSpeed {
    std::size_t bytes = 0;  // ahead
    double rate = 0.0;
};

// The numbers worth trying, ascending, `most` among them: each up to 8, then in steps of a quarter to a half, so that a
// machine of 128 cores is measured 15 times.
[[nodiscard]] std::vector<int> candidate_counts(int most);

// Decode: the smallest number within 3 % of the fastest, which is what two measurements differ by. Prefill: the largest
// within 3 %. Empty or useless speeds give `fallback`.
[[nodiscard]] int choose_decode_threads(std::span<const TeamSpeed> speeds, int fallback);
[[nodiscard]] int choose_prefill_threads(std::span<const TeamSpeed> speeds, int fallback);

// The fastest distance, if it beats `fallback` by more than 3 %; useless speeds give `fallback`.
[[nodiscard]] std::size_t choose_prefetch(std::span<const PrefetchSpeed> speeds, std::size_t fallback);

}  // namespace vibrant
