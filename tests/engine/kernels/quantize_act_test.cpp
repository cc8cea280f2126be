// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Activations to integers: the same integers on every target, their errors, and what becomes of
// numbers that are none.

#include <limits>

#include "engine/kernels/quantized.h"
#include "kernel_test.h"

namespace vibrant {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

// 64-byte aligned memory of exactly the size asked for, under the eyes of the address sanitizer.
class Memory {
  public:
    explicit Memory(std::size_t bytes) : bytes_(static_cast<std::byte*>(::operator new(bytes, std::align_val_t{64}))) {
        std::memset(bytes_, 0xA5, bytes);
    }
    ~Memory() { ::operator delete(bytes_, std::align_val_t{64}); }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    std::byte* data() const { return bytes_; }

  private:
    std::byte* bytes_;
};

struct Quantized16 {
    explicit Quantized16(std::size_t n) : memory(act16_bytes(n)), act(act16_at(memory.data(), n)) {}
    Memory memory;
    Act16 act;
};
struct Quantized8 {
    Quantized8(std::size_t n, std::size_t batch)
        : memory(act8_bytes(n, batch)), act(act8_at(memory.data(), n, batch)) {}
    Memory memory;
    Act8 act;
};

class QuantizeActTest : public KernelTest {
  protected:
    // scale * q of every value, the padding included: the products with rows of Q4_1 that hold a
    // single 1. All other terms are zeros, so this is exact.
    static std::vector<float> values(const KernelTable& table, const Act16& x, std::size_t n) {
        const std::size_t n_pad = padded_cols(n), stride = row_bytes(DType::kQ4_1, n_pad);
        std::vector<std::byte> row(stride);
        std::vector<float> y(n_pad);
        for (std::size_t i = 0; i < n_pad; ++i) {
            std::byte* block = row.data() + i / 32 * 20;
            set_factor(block, 0, 0x3C00);  // 1
            std::byte& quant = block[4 + i % 16];
            quant = static_cast<std::byte>(i % 32 < 16 ? 0x01 : 0x10);
            table.gemv[static_cast<std::size_t>(DType::kQ4_1)]({.weights = row.data(),
                                                                .row_stride = stride,
                                                                .n_cols = n_pad,
                                                                .row_begin = 0,
                                                                .row_end = 1,
                                                                .x = x,
                                                                .bias = nullptr,
                                                                .y = &y[i]});
            quant = std::byte{0};
        }
        return y;
    }

    void expect_twin16(const std::vector<float>& x) {
        const std::size_t n = x.size(), groups = padded_cols(n) / kActGroup;
        const Quantized16 q(n), expected(n);
        table().quantize_act16(x.data(), 0, n, q.act);
        twin().quantize_act16(x.data(), 0, n, expected.act);
        for (std::size_t i = 0; i < groups; ++i) {
            ASSERT_TRUE(same(q.act.scale[i], expected.act.scale[i])) << n;
        }
        for (std::size_t i = 0; i < groups * 16; ++i) {
            ASSERT_EQ(q.act.sum16[i], expected.act.sum16[i]) << n << ", " << i;
        }
        for (std::size_t i = 0; i < groups * 8; ++i) {
            ASSERT_EQ(q.act.sum32[i], expected.act.sum32[i]) << n << ", " << i;
        }
        const std::vector<float> actual = values(table(), q.act, n);
        const std::vector<float> wanted = values(twin(), expected.act, n);
        for (std::size_t i = 0; i < actual.size(); ++i) {
            ASSERT_TRUE(same(actual[i], wanted[i])) << n << ", " << i << ": " << actual[i] << " and " << wanted[i];
        }
    }

    static void expect_same(const Act8Block& actual, const Act8Block& wanted, std::size_t n, std::size_t i) {
        EXPECT_TRUE(std::equal(actual.q, std::end(actual.q), wanted.q)) << n << ", " << i;
        EXPECT_TRUE(same(actual.scale, wanted.scale)) << n << ", " << i;
        EXPECT_TRUE(same(actual.sum32, wanted.sum32)) << n << ", " << i;
        EXPECT_EQ(actual.bias32, wanted.bias32) << n << ", " << i;
        for (std::size_t half : {0u, 1u}) {
            EXPECT_TRUE(same(actual.sum16[half], wanted.sum16[half])) << n << ", " << i;
            EXPECT_EQ(actual.bias16[half], wanted.bias16[half]) << n << ", " << i;
        }
    }

