// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <CLI/CLI.hpp>
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
    std::filesystem::path model;
    bool json = false;
};

void print_json(const Options& options, const Tuning& tuning) {
    const Calibration& speeds = tuning.speeds;
    Json json;
    json.begin_object();
    json.field("file", options.model.string());
    json.field("kernels", kernels().name);
    add_tuning(json, tuning);
    json.field("waiting_share", speeds.waiting);
    json.key("teams");
    json.begin_array();
    for (std::size_t i = 0; i < speeds.decode.size(); ++i) {
        json.begin_object();
        json.field("threads", speeds.decode[i].threads);
        json.field("decode_gb_per_s", speeds.decode[i].rate * 1e-9);
        json.field("prefill_gmac_per_s", speeds.prefill[i].rate * 1e-9);
        json.end_object();
    }
    json.end_array();
    json.key("prefetch");
    json.begin_array();
    for (const PrefetchSpeed& speed : speeds.prefetch) {
        json.begin_object();
        json.field("bytes", std::uint64_t{speed.bytes});
        json.field("decode_gb_per_s", speed.rate * 1e-9);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    print(json.line());
}

void print_text(const Tuning& tuning) {
    const Calibration& speeds = tuning.speeds;
    print(std::format("{} kernels\n{}prefetch       {} bytes ahead\n", kernels().name, tuning_text(tuning),
                      tuning.gemv.prefetch_bytes));
    if (speeds.decode.empty()) {
        print("nothing was measured: the model is too small for it or not in memory\n");
        return;
    }
    print("\n  threads   decode GB/s   prefill GMAC/s\n");
    for (std::size_t i = 0; i < speeds.decode.size(); ++i)
        print(std::format("{:>9}{:>14.1f}{:>17.0f}\n", speeds.decode[i].threads, speeds.decode[i].rate * 1e-9,
                          speeds.prefill[i].rate * 1e-9));
    print("\n prefetch   decode GB/s\n");
    for (const PrefetchSpeed& speed : speeds.prefetch)
        print(std::format("{:>9}{:>14.1f}\n", speed.bytes, speed.rate * 1e-9));
    print(std::format("\nthreads waited for a CPU {:.1f} % of the time{}\n", 100 * speeds.waiting,
                      speeds.waiting < kMostWaiting ? "" : ": nothing is kept of that"));
}

Status run_calibration(const Options& options) {
    VIBRANT_TRY(model, open_model({.model = options.model}));
    const Tuning tuning = tune_machine(*model.loaded, {.anew = true});
    options.json ? print_json(options, tuning) : print_text(tuning);
    return {};
}

}  // namespace

void add_calibrate(CLI::App& app, Action& action) {
    const auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("calibrate", "Measure anew how many threads suit this machine, and keep it");
    command->add_option("model", options->model, "The model to measure with, a GGUF file")->required();
    command->add_flag("--json", options->json, "One JSON object");
    command->callback([&action, options] { action = [options] { return run_calibration(*options); }; });
}

}  // namespace vibrant::cli
