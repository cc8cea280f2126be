// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gemv of every block format against its twin, at its extremes, and the promise that the cut of the
// work never shows in the result.

#include <limits>

#include "kernel_test.h"
#include "tolerances.h"

namespace vibrant {
namespace {

std::vector<DType> block_types() {
    std::vector<DType> types = all_types();
    std::erase_if(types, [](DType type) { return !is_block_type(type); });
    return types;
}

// Where a block keeps its quants, and the byte that stands for the smallest.
struct QuantBytes {
    std::size_t begin, end;
    std::byte smallest{0};
};
QuantBytes quant_bytes(DType type) {
    switch (type) {
        case DType::kQ4_0:
            return {2, 18};
        case DType::kQ4_1:
            return {4, 20};
        case DType::kQ5_0:
            return {2, 22};
        case DType::kQ5_1:
            return {4, 24};
        case DType::kQ8_0:
            return {2, 34, std::byte{0x80}};
        case DType::kQ2_K:
            return {16, 80};
        case DType::kQ3_K:
            return {0, 96};
        case DType::kQ4_K:
            return {16, 144};
        case DType::kQ5_K:
            return {16, 176};
        case DType::kQ6_K:
            return {0, 192};
        case DType::kIQ4_NL:
            return {2, 18};
        case DType::kIQ4_XS:
            return {8, 136};
        default:
            return {};
    }
}

// Activations in the form of one table.
class Activations {
  public:
    Activations(const KernelTable& table, const std::vector<float>& x) : memory_(act16_bytes(x.size()) + 64) {
        const auto start = round_up(reinterpret_cast<std::uintptr_t>(memory_.data()), 64);
        act_ = act16_at(reinterpret_cast<std::byte*>(start), x.size());
        table.quantize_act16(x.data(), 0, x.size(), act_);
    }
    const Act16& get() const { return act_; }

  private:
    std::vector<std::byte> memory_;
    Act16 act_{};
};

class GemvTest : public KernelTest {
  protected:
    // Rows of one length, `gap` bytes further apart than they need be.
    struct Problem {
        DType type;
        std::size_t n_rows, n_cols, row_stride;
        std::vector<std::byte> weights;
        std::vector<float> x, bias;
    };

    Problem problem(DType type, std::size_t n_rows, std::size_t n_cols, std::size_t gap = 0) {
        Problem p{.type = type,
                  .n_rows = n_rows,
                  .n_cols = n_cols,
                  .row_stride = row_bytes(type, n_cols) + gap,
                  .weights = {},
                  .x = normal(n_cols),
                  .bias = normal(n_rows)};
        for (std::size_t r = 0; r < n_rows; ++r) {
            const std::vector<std::byte> row = random_weights(type, n_cols, rng);
            p.weights.insert(p.weights.end(), row.begin(), row.end());
            p.weights.insert(p.weights.end(), gap, std::byte{0xFF});  // NaN in every format
        }
        return p;
    }

    static GemvArgs args(const Problem& p, const Act16& x, float* y) {
        return {.weights = p.weights.data(),
                .row_stride = p.row_stride,
                .n_cols = p.n_cols,
                .row_begin = 0,
                .row_end = p.n_rows,
                .x = x,
                .bias = p.bias.data(),
                .y = y};
    }

    static void run(const KernelTable& table, const Problem& p, const GemvArgs& args) {
        table.gemv[static_cast<std::size_t>(p.type)](args);
    }

    static std::vector<float> whole(const KernelTable& table, const Problem& p) {
        const Activations x(table, p.x);
        std::vector<float> y(p.n_rows, -1.0f);
        run(table, p, args(p, x.get(), y.data()));
        return y;
    }

    // The sum of the magnitudes of everything the kernel adds for row r: the quants counted from
    // the smallest one, and what the smallest stands for.
    static double magnitude(const Problem& p, std::size_t r) {
        const DTypeTraits& type = traits(p.type);
        const std::byte* begin = p.weights.data() + r * p.row_stride;
        std::vector<std::byte> row(begin, begin + row_bytes(p.type, p.n_cols));
        std::vector<float> w(p.n_cols), smallest(p.n_cols);
        type.dequantize(row.data(), p.n_cols, w.data());
        const QuantBytes quants = quant_bytes(p.type);
        for (std::size_t at = 0; at < row.size(); at += type.block_bytes) {
            std::fill(row.begin() + static_cast<std::ptrdiff_t>(at + quants.begin),
                      row.begin() + static_cast<std::ptrdiff_t>(at + quants.end), quants.smallest);
        }
        type.dequantize(row.data(), p.n_cols, smallest.data());
        double sum = std::abs(p.bias[r]);
        for (std::size_t i = 0; i < p.n_cols; ++i) {
            sum += static_cast<double>(std::abs(p.x[i])) *
                   static_cast<double>(std::abs(w[i] - smallest[i]) + std::abs(smallest[i]));
        }
        return sum;
    }

