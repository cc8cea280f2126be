// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/model/model.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <utility>

#include "engine/base/check.h"
#include "engine/gguf/file_facts.h"
#include "engine/model/arch/table.h"

namespace vibrant {
namespace {

// theta_i = base^(-2i / n_rot), divided by the file's factor where it has one (Llama 3.1) and by the linear scale.
// Su et al. 2021, RoFormer, equation 15. In double: at position 32768 a float angle is off by 2e-3 radians.
std::vector<double> rope_frequencies(const RopePlan& rope, const Tensor& factors) {
    std::vector<double> freq(rope.n_rot / 2);
    for (std::size_t i = 0; i < freq.size(); ++i) {
        freq[i] = std::pow(rope.base, -2.0 * static_cast<double>(i) / rope.n_rot) / rope.scale;
        if (factors) freq[i] /= static_cast<double>(reinterpret_cast<const float*>(factors.data)[i]);
    }
    return freq;
}

// The angles of positions [first, first + n), once for all layers.
void turn(std::span<const double> freq, std::uint64_t first, std::size_t n, const Activations::Angles& out) {
    const std::size_t half = freq.size();
    for (std::size_t b = 0; b < n; ++b) {
        for (std::size_t i = 0; i < half; ++i) {
            const double angle = static_cast<double>(first + b) * freq[i];
            out.cos[b * half + i] = static_cast<float>(std::cos(angle));
            out.sin[b * half + i] = static_cast<float>(std::sin(angle));
        }
    }
}

}  // namespace

Model::Model(std::shared_ptr<const gguf::File> file, const Architecture& architecture, ModelPlan plan, Weights weights)
    : file_(std::move(file)), architecture_(architecture), plan_(std::move(plan)), weights_(std::move(weights)) {
    for (const RopePlan& rope : plan_.ropes) rope_freqs_.push_back(rope_frequencies(rope, weights_.rope_freqs));
}

Result<std::shared_ptr<const Model>> Model::load(std::shared_ptr<const gguf::File> file) {
    VIBRANT_TRY_VOID(gguf::expect_model(*file));
    if (file->tensors().empty()) return file->error(ErrorCode::kMalformed, "the file contains no tensors");
    VIBRANT_TRY(name, file->string("general.architecture"));
    if (!name) return file->error(ErrorCode::kMalformed, "the file does not say its architecture");
    const Architecture* architecture = find_architecture(*name);
    if (!architecture)
        return file->error(ErrorCode::kUnsupported, std::format("architecture '{}' is not supported (supported: {})",
                                                                printable(*name, 40), architecture_names()));
    return load(std::move(file), *architecture);
}

Result<std::shared_ptr<const Model>> Model::load(std::shared_ptr<const gguf::File> file,
                                                 const Architecture& architecture) {
    VIBRANT_TRY(name, file->string("general.architecture"));
    VIBRANT_TRY(plan, architecture.plan(ArchKeys(*file, name.value_or(architecture.name))));
    TensorReader read(*file);
    VIBRANT_TRY(weights, read_outer_weights(read, plan));
    weights.layers.resize(plan.layers.size());
    for (std::uint32_t i = 0; i < plan.n_layers(); ++i)
        VIBRANT_TRY_VOID(architecture.read_layer(read, plan, i, weights.layers[i]));
    VIBRANT_TRY_VOID(read.nothing_left());
    return std::shared_ptr<const Model>(new Model(std::move(file), architecture, std::move(plan), std::move(weights)));
}

Activations::Shape Model::activations_shape(std::uint32_t max_batch, int n_threads, bool reference,
                                            std::uint32_t context) const {
    // ops::HiddenLayer wants floats for the reference, and for a W_down that is multiplied in f32 anyway.
    const auto floats = [](const LayerWeights& layer) { return layer.ffn_down && !is_block_type(layer.ffn_down.type); };
    return {.max_batch = max_batch,
            .n_threads = n_threads,
            .float_hidden = reference || std::ranges::any_of(weights_.layers, floats),
            .context = context};
}

bool Model::forward(const OpContext& ctx, ops::Precision precision, Sequence& sequence, std::span<const TokenId> ids,
                    std::size_t n_out, FunctionRef<void(std::uint32_t)> layer_done, std::span<float> x,
                    Activations& act) const {
    const std::size_t n = ids.size();
    VIBRANT_CHECK(n >= 1 && n <= act.max_batch && n_out <= n && x.size() == n * plan_.n_embd);
    VIBRANT_CHECK(n == 1 || precision != ops::Precision::kAct16);
    const std::uint64_t first = sequence.append(ids);
    for (std::size_t i = 0; i < rope_freqs_.size(); ++i) turn(rope_freqs_[i], first, n, act.angles(i));

    const auto go_on = [&](std::uint32_t n_layers) {
        if (ctx.cancelled()) return false;
        layer_done(n_layers);
        return true;
    };
    const bool done =
        architecture_.forward({ctx, plan_, weights_, sequence, act, x, ids, first, n_out, precision, go_on});
    if (!done) sequence.truncate(first);
    return done;
}

void Model::logits(const OpContext& ctx, ops::Precision precision, const float* x, std::size_t n_tokens,
                   Activations& act) const {
    const ops::Norm norm{weights_.output_norm, plan_.norm_eps};
    const ops::Precision head = precision == ops::Precision::kF32 ? precision : ops::Precision::kAct16;
    const ops::StageInput input(ctx, head, {x, 1, plan_.n_embd, &norm}, act.linear);
    ops::product_row(ctx, Zone::kHead, weights_.output, input, n_tokens, act.logits.data());
}

}  // namespace vibrant
