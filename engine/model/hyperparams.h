// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The numbers that shape a transformer, read from metadata and range-checked before anything is divided by them or
// allocated from them.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/base/result.h"
#include "engine/gguf/gguf_file.h"

namespace vibrant {

enum class Architecture : std::uint8_t { kLlama, kQwen2 };
[[nodiscard]] std::string_view architecture_name(Architecture architecture);

struct Hyperparams {
    Architecture architecture{};
    std::uint32_t n_layers = 0;         // 1..1024
    std::uint32_t n_embd = 0;           // width of the residual stream
    std::uint32_t n_ff = 0;             // width of the feed-forward's inner layer
    std::uint32_t n_heads = 0;          // query heads
    std::uint32_t n_kv_heads = 0;       // key/value heads; divides n_heads
    std::uint32_t head_dim = 0;         // even; need not be n_embd / n_heads
    std::uint32_t n_rot = 0;            // components of a head that RoPE turns; even, <= head_dim
    std::uint32_t n_vocab = 0;          // rows of the embedding, padding included: the width of the logits
    std::uint32_t trained_context = 0;  // tokens
    float norm_eps = 0;                 // added to the mean square in RMSNorm
    double rope_base = 10000.0;
    double rope_scale = 1.0;  // positions are divided by it (rope.scaling.type "linear")

    [[nodiscard]] std::uint32_t q_width() const { return n_heads * head_dim; }
    [[nodiscard]] std::uint32_t kv_width() const { return n_kv_heads * head_dim; }
};

// Largest context a file may claim, 2^24 tokens; more is clamped and logged (memory is never allocated from it).
inline constexpr std::uint32_t kMaxTrainedContext = 1u << 24;

// Errors name the key, what was found and what is allowed.
[[nodiscard]] Result<Hyperparams> read_hyperparams(const gguf::File& file);

}  // namespace vibrant
