// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemm on one core, for every table this machine can run, beside the int8 peak of the core: a loop
// of dot products on registers alone. `--benchmark_filter='peak|AVX3_DL.*Q4_K'` picks some.
// Checks no result: tests/engine/kernels does.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "engine/kernels/kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace vibrant {
namespace {

struct Free {
    void operator()(std::byte* memory) const { std::free(memory); }
};
using Memory = std::unique_ptr<std::byte, Free>;

Memory aligned(std::size_t bytes) {
    return Memory(static_cast<std::byte*>(std::aligned_alloc(64, (bytes + 63) / 64 * 64)));
}

void report(benchmark::State& state, double macs) {
    state.counters["GMAC/s"] =
        benchmark::Counter(macs * 1e-9 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

#if defined(__x86_64__)
[[gnu::target("avx512f,avx512vnni"), gnu::noinline]] int dot_on_registers(int n) {
    __m512i sums[16], bytes = _mm512_set1_epi8(1);
    for (__m512i& sum : sums) sum = _mm512_setzero_si512();
    for (int i = 0; i < n; ++i) {
        asm volatile("" : "+v"(bytes));
#pragma clang loop unroll(full)
        for (__m512i& sum : sums) sum = _mm512_dpbusd_epi32(sum, bytes, bytes);
    }
    for (int i = 1; i < 16; ++i) sums[0] = _mm512_add_epi32(sums[0], sums[i]);
    return _mm512_reduce_add_epi32(sums[0]);
}

void bench_peak(benchmark::State& state) {
    constexpr int kSteps = 1 << 16;
    for (auto _ : state) benchmark::DoNotOptimize(dot_on_registers(kSteps));
    report(state, 16.0 * 64 * kSteps);
}
#endif

// Panels of a matrix as the stages of a layer ask for them: a few rows over the full depth, their
// outputs in a piece of memory of their own, their weights in none of the caches.
void bench_gemm(benchmark::State& state, const KernelTable* table, DType type, std::size_t n_cols,
                std::size_t n_batch) {
    constexpr std::size_t kPanel = 128, kBytes = std::size_t{64} << 20;
    const std::size_t stride = row_bytes(type, n_cols), n_panels = kBytes / stride / kPanel;
    // Any bytes are valid quants; 0x2222 is an ordinary f16.
    const std::vector<std::byte> weights(n_panels * kPanel * stride, std::byte{0x22});
    std::mt19937 rng(1);
    std::normal_distribution<float> normal;
    std::vector<float> row(n_cols), y(n_batch * kPanel);
    const Memory memory = aligned(act8_bytes(n_cols, n_batch)), scratch = aligned(gemm_scratch_bytes(n_cols));
    const Act8 x = act8_at(memory.get(), n_cols, n_batch);
    for (std::size_t b = 0; b < n_batch; ++b) {
        for (float& value : row) value = normal(rng);
        table->quantize_act8(row.data(), 0, n_cols, x, b);
    }
    GemmArgs args{.weights = weights.data(),
                  .row_stride = stride,
                  .n_cols = n_cols,
                  .row_begin = 0,
                  .row_end = kPanel,
                  .x = x,
                  .n_batch = n_batch,
                  .bias = nullptr,
                  .y = y.data(),
                  .y_stride = kPanel,
                  .scratch = scratch.get()};
    std::size_t panel = 0;
    for (auto _ : state) {
        args.weights = weights.data() + panel * kPanel * stride;
        table->gemm[static_cast<std::size_t>(type)](args);
        benchmark::ClobberMemory();
        panel = (panel + 1) % n_panels;
    }
    report(state, static_cast<double>(kPanel * n_cols * n_batch));
}

void register_table(const KernelTable* table) {
    for (std::size_t i = 0; i < kDTypeCount; ++i) {
        const auto type = static_cast<DType>(i);
        if (!table->gemm[i]) continue;
        for (std::size_t n_cols : {1536u, 3584u, 8960u}) {
            for (std::size_t batch : {1u, 8u, 32u, 128u, 512u}) {
                const std::string name = std::string(table->name) + "/" + std::string(traits(type).name) + "/" +
                                         std::to_string(n_cols) + "/batch:" + std::to_string(batch);
                benchmark::RegisterBenchmark(name, bench_gemm, table, type, n_cols, batch)
                    ->Unit(benchmark::kMillisecond);
            }
        }
    }
}

}  // namespace
}  // namespace vibrant

int main(int argc, char** argv) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512vnni")) benchmark::RegisterBenchmark("peak/vpdpbusd", vibrant::bench_peak);
#endif
    for (const vibrant::KernelTable* table : vibrant::kernel_tables()) vibrant::register_table(table);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
