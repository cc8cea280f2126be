// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <cstdlib>
#include <format>

#include "engine/base/log.h"
#include "engine/kernels/kernels.h"
#include "engine/kernels/tables.h"

namespace vibrant {
namespace {

TableList runnable_tables() {
    TableList list;
    append_vector_tables(list);
    list.append(&kScalarKernels);
    return list;
}

const KernelTable* choose() {
    const char* wanted = std::getenv("VIBRANT_KERNELS");
    if (wanted && *wanted) {
        if (const KernelTable* table = find_kernels(wanted)) return table;
        log(LogLevel::kWarning, std::format("VIBRANT_KERNELS: no kernels called '{}' on this machine", wanted));
    }
    return kernel_tables().front();
}

}  // namespace

std::span<const KernelTable* const> kernel_tables() {
    static const TableList list = runnable_tables();
    return {list.tables.data(), list.count};
}

const KernelTable* find_kernels(std::string_view name) {
    for (const KernelTable* table : kernel_tables()) {
        if (table->name == name) return table;
    }
    return nullptr;
}

const KernelTable& kernels() {
    static const KernelTable* const chosen = choose();
    return *chosen;
}

}  // namespace vibrant
