// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/base/utf8.h"

#include <gtest/gtest.h>

namespace vibrant {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, EveryScalarValueComesBack) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) c = 0xE000;
        std::string bytes;
        append_utf8(bytes, c);
        const Utf8Char decoded = decode_utf8(bytes + "x");
        ASSERT_TRUE(decoded.valid) << static_cast<std::uint32_t>(c);
        ASSERT_EQ(decoded.code_point, c);
        ASSERT_EQ(decoded.length, bytes.size());
        // Every proper prefix is a character whose end is missing.
        for (std::size_t n = 1; n < bytes.size(); ++n) {
            const Utf8Char cut = decode_utf8(std::string_view(bytes).substr(0, n));
            ASSERT_FALSE(cut.valid);
            ASSERT_TRUE(cut.truncated);
            ASSERT_EQ(cut.length, n);
        }
    }
}

// All two-byte strings: exactly those of the Unicode standard's table 3-7 are characters.
TEST(Utf8, TwoBytesByTheTable) {
    for (unsigned a = 0x80; a < 0x100; ++a) {
        for (unsigned b = 0; b < 0x100; ++b) {
            const std::string bytes = {static_cast<char>(a), static_cast<char>(b)};
            const bool valid = a >= 0xC2 && a <= 0xDF && b >= 0x80 && b <= 0xBF;
            ASSERT_EQ(decode_utf8(bytes).valid, valid) << a << " " << b;
        }
    }
}

struct IllFormed {
    std::string_view bytes;
    std::size_t length;  // of the maximal subpart
};

// Section 3.9 of the Unicode standard, "U+FFFD substitution of maximal subparts".
TEST(Utf8, IllFormedSequencesEndAtTheirMaximalSubpart) {
    const IllFormed cases[] = {
        {"\x80", 1},              // continuation byte alone
        {"\xC0\xAF", 1},          // overlong
        {"\xC1\xBF", 1},          //
        {"\xE0\x80\xAF", 1},      //
        {"\xE0\x9F\xBF", 1},      //
        {"\xF0\x80\x80\xAF", 1},  //
        {"\xED\xA0\x80", 1},      // surrogate
        {"\xED\xBF\xBF", 1},      //
        {"\xF4\x90\x80\x80", 1},  // above U+10FFFF
        {"\xF5\x80\x80\x80", 1},  //
        {"\xFF", 1},              //
        {"\xE1\x80\xE2", 2},      // broken off by another lead byte
        {"\xF1\x80\x80\x41", 3},  //
        {"\xF0\x91\x92\xC0", 3},  //
    };
    for (const auto& [bytes, length] : cases) {
        const Utf8Char decoded = decode_utf8(bytes);
        EXPECT_FALSE(decoded.valid);
        EXPECT_FALSE(decoded.truncated);
        EXPECT_EQ(decoded.code_point, 0xFFFDu);
        EXPECT_EQ(decoded.length, length) << testing::PrintToString(bytes);
    }
}

TEST(Utf8, NulIsACharacter) {
    EXPECT_TRUE(decode_utf8("\0"sv).valid);
    EXPECT_EQ(decode_utf8("\0"sv).length, 1u);
}

}  // namespace
}  // namespace vibrant
