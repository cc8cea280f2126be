// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// attend_f32, attend_f16 and attend_i8 against their twins, over shapes, runs of slots and scores at the edge; parts
// against the whole.

#include "attention_fixture.h"

namespace vibrant {
namespace {

class PlainAttentionTest : public AttentionTest {
  protected:
    static void expect_twin(const KernelTable& table, const Cache& c, std::span<const SlotRun> runs) {
        for (KvType type : kKvTypes) {
            std::vector<float> out(c.group * c.head_dim, -1.0f), expected = out;
            run(table, type, args(c, type, runs, out.data()));
            run(twin(), type, args(c, type, runs, expected.data()));
            for (std::size_t i = 0; i < out.size(); ++i) {
                ASSERT_NEAR(out[i], expected[i], tolerance_of(c))
                    << "type " << static_cast<int>(type) << ", group " << c.group << ", head_dim " << c.head_dim << ", "
                    << c.n_slots << " slots, at " << i;
            }
        }
    }

    // The slots of `runs` in parts of `step` positions, joined.
    std::vector<float> attend_in_parts(const KernelTable& table, const Cache& c, const SlotRuns& runs, std::size_t step,
                                       KvType type) const {
        const std::size_t size = attend_part_size(c.group, c.head_dim);
        std::vector<float> parts, out(c.group * c.head_dim, -1.0f);
        std::size_t n_parts = 0;
        for (std::size_t first = 0; first < runs.count(); first += step, ++n_parts) {
            const SlotRuns part = runs.slice(first, step);
            parts.resize((n_parts + 1) * size, -1.0f);
            AttendArgs a = args(c, type, part.span(), parts.data() + n_parts * size);
            a.max = a.out + c.group * c.head_dim;
            a.sum = a.max + c.group;
            run(table, type, a);
        }
        table.attend_merge({.parts = parts.data(),
                            .n_parts = n_parts,
                            .part_stride = size,
                            .group = c.group,
                            .head_dim = c.head_dim,
                            .out = out.data()});
        return out;
    }
};

TEST_P(PlainAttentionTest, MatchesItsTwinForEveryShape) {
    for (std::size_t head_dim : {1u, 3u, 8u, 16u, 17u, 31u, 33u, 48u, 64u, 80u, 128u, 257u}) {
        for (std::size_t n_slots : {1u, 2u, 31u, 32u, 33u, 64u, 100u}) {
            const SlotRun runs[] = {{0, static_cast<std::uint32_t>(n_slots)}};
            expect_twin(table(), cache(1 + (head_dim + n_slots) % 9, head_dim, n_slots), runs);
        }
    }
}

TEST_P(PlainAttentionTest, MatchesItsTwinForEveryGroup) {
    const SlotRun runs[] = {{0, 45}};
    for (std::size_t group = 1; group <= 18; ++group) expect_twin(table(), cache(group, 72, 45), runs);
}

TEST_P(PlainAttentionTest, LongContextsStayAccurate) {
    const SlotRun runs[] = {{0, 3000}};
    expect_twin(table(), cache(7, 64, 3000), runs);
}

TEST_P(PlainAttentionTest, OneSlotGivesItsValue) {
    const Cache c = cache(3, 20, 5);
    const SlotRun runs[] = {{4, 1}};
    const std::vector<float> out = attend(c, runs);
    for (std::size_t i = 0; i < out.size(); ++i) EXPECT_EQ(out[i], c.v.f32[4 * 20 + i % 20]);
}

TEST_P(PlainAttentionTest, NoSlotsGiveZeros) {
    const Cache c = cache(3, 20, 5);
    const SlotRun empty[] = {{0, 0}, {3, 0}};
    EXPECT_EQ(attend(c, {}), std::vector<float>(60));
    EXPECT_EQ(attend(c, empty), std::vector<float>(60));
}

// Where in the cache a position lies, and into how many runs the positions are cut, must not show:
// a ring that has wrapped answers like one that has not.
TEST_P(PlainAttentionTest, RunsNeverShow) {
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
            wrapped.k.copy_row(slot, c.k, position);
            wrapped.v.copy_row(slot, c.v, position);
        }
    }
    for (KvType type : kKvTypes) {
        const std::vector<float> expected = attend(c, straight, type);
        EXPECT_EQ(attend(c, cut, type), expected);
        EXPECT_EQ(attend(wrapped, ring, type), expected);
    }
}

