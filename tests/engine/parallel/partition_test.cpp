// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/parallel/partition.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace vibrant {
namespace {

static_assert(partition(10, 1, 3, 0) == IndexRange{0, 4});
static_assert(partition(10, 1, 3, 1) == IndexRange{4, 7});
static_assert(partition(10, 1, 3, 2) == IndexRange{7, 10});
static_assert(partition(100, 32, 2, 0) == IndexRange{0, 64});
static_assert(partition(100, 32, 2, 1) == IndexRange{64, 100});
static_assert(partition(0, 8, 4, 3) == IndexRange{0, 0});

TEST(Partition, CoversEveryIndexOnceInOrder) {
    for (std::size_t n : {0u, 1u, 2u, 7u, 31u, 32u, 33u, 100u, 151936u}) {
        for (std::size_t grain : {1u, 2u, 8u, 32u, 1000u}) {
            for (std::size_t parts : {1u, 2u, 3u, 7u, 64u}) {
                std::size_t next = 0, shortest = n, longest = 0;
                for (std::size_t p = 0; p < parts; ++p) {
                    const IndexRange range = partition(n, grain, parts, p);
                    ASSERT_LE(range.begin, range.end);
                    ASSERT_EQ(range.begin, next) << n << ' ' << grain << ' ' << parts << ' ' << p;
                    next = range.end;
                    const std::size_t length = range.end - range.begin;
                    if (range.end != n) {
                        ASSERT_EQ(length % grain, 0u);
                    }
                    shortest = std::min(shortest, length);
                    longest = std::max(longest, length);
                }
                EXPECT_EQ(next, n);
                EXPECT_LT(longest - shortest, 2 * grain);
            }
        }
    }
}

TEST(Partition, DoesNotOverflow) {
    constexpr std::size_t kMax = std::numeric_limits<std::size_t>::max();
    for (std::size_t grain : {std::size_t{1}, std::size_t{7}, std::size_t{4096}, kMax}) {
        std::size_t next = 0;
        for (std::size_t p = 0; p < 3; ++p) {
            const IndexRange range = partition(kMax, grain, 3, p);
            EXPECT_EQ(range.begin, next);
            EXPECT_LE(range.begin, range.end);
            next = range.end;
        }
        EXPECT_EQ(next, kMax);
    }
}

void check_pieces(std::size_t n, std::size_t grain, std::size_t members, Cut cut) {
    SCOPED_TRACE(testing::Message() << n << ' ' << grain << ' ' << members);
    const std::size_t n_pieces = Pieces(n, grain, members, cut).size();
    std::size_t next = 0;
    for (std::size_t i = 0; i < n_pieces; ++i) {
        const IndexRange r = piece(n, grain, members, cut, i);
        ASSERT_EQ(r.begin, next);
        ASSERT_LT(r.begin, r.end);
        ASSERT_TRUE(r.end == n || (r.end - r.begin) % grain == 0);
        next = r.end;
    }
    ASSERT_EQ(next, n);
}

TEST(Piece, CoversEverythingOnceInOrder) {
    for (const Cut cut : {Cut::kEven, Cut::kFine, Cut::kSingle})
        for (const std::size_t n : {0u, 1u, 5u, 31u, 32u, 33u, 256u, 1000u, 1536u, 8960u, 151'936u})
            for (const std::size_t grain : {1u, 8u, 32u})
                for (const std::size_t members : {1u, 2u, 3u, 4u, 7u, 64u}) check_pieces(n, grain, members, cut);
}

TEST(Piece, DoesNotOverflow) {
    constexpr std::size_t kMax = std::numeric_limits<std::size_t>::max();
    for (const std::size_t grain : {std::size_t{1}, std::size_t{7}, kMax}) check_pieces(kMax, grain, 3, Cut::kFine);
}

TEST(Piece, EvenCutsAreShares) {
    EXPECT_EQ(Pieces(1536, 32, 4, Cut::kEven).size(), 4u);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(piece(1536, 32, 4, Cut::kEven, i), partition(1536, 32, 4, i));
}

TEST(Piece, SingleCutsAreGrains) {
    EXPECT_EQ(Pieces(100, 8, 3, Cut::kSingle).size(), 13u);
    EXPECT_EQ(piece(100, 8, 3, Cut::kSingle, 2), (IndexRange{16, 24}));
    EXPECT_EQ(piece(100, 8, 3, Cut::kSingle, 12), (IndexRange{96, 100}));
}

TEST(Piece, OfAFineCutIsAtMostAnEighthOfAShareOnceTheLongOnesAreTaken) {
    constexpr std::size_t kRows = 8960, kMembers = 4, kShare = kRows / kMembers;
    ASSERT_EQ(Pieces(kRows, 32, kMembers, Cut::kFine).size(), 4 * kMembers);
    for (std::size_t i = 0; i < 4 * kMembers; ++i) {
        const IndexRange r = piece(kRows, 32, kMembers, Cut::kFine, i);
        EXPECT_LE(r.end - r.begin, i < kMembers ? kShare * 5 / 8 + 32 : kShare / 8 + 32);
    }
}

}  // namespace
}  // namespace vibrant
