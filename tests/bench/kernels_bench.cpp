// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Kernels on one core, for every table this machine can run. `--benchmark_filter=AVX2.*Q4_K` picks
// some.
// matmul reports GMAC/s and the weight bytes it consumes per second; attend the bytes of K and V.
// Neither checks a result: tests/engine/kernels does.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "engine/base/checked.h"
#include "engine/base/half.h"
#include "engine/kernels/kernels.h"

namespace vibrant {
namespace {

// Weights of 64 MB, so that batch 1 reads memory rather than the cache, as decoding does.
constexpr std::size_t kWeightBytes = 64 << 20;
constexpr std::size_t kCols = 3584;  // Qwen2.5 7B

std::vector<float> random_values(std::size_t n) {
    std::mt19937 rng(1);
    std::normal_distribution<float> normal;
    std::vector<float> values(n);
    for (float& value : values) value = normal(rng);
    return values;
}

// Any bytes are valid quants, but a random scale may be NaN or denormal, which some processors are
// slow with: 0x2222 is an ordinary f16 and an ordinary pair of bf16 or f32 bytes.
const std::vector<std::byte>& weights() {
    static const std::vector<std::byte> bytes(kWeightBytes, std::byte{0x22});
    return bytes;
}

void bench_matmul(benchmark::State& state, const KernelTable* table, DType type, std::size_t n_batch) {
    const std::size_t stride = row_bytes(type, kCols);
    const std::size_t n_rows = n_batch == 1 ? kWeightBytes / stride / 8 * 8 : 256;
    const std::vector<float> x = random_values(n_batch * kCols);
    std::vector<float> y(n_batch * n_rows);
    const MatmulArgs args{.weights = weights().data(),
                          .row_stride = stride,
                          .n_cols = kCols,
                          .row_begin = 0,
                          .row_end = n_rows,
                          .x = x.data(),
                          .x_stride = kCols,
                          .n_batch = n_batch,
                          .bias = nullptr,
                          .y = y.data(),
                          .y_stride = n_rows};
    for (auto _ : state) {
        table->matmul[static_cast<std::size_t>(type)](args);
        benchmark::ClobberMemory();
    }
    const auto macs = static_cast<double>(n_rows * kCols * n_batch) * static_cast<double>(state.iterations());
    state.counters["GMAC/s"] = benchmark::Counter(macs * 1e-9, benchmark::Counter::kIsRate);
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * n_rows * stride));
}

// One core, rows that stay in the cache; bytes are those written.
void bench_dequantize(benchmark::State& state, const KernelTable* table, DType type) {
    constexpr std::size_t kValues = 8192;
    std::vector<float> out(kValues);
    for (auto _ : state) {
        table->dequantize_row[static_cast<std::size_t>(type)](weights().data(), kValues, out.data());
        benchmark::ClobberMemory();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * kValues * sizeof(float)));
}

void bench_attend(benchmark::State& state, const KernelTable* table, bool f16, std::size_t group, std::size_t n_slots) {
    constexpr std::size_t kHeadDim = 128;
    const std::size_t width = f16 ? sizeof(f16_bits) : sizeof(float);
    const std::vector<float> q = random_values(group * kHeadDim), values = random_values(n_slots * kHeadDim);
    std::vector<f16_bits> halves(values.size());
    table->f32_to_f16(values.data(), values.size(), halves.data());
    const void* kv = f16 ? static_cast<const void*>(halves.data()) : values.data();
    std::vector<float> out(group * kHeadDim);
    const SlotRun runs[] = {{0, static_cast<std::uint32_t>(n_slots)}};
    const AttendArgs args{.q = q.data(),
                          .group = group,
                          .head_dim = kHeadDim,
                          .k = kv,
                          .v = kv,
                          .runs = runs,
                          .scale = 1 / std::sqrt(static_cast<float>(kHeadDim)),
                          .out = out.data()};
    for (auto _ : state) {
        (f16 ? table->attend_f16 : table->attend_f32)(args);
        benchmark::ClobberMemory();
    }
    const auto macs = static_cast<double>(2 * group * kHeadDim * n_slots) * static_cast<double>(state.iterations());
    state.counters["GMAC/s"] = benchmark::Counter(macs * 1e-9, benchmark::Counter::kIsRate);
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * 2 * n_slots * kHeadDim * width));
}

