// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/cli/terminal.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <format>

#include "engine/base/utf8.h"

namespace vibrant::cli {
namespace {

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

void write_line(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fputc('\n', stderr);
}

}  // namespace

bool stdin_is_terminal() {
    return isatty(STDIN_FILENO) != 0;
}
bool stdout_is_terminal() {
    return isatty(STDOUT_FILENO) != 0;
}
bool stderr_is_terminal() {
    return isatty(STDERR_FILENO) != 0;
}

std::string without_controls(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const Utf8Char c = decode_utf8(text);
        if (!c.valid) {
            append_utf8(clean, U'\uFFFD');
        } else if (!is_control(c.code_point) || c.code_point == U'\n' || c.code_point == U'\t') {
            clean.append(text.substr(0, c.length));
        }
        text.remove_prefix(c.length);
    }
    return clean;
}

std::string one_line(std::string_view text) {
    std::string line = without_controls(text);
    while (!line.empty() && line.back() == '\n') line.pop_back();
    for (char& c : line) {
        if (c == '\n' || c == '\t') c = ' ';
    }
    return line;
}

void print_model_text(std::string_view text) {
    static const bool terminal = stdout_is_terminal();
    print(terminal ? without_controls(text) : std::string(text));
    std::fflush(stdout);
}

void print(std::string_view bytes) {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
}

Status finish_output() {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return {};
    return fail(ErrorCode::kIo, std::format("cannot write the output: {}", std::strerror(errno)));
}

void print_error(std::string_view text) {
    write_line("vibrant-cli: " + one_line(text));
}
void print_note(std::string_view text) {
    write_line("vibrant-cli: note: " + one_line(text));
}

void print_log(LogLevel level, std::string_view line) {
    if (level >= LogLevel::kWarning && stderr_is_terminal()) print_note(line);
}

void Progress::show(std::string_view text) {
    if (!stderr_is_terminal()) return;
    shown_ = true;
    std::fputs(std::format("\r\x1b[K{}", one_line(text)).c_str(), stderr);
    std::fflush(stderr);
}

void Progress::clear() {
    if (!shown_) return;
    shown_ = false;
    std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
}

}  // namespace vibrant::cli
