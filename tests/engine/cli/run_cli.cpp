// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "tests/engine/cli/run_cli.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace vibrant::test {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kTimeout = std::chrono::seconds(120);

[[noreturn]] void become_cli(const CliArguments& arguments) {
    std::vector<char*> argv = {const_cast<char*>("vibrant-cli")};
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execv(VIBRANT_CLI, argv.data());
    _exit(127);
}

int wait_for(pid_t process) {
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Appends what can be read now; false at the end. A terminal whose other side is gone reads as EIO.
bool read_some(int fd, std::string& text) {
    char buffer[4096];
    const ssize_t n = read(fd, buffer, sizeof buffer);
    if (n > 0) text.append(buffer, static_cast<std::size_t>(n));
    return n > 0 || (n < 0 && errno == EINTR);
}

// Reads both until they end, and writes `input` as the program takes it.
void exchange(int out_fd, std::string& out, int err_fd, std::string& err, int in_fd, std::string_view input,
              pid_t process, const std::function<void()>& on_output) {
    const auto deadline = Clock::now() + kTimeout;
    bool out_open = true, err_open = err_fd >= 0;
    while (out_open || err_open) {
        pollfd fds[] = {{out_open ? out_fd : -1, POLLIN, 0},
                        {err_open ? err_fd : -1, POLLIN, 0},
                        {input.empty() ? -1 : in_fd, POLLOUT, 0}};
        poll(fds, 3, 1000);
        if (Clock::now() > deadline) {
            if (process > 0) kill(process, SIGKILL);  // never 0 or -1: those are everybody
            return;
        }
        if (fds[0].revents != 0) {
            out_open = read_some(out_fd, out);
            if (out_open && on_output) on_output();
        }
        if (fds[1].revents != 0) err_open = read_some(err_fd, err);
        if (fds[2].revents != 0) {
            const ssize_t n = write(in_fd, input.data(), input.size());
            input.remove_prefix(n > 0 ? static_cast<std::size_t>(n) : input.size());
            if (input.empty()) close(in_fd);
        }
    }
}

CliRun run(const CliArguments& arguments, std::string_view input,
           const std::function<void(std::string_view, pid_t)>& on_output) {
    signal(SIGPIPE, SIG_IGN);  // a program that ends before it has read its input is not our end
    int in[2], out[2], err[2];
    if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) std::abort();
    const pid_t process = fork();
    if (process < 0) std::abort();
    if (process == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        dup2(err[1], STDERR_FILENO);
        signal(SIGPIPE, SIG_DFL);
        become_cli(arguments);
    }
    close(in[0]);
    close(out[1]);
    close(err[1]);
    if (input.empty()) close(in[1]);
    CliRun result;
    exchange(out[0], result.out, err[0], result.err, in[1], input, process, [&] {
        if (on_output) on_output(result.out, process);
    });
    close(out[0]);
    close(err[0]);
    result.exit_code = wait_for(process);
    return result;
}

}  // namespace

bool CliRun::failed_in_one_line() const {
    return exit_code == 1 && err.starts_with("vibrant-cli: ") && err.ends_with('\n') &&
           std::ranges::count(err, '\n') == 1;
}

CliRun run_cli(const CliArguments& arguments, std::string_view input) {
    return run(arguments, input, {});
}

CliRun run_cli_watched(const CliArguments& arguments, const std::function<void(std::string_view, pid_t)>& on_output) {
    return run(arguments, {}, on_output);
}

bool has_terminals() {
    int primary = -1, secondary = -1;
    if (openpty(&primary, &secondary, nullptr, nullptr, nullptr) != 0) return false;
    close(primary);
    close(secondary);
    return true;
}

CliRun run_cli_on_terminal(const CliArguments& arguments,
                           const std::function<std::string(std::string_view)>& on_output) {
    int terminal = -1;
    const pid_t process = forkpty(&terminal, nullptr, nullptr, nullptr);
    if (process < 0) std::abort();  // callers ask has_terminals() first
    if (process == 0) become_cli(arguments);
    CliRun result;
    std::string unused;
    exchange(terminal, result.out, -1, unused, -1, {}, process, [&] {
        const std::string typed = on_output(result.out);
        if (!typed.empty() && write(terminal, typed.data(), typed.size()) < 0) std::perror("typing");
    });
    close(terminal);
    result.exit_code = wait_for(process);
    return result;
}

}  // namespace vibrant::test
