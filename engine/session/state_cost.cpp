// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/session/state_cost.h"

#include <algorithm>
#include <variant>

#include "engine/model/plan.h"

namespace vibrant {
namespace {

constexpr std::uint32_t kDefaultContextCap = 16384;  // tokens: enough for code, 0.9 GB of f16 KV on a 7B model
constexpr std::uint32_t kSmallestContext = 256;      // tokens: below this a default would not hold a chat

}  // namespace

std::uint64_t StateCost::bytes(std::uint32_t context) const {
    std::uint64_t bytes = fixed_bytes;
    for (const Share& share : shares) bytes += share.bytes_per_token * std::min(context, share.most_tokens);
    return bytes;
}

StateCost state_cost(const ModelPlan& plan, KvType type) {
    StateCost cost;
    // For a context without end the length of a layer's ring is its limit.
    for (const LayerStateShape& shape : plan.state_shapes(StateCost::kWholeContext, type)) {
        if (const auto* recurrent = std::get_if<RecurrentShape>(&shape)) cost.fixed_bytes += recurrent->bytes;
        const auto* attention = std::get_if<AttentionShape>(&shape);
        if (!attention) continue;
        AttentionShape one = *attention;
        one.length = 1;
        auto share = std::ranges::lower_bound(cost.shares, attention->length, {}, &StateCost::Share::most_tokens);
        if (share == cost.shares.end() || share->most_tokens != attention->length)
            share = cost.shares.insert(share, {0, attention->length});
        share->bytes_per_token += one.bytes();
    }
    return cost;
}

std::uint32_t default_context(const StateCost& cost, std::uint32_t trained_context, std::uint64_t available) {
    const std::uint32_t wanted = std::min(trained_context, kDefaultContextCap);
    const std::uint64_t half = available / 2;
    if (cost.bytes(wanted) <= half) return wanted;
    // The largest that fits; layers with a window or a state of fixed size make it more than a division.
    std::uint32_t fits = 0, too_large = wanted;
    while (too_large - fits > 1) {
        const std::uint32_t middle = fits + (too_large - fits) / 2;
        (cost.bytes(middle) <= half ? fits : too_large) = middle;
    }
    return std::min(wanted, std::max(kSmallestContext, fits));
}

}  // namespace vibrant
