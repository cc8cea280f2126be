// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Runs a function in a forked child, for limits and signals that the test program itself must not meet. Call it while
// the program has one thread.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

namespace vibrant::test {

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
