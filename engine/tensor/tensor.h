// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A non-owning view of a tensor in a mapped file or an arena. Cheap to copy; the owner of the bytes outlives it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/quant/dtype.h"

namespace vibrant {

// A matrix as GGUF stores it: `n_rows` rows of `n_cols` values, each row a whole number of blocks, rows adjacent.
// A vector is one row. y = W x maps n_cols inputs to n_rows outputs.
struct Tensor {
    DType type = DType::kF32;
    std::size_t n_cols = 0;  // values per row (GGUF's first dimension)
    std::size_t n_rows = 0;
    const std::byte* data = nullptr;  // row_stride * n_rows bytes; alignment is the file's, often only 2
    std::size_t row_stride = 0;       // bytes

    [[nodiscard]] explicit operator bool() const { return data != nullptr; }
    [[nodiscard]] const std::byte* row(std::size_t r) const { return data + r * row_stride; }
    [[nodiscard]] std::size_t bytes() const { return row_stride * n_rows; }
    // Rows [first, first + n).
    [[nodiscard]] Tensor rows(std::size_t first, std::size_t n) const {
        return {type, n_cols, n, row(first), row_stride};
    }
};

}  // namespace vibrant
