// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What can be said of a loaded model before anything runs it: facts for people, the memory a sequence will need, and
// whether there is room for it. Window and command line ask here, so that both say the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/kernels/kv_type.h"
#include "engine/session/load.h"
#include "engine/session/state_cost.h"

namespace vibrant {

enum class Fidelity : std::uint8_t {
    kDefault,    // 16-bit activations in decode, 8-bit ones in prompts
    kReference,  // f32 activations and f32 KV cache: the oracle
};

// What people want to know about a model, for `inspect` and the window. Widths and head counts are the first layer's.
struct ModelSummary {
    std::string name;          // general.name or the file name; display text, already printable
    std::string architecture;  // "qwen2"
    std::string quantisation;  // the mix's name, or the type most weight bytes have; several: "Q4_K + Q6_K"
    std::uint64_t n_parameters = 0;
    std::uint64_t file_bytes = 0;
    std::uint64_t bytes_per_token = 0;  // of weights, read from memory for each decoded token
    std::uint32_t trained_context = 0;  // tokens
    std::uint32_t n_layers = 0, n_heads = 0, n_kv_heads = 0, head_dim = 0, embedding = 0, feed_forward = 0;
    std::uint32_t vocabulary = 0;
    std::string tokenizer;  // "gpt2/qwen2"
    bool has_chat_template = false;
    bool is_starter = false;               // vibrant.starter: the model of our own, see starter_model.h
    std::string notice;                    // shown to the user when not empty (plain prompt format)
    std::vector<std::string> unread_keys;  // of the model and its tokenizer, that nothing here reads; printable
};
[[nodiscard]] ModelSummary summarize(const LoadedModel& model);

// Private memory that running a model needs: a sequence of `context` tokens, and the runner's work buffers for it.
struct MemoryNeed {
    std::uint64_t kv_bytes = 0, buffer_bytes = 0;
};
[[nodiscard]] MemoryNeed memory_need(const LoadedModel& model, std::uint32_t context, Fidelity fidelity,
                                     KvType kv_type = KvType::kF16);
// The type of the cache a sequence gets.
[[nodiscard]] KvType used_kv_type(Fidelity fidelity, KvType wanted);
// state_cost() of its sequences.
[[nodiscard]] StateCost state_cost(const LoadedModel& model, Fidelity fidelity, KvType kv_type = KvType::kF16);
// The context a session gets when none is asked for: default_context() for the memory that is free now.
[[nodiscard]] std::uint32_t default_context(const LoadedModel& model, Fidelity fidelity, KvType kv_type = KvType::kF16);
// kOutOfMemory, with the figures, if weights and a context (0 = default_context) need more than is free now.
[[nodiscard]] Status check_room(const LoadedModel& model, std::uint32_t context, Fidelity fidelity,
                                KvType kv_type = KvType::kF16);

}  // namespace vibrant
