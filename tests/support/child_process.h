// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Runs a function in a forked child, for limits and signals that the test program itself must not meet. Call it while
// the program has one thread.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

namespace vibrant::test {

// True where a sanitizer's shadow memory or signal handling would change what the child meets.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
#else
inline constexpr bool kSanitized = false;
#endif

// The child's wait status. It ends with the value `body` returns, without destructors or exit handlers.
template <class Body>
[[nodiscard]] int run_in_child(Body&& body) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(body());
    int status = -1;
    if (child > 0) ::waitpid(child, &status, 0);
    return status;
}

[[nodiscard]] inline bool exited_with(int status, int code) {
    return WIFEXITED(status) && WEXITSTATUS(status) == code;
}

}  // namespace vibrant::test
