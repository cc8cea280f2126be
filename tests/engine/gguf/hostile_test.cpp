// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Every row of the catalogue: refused with the text that says why (or loaded), in less than a second, with little
// memory, without a look at a byte outside the file. Under the sanitizers the same rows prove the absence of undefined
// behaviour.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <ostream>

#include "engine/memory/memory_figures.h"
#include "tests/engine/gguf/exercise.h"
#include "tests/engine/gguf/hostile_cases.h"
#include "tests/support/guarded_bytes.h"
#include "tests/support/sanitized.h"
#include "tests/support/temp_dir.h"

namespace vibrant::gguf {

void PrintTo(const HostileCase& c, std::ostream* out) {
    *out << c.name;
}

namespace {

using test::GgufBuilder;
using test::GuardedBytes;

constexpr std::uint64_t kMiB = 1 << 20;

// The best of three, so that a busy machine fails nothing. Seconds.
template <class Work>
double fastest(Work&& work) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        best = std::min(best, took.count());
    }
    return best;
}

// The most memory this process ever had resident since reset_peak(), from /proc. Bytes.
std::uint64_t peak_resident() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stoull(line.substr(6)) * 1024;
    return 0;
}
void reset_peak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

// The sanitizers' shadow memory and quarantine are not ours.
void expect_peak_below(std::uint64_t bytes) {
    if (!test::kSanitized) {
        EXPECT_LT(peak_resident(), bytes);
    }
}

class Hostile : public testing::TestWithParam<HostileCase> {};

TEST_P(Hostile, EndsAsItShould) {
    const HostileCase& c = GetParam();
    const GuardedBytes guarded(c.bytes);
    reset_peak();
    const std::uint64_t resident = process_memory().resident_bytes;
    const double seconds = fastest([&] {
        const auto file = File::from_bytes(guarded.bytes(), "test.gguf");
        if (c.error.empty()) {
            ASSERT_TRUE(file) << file.error().text;
        } else {
            ASSERT_FALSE(file);
            EXPECT_NE(file.error().text.find(c.error), std::string::npos) << file.error().text;
            check_error(file.error(), "test.gguf: ");
        }
    });
    EXPECT_LT(seconds, 1.0);
    expect_peak_below(resident + 64 * kMiB);
    std::uint64_t sum = 0;
    EXPECT_EQ(exercise(guarded.bytes(), sum), c.error.empty());
}

// The same bytes as a file on disk: the same end, and no trouble with the tail of the mapping.
TEST_P(Hostile, EndsTheSameOnDisk) {
    const HostileCase& c = GetParam();
    const test::TempDir dir;
    test::write_file(dir / "test.gguf", c.bytes);
    const auto on_disk = File::open(dir / "test.gguf");
    ASSERT_EQ(on_disk.has_value(), c.error.empty());
    if (!on_disk) {
        EXPECT_EQ(on_disk.error().text, File::from_bytes(c.bytes, "test.gguf").error().text);
    }
}

std::string case_name(const testing::TestParamInfo<HostileCase>& info) {
    return info.param.name;
}
INSTANTIATE_TEST_SUITE_P(Header, Hostile, testing::ValuesIn(header_cases()), case_name);
INSTANTIATE_TEST_SUITE_P(Metadata, Hostile, testing::ValuesIn(metadata_cases()), case_name);
INSTANTIATE_TEST_SUITE_P(Tensors, Hostile, testing::ValuesIn(tensor_cases()), case_name);

// H12: cut anywhere before the end of the tensor table, and at many places in the data.
TEST(HostileFile, EveryPrefixIsAnError) {
    const GgufBuilder base = test::base_model();
    const test::Bytes bytes = base.build();
    for (std::size_t n = 0; n < bytes.size(); n += n < base.metadata_bytes() + 64 ? 1 : 97) {
        const GuardedBytes guarded{std::span(bytes).first(n)};
        const auto file = File::from_bytes(guarded.bytes(), "test.gguf");
        ASSERT_FALSE(file) << n;
        check_error(file.error(), "test.gguf: ");
        ASSERT_EQ(file.error().code, n == 0 ? ErrorCode::kNotAModel : ErrorCode::kTruncated)
            << n << " " << file.error().text;
    }
}

// Every byte before the data set to a few telling values: whatever comes out keeps the reader's promises.
TEST(HostileFile, EveryByteSpoilt) {
    GgufBuilder small = test::base_model();
    small.set_strings("tokenizer.ggml.tokens", {"<unk>", "<s>", "</s>", "a"});
    small.tensors.resize(3);
    test::Bytes bytes = small.build();
    std::uint64_t sum = 0;
    int loaded = 0;
    for (std::size_t i = 0; i < small.metadata_bytes(); ++i) {
        const std::byte right = bytes[i];
        for (const int value : {0x00, 0x01, 0x09, 0x7F, 0x80, 0xFF, std::to_integer<int>(right) ^ 1}) {
            bytes[i] = static_cast<std::byte>(value);
            const GuardedBytes guarded(bytes);
            loaded += exercise(guarded.bytes(), sum);
        }
        bytes[i] = right;
    }
    EXPECT_GT(loaded, 1000) << "names and values may change without harm";
}

