// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// attend_f32, attend_f16 and attend_tile_f16 against their twins, over shapes, runs of slots and scores at the edge.

#include <limits>

#include "kernel_test.h"
#include "tolerances.h"

namespace vibrant {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

// A cache of `n_slots` slots in both precisions, with the values of k and v representable in
// either.
struct Cache {
    std::size_t group, head_dim, n_slots;
    std::vector<float> q, k, v;
    std::vector<f16_bits> k16, v16;

    void set_k(std::size_t slot, std::size_t d, float value) {
        k[slot * head_dim + d] = value;
        k16[slot * head_dim + d] = f32_to_f16(value);
    }
};

class AttentionTest : public KernelTest {
  protected:
    Cache cache(std::size_t group, std::size_t head_dim, std::size_t n_slots) {
        Cache c{.group = group,
                .head_dim = head_dim,
                .n_slots = n_slots,
                .q = normal(group * head_dim),
                .k = normal(n_slots * head_dim),
                .v = normal(n_slots * head_dim),
                .k16 = {},
                .v16 = {}};
        const auto round = [](std::vector<float>& values, std::vector<f16_bits>& halves) {
            for (float& value : values) {
                halves.push_back(f32_to_f16(value));
                value = f16_to_f32(halves.back());
            }
        };
        round(c.k, c.k16);
        round(c.v, c.v16);
        return c;
    }

    static AttendArgs args(const Cache& c, bool f16, std::span<const SlotRun> runs, float* out) {
        return {.q = c.q.data(),
                .group = c.group,
                .head_dim = c.head_dim,
                .k = f16 ? static_cast<const void*>(c.k16.data()) : c.k.data(),
                .v = f16 ? static_cast<const void*>(c.v16.data()) : c.v.data(),
                .runs = runs,
                .scale = 1 / std::sqrt(static_cast<float>(c.head_dim)),
                .out = out};
    }

    static void run(const KernelTable& table, bool f16, const AttendArgs& args) {
        (f16 ? table.attend_f16 : table.attend_f32)(args);
    }

    std::vector<float> attend(const Cache& c, std::span<const SlotRun> runs,
                              bool f16 = false) const {
        std::vector<float> out(c.group * c.head_dim, -1.0f);
        run(table(), f16, args(c, f16, runs, out.data()));
        return out;
    }

