// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// rms_norm, rope, swiglu, add and max against their twins.

#include <limits>
#include <numbers>

#include "kernel_test.h"
#include "tolerances.h"

namespace vibrant {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

class ElementwiseTest : public KernelTest {};

TEST_P(ElementwiseTest, RmsNormMatchesItsTwin) {
    for (std::size_t n : kAwkwardLengths) {
        for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
            const Guarded<float> x(normal(n, 3), flush), weight(normal(n), flush), out(n, flush);
            std::vector<float> expected(n);
            twin().rms_norm(x.data(), weight.data(), n, 1e-6f, expected.data());
            table().rms_norm(x.data(), weight.data(), n, 1e-6f, out.data());
            for (std::size_t i = 0; i < n; ++i) {
                ASSERT_NEAR(out[i], expected[i], tolerance::kRmsNorm * std::abs(expected[i])) << n << " at " << i;
            }
            table().rms_norm(x.data(), weight.data(), n, 1e-6f, x.data());
            for (std::size_t i = 0; i < n; ++i) ASSERT_EQ(x[i], out[i]) << "in place, " << n << " at " << i;
        }
    }
}

TEST_P(ElementwiseTest, RmsNormByHand) {
    const float x[] = {3, -4, 0, 0}, weight[] = {2, 1, 5, 1};  // mean of squares 6.25
    float out[4];
    table().rms_norm(x, weight, 4, 0, out);
    EXPECT_FLOAT_EQ(out[0], 2.4f);
    EXPECT_FLOAT_EQ(out[1], -1.6f);
    EXPECT_EQ(out[2], 0);
    const float zeros[4] = {};
    table().rms_norm(zeros, weight, 4, 1e-6f, out);  // eps keeps the root away from 0
    for (float value : out) EXPECT_EQ(value, 0);
}

TEST_P(ElementwiseTest, RmsNormPassesNaNOn) {
    std::vector<float> x = normal(37), weight = normal(37), out(37);
    x[36] = kNaN;
    table().rms_norm(x.data(), weight.data(), x.size(), 1e-6f, out.data());
    for (float value : out) EXPECT_TRUE(std::isnan(value));
}

TEST_P(ElementwiseTest, RopeMatchesItsTwin) {
    for (std::size_t half : {1u, 2u, 3u, 7u, 8u, 15u, 16u, 17u, 31u, 32u, 33u, 64u, 128u}) {
        std::vector<float> cosines, sines;
        for (float angle : normal(half, 10)) {
            cosines.push_back(std::cos(angle));
            sines.push_back(std::sin(angle));
        }
        for (const auto rope : {&KernelTable::rope_neox, &KernelTable::rope_norm}) {
            for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
                const Guarded<float> head(normal(2 * half), flush), cos(cosines, flush), sin(sines, flush);
                std::vector<float> expected(head.data(), head.data() + 2 * half);
                float largest = 0;
                for (float value : expected) largest = std::max(largest, std::abs(value));
                (twin().*rope)(expected.data(), cos.data(), sin.data(), 2 * half);
                (table().*rope)(head.data(), cos.data(), sin.data(), 2 * half);
                for (std::size_t i = 0; i < 2 * half; ++i) {
                    ASSERT_NEAR(head[i], expected[i], tolerance::kRope * 2 * largest) << half << " pairs, at " << i;
                }
            }
        }
    }
}

TEST_P(ElementwiseTest, RopeByHand) {
    const float cos[] = {0, 1}, sin[] = {1, 0};  // a quarter turn for the first pair, none for the second
    float neox[] = {1, 2, 3, 4, 5}, norm[] = {1, 2, 3, 4, 5};
    table().rope_neox(neox, cos, sin, 4);
    table().rope_norm(norm, cos, sin, 4);
    const float expected_neox[] = {-3, 2, 1, 4, 5}, expected_norm[] = {-2, 1, 3, 4, 5};
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(neox[i], expected_neox[i]) << i;  // values past n_rot stay
        EXPECT_EQ(norm[i], expected_norm[i]) << i;
    }
}

