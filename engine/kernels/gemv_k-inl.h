// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the gemv of the formats with super-blocks of 256 values share: quants in strips. The layouts
// are those of quant/blocks.h.

#if defined(VIBRANT_KERNELS_GEMV_K_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_GEMV_K_INL_H
#undef VIBRANT_KERNELS_GEMV_K_INL_H
#else
#define VIBRANT_KERNELS_GEMV_K_INL_H
#endif

#include <cstddef>

#include "engine/kernels/gemv-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// The quants of a super-block come in strips of 32 values. A `Place` says where: the bits of a
// strip, kBits wide, stand at bit `bit(strip)` of the 32 bytes from `byte(strip)` on, and belong at
// bit `to(strip)`.

// Shifts right by kCount, left if negative. Bits that cross into a neighbouring byte are garbage.
template <int kCount>
HWY_INLINE VW shift_right(VW v) {
    const hn::Repartition<std::uint16_t, W8> words;
    if constexpr (kCount > 0) {
        return hn::BitCast(W8(), hn::ShiftRight<kCount>(hn::BitCast(words, v)));
    } else if constexpr (kCount < 0) {
        return hn::BitCast(W8(), hn::ShiftLeft<-kCount>(hn::BitCast(words, v)));
    } else {
        return v;
    }
}

// The bits of vector kVector of a group in their place, all others cleared. kPaired as in
// FactorShape.
template <class Place, std::size_t kVector, bool kPaired = false>
HWY_INLINE VW place_bits(const std::uint8_t* bytes) {
    const W8 d;
    constexpr std::size_t value = kVector * kWide;
    constexpr std::size_t strip = (kPaired ? paired_value(value) : value) / 32;
    constexpr int to = Place::to(strip), turn = Place::bit(strip) - to;
    VW v;
    if constexpr (kWide < 64) {
        v = shift_right<turn>(hn::LoadU(d, bytes + Place::byte(strip) + value % 32));
    } else {
        constexpr std::size_t other = kPaired ? strip + 2 : strip + 1;  // the vector's second strip
        if constexpr (Place::byte(other) == Place::byte(strip) + 32) {
            static_assert(Place::bit(other) == Place::bit(strip) && Place::to(other) == to);
            v = shift_right<turn>(hn::LoadU(d, bytes + Place::byte(strip)));
        } else {
            // Both from the same bytes: a copy each, turned within 32 bits by its own count.
            static_assert(Place::byte(other) == Place::byte(strip) && Place::to(other) == to);
            constexpr std::uint32_t a = turn & 31, b = (Place::bit(other) - to) & 31;
            alignas(64) static constexpr std::uint32_t kTurns[16] = {a, a, a, a, a, a, a, a, b, b, b, b, b, b, b, b};
            const hn::Half<W8> half;
            const hn::Repartition<std::uint32_t, W8> wide;
            const auto once = hn::LoadU(half, bytes + Place::byte(strip));
            const auto twice = hn::BitCast(wide, hn::Combine(d, once, once));
            v = hn::BitCast(d, hn::Ror(twice, hn::Load(wide, kTurns)));
        }
    }
    return hn::And(v, hn::Set(d, ((1 << Place::kBits) - 1) << to));
}

template <class B>
struct Super {
    using Block = B;
    static constexpr std::size_t kBlockValues = kSuperBlock, kGroupBytes = sizeof(B);

    // A packed struct of bytes: any address will do.
    static HWY_INLINE const B& at(const std::byte* blocks) { return *reinterpret_cast<const B*>(blocks); }
};

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
