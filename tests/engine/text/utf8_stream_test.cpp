// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/utf8_stream.h"

#include "tests/engine/text/text_test.h"

namespace vibrant::test {
namespace {

std::string streamed(std::string_view bytes, std::size_t chunk) {
    Utf8Stream stream;
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += chunk) {
        const std::size_t before = out.size();
        stream.push(bytes.substr(at, chunk), out);
        // Never half a character, whatever was pushed.
        EXPECT_EQ(valid_utf8_prefix(std::string_view(out).substr(before)), out.size() - before);
    }
    stream.finish(out);
    return out;
}

TEST(Utf8Stream, every_character_split_at_every_place) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, c);
        for (std::size_t cut = 0; cut <= text.size(); ++cut) {
            Utf8Stream stream;
            std::string out;
            stream.push(std::string_view(text).substr(0, cut), out);
            ASSERT_EQ(out.size(), cut == text.size() ? cut : 0u) << static_cast<std::uint32_t>(c);
            stream.push(std::string_view(text).substr(cut), out);
            ASSERT_EQ(out, text);
            stream.finish(out);
            ASSERT_EQ(out, text);
        }
    }
}

TEST(Utf8Stream, ill_formed_bytes_become_one_replacement_per_maximal_subpart) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"", ""},
        {"a\x80z", "a\uFFFDz"},
        {"\xC0\xAF", "\uFFFD\uFFFD"},                                          // overlong '/'
        {"\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD"},                                // overlong
        {"\xF0\x80\x80\xAF", "\uFFFD\uFFFD\uFFFD\uFFFD"},                      // overlong
        {"\xED\xA0\xBD\xED\xB8\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},  // CESU-8 surrogates
        {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},                      // above U+10FFFF
        {"\xE2\x82", "\uFFFD"},                                                // cut off
        {"\xE2\x82z", "\uFFFDz"},
        {"\xF0\x9F\x98\xF0\x9F\x98\x80", "\uFFFD\U0001F600"},
        // The example of the Unicode standard, table 3-8.
        {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64", "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd"},
    };
    for (const auto& [bytes, expected] : cases) {
        EXPECT_EQ(repair_utf8(bytes), expected);
        for (std::size_t chunk = 1; chunk <= 4; ++chunk) EXPECT_EQ(streamed(bytes, chunk), expected);
    }
}

TEST(Utf8Stream, any_split_gives_what_the_whole_gives) {
    std::mt19937_64 random(1);
    for (int i = 0; i < 20000; ++i) {
        std::string bytes = random_text(random, random() % 20);
        for (std::size_t n = random() % 4; n > 0 && !bytes.empty(); --n) {
            const std::size_t at = random() % bytes.size();
            if (random() % 2 == 0)
                bytes[at] = static_cast<char>(random());
            else
                bytes.erase(at, 1);
        }
        const std::string whole = repair_utf8(bytes);
        ASSERT_EQ(valid_utf8_prefix(whole), whole.size());
        ASSERT_EQ(streamed(bytes, 1 + random() % 5), whole);
        if (valid_utf8_prefix(bytes) == bytes.size()) {
            ASSERT_EQ(whole, bytes);
        }
    }
}

TEST(Utf8Stream, reusable_after_finish) {
    Utf8Stream stream;
    std::string out;
    stream.push("\xE2\x82", out);
    stream.finish(out);
    stream.push("a", out);
    stream.finish(out);
    EXPECT_EQ(out, "\uFFFDa");
}

}  // namespace
}  // namespace vibrant::test
