// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/base/result.h"

#include <gtest/gtest.h>

#include "engine/base/check.h"
#include "engine/base/log.h"

namespace vibrant {
namespace {

using namespace std::string_view_literals;

TEST(Printable, LeavesOrdinaryTextAlone) {
    EXPECT_EQ(printable("Qwen2.5 Coder 7B – ünïcödé 漢字 🙂"), "Qwen2.5 Coder 7B – ünïcödé 漢字 🙂");
    EXPECT_EQ(printable(""), "");
}

TEST(Printable, EscapesWhatCouldActOnATerminalOrHide) {
    EXPECT_EQ(printable("a\nb\tc"), "a\\u{000A}b\\u{0009}c");
    EXPECT_EQ(printable("\x1B[31m"), "\\u{001B}[31m");
    EXPECT_EQ(printable("\0x"sv), "\\u{0000}x");
    EXPECT_EQ(printable("\x7F"), "\\u{007F}");
    EXPECT_EQ(printable("\u0085"), "\\u{0085}");
    EXPECT_EQ(printable("\u061C"), "\\u{061C}");
    EXPECT_EQ(printable("\u202Eevil"), "\\u{202E}evil");
    EXPECT_EQ(printable("\u2066\u2069\u200B\u2060\uFEFF"), "\\u{2066}\\u{2069}\\u{200B}\\u{2060}\\u{FEFF}");
    EXPECT_EQ(printable("\U000E0041"), "\\u{E0041}");
}

TEST(Printable, EscapesInvalidBytesOneByOne) {
    EXPECT_EQ(printable("\xFF\xC0\xAF"), "\\xFF\\xC0\\xAF");
    EXPECT_EQ(printable("\xE2\x82"), "\\xE2\\x82");  // a euro sign without its end
    EXPECT_EQ(printable("\xED\xA0\x80"), "\\xED\\xA0\\x80");
}

TEST(Printable, CutsAtCharacters) {
    EXPECT_EQ(printable("äöü", 3), "äöü");
    EXPECT_EQ(printable("äöüß", 3), "äöü…");
    EXPECT_EQ(printable("abc", 0), "…");
    EXPECT_EQ(printable(std::string(1'000'000, 'a')).size(), 80 + sizeof("…") - 1);
}

TEST(Printable, SafeTextStaysAsItIs) {
    const std::string hostile = "\x1B]0;\u202E\xFF\n";
    EXPECT_EQ(printable(printable(hostile)), printable(hostile));
}

TEST(Printable, IsPrintableMeansNothingToChange) {
    for (unsigned a = 0; a < 256; ++a)
        for (const std::string_view tail : {"", "\x80", "\xA0\x80", "x", "\x9F\x98\x80", "\x80\xAE"}) {
            const std::string bytes = "name" + std::string(1, static_cast<char>(a)) + std::string(tail);
            ASSERT_EQ(is_printable(bytes), printable(bytes) == bytes) << testing::PrintToString(bytes);
        }
    EXPECT_TRUE(is_printable(std::string(1000, 'a')));
    EXPECT_TRUE(is_printable(""));
    EXPECT_FALSE(is_printable("a\u202E"));
}

Result<int> half_of(int n) {
    if (n % 2 != 0) return fail(ErrorCode::kInvalidArgument, "odd");
    return n / 2;
}
Result<int> quarter_of(int n) {
    VIBRANT_TRY(half, half_of(n));
    VIBRANT_TRY(quarter, half_of(half));
    return quarter;
}
Status is_even(int n) {
    VIBRANT_TRY_VOID(half_of(n));
    return {};
}

TEST(Result, TryPassesTheErrorOn) {
    EXPECT_EQ(quarter_of(8), 2);
    EXPECT_EQ(quarter_of(6).error().text, "odd");
    EXPECT_TRUE(is_even(2));
    EXPECT_EQ(is_even(3).error().code, ErrorCode::kInvalidArgument);
}

TEST(CheckDeathTest, StopsWithItsPlace) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    VIBRANT_CHECK(1 + 1 == 2);
    EXPECT_DEATH(VIBRANT_CHECK(1 + 1 == 3), "result_test.cpp:[0-9]+: CHECK failed: 1 \\+ 1 == 3");
}

std::string last_line;

TEST(Log, GoesToTheSinkOrNowhere) {
    log(LogLevel::kError, "nobody listens");
    set_log_sink([](LogLevel, std::string_view line) { last_line = line; });
    log(LogLevel::kInfo, "opened");
    EXPECT_EQ(last_line, "opened");
    set_log_sink(nullptr);
    log(LogLevel::kInfo, "dropped");
    EXPECT_EQ(last_line, "opened");
}

}  // namespace
}  // namespace vibrant
