// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/tuning/memory_bandwidth.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <span>

#include "engine/memory/arena.h"
#include "engine/memory/memory_figures.h"
#include "engine/parallel/partition.h"
#include "engine/parallel/thread_team.h"
#include "engine/tuning/best_seconds.h"

namespace vibrant {
namespace {

constexpr std::size_t kLeastBytes = 64u << 20;
constexpr std::size_t kWordsPerLine = 8;  // a cache line of 64 bytes

// Sums `n` words as four streams far apart with prefetch, which is what reaches the limit on one
// core: hardware follows several streams better than one. The sum keeps the compiler honest.
std::uint64_t read_all(const std::uint64_t* words, std::size_t n) {
    constexpr std::size_t kStreams = 4, kAhead = 128;  // words: 1 KiB
    const std::size_t length = n / kStreams / kWordsPerLine * kWordsPerLine;
    std::uint64_t sum[kStreams][kWordsPerLine] = {};
    for (std::size_t i = 0; i < length; i += kWordsPerLine) {
        for (std::size_t s = 0; s < kStreams; ++s) {
            const std::uint64_t* line = words + s * length + i;
            __builtin_prefetch(line + kAhead);
            for (std::size_t j = 0; j < kWordsPerLine; ++j) sum[s][j] += line[j];
        }
    }
    std::uint64_t total = 0;
    for (const auto& stream : sum) {
        for (const std::uint64_t part : stream) total += part;
    }
    return total;
}

}  // namespace

Result<double> measure_bandwidth_gb_per_s(int threads, const BandwidthEffort& effort) {
    const std::size_t bytes = std::clamp(static_cast<std::size_t>(available_memory() / 4), kLeastBytes,
                                         std::max(kLeastBytes, effort.most_bytes));
    VIBRANT_TRY(arena, Arena::allocate(bytes, "measuring the memory bandwidth"));
    const std::span<std::uint64_t> words = arena.take<std::uint64_t>(bytes / sizeof(std::uint64_t));
    std::ranges::fill(words, 1);  // real pages, not the shared page of zeros

    ThreadTeam team(threads);
    const auto n_parts = static_cast<std::size_t>(team.size());
    std::atomic<std::uint64_t> sink{0};
    const double seconds = best_seconds(team, effort.passes, [&](int member) {
        const IndexRange range = partition(words.size(), 4 * kWordsPerLine, n_parts, static_cast<std::size_t>(member));
        sink.fetch_add(read_all(words.data() + range.begin, range.end - range.begin), std::memory_order_relaxed);
    });
    return static_cast<double>(bytes) / seconds * 1e-9;
}

}  // namespace vibrant
