// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What one layer remembers of the positions behind it. A model's plan makes the list of these, one per layer
// (ModelPlan::state_shapes), and that list is all a Sequence is created from: no architecture reaches this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>

#include "engine/kernels/kv_type.h"

namespace vibrant {

// Keys and values in a ring of `length` slots.
struct AttentionShape {
    std::uint32_t n_kv_heads = 0, head_dim = 0;
    KvType type = KvType::kF16;
    std::uint32_t length = 0;  // positions kept: the context, or for a sliding layer its window and room for a batch
    std::uint32_t window = 0;  // positions a query sees, itself included; 0 = all that are kept

    // Of one head's keys, the stride from head to head; values have as many.
    [[nodiscard]] std::size_t head_bytes() const { return length * kv_row_bytes(type, head_dim); }
    [[nodiscard]] std::size_t bytes() const { return std::size_t{2} * n_kv_heads * head_bytes(); }
};

// No state of its own: the keys and values of an earlier layer, which has an AttentionShape.
struct BorrowedShape {
    std::uint32_t layer = 0;
};

// A state of fixed size, all zero before the first position.
struct RecurrentShape {
    std::size_t bytes = 0;
};

using LayerStateShape = std::variant<AttentionShape, BorrowedShape, RecurrentShape>;

}  // namespace vibrant
