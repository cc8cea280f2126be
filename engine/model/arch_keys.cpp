// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/arch_keys.h"

#include <algorithm>
#include <format>

#include "engine/base/log.h"

namespace vibrant {
namespace {

// Divisor of the position. Only what we compute exactly is accepted.
Result<double> read_rope_scale(const ArchKeys& keys) {
    VIBRANT_TRY(type, keys.string("rope.scaling.type"));
    if (type && *type != "none" && *type != "linear")
        return keys.file().error(
            ErrorCode::kUnsupported,
            std::format("RoPE scaling '{}' is not supported (supported: none, linear)", printable(*type, 40)));
    if (type && *type == "none") return 1.0;
    if (keys.has("rope.scaling.factor")) return keys.positive("rope.scaling.factor", 1e6);
    return keys.positive("rope.scale_linear", 1e6, 1.0);  // the key of files before 2023-10
}

Result<std::uint32_t> read_trained_context(const ArchKeys& keys) {
    const std::string key = keys.full("context_length");
    VIBRANT_TRY(context, keys.file().uint(key));
    if (!context) return keys.file().error(ErrorCode::kMalformed, std::format("missing key '{}'", key));
    if (*context == 0) return keys.refuse("context_length", "0", "at least 1");
    if (*context > kMaxTrainedContext)
        log(LogLevel::kWarning, std::format("{} is {}, taken as {}", key, *context, kMaxTrainedContext));
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(*context, kMaxTrainedContext));
}

// The width of a head, of keys as of values. Without a key the first layer's, as the usual converters mean it.
Result<std::uint32_t> read_head_dim(const ArchKeys& keys, std::uint32_t n_embd, std::uint32_t n_heads) {
    if (!keys.has("attention.key_length") && n_embd % n_heads != 0)
        return keys.refuse("embedding_length", std::to_string(n_embd),
                           std::format("a multiple of the {} heads", n_heads));
    VIBRANT_TRY(head_dim, keys.integer("attention.key_length", 2, 1024, n_embd / n_heads));
    if (head_dim < 2 || head_dim > 1024 || head_dim % 2 != 0)
        return keys.refuse("attention.key_length", std::to_string(head_dim), "even and in 2..1024");
    VIBRANT_TRY(value_dim, keys.integer("attention.value_length", 1, 1024, head_dim));
    if (value_dim != head_dim)
        return keys.refuse("attention.value_length", std::to_string(value_dim),
                           std::format("equal to attention.key_length, {}", head_dim));
    return head_dim;
}

// Positions a query sees in each layer, 0 for all: what reaches past the trained context is no window.
Result<std::vector<std::uint32_t>> read_windows(const ArchKeys& keys, std::uint32_t n_layers, std::uint32_t context) {
    if (!keys.has("attention.sliding_window")) return std::vector<std::uint32_t>(n_layers, 0);
    VIBRANT_TRY(windows, keys.per_layer("attention.sliding_window", n_layers, 0, ~0u));
    for (std::uint32_t& window : windows)
        if (window >= context) window = 0;
    return std::move(windows);
}

Result<RopePlan> read_rope(const ArchKeys& keys, ops::RopePairing pairing, std::uint32_t head_dim) {
    RopePlan rope{.pairing = pairing};
    VIBRANT_TRY(n_rot, keys.integer("rope.dimension_count", 2, head_dim, head_dim));
    if (n_rot % 2 != 0) return keys.refuse("rope.dimension_count", std::to_string(n_rot), "even");
    rope.n_rot = n_rot;
    VIBRANT_TRY(base, keys.positive("rope.freq_base", 1e12, 10000.0));
    rope.base = base;
    VIBRANT_TRY(scale, read_rope_scale(keys));
    rope.scale = scale;
    return rope;
}

Status refuse_experts(const ArchKeys& keys) {
    if (!keys.has("expert_count")) return {};
    VIBRANT_TRY(n_experts, keys.integer("expert_count", 0, 1024));
    if (n_experts == 0) return {};
    return keys.file().error(ErrorCode::kUnsupported,
                             std::format("mixture-of-experts models are not supported yet ({} experts)", n_experts));
}

}  // namespace

std::string ArchKeys::full(std::string_view key) const {
    return std::format("{}.{}", prefix_, key);
}

