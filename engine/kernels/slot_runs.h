// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Which slots of a KV cache a query attends to, in the order of their positions. Shared by the
// cache, which has the ring, and the attention kernel, which only walks runs.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace vibrant {

// Adjacent slots [begin, begin + count).
struct SlotRun {
    std::uint32_t begin = 0, count = 0;
};

// At most three runs: the pinned prefix, then the window in one or two pieces.
struct SlotRuns {
    std::array<SlotRun, 3> runs{};
    std::size_t size = 0;

    void add(std::uint32_t begin, std::uint32_t count) {
        if (count > 0) runs[size++] = {begin, count};
    }
    [[nodiscard]] std::span<const SlotRun> span() const { return {runs.data(), size}; }
    // Positions [first, first + n) of these, as far as there are so many.
    [[nodiscard]] SlotRuns slice(std::size_t first, std::size_t n) const {
        SlotRuns out;
        for (const SlotRun& run : span()) {
            const std::size_t skipped = std::min<std::size_t>(first, run.count);
            const std::size_t taken = std::min(n, run.count - skipped);
            out.add(run.begin + static_cast<std::uint32_t>(skipped), static_cast<std::uint32_t>(taken));
            first -= skipped;
            n -= taken;
        }
        return out;
    }
    [[nodiscard]] std::size_t count() const { return std::size_t{runs[0].count} + runs[1].count + runs[2].count; }
};

}  // namespace vibrant
