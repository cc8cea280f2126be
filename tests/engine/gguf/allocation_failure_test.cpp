// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What opening a file does when there is no memory: the n-th allocation fails, for every n. And how much it allocates.

#include <gtest/gtest.h>

#include <cstdlib>
#include <new>
#include <utility>

#include "tests/engine/gguf/exercise.h"
#include "tests/engine/gguf/hostile_cases.h"
#include "tests/support/sanitized.h"
#include "tests/support/temp_dir.h"

namespace {

// Of the allocations made while `counting`: how many, how many bytes, how many not freed again, and from which one on
// they are refused.
struct Allocations {
    bool counting = false;
    std::size_t n = 0, bytes = 0, live = 0;
    std::size_t fail_from = ~std::size_t{0};  // index
};
constinit thread_local Allocations allocations;

template <class Work>
Allocations count(std::size_t fail_from, Work&& work) {
    allocations = {.counting = true, .fail_from = fail_from};
    work();
    return std::exchange(allocations, {});
}

}  // namespace

// The sanitizers have an operator new of their own, which stays; the tests are skipped there. Not
// inlined, or GCC takes the malloc and free inside for a mismatch.
#if !VIBRANT_TEST_SANITIZED
[[gnu::noinline]] void* operator new(std::size_t bytes) {
    if (allocations.counting) {
        if (allocations.n++ >= allocations.fail_from) throw std::bad_alloc();
        allocations.bytes += bytes;
        ++allocations.live;
    }
    if (void* const p = std::malloc(bytes ? bytes : 1)) return p;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* p) noexcept {
    if (allocations.counting && p) --allocations.live;
    std::free(p);
}
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept {
    operator delete(p);
}
#endif

namespace vibrant::gguf {
namespace {

constexpr std::size_t kNever = ~std::size_t{0};

class AllocationFailure : public testing::Test {
  protected:
    void SetUp() override {
        if (test::kSanitized) GTEST_SKIP() << "allocations are counted in builds without sanitizers";
    }
};
using AllocationCost = AllocationFailure;

// From the n-th on every allocation fails, so that nothing is left for the error either.
TEST_F(AllocationFailure, OpenFailsWithAnErrorWhereverItHappens) {
    const test::TempDir dir;
    test::base_model().write(dir / "m.gguf");
    const std::filesystem::path path = dir / "m.gguf";
    std::size_t failures = 0;
    for (std::size_t n = 0;; ++n) {
        std::optional<Result<std::shared_ptr<const File>>> file;
        const Allocations made = count(n, [&] { file = File::open(path); });
        if (*file) break;
        ASSERT_EQ(made.live, 0u) << "leaked when allocation " << n << " failed";
        ASSERT_EQ(file->error().code, ErrorCode::kOutOfMemory) << n << " " << file->error().text;
        ASSERT_EQ(file->error().text, "out of memory");
        ++failures;
        ASSERT_LT(n, 1000u);
    }
    EXPECT_GT(failures, 5u);
}

TEST_F(AllocationFailure, StringArrayFailsWithAnError) {
    const test::Bytes bytes = test::base_model().build();
    const auto file = File::from_bytes(bytes, "m.gguf");
    ASSERT_TRUE(file);
    for (std::size_t n = 0; n < 2; ++n) {
        std::optional<Result<std::optional<std::vector<std::string_view>>>> tokens;
        const auto counted = count(n, [&] { tokens = (*file)->string_array("tokenizer.ggml.tokens"); });
        EXPECT_EQ(tokens->has_value(), counted.n <= n);
        if (!*tokens) {
            EXPECT_EQ(tokens->error().code, ErrorCode::kOutOfMemory);
        }
    }
}

// H15 and H13: a count that the file cannot hold is refused before anything of its size is allocated.
TEST_F(AllocationCost, LyingCountsCostNothing) {
    for (const HostileCase& c : all_cases()) {
        if (c.error.empty()) continue;
        const auto counted = count(kNever, [&] { EXPECT_FALSE(File::from_bytes(c.bytes, "m.gguf")); });
        EXPECT_LT(counted.bytes, 16u << 10) << c.name;
    }
}

// Arrays stay in the mapping: a vocabulary a hundred times as large costs not one byte more to open.
TEST_F(AllocationCost, OpeningDoesNotDependOnTheSizeOfArrays) {
    const auto cost = [](std::size_t n_tokens) {
        test::GgufBuilder builder = tiny_file();
        builder.add_strings("tokens", std::vector<std::string>(n_tokens, "token"));
        builder.add_array("scores", std::vector<float>(n_tokens));
        const test::Bytes bytes = builder.build();
        return count(kNever, [&] { EXPECT_TRUE(File::from_bytes(bytes, "m.gguf")); }).bytes;
    };
    EXPECT_EQ(cost(1000), cost(100'000));
    EXPECT_LT(cost(1000), 16u << 10);
}

}  // namespace
}  // namespace vibrant::gguf