    void expect_twin(const Problem& p, const char* what = "") {
        const std::vector<float> y = whole(table(), p), expected = whole(twin(), p);
        for (std::size_t r = 0; r < p.n_rows; ++r) {
            ASSERT_NEAR(y[r], expected[r], tolerance::kGemv * magnitude(p, r))
                << traits(p.type).name << " of " << p.n_cols << ", row " << r << ' ' << what;
        }
    }
};

TEST_P(GemvTest, EveryBlockFormatHasOne) {
    for (DType type : all_types()) {
        const bool has_one = table().gemv[static_cast<std::size_t>(type)] != nullptr;
        EXPECT_EQ(has_one, is_block_type(type)) << traits(type).name;
    }
}

TEST_P(GemvTest, MatchesItsTwinAtEveryLength) {
    for (DType type : block_types()) {
        for (std::size_t n_cols : lengths_of(type)) expect_twin(problem(type, 11, n_cols));
    }
}

// Each byte of a block runs through all its values with the others at random.
TEST_P(GemvTest, EveryByteOfABlockIsRead) {
    for (DType type : block_types()) {
        const DTypeTraits& row = traits(type);
        const std::vector<std::size_t> factors = factor_offsets(type);
        Problem p = problem(type, 256, row.block_values);
        p.bias.assign(p.n_rows, 0.0f);
        for (std::size_t at = 0; at < row.block_bytes; ++at) {
            const auto in_factor = [&](std::size_t f) { return at == f || at == f + 1; };
            if (std::ranges::any_of(factors, in_factor)) continue;
            const std::vector<std::byte> kept = p.weights;
            for (std::size_t value = 0; value < 256; ++value) {
                p.weights[value * p.row_stride + at] = static_cast<std::byte>(value);
            }
            expect_twin(p);
            if (HasFatalFailure()) return;
            p.weights = kept;
        }
    }
}

// The largest sums an integer can meet: all weight bits one way, activations of full size and one
// sign, or alternating.
TEST_P(GemvTest, ExtremesNeitherSaturateNorOverflow) {
    for (DType type : block_types()) {
        const DTypeTraits& row = traits(type);
        Problem p = problem(type, 5, 3584);
        const std::byte fills[] = {std::byte{0x00}, std::byte{0xFF}, std::byte{0x7F}, std::byte{0x80}, std::byte{0x81}};
        for (std::size_t r = 0; r < p.n_rows; ++r) {
            for (std::size_t at = 0; at < p.row_stride; at += row.block_bytes) {
                std::byte* block = p.weights.data() + r * p.row_stride + at;
                std::memset(block, static_cast<int>(fills[r]), row.block_bytes);
                for (std::size_t offset : factor_offsets(type)) set_factor(block, offset, 0x3C00);
            }
        }
        for (int pattern = 0; pattern < 6; ++pattern) {
            for (std::size_t i = 0; i < p.n_cols; ++i) {
                const float signs[] = {1,
                                       -1,
                                       i % 2 ? 1.0f : -1.0f,
                                       i % 4 / 2 ? 1.0f : -1.0f,
                                       i % 16 / 8 ? 1.0f : -1.0f,
                                       i % 32 / 16 ? 1.0f : -1.0f};
                p.x[i] = signs[pattern] * (i % 256 == 0 ? 1.0f : 0.99999f);
            }
            expect_twin(p, "at its extremes");
            if (HasFatalFailure()) return;
        }
    }
}

// Activations whose low byte is full or on the edge between the halves.
TEST_P(GemvTest, EveryLowByteOfAnActivationCounts) {
    for (DType type : block_types()) {
        Problem p = problem(type, 5, 512);
        for (std::size_t i = 0; i < p.n_cols; ++i) {
            const auto q = static_cast<int>(i) - 256 + (i % 2 ? 0x7E80 : -0x7E80);
            p.x[i] = static_cast<float>(std::clamp(q, -kAct16Max, kAct16Max));
        }
        p.x[0] = p.x[256] = kAct16Max;
        expect_twin(p);
        if (HasFatalFailure()) return;
    }
}

// Denormal, extreme and zero scales; infinities and NaN come through as NaN or infinity.
TEST_P(GemvTest, AnyScale) {
    constexpr f16_bits kFactors[] = {0x0000, 0x8000, 0x0001, 0x8001, 0x03FF, 0x0400,
                                     0x7BFF, 0xFBFF, 0x7C00, 0x7E00, 0xFE01, 0x3C00};
    for (DType type : block_types()) {
        const DTypeTraits& row = traits(type);
        for (std::size_t offset : factor_offsets(type)) {
            for (f16_bits factor : kFactors) {
                Problem p = problem(type, 1, row.block_values);
                set_factor(p.weights.data(), offset, factor);
                if ((factor & 0x7C00) == 0x7C00) {
                    EXPECT_FALSE(std::isfinite(whole(table(), p)[0])) << row.name;
                } else {
                    expect_twin(p);
                }
                if (HasFatalFailure()) return;
            }
        }
    }
}

TEST_P(GemvTest, ActivationsThatAreNoNumbersAreSeen) {
    for (DType type : block_types()) {
        for (float bad : {std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()}) {
            Problem p = problem(type, 6, 512);
            p.x[300] = bad;
            for (float y : whole(table(), p)) EXPECT_TRUE(std::isnan(y)) << traits(type).name;
        }
    }
}

TEST_P(GemvTest, NoBiasIsABiasOfZero) {
    Problem p = problem(DType::kQ4_K, 9, 256);
    const Activations x(table(), p.x);
    std::vector<float> without(p.n_rows);
    GemvArgs a = args(p, x.get(), without.data());
    a.bias = nullptr;
    run(table(), p, a);
    p.bias.assign(p.n_rows, 0.0f);
    EXPECT_EQ(whole(table(), p), without);
}

// The hard promise: a row gives the same bits whatever is computed beside it.
TEST_P(GemvTest, RowRangesNeverShow) {
    for (DType type : block_types()) {
        for (std::size_t n_cols : {std::size_t{512}, lengths_of(type)[1]}) {
            const Problem p = problem(type, 37, n_cols);
            const Activations x(table(), p.x);
            const std::vector<float> expected = whole(table(), p);
            for (std::size_t range : {1u, 2u, 3u, 4u, 5u, 8u, 9u, 16u, 33u, 36u}) {
                std::vector<float> y(expected.size(), -1.0f);
                for (std::size_t r = 0; r < p.n_rows; r += range) {
                    GemvArgs a = args(p, x.get(), y.data());
                    a.row_begin = r;
                    a.row_end = std::min(r + range, p.n_rows);
                    run(table(), p, a);
                }
                ASSERT_EQ(y, expected) << traits(type).name << " in ranges of " << range;
            }
        }
    }
}

TEST_P(GemvTest, EmptyRangeWritesNothing) {
    const Problem p = problem(DType::kQ8_0, 8, 64);
    const Activations x(table(), p.x);
    std::vector<float> y(p.n_rows, 7.0f);
    GemvArgs a = args(p, x.get(), y.data());
    a.row_begin = a.row_end = 4;
    run(table(), p, a);
    EXPECT_EQ(y, std::vector<float>(y.size(), 7.0f));
}

// Strides are not widths.
TEST_P(GemvTest, StridesAreRespected) {
    for (DType type : block_types()) expect_twin(problem(type, 10, lengths_of(type)[1], 5));
}

TEST_P(GemvTest, StaysInsideItsRanges) {
    for (DType type : block_types()) {
        const std::vector<std::size_t> lengths = lengths_of(type);
        for (std::size_t n_cols : {lengths[0], lengths[1], lengths[lengths.size() / 2]}) {
            for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
                for (std::size_t n_rows : {1u, 3u, 4u, 9u}) {
                    const Problem p = problem(type, n_rows, n_cols);
                    const Activations x(table(), p.x);
                    const Guarded<std::byte> weights(p.weights, flush);
                    const Guarded<float> bias(p.bias, flush), y(n_rows, flush);
                    GemvArgs a = args(p, x.get(), y.data());
                    a.weights = weights.data();
                    a.bias = bias.data();
                    run(table(), p, a);
                    const std::vector<float> expected = whole(table(), p);
                    ASSERT_TRUE(std::equal(expected.begin(), expected.end(), y.data()));
                }
            }
        }
    }
}

// What decode precision costs: far below the rounding of any weight format. The bound is the one
// quantized.h names, with room for a few thousand samples.
TEST_P(GemvTest, DecodePrecisionIsNearlyThatOfFloats) {
    const std::size_t n_rows = 64, n_cols = 3584;
    for (bool outliers : {false, true}) {
        Problem p = problem(DType::kQ4_K, n_rows, n_cols);
        p.bias.assign(n_rows, 0.0f);
        for (std::size_t i = 0; outliers && i < n_cols; i += 101) p.x[i] *= 30;
        const std::vector<float> y = whole(table(), p);
        std::vector<float> w(n_cols);
        double error = 0, power = 0;
        for (std::size_t r = 0; r < n_rows; ++r) {
            traits(p.type).dequantize(p.weights.data() + r * p.row_stride, n_cols, w.data());
            double dot = 0;
            for (std::size_t i = 0; i < n_cols; ++i) {
                dot += static_cast<double>(w[i]) * static_cast<double>(p.x[i]);
            }
            error += (static_cast<double>(y[r]) - dot) * (static_cast<double>(y[r]) - dot);
            power += dot * dot;
        }
        const double relative = std::sqrt(error / power);
        RecordProperty(outliers ? "relative_error_outliers" : "relative_error_gaussian", std::to_string(relative));
        EXPECT_LT(relative, outliers ? 2e-4 : 5e-5);
    }
}

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(GemvTest);

}  // namespace
}  // namespace vibrant