TEST(HostileFile, K14_AmplificationIsRefusedBeforeItCosts) {
    const test::TempDir dir;
    GgufBuilder file;
    file.add_raw("tokenizer.ggml.tokens", test::kArray, GgufBuilder::array_head(test::kString, 1u << 29));
    // A hole of 8 GiB: 2^29 strings of length 0.
    file.write(dir / "sparse.gguf", std::uint64_t{8} << 30);
    reset_peak();
    const std::uint64_t resident = process_memory().resident_bytes;
    EXPECT_LT(fastest([&] {
                  const auto opened = File::open(dir / "sparse.gguf");
                  ASSERT_FALSE(opened);
                  EXPECT_NE(opened.error().text.find("allowed 16777216"), std::string::npos) << opened.error().text;
                  EXPECT_NE(opened.error().text.find("array length"), std::string::npos) << opened.error().text;
              }),
              1.0);
    expect_peak_below(resident + 16 * kMiB);
}

// Each array is below the limit of arrays, all together are above the limit of the metadata. Their
// values are holes in the file: three times 2^24 numbers of 8 bytes.
TEST(HostileFile, K14_MetadataAsAWholeIsLimited) {
    const test::TempDir dir;
    constexpr std::uint64_t kCount = 1 << 24;
    GgufBuilder first;
    first.n_kv = 3;
    first.add_raw("k0", test::kArray, GgufBuilder::array_head(test::kU64, kCount));
    test::Bytes next = first.build();
    std::ofstream out(dir / "large.gguf", std::ios::binary);
    for (const std::string key : {"k1", "k2", ""}) {
        out.write(reinterpret_cast<const char*>(next.data()), static_cast<std::streamsize>(next.size()));
        out.seekp(kCount * 8, std::ios::cur);
        next.clear();
        test::append_string(next, key);
        test::append(next, test::kArray);
        for (const std::byte b : GgufBuilder::array_head(test::kU64, kCount)) next.push_back(b);
    }
    out.put(0);
    out.close();
    const auto opened = File::open(dir / "large.gguf");
    ASSERT_FALSE(opened);
    EXPECT_NE(opened.error().text.find("metadata is too large in key 'k1'"), std::string::npos) << opened.error().text;
}

TEST(HostileFile, K32_ManyKeysAreNotQuadratic) {
    GgufBuilder file = tiny_file();
    file.entries.clear();
    for (int i = 0; i < 65'536; ++i) file.add("k" + std::to_string(i), std::uint8_t{1});
    const test::Bytes bytes = file.build();
    std::uint64_t resident = process_memory().resident_bytes;
    reset_peak();
    EXPECT_LT(fastest([&] { EXPECT_TRUE(File::from_bytes(bytes, "test.gguf")); }), 1.0);
    expect_peak_below(resident + 64 * kMiB);
    file.add("one.more", std::uint8_t{1});
    const auto refused = File::from_bytes(file.build(), "test.gguf");
    EXPECT_EQ(refused.error().text,
              "test.gguf: metadata entry count is too large at byte 0x18 (found 65537, allowed 65536)");
}

// Long keys that differ in their last byte only: the worst that comparing can meet.
TEST(HostileFile, K32_KeysThatAreSlowToCompare) {
    GgufBuilder file = tiny_file();
    file.entries.clear();
    for (int i = 0; i < 4'000; ++i) file.add(std::string(10'000, 'k') + std::to_string(i), std::uint8_t{1});
    const test::Bytes bytes = file.build();
    EXPECT_LT(fastest([&] { EXPECT_TRUE(File::from_bytes(bytes, "test.gguf")); }), test::kSanitized ? 5.0 : 1.0);
}

TEST(HostileFile, K36_DescriptionBombIsCutForDisplay) {
    GgufBuilder file = tiny_file();
    std::string bomb;
    while (bomb.size() < (16 << 20) - 2) bomb += "\u202E";
    file.add("general.description", bomb);
    const test::Bytes bytes = file.build();
    const auto opened = File::from_bytes(bytes, "test.gguf");
    ASSERT_TRUE(opened);
    EXPECT_LT((*opened)->display("general.description").size(), 1000u);
    EXPECT_TRUE((*opened)->display("general.description").starts_with("\\u{202E}\\u{202E}"));
    EXPECT_EQ((*opened)->string("general.description")->value().size(), bomb.size());
}

TEST(HostileFile, T22_ManyTensorsAreNotQuadratic) {
    GgufBuilder file = tiny_file();
    file.tensors.clear();
    const test::Bytes data(32);
    for (int i = 0; i < 65'536; ++i) file.add_tensor("t" + std::to_string(i), {8}, test::kF32, data);
    test::Bytes bytes = file.build();
    EXPECT_LT(fastest([&] { EXPECT_TRUE(File::from_bytes(bytes, "test.gguf")); }), 1.0);
    file.add_tensor("one.more", {8}, test::kF32, data);
    bytes = file.build();
    EXPECT_NE(File::from_bytes(bytes, "test.gguf").error().text.find("tensor count is too large"), std::string::npos);
}

}  // namespace
}  // namespace vibrant::gguf
