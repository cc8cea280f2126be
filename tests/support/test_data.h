// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The larger test data beside the checkout: golden models and their expected results. Tests that need it skip without it.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace vibrant::test {

// The folder named by VIBRANT_TEST_DATA; empty if the variable is not set.
[[nodiscard]] inline std::filesystem::path test_data() {
    const char* folder = std::getenv("VIBRANT_TEST_DATA");
    return folder ? std::filesystem::path(folder) : std::filesystem::path();
}

}  // namespace vibrant::test

// First line of a test that needs the folder.
#define VIBRANT_NEEDS_TEST_DATA() \
    if (::vibrant::test::test_data().empty()) GTEST_SKIP() << "VIBRANT_TEST_DATA is not set"
