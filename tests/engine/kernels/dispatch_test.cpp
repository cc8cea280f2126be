// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>

#include "engine/base/log.h"
#include "engine/kernels/kernels.h"
#include "engine/kernels/tables.h"

namespace vibrant {
namespace {

// kernels() chooses once per process, so every choice is made in a child of its own. Nothing here
// may call kernels() in the parent.
int choose_in_this_process(const char* wanted, std::string_view expected) {
    wanted ? setenv("VIBRANT_KERNELS", wanted, 1) : unsetenv("VIBRANT_KERNELS");
    return kernels().name == expected ? 0 : 1;
}

int warnings_logged = 0;
void count_warnings(LogLevel level, std::string_view line) {
    if (level == LogLevel::kWarning && line.contains("QUANTUM")) ++warnings_logged;
}

TEST(KernelDispatch, TablesAreCompleteAndUnique) {
    std::set<std::string_view> names;
    for (const KernelTable* table : kernel_tables()) {
        EXPECT_TRUE(names.insert(table->name).second) << table->name;
        for (std::size_t i = 0; i < kDTypeCount; ++i) {
            EXPECT_NE(table->dequantize_row[i], nullptr) << table->name;
            EXPECT_NE(table->matmul[i], nullptr) << table->name;
        }
        EXPECT_TRUE(table->attend_f32 && table->attend_f16 && table->attend_i8 && table->attend_tile_f16 &&
                    table->attend_tile_i8 && table->attend_merge && table->f32_to_kv8 && table->hadamard &&
                    table->rms_norm && table->rope_neox && table->rope_norm && table->swiglu && table->add &&
                    table->f32_to_f16 && table->max)
            << table->name;
    }
    EXPECT_EQ(kernel_tables().back()->name, "SCALAR");
}

#if defined(__x86_64__) || defined(__aarch64__)
TEST(KernelDispatch, EveryMachineOfTheseArchitecturesHasVectors) {
    EXPECT_GE(kernel_tables().size(), 2u);
}
#endif

#if defined(__x86_64__)
TEST(KernelDispatch, AvxVnniHasATableBetterThanAvx2) {
    const KernelTable *const avx2 = find_kernels("AVX2"), *const vnni = find_kernels("AVX2_VNNI");
    if (!__builtin_cpu_supports("avx2")) GTEST_SKIP() << "no AVX2 on this machine";
    ASSERT_NE(avx2, nullptr);
    ASSERT_EQ(vnni != nullptr, __builtin_cpu_supports("avxvnni") != 0);
    if (!vnni) return;
    const auto place = std::ranges::find(kernel_tables(), vnni);
    ASSERT_EQ(place[1], avx2);
    // Activations in the form that its own gemv reads; everything in floats as AVX2 has it.
    EXPECT_NE(vnni->quantize_act16, avx2->quantize_act16);
    EXPECT_EQ(vnni->rms_norm, avx2->rms_norm);
    for (std::size_t i = 0; i < kDTypeCount; ++i) {
        const bool block = is_block_type(static_cast<DType>(i));
        EXPECT_EQ(vnni->gemv[i] != avx2->gemv[i], block);
        EXPECT_EQ(vnni->gemm[i] != avx2->gemm[i], block);
        EXPECT_EQ(vnni->matmul[i], avx2->matmul[i]);
    }
}
#endif

TEST(KernelDispatch, TakesTheBestTableByDefault) {
    const std::string_view best = kernel_tables().front()->name;
    EXPECT_EXIT(std::exit(choose_in_this_process(nullptr, best)), testing::ExitedWithCode(0), "");
    EXPECT_EXIT(std::exit(choose_in_this_process("", best)), testing::ExitedWithCode(0), "");
}

TEST(KernelDispatch, EnvironmentForcesEveryTable) {
    for (const KernelTable* table : kernel_tables()) {
        const std::string name(table->name);
        EXPECT_EXIT(std::exit(choose_in_this_process(name.c_str(), name)), testing::ExitedWithCode(0), "") << name;
    }
}

TEST(KernelDispatch, UnknownNameIsLoggedAndIgnored) {
    const std::string_view best = kernel_tables().front()->name;
    const auto choose_unknown = [&] {
        set_log_sink(count_warnings);
        const int wrong = choose_in_this_process("QUANTUM", best);
        return wrong == 0 && warnings_logged == 1 ? 0 : 1;
    };
    EXPECT_EXIT(std::exit(choose_unknown()), testing::ExitedWithCode(0), "");
}

TEST(KernelDispatch, FindsTablesByName) {
    for (const KernelTable* table : kernel_tables()) EXPECT_EQ(find_kernels(table->name), table);
    EXPECT_EQ(find_kernels("QUANTUM"), nullptr);
    EXPECT_EQ(find_kernels(""), nullptr);
}

}  // namespace
}  // namespace vibrant
