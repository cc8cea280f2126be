// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Decode: matrix times one row. For every format, weights that stay in the L2 cache (what the
// kernel can do) and weights in memory (what a token costs), by one and by two threads, next to a
// plain read of the same memory.
//   bench_gemv [--table NAME] [--types Q4_K,Q6_K] [--cols 3584] [--cache-kb 256] [--rounds 15]
//              [--prefetch 2048] [--mapped NEW-FILE]
// The weights lie on huge pages, or in the page cache: in a file written and mapped for it.
// All cases take turns within a round, and the best round of each is printed, so that a machine
// that does other work too shows its own limits and not its neighbours'.

#include <algorithm>
#include <array>
#include <barrier>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string_view>
#include <thread>
#include <vector>

#include "engine/base/checked.h"
#include "engine/kernels/kernels.h"
#include "engine/kernels/tables.h"
#include "tests/bench/weights_in_memory.h"

namespace vibrant {
namespace {

constexpr std::size_t kThreads = 2;

struct Options {
    const KernelTable* table = &kernels();
    std::string_view types;
    std::size_t cols = 3584;           // of Qwen2.5 7B
    std::size_t in_cache = 256 << 10;  // bytes of weights
    int rounds = 15;
    GemvTuning tuning;
    const char* mapped = nullptr;
};

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// Cycles per second, from additions that wait for each other: one cycle each.
double measure_clock() {
    constexpr std::size_t kAdditions = 5'000'000;
    double best = 0;
    for (int i = 0; i < 20; ++i) {
        const auto start = Clock::now();
        std::size_t sum = 0;
        for (std::size_t step = 0; step < kAdditions; ++step) {
            sum += step;
            asm volatile("" : "+r"(sum));
        }
        best = std::max(best, static_cast<double>(kAdditions) / seconds_since(start));
    }
    return best;
}

// Work on a share of the bytes, and the best time any round took.
struct Case {
    std::function<void(std::size_t share, std::size_t shares)> work;
    double best = 1e9;  // seconds

    void run(std::size_t threads, int repeats) {
        std::barrier start(static_cast<std::ptrdiff_t>(threads));
        std::array<double, kThreads> seconds{};
        const auto body = [&](std::size_t share) {
            start.arrive_and_wait();
            const auto begin = Clock::now();
            for (int i = 0; i < repeats; ++i) work(share, threads);
            seconds[share] = seconds_since(begin) / repeats;
        };
        std::vector<std::jthread> others;
        for (std::size_t t = 1; t < threads; ++t) others.emplace_back(body, t);
        body(0);
        others.clear();
        best = std::min(best, *std::ranges::max_element(seconds));
    }
};

class Bench {
  public:
    explicit Bench(const Options& options)
        : options_(options),
          memory_(act16_bytes(options.cols) + 64),
          x_(act16_at(aligned(), options.cols)),
          values_(options.cols) {
        std::mt19937 rng(1);
        std::normal_distribution<float> normal;
        for (float& value : values_) value = normal(rng);
        options.table->quantize_act16(values_.data(), 0, options.cols, x_);
    }

    void run() {
        std::vector<Row> rows{read_row()};
        for (std::size_t i = 0; i < kDTypeCount; ++i) {
            const DTypeTraits& type = traits(static_cast<DType>(i));
            const bool wanted = options_.types.empty() || options_.types.contains(type.name);
            if (wanted && options_.cols % type.block_values == 0) {
                rows.push_back(gemv_row(type));
            }
        }
        for (int round = 0; round < options_.rounds; ++round) {
            for (Row& row : rows) {
                row.in_cache.run(1, 20);
                row.one_thread.run(1, 1);
                row.two_threads.run(2, 1);
            }
        }
        print(rows);
        print_quantization();
    }

  private:
    struct Row {
        std::string_view name;
        double cache_bytes, memory_bytes, group_bytes;
        Case in_cache, one_thread, two_threads;
    };

    std::byte* aligned() {
        return reinterpret_cast<std::byte*>(round_up(reinterpret_cast<std::uintptr_t>(memory_.data()), 64));
    }

    Row read_row() {
        const auto read = [this](std::size_t bytes) {
            return [this, bytes](std::size_t share, std::size_t shares) {
                read_range(weights_ + bytes / shares * share, bytes / shares);
            };
        };
        return {"plain read",
                static_cast<double>(options_.in_cache),
                kInMemory,
                0,
                {read(options_.in_cache)},
                {read(kInMemory)},
                {read(kInMemory)}};
    }

