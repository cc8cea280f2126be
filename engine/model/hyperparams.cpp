// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/hyperparams.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <optional>
#include <string>

#include "engine/base/log.h"

namespace vibrant {
namespace {

struct ArchitectureRow {
    Architecture architecture;
    std::string_view name;  // general.architecture, and the prefix of its keys
};
constexpr ArchitectureRow kArchitectures[] = {
    {Architecture::kLlama, "llama"},
    {Architecture::kQwen2, "qwen2"},
};

// Reads the keys of one architecture: "block_count" stands for "qwen2.block_count".
class KeyReader {
  public:
    KeyReader(const gguf::File& file, std::string_view prefix) : file_(file), prefix_(prefix) {}

    std::unexpected<Error> refuse(std::string_view key, std::string_view found, std::string_view allowed) const {
        return file_.error(ErrorCode::kMalformed, std::format("{} must be {} (found {})", full(key), allowed, found));
    }

    // An integer in [min, max]; `fallback` where the key is absent, an error where there is none.
    Result<std::uint32_t> integer(std::string_view key, std::uint32_t min, std::uint32_t max,
                                  std::optional<std::uint32_t> fallback = {}) const {
        VIBRANT_TRY(value, file_.uint(full(key)));
        if (!value) {
            if (fallback) return *fallback;
            return file_.error(ErrorCode::kMalformed, std::format("missing key '{}'", full(key)));
        }
        if (*value < min || *value > max) return refuse(key, std::to_string(*value), std::format("{}..{}", min, max));
        return static_cast<std::uint32_t>(*value);
    }

    // A key that newer files may give per layer. Layers that differ are not supported yet.
    Result<std::uint32_t> per_layer(std::string_view key, std::uint32_t n_layers, std::uint32_t max,
                                    std::optional<std::uint32_t> fallback = {}) const {
        VIBRANT_TRY(values, file_.uint_per_layer(full(key), n_layers));
        if (!values) {
            if (fallback) return *fallback;
            return file_.error(ErrorCode::kMalformed, std::format("missing key '{}'", full(key)));
        }
        for (const std::uint64_t value : *values) {
            if (value < 1 || value > max) return refuse(key, std::to_string(value), std::format("1..{}", max));
            if (value != values->front())
                return file_.error(ErrorCode::kUnsupported,
                                   std::format("{} differs between layers, which is not supported yet", full(key)));
        }
        return static_cast<std::uint32_t>(values->front());
    }

    // A finite number in (0, max].
    Result<double> positive(std::string_view key, double max, std::optional<double> fallback = {}) const {
        VIBRANT_TRY(value, file_.real(full(key)));
        if (!value) {
            if (fallback) return *fallback;
            return file_.error(ErrorCode::kMalformed, std::format("missing key '{}'", full(key)));
        }
        if (!(*value > 0.0 && *value <= max))
            return refuse(key, std::format("{}", *value), std::format("above 0 and at most {}", max));
        return *value;
    }

    Result<std::optional<std::string_view>> string(std::string_view key) const { return file_.string(full(key)); }
    [[nodiscard]] bool has(std::string_view key) const { return file_.has(full(key)); }

    std::string full(std::string_view key) const { return std::format("{}.{}", prefix_, key); }

