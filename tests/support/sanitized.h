// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// True where a sanitizer's shadow memory, allocator or speed would change what a test measures.
#pragma once

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define VIBRANT_TEST_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define VIBRANT_TEST_SANITIZED 1
#endif
#endif
#ifndef VIBRANT_TEST_SANITIZED
#define VIBRANT_TEST_SANITIZED 0
#endif

namespace vibrant::test {
inline constexpr bool kSanitized = VIBRANT_TEST_SANITIZED;
}
