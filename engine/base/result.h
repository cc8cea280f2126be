// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Errors as values. Every fallible engine call returns Result<T>; nothing in engine/ throws, prints
// or exits.
//
// An Error carries a code for programs (the window maps each to one action), and a text for people:
//   <file>: <problem> at <where> (found ..., allowed ...)
// Build the text with names that went through `printable()`, so a hostile file cannot write to a
// terminal.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace vibrant {

enum class ErrorCode : std::uint8_t {
    kNotFound,         // the path does not exist
    kPermission,       // the path exists, reading it is not allowed
    kIo,               // the operating system failed to open or map it
    kNotAModel,        // readable, but no GGUF file (web page, LFS pointer, archive, ...)
    kAnotherKind,      // a GGUF file that goes with a model: adapter, projector, importance matrix, vocabulary
    kTruncated,        // a GGUF file whose end is missing
    kMalformed,        // breaks a rule of the format
    kUnsupported,      // valid, but an architecture, tokenizer or other feature we do not have
    kUnsupportedType,  // valid, but quantised in a way we do not have: the same model exists in others
    kUnsupportedForm,  // a GGUF file of another version, byte order or time: the model has to be converted again
    kOutOfMemory,      // would need more memory than there is
    kInvalidArgument,  // the caller's request is wrong (ids outside the vocabulary, ...)
    kContextOverflow,  // prompt and answer do not fit the context
    kNumeric,          // the model produced NaN or infinity
    kUnreadable,       // the mapped file was truncated or its disk removed while in use
    kCancelled,        // the caller asked to stop
};

struct Error {
    ErrorCode code = ErrorCode::kIo;
    std::string text;  // one line, UTF-8, no control characters
};

template <class T>
using Result = std::expected<T, Error>;
using Status = std::expected<void, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string text) {
    return std::unexpected(Error{code, std::move(text)});
}

// `bytes` as safe one-line display text: control and bidi characters and invalid UTF-8 become \xNN
// or \u{NNNN}, and everything past `max_chars` characters is replaced by an ellipsis. Costs
// O(max_chars).
[[nodiscard]] std::string printable(std::string_view bytes, std::size_t max_chars = 80);
// True if `bytes` is valid UTF-8 that printable() would not change, whatever its length. O(bytes), no allocation.
[[nodiscard]] bool is_printable(std::string_view bytes);

}  // namespace vibrant

// Returns the error of `expr` to the caller, or declares `name` with its value.
#define VIBRANT_TRY(name, expr)                                                   \
    auto name##_result = (expr);                                                  \
    if (!name##_result) return std::unexpected(std::move(name##_result).error()); \
    auto& name = *name##_result
// The same where the value is void or not wanted.
#define VIBRANT_TRY_VOID(expr)                                                                            \
    do {                                                                                                  \
        if (auto try_result = (expr); !try_result) return std::unexpected(std::move(try_result).error()); \
    } while (false)
