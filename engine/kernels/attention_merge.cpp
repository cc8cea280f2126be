// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Joins the parts of a long context's attention: each is relative to its own maximum, the whole to
// the largest of them. Parts are added in their order.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/attention_merge.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include <limits>

#include "engine/kernels/exp-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

void attend_merge(const AttendMergeArgs& a) {
    constexpr float kMinusInfinity = -std::numeric_limits<float>::infinity();
    const F32 d;
    const auto share = [](float max, float reference) HWY_ATTR {
        return hn::GetLane(exp(hn::Sub(hn::Set(F32(), max), hn::Set(F32(), reference))));
    };
    for (std::size_t h = 0; h < a.group; ++h) {
        const auto max_of = [&](std::size_t part) { return a.parts[part * a.part_stride + a.group * a.head_dim + h]; };
        float max = kMinusInfinity;
        for (std::size_t p = 0; p < a.n_parts; ++p) {
            if (max_of(p) > max) max = max_of(p);
        }
        const float reference = max == kMinusInfinity ? 0.0f : max;
        float total = 0;
        for (std::size_t p = 0; p < a.n_parts; ++p) {
            const float sum = a.parts[p * a.part_stride + a.group * (a.head_dim + 1) + h];
            total += share(max_of(p), reference) * sum;
        }
        if (total == 0) total = 1;  // no slots, or all of them masked: the values are zeros
        float* out = a.out + h * a.head_dim;
        hwy::ZeroBytes(out, a.head_dim * sizeof(float));
        for (std::size_t p = 0; p < a.n_parts; ++p) {
            const float* values = a.parts + p * a.part_stride + h * a.head_dim;
            const VF weight = hn::Set(d, share(max_of(p), reference) / total);
            for (std::size_t i = 0; i < a.head_dim; i += kLanes) {
                const std::size_t n = HWY_MIN(kLanes, a.head_dim - i);
                const VF sum = hn::MulAdd(weight, hn::LoadN(d, values + i, n), hn::LoadN(d, out + i, n));
                hn::StoreN(sum, d, out + i, n);
            }
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
