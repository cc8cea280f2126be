// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Runs a fuzz target over its corpus: what fuzzing once found is checked by every build. An input passes if the target
// returns.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

TEST(Corpus, EveryInputReturns) {
    std::vector<std::filesystem::path> inputs;
    for (const auto& entry : std::filesystem::directory_iterator(FUZZ_CORPUS)) inputs.push_back(entry.path());
    std::ranges::sort(inputs);
    ASSERT_FALSE(inputs.empty()) << FUZZ_CORPUS;
    for (const std::filesystem::path& input : inputs) {
        SCOPED_TRACE(input);
        std::ifstream file(input, std::ios::binary);
        const std::vector<char> bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        EXPECT_EQ(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()), 0);
    }
    RecordProperty("inputs", static_cast<int>(inputs.size()));
}

TEST(Corpus, NothingIsAnInputToo) {
    EXPECT_EQ(LLVMFuzzerTestOneInput(nullptr, 0), 0);
}

}  // namespace
