// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The scalar decoders: the definition of each format, written to be compared with blocks.h and
// nothing else. The vector decoders of kernels/ must give the same bits (a NaN may differ in its
// payload).
//
// `n` values, a whole number of blocks, from `blocks` (any alignment) to `out`. No checks, no
// allocation. They are the twins for tests and machines without vectors, some 20 times slower than
// the kernels.
#pragma once

#include <cstddef>

namespace vibrant {

void dequantize_f32(const std::byte* values, std::size_t n, float* out);
void dequantize_f16(const std::byte* values, std::size_t n, float* out);
void dequantize_bf16(const std::byte* values, std::size_t n, float* out);
void dequantize_q4_0(const std::byte* blocks, std::size_t n, float* out);
void dequantize_q4_1(const std::byte* blocks, std::size_t n, float* out);
void dequantize_q5_0(const std::byte* blocks, std::size_t n, float* out);
void dequantize_q5_1(const std::byte* blocks, std::size_t n, float* out);
void dequantize_q8_0(const std::byte* blocks, std::size_t n, float* out);
void dequantize_q2_k(const std::byte* blocks, std::size_t n, float* out);
void dequantize_q3_k(const std::byte* blocks, std::size_t n, float* out);
void dequantize_q4_k(const std::byte* blocks, std::size_t n, float* out);
void dequantize_q5_k(const std::byte* blocks, std::size_t n, float* out);
void dequantize_q6_k(const std::byte* blocks, std::size_t n, float* out);
void dequantize_iq4_nl(const std::byte* blocks, std::size_t n, float* out);
void dequantize_iq4_xs(const std::byte* blocks, std::size_t n, float* out);

}  // namespace vibrant
