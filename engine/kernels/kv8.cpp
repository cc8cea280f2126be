// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What goes into a cache of 8 bits: a rotation that spreads outliers, then one scale per row.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/kv8.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

void to_kv8(const float* x, std::size_t n, std::byte* row) {
    const F32 d;
    const hn::Rebind<std::int8_t, F32> bytes;
    VF max = hn::Zero(d);
    for (std::size_t i = 0; i < n; i += kLanes)
        max = hn::Max(max, hn::Abs(hn::LoadN(d, x + i, HWY_MIN(kLanes, n - i))));
    float largest = hn::ReduceMax(d, max);
    // Max may lose a NaN; a sum of zero times each value keeps it, and an infinity too.
    VF poison = hn::Zero(d);
    for (std::size_t i = 0; i < n; i += kLanes)
        poison = hn::Add(poison, hn::Mul(hn::LoadN(d, x + i, HWY_MIN(kLanes, n - i)), hn::Zero(d)));
    const bool is_finite = hn::ReduceSum(d, poison) == 0;
    const float scale = is_finite ? largest / kKv8Max : std::numeric_limits<float>::quiet_NaN();
    const bool empty = !is_finite || scale < std::numeric_limits<float>::min();
    const VF to_integer = hn::Set(d, empty ? 0.0f : 1 / scale);
    auto* const q = reinterpret_cast<std::int8_t*>(row);
    for (std::size_t i = 0; i < n; i += kLanes) {
        const std::size_t count = HWY_MIN(kLanes, n - i);
        const VF value = empty ? hn::Zero(d) : hn::Mul(hn::LoadN(d, x + i, count), to_integer);
        hn::StoreN(hn::DemoteTo(bytes, hn::NearestInt(value)), bytes, q + i, count);
    }
    std::memcpy(row + kv8_scale_at(n), &scale, sizeof(scale));
}

// (a, b) -> (a + b, a - b) for lanes kApart from each other; `swapped` has them exchanged.
template <std::size_t kApart>
HWY_INLINE VF butterfly(VF v, VF swapped) {
    const I32 d;
    const auto lane = hn::And(hn::Iota(d, 0), hn::Set(d, static_cast<std::int32_t>(kApart)));
    const auto upper = hn::RebindMask(F32(), hn::Ne(lane, hn::Zero(d)));
    return hn::Add(swapped, hn::IfThenElse(upper, hn::Neg(v), v));
}

// The transform within a vector.
HWY_INLINE VF transform_lanes(VF v) {
    const F32 d;
    v = butterfly<1>(v, hn::Reverse2(d, v));
    if constexpr (kLanes >= 4) v = butterfly<2>(v, hn::Shuffle1032(v));
    if constexpr (kLanes == 8) v = butterfly<4>(v, hn::ConcatLowerUpper(d, v, v));
    if constexpr (kLanes == 16) {
        v = butterfly<4>(v, hn::SwapAdjacentBlocks(v));
        v = butterfly<8>(v, hn::ConcatLowerUpper(d, v, v));
    }
    return v;
}

// `size` values, a power of two.
HWY_INLINE void transform(float* x, std::size_t size) {
    const F32 d;
    const float root = 1 / std::sqrt(static_cast<float>(size));
    std::size_t apart = 1;
    if (size >= kLanes) {
        for (std::size_t i = 0; i < size; i += kLanes)
            hn::StoreU(hn::Mul(transform_lanes(hn::LoadU(d, x + i)), hn::Set(d, root)), d, x + i);
        for (apart = kLanes; apart < size; apart *= 2) {
            for (std::size_t i = 0; i < size; i += kLanes) {
                if (i & apart) continue;
                const VF a = hn::LoadU(d, x + i), b = hn::LoadU(d, x + i + apart);
                hn::StoreU(hn::Add(a, b), d, x + i);
                hn::StoreU(hn::Sub(a, b), d, x + i + apart);
            }
        }
        return;
    }
    for (std::size_t i = 0; i < size; ++i) x[i] *= root;
    for (; apart < size; apart *= 2) {
        for (std::size_t i = 0; i < size; ++i) {
            if (i & apart) continue;
            const float a = x[i], b = x[i + apart];
            x[i] = a + b;
            x[i + apart] = a - b;
        }
    }
}

void hadamard(float* x, std::size_t n) {
    const std::size_t size = n & (~n + 1);  // its lowest bit
    for (std::size_t i = 0; i < n; i += size) transform(x + i, size);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
