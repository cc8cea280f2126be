// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The small model that comes with the program: the first chat works before the user has opened a model.
//
// It is a GGUF file like any other, models/vibrant-starter.gguf in the folder of the program's data. Looked for in, one
// after the other: $VIBRANT_DATA_DIR; share/vibrant beside the folder of the program (an installation, a build of the
// window) and one further up (a build of vibrant-cli); vibrant in each folder of $XDG_DATA_DIRS. Costs a few stat() calls.
#pragma once

#include <filesystem>
#include <optional>

namespace vibrant {

// Absolute; nothing where it is not installed.
[[nodiscard]] std::optional<std::filesystem::path> starter_model();

}  // namespace vibrant