    void expect_twin8(const std::vector<float>& x, std::size_t batch) {
        const std::size_t n = x.size() / batch;
        const Quantized8 q(n, batch), expected(n, batch);
        for (std::size_t row = 0; row < batch; ++row) {
            table().quantize_act8(x.data() + row * n, 0, n, q.act, row);
            twin().quantize_act8(x.data() + row * n, 0, n, expected.act, row);
            for (std::size_t i = 0; i < (n + kActBlock - 1) / kActBlock; ++i) {
                expect_same(*q.act.block(row, i), *expected.act.block(row, i), n, i);
            }
        }
    }

    // Both precisions of x alone.
    void expect_twin(const std::vector<float>& x) {
        expect_twin16(x);
        expect_twin8(x, 1);
    }
};

TEST_P(QuantizeActTest, GivesTheTwinsIntegersAtEveryLength) {
    for (std::size_t n : kAwkwardLengths) {
        expect_twin16(normal(n, 3));
        expect_twin8(normal(3 * n, 3), 3);
    }
}

TEST_P(QuantizeActTest, QuantizesARowInPieces) {
    const std::size_t n = 1100;
    const std::vector<float> x = normal(n, 3);
    const std::size_t n_blocks = (n + kActBlock - 1) / kActBlock;
    const Quantized8 whole(n, 2), pieces(n, 2);
    table().quantize_act8(x.data(), 0, n, whole.act, 1);
    for (std::size_t i = 0; i < n_blocks; ++i) pieces.act.block(1, i)->scale = -1;
    // Back to front: a piece must not touch the blocks that follow it.
    const std::size_t cuts[] = {0, 32, 96, 352, 480, 992, n};
    for (std::size_t c = std::size(cuts) - 1; c-- > 0;) {
        table().quantize_act8(x.data() + cuts[c], cuts[c], cuts[c + 1], pieces.act, 1);
    }
    for (std::size_t i = 0; i < n_blocks; ++i) {
        expect_same(*pieces.act.block(1, i), *whole.act.block(1, i), n, i);
    }
}

TEST_P(QuantizeActTest, GivesTheTwinsIntegersOverTheWholeRange) {
    for (float magnitude : {0x1p-149f, 0x1p-126f, 0x1p-101f, 0x1p-100f, 0x1p-99f, 1e-20f, 1.0f, 1e20f,
                            std::numeric_limits<float>::max()}) {
        std::vector<float> x = normal(300, 0.3f);
        for (float& value : x) value = std::clamp(value, -1.0f, 1.0f) * magnitude;
        x[17] = -magnitude;
        expect_twin(x);
    }
}

TEST_P(QuantizeActTest, ZerosStayZeros) {
    std::vector<float> x(512, 0.0f);
    for (std::size_t i = 0; i < x.size(); i += 2) x[i] = -0.0f;
    expect_twin(x);
    const Quantized16 q(x.size());
    table().quantize_act16(x.data(), 0, x.size(), q.act);
    EXPECT_EQ(q.act.scale[0], 0);
    for (float value : values(table(), q.act, x.size())) ASSERT_EQ(value, 0);
}

// Halves round to even.
TEST_P(QuantizeActTest, TiesRoundToEven) {
    std::vector<float> x(256);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i) / 2 - 63.75f;
    x[0] = kAct8Max;
    x[128] = kAct16Max;
    expect_twin(x);
}

// One value that is no number takes its group with it, and no other.
TEST_P(QuantizeActTest, InfinityAndNanSpoilTheirGroupOnly) {
    for (float bad : {kInfinity, -kInfinity, kNan, -kNan}) {
        for (std::size_t at : {0u, 31u, 255u, 256u, 299u}) {
            std::vector<float> x = normal(700);
            x[at] = bad;
            expect_twin(x);
            const Quantized16 q(x.size());
            table().quantize_act16(x.data(), 0, x.size(), q.act);
            const std::vector<float> y = values(table(), q.act, x.size());
            for (std::size_t group = 0; group < 3; ++group) {
                EXPECT_EQ(std::isnan(q.act.scale[group]), group == at / kActGroup);
            }
            const Quantized8 q8(x.size(), 1);
            table().quantize_act8(x.data(), 0, x.size(), q8.act, 0);
            for (std::size_t block = 0; block < 24; ++block) {
                EXPECT_EQ(std::isnan(q8.act.block(0, block)->scale), block == at / kActBlock);
                EXPECT_EQ(std::isnan(q8.act.block(0, block)->sum32), block == at / kActBlock);
            }
        }
    }
}

