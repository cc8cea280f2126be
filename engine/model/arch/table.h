// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The architectures there are.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/model/arch/architecture.h"

namespace vibrant {

// By name.
[[nodiscard]] std::span<const Architecture* const> architectures();
// The one of this name or alias; nullptr if there is none.
[[nodiscard]] const Architecture* find_architecture(std::string_view name);
// "llama, qwen2": for errors and help.
[[nodiscard]] std::string architecture_names();

}  // namespace vibrant
