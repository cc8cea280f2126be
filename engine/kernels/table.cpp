// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One KernelTable per target, and the list of those that run here.

#include "engine/kernels/tables.h"

#include <cstdint>
#include <utility>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/table.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include "engine/kernels/target-inl.h"

namespace vibrant {

#ifndef VIBRANT_KERNELS_TABLE_OF
#define VIBRANT_KERNELS_TABLE_OF
// The table of a target bit; nullptr where that target isn't compiled.
template <std::int64_t kTarget>
constexpr const KernelTable* kTableOf = nullptr;
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
constexpr KernelTable make_table(std::index_sequence<kTypes...>) {
    return {
        .name = kTargetName,
        .dequantize_row = {dequantize_row<static_cast<DType>(kTypes)>...},
        .matmul = {matmul<static_cast<DType>(kTypes)>...},
        .quantize_act16 = quantize_act16,
        .quantize_act8 = quantize_act8,
        .gemv = {gemv_of<static_cast<DType>(kTypes)>()...},
        .gemm = {gemm_of<static_cast<DType>(kTypes)>()...},
        .attend_f32 = attend_f32,
        .attend_f16 = attend_f16,
        .rms_norm = rms_norm,
        .rope_neox = rope_neox,
        .rope_norm = rope_norm,
        .swiglu = swiglu,
        .add = add,
        .f32_to_f16 = to_f16,
        .max = max_value,
    };
}

constinit const KernelTable kTable = make_table(std::make_index_sequence<kDTypeCount>());

}  // namespace HWY_NAMESPACE

template <>
constexpr const KernelTable* kTableOf<HWY_TARGET> = &HWY_NAMESPACE::kTable;

}  // namespace vibrant

#if HWY_ONCE
namespace vibrant {
namespace {

template <std::size_t... kBits>
void append_supported(TableList& list, std::index_sequence<kBits...>) {
    const std::int64_t supported = hwy::SupportedTargets();
    const auto consider = [&](std::int64_t target, const KernelTable* table) {
        if (table && (supported & target)) list.append(table);
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
