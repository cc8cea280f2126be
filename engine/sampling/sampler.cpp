// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/sampling/sampler.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "engine/base/check.h"
#include "engine/kernels/kernels.h"
#include "engine/sampling/arithmetic.h"

namespace vibrant {

using namespace sampling;  // NOLINT(google-build-using-namespace): this room's own arithmetic

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

template <class T>
T into_range(T value, const SettingRange& range) {
    const auto wide = static_cast<double>(value);
    if (std::isnan(wide)) return static_cast<T>(range.fallback);
    return static_cast<T>(std::clamp(wide, range.min, range.max));
}

}  // namespace

SamplingSettings clamped(SamplingSettings settings) {
    settings.temperature = into_range(settings.temperature, kSamplingRanges[0]);
    settings.top_k = into_range(settings.top_k, kSamplingRanges[1]);
    settings.top_p = into_range(settings.top_p, kSamplingRanges[2]);
    settings.min_p = into_range(settings.min_p, kSamplingRanges[3]);
    settings.repeat_penalty = into_range(settings.repeat_penalty, kSamplingRanges[4]);
    settings.repeat_window = into_range(settings.repeat_window, kSamplingRanges[5]);
    return settings;
}

bool Sampler::better(const Candidate& a, const Candidate& b) {
    return a.rank > b.rank;
}

Sampler::Sampler(const SamplingSettings& settings, std::size_t n_vocab)
    : settings_(clamped(settings)), n_vocab_(n_vocab), state_(settings.seed) {
    VIBRANT_CHECK(n_vocab >= 1 && n_vocab <= std::size_t{1} << 21);
    if (static_cast<std::size_t>(settings_.top_k) >= n_vocab) settings_.top_k = 0;
    candidates_.reserve(settings_.temperature > 0 && settings_.top_k > 0 ? n_vocab : 0);
    block_max_.resize((n_vocab + kWeightBlock - 1) / kWeightBlock);
    scratch_.resize(block_max_.size());
    block_mass_.resize(block_max_.size());
    scale_ = std::min(1.0f / settings_.temperature, std::numeric_limits<float>::max());
    if (settings_.repeat_penalty > 1.0f && settings_.repeat_window > 0) {
        penalised_.resize(n_vocab);
        seen_.reserve(static_cast<std::size_t>(settings_.repeat_window));
    }
}

TokenId Sampler::sample(std::span<const float> logits, std::span<const TokenId> recent) {
    VIBRANT_CHECK(logits.size() == n_vocab_);
    logits_ = penalise(logits, recent);
    kernels().block_max(logits_.data(), n_vocab_, block_max_.data());
    best_ = *std::ranges::max_element(block_max_);
    VIBRANT_DCHECK(std::isfinite(best_));
    if (settings_.temperature == 0.0f) return first_best();

    // One draw per token whatever survives the cuts, so that the stream's position is the number of
    // tokens.
    const std::uint64_t random = splitmix64(state_);
    return settings_.top_k > 0 ? draw_from_top_k(random) : draw_from_all(random);
}

// Keskar et al., CTRL (2019), with negative logits multiplied so that the penalty always lowers.
std::span<const float> Sampler::penalise(std::span<const float> logits, std::span<const TokenId> recent) {
    if (penalised_.empty() || recent.empty()) return logits;
    std::ranges::copy(logits, penalised_.begin());
    const auto window = static_cast<std::size_t>(settings_.repeat_window);
    const auto tail = recent.last(std::min(recent.size(), window));
    seen_.assign(tail.begin(), tail.end());
    std::ranges::sort(seen_);
    seen_.erase(std::unique(seen_.begin(), seen_.end()),
                seen_.end());  // once per id, however often
    for (const TokenId id : seen_) {
        if (id < 0 || static_cast<std::size_t>(id) >= n_vocab_) continue;
        float& logit = penalised_[static_cast<std::size_t>(id)];
        logit = logit > 0 ? logit / settings_.repeat_penalty : logit * settings_.repeat_penalty;
    }
    return penalised_;
}

std::span<const float> Sampler::block(std::size_t b) const {
    const std::size_t begin = b * kWeightBlock;
    return logits_.subspan(begin, std::min(kWeightBlock, n_vocab_ - begin));
}

TokenId Sampler::first_best() const {
    const auto b = static_cast<std::size_t>(std::ranges::find(block_max_, best_) - block_max_.begin());
    const auto values = block(b);
    return static_cast<TokenId>(b * kWeightBlock) +
           static_cast<TokenId>(std::ranges::find(values, best_) - values.begin());
}

// The logit `spread` temperatures below the best, but finite.
float Sampler::logit_at(float spread) const {
    return std::max(best_ - spread * settings_.temperature, -std::numeric_limits<float>::max());
}

float Sampler::least_logit() const {
    const float spread = settings_.min_p > 0 ? -std::log(settings_.min_p) : kInfinity;
    return logit_at(std::min(spread, SoftmaxWeight::kNegligible));
}

// Draws from everything that min-p keeps until the draw falls into the nucleus: it does unless what
// ranks above it has the nucleus's mass already. A draw outside it bounds the nucleus, so the next
// one comes from what ranked above. That is a draw from the nucleus itself, found without sorting
// anything; each pass weighs the blocks that can still matter, and 1 / top_p passes are expected at
// most.
TokenId Sampler::draw_from_all(std::uint64_t random) {
    const auto n = static_cast<TokenId>(n_vocab_);
    const float negligible = logit_at(SoftmaxWeight::kNegligible), least = least_logit();
    Leaders leaders{settings_.top_p == 1.0f ? least : negligible, n};
    std::uint64_t mass = weigh(leaders);
    const std::uint64_t nucleus = nucleus_mass(mass);
    if (least > leaders.logit) {
        leaders.logit = least;
        mass = weigh(leaders);
    }
    for (std::uint64_t state = random;; random = splitmix64(state)) {
        const TokenId id = draw(leaders, below(mass, random));
        if (settings_.top_p == 1.0f) return id;
        leaders = {logits_[static_cast<std::size_t>(id)], id};
        mass = weigh(leaders);
        if (mass < nucleus) return id;
    }
}

