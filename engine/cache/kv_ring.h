// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Keys and values of the positions a conversation still sees, in a ring allocated once.
//
// Holds the newest `capacity` positions. The first `pinned` positions (the system prompt) stay for ever; when the ring
// is full, a new position takes the slot of the oldest unpinned one: O(1), nothing is copied or shifted. Keys are stored
// after RoPE with their absolute position, so the distance between any two stays what it was.
// Layout per layer: K then V, each (n_kv_heads, capacity, head_dim), so that one head's keys are adjacent in memory.
// Costs: memory once in create(), bytes() tells how much; runs() is O(1).
// Threads: none of its own; append and read from one forward pass at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/base/result.h"
#include "engine/memory/arena.h"

namespace vibrant {

enum class KvType : std::uint8_t { kF32, kF16 };

struct KvShape {
    std::uint32_t n_layers = 0, n_kv_heads = 0, head_dim = 0;
    std::uint32_t capacity = 0;  // positions
    KvType type = KvType::kF16;
};

// Slots of the ring, as adjacent runs in the order of their positions.
struct SlotRange {
    std::uint32_t begin = 0, count = 0;
};
struct VisibleSlots {
    std::array<SlotRange, 3> runs{};  // pinned prefix, then the window in one or two pieces
    std::size_t n_runs = 0;
    [[nodiscard]] std::size_t count() const { return runs[0].count + runs[1].count + runs[2].count; }
};

class KvRing {
  public:
    [[nodiscard]] static std::size_t bytes_needed(const KvShape& shape);
    [[nodiscard]] static Result<KvRing> create(const KvShape& shape);

    [[nodiscard]] const KvShape& shape() const { return shape_; }
    [[nodiscard]] std::size_t bytes() const { return arena_.size(); }
    // Positions ever appended and not truncated: the next position to append.
    [[nodiscard]] std::uint64_t end() const { return end_; }
    // Positions held now, <= capacity.
    [[nodiscard]] std::uint32_t used() const;
    [[nodiscard]] std::uint32_t pinned() const { return pinned_; }

    // Protects positions [0, n) from being overwritten; n < capacity. Takes effect for positions not yet overwritten, so
    // set it before the ring is full.
    void set_pinned(std::uint32_t n);

    // How many of the next `wanted` positions may be appended in one forward pass without overwriting what the first of
    // them must still see: all while the ring fills, one at a time once it is full.
    [[nodiscard]] std::uint32_t max_append(std::uint32_t wanted) const;
    // Makes room for `n` <= max_append(n) positions; their slots are slot_of(end() - n) ... in turn.
    void advance(std::uint32_t n);

    // The slot that holds `position` (pinned, or among the newest).
    [[nodiscard]] std::uint32_t slot_of(std::uint64_t position) const;
    // What a query at `position` (< end()) attends to, itself included: the pinned prefix and the window before it.
    [[nodiscard]] VisibleSlots visible(std::uint64_t position) const;

    // Drops all positions >= `end`. If the ring has overwritten positions that a query there would see, drops down to the
    // pinned prefix (or to nothing). Returns the new end().
    std::uint64_t truncate(std::uint64_t end);

    // Keys and values of one head: (capacity, head_dim) values of shape().type.
    [[nodiscard]] std::byte* keys(std::uint32_t layer, std::uint32_t kv_head);
    [[nodiscard]] std::byte* values(std::uint32_t layer, std::uint32_t kv_head);

  private:
    KvRing() = default;
    KvShape shape_;
    Arena arena_;
    std::byte* data_ = nullptr;
    std::uint64_t end_ = 0;
    std::uint64_t overwritten_ = 0;  // unpinned positions [pinned, pinned + overwritten) are gone
    std::uint32_t pinned_ = 0;
};

}  // namespace vibrant
