// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Maps and reductions over plain rows of floats.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/elementwise.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include <limits>

#include "engine/kernels/exp-inl.h"
#include "engine/kernels/half-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// silu(gate) * up
HWY_INLINE VF gated(VF gate, VF up) {
    return hn::Mul(hn::Div(gate, hn::Add(hn::Set(F32(), 1.0f), exp(hn::Neg(gate)))), up);
}

void swiglu(const float* gate, const float* up, std::size_t n, float* out) {
    const F32 d;
    std::size_t i = 0;
    // Two at a time, since one mostly waits for its own exponential and division.
    for (; i + 2 * kLanes <= n; i += 2 * kLanes) {
        const VF a = gated(hn::LoadU(d, gate + i), hn::LoadU(d, up + i));
        const VF b = gated(hn::LoadU(d, gate + i + kLanes), hn::LoadU(d, up + i + kLanes));
        hn::StoreU(a, d, out + i);
        hn::StoreU(b, d, out + i + kLanes);
    }
    for (; i < n; i += kLanes) {
        const std::size_t count = HWY_MIN(n - i, kLanes);
        const VF v = gated(hn::LoadN(d, gate + i, count), hn::LoadN(d, up + i, count));
        hn::StoreN(v, d, out + i, count);
    }
}

void add(float* x, const float* y, std::size_t n) {
    const F32 d;
    std::size_t i = 0;
    for (; i + kLanes <= n; i += kLanes) hn::StoreU(hn::Add(hn::LoadU(d, x + i), hn::LoadU(d, y + i)), d, x + i);
    if (i == n) return;
    const VF sum = hn::Add(hn::LoadN(d, x + i, n - i), hn::LoadN(d, y + i, n - i));
    hn::StoreN(sum, d, x + i, n - i);
}

void to_f16(const float* x, std::size_t n, std::uint16_t* out) {
    const F32 d;
    const U16 bits;
    std::size_t i = 0;
    for (; i + kLanes <= n; i += kLanes) {
        hn::StoreU(narrow_to_half(hn::LoadU(d, x + i)), bits, out + i);
    }
    if (i == n) return;
    hn::StoreN(narrow_to_half(hn::LoadN(d, x + i, n - i)), bits, out + i, n - i);
}

float max_value(const float* x, std::size_t n) {
    const F32 d;
    // The largest so far per lane, and a NaN in every lane that met one: Max itself may drop it.
    VF max = hn::Set(d, -std::numeric_limits<float>::infinity());
    auto is_nan = hn::MaskFalse(d);
    std::size_t i = 0;
    for (; i + kLanes <= n; i += kLanes) {
        const VF v = hn::LoadU(d, x + i);
        is_nan = hn::Or(is_nan, hn::IsNaN(v));
        max = hn::Max(max, v);
    }
    if (i < n) {
        const VF v = hn::IfThenElse(hn::FirstN(d, n - i), hn::LoadN(d, x + i, n - i), hn::Set(d, x[0]));
        is_nan = hn::Or(is_nan, hn::IsNaN(v));
        max = hn::Max(max, v);
    }
    if (!hn::AllFalse(d, is_nan)) return std::numeric_limits<float>::quiet_NaN();
    // Not ReduceMax, which on Highway's emulated target starts at the lowest finite number.
    float lanes[kLanes];
    hn::StoreU(max, d, lanes);
    float largest = lanes[0];
    for (float lane : lanes) largest = HWY_MAX(largest, lane);
    return largest;
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