    void expect_twin(const Cache& c, std::span<const SlotRun> runs) {
        float largest = 0;
        for (float value : c.v) largest = std::max(largest, std::abs(value));
        for (bool f16 : {false, true}) {
            const std::vector<float> out = attend(c, runs, f16);
            std::vector<float> expected(out.size());
            run(twin(), f16, args(c, f16, runs, expected.data()));
            for (std::size_t i = 0; i < out.size(); ++i) {
                ASSERT_NEAR(out[i], expected[i], tolerance::kAttend * static_cast<double>(largest))
                    << (f16 ? "f16" : "f32") << ", group " << c.group << ", head_dim " << c.head_dim
                    << ", " << c.n_slots << " slots, at " << i;
            }
        }
    }
};

TEST_P(AttentionTest, MatchesItsTwinForEveryShape) {
    for (std::size_t head_dim : {1u, 3u, 8u, 16u, 17u, 31u, 33u, 48u, 64u, 80u, 128u, 257u}) {
        for (std::size_t n_slots : {1u, 2u, 31u, 32u, 33u, 64u, 100u}) {
            const SlotRun runs[] = {{0, static_cast<std::uint32_t>(n_slots)}};
            expect_twin(cache(1 + (head_dim + n_slots) % 9, head_dim, n_slots), runs);
        }
    }
}

TEST_P(AttentionTest, MatchesItsTwinForEveryGroup) {
    const SlotRun runs[] = {{0, 45}};
    for (std::size_t group = 1; group <= 18; ++group) expect_twin(cache(group, 72, 45), runs);
}

TEST_P(AttentionTest, LongContextsStayAccurate) {
    const SlotRun runs[] = {{0, 3000}};
    expect_twin(cache(7, 64, 3000), runs);
}

TEST_P(AttentionTest, OneSlotGivesItsValue) {
    const Cache c = cache(3, 20, 5);
    const SlotRun runs[] = {{4, 1}};
    const std::vector<float> out = attend(c, runs);
    for (std::size_t i = 0; i < out.size(); ++i) EXPECT_EQ(out[i], c.v[4 * 20 + i % 20]);
}

TEST_P(AttentionTest, NoSlotsGiveZeros) {
    const Cache c = cache(3, 20, 5);
    const SlotRun empty[] = {{0, 0}, {3, 0}};
    EXPECT_EQ(attend(c, {}), std::vector<float>(60));
    EXPECT_EQ(attend(c, empty), std::vector<float>(60));
}

// Where in the cache a position lies, and into how many runs the positions are cut, must not show:
// a ring that has wrapped answers like one that has not.
TEST_P(AttentionTest, RunsNeverShow) {
    const std::size_t n = 83, head_dim = 40;
    const Cache c = cache(6, head_dim, n);
    const SlotRun straight[] = {{0, 83}};
    const SlotRun cut[] = {{0, 10}, {10, 0}, {10, 37}, {47, 36}};
    // The same positions in another order of slots: 20 pinned, then a ring that starts in the
    // middle.
    Cache wrapped = c;
    const SlotRun ring[] = {{0, 20}, {60, 23}, {20, 40}};
    std::size_t position = 0;
    for (const SlotRun& run : ring) {
        for (std::size_t slot = run.begin; slot < run.begin + run.count; ++slot, ++position) {
            for (std::size_t d = 0; d < head_dim; ++d) {
                wrapped.k[slot * head_dim + d] = c.k[position * head_dim + d];
                wrapped.v[slot * head_dim + d] = c.v[position * head_dim + d];
                wrapped.k16[slot * head_dim + d] = c.k16[position * head_dim + d];
                wrapped.v16[slot * head_dim + d] = c.v16[position * head_dim + d];
            }
        }
    }
    for (bool f16 : {false, true}) {
        const std::vector<float> expected = attend(c, straight, f16);
        EXPECT_EQ(attend(c, cut, f16), expected);
        EXPECT_EQ(attend(wrapped, ring, f16), expected);
    }
}

// A head's result depends on its query alone, not on which heads it travels with.
TEST_P(AttentionTest, GroupNeverShows) {
    const Cache c = cache(13, 70, 50);
    const SlotRun runs[] = {{0, 50}};
    for (bool f16 : {false, true}) {
        const std::vector<float> expected = attend(c, runs, f16);
        for (std::size_t h = 0; h < c.group; ++h) {
            Cache alone = c;
            alone.group = 1;
            alone.q.assign(c.q.begin() + static_cast<std::ptrdiff_t>(h * c.head_dim),
                           c.q.begin() + static_cast<std::ptrdiff_t>((h + 1) * c.head_dim));
            const std::vector<float> out = attend(alone, runs, f16);
            for (std::size_t d = 0; d < c.head_dim; ++d)
                ASSERT_EQ(out[d], expected[h * c.head_dim + d]) << h;
        }
    }
}

TEST_P(AttentionTest, LargeScoresNeitherOverflowNorVanish) {
    for (float size : {1e3f, 1e6f}) {
        Cache c = cache(2, 16, 70);
        for (float& value : c.q) value *= size;
        const SlotRun runs[] = {{0, 70}};
        std::vector<float> out = attend(c, runs), expected(out.size());
        for (float value : out) ASSERT_TRUE(std::isfinite(value));
        // Scores this far apart make the softmax pick one slot; the twin must agree which.
        run(twin(), false, args(c, false, runs, expected.data()));
        for (std::size_t i = 0; i < out.size(); ++i) ASSERT_NEAR(out[i], expected[i], 2e-2) << size;
    }
}

// Each tile in turn holds the maximum, so that earlier tiles are rescaled and later ones are not.
TEST_P(AttentionTest, MaximumMayComeInAnyTile) {
    for (std::size_t at : {0u, 31u, 32u, 63u, 64u, 95u}) {
        Cache c = cache(5, 24, 96);
        for (std::size_t d = 0; d < 24; ++d) c.set_k(at, d, c.q[d] > 0 ? 4.0f : -4.0f);
        const SlotRun runs[] = {{0, 96}};
        expect_twin(c, runs);
    }
}

TEST_P(AttentionTest, MaskedSlotsCountForNothing) {
    Cache c = cache(4, 16, 80);
    for (float& value : c.q) value = std::abs(value) + 0.1f;
    // A score of -inf masks a slot; the whole first tile is masked, later ones in part.
    for (std::size_t slot = 0; slot < 80; ++slot) {
        if (slot < 32 || slot % 3 == 0) c.set_k(slot, 0, -kInfinity);
    }
    std::vector<SlotRun> unmasked;
    for (std::uint32_t slot = 32; slot < 80; ++slot) {
        if (slot % 3 != 0) unmasked.push_back({slot, 1});
    }
    const SlotRun all[] = {{0, 80}}, masked_only[] = {{0, 32}};
    const std::vector<float> out = attend(c, all), expected = attend(c, unmasked);
    for (std::size_t i = 0; i < out.size(); ++i)
        ASSERT_NEAR(out[i], expected[i], 8 * tolerance::kUlp * 4) << i;
    EXPECT_EQ(attend(c, masked_only), std::vector<float>(64));
}

TEST_P(AttentionTest, NaNReachesTheOutput) {
    for (std::size_t slot : {0u, 31u, 32u, 69u}) {
        Cache c = cache(3, 16, 70);
        c.set_k(slot, 5, kNaN);
        const SlotRun runs[] = {{0, 70}};
        for (bool f16 : {false, true}) {
            for (float value : attend(c, runs, f16)) ASSERT_TRUE(std::isnan(value)) << slot;
        }
    }
    // One head's NaN stays with that head.
    Cache c = cache(5, 16, 70);
    c.q[2 * 16] = kNaN;
    const SlotRun runs[] = {{0, 70}};
    const std::vector<float> out = attend(c, runs);
    for (std::size_t i = 0; i < out.size(); ++i) ASSERT_EQ(std::isnan(out[i]), i / 16 == 2) << i;
}

TEST_P(AttentionTest, StaysInsideItsRanges) {
    for (std::size_t head_dim : {1u, 7u, 16u, 33u, 64u}) {
        for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
            const Cache c = cache(3, head_dim, 35);
            const SlotRun runs[] = {{0, 35}};
            const Guarded<float> q(c.q, flush), k(c.k, flush), v(c.v, flush),
                out(3 * head_dim, flush);
            const Guarded<f16_bits> k16(c.k16, flush), v16(c.v16, flush);
            for (bool f16 : {false, true}) {
                AttendArgs a = args(c, f16, runs, out.data());
                a.q = q.data();
                a.k = f16 ? static_cast<const void*>(k16.data()) : k.data();
                a.v = f16 ? static_cast<const void*>(v16.data()) : v.data();
                run(table(), f16, a);
                const std::vector<float> expected = attend(c, runs, f16);
                for (std::size_t i = 0; i < expected.size(); ++i) ASSERT_EQ(out[i], expected[i]);
            }
        }
    }
}

