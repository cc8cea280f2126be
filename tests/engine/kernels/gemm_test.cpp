// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemm of every block type against its twin, and the promise that the cut of the work never shows
// in the result.

#include <limits>

#include "kernel_test.h"
#include "tolerances.h"

namespace vibrant {
namespace {

std::vector<DType> block_types() {
    std::vector<DType> types;
    for (DType type : all_types()) {
        if (is_block_type(type)) types.push_back(type);
    }
    return types;
}

// Bytes at a 64-byte boundary.
class Aligned {
  public:
    explicit Aligned(std::size_t n) : bytes_(n + 64) {}
    std::byte* data() {
        const auto at = reinterpret_cast<std::uintptr_t>(bytes_.data());
        return bytes_.data() + (round_up(at, std::uintptr_t{64}) - at);
    }

  private:
    std::vector<std::byte> bytes_;
};

// A batch of activations as a table quantises them.
class Batch {
  public:
    Batch(const KernelTable& table, const std::vector<float>& x, std::size_t n)
        : memory_(act8_bytes(n, x.size() / n)), act_(act8_at(memory_.data(), n, x.size() / n)) {
        for (std::size_t b = 0; b < x.size() / n; ++b) table.quantize_act8(x.data() + b * n, 0, n, act_, b);
    }
    const Act8& act() const { return act_; }
    // The batch without its first `b` rows.
    Act8 from(std::size_t b) const { return act_.from(b); }
    double value(std::size_t b, std::size_t i) const {
        const Act8Block& block = *act_.block(b, i / kActBlock);
        return static_cast<double>(block.scale) * block.q[i % kActBlock];
    }

  private:
    Aligned memory_;
    Act8 act_;
};

struct Problem {
    DType type;
    std::size_t n_rows, n_cols, n_batch, row_stride, y_stride;
    std::vector<std::byte> weights;
    std::vector<float> x, bias;

    GemmArgs args(const Act8& act, float* y, std::byte* scratch) const {
        return {.weights = weights.data(),
                .row_stride = row_stride,
                .n_cols = n_cols,
                .row_begin = 0,
                .row_end = n_rows,
                .x = act,
                .n_batch = n_batch,
                .bias = bias.data(),
                .y = y,
                .y_stride = y_stride,
                .scratch = scratch};
    }
};

class GemmTest : public KernelTest {
  protected:
    Problem problem(DType type, std::size_t n_rows, std::size_t n_cols, std::size_t n_batch, std::size_t gap = 0) {
        Problem p{.type = type,
                  .n_rows = n_rows,
                  .n_cols = n_cols,
                  .n_batch = n_batch,
                  .row_stride = row_bytes(type, n_cols) + gap,
                  .y_stride = n_rows + gap,
                  .weights = {},
                  .x = normal(n_batch * n_cols),
                  .bias = normal(n_rows)};
        for (std::size_t r = 0; r < n_rows; ++r) {
            const std::vector<std::byte> row = random_weights(type, n_cols, rng);
            p.weights.insert(p.weights.end(), row.begin(), row.end());
            p.weights.insert(p.weights.end(), gap, std::byte{0xFF});  // NaN in every format that has one
        }
        return p;
    }

    void run(const Problem& p, const GemmArgs& args) { table().gemm[static_cast<std::size_t>(p.type)](args); }
    std::byte* scratch() { return scratch_.data(); }

    // The result with all rows and columns in one call.
    std::vector<float> whole(const Problem& p) {
        const Batch x(table(), p.x, p.n_cols);
        std::vector<float> y(p.n_batch * p.y_stride, -1.0f);
        run(p, p.args(x.act(), y.data(), scratch()));
        return y;
    }

    void expect_twin(const Problem& p) {
        const Batch x(table(), p.x, p.n_cols);
        const std::vector<float> y = whole(p);
        std::vector<float> expected(y.size(), -1.0f), w(p.n_cols);
        twin().gemm[static_cast<std::size_t>(p.type)](p.args(x.act(), expected.data(), scratch()));
        for (std::size_t r = 0; r < p.n_rows; ++r) {
            traits(p.type).dequantize(p.weights.data() + r * p.row_stride, p.n_cols, w.data());
            for (std::size_t b = 0; b < p.n_batch; ++b) {
                double magnitude = std::abs(p.bias[r]);
                for (std::size_t i = 0; i < p.n_cols; ++i)
                    magnitude += std::abs(static_cast<double>(w[i]) * x.value(b, i));
                const std::size_t at = b * p.y_stride + r;
                ASSERT_NEAR(y[at], expected[at], tolerance::kGemm * magnitude)
                    << traits(p.type).name << " of " << p.n_cols << ", row " << r << ", column " << b;
            }
        }
    }

