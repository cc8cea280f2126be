// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One sink for everything the engine has to say outside a Result. The engine never writes to stdout
// or stderr itself. Logged at state changes only (a model opened, a type fell back), never inside a
// token, and never message text.
#pragma once

#include <cstdint>
#include <string_view>

namespace vibrant {

enum class LogLevel : std::uint8_t { kDebug, kInfo, kWarning, kError };
using LogSink = void (*)(LogLevel level, std::string_view line);

// Not thread-safe against running engine calls: set it once at start. nullptr drops everything (the
// default).
void set_log_sink(LogSink sink);
void log(LogLevel level, std::string_view line);

}  // namespace vibrant
