// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/unicode.h"

#include <utf8proc.h>

#include <cstdlib>

#include "engine/text/nfc.h"
#include "tests/engine/text/text_test.h"

namespace vibrant::test {
namespace {

using unicode::Class;

TEST(UnicodeTable, samples) {
    EXPECT_EQ(unicode::class_of(U'a'), Class::kLetter);
    EXPECT_EQ(unicode::class_of(U'\u00AA'), Class::kLetter);
    EXPECT_EQ(unicode::class_of(U'\u4E00'), Class::kLetter);
    EXPECT_EQ(unicode::class_of(U'\U0002EBF0'), Class::kLetter);  // new in Unicode 15.1
    EXPECT_EQ(unicode::class_of(U'\u2167'), Class::kNumber);
    EXPECT_EQ(unicode::class_of(U'\u00BD'), Class::kNumber);
    EXPECT_EQ(unicode::class_of(U'\u0301'), Class::kOther);
    EXPECT_EQ(unicode::class_of(U'\U0001F600'), Class::kOther);
    EXPECT_EQ(unicode::class_of(U'\u001C'), Class::kOther);
    EXPECT_EQ(unicode::class_of(char32_t{0xD800}), Class::kOther);
    EXPECT_EQ(unicode::class_of(char32_t{0x10FFFF}), Class::kOther);
}

TEST(UnicodeTable, white_space_is_the_property) {
    std::string spaces;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (unicode::class_of(c) == Class::kSpace) append_utf8(spaces, c);
    }
    EXPECT_EQ(spaces,
              "\t\n\v\f\r "
              "\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A"
              "\u2028\u2029"
              "\u202F\u205F\u3000");
}

TEST(UnicodeTable, ascii_is_the_same_in_both_tables) {
    for (char32_t c = 0; c < 128; ++c) EXPECT_EQ(unicode::kAsciiClass[c], unicode::class_of(c));
}

// Against the second source we have: utf8proc's categories, wherever it knows the code point.
TEST(UnicodeTable, agrees_with_utf8proc) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
        const Class kind = unicode::class_of(c);
        const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
        const bool number = category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
        ASSERT_TRUE(kind != Class::kLetter || letter) << static_cast<std::uint32_t>(c);
        ASSERT_TRUE(kind != Class::kNumber || number) << static_cast<std::uint32_t>(c);
    }
}

std::string utf8proc_nfc(std::string_view text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto n =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    EXPECT_GE(n, 0);
    std::string out(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(n));
    std::free(mapped);
    return out;
}

std::string nfc(std::string_view text) {
    std::string buffer;
    return std::string(to_nfc(text, buffer));
}

TEST(Nfc, samples) {
    EXPECT_EQ(nfc("e\u0301"), "\u00E9");
    EXPECT_EQ(nfc("\u0301e"), "\u0301e");
    EXPECT_EQ(nfc("q\u0307\u0323"), "q\u0323\u0307");
    EXPECT_EQ(nfc("\u1100\u1161\u11A8 x"), "\uAC01 x");
    EXPECT_EQ(nfc("\uAC00\u11A8"), "\uAC01");
    EXPECT_EQ(nfc("\u212B"), "\u00C5");
    EXPECT_EQ(nfc("\u0958"), "\u0915\u093C");  // excluded from composition
    EXPECT_EQ(nfc("\U0001D15E"), "\U0001D157\U0001D165");
    EXPECT_EQ(nfc("abc"), "abc");
    EXPECT_EQ(nfc(""), "");
}

TEST(Nfc, normal_text_is_not_copied) {
    std::string buffer;
    const std::string_view text = "int main() { return 0; } // \u00E9 \u4E00 \U0001F600 \uAC01";
    EXPECT_EQ(to_nfc(text, buffer).data(), text.data());
    EXPECT_TRUE(buffer.empty());
}

// Where the table says "unchanged", utf8proc must agree in every context, and the stretches in
// between must be enough.
TEST(Nfc, equals_utf8proc) {
    for (char32_t c = 1; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text = "a";
        append_utf8(text, c);
        text += "\u0301";
        ASSERT_EQ(nfc(text), utf8proc_nfc(text)) << static_cast<std::uint32_t>(c);
    }
    std::vector<char32_t> changing;
    for (char32_t c = 1; c <= 0x10FFFF; ++c) {
        if (unicode::may_change_in_nfc(c)) changing.push_back(c);
    }
    std::mt19937_64 random(1);
    for (int i = 0; i < 30000; ++i) {
        std::string text;
        for (std::size_t n = random() % 12; n > 0; --n)
            append_utf8(text, random() % 2 == 0 ? changing[random() % changing.size()]
                                                : 1 + random_code_point(random) % 0xD000);
        ASSERT_EQ(nfc(text), utf8proc_nfc(text));
    }
}

}  // namespace
}  // namespace vibrant::test
