// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a sequence holds, keeps and gives up, whatever its layers are; with made-up states, as no model is needed.

#include "engine/cache/sequence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace vibrant {
namespace {

AttentionShape full(std::uint32_t length, KvType type = KvType::kF32) {
    return {.n_kv_heads = 2, .head_dim = 8, .type = type, .length = length, .window = 0};
}
AttentionShape sliding(std::uint32_t length, std::uint32_t window) {
    return {.n_kv_heads = 2, .head_dim = 8, .type = KvType::kF32, .length = length, .window = window};
}

Sequence make(std::vector<LayerStateShape> shapes, std::uint32_t capacity) {
    auto sequence = Sequence::create(shapes, capacity);
    EXPECT_TRUE(sequence) << sequence.error().text;
    return std::move(*sequence);
}
Sequence make(std::uint32_t capacity, std::uint32_t pinned = 0) {
    Sequence sequence = make({full(capacity), full(capacity)}, capacity);
    sequence.set_pinned(pinned);
    return sequence;
}

// n more ids, each the number of its position.
void advance(Sequence& sequence, std::uint32_t n) {
    std::vector<TokenId> ids(n);
    for (std::uint32_t i = 0; i < n; ++i) ids[i] = static_cast<TokenId>(sequence.position() + i);
    sequence.append(ids);
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
            Sequence sequence = make(capacity, pinned);
            std::vector<std::uint64_t> holder(capacity, ~0ull);  // which position was written to each slot last
            for (std::uint64_t position = 0; position < 5ull * capacity; ++position) {
                advance(sequence, 1);
                const KvRing ring = sequence.kv(0);
                holder[ring.slot_of(position)] = position;
                std::vector<std::uint64_t> seen;
                for (const std::uint32_t slot : slots_of(ring.visible(position))) seen.push_back(holder[slot]);
                EXPECT_EQ(seen, positions_seen(position, capacity, pinned))
                    << "capacity " << capacity << ", pinned " << pinned << ", position " << position;
            }
        }
    }
}

// Batches as large as they may be: the first of a batch still sees its whole window after the last is written.
TEST(KvRing, ASlidingLayerKeepsItsWindowAndRoomForABatch) {
    constexpr std::uint32_t kContext = 64;
    for (const auto& [length, window] : {std::pair{5u, 5u}, {9u, 5u}, {12u, 1u}, {20u, 7u}}) {
        Sequence sequence = make({sliding(length, window), full(kContext)}, kContext);
        std::vector<std::uint64_t> holder(length, ~0ull);
        while (sequence.position() < kContext) {
            const auto first = sequence.position();
            const std::uint32_t n = sequence.max_append(4);
            ASSERT_GE(n, 1u);
            advance(sequence, n);
            const KvRing ring = sequence.kv(0);
            for (std::uint64_t p = first; p < first + n; ++p) holder[ring.slot_of(p)] = p;
            for (std::uint64_t p = first; p < first + n; ++p) {
                std::vector<std::uint64_t> seen, expected;
                for (const std::uint32_t slot : slots_of(ring.visible(p))) seen.push_back(holder[slot]);
                for (std::uint64_t q = p + 1 < window ? 0 : p + 1 - window; q <= p; ++q) expected.push_back(q);
                EXPECT_EQ(seen, expected) << "length " << length << ", window " << window << ", position " << p;
            }
        }
    }
}

TEST(Sequence, BatchesEndWhereTheRingIsFull) {
    Sequence sequence = make(10, 2);
    EXPECT_EQ(sequence.max_append(4), 4u);
    advance(sequence, 4);
    EXPECT_EQ(sequence.max_append(100), 6u);
    advance(sequence, 6);
    EXPECT_FALSE(sequence.wrapped());
    EXPECT_EQ(sequence.max_append(100), 1u);
    EXPECT_EQ(sequence.max_append(0), 0u);
    advance(sequence, 1);
    EXPECT_TRUE(sequence.wrapped());
    EXPECT_EQ(sequence.used(), 10u);
    EXPECT_EQ(sequence.position(), 11u);
    EXPECT_EQ(sequence.ids().size(), 2u) << "of a ring that wrapped only the pinned ids are a prefix";
}

