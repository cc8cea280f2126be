// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Keys and values of one KV head as the cache holds them, read as floats: f32, f16, or 8 bits with a
// scale per row (kv_type.h). Values of a row are up to that scale.

#if defined(VIBRANT_KERNELS_KV_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_KV_INL_H
#undef VIBRANT_KERNELS_KV_INL_H
#else
#define VIBRANT_KERNELS_KV_INL_H
#endif

#include <cstring>

#include "engine/kernels/half-inl.h"
#include "engine/kernels/kv_type.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

template <class D>
HWY_INLINE hn::Vec<D> load_as(D d, const float* x) {
    return hn::LoadU(d, x);
}
template <class D>
HWY_INLINE hn::Vec<D> load_as(D d, const std::uint16_t* x) {
    return widen_half(d, hn::LoadU(hn::Rebind<std::uint16_t, D>(), x));
}
template <class D>
HWY_INLINE hn::Vec<D> load_as(D d, const std::int8_t* x) {
    const auto bytes = hn::LoadU(hn::Rebind<std::int8_t, D>(), x);
    return hn::ConvertTo(d, hn::PromoteTo(hn::RebindToSigned<D>(), bytes));
}
// The first n lanes, zeros in the others.
HWY_INLINE VF load_n(const float* x, std::size_t n) {
    return hn::LoadN(F32(), x, n);
}
HWY_INLINE VF load_n(const std::uint16_t* x, std::size_t n) {
    return widen_half(F32(), hn::LoadN(U16(), x, n));
}
HWY_INLINE VF load_n(const std::int8_t* x, std::size_t n) {
    const auto bytes = hn::LoadN(hn::Rebind<std::int8_t, F32>(), x, n);
    return hn::ConvertTo(F32(), hn::PromoteTo(I32(), bytes));
}

template <typename T>
struct KvRows {
    static constexpr bool kScaled = sizeof(T) == 1;
    const T* base;
    std::size_t head_dim;

    HWY_INLINE const T* row(std::size_t slot) const {
        return base + slot * (kScaled ? kv_row_bytes(KvType::kInt8, head_dim) : head_dim);
    }
    HWY_INLINE float scale(const T* row) const {
        float scale = 1;
        if constexpr (kScaled) std::memcpy(&scale, row + kv8_scale_at(head_dim), sizeof(scale));
        return scale;
    }
};

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
