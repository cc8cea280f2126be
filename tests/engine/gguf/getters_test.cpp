// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The typed getters of File.

#include <gtest/gtest.h>

#include <limits>

#include "tests/engine/gguf/hostile_cases.h"
#include "tests/engine/gguf/opened.h"

namespace vibrant::gguf {
namespace {

using test::Bytes;
using test::GgufBuilder;

template <class T>
void expect_uint(T value, std::uint64_t wanted) {
    GgufBuilder builder = tiny_file();
    builder.add("n", value);
    EXPECT_EQ(Opened(builder)->uint("n").value(), wanted);
}

TEST(Getters, IntegersOfAnyWidthAreAccepted) {
    expect_uint(std::uint8_t{255}, 255);
    expect_uint(std::uint16_t{65'535}, 65'535);
    expect_uint(std::uint32_t{4'294'967'295}, 4'294'967'295);
    expect_uint(std::numeric_limits<std::uint64_t>::max(), std::numeric_limits<std::uint64_t>::max());
    expect_uint(std::int8_t{127}, 127);
    expect_uint(std::int16_t{1}, 1);
    expect_uint(std::int32_t{0}, 0);
    expect_uint(std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::max());
}

TEST(Getters, NegativeIntegersAreNamed) {
    GgufBuilder builder = tiny_file();
    builder.add("a", std::int8_t{-1}).add("b", std::numeric_limits<std::int64_t>::min());
    const Opened file(builder);
    EXPECT_EQ(file->uint("a").error().text, "test.gguf: a: wanted integer >= 0, found -1");
    EXPECT_EQ(file->uint("b").error().text, "test.gguf: b: wanted integer >= 0, found -9223372036854775808");
    EXPECT_EQ(file->display("b"), "-9223372036854775808");
}

TEST(Getters, AbsentKeysAreEmptyNotErrors) {
    const Opened file(tiny_file());
    EXPECT_FALSE(file->has("k"));
    EXPECT_FALSE(file->string("k")->has_value());
    EXPECT_FALSE(file->uint("k")->has_value());
    EXPECT_FALSE(file->real("k")->has_value());
    EXPECT_FALSE(file->boolean("k")->has_value());
    EXPECT_FALSE(file->f32_array("k")->has_value());
    EXPECT_FALSE(file->i32_array("k")->has_value());
    EXPECT_FALSE(file->string_array("k")->has_value());
    EXPECT_FALSE(file->uint_per_layer("k", 3)->has_value());
    EXPECT_EQ(file->display("k"), "");
}

// K31: a float is never taken for an integer, nor anything else for what it is not.
TEST(Getters, WrongTypesNameKeyWantedAndFound) {
    GgufBuilder builder = tiny_file();
    builder.add("f", 2.0f).add("s", "two").add("u", std::uint32_t{2}).add("b", true);
    builder.add_array("i8", std::vector<std::int8_t>{1, 2});
    const Opened file(builder);
    EXPECT_EQ(file->uint("f").error().text, "test.gguf: f: wanted integer, found f32");
    EXPECT_EQ(file->uint("s").error().text, "test.gguf: s: wanted integer, found string");
    EXPECT_EQ(file->uint("b").error().text, "test.gguf: b: wanted integer, found bool");
    EXPECT_EQ(file->uint("i8").error().text, "test.gguf: i8: wanted integer, found i8 array");
    EXPECT_EQ(file->string("u").error().text, "test.gguf: u: wanted string, found u32");
    EXPECT_EQ(file->string("i8").error().text, "test.gguf: i8: wanted string, found i8 array");
    EXPECT_EQ(file->real("u").error().text, "test.gguf: u: wanted f32, found u32");
    EXPECT_EQ(file->boolean("u").error().text, "test.gguf: u: wanted bool, found u32");
    EXPECT_EQ(file->f32_array("i8").error().text, "test.gguf: i8: wanted f32 array, found i8 array");
    EXPECT_EQ(file->f32_array("f").error().text, "test.gguf: f: wanted f32 array, found f32");
    EXPECT_EQ(file->i32_array("i8").error().text, "test.gguf: i8: wanted i32 array, found i8 array");
    EXPECT_EQ(file->string_array("s").error().text, "test.gguf: s: wanted string array, found string");
    EXPECT_EQ(file->uint_per_layer("f", 2).error().text, "test.gguf: f: wanted integer, found f32");
    EXPECT_EQ(file->uint("f").error().code, ErrorCode::kMalformed);
}

TEST(Getters, RealAndBool) {
    GgufBuilder builder = tiny_file();
    builder.add("f", 0.5f).add("d", 0.1).add("yes", true).add("no", false);
    builder.add_raw("two", test::kBool, Bytes{std::byte{2}});
    const Opened file(builder);
    EXPECT_EQ(file->real("f").value(), 0.5);
    EXPECT_EQ(file->real("d").value(), 0.1);
    EXPECT_EQ(file->boolean("yes").value(), true);
    EXPECT_EQ(file->boolean("no").value(), false);
    EXPECT_EQ(file->boolean("two").value(), true);
}

TEST(Getters, Arrays) {
    GgufBuilder builder = tiny_file();
    builder.add_array("f", std::vector<float>{1.5f, -2.0f})
        .add_array("i", std::vector<std::int32_t>{-1, 7})
        .add_array("u", std::vector<std::uint32_t>{5})
        .add_strings("s", {"", "token", std::string("nul\0", 4)})
        .add_strings("none", {});
    const Opened file(builder);
    const auto f = **file->f32_array("f");
    EXPECT_EQ(f.size(), 2u);
    EXPECT_EQ(f[1], -2.0f);
    const auto i = **file->i32_array("i");
    EXPECT_EQ(i[0], -1);
    EXPECT_EQ(i[1], 7);
    EXPECT_EQ((**file->i32_array("u"))[0], 5);
    const auto s = **file->string_array("s");
    EXPECT_EQ(s, (std::vector<std::string_view>{"", "token", std::string_view("nul\0", 4)}));
    EXPECT_TRUE((**file->string_array("none")).empty());
}

TEST(Getters, PerLayer) {
    GgufBuilder builder = tiny_file();
    builder.add("one", std::uint32_t{8})
        .add_array("each", std::vector<std::int32_t>{4, 5, 6})
        .add_array("short", std::vector<std::uint32_t>{4})
        .add_array("negative", std::vector<std::int32_t>{4, -5})
        .add_array("float", std::vector<float>{1, 2});
    const Opened file(builder);
    EXPECT_EQ(**file->uint_per_layer("one", 3), (std::vector<std::uint64_t>{8, 8, 8}));
    EXPECT_EQ(**file->uint_per_layer("each", 3), (std::vector<std::uint64_t>{4, 5, 6}));
    EXPECT_EQ(file->uint_per_layer("short", 2).error().text, "test.gguf: short has 1 values for 2 layers");
    EXPECT_EQ(file->uint_per_layer("each", 2).error().text, "test.gguf: each has 3 values for 2 layers");
    EXPECT_EQ(file->uint_per_layer("negative", 2).error().text, "test.gguf: negative: wanted integer >= 0, found -5");
    EXPECT_EQ(file->uint_per_layer("float", 2).error().text, "test.gguf: float: wanted integer, found f32 array");
}

TEST(Getters, Display) {
    GgufBuilder builder = tiny_file();
    builder.add("u", std::uint8_t{200}).add("f", 1e-5f).add("b", true).add("s", "a\x1B[0m");
    builder.add("long", std::string(200, 'x')).add_array("a", std::vector<std::uint16_t>{1, 2, 3});
    const Opened file(builder);
    EXPECT_EQ(file->display("u"), "200");
    EXPECT_EQ(file->display("f"), "1e-05");
    EXPECT_EQ(file->display("b"), "true");
    EXPECT_EQ(file->display("s"), "a\\u{001B}[0m");
    EXPECT_EQ(file->display("long"), std::string(80, 'x') + "…");
    EXPECT_EQ(file->display("a"), "[3 x u16]");
    EXPECT_EQ(file->type_text("a"), "u16 array");
    EXPECT_EQ(file->type_text("s"), "string");
    EXPECT_EQ(file->type_text("absent"), "");
}

TEST(Getters, FirstElements) {
    GgufBuilder builder = tiny_file();
    builder.add("scalar", std::uint8_t{1}).add_array("i", std::vector<std::int32_t>{-1, 2, 3});
    builder.add_array("f", std::vector<float>{0.5f});
    builder.add_strings("s", {"a\x1B", std::string(100, 'y'), "z"});
    const Opened file(builder);
    EXPECT_EQ(file->first_elements("i", 8), "-1, 2, 3");
    EXPECT_EQ(file->first_elements("i", 2), "-1, 2, …");
    EXPECT_EQ(file->first_elements("f", 8), "0.5");
    EXPECT_EQ(file->first_elements("s", 2), "\"a\\u{001B}\", \"" + std::string(24, 'y') + "…\", …");
    EXPECT_EQ(file->first_elements("scalar", 8), "");
    EXPECT_EQ(file->first_elements("absent", 8), "");
}

}  // namespace
}  // namespace vibrant::gguf
