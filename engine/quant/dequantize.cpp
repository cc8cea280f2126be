// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/quant/dequantize.h"

#include <cstring>

#include "engine/quant/blocks.h"

namespace vibrant {
namespace {

// Copied out because a block in a mapped file has no alignment.
template <typename Block>
Block load(const std::byte* bytes) {
    Block block;
    std::memcpy(&block, bytes, sizeof(block));
    return block;
}

// Calls decode(block, out of this block) for each block of a row.
template <typename Block, std::size_t kValues, typename Decode>
void each_block(const std::byte* blocks, std::size_t n, float* out, Decode decode) {
    for (std::size_t i = 0; i < n; i += kValues) {
        decode(load<Block>(blocks), out + i);
        blocks += sizeof(Block);
    }
}

// The 4-bit quant of value i of a legacy block.
int nibble(const std::uint8_t (&qs)[16], std::size_t i) {
    return i < 16 ? qs[i] & 0xF : qs[i - 16] >> 4;
}

// Bit 4 of value i of a five-bit legacy block, in place.
int fifth_bit(const std::uint8_t (&qh)[4], std::size_t i) {
    return ((qh[i / 8] >> (i % 8)) & 1) << 4;
}

struct ScaleMin {
    int scale, min;
};

// Pair s (0..7) of the packed table that Q4_K and Q5_K share.
ScaleMin scale_min(const std::uint8_t (&packed)[kScaleMinBytes], std::size_t s) {
    if (s < 4) return {packed[s] & 63, packed[s + 4] & 63};
    return {(packed[s + 4] & 0xF) | (packed[s - 4] >> 6) << 4, (packed[s + 4] >> 4) | (packed[s] >> 6) << 4};
}

// The 6-bit scale s (0..15) of a Q3_K block, still offset by 32.
int q3_k_scale(const std::uint8_t (&packed)[12], std::size_t s) {
    const int low = s < 8 ? packed[s] & 0xF : packed[s - 8] >> 4;
    const int high = (packed[8 + s % 4] >> (2 * (s / 4))) & 3;
    return low | high << 4;
}

}  // namespace

void dequantize_f32(const std::byte* values, std::size_t n, float* out) {
    each_block<float, 1>(values, n, out, [](float f, float* x) { *x = f; });
}

void dequantize_f16(const std::byte* values, std::size_t n, float* out) {
    each_block<f16_bits, 1>(values, n, out, [](f16_bits h, float* x) { *x = f16_to_f32(h); });
}

void dequantize_bf16(const std::byte* values, std::size_t n, float* out) {
    each_block<bf16_bits, 1>(values, n, out, [](bf16_bits b, float* x) { *x = bf16_to_f32(b); });
}

void dequantize_q4_0(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockQ4_0, kLegacyBlock>(blocks, n, out, [](const BlockQ4_0& b, float* x) {
        const float d = f16_to_f32(b.d);
        for (std::size_t i = 0; i < kLegacyBlock; ++i) x[i] = d * static_cast<float>(nibble(b.qs, i) - 8);
    });
}

void dequantize_q4_1(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockQ4_1, kLegacyBlock>(blocks, n, out, [](const BlockQ4_1& b, float* x) {
        const float d = f16_to_f32(b.d), m = f16_to_f32(b.m);
        for (std::size_t i = 0; i < kLegacyBlock; ++i) x[i] = d * static_cast<float>(nibble(b.qs, i)) + m;
    });
}

void dequantize_q5_0(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockQ5_0, kLegacyBlock>(blocks, n, out, [](const BlockQ5_0& b, float* x) {
        const float d = f16_to_f32(b.d);
        for (std::size_t i = 0; i < kLegacyBlock; ++i) {
            x[i] = d * static_cast<float>((nibble(b.qs, i) | fifth_bit(b.qh, i)) - 16);
        }
    });
}

void dequantize_q5_1(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockQ5_1, kLegacyBlock>(blocks, n, out, [](const BlockQ5_1& b, float* x) {
        const float d = f16_to_f32(b.d), m = f16_to_f32(b.m);
        for (std::size_t i = 0; i < kLegacyBlock; ++i) {
            x[i] = d * static_cast<float>(nibble(b.qs, i) | fifth_bit(b.qh, i)) + m;
        }
    });
}

void dequantize_q8_0(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockQ8_0, kLegacyBlock>(blocks, n, out, [](const BlockQ8_0& b, float* x) {
        const float d = f16_to_f32(b.d);
        for (std::size_t i = 0; i < kLegacyBlock; ++i) x[i] = d * static_cast<float>(b.qs[i]);
    });
}

void dequantize_q2_k(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockQ2_K, kSuperBlock>(blocks, n, out, [](const BlockQ2_K& b, float* x) {
        const float d = f16_to_f32(b.d), dmin = f16_to_f32(b.dmin);
        for (std::size_t i = 0; i < kSuperBlock; ++i) {
            const std::size_t half = i / 128, j = i % 128 / 32, l = i % 32;
            const int q = (b.qs[32 * half + l] >> (2 * j)) & 3;
            const int scale = b.scales[i / 16] & 0xF, min = b.scales[i / 16] >> 4;
            x[i] = d * static_cast<float>(scale) * static_cast<float>(q) - dmin * static_cast<float>(min);
        }
    });
}

void dequantize_q3_k(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockQ3_K, kSuperBlock>(blocks, n, out, [](const BlockQ3_K& b, float* x) {
        const float d = f16_to_f32(b.d);
        for (std::size_t i = 0; i < kSuperBlock; ++i) {
            const std::size_t half = i / 128, j = i % 128 / 32, l = i % 32;
            const int low = (b.qs[32 * half + l] >> (2 * j)) & 3;
            const int high = (b.hmask[l] >> (4 * half + j)) & 1;
            const int q = (low | high << 2) - 4, scale = q3_k_scale(b.scales, i / 16) - 32;
            x[i] = d * static_cast<float>(scale) * static_cast<float>(q);
        }
    });
}

void dequantize_q4_k(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockQ4_K, kSuperBlock>(blocks, n, out, [](const BlockQ4_K& b, float* x) {
        const float d = f16_to_f32(b.d), dmin = f16_to_f32(b.dmin);
        for (std::size_t i = 0; i < kSuperBlock; ++i) {
            const std::size_t s = i / 32, l = i % 32;
            const int q = (b.qs[32 * (s / 2) + l] >> (4 * (s % 2))) & 0xF;
            const auto [scale, min] = scale_min(b.scales, s);
            x[i] = d * static_cast<float>(scale) * static_cast<float>(q) - dmin * static_cast<float>(min);
        }
    });
}

void dequantize_q5_k(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockQ5_K, kSuperBlock>(blocks, n, out, [](const BlockQ5_K& b, float* x) {
        const float d = f16_to_f32(b.d), dmin = f16_to_f32(b.dmin);
        for (std::size_t i = 0; i < kSuperBlock; ++i) {
            const std::size_t s = i / 32, l = i % 32;
            const int low = (b.qs[32 * (s / 2) + l] >> (4 * (s % 2))) & 0xF, high = (b.qh[l] >> s) & 1;
            const int q = low | high << 4;
            const auto [scale, min] = scale_min(b.scales, s);
            x[i] = d * static_cast<float>(scale) * static_cast<float>(q) - dmin * static_cast<float>(min);
        }
    });
}

void dequantize_q6_k(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockQ6_K, kSuperBlock>(blocks, n, out, [](const BlockQ6_K& b, float* x) {
        const float d = f16_to_f32(b.d);
        for (std::size_t i = 0; i < kSuperBlock; ++i) {
            const std::size_t half = i / 128, j = i % 128 / 32, l = i % 32;
            const int low = (b.ql[64 * half + 32 * (j % 2) + l] >> (4 * (j / 2))) & 0xF;
            const int high = (b.qh[32 * half + l] >> (2 * j)) & 3;
            const int q = (low | high << 4) - 32;
            x[i] = d * static_cast<float>(b.scales[i / 16]) * static_cast<float>(q);
        }
    });
}

void dequantize_iq4_nl(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockIQ4_NL, kLegacyBlock>(blocks, n, out, [](const BlockIQ4_NL& b, float* x) {
        const float d = f16_to_f32(b.d);
        for (std::size_t i = 0; i < kLegacyBlock; ++i) {
            x[i] = d * static_cast<float>(kIq4Values[nibble(b.qs, i)]);
        }
    });
}

void dequantize_iq4_xs(const std::byte* blocks, std::size_t n, float* out) {
    each_block<BlockIQ4_XS, kSuperBlock>(blocks, n, out, [](const BlockIQ4_XS& b, float* x) {
        const float d = f16_to_f32(b.d);
        for (std::size_t i = 0; i < kSuperBlock; ++i) {
            const std::size_t s = i / 32, l = i % 32;
            const int low = (b.scales_l[s / 2] >> (4 * (s % 2))) & 0xF;
            const int high = (b.scales_h[s / 4] >> (2 * (s % 4))) & 3;
            const int q = (b.qs[16 * s + l % 16] >> (l < 16 ? 0 : 4)) & 0xF;
            x[i] = d * static_cast<float>((low | high << 4) - 32) * static_cast<float>(kIq4Values[q]);
        }
    });
}

}  // namespace vibrant
