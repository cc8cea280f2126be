// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The only way the reader touches the bytes of a file: forward, one bounds-checked piece at a time (R1 of
// the reader's contract, engine/README.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <format>
#include <optional>
#include <span>
#include <string_view>

#include "engine/base/result.h"

namespace vibrant::gguf {

class Cursor {
  public:
    explicit Cursor(std::span<const std::byte> bytes) : bytes_(bytes) {}

    [[nodiscard]] std::size_t position() const { return position_; }
    [[nodiscard]] std::size_t remaining() const { return bytes_.size() - position_; }
    [[nodiscard]] std::span<const std::byte> file() const { return bytes_; }

    // The next n bytes, or nothing (and no step) if there are fewer.
    [[nodiscard]] std::optional<std::span<const std::byte>> take(std::uint64_t n) {
        if (n > remaining()) return std::nullopt;
        const auto taken = bytes_.subspan(position_, static_cast<std::size_t>(n));
        position_ += taken.size();
        return taken;
    }
    // The next value; by copy, because nothing in the file is aligned.
    template <class T>
    [[nodiscard]] std::optional<T> take_value() {
        const auto taken = take(sizeof(T));
        if (!taken) return std::nullopt;
        T value;
        std::memcpy(&value, taken->data(), sizeof(T));
        return value;
    }

  private:
    std::span<const std::byte> bytes_;
    std::size_t position_ = 0;
};

[[nodiscard]] inline std::string_view as_text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Errors of this room carry no file name yet; File puts it in front.
[[nodiscard]] inline std::unexpected<Error> ends_inside(const Cursor& cursor, std::string_view what) {
    return fail(ErrorCode::kTruncated,
                std::format("the file ends inside {} at byte {:#x} — download incomplete?", what, cursor.position()));
}

// Checks a declared count or length of things that take at least `min_bytes` each, by division and
// before any use (R2). `what` starts the text: "key length", "tensor count".
[[nodiscard]] inline Status check_count(const Cursor& cursor, std::string_view what, std::uint64_t found,
                                        std::uint64_t min_bytes, std::uint64_t allowed) {
    if (found > allowed)
        return fail(ErrorCode::kMalformed, std::format("{} is too large at byte {:#x} (found {}, allowed {})", what,
                                                       cursor.position(), found, allowed));
    if (found > cursor.remaining() / min_bytes)
        return fail(ErrorCode::kTruncated,
                    std::format("{} does not fit in the file at byte {:#x} (found {}, {} bytes are left)", what,
                                cursor.position(), found, cursor.remaining()));
    return {};
}

// A length and that many bytes. `what` as in "key", "string".
[[nodiscard]] inline Result<std::string_view> read_string(Cursor& cursor, std::string_view what,
                                                          std::uint64_t allowed) {
    const auto length = cursor.take_value<std::uint64_t>();
    if (!length) return ends_inside(cursor, std::format("a {} length", what));
    // Asked first without building the text: vocabularies have 10^5 strings.
    if (*length > allowed || *length > cursor.remaining())
        VIBRANT_TRY_VOID(check_count(cursor, std::format("{} length", what), *length, 1, allowed));
    return as_text(*cursor.take(*length));
}

}  // namespace vibrant::gguf