void bench_row(benchmark::State& state, const KernelTable* table, void (*body)(const KernelTable&, float*, float*)) {
    std::vector<float> a = random_values(kCols), b = random_values(kCols);
    for (auto _ : state) {
        body(*table, a.data(), b.data());
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kCols));
}

void bench_quantize(benchmark::State& state, const KernelTable* table, bool decode) {
    const std::vector<float> x = random_values(kCols);
    std::vector<std::byte> memory(std::max(act16_bytes(kCols), act8_bytes(kCols, 1)) + 64);
    auto* const aligned = reinterpret_cast<std::byte*>(round_up(reinterpret_cast<std::uintptr_t>(memory.data()), 64));
    for (auto _ : state) {
        if (decode) {
            table->quantize_act16(x.data(), 0, kCols, act16_at(aligned, kCols));
        } else {
            table->quantize_act8(x.data(), 0, kCols, act8_at(aligned, kCols, 1), 0);
        }
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kCols));
}

void register_table(const KernelTable* table) {
    const std::string prefix(table->name);
    for (std::size_t i = 0; i < kDTypeCount; ++i) {
        const auto type = static_cast<DType>(i);
        benchmark::RegisterBenchmark(prefix + "/dequantize/" + std::string(traits(type).name), bench_dequantize, table,
                                     type);
        for (std::size_t batch : {1u, 8u, 32u, 512u}) {
            const std::string name =
                prefix + "/matmul/" + std::string(traits(type).name) + "/batch:" + std::to_string(batch);
            benchmark::RegisterBenchmark(name, bench_matmul, table, type, batch)->Unit(benchmark::kMillisecond);
        }
    }
    for (bool f16 : {false, true}) {
        for (std::size_t group : {1u, 2u, 6u, 7u, 8u}) {
            const std::string name = prefix + "/attend_" + (f16 ? "f16" : "f32") + "/group:" + std::to_string(group);
            benchmark::RegisterBenchmark(name, bench_attend, table, f16, group, 2048u)->Unit(benchmark::kMicrosecond);
        }
    }
    benchmark::RegisterBenchmark(prefix + "/rms_norm", bench_row, table,
                                 [](const KernelTable& k, float* a, float* b) { k.rms_norm(a, b, kCols, 1e-6f, a); });
    benchmark::RegisterBenchmark(prefix + "/swiglu", bench_row, table,
                                 [](const KernelTable& k, float* a, float* b) { k.swiglu(a, a, kCols, b); });
    benchmark::RegisterBenchmark(prefix + "/rope_neox", bench_row, table,
                                 [](const KernelTable& k, float* a, float* b) { k.rope_neox(a, b, b, kCols); });
    benchmark::RegisterBenchmark(prefix + "/add", bench_row, table,
                                 [](const KernelTable& k, float* a, float* b) { k.add(a, b, kCols); });
    benchmark::RegisterBenchmark(prefix + "/max", bench_row, table, [](const KernelTable& k, float* a, float*) {
        benchmark::DoNotOptimize(k.max(a, kCols));
    });
    benchmark::RegisterBenchmark(prefix + "/block_max", bench_row, table,
                                 [](const KernelTable& k, float* a, float* b) { k.block_max(a, kCols, b); });
    benchmark::RegisterBenchmark(prefix + "/sum_weights", bench_row, table, [](const KernelTable& k, float* a, float*) {
        for (std::size_t i = 0; i < kCols; i += kWeightBlock)
            benchmark::DoNotOptimize(k.sum_weights(a + i, kWeightBlock, 4.0f, 1.0f, -4.0f));
    });
    benchmark::RegisterBenchmark(prefix + "/quantize_act16", bench_quantize, table, true);
    benchmark::RegisterBenchmark(prefix + "/quantize_act8", bench_quantize, table, false);
}

}  // namespace
}  // namespace vibrant

int main(int argc, char** argv) {
    for (const vibrant::KernelTable* table : vibrant::kernel_tables()) vibrant::register_table(table);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
