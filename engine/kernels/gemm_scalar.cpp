// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/kernels/gemm_scalar.h"

#include "engine/kernels/gemm_scratch.h"

namespace vibrant {

std::size_t gemm_scratch_bytes(std::size_t) {
    return sizeof(GemmScratch);
}

template <DType kType>
void scalar_gemm(const GemmArgs& a) {
    const DTypeTraits& type = traits(kType);
    for (std::size_t r = a.row_begin; r < a.row_end; ++r) {
        const std::byte* row = a.weights + r * a.row_stride;
        for (std::size_t b = 0; b < a.n_batch; ++b) {
            double dot = 0;
            for (std::size_t at = 0; at < a.n_cols; at += type.block_values) {
                float w[kActGroup];
                type.dequantize(row + at / type.block_values * type.block_bytes, type.block_values, w);
                for (std::size_t i = 0; i < type.block_values; ++i) {
                    const Act8Block& block = *a.x.block(b, (at + i) / kActBlock);
                    dot += static_cast<double>(w[i]) * static_cast<double>(block.scale) * block.q[(at + i) % kActBlock];
                }
            }
            a.y[b * a.y_stride + r] = static_cast<float>(a.bias ? dot + static_cast<double>(a.bias[r]) : dot);
        }
    }
}

template void scalar_gemm<DType::kQ4_0>(const GemmArgs&);
template void scalar_gemm<DType::kQ4_1>(const GemmArgs&);
template void scalar_gemm<DType::kQ5_0>(const GemmArgs&);
template void scalar_gemm<DType::kQ5_1>(const GemmArgs&);
template void scalar_gemm<DType::kQ8_0>(const GemmArgs&);
template void scalar_gemm<DType::kQ2_K>(const GemmArgs&);
template void scalar_gemm<DType::kQ3_K>(const GemmArgs&);
template void scalar_gemm<DType::kQ4_K>(const GemmArgs&);
template void scalar_gemm<DType::kQ5_K>(const GemmArgs&);
template void scalar_gemm<DType::kQ6_K>(const GemmArgs&);
template void scalar_gemm<DType::kIQ4_NL>(const GemmArgs&);
template void scalar_gemm<DType::kIQ4_XS>(const GemmArgs&);

}  // namespace vibrant
