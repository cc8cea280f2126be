// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How [0, n) is cut for a team: pure functions of their arguments, so that results never depend on
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

// How [0, n) is cut into pieces that n_members take as they come, so that one that is slow, late or suspended leaves its
// work to the others.
//
// The first n_members pieces are 5/8 of an even share: long, because weights are read as streams that take a while to
// get going, and short enough that a core of half the speed ends no later than the rest. What remains is cut into
// eighths of a share, the most that anybody waits for, but into no pieces shorter than `least`; if that does not give
// everybody another one, there are even shares only.
struct PieceCut {
    std::size_t n_long = 0, n_short = 0;          // pieces
    std::size_t long_grains = 0, all_grains = 0;  // grains in the long pieces, in all

    constexpr PieceCut(std::size_t n, std::size_t grain, std::size_t n_members, std::size_t least)
        : all_grains(n / grain + (n % grain != 0 ? 1 : 0)) {
        const std::size_t rest = all_grains / 8 * 3 + all_grains % 8 * 3 / 8;
        n_long = std::min(n_members, all_grains);
        n_short = std::min(3 * n_members, rest / std::max<std::size_t>(1, least / grain));
        if (n_members == 1 || n_short < n_members) n_short = 0;
        long_grains = n_short == 0 ? all_grains : all_grains - rest;
    }
};

[[nodiscard]] constexpr std::size_t n_pieces(std::size_t n, std::size_t grain, std::size_t n_members,
                                             std::size_t least = 1) {
    const PieceCut cut(n, grain, n_members, least);
    return cut.n_long + cut.n_short;
}

// Piece `index` of those: contiguous, in order, complete, never empty; every length but the last one's is a multiple of
// `grain` (>= 1).
[[nodiscard]] constexpr IndexRange piece(std::size_t n, std::size_t grain, std::size_t n_members, std::size_t index,
                                         std::size_t least = 1) {
    const PieceCut cut(n, grain, n_members, least);
    const std::size_t middle = cut.n_short == 0 ? n : cut.long_grains * grain;
    if (index < cut.n_long) return partition(middle, grain, cut.n_long, index);
    const IndexRange r = partition(n - middle, grain, cut.n_short, index - cut.n_long);
    return {middle + r.begin, middle + r.end};
}

}  // namespace vibrant
