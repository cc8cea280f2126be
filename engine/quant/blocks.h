// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The quantised block formats as they lie in a GGUF file, one struct each. The layouts are ggml's
// (ggml-common.h of ggml-org/ggml is their home); what each field means is said here, how values
// come out of it in dequantize.cpp.
//
// Numbers are little endian; `f16_bits` is an IEEE binary16. A legacy block holds 32 values, a K or
// IQ4_XS block 256, cut into sub-blocks of 16 or 32 values with a small integer scale each.
// Bytes of a mapped file have no alignment (Q6_K blocks are 210 bytes apart), so every struct is
// packed to alignment 1: never take the address of a multi-byte field.
//
// Every product scale * sub-block scale * quant is exact in f32 (11 + 7 + 6 significant bits at
// most), so a decoder may multiply in any order, and fuse or not fuse the final subtraction, and
// still gives the same bits.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/base/half.h"

namespace vibrant {

inline constexpr std::size_t kLegacyBlock = 32;  // values
inline constexpr std::size_t kSuperBlock = 256;  // values

#pragma pack(push, 1)

// 4.5 bits per weight: x = d * (q - 8).
struct BlockQ4_0 {
    f16_bits d;
    std::uint8_t qs[16];  // low nibbles: values 0..15, high nibbles: values 16..31
};

// 5 bits per weight: x = d * q + m.
struct BlockQ4_1 {
    f16_bits d, m;
    std::uint8_t qs[16];  // as Q4_0
};

// 5.5 bits per weight: x = d * (q - 16).
struct BlockQ5_0 {
    f16_bits d;
    std::uint8_t qh[4];   // one little-endian word: bit i is bit 4 of value i
    std::uint8_t qs[16];  // bits 0..3, as Q4_0
};

// 6 bits per weight: x = d * q + m.
struct BlockQ5_1 {
    f16_bits d, m;
    std::uint8_t qh[4];   // as Q5_0
    std::uint8_t qs[16];  // as Q4_0
};

// 8.5 bits per weight: x = d * q. Quantisers write -127..127, a reader accepts -128.
struct BlockQ8_0 {
    f16_bits d;
    std::int8_t qs[32];
};

// 2.625 bits per weight, 16 sub-blocks of 16: x = d * scale * q - dmin * min.
struct BlockQ2_K {
    std::uint8_t scales[16];  // per sub-block: scale in bits 0..3, min in bits 4..7
    std::uint8_t qs[64];      // value 128h + 32j + l: bits 2j, 2j + 1 of byte 32h + l
    f16_bits d, dmin;
};

// 3.4375 bits per weight, 16 sub-blocks of 16: x = d * (scale - 32) * (q - 4).
struct BlockQ3_K {
    std::uint8_t hmask[32];   // bit 2 of value 128h + 32j + l: bit 4h + j of byte l
    std::uint8_t qs[64];      // bits 0 and 1, as Q2_K
    std::uint8_t scales[12];  // 6 bits each: low nibbles in bytes 0..7, bits 4 and 5 in bytes 8..11
    f16_bits d;
};

// 8 pairs of 6-bit scale and min in 12 bytes, shared by Q4_K and Q5_K:
// bytes 0..3: scale 0..3 and, in bits 6 and 7, bits 4 and 5 of scale 4..7; bytes 4..7: the same for
// the mins; bytes 8..11: bits 0..3 of scale 4..7 (low nibble) and of min 4..7 (high nibble).
inline constexpr std::size_t kScaleMinBytes = 12;

// 4.5 bits per weight, 8 sub-blocks of 32: x = d * scale * q - dmin * min.
struct BlockQ4_K {
    f16_bits d, dmin;
    std::uint8_t scales[kScaleMinBytes];
    std::uint8_t qs[128];  // byte 32j + l: value 64j + l in the low nibble, 64j + 32 + l in the high one
};

// 5.5 bits per weight: Q4_K with a fifth bit.
struct BlockQ5_K {
    f16_bits d, dmin;
    std::uint8_t scales[kScaleMinBytes];
    std::uint8_t qh[32];   // bit 4 of value 32s + l: bit s of byte l
    std::uint8_t qs[128];  // bits 0..3, as Q4_K
};

// 6.5625 bits per weight, 16 sub-blocks of 16: x = d * scale * (q - 32).
struct BlockQ6_K {
    std::uint8_t ql[128];  // bits 0..3 of value 128h + 64n + 32j + l: nibble n (0 low) of byte 64h + 32j + l
    std::uint8_t qh[64];   // bits 4, 5 of value 128h + 32j + l: bits 2j, 2j + 1 of byte 32h + l
    std::int8_t scales[16];
    f16_bits d;  // at the end, unlike the other formats
};

// 4.5 bits per weight: x = d * kIq4Values[q].
struct BlockIQ4_NL {
    f16_bits d;
    std::uint8_t qs[16];  // as Q4_0
};

// 4.25 bits per weight, 8 sub-blocks of 32: x = d * (scale - 32) * kIq4Values[q].
struct BlockIQ4_XS {
    f16_bits d;
    std::uint8_t scales_h[2];  // one little-endian word: bits 2s, 2s + 1 are bits 4, 5 of scale s
    std::uint8_t scales_l[4];  // bits 0..3 of scale s: nibble s % 2 of byte s / 2
    std::uint8_t qs[128];      // 16 bytes per sub-block, each as Q4_0
};

#pragma pack(pop)

// The 16 levels of the IQ4 formats, ascending, denser around zero. Part of the format.
inline constexpr std::int8_t kIq4Values[16] = {-127, -104, -83, -65, -49, -35, -22, -10,
                                               1,    13,   25,  38,  53,  69,  89,  113};

static_assert(sizeof(BlockQ4_0) == 18);
static_assert(sizeof(BlockQ4_1) == 20);
static_assert(sizeof(BlockQ5_0) == 22);
static_assert(sizeof(BlockQ5_1) == 24);
static_assert(sizeof(BlockQ8_0) == 34);
static_assert(sizeof(BlockQ2_K) == 84);
static_assert(sizeof(BlockQ3_K) == 110);
static_assert(sizeof(BlockQ4_K) == 144);
static_assert(sizeof(BlockQ5_K) == 176);
static_assert(sizeof(BlockQ6_K) == 210);
static_assert(sizeof(BlockIQ4_NL) == 18);
static_assert(sizeof(BlockIQ4_XS) == 136);

}  // namespace vibrant
