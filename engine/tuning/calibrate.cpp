// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/tuning/calibrate.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <fstream>

#include "engine/base/check.h"
#include "engine/base/checked.h"
#include "engine/kernels/kernels.h"
#include "engine/memory/arena.h"
#include "engine/parallel/thread_team.h"

namespace vibrant {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kTeamBudget = std::chrono::milliseconds(100);  // the last round may take longer
constexpr auto kBudget = std::chrono::milliseconds(130);      // with the distances
constexpr int kMostRounds = 32;                  // the best counts: others on the machine only slow it down
constexpr std::size_t kDecodeBytes = 24u << 20;  // of one measurement: 0.3 to 3 ms
constexpr double kPrefillMacs = 2e8;             // of one measurement: 0.1 to 5 ms
constexpr std::size_t kBatch = 64;               // rows of a prompt
constexpr std::size_t kRowGrain = 32;            // as in ops/linear.h

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// The inputs and outputs of the products, in one arena.
struct Buffers {
    Act16 decode;
    Act8 prefill;
    std::span<float> y;            // (kBatch, n_rows)
    std::span<std::byte> scratch;  // (members, scratch_bytes)
    std::size_t scratch_bytes = 0;
    Arena arena;
};

Result<Buffers> make_buffers(const Tensor& w, int members) {
    Buffers b;
    b.scratch_bytes = round_up(gemm_scratch_bytes(w.n_cols), 64);
    const std::size_t n_values = padded_cols(w.n_cols), n_scratch = b.scratch_bytes * static_cast<std::size_t>(members);
    const std::size_t sizes[] = {n_values * sizeof(float), act16_bytes(w.n_cols), act8_bytes(w.n_cols, kBatch),
                                 kBatch * w.n_rows * sizeof(float), n_scratch};
    std::size_t total = 0;
    for (const std::size_t size : sizes) total += round_up(size, 64);
    VIBRANT_TRY(arena, Arena::allocate(total, "measuring this machine"));
    b.arena = std::move(arena);
    const auto x = b.arena.take<float>(n_values);
    for (std::size_t i = 0; i < n_values; ++i) x[i] = static_cast<float>(i % 17) - 8.0f;
    b.decode = act16_at(b.arena.take<std::byte>(sizes[1]).data(), w.n_cols);
    b.prefill = act8_at(b.arena.take<std::byte>(sizes[2]).data(), w.n_cols, kBatch);
    b.y = b.arena.take<float>(kBatch * w.n_rows);
    b.scratch = b.arena.take<std::byte>(n_scratch);
    kernels().quantize_act16(x.data(), 0, w.n_cols, b.decode);
    for (std::size_t row = 0; row < kBatch; ++row) kernels().quantize_act8(x.data(), 0, w.n_cols, b.prefill, row);
    return b;
}

// Nanoseconds the calling thread has waited for a CPU (the second number, Documentation/scheduler/sched-stats.rst).
double waited_ns() {
    std::ifstream file("/proc/thread-self/schedstat");
    double ran = 0.0, waited = 0.0;
    return file >> ran >> waited ? waited : 0.0;
}

double waited_ns(ThreadTeam& team) {
    team.use(team.capacity());
    std::atomic<double> sum{0.0};
    team.run([&](int) { sum.fetch_add(waited_ns(), std::memory_order_relaxed); });
    return sum.load();
}

class Meter {
  public:
    Meter(std::span<const Tensor> matrices, ThreadTeam& team, Buffers& buffers)
        : matrices_(matrices), team_(team), buffers_(buffers), type_(static_cast<std::size_t>(matrices[0].type)) {}

    // Bytes per second, over the weights that come next.
    double decode(const GemvTuning& tuning = {}) {
        std::size_t bytes = 0;
        const auto start = Clock::now();
        while (bytes < kDecodeBytes) {
            const Tensor& w = next();
            bytes += w.bytes();
            team_.parallel_for(w.n_rows, kRowGrain, [&](std::size_t begin, std::size_t end, int) {
                kernels().gemv[type_]({.weights = w.data,
                                       .row_stride = w.row_stride,
                                       .n_cols = w.n_cols,
                                       .row_begin = begin,
                                       .row_end = end,
                                       .x = buffers_.decode,
                                       .bias = nullptr,
                                       .y = buffers_.y.data(),
                                       .tuning = tuning});
            });
        }
        return static_cast<double>(bytes) / seconds_since(start);
    }