// A prompt's positions, the last of which sees all slots of the cache and each before it one less.
struct Prompt {
    Cache cache;  // q is (n_positions, group + 1, head_dim): heads of another KV head lie between
    std::size_t n_positions, stride;
};

class AttentionTileTest : public AttentionTest {
  protected:
    Prompt prompt(std::size_t n_positions, std::size_t group, std::size_t head_dim, std::size_t n) {
        Prompt p{.cache = cache(group, head_dim, n),
                 .n_positions = n_positions,
                 .stride = (group + 1) * head_dim};
        p.cache.q = normal(n_positions * p.stride);
        return p;
    }

    // Positions [begin, end) of p as one tile, written to out.
    static void run_tile(const KernelTable& table, const Prompt& p, std::size_t begin,
                         std::size_t end, std::span<const SlotRun> runs, float* out) {
        table.attend_tile_f16({.q = p.cache.q.data() + begin * p.stride,
                               .stride = p.stride,
                               .n_positions = end - begin,
                               .group = p.cache.group,
                               .head_dim = p.cache.head_dim,
                               .k = p.cache.k16.data(),
                               .v = p.cache.v16.data(),
                               .runs = runs,
                               .scale = 1 / std::sqrt(static_cast<float>(p.cache.head_dim)),
                               .out = out + begin * p.stride});
    }

