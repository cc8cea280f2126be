// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Looks tensors up by name, refuses types and shapes that the plan does not expect, and ticks off what it gave: a tensor
// that nothing asked for would be left out of the sums, and the model would compute something else than its file says.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/gguf/gguf_file.h"
#include "engine/tensor/tensor.h"

namespace vibrant {

class TensorReader {
  public:
    explicit TensorReader(const gguf::File& file) : file_(file), used_(file.tensors().size(), false) {}

    [[nodiscard]] const gguf::File& file() const { return file_; }
    [[nodiscard]] bool has(const std::string& name) const { return file_.find_tensor(name) != nullptr; }

    // A matrix of any weight type, (rows, cols).
    [[nodiscard]] Result<Tensor> matrix(const std::string& name, std::size_t rows, std::size_t cols);
    // A vector; norms, biases and RoPE factors are f32 in every file the usual converters write.
    [[nodiscard]] Result<Tensor> vector(const std::string& name, std::size_t size);
    // The same for a tensor that may be absent: an empty view then.
    [[nodiscard]] Result<Tensor> optional_vector(const std::string& name, std::size_t size);
    // The tensor itself, which has elements.
    [[nodiscard]] Result<const gguf::TensorInfo*> find(const std::string& name);

    // Refuses, by name, a tensor that was not asked for, unless it is known to have no part in text (kHarmless).
    [[nodiscard]] Status nothing_left() const;

  private:
    const gguf::File& file_;
    std::vector<bool> used_;  // of file_.tensors()
};

}  // namespace vibrant
