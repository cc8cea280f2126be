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

#define HWY_DISABLED_TARGETS                                                                    \
    (HWY_SSSE3 | HWY_AVX3_ZEN4 | HWY_AVX3_SPR | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | \
     HWY_RVV)
