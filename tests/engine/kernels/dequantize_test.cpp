// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Every vector decoder against the scalar one, bit for bit.

#include "kernel_test.h"

namespace vibrant {
namespace {

class DequantizeTest : public KernelTest {
  protected:
    void expect_twin_bits(DType type, const std::byte* row, std::span<float> actual) {
        const std::size_t n = actual.size();
        std::vector<float> expected(n);
        table().dequantize_row[static_cast<std::size_t>(type)](row, n, actual.data());
        traits(type).dequantize(row, n, expected.data());
        for (std::size_t i = 0; i < n; ++i) {
            ASSERT_PRED2(same, actual[i], expected[i]) << traits(type).name << " of " << n << " values, at " << i;
        }
    }
};

TEST_P(DequantizeTest, GivesTheBitsOfTheTwinAtEveryLength) {
    for (DType type : all_types()) {
        for (std::size_t n : lengths_of(type)) {
            for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
                const Guarded<std::byte> row(random_weights(type, n, rng), flush);
                const Guarded<float> out(n, flush);
                expect_twin_bits(type, row.data(), {out.data(), n});
            }
        }
    }
}

TEST_P(DequantizeTest, RowsNeedNoAlignment) {
    for (DType type : all_types()) {
        const std::size_t n = lengths_of(type).back();
        const std::vector<std::byte> row = random_weights(type, n, rng);
        std::vector<float> out(n);
        for (std::size_t shift : {1u, 2u, 3u, 5u}) {
            std::vector<std::byte> moved(row.size() + shift);
            std::memcpy(moved.data() + shift, row.data(), row.size());
            expect_twin_bits(type, moved.data() + shift, out);
        }
    }
}

// Denormal, extreme, infinite and NaN scales come out as the scalar decoder has them.
TEST_P(DequantizeTest, AnyScaleIsDecoded) {
    constexpr f16_bits kFactors[] = {0x0000, 0x8000, 0x0001, 0x8001, 0x03FF, 0x0400, 0x7BFF,
                                     0xFBFF, 0x7C00, 0xFC00, 0x7E00, 0xFE01, 0x3C00};
    for (DType type : all_types()) {
        const DTypeTraits& row = traits(type);
        const std::vector<std::size_t> offsets = factor_offsets(type);
        if (offsets.empty()) continue;
        for (f16_bits first : kFactors) {
            for (f16_bits second : kFactors) {
                std::vector<std::byte> block = random_weights(type, row.block_values, rng);
                set_factor(block.data(), offsets.front(), first);
                set_factor(block.data(), offsets.back(), offsets.size() > 1 ? second : first);
                std::vector<float> out(row.block_values);
                expect_twin_bits(type, block.data(), out);
            }
        }
    }
}

// Each byte of a block runs through all its values with the others at random: no combination of
// bits that share a byte is left out.
TEST_P(DequantizeTest, EveryByteValueIsDecoded) {
    for (DType type : all_types()) {
        const DTypeTraits& row = traits(type);
        const std::vector<std::size_t> offsets = factor_offsets(type);
        if (offsets.empty()) continue;
        std::vector<std::byte> block = random_weights(type, row.block_values, rng);
        std::vector<float> out(row.block_values);
        for (std::size_t at = 0; at < block.size(); ++at) {
            const auto in_factor = [&](std::size_t offset) { return at == offset || at == offset + 1; };
            if (std::ranges::any_of(offsets, in_factor)) continue;
            for (unsigned value = 0; value < 256; ++value) {
                block[at] = static_cast<std::byte>(value);
                expect_twin_bits(type, block.data(), out);
                if (HasFatalFailure()) return;
            }
        }
    }
}

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(DequantizeTest);

}  // namespace
}  // namespace vibrant
