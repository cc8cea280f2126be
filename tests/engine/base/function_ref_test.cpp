// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/base/function_ref.h"

#include <gtest/gtest.h>

namespace vibrant {
namespace {

int apply(FunctionRef<int(int)> f, int n) {
    return f(n);
}

TEST(FunctionRef, CallsLambdasAndConstObjects) {
    int calls = 0;
    EXPECT_EQ(apply([&](int n) { return ++calls, n + 1; }, 1), 2);
    const auto twice = [](int n) { return 2 * n; };
    EXPECT_EQ(apply(twice, 4), 8);
    EXPECT_EQ(calls, 1);
}

TEST(FunctionRef, RefersToTheObjectInsteadOfCopyingIt) {
    struct Counter {
        int count = 0;
        int operator()(int n) { return count += n; }
    } counter;
    const FunctionRef<int(int)> ref = counter;
    const FunctionRef<int(int)> copy = ref;
    ref(2), copy(3);
    EXPECT_EQ(counter.count, 5);
}

TEST(FunctionRef, PassesMoveOnlyArguments) {
    const auto take = [](std::unique_ptr<int> p) { return *p; };
    const FunctionRef<int(std::unique_ptr<int>)> ref = take;
    EXPECT_EQ(ref(std::make_unique<int>(7)), 7);
}

}  // namespace
}  // namespace vibrant
