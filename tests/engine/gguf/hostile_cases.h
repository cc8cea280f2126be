// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The catalogue of files that try to break the reader, as data: H header, K metadata, T tensors. Used by the hostile
// tests and as seeds of the fuzzer. A row is one file; rows of one case share its number.
#pragma once

#include <string>
#include <vector>

#include "tests/support/gguf_builder.h"

namespace vibrant::gguf {

struct HostileCase {
    std::string name;   // "H01_empty_file": a valid test name
    std::string error;  // must be part of the error's text; empty: the file is unusual but loads
    test::Bytes bytes;
};

// One key, one F32 tensor "a" of 8 values: the smallest file that loads.
[[nodiscard]] test::GgufBuilder tiny_file();

[[nodiscard]] std::vector<HostileCase> header_cases();
[[nodiscard]] std::vector<HostileCase> metadata_cases();
[[nodiscard]] std::vector<HostileCase> tensor_cases();
[[nodiscard]] std::vector<HostileCase> all_cases();

}  // namespace vibrant::gguf
