// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/rope.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include <cstring>

#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// (a, b) rotated by the angle whose cos and sin are given.
HWY_INLINE void rotate(VF& a, VF& b, VF cos, VF sin) {
    const VF x = a, y = b;
    a = hn::MulSub(x, cos, hn::Mul(y, sin));
    b = hn::MulAdd(x, sin, hn::Mul(y, cos));
}

void rope_neox(float* head, const float* cos, const float* sin, std::size_t n_rot) {
    const F32 d;
    const std::size_t half = n_rot / 2;
    for (std::size_t i = 0; i < half; i += kLanes) {
        const std::size_t count = HWY_MIN(half - i, kLanes);
        VF a = hn::LoadN(d, head + i, count), b = hn::LoadN(d, head + half + i, count);
        rotate(a, b, hn::LoadN(d, cos + i, count), hn::LoadN(d, sin + i, count));
        hn::StoreN(a, d, head + i, count);
        hn::StoreN(b, d, head + half + i, count);
    }
}

// One vector of neighbouring pairs at `pairs`.
HWY_INLINE void rotate_pairs(float* pairs, VF cos, VF sin) {
    const F32 d;
    VF a, b;
    hn::LoadInterleaved2(d, pairs, a, b);
    rotate(a, b, cos, sin);
    hn::StoreInterleaved2(a, b, d, pairs);
}

void rope_norm(float* head, const float* cos, const float* sin, std::size_t n_rot) {
    const F32 d;
    const std::size_t half = n_rot / 2;
    std::size_t i = 0;
    for (; i + kLanes <= half; i += kLanes) rotate_pairs(head + 2 * i, hn::LoadU(d, cos + i), hn::LoadU(d, sin + i));
    if (i == half) return;
    const std::size_t count = half - i;
    float rest[2 * kLanes] = {};
    std::memcpy(rest, head + 2 * i, 2 * count * sizeof(float));
    rotate_pairs(rest, hn::LoadN(d, cos + i, count), hn::LoadN(d, sin + i, count));
    std::memcpy(head + 2 * i, rest, 2 * count * sizeof(float));
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
