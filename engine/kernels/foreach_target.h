// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// <hwy/foreach_target.h>, and one target that Highway 1.2 does not have: AVX2 with AVX-VNNI, the
// dot product of bytes of client processors without AVX-512 (Alder Lake and later). For the files
// whose kernels gain from it, those that multiply integers; table.cpp takes the rest from AVX2.
//
// The target is Highway's AVX2 once more under another name. Highway's functions and ours live in
// namespaces called N_AVX2_VNNI, so that the linker cannot mistake the function of one target for
// that of the other, and target-inl.h adds the instructions to ours by attribute, not by flags of
// the file. VIBRANT_AVX_VNNI is defined during this pass.
//
// Comes where Highway's header would: after HWY_TARGET_INCLUDE, before any other of its headers.
#pragma once

#include <hwy/foreach_target.h>

#if HWY_ARCH_X86 && (HWY_TARGETS & HWY_AVX2)
#ifdef HWY_ALREADY_INCLUDED
#error "The include guards stand ready for the static target: include Highway's other headers later"
#endif

#define VIBRANT_HAS_AVX2_VNNI  // from here on
#define VIBRANT_AVX_VNNI
#define N_AVX2 N_AVX2_VNNI
#undef HWY_ONCE
#define HWY_ONCE 0
#undef HWY_TARGET
#define HWY_TARGET HWY_AVX2
#include HWY_TARGET_INCLUDE
#ifdef HWY_TARGET_TOGGLE
#undef HWY_TARGET_TOGGLE
#else
#define HWY_TARGET_TOGGLE
#endif
#undef N_AVX2
#undef VIBRANT_AVX_VNNI

#undef HWY_ONCE
#define HWY_ONCE 1
#undef HWY_TARGET
#define HWY_TARGET HWY_STATIC_TARGET
#endif  // HWY_AVX2
