// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a chat remembers: the ids a model has read, and the state each of its layers keeps of them.
//
// Guarantees: ids and layer states are one book; whatever appends, cuts or copies the one does so with the other. A
// sequence knows no thread and no model: it is created from a list of LayerStateShape alone, and any Runner of the model
// that made the list can go on from it. Equal ids give equal states, whoever evaluated them and in which batches.
// Cutting: truncate() says how much it kept, which may be less than asked: a ring that has overwritten positions keeps
// its pinned prefix, a recurrent layer can't go back at all.
// Costs: memory once in create(), and as much again in copy(), which moves only what is in use. All else is O(1), but
// common_prefix() and truncate(): O(ids). Nothing allocates between create() and the end.
// Threads: none of its own; one pass at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/base/result.h"
#include "engine/base/token.h"
#include "engine/cache/kv_ring.h"
#include "engine/cache/layer_state.h"
#include "engine/memory/arena.h"

namespace vibrant {

class Sequence {
  public:
    // Of all layer states together.
    [[nodiscard]] static std::size_t bytes_needed(std::span<const LayerStateShape> shapes);
    // `capacity`: positions it may hold at once, the context. Errors: kOutOfMemory with the numbers.
    [[nodiscard]] static Result<Sequence> create(std::span<const LayerStateShape> shapes, std::uint32_t capacity);
    // The same state twice; both go on by themselves.
    [[nodiscard]] Result<Sequence> copy() const;

    [[nodiscard]] std::uint32_t capacity() const { return capacity_; }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }  // bytes_needed() of its shapes
    // The next position to append: positions ever appended and not cut.
    [[nodiscard]] std::uint64_t position() const { return end_; }
    // Positions held now, <= capacity().
    [[nodiscard]] std::uint32_t used() const;
    // True once a position was overwritten: it then holds a prefix and a window, not all it has read.
    [[nodiscard]] bool wrapped() const { return end_ > capacity_; }
    // The ids at [0, n), as far as they are held without a gap: all while nothing is overwritten, then the pinned ones.
    [[nodiscard]] std::span<const TokenId> ids() const;

    [[nodiscard]] std::uint32_t pinned() const { return pinned_; }
    // Protects positions [0, n) from being overwritten. n < capacity; CHECKs that nothing is overwritten yet.
    void set_pinned(std::uint32_t n);

    // How many of the next `wanted` positions may be appended in one pass, see KvRing::max_append.
    [[nodiscard]] std::uint32_t max_append(std::uint32_t wanted) const;
    // Makes room for `ids`, at most max_append of them, at position() and up, and writes them down. Whoever appends fills
    // the states of every layer, or cuts the ids off again. Returns the first of the new positions.
    std::uint64_t append(std::span<const TokenId> ids);

    // How many leading ids of `ids` this sequence could go on from, as truncate() would keep them.
    [[nodiscard]] std::uint32_t reusable(std::span<const TokenId> ids) const;
    // Drops all positions >= `end`, and more where a layer can't go back so little. Returns the new position().
    std::uint64_t truncate(std::uint64_t end);
    // Forgets everything, the pinned prefix too; keeps the memory.
    void clear();

    // The keys and values that attention of `layer` reads, its own or borrowed ones. CHECKs that it has some.
    [[nodiscard]] KvRing kv(std::uint32_t layer);
    // The state of a recurrent layer. CHECKs that it is one.
    [[nodiscard]] std::span<std::byte> recurrent(std::uint32_t layer);

  private:
    friend class SequenceBook;
    struct LayerState {
        LayerStateShape shape;
        std::span<std::byte> data;  // empty where borrowed
    };
    Sequence() = default;
    [[nodiscard]] KvRing ring(const LayerState& layer) const;
    [[nodiscard]] std::uint64_t kept_of(std::uint64_t end) const;
    void clear_recurrent();
    template <class Each>
    void each_ring(Each&& each) const;

    std::uint32_t capacity_ = 0;
    std::size_t bytes_ = 0;
    std::vector<LayerState> layers_;
    Arena arena_;
    std::vector<TokenId> ids_;  // of positions [0, min(end_, capacity)); reserved for the capacity
    std::uint64_t end_ = 0;
    std::uint32_t pinned_ = 0;
    bool recurrent_ = false;  // a layer's state can't go back
};

// What a sequence had read when this was made, without the states: enough to say what it could go on from. A value for
// any thread, also while a pass changes the sequence; 4 bytes a position.
class SequenceBook {
  public:
    SequenceBook() = default;
    explicit SequenceBook(const Sequence& sequence);
    // Sequence::reusable() of that moment.
    [[nodiscard]] std::uint32_t reusable(std::span<const TokenId> ids) const { return sequence_.reusable(ids); }

  private:
    Sequence sequence_;  // its layers have no data
};

}  // namespace vibrant