// A head's result depends on its query alone, not on which heads it travels with.
TEST_P(PlainAttentionTest, GroupNeverShows) {
    const Cache c = cache(13, 70, 50);
    const SlotRun runs[] = {{0, 50}};
    for (KvType type : kKvTypes) {
        const std::vector<float> expected = attend(c, runs, type);
        for (std::size_t h = 0; h < c.group; ++h) {
            Cache alone = c;
            alone.group = 1;
            alone.q.assign(c.q.begin() + static_cast<std::ptrdiff_t>(h * c.head_dim),
                           c.q.begin() + static_cast<std::ptrdiff_t>((h + 1) * c.head_dim));
            const std::vector<float> out = attend(alone, runs, type);
            for (std::size_t d = 0; d < c.head_dim; ++d) ASSERT_EQ(out[d], expected[h * c.head_dim + d]) << h;
        }
    }
}

TEST_P(PlainAttentionTest, LargeScoresNeitherOverflowNorVanish) {
    for (float size : {1e3f, 1e6f}) {
        Cache c = cache(2, 16, 70);
        for (float& value : c.q) value *= size;
        const SlotRun runs[] = {{0, 70}};
        std::vector<float> out = attend(c, runs), expected(out.size());
        for (float value : out) ASSERT_TRUE(std::isfinite(value));
        // Scores this far apart make the softmax pick one slot; the twin must agree which.
        run(twin(), KvType::kF32, args(c, KvType::kF32, runs, expected.data()));
        for (std::size_t i = 0; i < out.size(); ++i) ASSERT_NEAR(out[i], expected[i], 2e-2) << size;
    }
}

// Each tile in turn holds the maximum, so that earlier tiles are rescaled and later ones are not.
TEST_P(PlainAttentionTest, MaximumMayComeInAnyTile) {
    for (std::size_t at : {0u, 31u, 32u, 63u, 64u, 95u}) {
        Cache c = cache(5, 24, 96);
        for (std::size_t d = 0; d < 24; ++d) c.set_k(at, d, c.q[d] > 0 ? 4.0f : -4.0f);
        const SlotRun runs[] = {{0, 96}};
        expect_twin(table(), c, runs);
    }
}

TEST_P(PlainAttentionTest, MaskedSlotsCountForNothing) {
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
    for (std::size_t i = 0; i < out.size(); ++i) ASSERT_NEAR(out[i], expected[i], 8 * tolerance::kUlp * 4) << i;
    EXPECT_EQ(attend(c, masked_only), std::vector<float>(64));
}

TEST_P(PlainAttentionTest, NaNReachesTheOutput) {
    for (std::size_t slot : {0u, 31u, 32u, 69u}) {
        Cache c = cache(3, 16, 70);
        c.set_k(slot, 5, kNaN);
        const SlotRun runs[] = {{0, 70}};
        for (KvType type : kKvTypes) {
            for (float value : attend(c, runs, type)) ASSERT_TRUE(std::isnan(value)) << slot;
        }
    }
    // One head's NaN stays with that head.
    Cache c = cache(5, 16, 70);
    c.q[2 * 16] = kNaN;
    const SlotRun runs[] = {{0, 70}};
    const std::vector<float> out = attend(c, runs);
    for (std::size_t i = 0; i < out.size(); ++i) ASSERT_EQ(std::isnan(out[i]), i / 16 == 2) << i;
}

