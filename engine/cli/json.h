// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Writes one JSON value (RFC 8259) piece by piece. Text that is not UTF-8 gets U+FFFD for each
// ill-formed part; numbers are the shortest that read back equal; NaN and infinities, which JSON
// lacks, become null.
// Does not check the order of calls: a key before each value of an object, and every begin closed,
// are up to the caller.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace vibrant::cli {

class Json {
  public:
    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void key(std::string_view name);

    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(bool flag) { raw(flag ? "true" : "false"); }
    void value(float number);
    void value(double number);
    void value(std::integral auto number) { raw(std::to_string(number)); }
    void null() { raw("null"); }

    template <class T>
    void field(std::string_view name, const T& content) {
        key(name);
        value(content);
    }

    // What was written so far, and a newline.
    [[nodiscard]] std::string line() const { return text_ + '\n'; }

  private:
    void separate();
    void open(char bracket);
    void close(char bracket);
    void raw(std::string_view token);
    template <class T>
    void real(T number);
    void quote(std::string_view text);

    std::string text_;
    bool first_ = true;  // in the current object or array, or after a key
};

}  // namespace vibrant::cli
