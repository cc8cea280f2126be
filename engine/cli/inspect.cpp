// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <format>
#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/json.h"
#include "engine/cli/options.h"
#include "engine/cli/runs.h"
#include "engine/cli/terminal.h"
#include "engine/kernels/kernels.h"
#include "engine/model/model.h"

namespace vibrant::cli {
namespace {

struct Options {
    std::filesystem::path model;
    bool kernels = false, json = false;
};

// What the file holds, and what stands in the way of running it.
struct Inspection {
    std::shared_ptr<const gguf::File> file;
    std::shared_ptr<const LoadedModel> loaded;  // nullptr: see `problem`
    Error problem;
};

Result<Inspection> examine(const std::filesystem::path& path) {
    VIBRANT_TRY(file, gguf::File::open(path));
    Inspection result{.file = file, .loaded = nullptr, .problem = {}};
    if (auto loaded = vibrant::open_model(file)) {
        result.loaded = std::move(*loaded);
    } else {
        result.problem = std::move(loaded).error();
    }
    return result;
}

// Contexts worth showing: powers of two up to what the model was trained for, and that itself.
std::vector<std::uint32_t> context_sizes(std::uint32_t trained) {
    std::vector<std::uint32_t> sizes;
    for (const std::uint32_t size : {512u, 2048u, 4096u, 8192u, 16384u, 32768u, 65536u, 131072u}) {
        if (size < trained) sizes.push_back(size);
    }
    sizes.push_back(trained);
    return sizes;
}

void add_id(Json& json, std::string_view name, std::optional<TokenId> id) {
    json.key(name);
    id ? json.value(*id) : json.null();
}

void add_layers(Json& json, const ModelPlan& plan) {
    json.key("layers");
    json.begin_array();
    for (const LayerSummary& layer : plan.summary(KvType::kF16)) {
        json.begin_object();
        json.field("mixer", layer.mixer);
        json.field("ffn", layer.ffn);
        json.field("window", layer.window);
        json.field("kv_bytes_per_token", layer.kv_bytes_per_token);
        json.field("state_bytes", layer.state_bytes);
        json.end_object();
    }
    json.end_array();
}

void add_model(Json& json, const LoadedModel& loaded) {
    const ModelSummary s = summarize(loaded);
    const ModelPlan& plan = loaded.model->plan();
    json.field("name", s.name);
    json.field("quantisation", s.quantisation);
    json.field("parameters", s.n_parameters);
    json.field("bytes_per_token", s.bytes_per_token);
    json.key("hyperparameters");
    json.begin_object();
    json.field("layers", s.n_layers);
    json.field("embedding_length", plan.n_embd);
    json.field("feed_forward_length", s.feed_forward);
    json.field("heads", s.n_heads);
    json.field("kv_heads", s.n_kv_heads);
    json.field("head_dim", s.head_dim);
    if (!plan.ropes.empty()) {
        json.field("rope_dimensions", plan.ropes[0].n_rot);
        json.field("rope_base", plan.ropes[0].base);
    }
    json.field("norm_epsilon", plan.norm_eps);
    json.field("context_length", plan.trained_context);
    json.field("vocabulary", plan.n_vocab);
    json.field("tied_embedding", loaded.model->weights().tied());
    json.end_object();
    add_layers(json, plan);
    json.key("unread_keys");
    json.begin_array();
    for (const std::string& key : s.unread_keys) json.value(key);
    json.end_array();
    json.key("tokenizer");
    json.begin_object();
    json.field("kind", loaded.tokenizer->kind());
    json.field("tokens", loaded.tokenizer->size());
    add_id(json, "bos", loaded.tokenizer->bos());
    add_id(json, "eos", loaded.tokenizer->eos());
    json.field("add_bos", loaded.tokenizer->add_bos());
    json.key("stop_tokens");
    json.begin_array();
    for (const TokenId id : loaded.tokenizer->stop_tokens()) json.value(id);
    json.end_array();
    json.field("chat_template", s.has_chat_template);
    json.end_object();
    if (!s.notice.empty()) json.field("notice", s.notice);
    json.key("memory");
    json.begin_array();
    for (const std::uint32_t context : context_sizes(s.trained_context)) {
        const MemoryNeed need = memory_need(loaded, context, Fidelity::kDefault);
        json.begin_object();
        json.field("context_tokens", context);
        json.field("kv_bytes", need.kv_bytes);
        json.field("buffer_bytes", need.buffer_bytes);
        json.field("mapped_bytes", s.file_bytes);
        json.field("total_bytes", s.file_bytes + need.kv_bytes + need.buffer_bytes);
        json.end_object();
    }
    json.end_array();
}

std::string architecture_of(const gguf::File& file) {
    const auto name = file.string("general.architecture");
    return name && *name ? printable(**name) : std::string();
}

void print_json(const Inspection& found) {
    const gguf::File& file = *found.file;
    Json json;
    json.begin_object();
    json.field("file", file.path().string());
    json.field("version", file.version());
    json.field("file_bytes", file.file_bytes());
    json.field("parts", file.n_parts());
    json.field("architecture", architecture_of(file));
    json.field("kernels", kernels().name);
    if (found.loaded) {
        add_model(json, *found.loaded);
    } else {
        json.field("problem", found.problem.text);
    }
    json.key("metadata");
    json.begin_object();
    for (const std::string_view key : file.keys()) json.field(key, file.display(key));
    json.end_object();
    json.key("tensors");
    json.begin_array();
    for (const gguf::TensorInfo& tensor : file.tensors()) {
        json.begin_object();
        json.field("name", tensor.name);
        json.field("type", traits(tensor.type).name);
        json.key("shape");
        json.begin_array();
        for (std::uint32_t d = 0; d < tensor.n_dims; ++d) json.value(tensor.shape[d]);
        json.end_array();
        json.field("bytes", tensor.n_bytes);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    print(json.line());
}

// "7.62 billion", "494 million", "9216".
std::string count_text(std::uint64_t n) {
    if (n >= 1'000'000'000) return std::format("{:.2f} billion", static_cast<double>(n) * 1e-9);
    if (n >= 1'000'000) return std::format("{:.0f} million", static_cast<double>(n) * 1e-6);
    return std::to_string(n);
}

void print_model(const LoadedModel& loaded) {
    const ModelSummary s = summarize(loaded);
    const ModelPlan& plan = loaded.model->plan();
    print(std::format("name          {}\nquantisation  {}\nparameters    {}, {} read per token\n", s.name,
                      s.quantisation, count_text(s.n_parameters), bytes_text(s.bytes_per_token)));
    print(
        std::format("layers        {} of width {}, feed-forward {}\nheads         {} query, {} "
                    "key/value, {} wide\n",
                    s.n_layers, s.embedding, s.feed_forward, s.n_heads, s.n_kv_heads, s.head_dim));
    for (const RopePlan& rope : plan.ropes)
        print(std::format("rope          base {:g}, {} of {} dimensions\n", rope.base, rope.n_rot, s.head_dim));
    print(std::format("context       {} tokens\n", s.trained_context));
    print(std::format("tokenizer     {}, {} tokens, {}\n", s.tokenizer, s.vocabulary,
                      s.has_chat_template ? "with a chat template" : "no chat template"));
    if (!s.notice.empty()) print(std::format("notice        {}\n", s.notice));
    for (const std::string& key : s.unread_keys) print(std::format("not read      {}\n", key));
    const Tuning tuning = known_tuning(loaded);
    print(std::format("threads       {} for prefill, {} for decode: {}{}\n", tuning.threads.prefill,
                      tuning.threads.decode, origin_name(tuning.origin),
                      tuning.record.empty() ? "" : std::format(", kept in {}", printable(tuning.record.native()))));
    print("\n   context      KV cache       buffers   total with weights\n");
    for (const std::uint32_t context : context_sizes(s.trained_context)) {
        const MemoryNeed need = memory_need(loaded, context, Fidelity::kDefault);
        print(std::format("{:>10}  {:>12}  {:>12}  {:>19}\n", context, bytes_text(need.kv_bytes),
                          bytes_text(need.buffer_bytes), bytes_text(s.file_bytes + need.kv_bytes + need.buffer_bytes)));
    }
}

void print_text(const Inspection& found) {
    const gguf::File& file = *found.file;
    print(std::format("file          {}, {}, GGUF {}{}\narchitecture  {}\nkernels       {}\n",
                      printable(file.path().filename().string()), bytes_text(file.file_bytes()), file.version(),
                      file.n_parts() > 1 ? std::format(", {} parts", file.n_parts()) : "", architecture_of(file),
                      kernels().name));
    if (found.loaded) print_model(*found.loaded);
    print("\nmetadata\n");
    for (const std::string_view key : file.keys()) print(std::format("  {}  {}\n", printable(key), file.display(key)));
    if (file.tensors().empty()) return;
    print("\ntensors\n");
    for (const gguf::TensorInfo& tensor : file.tensors()) {
        print(std::format("  {:<32}  {:<7}  {:<22}  {:>12}\n", printable(tensor.name), traits(tensor.type).name,
                          tensor.shape_text(), tensor.n_bytes));
    }
}

void list_kernels(bool as_json) {
    Json json;
    json.begin_object();
    json.field("kernels", kernels().name);
    json.key("available");
    json.begin_array();
    std::string text;
    for (const KernelTable* table : kernel_tables()) {
        json.value(table->name);
        text += std::format("{}{}\n", table->name, table == &kernels() ? "  (in use)" : "");
    }
    json.end_array();
    json.end_object();
    print(as_json ? json.line() : text);
}

Status inspect(const Options& options) {
    if (options.kernels) return list_kernels(options.json), Status{};
    VIBRANT_TRY(found, examine(options.model));
    options.json ? print_json(found) : print_text(found);
    if (found.loaded) return {};
    // A file that is only a vocabulary is fine as it is; every other problem is a failure after all
    // that can be shown.
    if (found.file->tensors().empty() && found.file->has("tokenizer.ggml.tokens")) {
        print_note("the file holds a vocabulary and no weights");
        return {};
    }
    return std::unexpected(found.problem);
}

}  // namespace

void add_inspect(CLI::App& app, Action& action) {
    const auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("inspect", "What a model file holds and the memory it needs");
    auto* file = command->add_option("model", options->model, "The model, a GGUF file");
    auto* kernels = command->add_flag("--kernels", options->kernels, "Instead: the instruction sets usable here");
    command->add_flag("--json", options->json, "One JSON object");
    kernels->excludes(file);
    command->callback([&action, options] {
        if (options->model.empty() && !options->kernels) throw CLI::RequiredError("model");
        action = [options] { return inspect(*options); };
    });
}

}  // namespace vibrant::cli
