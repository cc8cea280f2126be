// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/arch/table.h"

#include <algorithm>

namespace vibrant {

extern const Architecture kLlama, kQwen2, kQwen3;

namespace {

constexpr const Architecture* kArchitectures[] = {
    &kLlama,
    &kQwen2,
    &kQwen3,
};

}  // namespace

std::span<const Architecture* const> architectures() {
    return kArchitectures;
}

const Architecture* find_architecture(std::string_view name) {
    for (const Architecture* candidate : kArchitectures)
        if (candidate->name == name || std::ranges::contains(candidate->aliases, name)) return candidate;
    return nullptr;
}

std::string architecture_names() {
    std::string names;
    for (const Architecture* one : kArchitectures) {
        if (!names.empty()) names += ", ";
        names += one->name;
    }
    return names;
}

}  // namespace vibrant
