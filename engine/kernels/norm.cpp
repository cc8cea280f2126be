// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/norm.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include <cmath>

#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// Four sums per lane: enough to keep the adders busy, and few enough terms in each (20 for a row of
// 5120 on AVX-512) that their rounding is far below that of the f32 result.
HWY_INLINE float sum_of_squares(const float* x, std::size_t n) {
    const F32 d;
    VF sum0 = hn::Zero(d), sum1 = hn::Zero(d), sum2 = hn::Zero(d), sum3 = hn::Zero(d);
    std::size_t i = 0;
    for (; i + 4 * kLanes <= n; i += 4 * kLanes) {
        const VF x0 = hn::LoadU(d, x + i), x1 = hn::LoadU(d, x + i + kLanes);
        const VF x2 = hn::LoadU(d, x + i + 2 * kLanes), x3 = hn::LoadU(d, x + i + 3 * kLanes);
        sum0 = hn::MulAdd(x0, x0, sum0);
        sum1 = hn::MulAdd(x1, x1, sum1);
        sum2 = hn::MulAdd(x2, x2, sum2);
        sum3 = hn::MulAdd(x3, x3, sum3);
    }
    for (; i < n; i += kLanes) {
        const VF rest = hn::LoadN(d, x + i, HWY_MIN(n - i, kLanes));
        sum0 = hn::MulAdd(rest, rest, sum0);
    }
    return hn::ReduceSum(d, hn::Add(hn::Add(sum0, sum1), hn::Add(sum2, sum3)));
}

void rms_norm(const float* x, const float* weight, std::size_t n, float eps, float* out) {
    const F32 d;
    // Once per row, so double costs nothing and saves three roundings.
    const double mean = static_cast<double>(sum_of_squares(x, n)) / static_cast<double>(n);
    const VF scale = hn::Set(d, static_cast<float>(1.0 / std::sqrt(mean + static_cast<double>(eps))));
    for (std::size_t i = 0; i < n; i += kLanes) {
        const std::size_t count = HWY_MIN(n - i, kLanes);
        const VF scaled = hn::Mul(hn::LoadN(d, x + i, count), scale);
        hn::StoreN(hn::Mul(scaled, hn::LoadN(d, weight + i, count)), d, out + i, count);
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