  private:
    const gguf::File& file_;
    std::string_view prefix_;
};

Result<const ArchitectureRow*> read_architecture(const gguf::File& file) {
    VIBRANT_TRY(name, file.string("general.architecture"));
    if (!name) return file.error(ErrorCode::kMalformed, "the file does not say its architecture");
    for (const ArchitectureRow& row : kArchitectures)
        if (row.name == *name) return &row;
    return file.error(
        ErrorCode::kUnsupported,
        std::format("architecture '{}' is not supported (supported: llama, qwen2)", printable(*name, 40)));
}

// Divisor of the position. Only what we compute exactly is accepted.
Result<double> read_rope_scale(const gguf::File& file, const KeyReader& keys) {
    VIBRANT_TRY(type, keys.string("rope.scaling.type"));
    if (type && *type != "none" && *type != "linear")
        return file.error(
            ErrorCode::kUnsupported,
            std::format("RoPE scaling '{}' is not supported (supported: none, linear)", printable(*type, 40)));
    if (type && *type == "none") return 1.0;
    if (keys.has("rope.scaling.factor")) return keys.positive("rope.scaling.factor", 1e6);
    return keys.positive("rope.scale_linear", 1e6, 1.0);  // the key of files before 2023-10
}

}  // namespace

std::string_view architecture_name(Architecture architecture) {
    return std::ranges::find(kArchitectures, architecture, &ArchitectureRow::architecture)->name;
}

Result<Hyperparams> read_hyperparams(const gguf::File& file) {
    VIBRANT_TRY(row, read_architecture(file));
    const KeyReader keys(file, row->name);
    Hyperparams hp;
    hp.architecture = row->architecture;

    VIBRANT_TRY(n_layers, keys.integer("block_count", 1, 1024));
    hp.n_layers = n_layers;
    VIBRANT_TRY(n_embd, keys.integer("embedding_length", 1, 1u << 17));
    hp.n_embd = n_embd;
    VIBRANT_TRY(n_ff, keys.per_layer("feed_forward_length", n_layers, 1u << 20));
    hp.n_ff = n_ff;

    VIBRANT_TRY(n_heads, keys.per_layer("attention.head_count", n_layers, 4096));
    VIBRANT_TRY(n_kv_heads, keys.per_layer("attention.head_count_kv", n_layers, 4096, n_heads));
    if (n_kv_heads > n_heads || n_heads % n_kv_heads != 0)
        return keys.refuse("attention.head_count", std::format("{} with head_count_kv {}", n_heads, n_kv_heads),
                           "a multiple of head_count_kv");
    hp.n_heads = n_heads;
    hp.n_kv_heads = n_kv_heads;

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
    hp.head_dim = head_dim;

    VIBRANT_TRY(n_rot, keys.integer("rope.dimension_count", 2, head_dim, head_dim));
    if (n_rot % 2 != 0) return keys.refuse("rope.dimension_count", std::to_string(n_rot), "even");
    hp.n_rot = n_rot;
    VIBRANT_TRY(rope_base, keys.positive("rope.freq_base", 1e12, 10000.0));
    hp.rope_base = rope_base;
    VIBRANT_TRY(rope_scale, read_rope_scale(file, keys));
    hp.rope_scale = rope_scale;

    VIBRANT_TRY(norm_eps, keys.positive("attention.layer_norm_rms_epsilon", 1e-1));
    hp.norm_eps = static_cast<float>(norm_eps);

    VIBRANT_TRY(context, file.uint(keys.full("context_length")));
    if (!context)
        return file.error(ErrorCode::kMalformed, std::format("missing key '{}'", keys.full("context_length")));
    if (*context == 0) return keys.refuse("context_length", "0", "at least 1");
    hp.trained_context = static_cast<std::uint32_t>(std::min<std::uint64_t>(*context, kMaxTrainedContext));
    if (*context > kMaxTrainedContext)
        log(LogLevel::kWarning,
            std::format("{} is {}, taken as {}", keys.full("context_length"), *context, kMaxTrainedContext));

    if (keys.has("attention.sliding_window")) {
        VIBRANT_TRY(window, keys.integer("attention.sliding_window", 0, ~0u));
        if (window != 0 && window < hp.trained_context)
            return file.error(ErrorCode::kUnsupported,
                              std::format("sliding-window attention ({} tokens) is not supported yet", window));
    }
    if (keys.has("expert_count")) {
        VIBRANT_TRY(n_experts, keys.integer("expert_count", 0, 1024));
        if (n_experts > 0)
            return file.error(ErrorCode::kUnsupported,
                              std::format("mixture-of-experts models are not supported yet ({} experts)", n_experts));
    }
    return hp;
}

}  // namespace vibrant
