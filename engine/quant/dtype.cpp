// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/quant/dtype.h"

#include "engine/base/check.h"
#include "engine/quant/blocks.h"
#include "engine/quant/dequantize.h"

namespace vibrant {
namespace {

using enum DType;

constexpr std::array<DTypeTraits, kDTypeCount> kTraits{{
    {kF32, 0, "F32", 1, sizeof(float), dequantize_f32},
    {kF16, 1, "F16", 1, sizeof(f16_bits), dequantize_f16},
    {kBF16, 30, "BF16", 1, sizeof(bf16_bits), dequantize_bf16},
    {kQ4_0, 2, "Q4_0", kLegacyBlock, sizeof(BlockQ4_0), dequantize_q4_0},
    {kQ4_1, 3, "Q4_1", kLegacyBlock, sizeof(BlockQ4_1), dequantize_q4_1},
    {kQ5_0, 6, "Q5_0", kLegacyBlock, sizeof(BlockQ5_0), dequantize_q5_0},
    {kQ5_1, 7, "Q5_1", kLegacyBlock, sizeof(BlockQ5_1), dequantize_q5_1},
    {kQ8_0, 8, "Q8_0", kLegacyBlock, sizeof(BlockQ8_0), dequantize_q8_0},
    {kQ2_K, 10, "Q2_K", kSuperBlock, sizeof(BlockQ2_K), dequantize_q2_k},
    {kQ3_K, 11, "Q3_K", kSuperBlock, sizeof(BlockQ3_K), dequantize_q3_k},
    {kQ4_K, 12, "Q4_K", kSuperBlock, sizeof(BlockQ4_K), dequantize_q4_k},
    {kQ5_K, 13, "Q5_K", kSuperBlock, sizeof(BlockQ5_K), dequantize_q5_k},
    {kQ6_K, 14, "Q6_K", kSuperBlock, sizeof(BlockQ6_K), dequantize_q6_k},
    {kIQ4_NL, 20, "IQ4_NL", kLegacyBlock, sizeof(BlockIQ4_NL), dequantize_iq4_nl},
    {kIQ4_XS, 23, "IQ4_XS", kSuperBlock, sizeof(BlockIQ4_XS), dequantize_iq4_xs},
}};

// traits() indexes the table by the enum's number.
constexpr bool rows_stand_in_enum_order() {
    for (std::size_t i = 0; i < kDTypeCount; ++i) {
        if (static_cast<std::size_t>(kTraits[i].type) != i) return false;
    }
    return true;
}
static_assert(rows_stand_in_enum_order());

struct ForeignType {
    std::uint32_t gguf_id;
    std::string_view name;
    bool removed;
};

// Every other number ggml's `enum ggml_type` has given out, so that a refusal can name the type.
constexpr ForeignType kForeignTypes[] = {
    {4, "Q4_2", true},      {5, "Q4_3", true},        {9, "Q8_1", false},       {15, "Q8_K", false},
    {16, "IQ2_XXS", false}, {17, "IQ2_XS", false},    {18, "IQ3_XXS", false},   {19, "IQ1_S", false},
    {21, "IQ3_S", false},   {22, "IQ2_S", false},     {24, "I8", false},        {25, "I16", false},
    {26, "I32", false},     {27, "I64", false},       {28, "F64", false},       {29, "IQ1_M", false},
    {31, "Q4_0_4_4", true}, {32, "Q4_0_4_8", true},   {33, "Q4_0_8_8", true},   {34, "TQ1_0", false},
    {35, "TQ2_0", false},   {36, "IQ4_NL_4_4", true}, {37, "IQ4_NL_4_8", true}, {38, "IQ4_NL_8_8", true},
    {39, "MXFP4", false},   {40, "NVFP4", false},     {41, "Q1_0", false},      {42, "Q2_0", false},
};

const ForeignType* find_foreign(std::uint32_t gguf_id) {
    for (const ForeignType& type : kForeignTypes) {
        if (type.gguf_id == gguf_id) return &type;
    }
    return nullptr;
}

}  // namespace

const DTypeTraits& traits(DType type) {
    const auto index = static_cast<std::size_t>(type);
    VIBRANT_DCHECK(index < kDTypeCount);
    return kTraits[index];
}

std::optional<DType> dtype_from_gguf(std::uint32_t gguf_id) {
    for (const DTypeTraits& row : kTraits) {
        if (row.gguf_id == gguf_id) return row.type;
    }
    return std::nullopt;
}

std::string_view gguf_type_name(std::uint32_t gguf_id) {
    if (const auto type = dtype_from_gguf(gguf_id)) return traits(*type).name;
    const ForeignType* foreign = find_foreign(gguf_id);
    return foreign ? foreign->name : std::string_view{};
}

bool is_removed_gguf_type(std::uint32_t gguf_id) {
    const ForeignType* foreign = find_foreign(gguf_id);
    return foreign && foreign->removed;
}

}  // namespace vibrant
