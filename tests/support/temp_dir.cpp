// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "tests/support/temp_dir.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

namespace vibrant::test {

TempDir::TempDir() {
    std::string name = (std::filesystem::temp_directory_path() / "vibrant-test-XXXXXX").native();
    if (!::mkdtemp(name.data())) {
        std::perror("mkdtemp");
        std::abort();
    }
    path_ = name;
}

TempDir::~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace vibrant::test
