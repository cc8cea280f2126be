// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One KernelTable per target, and the list of those that run here.

#include "engine/kernels/tables.h"

#include <cstdint>
#include <utility>

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
#elif defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/table.cpp"
#include "engine/kernels/highway_targets.h"

#include "engine/kernels/foreach_target.h"

#include "engine/kernels/target-inl.h"

namespace vibrant {

#ifndef VIBRANT_KERNELS_TABLE_OF
#define VIBRANT_KERNELS_TABLE_OF
// The table of a target bit; nullptr where that target isn't compiled.
template <std::int64_t kTarget>
constexpr const KernelTable* kTableOf = nullptr;

constexpr std::make_index_sequence<kDTypeCount> kAllTypes;
#endif

namespace HWY_NAMESPACE {

// "AVX2" of the namespace N_AVX2.
constexpr std::string_view kTargetName = std::string_view(HWY_STR(HWY_NAMESPACE)).substr(2);

template <DType kType>
constexpr auto gemv_of() -> void (*)(const GemvArgs&) {
    if constexpr (is_block_type(kType)) return gemv<kType>;
    return nullptr;
}

template <DType kType>
constexpr auto gemm_of() -> void (*)(const GemmArgs&) {
    if constexpr (is_block_type(kType)) return gemm<kType>;
    return nullptr;
}

template <std::size_t... kTypes>
constexpr KernelTable float_kernels(std::index_sequence<kTypes...>) {
    return {
        .name = kTargetName,
        .dequantize_row = {dequantize_row<static_cast<DType>(kTypes)>...},
        .matmul = {matmul<static_cast<DType>(kTypes)>...},
        .quantize_act16 = nullptr,
        .quantize_act8 = nullptr,
        .gemv = {},
        .gemm = {},
        .attend_f32 = attend_f32,
        .attend_f16 = attend_f16,
        .attend_i8 = attend_i8,
        .attend_tile_f16 = attend_tile_f16,
        .attend_tile_i8 = attend_tile_i8,
        .attend_merge = attend_merge,
        .rms_norm = rms_norm,
        .rope_neox = rope_neox,
        .rope_norm = rope_norm,
        .swiglu = swiglu,
        .add = add,
        .f32_to_f16 = to_f16,
        .f32_to_kv8 = to_kv8,
        .hadamard = hadamard,
        .max = max_value,
        .block_max = block_max,
        .sum_weights = sum_weights,
    };
}

// `table` with the integer kernels of this target, and its name. They come together: gemv reads
// what quantize_act16 wrote.
template <std::size_t... kTypes>
constexpr KernelTable with_integer_kernels(KernelTable table, std::index_sequence<kTypes...>) {
    table.name = kTargetName;
    table.quantize_act16 = quantize_act16;
    table.quantize_act8 = quantize_act8;
    ((table.gemv[kTypes] = gemv_of<static_cast<DType>(kTypes)>()), ...);
    ((table.gemm[kTypes] = gemm_of<static_cast<DType>(kTypes)>()), ...);
    return table;
}

#ifndef VIBRANT_AVX_VNNI  // that target has integer kernels only
constexpr KernelTable kTable = with_integer_kernels(float_kernels(kAllTypes), kAllTypes);
#endif

}  // namespace HWY_NAMESPACE

#ifndef VIBRANT_AVX_VNNI
template <>
constexpr const KernelTable* kTableOf<HWY_TARGET> = &HWY_NAMESPACE::kTable;
#endif

}  // namespace vibrant

#if HWY_ONCE
namespace vibrant {
namespace {

// What this processor runs of Highway's targets, with what we add to them (target-inl.h).
#if HWY_ARCH_ARM_A64 && HWY_OS_LINUX
std::int64_t supported_targets() {
    constexpr unsigned long kI8mm = 1ul << 13;  // HWCAP2_I8MM
    const bool has_i8mm = (getauxval(AT_HWCAP2) & kI8mm) != 0;
    return hwy::SupportedTargets() & ~(has_i8mm ? 0 : HWY_NEON_BF16);
}
#else
std::int64_t supported_targets() {
    return hwy::SupportedTargets();
}
#endif

// What runs on some processors of a target and is better than its table; nullptr if nothing does.
#ifdef VIBRANT_HAS_AVX2_VNNI
constexpr KernelTable kAvx2VnniTable = N_AVX2_VNNI::with_integer_kernels(*kTableOf<HWY_AVX2>, kAllTypes);

// The processor names AVX-VNNI in leaf 7, subleaf 1. That the system saves the registers is a
// matter of AVX2.
bool has_avx_vnni() {
    constexpr unsigned kAvxVnni = 1u << 4;
    unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
    return __get_cpuid_count(7, 1, &eax, &ebx, &ecx, &edx) != 0 && (eax & kAvxVnni) != 0;
}

const KernelTable* extension_of(std::int64_t target) {
    return target == HWY_AVX2 && has_avx_vnni() ? &kAvx2VnniTable : nullptr;
}
#else
const KernelTable* extension_of(std::int64_t) {
    return nullptr;
}
#endif

template <std::size_t... kBits>
void append_supported(TableList& list, std::index_sequence<kBits...>) {
    const std::int64_t supported = supported_targets();
    const auto consider = [&](std::int64_t target, const KernelTable* table) {
        if (!table || !(supported & target)) return;
        if (const KernelTable* extension = extension_of(target)) list.append(extension);
        list.append(table);
    };
    (consider(std::int64_t{1} << kBits, kTableOf<(std::int64_t{1} << kBits)>), ...);
}

}  // namespace

// Highway numbers its targets so that a lower bit is a better target.
void append_vector_tables(TableList& list) {
    append_supported(list, std::make_index_sequence<62>());
}

}  // namespace vibrant
#endif  // HWY_ONCE
