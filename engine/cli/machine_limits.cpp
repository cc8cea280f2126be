// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/cli/machine_limits.h"

#include <atomic>

#include "engine/parallel/thread_team.h"
#include "engine/tuning/best_seconds.h"

namespace vibrant::cli {
namespace {

constexpr int kPasses = 5;

}  // namespace

double measure_int8_gmac_per_s(int threads) {
    const detail::Int8Work work = detail::best_int8_work();
    constexpr std::uint64_t kRounds = 1'000'000;  // of 12 instructions: 2 to 10 ms
    ThreadTeam team(threads);
    std::atomic<std::uint64_t> macs{0};
    const double seconds =
        best_seconds(team, kPasses, [&](int) { macs.fetch_add(work(kRounds), std::memory_order_relaxed); });
    return static_cast<double>(macs.load()) / kPasses / seconds * 1e-9;
}

}  // namespace vibrant::cli
