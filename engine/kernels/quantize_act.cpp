// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Activations to the integers of quantized.h. The numbers are the same on every target, bit for
// bit: a quotient, a product and a rounding to nearest even each, then integer sums.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/quantize_act.cpp"
#include "engine/kernels/highway_targets.h"

#include "engine/kernels/foreach_target.h"

#include <cstring>
#include <limits>

#include "engine/kernels/gemv_dot-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

constexpr std::size_t kBlocks = kActGroup / kActBlock;  // of prefill, per group

// The magnitude's bits order as the magnitudes do, with infinity above all numbers and NaN above
// infinity, which is how either gets through the maximum.
HWY_INLINE VI magnitude(const float* x) {
    return hn::And(hn::BitCast(I32(), hn::LoadU(F32(), x)), hn::Set(I32(), 0x7FFFFFFF));
}

// Lane i of the result is the sum (or maximum) of the lanes 2i and 2i + 1 of a, then of b.
HWY_INLINE VI add_neighbours(VI a, VI b) {
    const I32 d;
    return hn::Add(hn::ConcatEven(d, b, a), hn::ConcatOdd(d, b, a));
}
HWY_INLINE VI max_neighbours(VI a, VI b) {
    const I32 d;
    return hn::Max(hn::ConcatEven(d, b, a), hn::ConcatOdd(d, b, a));
}

// The factor that takes magnitudes up to `max` to 0..limit, and what undoes it.
struct Scaling {
    float to_integer, scale;
};
HWY_INLINE Scaling scaling(float max, int limit) {
    const auto top = static_cast<float>(limit);
    if (!(max <= std::numeric_limits<float>::max())) {
        return {0, std::numeric_limits<float>::quiet_NaN()};
    }
    if (max < kActTiny) return {0, 0};
    return {top / max, max / top};
}

// q[i] = x[i] * factor to nearest, for n (a multiple of kLanes) values.
HWY_INLINE void round_values(const float* x, float factor, std::size_t n, std::int16_t* q) {
    const F32 d;
    const hn::Rebind<std::int16_t, F32> narrow;
    const VF scale = hn::Set(d, factor);
    for (std::size_t i = 0; i < n; i += kLanes) {
        const VI rounded = hn::NearestInt(hn::Mul(hn::LoadU(d, x + i), scale));
        hn::Store(hn::DemoteTo(narrow, rounded), narrow, q + i);
    }
}

// The sums over 16 values of a group.
HWY_INLINE void sum_by_16(const std::int16_t* q, std::int32_t* sums) {
    const I32 d;
    const A16 words;
    constexpr std::size_t kVectors = kActGroup / 2 / kLanes;
    VI v[kVectors];
    for (std::size_t i = 0; i < kVectors; ++i) {
        const VA values = hn::Load(words, q + i * 2 * kLanes);
        v[i] = hn::WidenMulPairwiseAdd(d, values, hn::Set(words, std::int16_t{1}));
    }
    for (std::size_t left = kVectors / 2; left >= kVectors / 8; left /= 2) {
        for (std::size_t i = 0; i < left; ++i) v[i] = add_neighbours(v[2 * i], v[2 * i + 1]);
    }
    for (std::size_t i = 0; i < kVectors / 8; ++i) hn::Store(v[i], d, sums + i * kLanes);
}

// Values [begin, begin + kActGroup) of a row that ends at `end`, continued with zeros in `buffer`.
HWY_INLINE const float* whole_group(const float* x, std::size_t begin, std::size_t end, float (&buffer)[kActGroup]) {
    if (end - begin >= kActGroup) return x + begin;
    std::memset(buffer, 0, sizeof(buffer));
    std::memcpy(buffer, x + begin, (end - begin) * sizeof(float));
    return buffer;
}

HWY_INLINE void quantize_group16(const float* x, std::size_t at, const Act16& out) {
    const I32 d;
    VI max = hn::Zero(d);
    for (std::size_t i = 0; i < kActGroup; i += kLanes) max = hn::Max(max, magnitude(x + i));
    const Scaling s = scaling(hn::GetLane(hn::BitCast(F32(), hn::MaxOfLanes(d, max))), kAct16Max);
    out.scale[at / kActGroup] = s.scale;

    alignas(64) std::int16_t q[kActGroup] = {};
    alignas(64) std::int32_t sums[kActGroup / 16];
    if (s.to_integer != 0) round_values(x, s.to_integer, kActGroup, q);
    const A16 words;
    for (std::size_t i = 0; i < kActGroup; i += kWide) {
        store_chunk(hn::Load(words, q + i), hn::Load(words, q + i + kWide / 2), out.q + at + i);
        if constexpr (kWide == 64) {
            store_chunk(hn::Load(words, q + paired_value(i)), hn::Load(words, q + paired_value(i + kWide / 2)),
                        out.paired + at + i);
        }
    }
    sum_by_16(q, sums);
    float *const sum16 = out.sum16 + at / 16, *const sum32 = out.sum32 + at / 32;
    float* const gapped32 = out.gapped32 + at / 16;
    for (std::size_t i = 0; i < kActGroup / 16; ++i) sum16[i] = static_cast<float>(sums[i]);
    for (std::size_t i = 0; i < kActGroup / 32; ++i) {
        sum32[i] = static_cast<float>(sums[2 * i] + sums[2 * i + 1]);
        gapped32[2 * i] = 0;
        gapped32[2 * i + 1] = sum32[i];
    }
}