    // Multiply-adds per second.
    double prefill() {
        const Tensor& w = next();
        const double macs_per_row = static_cast<double>(w.n_cols * kBatch);
        const auto wanted = static_cast<std::size_t>(kPrefillMacs / macs_per_row) + 1;
        const std::size_t n_rows = std::min(w.n_rows, round_up(wanted, kRowGrain));
        const auto start = Clock::now();
        team_.parallel_for(
            n_rows, kRowGrain,
            [&](std::size_t begin, std::size_t end, int member) {
                kernels().gemm[type_](
                    {.weights = w.data,
                     .row_stride = w.row_stride,
                     .n_cols = w.n_cols,
                     .row_begin = begin,
                     .row_end = end,
                     .x = buffers_.prefill,
                     .n_batch = kBatch,
                     .bias = nullptr,
                     .y = buffers_.y.data(),
                     .y_stride = w.n_rows,
                     .scratch = buffers_.scratch.data() + static_cast<std::size_t>(member) * buffers_.scratch_bytes});
            },
            Cut::kFine);
        return macs_per_row * static_cast<double>(n_rows) / seconds_since(start);
    }

  private:
    const Tensor& next() { return matrices_[at_++ % matrices_.size()]; }

    std::span<const Tensor> matrices_;
    ThreadTeam& team_;
    Buffers& buffers_;
    std::size_t type_;
    std::size_t at_ = 0;
};

}  // namespace

bool can_calibrate(std::span<const Tensor> matrices) {
    if (matrices.empty() || !is_block_type(matrices[0].type)) return false;
    std::size_t bytes = 0;
    for (const Tensor& w : matrices) {
        if (w.type != matrices[0].type || w.n_cols != matrices[0].n_cols || w.n_rows != matrices[0].n_rows)
            return false;
        bytes += w.bytes();
    }
    return bytes >= kLeastCalibrationBytes;
}

Calibration calibrate(std::span<const Tensor> matrices, int most_threads) {
    VIBRANT_CHECK(can_calibrate(matrices));
    const auto start = Clock::now();
    ThreadTeam team(most_threads);
    auto buffers = make_buffers(matrices[0], team.capacity());
    if (!buffers) return {};
    Meter meter(matrices, team, *buffers);

    Calibration result;
    for (const int n : candidate_counts(team.capacity())) {
        result.decode.push_back({n, 0.0});
        result.prefill.push_back({n, 0.0});
    }
    const double waited_before = waited_ns(team);
    const auto go_on = [&](int round, Clock::duration budget) {
        return round == 0 || (round < kMostRounds && Clock::now() - start < budget);
    };
    // Round by round, so that a disturbance hits all of them and not the same one each time.
    for (int round = 0; go_on(round, kTeamBudget); ++round) {
        for (std::size_t i = 0; i < result.decode.size(); ++i) {
            team.use(result.decode[i].threads);
            result.decode[i].rate = std::max(result.decode[i].rate, meter.decode());
            result.prefill[i].rate = std::max(result.prefill[i].rate, meter.prefill());
        }
    }
    team.use(choose_decode_threads(result.decode, team.capacity()));
    for (const std::size_t bytes : kPrefetchDistances) result.prefetch.push_back({bytes, 0.0});
    for (int round = 0; go_on(round, kBudget); ++round)
        for (PrefetchSpeed& speed : result.prefetch)
            speed.rate = std::max(speed.rate, meter.decode({.prefetch_bytes = speed.bytes}));
    const double thread_ns = 1e9 * seconds_since(start) * team.capacity();
    result.waiting = (waited_ns(team) - waited_before) / thread_ns;
    return result;
}

}  // namespace vibrant
