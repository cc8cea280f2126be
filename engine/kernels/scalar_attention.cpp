// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/kernels/scalar_attention.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "engine/base/check.h"
#include "engine/base/half.h"

namespace vibrant {
namespace {

constexpr double kMinusInfinity = -std::numeric_limits<double>::infinity();

double to_double(float x) {
    return static_cast<double>(x);
}

// Value d of a row of the cache.
template <KvType kType>
double value_of(const std::byte* row, std::size_t d, std::size_t head_dim) {
    const auto read = [row]<typename T>(std::size_t at, T value) {
        std::memcpy(&value, row + at, sizeof(value));
        return value;
    };
    if constexpr (kType == KvType::kF32) return to_double(read(4 * d, 0.0f));
    if constexpr (kType == KvType::kF16) return to_double(f16_to_f32(read(2 * d, f16_bits{})));
    return to_double(read(kv8_scale_at(head_dim), 0.0f)) * read(d, std::int8_t{});
}

// The slots of `runs` one after the other, as visit(slot).
template <typename Visit>
void each_slot(std::span<const SlotRun> runs, Visit visit) {
    for (const SlotRun& run : runs) {
        for (std::size_t i = 0; i < run.count; ++i) visit(run.begin + i);
    }
}

// Straight from the definition: the maximum over all slots first, then weights and sums. No tiles.
// The weights are computed again for each strip of dimensions, which saves the memory for them.
template <KvType kType>
void attend(const AttendArgs& a) {
    constexpr std::size_t kStrip = 64;  // dimensions
    const auto row = [&](const void* base, std::size_t slot) {
        return static_cast<const std::byte*>(base) + slot * kv_row_bytes(kType, a.head_dim);
    };
    for (std::size_t h = 0; h < a.group; ++h) {
        const float* q = a.q + h * a.head_dim;
        const auto score = [&](std::size_t slot) {
            double sum = 0;
            for (std::size_t d = 0; d < a.head_dim; ++d)
                sum += to_double(q[d]) * value_of<kType>(row(a.k, slot), d, a.head_dim);
            return sum * to_double(a.scale);
        };
        double max = kMinusInfinity;
        each_slot(a.runs, [&](std::size_t slot) { max = std::max(max, score(slot)); });
        // All masked: relative to 0, every weight is 0 instead of NaN.
        const double reference = max == kMinusInfinity ? 0 : max;

        double weight_sum = 0;
        for (std::size_t begin = 0; begin < a.head_dim; begin += kStrip) {
            const std::size_t count = std::min(kStrip, a.head_dim - begin);
            double out[kStrip] = {};
            weight_sum = 0;
            each_slot(a.runs, [&](std::size_t slot) {
                const double weight = std::exp(score(slot) - reference);
                weight_sum += weight;
                for (std::size_t d = 0; d < count; ++d)
                    out[d] += weight * value_of<kType>(row(a.v, slot), begin + d, a.head_dim);
            });
            const double total = a.max != nullptr || weight_sum == 0 ? 1 : weight_sum;
            for (std::size_t d = 0; d < count; ++d)
                a.out[h * a.head_dim + begin + d] = static_cast<float>(out[d] / total);
        }
        if (a.max == nullptr) continue;
        a.max[h] = static_cast<float>(max);
        a.sum[h] = static_cast<float>(weight_sum);
    }
}

template <KvType kType>
void attend_tile(const AttendTileArgs& a) {
    std::array<SlotRun, 3> runs{};
    VIBRANT_CHECK(a.runs.size() <= runs.size());
    std::copy(a.runs.begin(), a.runs.end(), runs.begin());
    for (std::size_t p = a.n_positions; p-- > 0;) {
        attend<kType>({.q = a.q + p * a.stride,
                       .group = a.group,
                       .head_dim = a.head_dim,
                       .k = a.k,
                       .v = a.v,
                       .runs = runs,
                       .scale = a.scale,
                       .out = a.out + p * a.stride});
        // The position before sees all but the newest slot.
        for (std::size_t r = a.runs.size(); r-- > 0;) {
            if (runs[r].count == 0) continue;
            --runs[r].count;
            break;
        }
    }
}

}  // namespace

void scalar_attend_f32(const AttendArgs& args) {
    attend<KvType::kF32>(args);
}
void scalar_attend_f16(const AttendArgs& args) {
    attend<KvType::kF16>(args);
}
void scalar_attend_i8(const AttendArgs& args) {
    attend<KvType::kInt8>(args);
}
void scalar_attend_tile_f16(const AttendTileArgs& args) {
    attend_tile<KvType::kF16>(args);
}
void scalar_attend_tile_i8(const AttendTileArgs& args) {
    attend_tile<KvType::kInt8>(args);
}

void scalar_attend_merge(const AttendMergeArgs& a) {
    for (std::size_t h = 0; h < a.group; ++h) {
        const auto part = [&](std::size_t p) { return a.parts + p * a.part_stride; };
        const auto max_of = [&](std::size_t p) { return to_double(part(p)[a.group * a.head_dim + h]); };
        double max = kMinusInfinity, total = 0;
        for (std::size_t p = 0; p < a.n_parts; ++p) max = std::max(max, max_of(p));
        if (max == kMinusInfinity) max = 0;
        for (std::size_t p = 0; p < a.n_parts; ++p)
            total += std::exp(max_of(p) - max) * to_double(part(p)[a.group * (a.head_dim + 1) + h]);
        if (total == 0) total = 1;
        for (std::size_t d = 0; d < a.head_dim; ++d) {
            double sum = 0;
            for (std::size_t p = 0; p < a.n_parts; ++p)
                sum += std::exp(max_of(p) - max) * to_double(part(p)[h * a.head_dim + d]);
            a.out[h * a.head_dim + d] = static_cast<float>(sum / total);
        }
    }
}

void scalar_to_kv8(const float* x, std::size_t n, std::byte* row) {
    float largest = 0;
    bool is_finite = true;
    for (std::size_t i = 0; i < n; ++i) {
        largest = std::max(largest, std::abs(x[i]));
        is_finite = is_finite && std::isfinite(x[i]);
    }
    const float scale = is_finite ? largest / kKv8Max : std::numeric_limits<float>::quiet_NaN();
    const bool empty = !is_finite || scale < std::numeric_limits<float>::min();
    for (std::size_t i = 0; i < n; ++i) {
        const float q = empty ? 0.0f : std::nearbyint(x[i] * (1 / scale));
        row[i] = std::bit_cast<std::byte>(static_cast<std::int8_t>(q));
    }
    std::memcpy(row + kv8_scale_at(n), &scale, sizeof(scale));
}

// From the definition, sign by sign: H[i][j] = (-1)^popcount(i & j) / sqrt(size).
void scalar_hadamard(float* x, std::size_t n) {
    constexpr std::size_t kLargest = 1024;
    const std::size_t size = n & (~n + 1);  // its lowest bit
    VIBRANT_CHECK(size <= kLargest);
    for (std::size_t begin = 0; begin < n; begin += size) {
        double out[kLargest];
        for (std::size_t i = 0; i < size; ++i) {
            out[i] = 0;
            for (std::size_t j = 0; j < size; ++j)
                out[i] += (std::popcount(i & j) % 2 ? -1 : 1) * to_double(x[begin + j]);
        }
        for (std::size_t i = 0; i < size; ++i)
            x[begin + i] = static_cast<float>(out[i] / std::sqrt(static_cast<double>(size)));
    }
}

}  // namespace vibrant