    // All positions in tiles of `step`, over slots in one run.
    static std::vector<float> in_steps(const KernelTable& table, const Prompt& p, std::size_t step) {
        std::vector<float> out(p.n_positions * p.stride, -1.0f);
        for (std::size_t begin = 0; begin < p.n_positions; begin += step) {
            const std::size_t end = std::min(begin + step, p.n_positions);
            const SlotRun runs[] = {
                {0, static_cast<std::uint32_t>(p.cache.n_slots - (p.n_positions - end))}};
            run_tile(table, p, begin, end, runs, out.data());
        }
        return out;
    }
};

TEST_P(AttentionTileTest, MatchesItsTwin) {
    for (std::size_t head_dim : {4u, 32u, 36u, 64u, 80u, 96u, 128u, 256u}) {
        for (std::size_t group = 1; group <= 8; ++group) {
            const std::size_t n_positions = 1 + (head_dim + 5 * group) % (kAttendTileRows / group);
            for (std::size_t past : {0u, 1u, 31u, 70u}) {
                const Prompt p = prompt(n_positions, group, head_dim, n_positions + past);
                const std::vector<float> out = in_steps(table(), p, n_positions);
                const std::vector<float> expected = in_steps(twin(), p, n_positions);
                float largest = 0;
                for (float value : p.cache.v) largest = std::max(largest, std::abs(value));
                for (std::size_t i = 0; i < out.size(); ++i) {
                    ASSERT_NEAR(out[i], expected[i],
                                tolerance::kAttend * static_cast<double>(largest))
                        << "group " << group << ", head_dim " << head_dim << ", past " << past
                        << ", at " << i;
                }
            }
        }
    }
}

TEST_P(AttentionTileTest, CutIntoTilesNeverShows) {
    for (std::size_t group : {1u, 5u, 6u, 7u, 8u}) {
        const Prompt p = prompt(12, group, 64, 75);
        const std::vector<float> expected = in_steps(table(), p, 12);
        for (std::size_t step : {1u, 2u, 5u, 11u})
            EXPECT_EQ(in_steps(table(), p, step), expected) << group << ", " << step;
    }
}

TEST_P(AttentionTileTest, RunsNeverShow) {
    const Prompt p = prompt(3, 6, 64, 83);
    const SlotRun cut[] = {{0, 10}, {10, 40}, {50, 33}};
    std::vector<float> out(p.n_positions * p.stride, -1.0f);
    run_tile(table(), p, 0, 3, cut, out.data());
    EXPECT_EQ(out, in_steps(table(), p, 3));
}

TEST_P(AttentionTileTest, LaterPositionsNeverShow) {
    Prompt p = prompt(10, 3, 32, 40);
    const std::vector<float> expected = in_steps(table(), p, 10);
    p.cache.k16.back() = f32_to_f16(kNaN);
    p.cache.v16.back() = f32_to_f16(kNaN);
    const std::vector<float> out = in_steps(table(), p, 10);
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (i < 9 * p.stride) {
            ASSERT_EQ(out[i], expected[i]) << i;
        } else if (i % p.stride < 3 * 32) {
            ASSERT_TRUE(std::isnan(out[i])) << i;
        }
    }
}

TEST_P(AttentionTileTest, MaskedSlotsCountForNothingAndNoSlotsGiveZeros) {
    Prompt p = prompt(2, 2, 32, 50);
    for (float& value : p.cache.q) value = std::abs(value) + 0.1f;
    for (std::size_t slot = 0; slot < 32; ++slot) p.cache.set_k(slot, 0, -kInfinity);
    const SlotRun all[] = {{0, 50}}, masked[] = {{0, 32}}, rest[] = {{32, 18}};
    std::vector<float> out(p.n_positions * p.stride), expected = out, zeros = out;
    run_tile(table(), p, 0, 2, all, out.data());
    run_tile(table(), p, 0, 2, rest, expected.data());
    EXPECT_EQ(out, expected);
    run_tile(table(), p, 0, 2, masked, out.data());
    EXPECT_EQ(out, zeros);
    run_tile(table(), p, 0, 2, {}, out.data());
    EXPECT_EQ(out, zeros);
}

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(AttentionTest);
VIBRANT_INSTANTIATE_FOR_ALL_TABLES(AttentionTileTest);

}  // namespace
}  // namespace vibrant
