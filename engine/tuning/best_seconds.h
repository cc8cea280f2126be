// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How long a team takes for `work(member)`, at best: everything else on the machine only slows it down.
#pragma once

#include <algorithm>
#include <chrono>

#include "engine/parallel/thread_team.h"

namespace vibrant {

// Seconds from the moment all members are ready until the last is done; the best of `passes`.
template <class Work>
double best_seconds(ThreadTeam& team, int passes, Work work) {
    using Clock = std::chrono::steady_clock;
    double best = 1e9;
    for (int pass = 0; pass < passes; ++pass) {
        Clock::time_point start;
        team.run([&](int member) {
            team.barrier();
            if (member == 0) start = Clock::now();
            work(member);
        });
        best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
    }
    return best;
}

}  // namespace vibrant
