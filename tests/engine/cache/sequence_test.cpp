// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/cache/kv_ring.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <vector>

namespace vibrant {
namespace {

KvShape small_shape(std::uint32_t capacity, KvType type = KvType::kF32) {
    return {.n_layers = 3, .n_kv_heads = 2, .head_dim = 8, .capacity = capacity, .type = type};
}

KvRing make_ring(std::uint32_t capacity, std::uint32_t pinned = 0) {
    KvRing ring = *KvRing::create(small_shape(capacity));
    ring.set_pinned(pinned);
    return ring;
}

std::vector<std::uint32_t> slots_of(const SlotRuns& runs) {
    std::vector<std::uint32_t> slots;
    for (const SlotRun& run : runs.span())
        for (std::uint32_t i = 0; i < run.count; ++i) slots.push_back(run.begin + i);
    return slots;
}

// The rule in one line, without a ring: the pinned prefix and the newest `capacity - pinned` positions.
std::vector<std::uint64_t> positions_seen(std::uint64_t query, std::uint32_t capacity, std::uint32_t pinned) {
    std::vector<std::uint64_t> seen;
    for (std::uint64_t p = 0; p <= query; ++p)
        if (p < pinned || p + capacity - pinned > query) seen.push_back(p);
    return seen;
}

TEST(KvRing, SlotsHoldExactlyTheVisiblePositions) {
    for (const std::uint32_t capacity : {2u, 3u, 7u, 16u}) {
        for (std::uint32_t pinned = 0; pinned < capacity; pinned += 1 + capacity / 5) {
            KvRing ring = make_ring(capacity, pinned);
            std::vector<std::uint64_t> holder(capacity, ~0ull);  // which position was written to each slot last
            for (std::uint64_t position = 0; position < 5ull * capacity; ++position) {
                ring.advance(1);
                holder[ring.slot_of(position)] = position;
                std::vector<std::uint64_t> seen;
                for (const std::uint32_t slot : slots_of(ring.visible(position))) seen.push_back(holder[slot]);
                EXPECT_EQ(seen, positions_seen(position, capacity, pinned))
                    << "capacity " << capacity << ", pinned " << pinned << ", position " << position;
            }
        }
    }
}

TEST(KvRing, BatchesEndWhereTheRingIsFull) {
    KvRing ring = make_ring(10, 2);
    EXPECT_EQ(ring.max_append(4), 4u);
    ring.advance(4);
    EXPECT_EQ(ring.max_append(100), 6u);
    ring.advance(6);
    EXPECT_FALSE(ring.wrapped());
    EXPECT_EQ(ring.max_append(100), 1u);
    EXPECT_EQ(ring.max_append(0), 0u);
    ring.advance(1);
    EXPECT_TRUE(ring.wrapped());
    EXPECT_EQ(ring.used(), 10u);
    EXPECT_EQ(ring.end(), 11u);
}

TEST(KvRing, AQueryInsideABatchDoesNotSeeLaterPositions) {
    KvRing ring = make_ring(10);
    ring.advance(6);
    EXPECT_EQ(ring.visible(2).count(), 3u);
    EXPECT_EQ(ring.visible(5).count(), 6u);
}

TEST(KvRing, TruncateKeepsAPrefixUntilItWraps) {
    KvRing ring = make_ring(8, 3);
    ring.advance(7);
    EXPECT_EQ(ring.truncate(20), 7u);
    EXPECT_EQ(ring.truncate(5), 5u);
    EXPECT_EQ(ring.used(), 5u);
    ring.advance(3);
    ring.advance(1);
    EXPECT_EQ(ring.truncate(6), 3u) << "position 3 was overwritten, so a query at 6 could not see its window";
    EXPECT_FALSE(ring.wrapped());

    ring.advance(5);
    ring.advance(1);
    EXPECT_EQ(ring.truncate(2), 2u) << "inside the pinned prefix everything is still there";
}

TEST(KvRing, HeadsAndLayersDoNotOverlap) {
    const KvShape shape = small_shape(5, KvType::kF16);
    KvRing ring = *KvRing::create(shape);
    EXPECT_EQ(ring.head_bytes(), 5u * 8 * 2);
    EXPECT_EQ(KvRing::bytes_needed(shape), 2u * 3 * 2 * 5 * 8 * 2);
    EXPECT_GE(ring.bytes(), KvRing::bytes_needed(shape));
    std::byte mark{1};
    for (std::uint32_t layer = 0; layer < 3; ++layer) {
        for (std::uint32_t head = 0; head < 2; ++head) {
            std::memset(ring.keys(layer, head), static_cast<int>(mark), ring.head_bytes());
            std::memset(ring.values(layer, head), static_cast<int>(mark) + 1, ring.head_bytes());
            mark = static_cast<std::byte>(static_cast<int>(mark) + 2);
        }
    }
    mark = std::byte{1};
    for (std::uint32_t layer = 0; layer < 3; ++layer) {
        for (std::uint32_t head = 0; head < 2; ++head) {
            EXPECT_EQ(ring.keys(layer, head)[0], mark);
            EXPECT_EQ(ring.keys(layer, head)[ring.head_bytes() - 1], mark);
            EXPECT_EQ(static_cast<int>(ring.values(layer, head)[0]), static_cast<int>(mark) + 1);
            mark = static_cast<std::byte>(static_cast<int>(mark) + 2);
        }
    }
}

TEST(KvRing, SaysWhatItCannotAllocate) {
    const auto ring = KvRing::create({.n_layers = 1000, .n_kv_heads = 1000, .head_dim = 1024, .capacity = 1u << 24});
    ASSERT_FALSE(ring);
    EXPECT_EQ(ring.error().code, ErrorCode::kOutOfMemory);
    EXPECT_NE(ring.error().text.find("KV cache"), std::string::npos) << ring.error().text;
}

}  // namespace
}  // namespace vibrant
