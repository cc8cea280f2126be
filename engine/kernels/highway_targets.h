// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Our choice among Highway's targets. Comes before any Highway header: the choice must be the same
// in every file.
//
// A target earns its compile time with wider vectors, a shuffle it lacked, or integer dot products.
// Left out:
//   SSSE3        only TableLookupBytes over SSE2, and SSE4 has that too
//   ZEN4, SPR    AVX3_DL plus bf16 and fp16, which nothing here uses
//   SVE, RVV     vectors without a size at compile time cannot form the array of accumulators of a
//                tile; those ARM processors run NEON, RISC-V the emulated 128-bit target
#pragma once

#define HWY_WANT_AVX3_DL  // Highway compiles it on demand only

// Sanitizers make the widest kernels take minutes and gigabytes to compile. Their builds leave out the targets that run
// the same instances as a neighbour: AVX3 (as AVX3_DL without the dot product) and SSE4 (as SSE2 with better shuffles).
#ifdef VIBRANT_SANITIZED_KERNELS
#define VIBRANT_LEFT_OUT (HWY_AVX3 | HWY_SSE4)
#else
#define VIBRANT_LEFT_OUT 0
#endif

#define HWY_DISABLED_TARGETS                                                                                \
    (HWY_SSSE3 | HWY_AVX3_ZEN4 | HWY_AVX3_SPR | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV | \
     VIBRANT_LEFT_OUT)
