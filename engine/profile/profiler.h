// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where the time goes: one counter per zone, filled by scoped timers around operations.
//
// Off by default; a disabled zone costs one predictable branch. On, two clock reads and six
// uncontended atomic adds (about 60 ns) per zone: under 1 % for operations of 10 us and more, so
// zones wrap operations, never blocks of them. Nothing is allocated while counting.
// Threads: scopes on several at once are correct, their times add up; snapshot() may be called from
// any thread and may be a few calls behind.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vibrant {

// What the engine does, in the order it does it. A stage of a layer is one zone: norm, quantisation,
// rotation, SwiGLU and sums happen where their rows are computed.
enum class Zone : std::uint8_t {
    kEmbed,
    kNorm,  // of a prompt's batch, with its quantisation
    kQkv,
    kKvAppend,
    kAttention,
    kAttnOutput,
    kFfnGateUp,
    kFfnDown,
    kHead,
    kSample,
    kTokenize,
};
inline constexpr std::size_t kZoneCount = 11;
[[nodiscard]] std::string_view zone_name(Zone zone);  // "ffn down"

struct ZoneStats {
    Zone zone{};
    std::uint64_t calls = 0;
    std::uint64_t total_ns = 0, min_ns = 0, max_ns = 0;
    std::uint64_t bytes = 0;        // moved from memory, as the caller counts them
    std::uint64_t allocations = 0;  // only where the program installed a counter (see below)
};

// A zone as people read it: the hot-path table of `vibrant-cli profile` and of the window.
struct HotPathRow {
    std::string_view operation;
    std::uint64_t calls = 0;
    double total_ms = 0, mean_us = 0, min_us = 0, max_us = 0;
    double share = 0;  // of the sum over all rows, 0..1
    std::uint64_t bytes = 0;
    double gb_per_s = 0;  // 10^9 bytes; 0 where no bytes were counted
    std::uint64_t allocations = 0;
};
// One row per zone, in the order given.
[[nodiscard]] std::vector<HotPathRow> hot_path(std::span<const ZoneStats> stats);

// Number of heap allocations of this process so far. The weak default returns 0; vibrant-cli and
// the tests link a counting operator new that replaces it (CMake target engine_counting_new).
[[nodiscard]] std::uint64_t allocation_count();

class Profiler {
  public:
    Profiler() = default;
    Profiler(const Profiler&) = delete;
    Profiler& operator=(const Profiler&) = delete;

    void set_enabled(bool on) { enabled_.store(on, std::memory_order_relaxed); }
    [[nodiscard]] bool enabled() const { return enabled_.load(std::memory_order_relaxed); }
    void reset();
    // Zones that were entered, most expensive first.
    [[nodiscard]] std::vector<ZoneStats> snapshot() const;

    // Counts one call of `zone` from construction to destruction, if the profiler was enabled then.
    class Scope {
      public:
        Scope(Profiler& profiler, Zone zone, std::uint64_t bytes = 0);
        ~Scope();
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

      private:
        Profiler* profiler_;  // nullptr when disabled
        Zone zone_;
        std::uint64_t bytes_, allocations_ = 0;
        std::chrono::steady_clock::time_point start_;
    };

  private:
    struct Counter {
        std::atomic<std::uint64_t> calls{0}, total_ns{0}, min_ns{~0ull}, max_ns{0}, bytes{0}, allocations{0};
    };
    std::atomic<bool> enabled_{false};
    std::array<Counter, kZoneCount> counters_;
};

}  // namespace vibrant
