// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the kernels call of libhwy, which Debian has for ARM only as a package of that architecture.

#include <hwy/highway.h>
#include <sys/auxv.h>

#include <cstdarg>
#include <cstdio>
#include <cstdlib>

namespace hwy {

// As libhwy does it: by what the kernel says of the processor.
std::int64_t SupportedTargets() {
    const unsigned long has = getauxval(AT_HWCAP), has2 = getauxval(AT_HWCAP2);
    std::int64_t targets = HWY_NEON_WITHOUT_AES;
    if (has & HWCAP_AES) {
        targets |= HWY_NEON;
        constexpr unsigned long kNeeded = HWCAP_FPHP | HWCAP_ASIMDHP | HWCAP_ASIMDDP;
        if ((has & kNeeded) == kNeeded && (has2 & HWCAP2_BF16)) targets |= HWY_NEON_BF16;
    }
    return targets & HWY_TARGETS;
}

void Abort(const char* file, int line, const char* format, ...) {
    std::fprintf(stderr, "%s:%d: ", file, line);
    std::va_list args;
    va_start(args, format);
    std::vfprintf(stderr, format, args);
    va_end(args);
    std::abort();
}

}  // namespace hwy
