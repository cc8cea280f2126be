// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/model.h"

#include <algorithm>
#include <cmath>

#include "engine/base/check.h"
#include "engine/model/arch/arch.h"

namespace vibrant {
namespace {

// theta_i = base^(-2i / n_rot), divided by the file's factor where it has one (Llama 3.1) and by the linear scale.
// Su et al. 2021, RoFormer, equation 15. In double: at position 32768 a float angle is off by 2e-3 radians.
std::vector<double> rope_frequencies(const Hyperparams& hp, const Tensor& factors) {
    std::vector<double> freq(hp.n_rot / 2);
    for (std::size_t i = 0; i < freq.size(); ++i) {
        freq[i] = std::pow(hp.rope_base, -2.0 * static_cast<double>(i) / hp.n_rot) / hp.rope_scale;
        if (factors) freq[i] /= static_cast<double>(reinterpret_cast<const float*>(factors.data)[i]);
    }
    return freq;
}

}  // namespace

Model::Model(std::shared_ptr<const gguf::File> file, const Hyperparams& hp, Weights weights)
    : file_(std::move(file)),
      hp_(hp),
      weights_(std::move(weights)),
      rope_freq_(rope_frequencies(hp_, weights_.rope_freqs)) {}

Result<std::shared_ptr<const Model>> Model::load(std::shared_ptr<const gguf::File> file) {
    if (file->tensors().empty()) return file->error(ErrorCode::kMalformed, "the file contains no tensors");
    VIBRANT_TRY(hp, read_hyperparams(*file));
    VIBRANT_TRY(weights, read_weights(*file, hp));
    return std::shared_ptr<const Model>(new Model(std::move(file), hp, std::move(weights)));
}

KvShape Model::kv_shape(std::uint32_t capacity, KvType type) const {
    return {.n_layers = hp_.n_layers,
            .n_kv_heads = hp_.n_kv_heads,
            .head_dim = hp_.head_dim,
            .capacity = capacity,
            .type = type};
}

Activations::Shape Model::activations_shape(std::uint32_t max_batch, int n_threads, bool reference,
                                            std::uint32_t context) const {
    // ops::StageInput::hidden() wants floats for the reference, and for a W_down that is multiplied in f32 anyway.
    const auto floats = [](const LayerWeights& layer) { return !is_block_type(layer.ffn_down.type); };
    return {.max_batch = max_batch,
            .n_threads = n_threads,
            .float_hidden = reference || std::ranges::any_of(weights_.layers, floats),
            .context = context};
}

bool Model::forward(const OpContext& ctx, ops::Phase phase, std::span<const TokenId> ids, std::size_t n_out,
                    FunctionRef<void(std::uint32_t)> layer_done, KvRing& kv, Activations& act) const {
    const auto n = static_cast<std::uint32_t>(ids.size());
    VIBRANT_CHECK(n >= 1 && n <= act.max_batch && n_out <= n && (n == 1 || phase != ops::Phase::kDecode));
    const std::uint64_t first = kv.end();
    kv.advance(n);

    // The angles of all positions, once for all layers.
    const std::size_t half = rope_freq_.size();
    for (std::size_t b = 0; b < n; ++b) {
        for (std::size_t i = 0; i < half; ++i) {
            const double angle = static_cast<double>(first + b) * rope_freq_[i];
            act.cos[b * half + i] = static_cast<float>(std::cos(angle));
            act.sin[b * half + i] = static_cast<float>(std::sin(angle));
        }
    }

    const auto go_on = [&](std::uint32_t n_layers) {
        if (ctx.cancelled()) return false;
        layer_done(n_layers);
        return true;
    };
    const arch::ForwardPass pass{ctx, hp_, weights_, kv, act, ids, first, n_out, phase, go_on};
    const bool done = hp_.architecture == Architecture::kQwen2 ? arch::forward_qwen2(pass) : arch::forward_llama(pass);
    if (!done) kv.truncate(first);
    return done;
}

void Model::logits(const OpContext& ctx, ops::Phase phase, std::size_t b, std::size_t n_tokens,
                   Activations& act) const {
    const ops::Norm norm{weights_.output_norm, hp_.norm_eps};
    const ops::Phase head = phase == ops::Phase::kReference ? phase : ops::Phase::kDecode;
    const ops::StageInput input(ctx, head, act.x.data() + b * hp_.n_embd, 1, hp_.n_embd, &norm, act.linear);
    const Profiler::Scope scope(ctx.profiler, Zone::kHead, n_tokens * weights_.output.row_stride);
    ctx.team.parallel_for(n_tokens, ops::kRowGrain, [&](std::size_t begin, std::size_t end, int member) {
        ops::linear_rows(ctx, weights_.output, {}, input.of(member), begin, end, act.logits.data());
    });
}

}  // namespace vibrant
