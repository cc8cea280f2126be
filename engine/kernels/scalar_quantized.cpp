// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/kernels/scalar_quantized.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vibrant {
namespace {

struct Scaling {
    float to_integer, scale;
};

// As in quantize_act.cpp: the same operations in the same order give the same bits.
Scaling scaling(const float* x, std::size_t n, int limit) {
    float max = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (!std::isfinite(x[i])) return {0, std::numeric_limits<float>::quiet_NaN()};
        max = std::max(max, std::abs(x[i]));
    }
    if (max < kActTiny) return {0, 0};
    return {static_cast<float>(limit) / max, max / static_cast<float>(limit)};
}

int round_value(float x, const Scaling& s) {
    return s.to_integer == 0 ? 0 : static_cast<int>(std::nearbyint(x * s.to_integer));
}

template <typename Integer>
int total(const Integer* q, std::size_t n) {
    int sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += q[i];
    return sum;
}

template <typename Integer>
float sum(const Integer* q, std::size_t n) {
    return static_cast<float>(total(q, n));
}

}  // namespace

void scalar_quantize_act16(const float* x, std::size_t begin, std::size_t end, const Act16& out) {
    for (std::size_t at = begin; at < end; at += kActGroup) {
        const std::size_t n = std::min(kActGroup, end - at);
        const Scaling s = scaling(x + at, n, kAct16Max);
        std::int16_t* q = out.q + at;
        for (std::size_t i = 0; i < kActGroup; ++i) {
            q[i] = static_cast<std::int16_t>(i < n ? round_value(x[at + i], s) : 0);
        }
        out.scale[at / kActGroup] = s.scale;
        for (std::size_t i = 0; i < kActGroup; i += 16) out.sum16[(at + i) / 16] = sum(q + i, 16);
        for (std::size_t i = 0; i < kActGroup; i += 32) {
            out.sum32[(at + i) / 32] = out.gapped32[(at + i) / 16 + 1] = sum(q + i, 32);
            out.gapped32[(at + i) / 16] = 0;
        }
    }
}

void scalar_quantize_act8(const float* x, std::size_t begin, std::size_t end, const Act8& out, std::size_t row) {
    for (std::size_t at = begin; at < end; at += kActBlock, x += kActBlock) {
        const std::size_t count = std::min(kActBlock, end - at);
        const Scaling s = scaling(x, count, kAct8Max);
        Act8Block& block = *out.block(row, at / kActBlock);
        std::int8_t* q = block.q;
        for (std::size_t i = 0; i < kActBlock; ++i) {
            q[i] = static_cast<std::int8_t>(i < count ? round_value(x[i], s) : 0);
        }
        block.scale = s.scale;
        block.sum32 = s.scale * sum(q, 32);
        block.bias32 = -128 * total(q, 32);
        for (std::size_t i = 0; i < 2; ++i) {
            block.sum16[i] = s.scale * sum(q + 16 * i, 16);
            block.bias16[i] = -128 * total(q + 16 * i, 16);
        }
    }
}

template <DType kType>
void scalar_gemv(const GemvArgs& a) {
    const DTypeTraits& type = traits(kType);
    for (std::size_t r = a.row_begin; r < a.row_end; ++r) {
        const std::byte* row = a.weights + r * a.row_stride;
        double dot = 0;
        for (std::size_t at = 0; at < a.n_cols; at += type.block_values) {
            float w[kActGroup];
            type.dequantize(row + at / type.block_values * type.block_bytes, type.block_values, w);
            for (std::size_t i = 0; i < type.block_values; ++i) {
                const auto scale = static_cast<double>(a.x.scale[(at + i) / kActGroup]);
                dot += static_cast<double>(w[i]) * scale * a.x.q[at + i];
            }
        }
        a.y[r] = static_cast<float>(a.bias ? dot + static_cast<double>(a.bias[r]) : dot);
    }
}

template void scalar_gemv<DType::kQ4_0>(const GemvArgs&);
template void scalar_gemv<DType::kQ4_1>(const GemvArgs&);
template void scalar_gemv<DType::kQ5_0>(const GemvArgs&);
template void scalar_gemv<DType::kQ5_1>(const GemvArgs&);
template void scalar_gemv<DType::kQ8_0>(const GemvArgs&);
template void scalar_gemv<DType::kQ2_K>(const GemvArgs&);
template void scalar_gemv<DType::kQ3_K>(const GemvArgs&);
template void scalar_gemv<DType::kQ4_K>(const GemvArgs&);
template void scalar_gemv<DType::kQ5_K>(const GemvArgs&);
template void scalar_gemv<DType::kQ6_K>(const GemvArgs&);
template void scalar_gemv<DType::kIQ4_NL>(const GemvArgs&);
template void scalar_gemv<DType::kIQ4_XS>(const GemvArgs&);

}  // namespace vibrant