// Per-block sums of the leaders' weights into block_mass_; their total.
std::uint64_t Sampler::weigh(const Leaders& leaders) {
    const auto sum = [&](std::span<const float> values, float lowest) {
        return kernels().sum_weights(values.data(), values.size(), best_, scale_, lowest);
    };
    const float above = std::nextafter(leaders.logit, kInfinity);
    const auto at = static_cast<std::size_t>(leaders.id);
    std::uint64_t total = 0;
    for (std::size_t b = 0; b < block_max_.size(); ++b) {
        std::uint64_t& mass = block_mass_[b];
        mass = 0;
        if (block_max_[b] < leaders.logit) continue;
        // Equal logits rank by id: those before `at` lead, those after it don't.
        const auto values = block(b);
        const std::size_t n_before =
            std::clamp(at, b * kWeightBlock, b * kWeightBlock + values.size()) - b * kWeightBlock;
        if (n_before != 0) mass += sum(values.first(n_before), leaders.logit);
        if (n_before != values.size()) mass += sum(values.subspan(n_before), above);
        total += mass;
    }
    return total;
}

// The leader at which the weights, added up in the order of ids, exceed `drawn`.
TokenId Sampler::draw(const Leaders& leaders, std::uint64_t drawn) const {
    std::size_t b = 0;
    while (block_mass_[b] <= drawn) drawn -= block_mass_[b++];
    const auto values = block(b);
    for (std::size_t i = 0;; ++i) {
        if (!leaders.hold(values[i], b * kWeightBlock + i)) continue;
        const std::uint64_t w = weight(values[i]);
        if (w > drawn) return static_cast<TokenId>(b * kWeightBlock + i);
        drawn -= w;
    }
}

TokenId Sampler::draw_from_top_k(std::uint64_t random) {
    collect_top_k();
    cut_top_p();
    if (settings_.min_p > 0) {
        const std::uint64_t least = rank_of(least_logit(), n_vocab_);
        std::erase_if(candidates_, [&](const Candidate& c) { return c.rank < least; });
    }
    const std::uint64_t drawn = below(total_weight(), random);
    return id_of(candidates_[select_by_mass(drawn + 1) - 1].rank);
}

void Sampler::collect_top_k() {
    const auto k = static_cast<std::size_t>(settings_.top_k);
    float lowest = logit_at(SoftmaxWeight::kNegligible);
    if (k <= block_max_.size()) {
        // k blocks hold a value at least as large as the k-th largest block maximum.
        std::ranges::copy(block_max_, scratch_.begin());
        const auto kth = scratch_.begin() + static_cast<std::ptrdiff_t>(k - 1);
        std::ranges::nth_element(scratch_, kth, std::greater{});
        lowest = std::max(lowest, *kth);
    }
    collect(lowest);
    if (candidates_.size() > k) {
        const auto cut = candidates_.begin() + static_cast<std::ptrdiff_t>(k);
        std::nth_element(candidates_.begin(), cut, candidates_.end(), better);
        candidates_.resize(k);
    }
}

void Sampler::collect(float lowest) {
    candidates_.clear();
    for (std::size_t b = 0; b < block_max_.size(); ++b) {
        if (block_max_[b] < lowest) continue;
        const auto values = block(b);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!(values[i] >= lowest)) continue;  // NaN too
            candidates_.push_back({rank_of(values[i], b * kWeightBlock + i), weight(values[i])});
        }
    }
}

// Keeps the smallest leading set with top_p of the candidates' weight.
void Sampler::cut_top_p() {
    if (settings_.top_p == 1.0f) return;
    candidates_.resize(select_by_mass(nucleus_mass(total_weight())));
}

std::uint64_t Sampler::weight(float logit) const {
    return softmax_weight((logit - best_) * scale_);
}

std::uint64_t Sampler::nucleus_mass(std::uint64_t total) const {
    const double mass = std::ceil(settings_.top_p * static_cast<double>(total));
    return std::clamp<std::uint64_t>(static_cast<std::uint64_t>(mass), 1, total);
}

std::uint64_t Sampler::total_weight() const {
    std::uint64_t sum = 0;
    for (const Candidate& candidate : candidates_) sum += candidate.weight;
    return sum;
}

std::size_t Sampler::select_by_mass(std::uint64_t mass) {
    const auto at = [&](std::size_t i) { return candidates_.begin() + static_cast<std::ptrdiff_t>(i); };
    constexpr std::size_t kSortable = 64;  // below this a sort is cheaper than another split
    std::size_t begin = 0, end = candidates_.size();
    while (end - begin > kSortable) {  // halve the range that holds the answer: linear in all
        const std::size_t middle = begin + (end - begin) / 2;
        std::nth_element(at(begin), at(middle), at(end), better);
        std::uint64_t upper = 0;
        for (std::size_t i = begin; i < middle; ++i) upper += candidates_[i].weight;
        if (upper >= mass) {
            end = middle;
        } else {
            mass -= upper;
            begin = middle;
        }
    }
    std::sort(at(begin), at(end), better);
    while (candidates_[begin].weight < mass) mass -= candidates_[begin++].weight;
    return begin + 1;
}

}  // namespace vibrant
