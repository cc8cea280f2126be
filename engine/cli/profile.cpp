// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <CLI/CLI.hpp>
#include <chrono>
#include <format>
#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/json.h"
#include "engine/cli/options.h"
#include "engine/cli/runs.h"
#include "engine/cli/terminal.h"

namespace vibrant::cli {
namespace {

struct Options {
    EngineOptions engine;
    std::uint32_t prompt = 512, generate = 64;
    bool json = false;
};

struct Phase {
    std::string_view name;
    std::uint32_t tokens = 0;
    double wall_ms = 0;
    std::vector<HotPathRow> rows;
};

struct Profile {
    Tuning tuning;
    std::vector<Phase> phases;
};

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Counts decode alone: from the first token on, which the prompt's evaluation gave.
class DecodeSink : public CountingSink {
  public:
    explicit DecodeSink(Profiler& profiler) : profiler_(profiler) {}
    void on_token(std::string_view text, TokenId id, const GenerationStats& so_far) override {
        CountingSink::on_token(text, id, so_far);
        if (so_far.generated_tokens > 1) return;
        profiler_.reset();
        start_ = Clock::now();
    }
    [[nodiscard]] Clock::time_point start() const { return start_; }

  private:
    Profiler& profiler_;
    Clock::time_point start_;
};

Result<Profile> measure(Options options) {
    VIBRANT_TRY(model, open_model(options.engine));
    options.engine.session.context = options.prompt + options.generate + 16;
    VIBRANT_TRY(session, Session::create(model.loaded, options.engine.session));
    const auto ids = filler_ids(*model.loaded->tokenizer, std::max(options.prompt, 1u));
    CountingSink sink;
    // Once without counting, so that no page of the file is new.
    VIBRANT_TRY_VOID(generate_exactly(*session, std::span(ids).first(1), 1, sink));
    session->reset();

    Profile profile{.tuning = session->tuning(), .phases = {}};
    std::vector<Phase>& phases = profile.phases;
    session->profiler().set_enabled(true);
    const auto start = Clock::now();
    VIBRANT_TRY_VOID(generate_exactly(*session, ids, 1, sink));
    phases.push_back(
        {"prefill", static_cast<std::uint32_t>(ids.size()), ms_since(start), hot_path(session->profiler().snapshot())});
    if (options.generate > 0) {
        DecodeSink decode(session->profiler());
        VIBRANT_TRY_VOID(generate_exactly(*session, ids, options.generate + 1, decode));
        phases.push_back(
            {"decode", options.generate, ms_since(decode.start()), hot_path(session->profiler().snapshot())});
    }
    return profile;
}

void print_json(const Options& options, const Profile& profile) {
    Json json;
    json.begin_object();
    json.field("file", options.engine.model.string());
    json.field("kernels", kernels_in_use());
    json.field("precision", precision_name(options.engine.session.fidelity));
    add_tuning(json, profile.tuning);
    for (const Phase& phase : profile.phases) {
        json.key(phase.name);
        json.begin_object();
        json.field("tokens", phase.tokens);
        json.field("wall_ms", phase.wall_ms);
        json.key("operations");
        json.begin_array();
        for (const HotPathRow& row : phase.rows) {
            json.begin_object();
            json.field("operation", row.operation);
            json.field("calls", row.calls);
            json.field("total_ms", row.total_ms);
            json.field("mean_us", row.mean_us);
            json.field("min_us", row.min_us);
            json.field("max_us", row.max_us);
            json.field("share", row.share);
            json.field("bytes", row.bytes);
            json.field("gb_per_s", row.gb_per_s);
            json.field("allocations", row.allocations);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_object();
    print(json.line());
}

void print_text(const Profile& profile) {
    print(std::format("{} kernels\n{}\n", kernels_in_use(), tuning_text(profile.tuning)));
    for (const Phase& phase : profile.phases) {
        print(std::format("{}, {} tokens, {:.1f} ms\n", phase.name, phase.tokens, phase.wall_ms));
        print(std::format("  {:<24}{:>8}{:>11}{:>10}{:>10}{:>10}{:>8}{:>11}{:>8}{:>8}\n", "operation", "calls",
                          "total ms", "mean us", "min us", "max us", "share", "MB", "GB/s", "allocs"));
        double counted = 0;
        for (const HotPathRow& row : phase.rows) {
            counted += row.total_ms;
            print(
                std::format("  "
                            "{:<24}{:>8}{:>11.2f}{:>10.1f}{:>10.1f}{:>10.1f}{:>7.1f}%{:>11.1f}{:>8.1f}{:>8}\n",
                            row.operation, row.calls, row.total_ms, row.mean_us, row.min_us, row.max_us,
                            100 * row.share, static_cast<double>(row.bytes) * 1e-6, row.gb_per_s, row.allocations));
        }
        print(std::format("  {:<24}{:>8}{:>11.2f}\n\n", "between them", "", phase.wall_ms - counted));
    }
}

Status profile(const Options& options) {
    VIBRANT_TRY(found, measure(options));
    options.json ? print_json(options, found) : print_text(found);
    return {};
}

}  // namespace

void add_profile(CLI::App& app, Action& action) {
    const auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("profile", "Where the time of prefill and decode goes");
    add_engine_options(*command, options->engine);
    command->add_option("--prompt", options->prompt, "Prompt tokens")
        ->check(CLI::Range(1, 1 << 20))
        ->capture_default_str();
    command->add_option("--generate", options->generate, "Tokens to generate")
        ->check(CLI::Range(0, 1 << 20))
        ->capture_default_str();
    command->add_flag("--json", options->json, "One JSON object");
    command->callback([&action, options] { action = [options] { return profile(*options); }; });
}

}  // namespace vibrant::cli
