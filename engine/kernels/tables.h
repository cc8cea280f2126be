// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What dispatch.cpp chooses from. Internal to kernels/.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "engine/kernels/kernels.h"

namespace vibrant {

// Tables in the order of preference. A build for one architecture holds fewer than ten.
struct TableList {
    std::array<const KernelTable*, 16> tables{};
    std::size_t count = 0;

    void append(const KernelTable* table) { tables[count++] = table; }
};

// The plain twins: every architecture, double precision where that makes the result the right one.
// For tests and for doubts, not for speed.
extern const KernelTable kScalarKernels;

// Appends the vector tables that this machine can run, best first.
void append_vector_tables(TableList& list);

// The table called `name`; nullptr if this machine has none of that name.
[[nodiscard]] const KernelTable* find_kernels(std::string_view name);

}  // namespace vibrant
