// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One tile of the online softmax (Milakov and Gimelshein, 2018), shared by the two attention kernels: scores become
// weights relative to the running maximum, which with the running sum is brought up to date.

#if defined(VIBRANT_KERNELS_SOFTMAX_TILE_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_SOFTMAX_TILE_INL_H
#undef VIBRANT_KERNELS_SOFTMAX_TILE_INL_H
#else
#define VIBRANT_KERNELS_SOFTMAX_TILE_INL_H
#endif

#include <limits>

#include "engine/kernels/exp-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

constexpr float kMinusInfinity = -std::numeric_limits<float>::infinity();

// weights (kAttendTile, aligned): scores, -inf where masked, on the way in; exp(score - max) on the way out. Returns the
// factor by which what was added up before shrinks.
HWY_INLINE float softmax_tile(float* weights, float& running_max, float& running_sum) {
    const F32 d;
    VF max_lanes = hn::Set(d, running_max);
    for (std::size_t j = 0; j < kAttendTile; j += kLanes) max_lanes = hn::Max(max_lanes, hn::Load(d, weights + j));
    const float max = hn::ReduceMax(d, max_lanes);
    // While everything is masked the maximum is -inf and -inf - -inf is NaN; any finite reference gives weights of 0. A
    // NaN score stays NaN in its weight whatever Max made of it.
    const VF reference = hn::Set(d, max == kMinusInfinity ? 0.0f : max);
    const float rescale = hn::GetLane(exp(hn::Sub(hn::Set(d, running_max), reference)));
    VF sum = hn::Zero(d);
    for (std::size_t j = 0; j < kAttendTile; j += kLanes) {
        const VF weight = exp(hn::Sub(hn::Load(d, weights + j), reference));
        hn::Store(weight, d, weights + j);
        sum = hn::Add(sum, weight);
    }
    running_sum = running_sum * rescale + hn::ReduceSum(d, sum);
    running_max = max;
    return rescale;
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
