// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where the time goes: one counter per zone and thread, filled by scoped timers around operations.
//
// Off by default; a disabled zone costs one predictable branch. On, two clock reads (about 40 ns) per zone: under 1 %
// for operations of 10 us and more, so zones wrap operations, never blocks of them.
// Nothing is allocated while counting. Each member of a team writes only its own counters; snapshot() may be called
// from any thread and may be a few calls behind.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vibrant {

enum class Zone : std::uint8_t {
    kEmbed, kNorm, kQkv, kRope, kKvAppend, kAttention, kAttnOutput, kFfnGateUp, kSwiGlu, kFfnDown, kHead, kSample,
    kTokenize,
};
inline constexpr std::size_t kZoneCount = 13;
[[nodiscard]] std::string_view zone_name(Zone zone);  // "ffn gate + up"

struct ZoneStats {
    Zone zone{};
    std::uint64_t calls = 0;
    std::uint64_t total_ns = 0, min_ns = 0, max_ns = 0;
    std::uint64_t bytes = 0;        // moved from memory, as the caller counts them
    std::uint64_t allocations = 0;  // only counted where the program installed a counter (tests, bench)
};

// Number of heap allocations of this process so far. The weak default returns 0; vibrant-cli and the tests link a
// counting operator new that replaces it.
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

    // Counts one call of `zone` from construction to destruction. Used by the thread that runs the forward pass.
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
