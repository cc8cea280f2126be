// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/cache/sequence.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "engine/base/check.h"

namespace vibrant {
namespace {

std::size_t bytes_of(const LayerStateShape& shape) {
    if (const auto* attention = std::get_if<AttentionShape>(&shape)) return attention->bytes();
    if (const auto* recurrent = std::get_if<RecurrentShape>(&shape)) return recurrent->bytes;
    return 0;
}

}  // namespace

std::size_t Sequence::bytes_needed(std::span<const LayerStateShape> shapes) {
    std::size_t bytes = 0;
    for (const LayerStateShape& shape : shapes) bytes += bytes_of(shape);
    return bytes;
}

Result<Sequence> Sequence::create(std::span<const LayerStateShape> shapes, std::uint32_t capacity) {
    VIBRANT_CHECK(!shapes.empty() && capacity > 0);
    Sequence sequence;
    std::size_t with_padding = 0;
    for (const LayerStateShape& shape : shapes) with_padding += Arena::bytes_for<std::byte>(bytes_of(shape));
    VIBRANT_TRY(arena, Arena::allocate(with_padding, "the KV cache"));
    sequence.arena_ = std::move(arena);
    sequence.capacity_ = capacity;
    sequence.bytes_ = bytes_needed(shapes);
    sequence.layers_.reserve(shapes.size());
    for (const LayerStateShape& shape : shapes) {
        if (const auto* borrowed = std::get_if<BorrowedShape>(&shape))
            VIBRANT_CHECK(borrowed->layer < sequence.layers_.size() &&
                          std::holds_alternative<AttentionShape>(shapes[borrowed->layer]));
        sequence.recurrent_ |= std::holds_alternative<RecurrentShape>(shape);
        sequence.layers_.push_back({shape, sequence.arena_.take<std::byte>(bytes_of(shape))});
    }
    sequence.ids_.reserve(capacity);
    return sequence;
}

Result<Sequence> Sequence::copy() const {
    std::vector<LayerStateShape> shapes;
    shapes.reserve(layers_.size());
    for (const LayerState& layer : layers_) shapes.push_back(layer.shape);
    VIBRANT_TRY(twin, create(shapes, capacity_));
    twin.ids_.assign(ids_.begin(), ids_.end());
    twin.end_ = end_;
    twin.pinned_ = pinned_;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const std::span<std::byte> from = layers_[i].data, to = twin.layers_[i].data;
        const auto* attention = std::get_if<AttentionShape>(&layers_[i].shape);
        if (!attention) {
            std::ranges::copy(from, to.begin());
            continue;
        }
        // Of every head the slots in use: in a ring that is not full those of the first positions.
        const std::size_t used =
            std::min<std::uint64_t>(end_, attention->length) * kv_row_bytes(attention->type, attention->head_dim);
        for (std::size_t head = 0; head < from.size(); head += attention->head_bytes())
            std::memcpy(to.data() + head, from.data() + head, used);
    }
    return std::move(twin);
}

std::uint32_t Sequence::used() const {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(end_, capacity_));
}

std::span<const TokenId> Sequence::ids() const {
    return std::span(ids_).first(wrapped() ? pinned_ : ids_.size());
}

void Sequence::set_pinned(std::uint32_t n) {
    VIBRANT_CHECK(n < capacity_ && !wrapped());
    pinned_ = n;
}

KvRing Sequence::ring(const LayerState& layer) const {
    const AttentionShape& shape = std::get<AttentionShape>(layer.shape);
    return {shape, layer.data.data(), end_, shape.window == 0 ? pinned_ : 0};
}

template <class Each>
void Sequence::each_ring(Each&& each) const {
    for (const LayerState& layer : layers_)
        if (std::holds_alternative<AttentionShape>(layer.shape)) each(ring(layer));
}

std::uint32_t Sequence::max_append(std::uint32_t wanted) const {
    // The ids stand in a ring as well: one that sees everything.
    const std::uint64_t free = end_ < capacity_ ? capacity_ - end_ : 1;
    wanted = static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted, free));
    each_ring([&](const KvRing& ring) { wanted = ring.max_append(wanted); });
    return wanted;
}

std::uint64_t Sequence::append(std::span<const TokenId> ids) {
    VIBRANT_CHECK(ids.size() <= max_append(static_cast<std::uint32_t>(ids.size())));
    // Past the capacity the unpinned ids are no prefix of anything any more, so they need not be kept.
    const auto room = ids.first(std::min<std::size_t>(ids.size(), capacity_ - ids_.size()));
    ids_.insert(ids_.end(), room.begin(), room.end());
    return std::exchange(end_, end_ + ids.size());
}

std::uint64_t Sequence::kept_of(std::uint64_t end) const {
    if (end >= end_) return end_;
    if (recurrent_) return 0;
    if (wrapped()) end = std::min<std::uint64_t>(end, pinned_);
    each_ring([&](const KvRing& ring) { end = std::min(end, ring.kept_of(end)); });
    return end;
}

std::uint32_t Sequence::reusable(std::span<const TokenId> ids) const {
    const std::span<const TokenId> held = this->ids();
    const auto same = std::ranges::mismatch(held, ids).in1 - held.begin();
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(kept_of(static_cast<std::uint64_t>(same)), ids.size()));
}

std::uint64_t Sequence::truncate(std::uint64_t end) {
    const std::uint64_t kept = kept_of(end);
    if (kept < end_) {
        end_ = kept;
        ids_.resize(std::min<std::size_t>(ids_.size(), kept));
        if (kept == 0) clear_recurrent();
    }
    return end_;
}

void Sequence::clear() {
    end_ = 0;
    pinned_ = 0;
    ids_.clear();
    clear_recurrent();
}

void Sequence::clear_recurrent() {
    for (const LayerState& layer : layers_)
        if (std::holds_alternative<RecurrentShape>(layer.shape)) std::ranges::fill(layer.data, std::byte{0});
}

KvRing Sequence::kv(std::uint32_t layer) {
    if (const auto* borrowed = std::get_if<BorrowedShape>(&layers_[layer].shape)) layer = borrowed->layer;
    VIBRANT_CHECK(std::holds_alternative<AttentionShape>(layers_[layer].shape));
    return ring(layers_[layer]);
}

SequenceBook::SequenceBook(const Sequence& sequence) {
    for (const Sequence::LayerState& layer : sequence.layers_) sequence_.layers_.push_back({layer.shape, {}});
    sequence_.capacity_ = sequence.capacity_;
    sequence_.ids_ = sequence.ids_;
    sequence_.end_ = sequence.end_;
    sequence_.pinned_ = sequence.pinned_;
    sequence_.recurrent_ = sequence.recurrent_;
}

std::span<std::byte> Sequence::recurrent(std::uint32_t layer) {
    VIBRANT_CHECK(std::holds_alternative<RecurrentShape>(layers_[layer].shape));
    return layers_[layer].data;
}

}  // namespace vibrant