TEST_P(PlainAttentionTest, StaysInsideItsRanges) {
    for (std::size_t head_dim : {1u, 7u, 16u, 33u, 64u}) {
        for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
            const Cache c = cache(3, head_dim, 35);
            const SlotRun runs[] = {{0, 35}};
            const Guarded<float> q(c.q, flush), out(3 * head_dim, flush);
            const auto expect_inside = [&]<typename T>(KvType type, const std::vector<T>& keys,
                                                       const std::vector<T>& values) {
                const Guarded<T> k(keys, flush), v(values, flush);
                AttendArgs a = args(c, type, runs, out.data());
                a.q = q.data();
                a.k = k.data();
                a.v = v.data();
                run(table(), type, a);
                const std::vector<float> expected = attend(c, runs, type);
                for (std::size_t i = 0; i < expected.size(); ++i) ASSERT_EQ(out[i], expected[i]);
            };
            expect_inside(KvType::kF32, c.k.f32, c.v.f32);
            expect_inside(KvType::kF16, c.k.f16, c.v.f16);
            expect_inside(KvType::kInt8, c.k.i8, c.v.i8);
        }
    }
}

// Parts only add roundings to the whole; the cut into parts is the caller's and must be the same each time.
TEST_P(PlainAttentionTest, PartsJoinToTheWhole) {
    SlotRuns runs;
    runs.add(0, 20);
    runs.add(60, 240);
    runs.add(20, 40);
    for (std::size_t head_dim : {1u, 5u, 16u, 33u, 64u, 128u}) {
        const Cache c = cache(1 + head_dim % 9, head_dim, 300);
        for (KvType type : kKvTypes) {
            const std::vector<float> whole = attend(c, runs.span(), type);
            for (std::size_t step : {1u, 32u, 100u, 256u, 300u}) {
                const std::vector<float> out = attend_in_parts(table(), c, runs, step, type);
                const std::vector<float> expected = attend_in_parts(twin(), c, runs, step, type);
                for (std::size_t i = 0; i < out.size(); ++i) {
                    ASSERT_NEAR(out[i], whole[i], tolerance_of(c)) << head_dim << ", " << step;
                    ASSERT_NEAR(out[i], expected[i], tolerance_of(c)) << head_dim << ", " << step;
                }
            }
        }
    }
}

TEST_P(PlainAttentionTest, PartsMayBeMaskedOrNaN) {
    SlotRuns all;
    all.add(0, 96);
    Cache c = cache(2, 16, 96);
    for (float& value : c.q) value = std::abs(value) + 0.1f;
    for (std::size_t slot = 32; slot < 64; ++slot) c.set_k(slot, 0, -kInfinity);
    const SlotRun rest[] = {{0, 32}, {64, 32}};
    const std::vector<float> expected = attend(c, rest);
    std::vector<float> out = attend_in_parts(table(), c, all, 32, KvType::kF32);
    for (std::size_t i = 0; i < out.size(); ++i) ASSERT_NEAR(out[i], expected[i], tolerance_of(c));
    SlotRuns masked;
    masked.add(32, 32);
    EXPECT_EQ(attend_in_parts(table(), c, masked, 16, KvType::kF32), std::vector<float>(32));
    c.set_k(70, 3, kNaN);
    for (KvType type : kKvTypes) {
        for (float value : attend_in_parts(table(), c, all, 32, type)) ASSERT_TRUE(std::isnan(value));
    }
}

TEST(SlotRunsTest, SlicesFollowPositionsAcrossRuns) {
    SlotRuns runs;
    runs.add(0, 4);
    runs.add(10, 5);
    runs.add(4, 6);
    std::vector<std::uint32_t> slots, sliced;
    const auto collect = [](const SlotRuns& from, std::vector<std::uint32_t>& to) {
        for (const SlotRun& run : from.span()) {
            for (std::uint32_t i = 0; i < run.count; ++i) to.push_back(run.begin + i);
        }
    };
    collect(runs, slots);
    for (std::size_t step = 1; step <= 16; ++step) {
        sliced.clear();
        for (std::size_t first = 0; first < runs.count(); first += step) collect(runs.slice(first, step), sliced);
        EXPECT_EQ(sliced, slots) << step;
    }
    EXPECT_EQ(runs.slice(15, 3).count(), 0u);
    EXPECT_EQ(runs.slice(3, 0).count(), 0u);
}

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(PlainAttentionTest);

}  // namespace
}  // namespace vibrant
