// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <format>
#include <memory>
#include <numeric>

#include "engine/cli/command.h"
#include "engine/cli/json.h"
#include "engine/cli/options.h"
#include "engine/cli/runs.h"
#include "engine/cli/terminal.h"

namespace vibrant::cli {
namespace {

struct Options {
    EngineOptions engine;
    std::filesystem::path text;
    std::string against;
    std::uint32_t window = 512, batch = 0, max_tokens = 0;
    bool json = false;
};

struct Figures {
    std::uint64_t tokens = 0;       // predicted
    double log_loss = 0;            // sum of -ln p(next token), nats
    std::vector<float> divergence;  // KL(reference || this) per position, nats; only with --against
    std::uint64_t same_top = 0;     // positions where both put the same token first
};

// ln(sum exp(x)), so that ln p(i) = x[i] - result.
double log_sum_exp(std::span<const float> x) {
    const double largest = *std::ranges::max_element(x);
    double sum = 0;
    for (const float value : x) sum += std::exp(value - largest);
    return largest + std::log(sum);
}

double kl_divergence(std::span<const float> reference, std::span<const float> other) {
    const double reference_norm = log_sum_exp(reference), other_norm = log_sum_exp(other);
    double sum = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const double log_p = reference[i] - reference_norm;
        sum += std::exp(log_p) * (log_p - (other[i] - other_norm));
    }
    return std::max(0.0, sum);  // rounding alone can make it -1e-17
}

std::ptrdiff_t top(std::span<const float> row) {
    return std::ranges::max_element(row) - row.begin();
}

// One window of the text, from an empty cache: every token but the first is predicted.
Status evaluate(Session& session, Session* reference, std::span<const TokenId> ids, std::uint32_t batch,
                std::vector<float>& reference_logits, Figures& figures) {
    reference_logits.clear();
    if (reference != nullptr) {
        VIBRANT_TRY_VOID(reference->logits(ids, batch, [&](std::size_t, std::span<const float> row) {
            reference_logits.insert(reference_logits.end(), row.begin(), row.end());
        }));
    }
    return session.logits(ids, batch, [&](std::size_t position, std::span<const float> row) {
        if (position + 1 < ids.size()) {
            figures.log_loss += log_sum_exp(row) - row[static_cast<std::size_t>(ids[position + 1])];
            ++figures.tokens;
        }
        if (reference == nullptr) return;
        const auto other = std::span<const float>(reference_logits).subspan(position * row.size(), row.size());
        figures.divergence.push_back(static_cast<float>(kl_divergence(other, row)));
        figures.same_top += top(other) == top(row);
    });
}

Result<std::vector<TokenId>> text_ids(const Options& options, const LoadedModel& model) {
    VIBRANT_TRY(text, read_text_file(options.text));
    std::vector<TokenId> ids = prompt_ids(*model.tokenizer, text, SpecialTokens::kAsText);
    if (options.max_tokens != 0 && ids.size() > options.max_tokens) ids.resize(options.max_tokens);
    if (ids.size() < 2) {
        return fail(ErrorCode::kInvalidArgument,
                    std::format("{}: too little text (found {} tokens, at least 2 are needed)",
                                printable(options.text.filename().string()), ids.size()));
    }
    return ids;
}

Result<Figures> measure(const Options& options) {
    VIBRANT_TRY(model, open_model(options.engine));
    VIBRANT_TRY(ids, text_ids(options, *model.loaded));
    SessionOptions session_options = options.engine.session;
    session_options.context = std::max(options.window, 2u);
    if (options.batch != 0) session_options.prefill_chunk = options.batch;
    VIBRANT_TRY(session, Session::create(model.loaded, session_options));
    std::unique_ptr<Session> reference;
    if (!options.against.empty()) {
        SessionOptions reference_options = session_options;
        reference_options.fidelity = Fidelity::kReference;
        VIBRANT_TRY(created, Session::create(model.loaded, reference_options));
        reference = std::move(created);
    }
    Progress progress;
    Figures figures;
    std::vector<float> reference_logits;
    for (std::size_t done = 0; done + 1 < ids.size();) {
        progress.show(std::format("token {} of {}", done, ids.size()));
        const std::size_t n = std::min<std::size_t>(session_options.context, ids.size() - done);
        VIBRANT_TRY_VOID(evaluate(*session, reference.get(), std::span(ids).subspan(done, n),
                                  session_options.prefill_chunk, reference_logits, figures));
        done += n;
    }
    return figures;
}

double quantile(std::vector<float> values, double q) {
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(values.size())));
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(std::clamp<std::size_t>(rank, 1, values.size()) - 1);
    std::ranges::nth_element(values, at);
    return *at;
}

Status perplexity(const Options& options) {
    VIBRANT_TRY(figures, measure(options));
    const double value = std::exp(figures.log_loss / static_cast<double>(figures.tokens));
    const auto positions = static_cast<double>(figures.divergence.size());
    Json json;
    json.begin_object();
    json.field("perplexity", value);
    json.field("tokens", figures.tokens);
    json.field("window_tokens", options.window);
    json.field("precision", precision_name(options.engine.session.fidelity));
    std::string text = std::format("perplexity      {:.6f} over {} tokens\n", value, figures.tokens);
    if (!figures.divergence.empty()) {
        const double mean = std::accumulate(figures.divergence.begin(), figures.divergence.end(), 0.0) / positions;
        const double tail = quantile(figures.divergence, 0.999);
        const double agreement = static_cast<double>(figures.same_top) / positions;
        json.field("against", options.against);
        json.field("positions", figures.divergence.size());
        json.field("mean_kl", mean);
        json.field("p999_kl", tail);
        json.field("top1_agreement", agreement);
        text += std::format("mean KL         {:.3e} nats against the {}\n99.9th KL       {:.3e} nats\n", mean,
                            options.against, tail);
        text += std::format("top-1 agreement {:.3f} %\n", 100 * agreement);
    }
    json.end_object();
    print(options.json ? json.line() : text);
    return {};
}

}  // namespace

void add_perplexity(CLI::App& app, Action& action) {
    const auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("perplexity", "How well a model predicts a text, and how far it is from its reference");
    add_engine_options(*command, options->engine);
    command->add_option("--file", options->text, "The text")->required();
    command->add_option("--against", options->against, "Also compare with the float reference: 'reference'")
        ->check(CLI::IsMember({"reference"}));
    command->add_option("--window", options->window, "Tokens evaluated together, each window on its own")
        ->check(CLI::Range(2, 1 << 20))
        ->capture_default_str();
    command->add_option("--batch", options->batch, "Positions evaluated at once; 1 is what decoding does")
        ->check(CLI::Range(1, 512));
    command->add_option("--max-tokens", options->max_tokens, "Use only the beginning of the text; 0 is all");
    command->add_flag("--json", options->json, "One JSON object");
    command->callback([&action, options] { action = [options] { return perplexity(*options); }; });
}

}  // namespace vibrant::cli
