// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The 8-bit dot product at full speed, once per instruction set that has a different one.

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "engine/cli/machine_limits.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/cli/int8_peak.cpp"
// Left out: targets whose 8-bit dot product is that of a target kept (SSSE3, SSE4: 16 bytes of what
// AVX2 has 32 of; Zen 4 and SPR: AVX3_DL's), and those whose vectors have no size at compile time.
#define HWY_WANT_AVX3_DL  // Highway compiles it on demand only, and only it has the x86 dot product
#define HWY_DISABLED_TARGETS \
    (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_ZEN4 | HWY_AVX3_SPR | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef VIBRANT_CLI_INT8_WORK_OF
#define VIBRANT_CLI_INT8_WORK_OF
namespace vibrant::cli::detail {
// The function of a target bit; nullptr where that target isn't compiled.
template <std::int64_t kTarget>
constexpr Int8Work kInt8WorkOf = nullptr;
}  // namespace vibrant::cli::detail
#endif

HWY_BEFORE_NAMESPACE();
namespace vibrant::cli::detail {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

constexpr hn::ScalableTag<std::int32_t> kSums;
constexpr hn::Repartition<std::uint8_t, decltype(kSums)> kUnsigned;
constexpr hn::Repartition<std::int8_t, decltype(kSums)> kSigned;
using Sums = hn::Vec<decltype(kSums)>;
using Unsigned = hn::Vec<decltype(kUnsigned)>;
using Signed = hn::Vec<decltype(kSigned)>;

// Four products per 32-bit sum, the way a matrix kernel would do it on this target.
HWY_INLINE Sums dot(Unsigned a, Signed b, Sums sums) {
#if HWY_TARGET == HWY_AVX2
    // No 8-bit dot product: pairs into 16 bits, pairs of those into 32.
    constexpr hn::Repartition<std::int16_t, decltype(kSums)> kPairs;
    const auto pairs = hn::SatWidenMulPairwiseAdd(kPairs, a, b);
    return hn::Add(sums, hn::WidenMulPairwiseAdd(kSums, pairs, hn::Set(kPairs, 1)));
#elif HWY_ARCH_ARM_A64
    return hn::SumOfMulQuadAccumulate(kSums, hn::BitCast(kSigned, a), b,
                                      sums);  // SDOT; few have the mixed USDOT
#else
    return hn::SumOfMulQuadAccumulate(kSums, a, b, sums);
#endif
}

// Makes the compiler forget what it knows of `b`, without an instruction: with constant inputs it would multiply once,
// before the loop, and measure additions.
HWY_INLINE Signed forget(Signed b) {
#if HWY_ARCH_X86
    asm volatile("" : "+v"(b.raw));
#elif HWY_ARCH_ARM_A64
    asm volatile("" : "+w"(b.raw));
#endif
    return b;
}

// Twelve independent sums: 2 instructions per clock at a latency of 5 need ten. They start apart,
// or the compiler would see that all are the same.
std::uint64_t int8_work(std::uint64_t rounds) {
    const Unsigned a = hn::BitCast(kUnsigned, hn::Iota(kSums, 0x01020304));
    Signed b = hn::BitCast(kSigned, hn::Iota(kSums, 0x01010203));
    Sums s0 = hn::Set(kSums, 0), s1 = hn::Set(kSums, 1), s2 = hn::Set(kSums, 2), s3 = hn::Set(kSums, 3);
    Sums s4 = hn::Set(kSums, 4), s5 = hn::Set(kSums, 5), s6 = hn::Set(kSums, 6), s7 = hn::Set(kSums, 7);
    Sums s8 = hn::Set(kSums, 8), s9 = hn::Set(kSums, 9), s10 = hn::Set(kSums, 10), s11 = hn::Set(kSums, 11);
    for (std::uint64_t round = 0; round < rounds; ++round) {
        for (Sums* sum : {&s0, &s1, &s2, &s3, &s4, &s5, &s6, &s7, &s8, &s9, &s10, &s11}) {
            b = forget(b);
            *sum = dot(a, b, *sum);
        }
    }
    const Sums total =
        hn::Add(hn::Add(hn::Add(s0, s1), hn::Add(s2, s3)),
                hn::Add(hn::Add(hn::Add(s4, s5), hn::Add(s6, s7)), hn::Add(hn::Add(s8, s9), hn::Add(s10, s11))));
    volatile std::int32_t used = hn::ReduceSum(kSums, total);
    (void)used;
    return rounds * 12 * 4 * hn::Lanes(kSums);
}

}  // namespace HWY_NAMESPACE

template <>
constexpr Int8Work kInt8WorkOf<HWY_TARGET> = &HWY_NAMESPACE::int8_work;

}  // namespace vibrant::cli::detail
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

#if HWY_ARCH_X86
#include <immintrin.h>
#endif

namespace vibrant::cli::detail {
namespace {

#if HWY_ARCH_X86
// AVX-VNNI, the byte dot product of client processors without AVX-512: Highway has no target for it.
[[gnu::target("avx2,avxvnni")]] std::uint64_t int8_work_avx_vnni(std::uint64_t rounds) {
    constexpr int kSums = 12;
    const __m256i a = _mm256_set1_epi32(0x01020304);
    __m256i b = _mm256_set1_epi32(0x01010203);
    __m256i sums[kSums];
    for (int i = 0; i < kSums; ++i) sums[i] = _mm256_set1_epi32(i);
    for (std::uint64_t round = 0; round < rounds; ++round) {
        for (__m256i& sum : sums) {
            asm volatile("" : "+x"(b));  // see forget()
            sum = _mm256_dpbusd_avx_epi32(sum, a, b);
        }
    }
    __m256i total = sums[0];
    for (int i = 1; i < kSums; ++i) total = _mm256_add_epi32(total, sums[i]);
    volatile std::int32_t used = _mm256_extract_epi32(total, 0);
    (void)used;
    return rounds * kSums * sizeof(__m256i);
}
#endif

template <std::size_t... kBits>
Int8Work first_supported(std::index_sequence<kBits...>) {
    const std::int64_t supported = hwy::SupportedTargets();
#if HWY_ARCH_X86
    const auto is_avx_vnni = [](const KernelTable* table) { return std::string_view(table->name) == "AVX2_VNNI"; };
    if (!(supported & HWY_AVX3_DL) && std::ranges::any_of(kernel_tables(), is_avx_vnni)) return int8_work_avx_vnni;
#endif
    Int8Work best = nullptr;
    const auto consider = [&](std::int64_t target, Int8Work work) {
        if (best == nullptr && work != nullptr && (supported & target)) best = work;
    };
    (consider(std::int64_t{1} << kBits, kInt8WorkOf<(std::int64_t{1} << kBits)>), ...);
    return best != nullptr ? best : kInt8WorkOf<HWY_STATIC_TARGET>;
}

}  // namespace

// Highway numbers its targets so that a lower bit is a better target.
Int8Work best_int8_work() {
    return first_supported(std::make_index_sequence<62>());
}

}  // namespace vibrant::cli::detail
#endif  // HWY_ONCE
