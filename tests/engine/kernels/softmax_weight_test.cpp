// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// block_max and sum_weights: the same bits on every target, and the exponential they stand for.

#include <cmath>
#include <limits>

#include "kernel_test.h"

namespace vibrant {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

class SoftmaxWeightTest : public KernelTest {};

TEST(SoftmaxWeight, IsTheExponential) {
    EXPECT_EQ(softmax_weight(0.0f), std::uint64_t{1} << kWeightBits);
    EXPECT_EQ(softmax_weight(-30.0f), 0u);
    EXPECT_EQ(softmax_weight(-3e38f), 0u);
    EXPECT_EQ(softmax_weight(-kInfinity), 0u);
    EXPECT_EQ(softmax_weight(kNaN), 0u);
    double worst = 0;
    for (float x = 0; x > -30; x -= 0.0007f) {
        const double exact = std::exp(static_cast<double>(x)) * kWeightOne;
        const auto weight = static_cast<double>(softmax_weight(x));
        worst = std::max(worst, (std::abs(weight - exact) - 0.5) / exact);
    }
    EXPECT_LT(worst, 4e-6);
}

TEST_P(SoftmaxWeightTest, SumsAreTheSameBitsEverywhere) {
    for (std::size_t n = 0; n <= kWeightBlock; ++n) {
        for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
            const Guarded<float> x(normal(n, 8), flush);
            for (const float scale : {0.2f, 1.0f, 1.4f, std::numeric_limits<float>::max()}) {
                for (const float lowest : {-kInfinity, -8.0f, 0.0f, 40.0f}) {
                    EXPECT_EQ(table().sum_weights(x.data(), n, 30.0f, scale, lowest),
                              twin().sum_weights(x.data(), n, 30.0f, scale, lowest))
                        << n << " values, scale " << scale << ", from " << lowest;
                }
            }
        }
    }
}

TEST_P(SoftmaxWeightTest, SumsLeaveOutWhatIsNoNumber) {
    std::vector<float> x(kWeightBlock, 1.0f);
    EXPECT_EQ(table().sum_weights(x.data(), x.size(), 1.0f, 1.0f, -1.0f), kWeightBlock << kWeightBits);
    x[3] = kNaN;
    x[40] = -kInfinity;
    EXPECT_EQ(table().sum_weights(x.data(), x.size(), 1.0f, 1.0f, -kInfinity), (kWeightBlock - 2) << kWeightBits);
}

TEST_P(SoftmaxWeightTest, BlockMaximaMatchTheirTwin) {
    for (const std::size_t n : {1u, 5u, 63u, 64u, 65u, 127u, 128u, 129u, 1000u}) {
        for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
            std::vector<float> values = normal(n, 4);
            values[n / 2] = kNaN;
            const Guarded<float> x(values, flush);
            const std::size_t n_blocks = (n + kWeightBlock - 1) / kWeightBlock;
            const Guarded<float> out(n_blocks, flush);
            std::vector<float> expected(n_blocks);
            twin().block_max(x.data(), n, expected.data());
            table().block_max(x.data(), n, out.data());
            for (std::size_t b = 0; b < n_blocks; ++b) EXPECT_EQ(out[b], expected[b]) << n << " at " << b;
        }
    }
    float out = 0;
    table().block_max(&kNaN, 1, &out);
    EXPECT_EQ(out, -kInfinity);
}

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(SoftmaxWeightTest);

}  // namespace
}  // namespace vibrant
