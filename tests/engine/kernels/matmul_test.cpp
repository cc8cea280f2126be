// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// matmul of every type against its twin, and the promise that the cut of the work never shows in
// the result.

#include <limits>

#include "kernel_test.h"
#include "tolerances.h"

namespace vibrant {
namespace {

// Weights of one shape with room for everything a call needs. Rows are `gap` bytes further apart
// than they need be.
struct Problem {
    DType type;
    std::size_t n_rows, n_cols, n_batch, row_stride, x_stride, y_stride;
    std::vector<std::byte> weights;
    std::vector<float> x, bias;

    MatmulArgs args(float* y) const {
        return {.weights = weights.data(),
                .row_stride = row_stride,
                .n_cols = n_cols,
                .row_begin = 0,
                .row_end = n_rows,
                .x = x.data(),
                .x_stride = x_stride,
                .n_batch = n_batch,
                .bias = bias.data(),
                .y = y,
                .y_stride = y_stride};
    }
};

class MatmulTest : public KernelTest {
  protected:
    Problem problem(DType type, std::size_t n_rows, std::size_t n_cols, std::size_t n_batch, std::size_t gap = 0) {
        Problem p{.type = type,
                  .n_rows = n_rows,
                  .n_cols = n_cols,
                  .n_batch = n_batch,
                  .row_stride = row_bytes(type, n_cols) + gap,
                  .x_stride = n_cols + gap,
                  .y_stride = n_rows + gap,
                  .weights = {},
                  .x = normal(n_batch * (n_cols + gap)),
                  .bias = normal(n_rows)};
        for (std::size_t r = 0; r < n_rows; ++r) {
            const std::vector<std::byte> row = random_weights(type, n_cols, rng);
            p.weights.insert(p.weights.end(), row.begin(), row.end());
            p.weights.insert(p.weights.end(), gap, std::byte{0xFF});  // NaN in every format that has one
        }
        return p;
    }

    void run(const Problem& p, const MatmulArgs& args) { table().matmul[static_cast<std::size_t>(p.type)](args); }

