// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/cache/kv_ring.h"

#include <algorithm>

#include "engine/base/check.h"

namespace vibrant {

std::size_t KvRing::head_bytes() const {
    return shape_.capacity * kv_row_bytes(shape_.type, shape_.head_dim);
}

std::size_t KvRing::bytes_needed(const KvShape& shape) {
    return std::size_t{2} * shape.n_layers * shape.n_kv_heads * shape.capacity *
           kv_row_bytes(shape.type, shape.head_dim);
}

Result<KvRing> KvRing::create(const KvShape& shape) {
    VIBRANT_CHECK(shape.n_layers > 0 && shape.n_kv_heads > 0 && shape.head_dim > 0);
    VIBRANT_CHECK(shape.capacity > 0);
    const std::size_t bytes = bytes_needed(shape);
    KvRing ring;
    VIBRANT_TRY(arena, Arena::allocate(Arena::bytes_for<std::byte>(bytes), "the KV cache"));
    ring.shape_ = shape;
    ring.arena_ = std::move(arena);
    ring.data_ = ring.arena_.take<std::byte>(bytes);
    return ring;
}

std::uint32_t KvRing::used() const {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(end_, shape_.capacity));
}

void KvRing::set_pinned(std::uint32_t n) {
    VIBRANT_CHECK(n < shape_.capacity && !wrapped());
    pinned_ = n;
}

std::uint32_t KvRing::max_append(std::uint32_t wanted) const {
    if (end_ >= shape_.capacity) return std::min(wanted, 1u);
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted, shape_.capacity - end_));
}

void KvRing::advance(std::uint32_t n) {
    VIBRANT_CHECK(n <= max_append(n));
    end_ += n;
}

std::uint32_t KvRing::slot_of(std::uint64_t position) const {
    VIBRANT_DCHECK(position < end_);
    // Until the ring is full every position has its own slot, whatever is pinned; afterwards the window goes round.
    if (position < shape_.capacity) return static_cast<std::uint32_t>(position);
    return static_cast<std::uint32_t>(pinned_ + (position - pinned_) % window());
}

SlotRuns KvRing::visible(std::uint64_t position) const {
    VIBRANT_DCHECK(position < end_);
    SlotRuns out;
    if (position < shape_.capacity) {
        // Nothing this query sees was overwritten (max_append kept later positions out).
        out.add(0, static_cast<std::uint32_t>(position) + 1);
        return out;
    }
    out.add(0, pinned_);
    const std::uint32_t first = slot_of(position + 1 - window());  // oldest position of the window
    out.add(first, shape_.capacity - first);
    out.add(pinned_, first - pinned_);
    return out;
}

std::uint64_t KvRing::truncate(std::uint64_t end) {
    if (end >= end_) return end_;
    if (wrapped()) end = std::min<std::uint64_t>(end, pinned_);
    end_ = end;
    return end_;
}

}  // namespace vibrant
