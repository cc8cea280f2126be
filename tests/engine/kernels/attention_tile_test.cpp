// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// attend_tile_f16 and attend_tile_i8 against their twins: prompts in tiles of positions.

#include "attention_fixture.h"

namespace vibrant {
namespace {

// A prompt's positions, the last of which sees all slots of the cache and each before it one less.
struct Prompt {
    Cache cache;  // q is (n_positions, group + 1, head_dim): heads of another KV head lie between
    std::size_t n_positions, stride;
};

class AttentionTileTest : public AttentionTest {
  protected:
    Prompt prompt(std::size_t n_positions, std::size_t group, std::size_t head_dim, std::size_t n) {
        Prompt p{.cache = cache(group, head_dim, n), .n_positions = n_positions, .stride = (group + 1) * head_dim};
        p.cache.q = normal(n_positions * p.stride);
        return p;
    }

    // Positions [begin, end) of p as one tile, written to out.
    static void run_tile(const KernelTable& table, const Prompt& p, std::size_t begin, std::size_t end,
                         std::span<const SlotRun> runs, float* out, KvType type = KvType::kF16) {
        (type == KvType::kF16 ? table.attend_tile_f16
                              : table.attend_tile_i8)({.q = p.cache.q.data() + begin * p.stride,
                                                       .stride = p.stride,
                                                       .n_positions = end - begin,
                                                       .group = p.cache.group,
                                                       .head_dim = p.cache.head_dim,
                                                       .k = p.cache.k.data(type),
                                                       .v = p.cache.v.data(type),
                                                       .runs = runs,
                                                       .scale = 1 / std::sqrt(static_cast<float>(p.cache.head_dim)),
                                                       .out = out + begin * p.stride});
    }

    // All positions in tiles of `step`, over slots in one run.
    static std::vector<float> in_steps(const KernelTable& table, const Prompt& p, std::size_t step,
                                       KvType type = KvType::kF16) {
        std::vector<float> out(p.n_positions * p.stride, -1.0f);
        for (std::size_t begin = 0; begin < p.n_positions; begin += step) {
            const std::size_t end = std::min(begin + step, p.n_positions);
            const SlotRun runs[] = {{0, static_cast<std::uint32_t>(p.cache.n_slots - (p.n_positions - end))}};
            run_tile(table, p, begin, end, runs, out.data(), type);
        }
        return out;
    }
};

// Every pair of head_dim and group, of either and past, and high tiles at the head_dim of most models:
// everything with everything took 150 s of a target under QEMU.
TEST_P(AttentionTileTest, MatchesItsTwin) {
    constexpr std::size_t kHeadDims[] = {4, 32, 36, 64, 80, 96, 128, 256};
    constexpr std::size_t kPast[] = {0, 1, 31, 70};
    for (std::size_t row = 0; row < std::size(kHeadDims); ++row) {
        const std::size_t head_dim = kHeadDims[row];
        for (std::size_t group = 1; group <= 8; ++group) {
            const std::size_t most = head_dim <= 64 || head_dim == 128 ? kAttendTileRows : 16;  // rows
            const std::size_t n_positions = 1 + (head_dim + 5 * group) % (most / group);
            const std::size_t past = kPast[(row + group) % std::size(kPast)];
            const Prompt p = prompt(n_positions, group, head_dim, n_positions + past);
            for (KvType type : {KvType::kF16, KvType::kInt8}) {
                const std::vector<float> out = in_steps(table(), p, n_positions, type);
                const std::vector<float> expected = in_steps(twin(), p, n_positions, type);
                for (std::size_t i = 0; i < out.size(); ++i) {
                    ASSERT_NEAR(out[i], expected[i], tolerance_of(p.cache))
                        << "group " << group << ", head_dim " << head_dim << ", past " << past << ", at " << i;
                }
            }
        }
    }
}

TEST_P(AttentionTileTest, CutIntoTilesNeverShows) {
    for (std::size_t group : {1u, 5u, 6u, 7u, 8u}) {
        const Prompt p = prompt(12, group, 64, 75);
        for (KvType type : {KvType::kF16, KvType::kInt8}) {
            const std::vector<float> expected = in_steps(table(), p, 12, type);
            for (std::size_t step : {1u, 2u, 5u, 11u})
                EXPECT_EQ(in_steps(table(), p, step, type), expected) << group << ", " << step;
        }
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
    for (KvRowsOfAllTypes* rows : {&p.cache.k, &p.cache.v}) {
        rows->f32.back() = kNaN;
        rows->store(p.cache.n_slots - 1);
    }
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

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(AttentionTileTest);

}  // namespace
}  // namespace vibrant
