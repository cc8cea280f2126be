// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Text in every encoding, and bytes that are none. (tst_decodedtext holds the same rules against Qt's encoders.)
#include "engine/base/decoded_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace vibrant {
namespace {

using namespace std::string_view_literals;

std::string text_of(std::string_view bytes, TextUse use = TextUse::kVerbatim) {
    const auto decoded = decode_text(bytes, use);
    return decoded ? std::string(decoded->encoding) + ": " + decoded->text : "refused: " + decoded.error().text;
}

TEST(DecodedText, Encodings) {
    EXPECT_EQ(text_of(""), "UTF-8: ");
    EXPECT_EQ(text_of("a"), "UTF-8: a");
    EXPECT_EQ(text_of("gr\xC3\xB6\xC3\x9F"), "UTF-8: gr\xC3\xB6\xC3\x9F");
    EXPECT_EQ(text_of("\xEF\xBB\xBF"
                      "a"),
              "UTF-8: a");
    EXPECT_EQ(text_of("\xEF\xBB\xBF"), "UTF-8: ");
    EXPECT_EQ(text_of("\xFF\xFE"
                      "a\0"sv),
              "UTF-16: a");
    EXPECT_EQ(text_of("\xFE\xFF\0a"sv), "UTF-16: a");
    EXPECT_EQ(text_of("\xFF\xFE\x3D\xD8\x00\xDE"sv), "UTF-16: \xF0\x9F\x98\x80");  // a pair of surrogates
    EXPECT_EQ(text_of("\xFF\xFE\0\0a\0\0\0"sv), "UTF-32: a");
    EXPECT_EQ(text_of("\0\0\xFE\xFF\0\0\0a"sv), "UTF-32: a");
    EXPECT_EQ(text_of("a\0b\0c\0"sv), "UTF-16: abc");
    EXPECT_EQ(text_of("\0a\0b\0c"sv), "UTF-16: abc");
    EXPECT_EQ(text_of("gr\xF6\xDF"), "Windows-1252: gr\xC3\xB6\xC3\x9F");
    EXPECT_EQ(text_of("\x80 \x93ok\x94"), "Windows-1252: \xE2\x82\xAC \xE2\x80\x9Cok\xE2\x80\x9D");
    EXPECT_EQ(text_of("text \xF0\x9F"), "Windows-1252: text \xC3\xB0\xC5\xB8");  // UTF-8 that breaks off is not UTF-8
}

TEST(DecodedText, WhatIsNoTextIsToldByName) {
    for (const TextUse use : {TextUse::kVerbatim, TextUse::kReading}) {
        EXPECT_EQ(text_of("%PDF-1.7 text", use), "refused: this is a PDF document, not text");
        EXPECT_EQ(text_of("GGUF\3\0\0\0"sv, use), "refused: this is a GGUF model, not text");
        EXPECT_EQ(text_of("\x7F"
                          "ELF\2"sv,
                          use),
                  "refused: this is a program, not text");
        EXPECT_EQ(text_of("\xFF\0\xFF\0\xFF"sv, use), "refused: this is a binary file, not text");
        EXPECT_EQ(text_of(std::string(100, '\x01') + '\xFF', use), "refused: this is a binary file, not text");
        for (const auto bytes : {"\xFF\xFE"
                                 "a"sv,
                                 "\xFF\xFE\0\xD8"sv,
                                 "\xFF\xFE\0\xDC"
                                 "a\0"sv,
                                 "\xFF\xFE\0\xD8"
                                 "a\0"sv})
            EXPECT_EQ(text_of(bytes, use), "refused: the byte order mark says UTF-16, and what follows is none");
        EXPECT_EQ(text_of("\xFF\xFE\0\0\0\0\x11\0"sv, use),
                  "refused: the byte order mark says UTF-32, and what follows is none");
        EXPECT_EQ(text_of("\xEF\xBB\xBF\xFF", use),
                  "refused: the byte order mark says UTF-8, and what follows is none");
    }
    EXPECT_EQ(decode_text("%PDF-1.7", TextUse::kReading).error().code, ErrorCode::kInvalidArgument);
}

// The marks of binary formats are more than words.
TEST(DecodedText, TextMayBeginWithTheNameOfAFormat) {
    for (const std::string_view text : {"GGUF files hold models."sv, "BZh is how bzip2 begins"sv, "ELF"sv, "PK"sv}) {
        EXPECT_EQ(text_of(text), "UTF-8: " + std::string(text));
        EXPECT_EQ(text_of(text, TextUse::kReading), "UTF-8: " + std::string(text));
    }
}

TEST(DecodedText, AModelGetsUtf8AsItIs) {
    EXPECT_EQ(text_of("a\r\nb\rc\x01\n"), "UTF-8: a\r\nb\rc\x01\n");
    EXPECT_EQ(text_of("a, not much \0 zero"sv), std::string("UTF-8: a, not much \0 zero"sv));
}

TEST(DecodedText, PeopleGetLineFeeds) {
    EXPECT_EQ(text_of("a\r\nb\rc\n\r", TextUse::kReading), "UTF-8: a\nb\nc\n\n");
    EXPECT_EQ(text_of("\xFF\xFE"
                      "a\0\r\0\n\0"sv,
                      TextUse::kReading),
              "UTF-16: a\n");
    EXPECT_EQ(text_of("ab\0cd"sv, TextUse::kReading), "refused: this is a binary file, not text");
    EXPECT_EQ(text_of("\x1B[31mred\x1B[0m", TextUse::kReading), "UTF-8: \x1B[31mred\x1B[0m");
    EXPECT_EQ(text_of(std::string(499, 'a') + '\x01', TextUse::kReading).substr(0, 5), "UTF-8");
    EXPECT_EQ(text_of(std::string(498, 'a') + '\x01', TextUse::kReading).substr(0, 7), "refused");
}

}  // namespace
}  // namespace vibrant
