// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// f16 to and from f32 with the results of base/half.h for every bit pattern (a NaN may differ in
// its payload). One instruction where the processor has it. Elsewhere the steps are written out,
// because Highway's emulation takes infinities and NaN for large numbers.

#if defined(VIBRANT_KERNELS_HALF_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_HALF_INL_H
#undef VIBRANT_KERNELS_HALF_INL_H
#else
#define VIBRANT_KERNELS_HALF_INL_H
#endif

#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// Where they are: x86 from AVX2 on (F16C), all 64-bit ARM.
constexpr bool kHalfInstructions =
    (HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX2) || (HWY_ARCH_ARM_A64 && HWY_TARGET <= HWY_NEON_WITHOUT_AES);

// D is a tag of floats, `half` as many 16-bit patterns.
template <class D>
HWY_INLINE hn::Vec<D> widen_half(D d, hn::Vec<hn::Rebind<std::uint16_t, D>> half) {
    if constexpr (kHalfInstructions) {
        const hn::Rebind<hwy::float16_t, D> halves;
        return hn::PromoteTo(d, hn::BitCast(halves, half));
    } else {
        const hn::RebindToUnsigned<D> bits;
        const auto wide = hn::PromoteTo(bits, half);
        const auto magnitude = hn::ShiftLeft<13>(hn::And(wide, hn::Set(bits, 0x7FFFu)));
        // The exponent field counts from 2^-15 instead of 2^-127; the product is exact, subnormals
        // included.
        const auto scaled = hn::Mul(hn::BitCast(d, magnitude), hn::Set(d, 0x1p112f));
        // Infinity and NaN keep the largest exponent.
        const auto special = hn::Ge(magnitude, hn::Set(bits, 0x0F800000u));
        const auto exponent = hn::IfThenElseZero(special, hn::Set(bits, 0x7F800000u));
        const auto sign = hn::ShiftLeft<16>(hn::And(wide, hn::Set(bits, 0x8000u)));
        return hn::BitCast(d, hn::Or(hn::Or(hn::BitCast(bits, scaled), exponent), sign));
    }
}

HWY_INLINE hn::Vec<U16> narrow_to_half(VF x) {
    const F32 d;
    if constexpr (kHalfInstructions) {
        return hn::BitCast(U16(), hn::DemoteTo(F16(), x));
    } else {             // step by step as in base/half.h
        const I32 bits;  // magnitudes are positive, and comparing signed integers is native
        const auto all = hn::BitCast(bits, x);
        const auto magnitude = hn::And(all, hn::Set(bits, 0x7FFFFFFF));
        const auto odd = hn::And(hn::ShiftRight<13>(magnitude), hn::Set(bits, 1));
        auto half = hn::ShiftRight<13>(hn::Add(hn::Sub(magnitude, hn::Set(bits, 0x38000000 - 0xFFF)), odd));
        const auto shifted = hn::Add(hn::BitCast(d, magnitude), hn::Set(d, 0.5f));
        const auto subnormal = hn::Sub(hn::BitCast(bits, shifted), hn::Set(bits, 0x3F000000));
        half = hn::IfThenElse(hn::Lt(magnitude, hn::Set(bits, 0x38800000)), subnormal, half);
        half = hn::IfThenElse(hn::Ge(magnitude, hn::Set(bits, 0x477FF000)), hn::Set(bits, 0x7C00), half);
        half = hn::IfThenElse(hn::Gt(magnitude, hn::Set(bits, 0x7F800000)), hn::Set(bits, 0x7E00), half);
        const auto sign = hn::And(hn::ShiftRight<16>(all), hn::Set(bits, 0x8000));
        return hn::DemoteTo(U16(), hn::Or(half, sign));
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
