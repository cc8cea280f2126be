// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Runs vibrant-cli as a program.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vibrant::test {

struct CliRun {
    int exit_code = -1;  // 128 + the number of the signal that ended it
    std::string out, err;

    // What a failure must look like: exit code 1 and one line "vibrant-cli: <text>" on stderr.
    [[nodiscard]] bool failed_in_one_line() const;
};

using CliArguments = std::vector<std::string>;

// Runs to the end (killed after 120 s) with `input` as standard input.
[[nodiscard]] CliRun run_cli(const CliArguments& arguments, std::string_view input = {});

// Whether this system gives out pseudo-terminals (a bare chroot may not).
[[nodiscard]] bool has_terminals();
// The same with all three streams on a pseudo-terminal; what the terminal showed is in `out`.
// `on_output` sees all that was shown so far whenever there is more, and returns what to type.
[[nodiscard]] CliRun run_cli_on_terminal(const CliArguments& arguments,
                                         const std::function<std::string(std::string_view shown)>& on_output);

// Runs with standard output on a pipe and calls `on_output` with all of it so far and the process
// id whenever there is more.
[[nodiscard]] CliRun run_cli_watched(const CliArguments& arguments,
                                     const std::function<void(std::string_view out, pid_t process)>& on_output);

}  // namespace vibrant::test
