// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The keys of one architecture, read with their allowed ranges: "block_count" stands for "qwen2.block_count". Errors name
// the file, the key, what was found and what is allowed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/gguf/gguf_file.h"
#include "engine/model/plan.h"

namespace vibrant {

class ArchKeys {
  public:
    // `prefix` is what the file calls its architecture: an alias prefixes the keys too.
    ArchKeys(const gguf::File& file, std::string_view prefix) : file_(file), prefix_(prefix) {}

    [[nodiscard]] const gguf::File& file() const { return file_; }
    [[nodiscard]] std::string full(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return file_.has(full(key)); }
    [[nodiscard]] std::unexpected<Error> refuse(std::string_view key, std::string_view found,
                                                std::string_view allowed) const;

    // An integer in [min, max]; `fallback` where the key is absent, an error where there is none.
    [[nodiscard]] Result<std::uint32_t> integer(std::string_view key, std::uint32_t min, std::uint32_t max,
                                                std::optional<std::uint32_t> fallback = {}) const;
    // The same for a key that may have one value for all layers or one per layer: always n_layers values.
    [[nodiscard]] Result<std::vector<std::uint32_t>> per_layer(std::string_view key, std::uint32_t n_layers,
                                                               std::uint32_t min, std::uint32_t max) const;
    // A finite number in (0, max].
    [[nodiscard]] Result<double> positive(std::string_view key, double max, std::optional<double> fallback = {}) const;
    [[nodiscard]] Result<std::optional<std::string_view>> string(std::string_view key) const {
        return file_.string(full(key));
    }

  private:
    const gguf::File& file_;
    std::string_view prefix_;
};

// The plan of a pre-norm transformer with grouped-query attention, rotary positions and SwiGLU, from the keys that all
// such files have; n_vocab is the weight reader's. What else an architecture has, its own file adds.
[[nodiscard]] Result<ModelPlan> read_transformer_plan(const ArchKeys& keys, ops::RopePairing pairing);

}  // namespace vibrant
