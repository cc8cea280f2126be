// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How [0, n) is cut for a team: pure functions of their arguments, so that results never depend on
// timing.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace vibrant {

struct IndexRange {
    std::size_t begin = 0, end = 0;  // [begin, end)
    friend bool operator==(const IndexRange&, const IndexRange&) = default;
};

// Part `part` of `n_parts` of [0, n): contiguous, in order, complete; every length but the last
// one's is a multiple of `grain` (>= 1), and two parts differ by at most one grain. Parts beyond
// the last grain are empty ([n, n)). No intermediate exceeds n, so any n is allowed.
[[nodiscard]] constexpr IndexRange partition(std::size_t n, std::size_t grain, std::size_t n_parts, std::size_t part) {
    const std::size_t n_grains = n / grain + (n % grain != 0 ? 1 : 0);
    const std::size_t each = n_grains / n_parts;
    const std::size_t longer = n_grains % n_parts;  // the first `longer` parts have one grain more
    const auto start = [&](std::size_t p) {
        const std::size_t first_grain = p * each + std::min(p, longer);
        return first_grain >= n_grains ? n : first_grain * grain;
    };
    return {start(part), start(part + 1)};
}

// How [0, n) is cut into pieces that members take as they come, so that one that is slow, late or suspended leaves its
// work to the others.
enum class Cut : std::uint8_t {
    // A share for each member. For weights that are read once, as they lie: every range costs 1 to 3 us until its streams
    // run, and finer pieces lost 2 to 4 % of decode on 2 and 4 equal cores and won nothing on busy ones.
    kEven,
    // 5/8 of a share for each member, short enough that a core of half the speed ends no later than the rest; then eighths
    // of a share, the longest that a member waits. For work that costs more than its start.
    kFine,
    // A piece for every grain, in order: for few items of very different cost, the longest first.
    kSingle,
};

struct Pieces {
    std::size_t n_long, n_short;          // pieces
    std::size_t long_grains, all_grains;  // grains in the long pieces, in all

    constexpr Pieces(std::size_t n, std::size_t grain, std::size_t n_members, Cut cut)
        : n_long(0), n_short(0), long_grains(0), all_grains(n / grain + (n % grain != 0 ? 1 : 0)) {
        const bool fine = cut == Cut::kFine && n_members > 1 && all_grains > n_members;
        long_grains = fine ? std::max(n_members, all_grains / 8 * 5 + all_grains % 8 * 5 / 8) : all_grains;
        n_long = cut == Cut::kSingle ? all_grains : std::min(n_members, all_grains);
        n_short = std::min(3 * n_members, all_grains - long_grains);
    }
    [[nodiscard]] constexpr std::size_t size() const { return n_long + n_short; }
};

// Piece `index` of Pieces(n, grain, n_members, cut): contiguous, in order, complete, never empty; every length but the
// last one's is a multiple of `grain` (>= 1).
[[nodiscard]] constexpr IndexRange piece(std::size_t n, std::size_t grain, std::size_t n_members, Cut cut,
                                         std::size_t index) {
    const Pieces pieces(n, grain, n_members, cut);
    const std::size_t middle = pieces.n_short == 0 ? n : pieces.long_grains * grain;
    if (index < pieces.n_long) return partition(middle, grain, pieces.n_long, index);
    const IndexRange r = partition(n - middle, grain, pieces.n_short, index - pieces.n_long);
    return {middle + r.begin, middle + r.end};
}

}  // namespace vibrant
