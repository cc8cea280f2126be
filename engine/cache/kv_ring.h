// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where the positions of one attention layer stand: a view of its keys and values, made by Sequence::kv() for a pass.
//
// A layer that sees everything holds the newest `length` positions; the first `pinned` of them (the system prompt) stay
// for ever, and when the ring is full a new position takes the slot of the oldest unpinned one: O(1), nothing is copied
// or shifted. A sliding layer pins nothing: position p stands at p mod length. Keys are stored after RoPE with their
// absolute position, so the distance between any two stays what it was.
// Layout: K then V, each (n_kv_heads, length) rows as kernels/kv_type.h has them, so that one head's keys are adjacent.
// Costs: a few words, cheap to copy; every function is O(1).
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/cache/layer_state.h"
#include "engine/kernels/slot_runs.h"

namespace vibrant {

class KvRing {
  public:
    // `data` is shape.bytes() of memory; `end` the number of positions ever appended.
    KvRing(const AttentionShape& shape, std::byte* data, std::uint64_t end, std::uint32_t pinned)
        : shape_(shape), data_(data), end_(end), pinned_(pinned) {}

    [[nodiscard]] const AttentionShape& shape() const { return shape_; }
    // Bytes of one head's keys: the stride from head to head.
    [[nodiscard]] std::size_t head_bytes() const { return shape_.head_bytes(); }
    // One head's keys or values: length rows of shape().type.
    [[nodiscard]] std::byte* keys(std::uint32_t kv_head) const { return data_ + kv_head * head_bytes(); }
    [[nodiscard]] std::byte* values(std::uint32_t kv_head) const { return keys(shape_.n_kv_heads + kv_head); }

    // True once a position was overwritten.
    [[nodiscard]] bool wrapped() const { return end_ > shape_.length; }
    // How many of the next `wanted` positions may be appended in one pass without overwriting what the first of them must
    // still see: all while the ring fills; then one at a time, or a sliding layer's room beside its window.
    [[nodiscard]] std::uint32_t max_append(std::uint32_t wanted) const;
    // The slot that holds `position` (< end), which must be held.
    [[nodiscard]] std::uint32_t slot_of(std::uint64_t position) const;
    // What a query at `position` (< end) attends to, itself included, in the order of positions.
    [[nodiscard]] SlotRuns visible(std::uint64_t position) const;
    // The largest number of leading positions <= `end` that a next position could go on from.
    [[nodiscard]] std::uint64_t kept_of(std::uint64_t end) const;

  private:
    [[nodiscard]] bool slides() const { return shape_.window != 0; }

    AttentionShape shape_;
    std::byte* data_;
    std::uint64_t end_;
    std::uint32_t pinned_;  // 0 in a sliding layer
};

}  // namespace vibrant
