// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/session/model_summary.h"

#include <algorithm>
#include <format>

#include "engine/gguf/file_facts.h"
#include "engine/memory/memory_figures.h"
#include "engine/model/model.h"
#include "engine/parallel/cpu_topology.h"

namespace vibrant {
namespace {

std::uint64_t state_bytes(const LoadedModel& loaded, std::uint32_t context, Fidelity fidelity, KvType kv_type) {
    return Sequence::bytes_needed(loaded.model->plan().state_shapes(context, used_kv_type(fidelity, kv_type)));
}

}  // namespace

ModelSummary summarize(const LoadedModel& loaded) {
    const gguf::File& file = *loaded.file;
    const ModelPlan& plan = loaded.model->plan();
    ModelSummary s;
    const auto name = file.string("general.name");
    s.name = name && *name && !(*name)->empty() ? printable(**name) : printable(file.path().stem().string());
    s.architecture = loaded.model->architecture().name;
    s.quantisation = gguf::quantisation_of(file);
    s.n_parameters = gguf::parameters_of(file);
    s.file_bytes = file.file_bytes();
    s.bytes_per_token = loaded.model->weights().bytes_per_token();
    s.trained_context = plan.trained_context;
    s.n_layers = plan.n_layers();
    if (const AttentionPlan* a = plan.layers[0].attention()) {
        s.n_heads = a->n_heads;
        s.n_kv_heads = a->n_kv_heads;
        s.head_dim = a->head_dim;
    }
    s.embedding = plan.n_embd;
    if (const DensePlan* dense = plan.layers[0].dense()) s.feed_forward = dense->n_ff;
    s.vocabulary = static_cast<std::uint32_t>(loaded.tokenizer->size());
    s.tokenizer = loaded.tokenizer->kind();
    s.has_chat_template = file.has("tokenizer.chat_template");
    s.is_starter = file.boolean("vibrant.starter").value_or(false).value_or(false);
    s.notice = loaded.prompt->notice();
    const auto architecture = file.string("general.architecture");
    const std::string prefix = architecture && *architecture ? std::format("{}.", **architecture) : std::string(".");
    for (const std::string_view key : file.unread_keys())
        if (key.starts_with(prefix) || key.starts_with("tokenizer.")) s.unread_keys.push_back(printable(key));
    return s;
}

KvType used_kv_type(Fidelity fidelity, KvType wanted) {
    return fidelity == Fidelity::kReference ? KvType::kF32 : wanted;
}

MemoryNeed memory_need(const LoadedModel& loaded, std::uint32_t context, Fidelity fidelity, KvType kv_type) {
    const Model& model = *loaded.model;
    const Activations::Shape shape = model.activations_shape(
        std::min(kMaxBatch, context), read_cpu_topology().default_threads(), fidelity == Fidelity::kReference, context);
    return {.kv_bytes = state_bytes(loaded, context, fidelity, kv_type),
            .buffer_bytes = Activations::bytes_needed(model.plan(), shape)};
}

StateCost state_cost(const LoadedModel& loaded, Fidelity fidelity, KvType kv_type) {
    return state_cost(loaded.model->plan(), used_kv_type(fidelity, kv_type));
}

std::uint32_t default_context(const LoadedModel& loaded, Fidelity fidelity, KvType kv_type) {
    return default_context(state_cost(loaded, fidelity, kv_type), loaded.model->plan().trained_context,
                           available_memory());
}

Status check_room(const LoadedModel& loaded, std::uint32_t context, Fidelity fidelity, KvType kv_type) {
    if (context == 0) context = default_context(loaded, fidelity, kv_type);
    const MemoryNeed need = memory_need(loaded, context, fidelity, kv_type);
    const std::uint64_t weights = loaded.file->file_bytes(), available = available_memory();
    const std::uint64_t total = weights + need.kv_bytes + need.buffer_bytes;
    if (total <= available) return {};
    return loaded.file->error(
        ErrorCode::kOutOfMemory,
        std::format("needs {} ({} of weights, {} for a context of {} tokens), {} are free", size_text(total),
                    size_text(weights), size_text(need.kv_bytes), context, size_text(available)));
}

}  // namespace vibrant