    // The result with all rows and columns in one call.
    std::vector<float> whole(const Problem& p) {
        std::vector<float> y(p.n_batch * p.y_stride, -1.0f);
        run(p, p.args(y.data()));
        return y;
    }
};

TEST_P(MatmulTest, MatchesItsTwinAtEveryLength) {
    for (DType type : all_types()) {
        for (std::size_t n_cols : lengths_of(type)) {
            const Problem p = problem(type, 11, n_cols, 5);
            const std::vector<float> y = whole(p);
            std::vector<float> expected(y.size()), weights(n_cols);
            twin().matmul[static_cast<std::size_t>(type)](p.args(expected.data()));
            for (std::size_t r = 0; r < p.n_rows; ++r) {
                traits(type).dequantize(p.weights.data() + r * p.row_stride, n_cols, weights.data());
                for (std::size_t c = 0; c < p.n_batch; ++c) {
                    double magnitude = std::abs(p.bias[r]);
                    for (std::size_t i = 0; i < n_cols; ++i) {
                        magnitude += std::abs(static_cast<double>(weights[i] * p.x[c * p.x_stride + i]));
                    }
                    const std::size_t at = c * p.y_stride + r;
                    ASSERT_NEAR(y[at], expected[at], tolerance::kMatmul * magnitude)
                        << traits(type).name << " of " << n_cols << ", row " << r << ", column " << c;
                }
            }
        }
    }
}

TEST_P(MatmulTest, ByHand) {
    const float weights[] = {1, 2, 3, 4, 5, 6}, x[] = {1, 0, -1, 2, 2, 2}, bias[] = {10, 20};
    float y[4];
    table().matmul[static_cast<std::size_t>(DType::kF32)]({.weights = reinterpret_cast<const std::byte*>(weights),
                                                           .row_stride = 3 * sizeof(float),
                                                           .n_cols = 3,
                                                           .row_begin = 0,
                                                           .row_end = 2,
                                                           .x = x,
                                                           .x_stride = 3,
                                                           .n_batch = 2,
                                                           .bias = bias,
                                                           .y = y,
                                                           .y_stride = 2});
    EXPECT_EQ(y[0], 8);   // 1 - 3 + 10
    EXPECT_EQ(y[1], 18);  // 4 - 6 + 20
    EXPECT_EQ(y[2], 22);
    EXPECT_EQ(y[3], 50);
}

TEST_P(MatmulTest, NoBiasIsABiasOfZero) {
    Problem p = problem(DType::kQ4_K, 9, 256, 2);
    std::vector<float> without(p.n_batch * p.y_stride);
    MatmulArgs args = p.args(without.data());
    args.bias = nullptr;
    run(p, args);
    p.bias.assign(p.n_rows, 0.0f);
    EXPECT_EQ(whole(p), without);
}

// The hard promise: one column alone, seven, or several panels of them give the same bits.
TEST_P(MatmulTest, BatchNeverShows) {
    for (DType type : all_types()) {
        for (std::size_t n_cols : {lengths_of(type).front(), traits(type).block_values == 1 ? 777 : std::size_t{768}}) {
            const Problem p = problem(type, 13, n_cols, 101);
            const std::vector<float> expected = whole(p);
            for (std::size_t batch : {1u, 2u, 3u, 4u, 7u, 32u, 48u, 49u}) {
                std::vector<float> y(expected.size(), -1.0f);
                for (std::size_t c = 0; c < p.n_batch; c += batch) {
                    MatmulArgs args = p.args(y.data() + c * p.y_stride);
                    args.x += c * p.x_stride;
                    args.n_batch = std::min(batch, p.n_batch - c);
                    run(p, args);
                }
                ASSERT_EQ(y, expected) << traits(type).name << " of " << n_cols << " in batches of " << batch;
            }
        }
    }
}

TEST_P(MatmulTest, RowRangesNeverShow) {
    for (DType type : all_types()) {
        const Problem p = problem(type, 37, traits(type).block_values == 1 ? 259 : 512, 4);
        const std::vector<float> expected = whole(p);
        for (std::size_t range : {1u, 5u, 8u, 9u, 16u, 36u}) {
            std::vector<float> y(expected.size(), -1.0f);
            for (std::size_t r = 0; r < p.n_rows; r += range) {
                MatmulArgs args = p.args(y.data());
                args.row_begin = r;
                args.row_end = std::min(r + range, p.n_rows);
                run(p, args);
            }
            ASSERT_EQ(y, expected) << traits(type).name << " in ranges of " << range;
        }
    }
}

TEST_P(MatmulTest, EmptyRangeWritesNothing) {
    const Problem p = problem(DType::kQ8_0, 8, 64, 3);
    std::vector<float> y(p.n_batch * p.y_stride, 7.0f);
    MatmulArgs args = p.args(y.data());
    args.row_begin = args.row_end = 4;
    run(p, args);
    EXPECT_EQ(y, std::vector<float>(y.size(), 7.0f));
}

// Strides are not widths: what lies between rows is neither read into a result nor written.
TEST_P(MatmulTest, StridesAreRespected) {
    for (DType type : all_types()) {
        const Problem p = problem(type, 10, traits(type).block_values == 1 ? 35 : 256, 4, 5);
        const std::vector<float> y = whole(p);
        for (std::size_t c = 0; c < p.n_batch; ++c) {
            for (std::size_t r = 0; r < p.y_stride; ++r) {
                const float value = y[c * p.y_stride + r];
                ASSERT_TRUE(r < p.n_rows ? std::isfinite(value) : value == -1.0f) << traits(type).name;
            }
        }
    }
}

TEST_P(MatmulTest, StaysInsideItsRanges) {
    for (DType type : all_types()) {
        for (std::size_t n_cols : {lengths_of(type).front(), lengths_of(type)[lengths_of(type).size() / 2]}) {
            for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
                for (std::size_t n_rows : {1u, 7u, 8u, 9u}) {
                    const Problem p = problem(type, n_rows, n_cols, 4);
                    const Guarded<std::byte> weights(p.weights, flush);
                    const Guarded<float> x(p.x, flush), bias(p.bias, flush), y(p.n_batch * n_rows, flush);
                    MatmulArgs args = p.args(y.data());
                    args.weights = weights.data();
                    args.x = x.data();
                    args.bias = bias.data();
                    run(p, args);
                    const std::vector<float> expected = whole(p);
                    for (std::size_t i = 0; i < expected.size(); ++i) ASSERT_EQ(y[i], expected[i]) << traits(type).name;
                }
            }
        }
    }
}

TEST_P(MatmulTest, WeightsNeedNoAlignment) {
    for (DType type : all_types()) {
        const Problem p = problem(type, 9, traits(type).block_values == 1 ? 67 : 512, 2);
        const std::vector<float> expected = whole(p);
        for (std::size_t shift : {1u, 2u, 3u}) {
            std::vector<std::byte> moved(p.weights.size() + shift);
            std::memcpy(moved.data() + shift, p.weights.data(), p.weights.size());
            std::vector<float> y(expected.size());
            MatmulArgs args = p.args(y.data());
            args.weights = moved.data() + shift;
            run(p, args);
            ASSERT_EQ(y, expected) << traits(type).name;
        }
    }
}

// A value that isn't finite reaches the outputs that depend on it and no other.
TEST_P(MatmulTest, NaNAndInfinityStayInTheirRowAndColumn) {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    for (DType type : all_types()) {
        for (float poison : {std::numeric_limits<float>::quiet_NaN(), kInfinity}) {
            Problem p = problem(type, 12, traits(type).block_values == 1 ? 45 : 256, 6);
            const std::vector<float> clean = whole(p);
            p.x[4 * p.x_stride + p.n_cols - 1] = poison;
            const std::vector<float> by_column = whole(p);
            for (std::size_t i = 0; i < clean.size(); ++i) {
                if (i / p.y_stride != 4)
                    ASSERT_EQ(by_column[i], clean[i]) << traits(type).name;
                else
                    ASSERT_FALSE(std::isfinite(by_column[i])) << traits(type).name;
            }
        }
        const std::vector<std::size_t> factors = factor_offsets(type);
        if (factors.empty()) continue;
        Problem p = problem(type, 12, 256, 6);
        const std::vector<float> clean = whole(p);
        set_factor(p.weights.data() + 7 * p.row_stride, factors.front(), f32_to_f16(kInfinity));
        const std::vector<float> by_row = whole(p);
        for (std::size_t i = 0; i < clean.size(); ++i) {
            if (i % p.y_stride != 7)
                ASSERT_EQ(by_row[i], clean[i]) << traits(type).name;
            else
                ASSERT_FALSE(std::isfinite(by_row[i])) << traits(type).name;
        }
    }
}

TEST_P(MatmulTest, DenormalScalesAreNotFlushed) {
    for (DType type : all_types()) {
        const std::vector<std::size_t> factors = factor_offsets(type);
        if (factors.empty()) continue;
        Problem p = problem(type, 1, 256, 1);
        for (std::size_t at = 0; at < p.row_stride; at += traits(type).block_bytes) {
            for (std::size_t offset : factors) set_factor(p.weights.data() + at, offset, 0x0003);
        }
        p.bias[0] = 0;
        float expected = 0;
        twin().matmul[static_cast<std::size_t>(type)](p.args(&expected));
        EXPECT_NE(expected, 0) << traits(type).name;
        EXPECT_NEAR(whole(p)[0], expected, 1e-4 * std::abs(expected)) << traits(type).name;
    }
}

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(MatmulTest);

}  // namespace
}  // namespace vibrant
