// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/quant/dtype.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace vibrant {
namespace {

struct ExpectedRow {
    DType type;
    std::uint32_t gguf_id;
    std::string_view name;
    std::size_t values, bytes;
};

// Written down a second time, from the format's documentation: the table must not be able to vouch
// for itself.
constexpr ExpectedRow kExpected[] = {
    {DType::kF32, 0, "F32", 1, 4},
    {DType::kF16, 1, "F16", 1, 2},
    {DType::kBF16, 30, "BF16", 1, 2},
    {DType::kQ4_0, 2, "Q4_0", 32, 18},
    {DType::kQ4_1, 3, "Q4_1", 32, 20},
    {DType::kQ5_0, 6, "Q5_0", 32, 22},
    {DType::kQ5_1, 7, "Q5_1", 32, 24},
    {DType::kQ8_0, 8, "Q8_0", 32, 34},
    {DType::kQ2_K, 10, "Q2_K", 256, 84},
    {DType::kQ3_K, 11, "Q3_K", 256, 110},
    {DType::kQ4_K, 12, "Q4_K", 256, 144},
    {DType::kQ5_K, 13, "Q5_K", 256, 176},
    {DType::kQ6_K, 14, "Q6_K", 256, 210},
    {DType::kIQ4_NL, 20, "IQ4_NL", 32, 18},
    {DType::kIQ4_XS, 23, "IQ4_XS", 256, 136},
};
static_assert(std::size(kExpected) == kDTypeCount);

TEST(DTypeTraits, EveryRowMatchesTheFormat) {
    for (const ExpectedRow& expected : kExpected) {
        const DTypeTraits& row = traits(expected.type);
        EXPECT_EQ(row.type, expected.type) << expected.name;
        EXPECT_EQ(row.gguf_id, expected.gguf_id) << expected.name;
        EXPECT_EQ(row.name, expected.name);
        EXPECT_EQ(row.block_values, expected.values) << expected.name;
        EXPECT_EQ(row.block_bytes, expected.bytes) << expected.name;
        EXPECT_NE(row.dequantize, nullptr) << expected.name;
    }
}

TEST(DTypeTraits, FileNumberFindsTheRow) {
    for (const ExpectedRow& expected : kExpected) {
        EXPECT_EQ(dtype_from_gguf(expected.gguf_id), expected.type) << expected.name;
        EXPECT_EQ(gguf_type_name(expected.gguf_id), expected.name);
        EXPECT_FALSE(is_removed_gguf_type(expected.gguf_id)) << expected.name;
    }
}

TEST(DTypeTraits, RowBytesCountsWholeBlocks) {
    EXPECT_EQ(row_bytes(DType::kF32, 7), 28u);
    EXPECT_EQ(row_bytes(DType::kQ8_0, 896), 952u);
    EXPECT_EQ(row_bytes(DType::kQ6_K, 3584), 14u * 210u);
    EXPECT_EQ(row_bytes(DType::kQ4_K, 0), 0u);
}

TEST(DTypeTraits, UnreadableTypesHaveANameButNoRow) {
    constexpr std::pair<std::uint32_t, std::string_view> kUnreadable[] = {
        {9, "Q8_1"},   {15, "Q8_K"},  {16, "IQ2_XXS"}, {19, "IQ1_S"}, {24, "I8"},   {28, "F64"},  {29, "IQ1_M"},
        {34, "TQ1_0"}, {35, "TQ2_0"}, {39, "MXFP4"},   {40, "NVFP4"}, {41, "Q1_0"}, {42, "Q2_0"},
    };
    for (const auto& [id, name] : kUnreadable) {
        EXPECT_FALSE(dtype_from_gguf(id)) << name;
        EXPECT_EQ(gguf_type_name(id), name);
        EXPECT_FALSE(is_removed_gguf_type(id)) << name;
    }
}

TEST(DTypeTraits, RemovedTypesAreKnownAsSuch) {
    for (std::uint32_t id : {4u, 5u, 31u, 32u, 33u, 36u, 37u, 38u}) {
        EXPECT_TRUE(is_removed_gguf_type(id)) << id;
        EXPECT_FALSE(dtype_from_gguf(id)) << id;
        EXPECT_FALSE(gguf_type_name(id).empty()) << id;
    }
}

TEST(DTypeTraits, NamesAreUniqueAndNumbersBeyondTheListAreNothing) {
    std::set<std::string_view> names;
    for (std::uint32_t id = 0; id <= 42; ++id) {
        EXPECT_TRUE(names.insert(gguf_type_name(id)).second) << id;
        EXPECT_FALSE(gguf_type_name(id).empty()) << id;
    }
    for (std::uint32_t id : {43u, 255u, 0x80000000u, 0xFFFFFFFFu}) {
        EXPECT_FALSE(dtype_from_gguf(id));
        EXPECT_TRUE(gguf_type_name(id).empty());
        EXPECT_FALSE(is_removed_gguf_type(id));
    }
}

}  // namespace
}  // namespace vibrant
