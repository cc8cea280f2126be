// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How [0, n) is cut for a team: a pure function of its arguments, so that results never depend on
// timing.
#pragma once

#include <algorithm>
#include <cstddef>

namespace vibrant {

struct IndexRange {
    std::size_t begin = 0, end = 0;  // [begin, end)
    friend bool operator==(const IndexRange&, const IndexRange&) = default;
};

// Part `part` of `n_parts` of [0, n): contiguous, in order, complete; every length but the last
// one's is a multiple of `grain` (>= 1), and two parts differ by at most one grain. Parts beyond
// the last grain are empty ([n, n)). No intermediate exceeds n, so any n is allowed.
[[nodiscard]] constexpr IndexRange partition(std::size_t n, std::size_t grain, std::size_t n_parts,
                                             std::size_t part) {
    const std::size_t n_grains = n / grain + (n % grain != 0 ? 1 : 0);
    const std::size_t each = n_grains / n_parts;
    const std::size_t longer = n_grains % n_parts;  // the first `longer` parts have one grain more
    const auto start = [&](std::size_t p) {
        const std::size_t first_grain = p * each + std::min(p, longer);
        return first_grain >= n_grains ? n : first_grain * grain;
    };
    return {start(part), start(part + 1)};
}

}  // namespace vibrant