void quantize_act16(const float* x, std::size_t begin, std::size_t end, const Act16& out) {
    alignas(64) float buffer[kActGroup];
    for (std::size_t at = begin; at < end; at += kActGroup) {
        quantize_group16(whole_group(x, at, end, buffer), at, out);
    }
}

// The largest magnitude of each block of a group.
HWY_INLINE void block_maxima(const float* x, float (&maxima)[kBlocks]) {
    VI v[kBlocks];
    for (std::size_t b = 0; b < kBlocks; ++b) {
        v[b] = magnitude(x + b * kActBlock);
        for (std::size_t i = kLanes; i < kActBlock; i += kLanes) {
            v[b] = hn::Max(v[b], magnitude(x + b * kActBlock + i));
        }
    }
    // Halved until a block has one lane left, or all of them share one vector.
    std::size_t vectors = kBlocks, lanes = kLanes;  // lanes per block
    for (; vectors > 1 && lanes > 1; vectors /= 2, lanes /= 2) {
        for (std::size_t i = 0; i < vectors / 2; ++i) v[i] = max_neighbours(v[2 * i], v[2 * i + 1]);
    }
    alignas(64) float left[kBlocks * 2];
    for (std::size_t i = 0; i < vectors; ++i) {
        hn::Store(hn::BitCast(F32(), v[i]), F32(), left + i * kLanes);
    }
    for (std::size_t b = 0; b < kBlocks; ++b) {
        std::int32_t bits[2];
        std::memcpy(bits, left + b * lanes, lanes * sizeof(float));
        const std::int32_t max = lanes == 2 ? HWY_MAX(bits[0], bits[1]) : bits[0];
        std::memcpy(&maxima[b], &max, sizeof(max));
    }
}

HWY_INLINE void quantize_group8(const float* x, Act8Block* out) {
    float maxima[kBlocks];
    block_maxima(x, maxima);
    alignas(64) std::int16_t q[kActGroup] = {};
    for (std::size_t b = 0; b < kBlocks; ++b) {
        const Scaling s = scaling(maxima[b], kAct8Max);
        out[b].scale = s.scale;
        const std::size_t at = b * kActBlock;
        if (s.to_integer != 0) round_values(x + at, s.to_integer, kActBlock, q + at);
    }
    const A16 words;
    const hn::Rebind<std::int8_t, A16> narrow;
    for (std::size_t i = 0; i < kActGroup; i += hn::MaxLanes(words)) {
        hn::StoreU(hn::DemoteTo(narrow, hn::Load(words, q + i)), narrow, out[i / kActBlock].q + i % kActBlock);
    }
    alignas(64) std::int32_t sums[kActGroup / 16];
    sum_by_16(q, sums);
    for (std::size_t b = 0; b < kBlocks; ++b) {
        Act8Block& block = out[b];
        for (std::size_t i = 0; i < 2; ++i) {
            block.sum16[i] = block.scale * static_cast<float>(sums[2 * b + i]);
            block.bias16[i] = -128 * sums[2 * b + i];
        }
        const std::int32_t sum = sums[2 * b] + sums[2 * b + 1];
        block.sum32 = block.scale * static_cast<float>(sum);
        block.bias32 = -128 * sum;
    }
}

void quantize_act8(const float* x, std::size_t begin, std::size_t end, const Act8& out, std::size_t row) {
    alignas(64) float buffer[kActGroup];
    alignas(64) Act8Block part[kBlocks];
    while (begin < end) {
        // Up to the end of a group, whose blocks lie together.
        const std::size_t n = HWY_MIN(end, (begin / kActGroup + 1) * kActGroup) - begin;
        Act8Block* const blocks = out.block(row, begin / kActBlock);
        if (n == kActGroup) {
            quantize_group8(x, blocks);
        } else {
            quantize_group8(whole_group(x, 0, n, buffer), part);
            std::memcpy(blocks, part, (n + kActBlock - 1) / kActBlock * sizeof(Act8Block));
        }
        x += n;
        begin += n;
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