  private:
    Aligned scratch_{gemm_scratch_bytes(1 << 16)};
};

TEST_P(GemmTest, MatchesItsTwinAtEveryLength) {
    for (DType type : block_types()) {
        for (std::size_t n_cols : lengths_of(type)) expect_twin(problem(type, 11, n_cols, 5));
        expect_twin(problem(type, 65, 2048, 23));
    }
}

TEST_P(GemmTest, ByHand) {
    // d = 1; row 0 is 1, 2, 3, ..., 32, row 1 all -128, the smallest a block can hold.
    std::vector<std::byte> weights(2 * 34);
    for (std::size_t r = 0; r < 2; ++r) {
        set_factor(weights.data() + 34 * r, 0, 0x3C00);
        for (std::size_t i = 0; i < 32; ++i) weights[34 * r + 2 + i] = static_cast<std::byte>(r == 0 ? i + 1 : 0x80);
    }
    std::vector<float> x(3 * 32, 0.0f);
    x[0] = 127, x[31] = 1;                               // 127 * 1 + 32
    std::fill(x.begin() + 32, x.begin() + 64, -127.0f);  // -127 * 528
    x[64 + 5] = 0.5f;                                    // 0.5 * 6
    const Problem p{.type = DType::kQ8_0,
                    .n_rows = 2,
                    .n_cols = 32,
                    .n_batch = 3,
                    .row_stride = 34,
                    .y_stride = 2,
                    .weights = weights,
                    .x = x,
                    .bias = {10, 20}};
    EXPECT_EQ(whole(p), (std::vector<float>{169, -128 * 128 + 20, -127 * 528 + 10, 127 * 128 * 32 + 20, 13, -44}));
}

TEST_P(GemmTest, NoBiasIsABiasOfZero) {
    Problem p = problem(DType::kQ4_K, 9, 256, 2);
    const Batch x(table(), p.x, p.n_cols);
    std::vector<float> without(p.n_batch * p.y_stride);
    GemmArgs args = p.args(x.act(), without.data(), scratch());
    args.bias = nullptr;
    run(p, args);
    p.bias.assign(p.n_rows, 0.0f);
    EXPECT_EQ(whole(p), without);
}

// The hard promise: one column alone, seven, or many tiles of them give the same bits.
TEST_P(GemmTest, BatchNeverShows) {
    for (DType type : block_types()) {
        const Problem p = problem(type, 35, 2304, 71);
        const Batch x(table(), p.x, p.n_cols);
        const std::vector<float> expected = whole(p);
        for (std::size_t batch : {1u, 2u, 3u, 5u, 7u, 8u, 12u, 13u, 32u, 48u, 64u}) {
            std::vector<float> y(expected.size(), -1.0f);
            for (std::size_t b = 0; b < p.n_batch; b += batch) {
                GemmArgs args = p.args(x.from(b), y.data() + b * p.y_stride, scratch());
                args.n_batch = std::min(batch, p.n_batch - b);
                run(p, args);
            }
            ASSERT_EQ(y, expected) << traits(type).name << " in batches of " << batch;
        }
    }
}

TEST_P(GemmTest, RowRangesNeverShow) {
    for (DType type : block_types()) {
        const Problem p = problem(type, 101, 512, 11);
        const Batch x(table(), p.x, p.n_cols);
        const std::vector<float> expected = whole(p);
        for (std::size_t range : {1u, 5u, 8u, 16u, 17u, 31u, 48u, 64u, 100u}) {
            std::vector<float> y(expected.size(), -1.0f);
            for (std::size_t r = 0; r < p.n_rows; r += range) {
                GemmArgs args = p.args(x.act(), y.data(), scratch());
                args.row_begin = r;
                args.row_end = std::min(r + range, p.n_rows);
                run(p, args);
            }
            ASSERT_EQ(y, expected) << traits(type).name << " in ranges of " << range;
        }
    }
}

TEST_P(GemmTest, EmptyRangeWritesNothing) {
    const Problem p = problem(DType::kQ8_0, 8, 64, 3);
    const Batch x(table(), p.x, p.n_cols);
    std::vector<float> y(p.n_batch * p.y_stride, 7.0f);
    GemmArgs args = p.args(x.act(), y.data(), scratch());
    args.row_begin = args.row_end = 4;
    run(p, args);
    EXPECT_EQ(y, std::vector<float>(y.size(), 7.0f));
}

// Strides are not widths: what lies between rows is neither read into a result nor written.
TEST_P(GemmTest, StridesAreRespected) {
    for (DType type : block_types()) {
        const Problem p = problem(type, 37, 256, 9, 5);
        const std::vector<float> y = whole(p);
        for (std::size_t b = 0; b < p.n_batch; ++b) {
            for (std::size_t r = 0; r < p.y_stride; ++r) {
                const float value = y[b * p.y_stride + r];
                ASSERT_TRUE(r < p.n_rows ? std::isfinite(value) : value == -1.0f) << traits(type).name;
            }
        }
    }
}

TEST_P(GemmTest, StaysInsideItsRanges) {
    for (DType type : block_types()) {
        for (std::size_t n_cols : {lengths_of(type).front(), std::size_t{768}}) {
            for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
                for (std::size_t n_rows : {1u, 15u, 16u, 17u, 33u}) {
                    const Problem p = problem(type, n_rows, n_cols, 3);
                    const Batch x(table(), p.x, p.n_cols);
                    const Guarded<std::byte> weights(p.weights, flush),
                        inner(round_up(gemm_scratch_bytes(n_cols), std::size_t{64}), flush);
                    const Guarded<float> bias(p.bias, flush), y(p.n_batch * n_rows, flush);
                    GemmArgs args = p.args(x.act(), y.data(), inner.data());
                    args.weights = weights.data();
                    args.bias = bias.data();
                    run(p, args);
                    const std::vector<float> expected = whole(p);
                    for (std::size_t i = 0; i < expected.size(); ++i) ASSERT_EQ(y[i], expected[i]) << traits(type).name;
                }
            }
        }
    }
}

TEST_P(GemmTest, WeightsNeedNoAlignment) {
    for (DType type : block_types()) {
        const Problem p = problem(type, 9, 512, 2);
        const Batch x(table(), p.x, p.n_cols);
        const std::vector<float> expected = whole(p);
        for (std::size_t shift : {1u, 2u, 3u}) {
            std::vector<std::byte> moved(p.weights.size() + shift);
            std::memcpy(moved.data() + shift, p.weights.data(), p.weights.size());
            std::vector<float> y(expected.size());
            GemmArgs args = p.args(x.act(), y.data(), scratch());
            args.weights = moved.data() + shift;
            run(p, args);
            ASSERT_EQ(y, expected) << traits(type).name;
        }
    }
}

// Every bit of every quant and sub-block scale set, clear, or the lone sign, against activations at
// their limits: where a sum of 16 bits would saturate and a sum of 32 wrap.
TEST_P(GemmTest, ExtremeBlocksAreExact) {
    for (DType type : block_types()) {
        for (int fill : {0x00, 0xFF, 0x80, 0x7F, 0xAA, 0x55, 0xF0, 0x0F}) {
            Problem p = problem(type, 34, 512, 9);
            std::fill(p.weights.begin(), p.weights.end(), static_cast<std::byte>(fill));
            for (std::size_t at = 0; at < p.weights.size(); at += traits(type).block_bytes) {
                for (std::size_t offset : factor_offsets(type))
                    set_factor(p.weights.data() + at, offset, 0x2C00);  // 1 / 16
            }
            for (std::size_t i = 0; i < p.x.size(); ++i) {
                const std::size_t column = i / p.n_cols;
                p.x[i] = column == 0                   ? 127.0f
                         : column == 1                 ? -127.0f
                         : column == 2 && i % 2 == 0   ? -127.0f
                         : column == 3 && i % 4 < 2    ? -127.0f
                         : column == 4 && i % 32 >= 16 ? -127.0f
                                                       : 127.0f;
            }
            expect_twin(p);
        }
    }
}

// A value that isn't finite reaches the outputs that depend on it and no other.
TEST_P(GemmTest, NaNAndInfinityStayInTheirRowAndColumn) {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    for (DType type : block_types()) {
        for (float poison : {std::numeric_limits<float>::quiet_NaN(), kInfinity}) {
            Problem p = problem(type, 35, 256, 11);
            const std::vector<float> clean = whole(p);
            p.x[4 * p.n_cols + p.n_cols - 1] = poison;
            const std::vector<float> by_column = whole(p);
            for (std::size_t i = 0; i < clean.size(); ++i) {
                if (i / p.y_stride != 4)
                    ASSERT_EQ(by_column[i], clean[i]) << traits(type).name;
                else
                    ASSERT_FALSE(std::isfinite(by_column[i])) << traits(type).name;
            }
        }
        Problem p = problem(type, 35, 256, 11);
        const std::vector<float> clean = whole(p);
        set_factor(p.weights.data() + 7 * p.row_stride, factor_offsets(type).front(), f32_to_f16(kInfinity));
        const std::vector<float> by_row = whole(p);
        for (std::size_t i = 0; i < clean.size(); ++i) {
            if (i % p.y_stride != 7)
                ASSERT_EQ(by_row[i], clean[i]) << traits(type).name;
            else
                ASSERT_FALSE(std::isfinite(by_row[i])) << traits(type).name;
        }
    }
}

TEST_P(GemmTest, DenormalScalesAreNotFlushed) {
    for (DType type : block_types()) {
        Problem p = problem(type, 3, 256, 2);
        for (std::size_t at = 0; at < p.weights.size(); at += traits(type).block_bytes) {
            for (std::size_t offset : factor_offsets(type)) set_factor(p.weights.data() + at, offset, 0x0003);
        }
        p.bias.assign(p.n_rows, 0.0f);
        for (float y : whole(p)) EXPECT_NE(y, 0) << traits(type).name;
        expect_twin(p);
    }
}

TEST_P(GemmTest, OnlyBlockTypesHaveAKernel) {
    for (DType type : all_types()) {
        EXPECT_EQ(table().gemm[static_cast<std::size_t>(type)] != nullptr, is_block_type(type)) << traits(type).name;
    }
}

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(GemmTest);

}  // namespace
}  // namespace vibrant
