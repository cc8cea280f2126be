// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <cstdio>
#include <cstdlib>

#include "engine/base/check.h"
#include "engine/base/log.h"

namespace vibrant {
namespace {
LogSink log_sink = nullptr;
}

void check_failed(const char* expression, const char* file, int line) {
    // The one place that writes and ends the process: our own bug, nothing above could handle it.
    std::fprintf(stderr, "%s:%d: CHECK failed: %s\n", file, line, expression);
    std::abort();
}

void set_log_sink(LogSink sink) {
    log_sink = sink;
}

void log(LogLevel level, std::string_view line) {
    if (log_sink) log_sink(level, line);
}

}  // namespace vibrant
