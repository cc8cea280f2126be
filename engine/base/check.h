// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// CHECK is for our own mistakes, never for input: a broken invariant stops the process with its
// place. DCHECK is the same in debug builds only; use it where a CHECK would sit in a hot loop.
#pragma once

namespace vibrant {
[[noreturn]] void check_failed(const char* expression, const char* file, int line);
}

#define VIBRANT_CHECK(condition) \
    ((condition) ? static_cast<void>(0) : ::vibrant::check_failed(#condition, __FILE__, __LINE__))

#ifdef NDEBUG
#define VIBRANT_DCHECK(condition) static_cast<void>(sizeof(!(condition)))
#else
#define VIBRANT_DCHECK(condition) VIBRANT_CHECK(condition)
#endif
