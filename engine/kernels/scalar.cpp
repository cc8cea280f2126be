// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The plain twin of every kernel: sums in double, one value at a time, nothing clever. What the
// tests hold the vector kernels against.

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/base/check.h"
#include "engine/base/half.h"
#include "engine/kernels/gemm_scalar.h"
#include "engine/kernels/scalar_quantized.h"
#include "engine/kernels/tables.h"

namespace vibrant {
namespace {

constexpr std::size_t kChunk = 256;  // values decoded at a time: the largest block

template <DType kType>
void dequantize_row(const std::byte* row, std::size_t n, float* out) {
    traits(kType).dequantize(row, n, out);
}

double dot(const DTypeTraits& type, const std::byte* row, const float* x, std::size_t n) {
    float w[kChunk];
    double sum = 0;
    for (std::size_t begin = 0; begin < n; begin += kChunk) {
        const std::size_t count = std::min(kChunk, n - begin);
        type.dequantize(row + begin / type.block_values * type.block_bytes, count, w);
        for (std::size_t i = 0; i < count; ++i)
            sum += static_cast<double>(w[i]) * static_cast<double>(x[begin + i]);
    }
    return sum;
}

template <DType kType>
void matmul(const MatmulArgs& a) {
    for (std::size_t r = a.row_begin; r < a.row_end; ++r) {
        const std::byte* row = a.weights + r * a.row_stride;
        for (std::size_t c = 0; c < a.n_batch; ++c) {
            const double sum = dot(traits(kType), row, a.x + c * a.x_stride, a.n_cols);
            a.y[c * a.y_stride + r] =
                static_cast<float>(a.bias ? sum + static_cast<double>(a.bias[r]) : sum);
        }
    }
}

double to_double(float x) {
    return static_cast<double>(x);
}
double to_double(f16_bits x) {
    return static_cast<double>(f16_to_f32(x));
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
template <typename T>
void attend(const AttendArgs& a) {
    constexpr std::size_t kStrip = 64;  // dimensions
    const T* k = static_cast<const T*>(a.k);
    const T* v = static_cast<const T*>(a.v);
    for (std::size_t h = 0; h < a.group; ++h) {
        const float* q = a.q + h * a.head_dim;
        const auto score = [&](std::size_t slot) {
            double sum = 0;
            for (std::size_t d = 0; d < a.head_dim; ++d)
                sum += to_double(q[d]) * to_double(k[slot * a.head_dim + d]);
            return sum * to_double(a.scale);
        };
        double max = -std::numeric_limits<double>::infinity();
        each_slot(a.runs, [&](std::size_t slot) { max = std::max(max, score(slot)); });
        // All masked: relative to 0, every weight is 0 instead of NaN.
        if (max == -std::numeric_limits<double>::infinity()) max = 0;

        for (std::size_t begin = 0; begin < a.head_dim; begin += kStrip) {
            const std::size_t count = std::min(kStrip, a.head_dim - begin);
            double weight_sum = 0, out[kStrip] = {};
            each_slot(a.runs, [&](std::size_t slot) {
                const double weight = std::exp(score(slot) - max);
                weight_sum += weight;
                const T* value = v + slot * a.head_dim + begin;
                for (std::size_t d = 0; d < count; ++d) out[d] += weight * to_double(value[d]);
            });
            for (std::size_t d = 0; d < count; ++d) {
                a.out[h * a.head_dim + begin + d] =
                    weight_sum == 0 ? 0.0f : static_cast<float>(out[d] / weight_sum);
            }
        }
    }
}

void rms_norm(const float* x, const float* weight, std::size_t n, float eps, float* out) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += to_double(x[i]) * to_double(x[i]);
    const double scale = 1 / std::sqrt(sum / static_cast<double>(n) + to_double(eps));
    for (std::size_t i = 0; i < n; ++i)
        out[i] = static_cast<float>(to_double(x[i]) * scale * to_double(weight[i]));
}

void rotate(float& a, float& b, float cos, float sin) {
    const double x = to_double(a), y = to_double(b);
    a = static_cast<float>(x * to_double(cos) - y * to_double(sin));
    b = static_cast<float>(x * to_double(sin) + y * to_double(cos));
}

void rope_neox(float* head, const float* cos, const float* sin, std::size_t n_rot) {
    for (std::size_t i = 0; i < n_rot / 2; ++i)
        rotate(head[i], head[i + n_rot / 2], cos[i], sin[i]);
}

void rope_norm(float* head, const float* cos, const float* sin, std::size_t n_rot) {
    for (std::size_t i = 0; i < n_rot / 2; ++i)
        rotate(head[2 * i], head[2 * i + 1], cos[i], sin[i]);
}

void swiglu(const float* gate, const float* up, std::size_t n, float* out) {
    for (std::size_t i = 0; i < n; ++i) {
        const double g = to_double(gate[i]);
        out[i] = static_cast<float>(g / (1 + std::exp(-g)) * to_double(up[i]));
    }
}

void add(float* x, const float* y, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) x[i] += y[i];
}

void to_f16(const float* x, std::size_t n, std::uint16_t* out) {
    for (std::size_t i = 0; i < n; ++i) out[i] = f32_to_f16(x[i]);
}

float max_value(const float* x, std::size_t n) {
    float max = x[0];
    for (std::size_t i = 0; i < n; ++i) {
        if (std::isnan(x[i])) return x[i];
        max = std::max(max, x[i]);
    }
    return max;
}

void block_max(const float* x, std::size_t n, float* out) {
    for (std::size_t begin = 0; begin < n; begin += kWeightBlock) {
        float max = -std::numeric_limits<float>::infinity();
        for (std::size_t i = begin; i < std::min(begin + kWeightBlock, n); ++i) {
            if (x[i] > max) max = x[i];
        }
        *out++ = max;
    }
}

std::uint64_t sum_weights(const float* x, std::size_t n, float best, float scale, float lowest) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (x[i] >= lowest) sum += softmax_weight((x[i] - best) * scale);
    }
    return sum;
}

