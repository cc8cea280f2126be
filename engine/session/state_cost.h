// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a sequence takes for any context, and the context that suits, as a plain value: a program keeps it for files that
// are not loaded, and asks again when another amount of memory is free.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/cache/layer_state.h"

namespace vibrant {

struct ModelPlan;

struct StateCost {
    // Layers that keep equally many positions.
    struct Share {
        std::uint64_t bytes_per_token = 0;  // of all of them
        std::uint32_t most_tokens = 0;      // kept at most: of sliding layers their window; kWholeContext = no limit
        bool operator==(const Share&) const = default;
    };
    static constexpr std::uint32_t kWholeContext = ~std::uint32_t{0};

    std::uint64_t fixed_bytes = 0;  // of recurrent layers, whatever the context
    std::vector<Share> shares;      // ascending most_tokens, each once
    bool operator==(const StateCost&) const = default;

    // Sequence::bytes_needed() for this context.
    [[nodiscard]] std::uint64_t bytes(std::uint32_t context) const;
};

[[nodiscard]] StateCost state_cost(const ModelPlan& plan, KvType type);

// min(trained, 16384, what fits in half of `available` bytes), and not below 256 where the model was trained for that.
[[nodiscard]] std::uint32_t default_context(const StateCost& cost, std::uint32_t trained_context,
                                            std::uint64_t available);

}  // namespace vibrant
