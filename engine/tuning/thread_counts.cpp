// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/tuning/thread_counts.h"

#include <algorithm>
#include <cmath>

namespace vibrant {
namespace {

constexpr double kAsFast = 0.97;  // of the fastest

// The numbers of threads that are as fast as the fastest.
std::vector<int> fast_enough(std::span<const TeamSpeed> speeds) {
    double best = 0.0;
    for (const TeamSpeed& s : speeds)
        if (std::isfinite(s.rate)) best = std::max(best, s.rate);
    std::vector<int> counts;
    for (const TeamSpeed& s : speeds)
        if (best > 0.0 && std::isfinite(s.rate) && s.rate >= kAsFast * best) counts.push_back(s.threads);
    return counts;
}

}  // namespace

std::vector<int> candidate_counts(int most) {
    std::vector<int> counts;
    for (int n = 1; n < most; n += n < 8 ? 1 : std::max(1, n / 8 * 3)) counts.push_back(n);
    counts.push_back(std::max(1, most));
    return counts;
}

int choose_decode_threads(std::span<const TeamSpeed> speeds, int fallback) {
    const std::vector<int> counts = fast_enough(speeds);
    return counts.empty() ? fallback : std::ranges::min(counts);
}

int choose_prefill_threads(std::span<const TeamSpeed> speeds, int fallback) {
    const std::vector<int> counts = fast_enough(speeds);
    return counts.empty() ? fallback : std::ranges::max(counts);
}

std::size_t choose_prefetch(std::span<const PrefetchSpeed> speeds, std::size_t fallback) {
    PrefetchSpeed best{fallback, 0.0}, usual{fallback, 0.0};
    for (const PrefetchSpeed& s : speeds) {
        if (!std::isfinite(s.rate)) continue;
        if (s.rate > best.rate) best = s;
        if (s.bytes == fallback) usual = s;
    }
    return usual.rate >= kAsFast * best.rate ? fallback : best.bytes;
}

}  // namespace vibrant