TEST(Sequence, AQueryInsideABatchDoesNotSeeLaterPositions) {
    Sequence sequence = make(10);
    advance(sequence, 6);
    EXPECT_EQ(sequence.kv(0).visible(2).count(), 3u);
    EXPECT_EQ(sequence.kv(0).visible(5).count(), 6u);
}

TEST(Sequence, TruncateKeepsAPrefixUntilItWraps) {
    Sequence sequence = make(8, 3);
    advance(sequence, 7);
    EXPECT_EQ(sequence.truncate(20), 7u);
    EXPECT_EQ(sequence.truncate(5), 5u);
    EXPECT_EQ(sequence.used(), 5u);
    EXPECT_EQ(sequence.ids().size(), 5u);
    advance(sequence, 3);
    advance(sequence, 1);
    EXPECT_EQ(sequence.truncate(6), 3u) << "position 3 was overwritten, so a query at 6 could not see its window";
    EXPECT_FALSE(sequence.wrapped());
    EXPECT_EQ(sequence.ids().size(), 3u);

    advance(sequence, 5);
    advance(sequence, 1);
    EXPECT_EQ(sequence.truncate(2), 2u) << "inside the pinned prefix everything is still there";
}

// Its book says the same, also when the sequence has gone on.
std::uint32_t reusable(const Sequence& sequence, const std::vector<TokenId>& ids) {
    const SequenceBook book(sequence);
    EXPECT_EQ(book.reusable(ids), sequence.reusable(ids));
    return book.reusable(ids);
}

TEST(Sequence, SaysHowMuchOfAPromptItCouldGoOnFrom) {
    Sequence sequence = make(16, 2);
    EXPECT_EQ(reusable(sequence, {0, 1}), 0u);
    advance(sequence, 6);
    EXPECT_EQ(reusable(sequence, {0, 1, 2, 3, 9, 9}), 4u);
    EXPECT_EQ(reusable(sequence, {0, 1, 2, 3, 4, 5, 6, 7}), 6u);
    EXPECT_EQ(reusable(sequence, {0, 1, 2}), 3u);
    EXPECT_EQ(sequence.position(), 6u) << "asking changes nothing";
    const SequenceBook book(sequence);
    sequence.clear();
    EXPECT_EQ(book.reusable(std::vector<TokenId>{0, 1, 2}), 3u) << "a book stays what it was";
    EXPECT_EQ(SequenceBook().reusable(std::vector<TokenId>{0, 1, 2}), 0u);
}

TEST(Sequence, ASlidingLayerGoesBackAsFarAsItsRoom) {
    Sequence sequence = make({sliding(8, 5), full(64)}, 64);
    advance(sequence, 8);
    EXPECT_EQ(sequence.truncate(3), 3u) << "nothing was overwritten yet";
    advance(sequence, 5);
    advance(sequence, 4);
    advance(sequence, 4);  // at 16: the layer holds 8..15
    EXPECT_EQ(reusable(sequence, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), 0u);
    EXPECT_EQ(sequence.truncate(12), 12u) << "a query at 12 sees 8..12";
    advance(sequence, 4);
    EXPECT_EQ(sequence.truncate(11), 0u) << "a query at 11 would see 7, which is gone";
}

TEST(Sequence, ARecurrentLayerCannotGoBack) {
    Sequence sequence = make({RecurrentShape{24}, full(16)}, 16);
    EXPECT_TRUE(std::ranges::all_of(sequence.recurrent(0), [](std::byte b) { return b == std::byte{0}; }));
    advance(sequence, 5);
    std::ranges::fill(sequence.recurrent(0), std::byte{7});
    EXPECT_EQ(reusable(sequence, {0, 1, 2, 3, 4, 5}), 5u);
    EXPECT_EQ(reusable(sequence, {0, 1, 2, 3, 9}), 0u);
    EXPECT_EQ(sequence.truncate(5), 5u);
    EXPECT_EQ(sequence.recurrent(0)[3], std::byte{7});
    EXPECT_EQ(sequence.truncate(4), 0u);
    EXPECT_EQ(sequence.recurrent(0)[3], std::byte{0}) << "the state before the first position";
}

