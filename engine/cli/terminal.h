// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What goes to the terminal, and how. Model files and model output are not trusted with it: on a
// terminal, control characters in their text are dropped. A pipe or a file gets the bytes as they
// are.
#pragma once

#include <string>
#include <string_view>

#include "engine/engine.h"

namespace vibrant::cli {

[[nodiscard]] bool stdin_is_terminal();
[[nodiscard]] bool stdout_is_terminal();
[[nodiscard]] bool stderr_is_terminal();

// UTF-8 `text` without control characters (C0, DEL, C1), newline and tab excepted.
[[nodiscard]] std::string without_controls(std::string_view text);
// All on one line, for an error.
[[nodiscard]] std::string one_line(std::string_view text);

// To stdout, at once. `text` is complete UTF-8 from a model; controls are dropped on a terminal.
void print_model_text(std::string_view text);
// To stdout as it is: our own words, or bytes that were asked for.
void print(std::string_view bytes);
// "cannot write the output" if any of it failed (a full disk).
[[nodiscard]] Status finish_output();

void print_error(std::string_view text);  // "vibrant-cli: <text>" on stderr
void print_note(std::string_view text);   // the same with "note: " before it
void print_log(LogLevel level, std::string_view line);
// One changing line on stderr, if that is a terminal; else nothing.
class Progress {
  public:
    ~Progress() { clear(); }
    void show(std::string_view text);
    void clear();

  private:
    bool shown_ = false;
};

}  // namespace vibrant::cli
