// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/cache/kv_ring.h"

#include <algorithm>

#include "engine/base/check.h"

namespace vibrant {

std::uint32_t KvRing::max_append(std::uint32_t wanted) const {
    const std::uint64_t free = end_ < shape_.length ? shape_.length - end_ : 0;
    const std::uint64_t beside = slides() && shape_.length > shape_.window ? shape_.length - shape_.window + 1 : 1;
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted, std::max(free, beside)));
}

std::uint32_t KvRing::slot_of(std::uint64_t position) const {
    VIBRANT_DCHECK(position < end_);
    // Until the ring is full every position has its own slot, whatever is pinned; afterwards the rest goes round.
    if (position < shape_.length) return static_cast<std::uint32_t>(position);
    const std::uint32_t pinned = slides() ? 0 : pinned_;
    return static_cast<std::uint32_t>(pinned + (position - pinned) % (shape_.length - pinned));
}

SlotRuns KvRing::visible(std::uint64_t position) const {
    VIBRANT_DCHECK(position < end_);
    SlotRuns out;
    const std::uint32_t length = shape_.length;
    if (slides()) {
        const auto n =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(position + 1, std::min(shape_.window, length)));
        const std::uint32_t first = slot_of(position + 1 - n);
        const std::uint32_t to_the_end = std::min(n, length - first);
        out.add(first, to_the_end);
        out.add(0, n - to_the_end);
        return out;
    }
    if (position < length) {
        // Nothing this query sees was overwritten (max_append kept later positions out).
        out.add(0, static_cast<std::uint32_t>(position) + 1);
        return out;
    }
    out.add(0, pinned_);
    const std::uint32_t first = slot_of(position + 1 - (length - pinned_));  // the oldest that is not pinned
    out.add(first, length - first);
    out.add(pinned_, first - pinned_);
    return out;
}

std::uint64_t KvRing::kept_of(std::uint64_t end) const {
    if (end >= end_) return end_;
    if (!wrapped()) return end;
    if (!slides()) return std::min<std::uint64_t>(end, pinned_);
    // The next query needs the window before it, of which the oldest kept position is end_ - length.
    return end + 1 >= end_ - shape_.length + shape_.window ? end : 0;
}

}  // namespace vibrant
