// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The scalar decoders against values decoded by the gguf Python package
// (tests/golden/quant/make_blocks.py): bit for bit, at every alignment, for every type of the
// table.

#include "engine/quant/dequantize.h"

#include <gtest/gtest.h>

#include <bit>
#include <cstring>
#include <fstream>
#include <set>
#include <vector>

#include "engine/quant/dtype.h"

namespace vibrant {
namespace {

struct Record {
    DType type;
    std::vector<std::byte> blocks;
    std::vector<float> values;
};

std::vector<Record> read_golden() {
    std::ifstream file(VIBRANT_QUANT_GOLDEN, std::ios::binary);
    std::vector<Record> records;
    std::uint32_t header[3];
    while (file.read(reinterpret_cast<char*>(header), sizeof(header))) {
        Record& record = records.emplace_back();
        record.type = dtype_from_gguf(header[0]).value();
        record.values.resize(header[1]);
        record.blocks.resize(header[2]);
        file.read(reinterpret_cast<char*>(record.blocks.data()), static_cast<std::streamsize>(header[2]));
        file.read(reinterpret_cast<char*>(record.values.data()),
                  static_cast<std::streamsize>(header[1] * sizeof(float)));
        EXPECT_TRUE(file) << "truncated fixture";
    }
    return records;
}

void expect_same_bits(const Record& expected, const std::vector<float>& actual) {
    const std::string_view name = traits(expected.type).name;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        ASSERT_EQ(std::bit_cast<std::uint32_t>(actual[i]), std::bit_cast<std::uint32_t>(expected.values[i]))
            << name << " value " << i << ": " << actual[i] << " instead of " << expected.values[i];
    }
}

TEST(Dequantize, FixtureHasEveryType) {
    std::set<DType> seen;
    for (const Record& record : read_golden()) {
        const DTypeTraits& row = traits(record.type);
        EXPECT_EQ(record.blocks.size(), row_bytes(record.type, record.values.size())) << row.name;
        EXPECT_GT(record.values.size(), row.block_values) << row.name;
        seen.insert(record.type);
    }
    EXPECT_EQ(seen.size(), kDTypeCount);
}

TEST(Dequantize, GivesTheBitsOfTheIndependentDecoder) {
    for (const Record& record : read_golden()) {
        std::vector<float> actual(record.values.size());
        traits(record.type).dequantize(record.blocks.data(), actual.size(), actual.data());
        expect_same_bits(record, actual);
    }
}

TEST(Dequantize, BlocksNeedNoAlignment) {
    for (const Record& record : read_golden()) {
        for (std::size_t offset = 1; offset < 4; ++offset) {
            std::vector<std::byte> shifted(record.blocks.size() + offset);
            std::memcpy(shifted.data() + offset, record.blocks.data(), record.blocks.size());
            std::vector<float> actual(record.values.size());
            traits(record.type).dequantize(shifted.data() + offset, actual.size(), actual.data());
            expect_same_bits(record, actual);
        }
    }
}

TEST(Dequantize, BlocksAreIndependent) {
    for (const Record& record : read_golden()) {
        const DTypeTraits& row = traits(record.type);
        std::vector<float> actual(record.values.size());
        for (std::size_t i = 0; i < actual.size(); i += row.block_values) {
            const std::byte* block = record.blocks.data() + row_bytes(record.type, i);
            row.dequantize(block, row.block_values, actual.data() + i);
        }
        expect_same_bits(record, actual);
    }
}

TEST(Dequantize, NothingIsWrittenForNoValues) {
    for (std::size_t t = 0; t < kDTypeCount; ++t) {
        traits(static_cast<DType>(t)).dequantize(nullptr, 0, nullptr);
    }
}

}  // namespace
}  // namespace vibrant
