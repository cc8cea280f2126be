// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a model is, layer by layer, as its file's metadata say: the numbers that shape it, range-checked before anything
// is divided by them or allocated from them. An architecture makes it from its keys (arch/architecture.h); the weight
// reader, the cache, the activations, the memory estimate and `inspect` walk it. It holds no tensors and costs nothing.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/cache/layer_state.h"
#include "engine/ops/ops.h"

namespace vibrant {

// Rotary positions (Su et al. 2021, RoFormer): component pair i turns by position * base^(-2i / n_rot) / scale.
struct RopePlan {
    ops::RopePairing pairing = ops::RopePairing::kNeox;
    std::uint32_t n_rot = 0;  // components of a head that turn, from the first; even, <= head_dim
    double base = 10000.0;
    double scale = 1.0;  // positions are divided by it (rope.scaling.type "linear")
};

// Grouped-query attention (Ainslie et al. 2023).
struct AttentionPlan {
    std::uint32_t n_heads = 0;     // query heads
    std::uint32_t n_kv_heads = 0;  // key/value heads; divides n_heads
    std::uint32_t head_dim = 0;    // even; need not be n_embd / n_heads
    std::uint32_t window = 0;      // positions a query sees, itself included; 0 = all
    std::uint32_t rope = 0;        // which of ModelPlan::ropes turns its heads
    bool qk_norm = false;          // RMSNorm of every query and key head before it is turned
    std::optional<std::uint32_t> kv_of =
        {};  // the earlier layer whose keys and values it reads, having none of its own

    [[nodiscard]] std::uint32_t q_width() const { return n_heads * head_dim; }
    [[nodiscard]] std::uint32_t kv_width() const { return n_kv_heads * head_dim; }
};

// A mixer with a state of fixed size in place of a cache: what there is of it is its name and that size.
struct RecurrentPlan {
    std::string_view name;
    std::size_t state_bytes = 0;
};

// SwiGLU (Shazeer 2020).
struct DensePlan {
    std::uint32_t n_ff = 0;  // width of the inner layer
};

struct LayerPlan {
    std::variant<AttentionPlan, RecurrentPlan> mixer;
    std::variant<std::monostate, DensePlan> ffn;

    [[nodiscard]] const AttentionPlan* attention() const { return std::get_if<AttentionPlan>(&mixer); }
    [[nodiscard]] const DensePlan* dense() const { return std::get_if<DensePlan>(&ffn); }
};

// What `inspect` and the window say of a layer.
struct LayerSummary {
    std::string_view mixer, ffn;           // "attention", "dense"; "none" where there is no feed-forward
    std::uint32_t window = 0;              // tokens; 0 = all
    std::uint64_t kv_bytes_per_token = 0;  // of the cache, for a token inside the window
    std::uint64_t state_bytes = 0;         // of a recurrent state
};

// Largest context a file may claim, 2^24 tokens; more is clamped and logged (memory is never allocated from it).
inline constexpr std::uint32_t kMaxTrainedContext = 1u << 24;
// Tokens of one forward pass. Work buffers and the room beside a window grow with it, speed no longer does.
inline constexpr std::uint32_t kMaxBatch = 512;

struct ModelPlan {
    std::vector<LayerPlan> layers;      // 1..1024
    std::vector<RopePlan> ropes;        // the rotations that layers name
    std::uint32_t n_embd = 0;           // width of the residual stream
    std::uint32_t n_vocab = 0;          // rows of the embedding, padding included: the width of the logits
    std::uint32_t trained_context = 0;  // tokens
    float norm_eps = 0;                 // added to the mean square in RMSNorm

    [[nodiscard]] std::uint32_t n_layers() const { return static_cast<std::uint32_t>(layers.size()); }
    // The largest value of `of(AttentionPlan)` over the layers, 0 without attention.
    template <class Of>
    [[nodiscard]] std::size_t largest_attention(Of&& of) const {
        std::size_t largest = 0;
        for (const LayerPlan& layer : layers)
            if (const AttentionPlan* a = layer.attention()) largest = std::max<std::size_t>(largest, of(*a));
        return largest;
    }
    [[nodiscard]] std::uint32_t largest_n_ff() const;

    // What a sequence of `context` positions is created from, one per layer.
    [[nodiscard]] std::vector<LayerStateShape> state_shapes(std::uint32_t context, KvType type) const;
    [[nodiscard]] std::vector<LayerSummary> summary(KvType type) const;
};

}  // namespace vibrant
