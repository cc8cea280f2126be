// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/profile/profiler.h"

#include <algorithm>

namespace vibrant {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kRelaxed = std::memory_order_relaxed;  // counters are independent figures; nothing is ordered by them

void lower_to(std::atomic<std::uint64_t>& smallest, std::uint64_t value) {
    auto seen = smallest.load(kRelaxed);
    while (value < seen && !smallest.compare_exchange_weak(seen, value, kRelaxed)) {
    }
}

void raise_to(std::atomic<std::uint64_t>& largest, std::uint64_t value) {
    auto seen = largest.load(kRelaxed);
    while (value > seen && !largest.compare_exchange_weak(seen, value, kRelaxed)) {
    }
}

}  // namespace

std::string_view zone_name(Zone zone) {
    switch (zone) {
        case Zone::kEmbed:
            return "embedding";
        case Zone::kNorm:
            return "norm + quantise";
        case Zone::kQkv:
            return "q, k, v + rope";
        case Zone::kKvAppend:
            return "kv append";
        case Zone::kAttention:
            return "attention";
        case Zone::kAttnOutput:
            return "attention output";
        case Zone::kFfnGateUp:
            return "ffn gate + up + swiglu";
        case Zone::kFfnDown:
            return "ffn down";
        case Zone::kHead:
            return "head";
        case Zone::kSample:
            return "sample";
        case Zone::kTokenize:
            return "tokenize";
    }
    return "unknown";
}

std::vector<HotPathRow> hot_path(std::span<const ZoneStats> stats) {
    double all_ns = 0;
    for (const ZoneStats& zone : stats) all_ns += static_cast<double>(zone.total_ns);
    std::vector<HotPathRow> rows;
    rows.reserve(stats.size());
    for (const ZoneStats& zone : stats) {
        const auto total_ns = static_cast<double>(zone.total_ns);
        rows.push_back({.operation = zone_name(zone.zone),
                        .calls = zone.calls,
                        .total_ms = total_ns * 1e-6,
                        .mean_us = zone.calls == 0 ? 0 : total_ns * 1e-3 / static_cast<double>(zone.calls),
                        .min_us = static_cast<double>(zone.min_ns) * 1e-3,
                        .max_us = static_cast<double>(zone.max_ns) * 1e-3,
                        .share = all_ns > 0 ? total_ns / all_ns : 0,
                        .bytes = zone.bytes,
                        // bytes per nanosecond is 10^9 bytes per second
                        .gb_per_s = total_ns > 0 ? static_cast<double>(zone.bytes) / total_ns : 0,
                        .allocations = zone.allocations});
    }
    return rows;
}

// Weak: a program that links engine_counting_new gets the real count.
[[gnu::weak]] std::uint64_t allocation_count() {
    return 0;
}

void Profiler::reset() {
    for (Counter& counter : counters_) {
        counter.calls.store(0, kRelaxed);
        counter.total_ns.store(0, kRelaxed);
        counter.min_ns.store(~0ull, kRelaxed);
        counter.max_ns.store(0, kRelaxed);
        counter.bytes.store(0, kRelaxed);
        counter.allocations.store(0, kRelaxed);
    }
}

std::vector<ZoneStats> Profiler::snapshot() const {
    std::vector<ZoneStats> stats;
    stats.reserve(kZoneCount);
    for (std::size_t i = 0; i < kZoneCount; ++i) {
        const Counter& counter = counters_[i];
        const std::uint64_t calls = counter.calls.load(kRelaxed);
        if (calls == 0) continue;
        const std::uint64_t max_ns = counter.max_ns.load(kRelaxed);
        stats.push_back({.zone = static_cast<Zone>(i),
                         .calls = calls,
                         .total_ns = counter.total_ns.load(kRelaxed),
                         // A snapshot taken between two counters of the first call must not show 2^64.
                         .min_ns = std::min(counter.min_ns.load(kRelaxed), max_ns),
                         .max_ns = max_ns,
                         .bytes = counter.bytes.load(kRelaxed),
                         .allocations = counter.allocations.load(kRelaxed)});
    }
    std::ranges::stable_sort(stats, std::ranges::greater{}, &ZoneStats::total_ns);
    return stats;
}

Profiler::Scope::Scope(Profiler& profiler, Zone zone, std::uint64_t bytes)
    : profiler_(profiler.enabled() ? &profiler : nullptr), zone_(zone), bytes_(bytes) {
    if (profiler_ == nullptr) [[likely]]
        return;
    allocations_ = allocation_count();
    start_ = Clock::now();
}

Profiler::Scope::~Scope() {
    if (profiler_ == nullptr) [[likely]]
        return;
    const auto elapsed = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start_).count();
    const auto ns = static_cast<std::uint64_t>(elapsed);
    Counter& counter = profiler_->counters_[static_cast<std::size_t>(zone_)];
    counter.total_ns.fetch_add(ns, kRelaxed);
    lower_to(counter.min_ns, ns);
    raise_to(counter.max_ns, ns);
    counter.bytes.fetch_add(bytes_, kRelaxed);
    counter.allocations.fetch_add(allocation_count() - allocations_, kRelaxed);
    counter.calls.fetch_add(1, kRelaxed);
}

}  // namespace vibrant
