// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Keys and values of the positions a conversation still sees, in a ring allocated once.
//
// Holds the newest `capacity` positions. The first `pinned` positions (the system prompt) stay for ever; when the ring
// is full, a new position takes the slot of the oldest unpinned one: O(1), nothing is copied or shifted. Keys are stored
// after RoPE with their absolute position, so the distance between any two stays what it was.
// Layout per layer: K then V, each (n_kv_heads, capacity) rows as kernels/kv_type.h has them, so that one head's keys are
// adjacent in memory.
// Costs: memory once in create(), bytes() tells how much; every other function is O(1).
// Threads: none of its own; one forward pass at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/base/result.h"
#include "engine/kernels/kv_type.h"
#include "engine/kernels/slot_runs.h"
#include "engine/memory/arena.h"

namespace vibrant {

struct KvShape {
    std::uint32_t n_layers = 0, n_kv_heads = 0, head_dim = 0;
    std::uint32_t capacity = 0;  // positions
    KvType type = KvType::kF16;
};

class KvRing {
  public:
    [[nodiscard]] static std::size_t bytes_needed(const KvShape& shape);
    [[nodiscard]] static Result<KvRing> create(const KvShape& shape);

    [[nodiscard]] const KvShape& shape() const { return shape_; }
    [[nodiscard]] std::size_t bytes() const { return data_.size(); }
    // The next position to append: positions ever appended and not truncated.
    [[nodiscard]] std::uint64_t end() const { return end_; }
    // Positions held now, <= capacity.
    [[nodiscard]] std::uint32_t used() const;
    [[nodiscard]] std::uint32_t pinned() const { return pinned_; }
    // True once a position was overwritten: the cache then holds a prefix and a window, not the whole conversation.
    [[nodiscard]] bool wrapped() const { return end_ > shape_.capacity; }

    // Protects positions [0, n) from being overwritten. n < capacity; CHECKs that nothing is overwritten yet.
    void set_pinned(std::uint32_t n);

    // How many of the next `wanted` positions may be appended in one forward pass without overwriting what the first of
    // them must still see: all while the ring fills, one at a time once it is full.
    [[nodiscard]] std::uint32_t max_append(std::uint32_t wanted) const;
    // Makes room for n <= max_append(n) positions, end() - n ... end() - 1 afterwards.
    void advance(std::uint32_t n);

    // The slot that holds `position`, which must be held.
    [[nodiscard]] std::uint32_t slot_of(std::uint64_t position) const;
    // What a query at `position` (< end()) attends to, itself included: the pinned prefix and the window before it.
    [[nodiscard]] SlotRuns visible(std::uint64_t position) const;

    // Drops all positions >= `end`. Once the ring has wrapped, the window before `end` is partly overwritten, so it drops
    // down to the pinned prefix (or to `end`, if that is less). Returns the new end().
    std::uint64_t truncate(std::uint64_t end);

    // One head's keys or values: capacity rows of shape().type.
    [[nodiscard]] std::byte* keys(std::uint32_t layer, std::uint32_t kv_head) {
        return data_.data() + (2 * std::size_t{layer} * shape_.n_kv_heads + kv_head) * head_bytes();
    }
    [[nodiscard]] std::byte* values(std::uint32_t layer, std::uint32_t kv_head) {
        return keys(layer, kv_head) + shape_.n_kv_heads * head_bytes();
    }
    // Bytes of one head's keys in one layer: the stride from head to head.
    [[nodiscard]] std::size_t head_bytes() const;

  private:
    KvRing() = default;
    [[nodiscard]] std::uint32_t window() const { return shape_.capacity - pinned_; }

    KvShape shape_;
    Arena arena_;
    std::span<std::byte> data_;
    std::uint64_t end_ = 0;
    std::uint32_t pinned_ = 0;
};

}  // namespace vibrant
