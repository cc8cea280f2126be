// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/cli/json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "tests/support/json.h"

namespace vibrant::cli {
namespace {

using test::read_json;

template <class T>
std::string written(const T& value) {
    Json json;
    json.value(value);
    const std::string line = json.line();
    return line.substr(0, line.size() - 1);
}

TEST(Json, PutsCommasWhereTheyBelong) {
    Json json;
    json.begin_object();
    json.field("a", 1);
    json.key("b");
    json.begin_array();
    json.value(1);
    json.value("x");
    json.begin_object();
    json.end_object();
    json.begin_array();
    json.end_array();
    json.null();
    json.end_array();
    json.field("c", true);
    json.end_object();
    EXPECT_EQ(json.line(), "{\"a\":1,\"b\":[1,\"x\",{},[],null],\"c\":true}\n");
}

TEST(Json, EscapesText) {
    EXPECT_EQ(written("a\"b\\c\nd\te"), "\"a\\\"b\\\\c\\nd\\te\"");
    EXPECT_EQ(written(std::string_view("\0\x1b\x7f", 3)), "\"\\u0000\\u001b\\u007f\"");
    EXPECT_EQ(written("\u0085"), "\"\\u0085\"");  // C1: a terminal would act on it
    EXPECT_EQ(written("h\u00e4\u4e16\U0001F600"), "\"h\u00e4\u4e16\U0001F600\"");
    EXPECT_EQ(written("a\xff\xe4\xb8z"), "\"a\ufffd\ufffdz\"");
}

TEST(Json, EveryByteStringReadsBack) {
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; second += 5) {
            const std::string bytes = {static_cast<char>(first), static_cast<char>(second)};
            const std::string back = read_json(written(bytes)).get<std::string>();
            if (first < 0x80 && second < 0x80) {
                EXPECT_EQ(back, bytes);
            } else {
                EXPECT_FALSE(back.empty());
            }
        }
    }
}

TEST(Json, NumbersReadBackEqual) {
    for (const double number : {0.0, -0.0, 1.0, -1.5, 0.1, 1e300, 5e-324, 1.0 / 3, 123456789.123456789, 1e21, 1e-7}) {
        EXPECT_EQ(read_json(written(number)).get<double>(), number) << written(number);
    }
    EXPECT_EQ(written(0.7f), "0.7");
    EXPECT_EQ(written(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
    EXPECT_EQ(written(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
    EXPECT_EQ(written(std::nan("")), "null");
    EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "null");
}

}  // namespace
}  // namespace vibrant::cli