    Row gemv_row(const DTypeTraits& type) {
        const std::size_t stride = row_bytes(type.type, options_.cols);
        const std::size_t few = options_.in_cache / stride, many = kInMemory / stride / kThreads * kThreads;
        y_.resize(std::max(y_.size(), many));
        const auto multiply = [this, &type, stride](std::size_t n_rows) {
            return [this, &type, stride, n_rows](std::size_t share, std::size_t shares) {
                const auto gemv = options_.table->gemv[static_cast<std::size_t>(type.type)];
                if (!gemv) return multiply_plain(type, n_rows, share, shares);
                gemv({.weights = weights_,
                      .row_stride = stride,
                      .n_cols = options_.cols,
                      .row_begin = n_rows / shares * share,
                      .row_end = n_rows / shares * (share + 1),
                      .x = x_,
                      .bias = nullptr,
                      .y = y_.data(),
                      .tuning = options_.tuning});
            };
        };
        return {type.name,
                static_cast<double>(few * stride),
                static_cast<double>(many * stride),
                256.0 / type.block_values * type.block_bytes,
                {multiply(few)},
                {multiply(many)},
                {multiply(many)}};
    }

    // What decode runs for the types that are not blocks.
    void multiply_plain(const DTypeTraits& type, std::size_t n_rows, std::size_t share, std::size_t shares) {
        options_.table->matmul[static_cast<std::size_t>(type.type)]({.weights = weights_,
                                                                     .row_stride = row_bytes(type.type, options_.cols),
                                                                     .n_cols = options_.cols,
                                                                     .row_begin = n_rows / shares * share,
                                                                     .row_end = n_rows / shares * (share + 1),
                                                                     .x = values_.data(),
                                                                     .x_stride = options_.cols,
                                                                     .n_batch = 1,
                                                                     .bias = nullptr,
                                                                     .y = y_.data(),
                                                                     .y_stride = n_rows});
    }

    void print(const std::vector<Row>& rows) const {
        const double clock = measure_clock();
        const double one = rows[0].memory_bytes / rows[0].one_thread.best;
        const double two = rows[0].memory_bytes / rows[0].two_threads.best;
        std::printf("%s, %zu columns, clock %.2f GHz\n", options_.table->name.data(), options_.cols, clock * 1e-9);
        std::printf("%-12s %10s %8s | %8s %6s | %8s %6s\n", "", "cycles/256", "L2 GB/s", "1T GB/s", "of it", "2T GB/s",
                    "of it");
        for (const Row& row : rows) {
            const double cache = row.cache_bytes / row.in_cache.best;
            const double m1 = row.memory_bytes / row.one_thread.best, m2 = row.memory_bytes / row.two_threads.best;
            std::printf("%-12s %10.1f %8.1f | %8.1f %5.0f%% | %8.1f %5.0f%%\n", row.name.data(),
                        row.group_bytes / cache * clock, cache * 1e-9, m1 * 1e-9, 100 * m1 / one, m2 * 1e-9,
                        100 * m2 / two);
        }
    }

    // One row of activations to either precision: what every matrix product with it shares.
    void print_quantization() const {
        const std::vector<float> x(options_.cols, 1.0f);
        std::vector<std::byte> batch(act8_bytes(options_.cols, 1) + 64);
        const auto start = round_up(reinterpret_cast<std::uintptr_t>(batch.data()), 64);
        const Act8 x8 = act8_at(reinterpret_cast<std::byte*>(start), options_.cols, 1);
        Case decode{[&](std::size_t, std::size_t) { options_.table->quantize_act16(x.data(), 0, options_.cols, x_); }};
        Case prefill{
            [&](std::size_t, std::size_t) { options_.table->quantize_act8(x.data(), 0, options_.cols, x8, 0); }};
        for (int round = 0; round < options_.rounds; ++round) {
            decode.run(1, 100);
            prefill.run(1, 100);
        }
        std::printf("quantising a row: %.0f ns for decode, %.0f ns for prefill\n", decode.best * 1e9,
                    prefill.best * 1e9);
    }

    Options options_;
    std::vector<std::byte> memory_;
    Act16 x_;
    std::vector<float> values_;  // what x_ was made of
    const std::byte* weights_ = allocate_weights(options_.mapped);
    std::vector<float> y_;
};

}  // namespace
}  // namespace vibrant

int main(int argc, char** argv) {
    vibrant::Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i], value = argv[i + 1];
        if (name == "--table") options.table = vibrant::find_kernels(value);
        if (name == "--types") options.types = value;
        if (name == "--cols") options.cols = static_cast<std::size_t>(std::atoi(argv[i + 1]));
        if (name == "--cache-kb") options.in_cache = static_cast<std::size_t>(std::atoi(argv[i + 1])) << 10;
        if (name == "--rounds") options.rounds = std::atoi(argv[i + 1]);
        if (name == "--mapped") options.mapped = argv[i + 1];
        if (name == "--prefetch") options.tuning.prefetch_bytes = static_cast<std::size_t>(std::atoi(argv[i + 1]));
    }
    if (!options.table) return 2;
    vibrant::Bench(options).run();
    return 0;
}