TEST(Sequence, ABorrowedLayerReadsItsOwners) {
    Sequence sequence = make({full(8), BorrowedShape{0}, full(8)}, 8);
    EXPECT_EQ(sequence.kv(1).keys(1), sequence.kv(0).keys(1));
    EXPECT_NE(sequence.kv(2).keys(1), sequence.kv(0).keys(1));
    EXPECT_EQ(sequence.bytes(), 2 * full(8).bytes());
}

TEST(Sequence, HeadsAndLayersDoNotOverlap) {
    const AttentionShape shape = full(5, KvType::kF16);
    Sequence sequence = make({shape, shape, shape}, 5);
    EXPECT_EQ(shape.head_bytes(), 5u * 8 * 2);
    EXPECT_EQ(sequence.bytes(), 2u * 3 * 2 * 5 * 8 * 2);
    std::byte mark{1};
    for (std::uint32_t layer = 0; layer < 3; ++layer) {
        for (std::uint32_t head = 0; head < 2; ++head) {
            std::memset(sequence.kv(layer).keys(head), static_cast<int>(mark), shape.head_bytes());
            std::memset(sequence.kv(layer).values(head), static_cast<int>(mark) + 1, shape.head_bytes());
            mark = static_cast<std::byte>(static_cast<int>(mark) + 2);
        }
    }
    mark = std::byte{1};
    for (std::uint32_t layer = 0; layer < 3; ++layer) {
        for (std::uint32_t head = 0; head < 2; ++head) {
            EXPECT_EQ(sequence.kv(layer).keys(head)[0], mark);
            EXPECT_EQ(sequence.kv(layer).keys(head)[shape.head_bytes() - 1], mark);
            EXPECT_EQ(static_cast<int>(sequence.kv(layer).values(head)[0]), static_cast<int>(mark) + 1);
            mark = static_cast<std::byte>(static_cast<int>(mark) + 2);
        }
    }
}

TEST(Sequence, ACopyHoldsTheSameAndGoesItsOwnWay) {
    for (const std::uint32_t n : {3u, 8u, 11u}) {
        Sequence first = make({full(8), sliding(6, 4), RecurrentShape{10}}, 8);
        first.set_pinned(1);
        for (std::uint32_t i = 0; i < n; ++i) {
            advance(first, 1);
            for (const std::uint32_t layer : {0u, 1u}) {
                const KvRing ring = first.kv(layer);
                const std::size_t row = kv_row_bytes(KvType::kF32, 8);
                for (std::uint32_t head = 0; head < 2; ++head) {
                    std::memset(ring.keys(head) + ring.slot_of(i) * row, static_cast<int>(i + 1), row);
                    std::memset(ring.values(head) + ring.slot_of(i) * row, static_cast<int>(i + 101), row);
                }
            }
            std::ranges::fill(first.recurrent(2), static_cast<std::byte>(i));
        }
        auto copied = first.copy();
        ASSERT_TRUE(copied) << copied.error().text;
        Sequence& second = *copied;
        EXPECT_EQ(second.position(), first.position());
        EXPECT_TRUE(std::ranges::equal(second.ids(), first.ids()));
        EXPECT_TRUE(std::ranges::equal(second.recurrent(2), first.recurrent(2)));
        for (const std::uint32_t layer : {0u, 1u}) {
            const KvRing a = first.kv(layer), b = second.kv(layer);
            EXPECT_NE(a.keys(0), b.keys(0));
            EXPECT_EQ(std::memcmp(a.keys(0), b.keys(0), a.shape().bytes()), 0) << n << " ids, layer " << layer;
        }
        first.clear();
        EXPECT_EQ(second.position(), n);
        EXPECT_EQ(second.recurrent(2)[0], static_cast<std::byte>(n - 1));
    }
}

TEST(Sequence, SaysWhatItCannotAllocate) {
    const AttentionShape huge{.n_kv_heads = 1000, .head_dim = 1024, .type = KvType::kF16, .length = 1u << 24};
    const auto sequence = Sequence::create(std::vector<LayerStateShape>(1000, huge), 1u << 24);
    ASSERT_FALSE(sequence);
    EXPECT_EQ(sequence.error().code, ErrorCode::kOutOfMemory);
    EXPECT_NE(sequence.error().text.find("KV cache"), std::string::npos) << sequence.error().text;
}

}  // namespace
}  // namespace vibrant
