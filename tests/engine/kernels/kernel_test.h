// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the kernel tests share: a run per table, random inputs, memory that ends at a page nobody
// may touch.
#pragma once

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/checked.h"
#include "engine/base/half.h"
#include "engine/kernels/kernels.h"

namespace vibrant {

// A test that runs once per table of this machine, SCALAR included.
class KernelTest : public testing::TestWithParam<const KernelTable*> {
  protected:
    static const KernelTable& twin() { return *kernel_tables().back(); }
    const KernelTable& table() const { return *GetParam(); }

    std::mt19937 rng{20260801};

    std::vector<float> normal(std::size_t n, float deviation = 1) {
        std::normal_distribution<float> distribution(0, deviation);
        std::vector<float> values(n);
        for (float& value : values) value = distribution(rng);
        return values;
    }
};

#define VIBRANT_INSTANTIATE_FOR_ALL_TABLES(suite)                         \
    INSTANTIATE_TEST_SUITE_P(, suite, testing::ValuesIn(kernel_tables()), \
                             [](const auto& test) { return std::string(test.param->name); })

// `n` values between two pages without access: flush with the second (kEnd, the default) or with
// the first (kBegin), so that the smallest step outside on that side is a crash.
enum class Flush : std::uint8_t { kBegin, kEnd };

template <typename T>
class Guarded {
  public:
    explicit Guarded(std::size_t n, Flush flush = Flush::kEnd) : size_(n) {
        const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        const std::size_t inner = round_up(n * sizeof(T) + 1, page);
        mapped_ = inner + 2 * page;
        void* base = mmap(nullptr, mapped_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        EXPECT_NE(base, MAP_FAILED);
        base_ = static_cast<std::byte*>(base);
        EXPECT_EQ(mprotect(base_ + page, inner, PROT_READ | PROT_WRITE), 0);
        std::byte* first = base_ + page + (flush == Flush::kEnd ? inner - n * sizeof(T) : 0);
        data_ = reinterpret_cast<T*>(first);
    }
    Guarded(const std::vector<T>& values, Flush flush) : Guarded(values.size(), flush) {
        if (!values.empty()) std::memcpy(static_cast<void*>(data_), values.data(), values.size() * sizeof(T));
    }
    ~Guarded() { munmap(base_, mapped_); }
    Guarded(const Guarded&) = delete;
    Guarded& operator=(const Guarded&) = delete;

    T* data() const { return data_; }
    std::size_t size() const { return size_; }
    T& operator[](std::size_t i) const { return data_[i]; }

  private:
    std::byte* base_ = nullptr;
    T* data_ = nullptr;
    std::size_t size_, mapped_ = 0;
};

// Equal bits, or both NaN.
inline bool same(float a, float b) {
    return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b) || (std::isnan(a) && std::isnan(b));
}

// Row lengths from one value to a real model's width, on both sides of every vector length and
// chunk.
inline constexpr std::size_t kAwkwardLengths[] = {1,  2,  3,   7,   8,   15,  16,  17,  31,  32,  33,  63,
                                                  64, 96, 224, 255, 256, 257, 288, 512, 768, 896, 3584};

inline std::vector<std::size_t> lengths_of(DType type) {
    std::vector<std::size_t> lengths;
    for (std::size_t n : kAwkwardLengths) {
        if (n % traits(type).block_values == 0) lengths.push_back(n);
    }
    return lengths;
}

// Where a block keeps its f16 factors; empty for the types that are not blocks.
inline std::vector<std::size_t> factor_offsets(DType type) {
    switch (type) {
        case DType::kQ4_0:
        case DType::kQ5_0:
        case DType::kQ8_0:
        case DType::kIQ4_NL:
        case DType::kIQ4_XS:
            return {0};
        case DType::kQ4_1:
        case DType::kQ5_1:
        case DType::kQ4_K:
        case DType::kQ5_K:
            return {0, 2};
        case DType::kQ2_K:
            return {80, 82};
        case DType::kQ3_K:
            return {108};
        case DType::kQ6_K:
            return {208};
        default:
            return {};
    }
}

inline void set_factor(std::byte* block, std::size_t offset, f16_bits value) {
    std::memcpy(block + offset, &value, sizeof(value));
}

// `n` values of any quants and ordinary scales (or, for the plain types, normal values).
inline std::vector<std::byte> random_weights(DType type, std::size_t n, std::mt19937& rng) {
    const DTypeTraits& row = traits(type);
    std::vector<std::byte> bytes(row_bytes(type, n));
    std::normal_distribution<float> normal;
    std::uniform_real_distribution<float> factor(0.002f, 0.02f);
    if (row.block_values == 1) {
        for (std::size_t i = 0; i < n; ++i) {
            const float value = normal(rng);
            const f16_bits half = type == DType::kF16
                                      ? f32_to_f16(value)
                                      : static_cast<f16_bits>(std::bit_cast<std::uint32_t>(value) >> 16);
            const void* source = type == DType::kF32 ? static_cast<const void*>(&value) : &half;
            std::memcpy(bytes.data() + i * row.block_bytes, source, row.block_bytes);
        }
        return bytes;
    }
    for (std::byte& byte : bytes) byte = static_cast<std::byte>(rng());
    for (std::size_t at = 0; at < bytes.size(); at += row.block_bytes) {
        for (std::size_t offset : factor_offsets(type)) {
            set_factor(bytes.data() + at, offset, f32_to_f16(rng() % 2 ? factor(rng) : -factor(rng)));
        }
    }
    return bytes;
}

inline std::vector<DType> all_types() {
    std::vector<DType> types;
    for (std::size_t i = 0; i < kDTypeCount; ++i) types.push_back(static_cast<DType>(i));
    return types;
}

}  // namespace vibrant