std::unexpected<Error> ArchKeys::refuse(std::string_view key, std::string_view found, std::string_view allowed) const {
    return file_.error(ErrorCode::kMalformed, std::format("{} must be {} (found {})", full(key), allowed, found));
}

Result<std::uint32_t> ArchKeys::integer(std::string_view key, std::uint32_t min, std::uint32_t max,
                                        std::optional<std::uint32_t> fallback) const {
    VIBRANT_TRY(value, file_.uint(full(key)));
    if (!value) {
        if (fallback) return *fallback;
        return file_.error(ErrorCode::kMalformed, std::format("missing key '{}'", full(key)));
    }
    if (*value < min || *value > max) return refuse(key, std::to_string(*value), std::format("{}..{}", min, max));
    return static_cast<std::uint32_t>(*value);
}

Result<std::vector<std::uint32_t>> ArchKeys::per_layer(std::string_view key, std::uint32_t n_layers, std::uint32_t min,
                                                       std::uint32_t max) const {
    VIBRANT_TRY(values, file_.uint_per_layer(full(key), n_layers));
    if (!values) return file_.error(ErrorCode::kMalformed, std::format("missing key '{}'", full(key)));
    std::vector<std::uint32_t> checked;
    checked.reserve(n_layers);
    for (const std::uint64_t value : *values) {
        if (value < min || value > max) return refuse(key, std::to_string(value), std::format("{}..{}", min, max));
        checked.push_back(static_cast<std::uint32_t>(value));
    }
    return checked;
}

Result<double> ArchKeys::positive(std::string_view key, double max, std::optional<double> fallback) const {
    VIBRANT_TRY(value, file_.real(full(key)));
    if (!value) {
        if (fallback) return *fallback;
        return file_.error(ErrorCode::kMalformed, std::format("missing key '{}'", full(key)));
    }
    if (!(*value > 0.0 && *value <= max))
        return refuse(key, std::format("{}", *value), std::format("above 0 and at most {}", max));
    return *value;
}

Result<ModelPlan> read_transformer_plan(const ArchKeys& keys, ops::RopePairing pairing) {
    ModelPlan plan;
    VIBRANT_TRY(n_layers, keys.integer("block_count", 1, 1024));
    VIBRANT_TRY(n_embd, keys.integer("embedding_length", 1, 1u << 17));
    plan.n_embd = n_embd;
    VIBRANT_TRY(n_ff, keys.per_layer("feed_forward_length", n_layers, 1, 1u << 20));
    VIBRANT_TRY(n_heads, keys.per_layer("attention.head_count", n_layers, 1, 4096));
    std::vector<std::uint32_t> n_kv_heads = n_heads;
    if (keys.has("attention.head_count_kv")) {
        VIBRANT_TRY(stored, keys.per_layer("attention.head_count_kv", n_layers, 1, 4096));
        n_kv_heads = std::move(stored);
    }
    for (std::uint32_t i = 0; i < n_layers; ++i)
        if (n_heads[i] % n_kv_heads[i] != 0)
            return keys.refuse("attention.head_count",
                               std::format("{} with head_count_kv {}", n_heads[i], n_kv_heads[i]),
                               "a multiple of head_count_kv");
    VIBRANT_TRY(head_dim, read_head_dim(keys, n_embd, n_heads.front()));
    VIBRANT_TRY(rope, read_rope(keys, pairing, head_dim));
    plan.ropes = {rope};
    VIBRANT_TRY(norm_eps, keys.positive("attention.layer_norm_rms_epsilon", 1e-1));
    plan.norm_eps = static_cast<float>(norm_eps);
    VIBRANT_TRY(context, read_trained_context(keys));
    plan.trained_context = context;
    VIBRANT_TRY(windows, read_windows(keys, n_layers, context));
    VIBRANT_TRY_VOID(refuse_experts(keys));

    plan.layers.reserve(n_layers);
    for (std::uint32_t i = 0; i < n_layers; ++i) {
        plan.layers.push_back(
            {.mixer =
                 AttentionPlan{
                     .n_heads = n_heads[i], .n_kv_heads = n_kv_heads[i], .head_dim = head_dim, .window = windows[i]},
             .ffn = DensePlan{n_ff[i]}});
    }
    return plan;
}

}  // namespace vibrant
