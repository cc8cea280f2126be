// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What sampling does to a whole vocabulary: the largest logits and sums of probabilities, by blocks.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/softmax_weight.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include <limits>

#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// Two halves of sums of weights, lane by lane.
struct WeightSums {
    hn::Vec<I32> high, low;
};

// softmax_weight() of each lane of x, where `kept`.
template <class Mask>
HWY_INLINE void add_weights(VF x, Mask kept, WeightSums& sums) {
    using W = SoftmaxWeight;
    const F32 d;
    const I32 integers;
    x = hn::Max(x, hn::Set(d, -W::kNegligible));
    const VF round = hn::Set(d, W::kRound);
    const VF rounded = hn::Add(hn::Mul(x, hn::Set(d, W::kLog2e)), round);
    const VF k = hn::Sub(rounded, round);
    const VF r = hn::Sub(hn::Sub(x, hn::Mul(k, hn::Set(d, W::kLn2High))), hn::Mul(k, hn::Set(d, W::kLn2Low)));
    VF sum = hn::Set(d, W::kTerms[0]);
    for (int i = 1; i < 8; ++i) sum = hn::Add(hn::Mul(sum, r), hn::Set(d, W::kTerms[i]));
    const auto bias = hn::Set(integers, static_cast<std::int32_t>(W::kExponentBias));
    const auto power = hn::ShiftLeft<23>(hn::Add(hn::BitCast(integers, rounded), bias));
    const VF scaled = hn::Mul(sum, hn::BitCast(d, power));
    const auto high = hn::ConvertTo(integers, scaled);
    const VF rest =
        hn::Add(hn::Mul(hn::Sub(scaled, hn::ConvertTo(d, high)), hn::Set(d, W::kHalfOne)), hn::Set(d, W::kUnit));
    const auto mantissa = hn::Set(integers, static_cast<std::int32_t>(W::kMantissaMask));
    const auto low = hn::And(hn::BitCast(integers, rest), mantissa);
    const auto lanes = hn::RebindMask(integers, kept);
    sums.high = hn::Add(sums.high, hn::IfThenElseZero(lanes, high));
    sums.low = hn::Add(sums.low, hn::IfThenElseZero(lanes, low));
}

std::uint64_t sum_weights(const float* x, std::size_t n, float best, float scale, float lowest) {
    const F32 d;
    const I32 integers;
    const VF top = hn::Set(d, best), factor = hn::Set(d, scale), bound = hn::Set(d, lowest);
    WeightSums sums{hn::Zero(integers), hn::Zero(integers)};
    const auto add = [&](VF v, auto kept) HWY_ATTR {
        add_weights(hn::Mul(hn::Sub(v, top), factor), hn::And(kept, hn::Ge(v, bound)), sums);
    };
    std::size_t i = 0;
    for (; i + kLanes <= n; i += kLanes) add(hn::LoadU(d, x + i), hn::FirstN(d, kLanes));
    if (i != n) add(hn::LoadN(d, x + i, n - i), hn::FirstN(d, n - i));
    const auto high = static_cast<std::uint64_t>(hn::ReduceSum(integers, sums.high));
    return (high << SoftmaxWeight::kHalfBits) + static_cast<std::uint64_t>(hn::ReduceSum(integers, sums.low));
}

void block_max(const float* x, std::size_t n, float* out) {
    const F32 d;
    const VF none = hn::Set(d, -std::numeric_limits<float>::infinity());
    for (; n != 0; ++out) {
        const std::size_t count = HWY_MIN(n, kWeightBlock);
        VF max = none;
        // A NaN compares false, so that it leaves the lane as it is.
        const auto take = [&](VF v) HWY_ATTR { max = hn::IfThenElse(hn::Gt(v, max), v, max); };
        std::size_t i = 0;
        for (; i + kLanes <= count; i += kLanes) take(hn::LoadU(d, x + i));
        if (i != count) take(hn::LoadNOr(none, d, x + i, count - i));
        *out = hn::ReduceMax(d, max);
        x += count;
        n -= count;
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
