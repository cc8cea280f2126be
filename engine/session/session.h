// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One conversation's state: the KV cache with the tokens it holds, and what turns a request into an answer.
//
//   messages -> prompt tokens -> longest common prefix with the cache -> prefill in chunks -> decode -> finish reason
//
// Guarantees: the same ids for the same request and cache whatever the number of threads and the prefill chunk; a stop request takes effect within 100 ms (checked between layers); a prompt that does not fit the context is
// refused before any work, with the numbers; a failed or cancelled generation leaves the session usable.
// Costs: memory is allocated in create() (KV cache, activations, sampler) and not inside a token.
// Threads: one generate() at a time; everything else on that same thread, but memory(), profiler() from any.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/gguf/gguf_file.h"
#include "engine/kernels/kv_type.h"
#include "engine/profile/profiler.h"
#include "engine/sampling/sampler.h"
#include "engine/session/events.h"
#include "engine/text/chat_prompt.h"
#include "engine/text/tokenizer.h"
#include "engine/tuning/tuning.h"

namespace vibrant {

class Model;

enum class Precision : std::uint8_t {
    kDefault,    // 16-bit activations in decode, 8-bit ones in prompts
    kReference,  // f32 activations and f32 KV cache: the oracle
};

// ---- a model in memory -------------------------------------------------------------------------------------------

struct LoadProgress {
    enum class Phase : std::uint8_t { kOpening, kVocabulary, kWeights } phase = Phase::kOpening;
    std::uint64_t done_bytes = 0, total_bytes = 0;  // of the file
};

// Everything that is constant after loading and shared by sessions: the mapped file, weights, tokenizer.
struct LoadedModel {
    std::shared_ptr<const gguf::File> file;
    std::shared_ptr<const Model> model;
    std::unique_ptr<const Tokenizer> tokenizer;
    std::unique_ptr<const ChatPrompt> prompt;
};

// Opens, validates and maps `path`. `progress` is called from this thread; returning is cheap, so call it often.
[[nodiscard]] Result<std::shared_ptr<const LoadedModel>> load_model(
    const std::filesystem::path& path, const std::function<void(const LoadProgress&)>& progress = {},
    std::stop_token stop = {});

// The two steps of load_model() apart, for whoever wants to know what a file is, or whether there is room for it, before
// its weights are read. The first validates everything and touches no weights: it fails with what load_model() would
// fail with. Costs: the vocabulary, 40 ms for 150 000 tokens. The second reads the weights into the page cache.
[[nodiscard]] Result<std::shared_ptr<const LoadedModel>> open_model(std::shared_ptr<const gguf::File> file);
[[nodiscard]] Status read_weights(const LoadedModel& model,
                                  const std::function<void(const LoadProgress&)>& progress = {},
                                  std::stop_token stop = {});

// What people want to know about a model, for `inspect` and the window.
struct ModelSummary {
    std::string name;          // general.name or the file name; display text, already printable
    std::string architecture;  // "qwen2"
    std::string quantisation;  // the type most weight bytes have, "Q4_K"; a mix of several: "Q4_K + Q6_K"
    std::uint64_t n_parameters = 0;
    std::uint64_t file_bytes = 0;
    std::uint64_t bytes_per_token = 0;  // of weights, read from memory for each decoded token
    std::uint32_t trained_context = 0;  // tokens
    std::uint32_t n_layers = 0, n_heads = 0, n_kv_heads = 0, head_dim = 0, embedding = 0, feed_forward = 0;
    std::uint32_t vocabulary = 0;
    std::string tokenizer;  // "gpt2/qwen2"
    bool has_chat_template = false;
    bool is_starter = false;            // vibrant.starter: the model of our own, see starter_model.h
    std::optional<double> temperature;  // general.sampling.temp: what its makers recommend
    std::string notice;                 // shown to the user when not empty (plain prompt format)
};
[[nodiscard]] ModelSummary summarize(const LoadedModel& model);

// Private memory a session will need: KV cache and work buffers for `context` tokens.
struct MemoryNeed {
    std::uint64_t kv_bytes = 0, buffer_bytes = 0;
};
[[nodiscard]] MemoryNeed memory_need(const LoadedModel& model, std::uint32_t context, Precision precision,
                                     KvType kv_type = KvType::kF16);
// The type of the cache a session gets.
[[nodiscard]] KvType used_kv_type(Precision precision, KvType wanted);
// The context a session gets when none is asked for: min(trained, 16384, what fits in half of the free memory).
[[nodiscard]] std::uint32_t default_context(const LoadedModel& model, Precision precision,
                                            KvType kv_type = KvType::kF16);

// ---- one conversation --------------------------------------------------------------------------------------------

struct SessionOptions {
    std::uint32_t context = 0;  // tokens; 0 = default_context()
    int threads = 0;            // 0 = what suits the machine, see tuning/tuning.h; never more than it has CPUs
    bool tune_anew = false;     // measure that even if it is known from an earlier start
    Precision precision = Precision::kDefault;
    KvType kv_type = KvType::kF16;  // kInt8 halves the cache and what attention reads; the reference always has kF32
    std::uint32_t prefill_chunk = 512;  // tokens per forward pass, 1..512
};

struct GenerationRequest {
    // Either messages (rendered with the model's chat format) or ready-made ids.
    std::vector<ChatMessage> messages;
    std::vector<TokenId> ids;
    std::uint32_t max_tokens = 0;  // 0 = as many as fit
    SamplingSettings sampling;
    bool ignore_stop_tokens = false;  // bench: run to max_tokens
    // At the end of the context: false ends with kLength; true lets the KV ring overwrite the oldest tokens after the
    // pinned system prompt and go on until max_tokens (which must then be given).
    bool slide = false;
};

struct SessionMemory {
    std::uint64_t kv_bytes = 0, buffer_bytes = 0;
    std::uint64_t mapped_bytes = 0, resident_bytes = 0;  // of the model file
    std::uint64_t private_bytes = 0;                     // of the whole process
};

class Session {
  public:
    [[nodiscard]] static Result<std::unique_ptr<Session>> create(std::shared_ptr<const LoadedModel> model,
                                                                 const SessionOptions& options = {});
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // Errors (nothing was generated): kContextOverflow, kInvalidArgument. All that happens later, errors included,
    // comes back inside the Generation with the text so far.
    [[nodiscard]] Result<Generation> generate(const GenerationRequest& request, GenerationSink& sink,
                                              std::stop_token stop = {});

    // Logits of every position of `ids`, row by row, from an empty cache: sink(position, n_vocab values). Evaluated in
    // batches of `batch` tokens: one by one as decode computes them, in larger batches as prefill does.
    [[nodiscard]] Status logits(std::span<const TokenId> ids, std::uint32_t batch,
                                const std::function<void(std::size_t, std::span<const float>)>& sink);

    // Forgets the conversation; keeps the memory.
    void reset();

    [[nodiscard]] const LoadedModel& model() const;
    [[nodiscard]] std::uint32_t context_size() const;
    [[nodiscard]] std::uint32_t context_used() const;
    [[nodiscard]] int threads() const;  // the larger of tuning().threads
    [[nodiscard]] const Tuning& tuning() const;
    [[nodiscard]] SessionMemory memory() const;
    [[nodiscard]] Profiler& profiler();

  private:
    struct Impl;
    explicit Session(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace vibrant
