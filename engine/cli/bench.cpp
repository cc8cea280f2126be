// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>
#include <format>
#include <limits>
#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/json.h"
#include "engine/cli/machine_limits.h"
#include "engine/cli/options.h"
#include "engine/cli/runs.h"
#include "engine/cli/terminal.h"

namespace vibrant::cli {
namespace {

struct Options {
    EngineOptions engine;
    std::uint32_t prompt = 512, generate = 64, depth = 0, repeat = 3;
    bool json = false;
};

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();  // null in JSON

struct Figures {
    double load_ms = 0;
    std::vector<double> prefill, decode,
        first_token_ms;                // tokens/s, tokens/s, ms: one per repetition
    double allocations_per_token = 0;  // of the worst repetition
    SessionMemory memory;
    int threads = 0;
    Tuning tuning;
    double bytes_per_token = 0;     // read from memory for a decoded token: weights, and the KV cache at mean depth
    double macs_per_token = 0;      // multiply-accumulates of the layers' matrices for a prompt token
    double bandwidth_gb_per_s = 0;  // of this machine
    double int8_gmac_per_s = 0;     // of this machine
    std::uint64_t logits_hash = 0;
};

double median(std::vector<double> values) {
    if (values.empty()) return kNone;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

// Fills the cache with the first `depth` tokens, untimed.
Status go_to_depth(Session& session, std::span<const TokenId> depth) {
    session.reset();
    if (depth.empty()) return {};
    CountingSink sink;
    VIBRANT_TRY_VOID(generate_exactly(session, depth, 1, sink));
    return {};
}

Status run_repetition(Session& session, const Options& options, std::span<const TokenId> ids, Figures& figures) {
    const auto depth = ids.first(options.depth);
    if (options.prompt > 0) {
        VIBRANT_TRY_VOID(go_to_depth(session, depth));
        CountingSink sink;
        VIBRANT_TRY(answer, generate_exactly(session, ids.first(options.depth + options.prompt), 1, sink));
        figures.prefill.push_back(answer.stats.prefill_tokens_per_s());
        figures.first_token_ms.push_back(answer.stats.time_to_first_token_ms);
    }
    if (options.generate > 0) {
        VIBRANT_TRY_VOID(go_to_depth(session, depth));
        CountingSink sink;
        // The first token comes out of the prompt's evaluation; the timed ones follow it.
        const auto start = ids.first(std::max(options.depth, 1u));
        VIBRANT_TRY(answer, generate_exactly(session, start, options.generate + 1, sink));
        figures.decode.push_back(answer.stats.decode_tokens_per_s());
        figures.allocations_per_token = std::max(figures.allocations_per_token, sink.allocations_per_token());
    }
    return {};
}

// FNV-1a over the bits of every logit of the first positions: equal for equal results.
Result<std::uint64_t> hash_logits(Session& session, std::span<const TokenId> ids, std::uint32_t batch) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    VIBRANT_TRY_VOID(session.logits(ids, batch, [&](std::size_t, std::span<const float> row) {
        for (const float logit : row) {
            hash = (hash ^ std::bit_cast<std::uint32_t>(logit)) * 0x100000001B3u;
        }
    }));
    return hash;
}

double layer_macs(const gguf::File& file) {
    double macs = 0;
    for (const gguf::TensorInfo& tensor : file.tensors()) {
        if (!tensor.name.starts_with("blk.") || tensor.n_dims < 2) continue;
        macs += static_cast<double>(tensor.shape[0]) * static_cast<double>(tensor.shape[1]);
    }
    return macs;
}

double bytes_per_token(const LoadedModel& model, const Options& options) {
    constexpr std::uint32_t kTokens = 1024;
    const auto kv =
        memory_need(model, kTokens, options.engine.session.fidelity, options.engine.session.kv_type).kv_bytes;
    const double mean_depth = options.depth + options.generate / 2.0;
    return static_cast<double>(summarize(model).bytes_per_token) + static_cast<double>(kv) / kTokens * mean_depth;
}

Result<Figures> measure(Options options) {
    Progress progress;
    VIBRANT_TRY(model, open_model(options.engine));
    const auto before = std::chrono::steady_clock::now();
    options.engine.session.context = options.depth + std::max(options.prompt, options.generate) + 16;
    VIBRANT_TRY(session, Session::create(model.loaded, options.engine.session));
    const std::chrono::duration<double, std::milli> creation = std::chrono::steady_clock::now() - before;

    Figures figures;
    figures.load_ms = model.load_ms + creation.count();
    figures.threads = session->threads();
    figures.tuning = session->tuning();
    figures.bytes_per_token = bytes_per_token(*model.loaded, options);
    figures.macs_per_token = layer_macs(*model.loaded->file);
    const auto ids = filler_ids(*model.loaded->tokenizer, options.depth + std::max(options.prompt, 16u));
    VIBRANT_TRY(hash, hash_logits(*session, std::span(ids).first(16), options.engine.session.prefill_chunk));
    figures.logits_hash = hash;  // and every weight has been touched once before anything is timed
    // Other work on the machine only takes bandwidth away, so the better of before and after counts.
    progress.show("measuring the machine");
    VIBRANT_TRY(bandwidth_before, measure_bandwidth_gb_per_s(figures.threads));
    for (std::uint32_t i = 0; i < options.repeat; ++i) {
        progress.show(std::format("run {} of {}", i + 1, options.repeat));
        VIBRANT_TRY_VOID(run_repetition(*session, options, ids, figures));
    }
    figures.memory = session->memory();
    progress.show("measuring the machine");
    VIBRANT_TRY(bandwidth, measure_bandwidth_gb_per_s(figures.threads));
    figures.bandwidth_gb_per_s = std::max(bandwidth_before, bandwidth);
    figures.int8_gmac_per_s = measure_int8_gmac_per_s(figures.threads);
    return figures;
}

void add_list(Json& json, std::string_view name, const std::vector<double>& values) {
    json.key(name);
    json.begin_array();
    for (const double value : values) json.value(value);
    json.end_array();
}

void print_json(const Options& options, const Figures& f) {
    const double prefill = median(f.prefill), decode = median(f.decode);
    const double decode_gb_per_s = decode * f.bytes_per_token * 1e-9;
    const double prefill_gmac_per_s = prefill * f.macs_per_token * 1e-9;
    Json json;
    json.begin_object();
    json.field("file", options.engine.model.string());
    json.field("kernels", kernels_in_use());
    json.field("threads", f.threads);
    add_tuning(json, f.tuning);
    json.field("precision", precision_name(options.engine.session.fidelity));
    json.field("kv", kv_name(options.engine.session));
    json.field("prompt_tokens", options.prompt);
    json.field("generated_tokens", options.generate);
    json.field("depth_tokens", options.depth);
    json.field("repeats", options.repeat);
    json.field("prefill_tokens_per_s", prefill);
    json.field("decode_tokens_per_s", decode);
    json.field("time_to_first_token_ms", median(f.first_token_ms));
    json.field("load_ms", f.load_ms);
    json.field("allocations_per_token", f.allocations_per_token);
    add_memory(json, f.memory);
    json.field("bytes_per_token", f.bytes_per_token);
    json.field("decode_gb_per_s", decode_gb_per_s);
    json.field("prefill_gmac_per_s", prefill_gmac_per_s);
    json.field("bandwidth_gb_per_s", f.bandwidth_gb_per_s);
    json.field("int8_peak_gmac_per_s", f.int8_gmac_per_s);
    json.field("bandwidth_ratio", decode_gb_per_s / f.bandwidth_gb_per_s);
    json.field("int8_peak_ratio", prefill_gmac_per_s / f.int8_gmac_per_s);
    json.field("logits_hash", std::format("{:016x}", f.logits_hash));
    add_list(json, "prefill_runs_tokens_per_s", f.prefill);
    add_list(json, "decode_runs_tokens_per_s", f.decode);
    json.end_object();
    print(json.line());
}

void print_text(const Options& options, const Figures& f) {
    const double prefill = median(f.prefill), decode = median(f.decode);
    const double gb_per_s = decode * f.bytes_per_token * 1e-9, gmac_per_s = prefill * f.macs_per_token * 1e-9;
    print(std::format("{} kernels, {} precision, median of {}, depth {}\n", kernels_in_use(),
                      precision_name(options.engine.session.fidelity), options.repeat, options.depth));
    print(tuning_text(f.tuning));
    if (!f.prefill.empty()) {
        print(std::format("prefill {:>5}  {:>9.1f} tokens/s, first token after {:.0f} ms\n", options.prompt, prefill,
                          median(f.first_token_ms)));
        print(std::format("               {:>9.1f} GMAC/s of {:.1f}: {:.1f} % of the int8 peak\n", gmac_per_s,
                          f.int8_gmac_per_s, 100 * gmac_per_s / f.int8_gmac_per_s));
    }
    if (!f.decode.empty()) {
        print(std::format("decode  {:>5}  {:>9.1f} tokens/s, {} read per token, {:g} allocations per token\n",
                          options.generate, decode, bytes_text(static_cast<std::uint64_t>(f.bytes_per_token)),
                          f.allocations_per_token));
        print(std::format("               {:>9.1f} GB/s of {:.1f}: {:.1f} % of the memory bandwidth\n", gb_per_s,
                          f.bandwidth_gb_per_s, 100 * gb_per_s / f.bandwidth_gb_per_s));
    }
    print(std::format(
        "load           {:>9.1f} ms\nmemory         {:>9} mapped, {} resident, {} "
        "private (KV cache {}, buffers {})\n",
        f.load_ms, bytes_text(f.memory.mapped_bytes), bytes_text(f.memory.resident_bytes),
        bytes_text(f.memory.private_bytes), bytes_text(f.memory.kv_bytes), bytes_text(f.memory.buffer_bytes)));
    print(std::format("logits hash    {:016x}\n", f.logits_hash));
}

Status bench(const Options& options) {
    VIBRANT_TRY(figures, measure(options));
    options.json ? print_json(options, figures) : print_text(options, figures);
    return {};
}

}  // namespace

void add_bench(CLI::App& app, Action& action) {
    const auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("bench", "Speed and memory, held against what this machine can do");
    add_engine_options(*command, options->engine);
    command->add_option("--prompt", options->prompt, "Prompt tokens to time; 0 leaves it out")
        ->check(CLI::Range(0, 1 << 20))
        ->capture_default_str();
    command->add_option("--generate", options->generate, "Tokens to generate; 0 leaves it out")
        ->check(CLI::Range(0, 1 << 20))
        ->capture_default_str();
    command->add_option("--depth", options->depth, "Tokens already in the cache before each")
        ->check(CLI::Range(0, 1 << 20))
        ->capture_default_str();
    command->add_option("--repeat", options->repeat, "Repetitions; the median counts")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_flag("--json", options->json, "One JSON object");
    command->callback([&action, options] { action = [options] { return bench(*options); }; });
}

}  // namespace vibrant::cli
