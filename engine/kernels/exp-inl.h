// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// e^x for all floats, within 1.01 ulp where the result is normal (measured over every third float,
// with and without FMA): 0 below -104, infinity above 88.72, NaN stays NaN, subnormal results to
// 0.75 of their step. About 20 instructions per vector.

#if defined(VIBRANT_KERNELS_EXP_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_EXP_INL_H
#undef VIBRANT_KERNELS_EXP_INL_H
#else
#define VIBRANT_KERNELS_EXP_INL_H
#endif

#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// 2^n for n in [-126, 127].
HWY_INLINE VF power_of_two(hn::Vec<I32> n) {
    return hn::BitCast(F32(), hn::ShiftLeft<23>(hn::Add(n, hn::Set(I32(), 127))));
}

// x = n ln 2 + r with |r| <= ln 2 / 2, e^x = 2^n e^r (Cody and Waite, 1980).
HWY_INLINE VF exp(VF x) {
    const F32 d;
    // Comparisons rather than Min and Max, because those would lose a NaN.
    x = hn::IfThenElse(hn::Gt(x, hn::Set(d, 89.0f)), hn::Set(d, 89.0f), x);
    x = hn::IfThenElse(hn::Lt(x, hn::Set(d, -104.0f)), hn::Set(d, -104.0f), x);

    const VF n = hn::Round(hn::Mul(x, hn::Set(d, 1.44269504f)));
    // ln 2 in two parts; the first has 9 bits, so that n times it is exact also without FMA.
    VF r = hn::NegMulAdd(n, hn::Set(d, 0.693359375f), x);
    r = hn::NegMulAdd(n, hn::Set(d, -2.12194440e-4f), r);

    // e^r = 1 + r + r^2 p(r); p minimises the relative error of e^r over the interval (3.1e-9,
    // fitted by Lawson's algorithm), leaving rounding as the only error that counts.
    VF p = hn::Set(d, 0x1.6a23dcp-10f);
    p = hn::MulAdd(p, r, hn::Set(d, 0x1.123a24p-7f));
    p = hn::MulAdd(p, r, hn::Set(d, 0x1.5558f2p-5f));
    p = hn::MulAdd(p, r, hn::Set(d, 0x1.55549p-3f));
    p = hn::MulAdd(p, r, hn::Set(d, 0x1.fffffcp-2f));
    const VF power = hn::Add(hn::MulAdd(hn::Mul(r, r), p, r), hn::Set(d, 1.0f));

    // n reaches from -150 to 128, too far for one exponent field; two factors also round subnormals
    // once, at the end.
    const auto exponent = hn::NearestInt(n);
    const auto half = hn::ShiftRight<1>(exponent);
    return hn::Mul(hn::Mul(power, power_of_two(half)), power_of_two(hn::Sub(exponent, half)));
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