template <DType kType>
constexpr auto scalar_gemv_of() -> void (*)(const GemvArgs&) {
    if constexpr (is_block_type(kType)) return scalar_gemv<kType>;
    return nullptr;
}

template <DType kType>
constexpr auto scalar_gemm_of() -> void (*)(const GemmArgs&) {
    if constexpr (is_block_type(kType)) return scalar_gemm<kType>;
    return nullptr;
}

void attend_tile(const AttendTileArgs& a) {
    std::array<SlotRun, 3> runs{};
    VIBRANT_CHECK(a.runs.size() <= runs.size());
    std::copy(a.runs.begin(), a.runs.end(), runs.begin());
    for (std::size_t p = a.n_positions; p-- > 0;) {
        attend<f16_bits>({.q = a.q + p * a.stride,
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

template <std::size_t... kTypes>
constexpr KernelTable scalar_table(std::index_sequence<kTypes...>) {
    return {
        .name = "SCALAR",
        .dequantize_row = {dequantize_row<static_cast<DType>(kTypes)>...},
        .matmul = {matmul<static_cast<DType>(kTypes)>...},
        .quantize_act16 = scalar_quantize_act16,
        .quantize_act8 = scalar_quantize_act8,
        .gemv = {scalar_gemv_of<static_cast<DType>(kTypes)>()...},
        .gemm = {scalar_gemm_of<static_cast<DType>(kTypes)>()...},
        .attend_f32 = attend<float>,
        .attend_f16 = attend<f16_bits>,
        .attend_tile_f16 = attend_tile,
        .rms_norm = rms_norm,
        .rope_neox = rope_neox,
        .rope_norm = rope_norm,
        .swiglu = swiglu,
        .add = add,
        .f32_to_f16 = to_f16,
        .max = max_value,
        .block_max = block_max,
        .sum_weights = sum_weights,
    };
}

}  // namespace

constinit const KernelTable kScalarKernels = scalar_table(std::make_index_sequence<kDTypeCount>());

}  // namespace vibrant