// Half a step, plus the rounding of the factor and the product.
TEST_P(QuantizeActTest, ErrorsAreAtMostHalfAStep) {
    const std::vector<float> x = normal(3584);
    const Quantized16 q(x.size());
    table().quantize_act16(x.data(), 0, x.size(), q.act);
    const std::vector<float> y = values(table(), q.act, x.size());
    const Quantized8 q8(x.size(), 1);
    table().quantize_act8(x.data(), 0, x.size(), q8.act, 0);
    for (std::size_t i = 0; i < x.size(); ++i) {
        ASSERT_LE(std::abs(x[i] - y[i]), q.act.scale[i / kActGroup] * 0.51f);
        const Act8Block& block = *q8.act.block(0, i / kActBlock);
        const auto value = static_cast<float>(block.q[i % kActBlock]);
        ASSERT_LE(std::abs(x[i] - block.scale * value), block.scale * 0.5001f);
    }
}

// A row may be quantised in pieces, by whoever has just produced them.
TEST_P(QuantizeActTest, PiecesGiveTheWhole) {
    const std::vector<float> x = normal(1000);
    const Quantized16 whole(x.size()), pieces(x.size());
    table().quantize_act16(x.data(), 0, x.size(), whole.act);
    for (const auto& [begin, end] : {std::pair{768u, 1000u}, {0u, 256u}, {256u, 768u}}) {
        table().quantize_act16(x.data(), begin, end, pieces.act);
    }
    EXPECT_EQ(values(table(), pieces.act, 1000), values(table(), whole.act, 1000));
    EXPECT_TRUE(std::equal(whole.act.sum16, whole.act.sum16 + 64, pieces.act.sum16));
    EXPECT_TRUE(std::equal(whole.act.sum32, whole.act.sum32 + 32, pieces.act.sum32));
}

TEST_P(QuantizeActTest, ReadsNothingOutsideTheRow) {
    for (std::size_t n : kAwkwardLengths) {
        for (Flush flush : {Flush::kBegin, Flush::kEnd}) {
            const Guarded<float> x(normal(n), flush);
            const Guarded<std::byte> memory16(round_up(act16_bytes(n), 64));
            const Guarded<std::byte> memory8(round_up(act8_bytes(n, 2), 64));
            table().quantize_act16(x.data(), 0, n, act16_at(memory16.data(), n));
            for (std::size_t row : {0u, 1u}) {
                table().quantize_act8(x.data(), 0, n, act8_at(memory8.data(), n, 2), row);
            }
        }
    }
}

VIBRANT_INSTANTIATE_FOR_ALL_TABLES(QuantizeActTest);

// The arrays stand one behind the other, aligned, and fill their memory.
TEST(QuantizeActLayout, ArraysAreAlignedAndApart) {
    for (std::size_t n : kAwkwardLengths) {
        alignas(64) std::byte memory[64];  // addresses only
        const std::size_t n_pad = padded_cols(n);
        EXPECT_GE(n_pad, n);
        EXPECT_LT(n_pad, n + kActGroup);
        const Act16 a = act16_at(memory, n);
        const auto offset = [&](const void* array) {
            const auto at = reinterpret_cast<std::uintptr_t>(array);
            EXPECT_EQ(at % 64, 0u);
            return at - reinterpret_cast<std::uintptr_t>(memory);
        };
        EXPECT_EQ(offset(a.q), 0u);
        EXPECT_GE(offset(a.scale), offset(a.q) + n_pad * 2);
        EXPECT_GE(offset(a.sum16), offset(a.scale) + n_pad / 256 * 4);
        EXPECT_GE(offset(a.sum32), offset(a.sum16) + n_pad / 16 * 4);
        EXPECT_GE(act16_bytes(n), offset(a.sum32) + n_pad / 32 * 4);

        const Act8 b = act8_at(memory, n, 5);
        EXPECT_EQ(b.slice_stride, 5 * kActSlice);
        EXPECT_EQ(offset(b.blocks), 0u);
        EXPECT_GE(act8_bytes(n, 5), 5 * n_pad / kActBlock * sizeof(Act8Block));
        EXPECT_GE(act8_bytes(n, 5), offset(b.block(4, n_pad / kActBlock - 1)) + sizeof(Act8Block));
        EXPECT_EQ(b.from(3).block(1, 0), b.block(4, 0));
    }
}

}  // namespace
}  // namespace vibrant
