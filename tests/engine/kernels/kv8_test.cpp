// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What an 8-bit cache is written with: the rotation and the rounding.

#include "attention_fixture.h"

namespace vibrant {
namespace {

class Kv8Test : public KernelTest {
  protected:
    static std::vector<std::byte> row(const KernelTable& table, const std::vector<float>& x) {
        std::vector<std::byte> row(kv_row_bytes(KvType::kInt8, x.size()));
        table.f32_to_kv8(x.data(), x.size(), row.data());
        return row;
    }
    static float scale_of(const std::vector<std::byte>& row, std::size_t n) {
        float scale;
        std::memcpy(&scale, row.data() + kv8_scale_at(n), sizeof(scale));
        return scale;
    }
};

// Rounding is defined, so the bits are the twin's.
TEST_P(Kv8Test, RowsAreTheTwins) {
    for (std::size_t n : {1u, 3u, 4u, 15u, 16u, 33u, 64u, 80u, 128u, 257u}) {
        for (float size : {1e-30f, 1.0f, 1e30f}) {
            std::vector<float> x = normal(n);
            for (float& value : x) value *= size;
            EXPECT_EQ(row(table(), x), row(twin(), x)) << n;
        }
    }
}

TEST_P(Kv8Test, ErrsByHalfAStepAtMost) {
    const std::vector<float> x = normal(128);
    const std::vector<std::byte> bytes = row(table(), x);
    const float scale = scale_of(bytes, x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        const float back = scale * static_cast<float>(static_cast<std::int8_t>(bytes[i]));
        EXPECT_NEAR(back, x[i], scale * 0.5001f);
    }
}

TEST_P(Kv8Test, ZerosDenormalsNaNAndInfinity) {
    const std::vector<float> zeros(20), tiny(20, 1e-42f);
    EXPECT_EQ(row(table(), zeros), std::vector<std::byte>(24));
    for (std::size_t i = 0; i < 20; ++i) EXPECT_EQ(row(table(), tiny)[i], std::byte{0});
    for (std::size_t at : {0u, 7u, 16u, 19u}) {
        for (float bad : {kNaN, kInfinity, -kInfinity}) {
            std::vector<float> x = normal(20);
            x[at] = bad;
            EXPECT_TRUE(std::isnan(scale_of(row(table(), x), 20))) << at;
        }
    }
}

TEST_P(Kv8Test, HadamardIsItsTwinsAndItsOwnInverse) {
    for (std::size_t n : {1u, 2u, 3u, 4u, 8u, 12u, 16u, 32u, 48u, 64u, 80u, 96u, 128u, 256u}) {
        const std::vector<float> x = normal(n);
        std::vector<float> once = x, expected = x;
        table().hadamard(once.data(), n);
        twin().hadamard(expected.data(), n);
        std::vector<float> twice = once;
        table().hadamard(twice.data(), n);
        for (std::size_t i = 0; i < n; ++i) {
            EXPECT_NEAR(once[i], expected[i], tolerance::kHadamard) << n << ", " << i;
            EXPECT_NEAR(twice[i], x[i], tolerance::kHadamard) << n << ", " << i;
        }
    }
}

// One value of 100 among values of 1 takes 6.7 of 8 bits for itself; spread, the others keep theirs.
TEST_P(Kv8Test, HadamardTakesTheEdgeOffOutliers) {
    std::vector<float> x = normal(128);
    x[77] = 100;
    const auto error = [&](bool spread) {
        std::vector<float> y = x;
        if (spread) table().hadamard(y.data(), y.size());
        const std::vector<std::byte> bytes = row(table(), y);
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] = scale_of(bytes, y.size()) * static_cast<float>(static_cast<std::int8_t>(bytes[i]));
        if (spread) table().hadamard(y.data(), y.size());
        double sum = 0;
        for (std::size_t i = 0; i < y.size(); ++i) sum += std::pow(static_cast<double>(y[i] - x[i]), 2);
        return std::sqrt(sum / static_cast<double>(y.size()));
    };
    EXPECT_LT(error(true), error(false) / 4);
}

TEST_P(Kv8Test, StaysInsideItsRanges) {
    for (std::size_t n : {1u, 7u, 16u, 33u, 48u}) {
        for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
            const std::vector<float> values = normal(n);
            const Guarded<float> x(values, flush);
            const Guarded<std::byte> out(kv_row_bytes(KvType::kInt8, n), flush);
            table().f32_to_kv8(x.data(), n, out.data());
            table().hadamard(x.data(), n);
            std::vector<float> expected = values;
            table().hadamard(expected.data(), n);
            for (std::size_t i = 0; i < n; ++i) EXPECT_EQ(x[i], expected[i]);
        }
    }
}

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(Kv8Test);

}  // namespace
}  // namespace vibrant
