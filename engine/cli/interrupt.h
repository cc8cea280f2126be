// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Ctrl+C: the first one cancels the generation that is running, the second (or the first when
// nothing can be cancelled) ends the program with 128 + the signal's number, as shells expect.
// SIGTERM counts as Ctrl+C.
//
// The signals are blocked in every thread and taken by one that waits for them, so that no code has
// to be async-signal-safe.
#pragma once

#include <stop_token>

namespace vibrant::cli {

class Interrupt {
  public:
    // First thing in main(): threads inherit the blocked signals.
    static void install();

    // While it lives, the first Ctrl+C requests a stop of token(). One at a time.
    class Scope {
      public:
        Scope();
        ~Scope();
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

      private:
        std::stop_source source_;
    };
};

}  // namespace vibrant::cli
