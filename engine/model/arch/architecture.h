// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What an architecture is: one value of this type, in a file of its own, and one row of the table (arch/table.cpp). Reader,
// errors, inspector and tests walk the table; no other place knows an architecture's name.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/base/result.h"
#include "engine/model/arch_keys.h"
#include "engine/model/forward_pass.h"
#include "engine/model/plan.h"
#include "engine/model/tensor_reader.h"
#include "engine/model/weights.h"

namespace vibrant {

struct Architecture {
    std::string_view name;                      // general.architecture, and the prefix of its keys
    std::span<const std::string_view> aliases;  // other names of the same; they prefix the keys as well
    std::string_view description;               // the models people know it by, for lists: "Qwen2, Qwen2.5"
    std::string_view pre_tokenizer;             // of files from before the key tokenizer.ggml.pre (April 2024)

    // Keys to plan, all but n_vocab.
    Result<ModelPlan> (*plan)(const ArchKeys& keys);
    // The tensors of one layer.
    Status (*read_layer)(TensorReader& read, const ModelPlan& plan, std::uint32_t layer, LayerWeights& out);
    // The layers, top to bottom like the paper. False if the pass was ended between two of them.
    bool (*forward)(const ForwardPass& pass);
};

}  // namespace vibrant
