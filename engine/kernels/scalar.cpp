// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The plain twin of every kernel: sums in double, one value at a time, nothing clever. What the
// tests hold the vector kernels against.

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/base/half.h"
#include "engine/kernels/gemm_scalar.h"
#include "engine/kernels/scalar_attention.h"
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
        for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(w[i]) * static_cast<double>(x[begin + i]);
    }
    return sum;
}

template <DType kType>
void matmul(const MatmulArgs& a) {
    for (std::size_t r = a.row_begin; r < a.row_end; ++r) {
        const std::byte* row = a.weights + r * a.row_stride;
        for (std::size_t c = 0; c < a.n_batch; ++c) {
            const double sum = dot(traits(kType), row, a.x + c * a.x_stride, a.n_cols);
            a.y[c * a.y_stride + r] = static_cast<float>(a.bias ? sum + static_cast<double>(a.bias[r]) : sum);
        }
    }
}

double to_double(float x) {
    return static_cast<double>(x);
}

void rms_norm(const float* x, const float* weight, std::size_t n, float eps, float* out) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += to_double(x[i]) * to_double(x[i]);
    const double scale = 1 / std::sqrt(sum / static_cast<double>(n) + to_double(eps));
    for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<float>(to_double(x[i]) * scale * to_double(weight[i]));
}

void rotate(float& a, float& b, float cos, float sin) {
    const double x = to_double(a), y = to_double(b);
    a = static_cast<float>(x * to_double(cos) - y * to_double(sin));
    b = static_cast<float>(x * to_double(sin) + y * to_double(cos));
}

void rope_neox(float* head, const float* cos, const float* sin, std::size_t n_rot) {
    for (std::size_t i = 0; i < n_rot / 2; ++i) rotate(head[i], head[i + n_rot / 2], cos[i], sin[i]);
}

void rope_norm(float* head, const float* cos, const float* sin, std::size_t n_rot) {
    for (std::size_t i = 0; i < n_rot / 2; ++i) rotate(head[2 * i], head[2 * i + 1], cos[i], sin[i]);
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
        .attend_f32 = scalar_attend_f32,
        .attend_f16 = scalar_attend_f16,
        .attend_i8 = scalar_attend_i8,
        .attend_tile_f16 = scalar_attend_tile_f16,
        .attend_tile_i8 = scalar_attend_tile_i8,
        .attend_merge = scalar_attend_merge,
        .rms_norm = rms_norm,
        .rope_neox = rope_neox,
        .rope_norm = rope_norm,
        .swiglu = swiglu,
        .add = add,
        .f32_to_f16 = to_f16,
        .f32_to_kv8 = scalar_to_kv8,
        .hadamard = scalar_hadamard,
        .max = max_value,
        .block_max = block_max,
        .sum_weights = sum_weights,
    };
}

}  // namespace

constinit const KernelTable kScalarKernels = scalar_table(std::make_index_sequence<kDTypeCount>());

}  // namespace vibrant
