// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a file as a whole is called by people: facts of its tensors and of the keys that describe them.
#pragma once

#include <cstdint>
#include <string>

#include "engine/base/result.h"
#include "engine/gguf/gguf_file.h"

namespace vibrant::gguf {

// The name of its mix by general.file_type, "Q4_K_M"; without that key the type that holds most bytes, and a second one if
// it holds a tenth or more: "Q4_K + Q6_K".
[[nodiscard]] std::string quantisation_of(const File& file);
// Values of all its tensors.
[[nodiscard]] std::uint64_t parameters_of(const File& file);
// Fails with kAnotherKind, and what to do, if the file goes with a model and is none: by general.type ("adapter", "mmproj",
// "imatrix", ...; source: llama.cpp's gguf-py, GGUFType), and by what files from before that key hold.
[[nodiscard]] Status expect_model(const File& file);

}  // namespace vibrant::gguf