TEST_P(ElementwiseTest, SwigluMatchesItsTwin) {
    for (std::size_t n : kAwkwardLengths) {
        for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
            const Guarded<float> gate(normal(n, 4), flush), up(normal(n), flush), out(n, flush);
            std::vector<float> expected(n);
            twin().swiglu(gate.data(), up.data(), n, expected.data());
            table().swiglu(gate.data(), up.data(), n, out.data());
            for (std::size_t i = 0; i < n; ++i) {
                ASSERT_NEAR(out[i], expected[i], tolerance::kSwiglu * std::abs(expected[i])) << n << " at " << i;
            }
            table().swiglu(gate.data(), up.data(), n, gate.data());
            for (std::size_t i = 0; i < n; ++i) ASSERT_EQ(gate[i], out[i]) << "in place, " << n << " at " << i;
        }
    }
}

// The whole range in which e^-x is a normal number, densely; the error of exp shows here undiluted
// for x << 0.
TEST_P(ElementwiseTest, SwigluHoldsItsToleranceEverywhere) {
    std::vector<float> gate;
    for (float x = -87; x < 105; x += 0.00037f) gate.push_back(x);
    const std::vector<float> up(gate.size(), 1.0f);
    std::vector<float> expected(gate.size()), actual(gate.size());
    twin().swiglu(gate.data(), up.data(), gate.size(), expected.data());
    table().swiglu(gate.data(), up.data(), gate.size(), actual.data());
    for (std::size_t i = 0; i < gate.size(); ++i) {
        ASSERT_NEAR(actual[i], expected[i], tolerance::kSwiglu * std::abs(expected[i])) << "silu of " << gate[i];
    }
}

TEST_P(ElementwiseTest, SwigluAtTheEdges) {
    const std::vector<float> gate = {0.0f, -0.0f, 100.0f, -100.0f, -200.0f, 1e38f, -1e38f, kInfinity, kNaN, 1e-40f};
    const std::vector<float> up(gate.size(), 1.0f);
    std::vector<float> out(gate.size());
    table().swiglu(gate.data(), up.data(), gate.size(), out.data());
    EXPECT_EQ(out[0], 0);
    EXPECT_EQ(out[1], 0);
    EXPECT_EQ(out[2], 100);
    EXPECT_NEAR(out[3], 0, 1e-37);
    EXPECT_NEAR(out[4], 0, 1e-37);
    EXPECT_EQ(out[5], 1e38f);
    EXPECT_EQ(out[6], 0);
    EXPECT_EQ(out[7], kInfinity);
    EXPECT_TRUE(std::isnan(out[8]));
    EXPECT_NEAR(out[9], 5e-41, 2e-45);
}

TEST_P(ElementwiseTest, AddGivesTheBitsOfItsTwin) {
    for (std::size_t n : kAwkwardLengths) {
        for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
            const Guarded<float> x(normal(n), flush), y(normal(n), flush);
            std::vector<float> expected(x.data(), x.data() + n);
            twin().add(expected.data(), y.data(), n);
            table().add(x.data(), y.data(), n);
            for (std::size_t i = 0; i < n; ++i) ASSERT_EQ(x[i], expected[i]) << n << " at " << i;
        }
    }
}

TEST_P(ElementwiseTest, MaxFindsTheLargestAtEveryPlace) {
    for (std::size_t n : kAwkwardLengths) {
        for (std::size_t at = 0; at < n; at = at < 70 ? at + 1 : at + 61) {
            const Guarded<float> x(normal(n), at % 2 ? Flush::kBegin : Flush::kEnd);
            x[at] = 100;
            ASSERT_EQ(table().max(x.data(), n), 100) << n << " at " << at;
        }
        std::vector<float> negative(n, -5);
        negative[n / 2] = -4;
        ASSERT_EQ(table().max(negative.data(), n), -4) << n;
    }
}

TEST_P(ElementwiseTest, MaxNoticesNaNAtEveryPlace) {
    for (std::size_t n : {1u, 3u, 16u, 17u, 33u, 70u}) {
        for (std::size_t at = 0; at < n; ++at) {
            std::vector<float> x = normal(n);
            x[at] = std::copysign(kNaN, at % 2 ? -1.0f : 1.0f);
            x[n - 1 - at] = at == n - 1 - at ? x[at] : kInfinity;
            ASSERT_TRUE(std::isnan(table().max(x.data(), n))) << n << " at " << at;
        }
    }
}

TEST_P(ElementwiseTest, MaxOfInfinities) {
    const std::vector<float> low(19, -kInfinity);
    EXPECT_EQ(table().max(low.data(), low.size()), -kInfinity);
    std::vector<float> high = normal(19);
    high[18] = kInfinity;
    EXPECT_EQ(table().max(high.data(), high.size()), kInfinity);
}

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(ElementwiseTest);

}  // namespace
}  // namespace vibrant
