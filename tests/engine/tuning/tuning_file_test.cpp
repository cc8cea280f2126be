// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/tuning/tuning_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace vibrant {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kKey = "AMD Ryzen 9 7950X; CPUs 0-31; 16 cores; no quota; AVX3_ZEN4 kernels; Q4_K weights";
constexpr MachineRecord kRecord{{.prefill = 16, .decode = 6}, {.prefetch_bytes = 4096}};

TEST(TuningText, IsWhatTheHeaderShows) {
    EXPECT_EQ(tuning_text(kKey, kRecord),
              "vibrant tuning 1\n"
              "machine AMD Ryzen 9 7950X; CPUs 0-31; 16 cores; no quota; AVX3_ZEN4 kernels; Q4_K weights\n"
              "prefill 16\n"
              "decode 6\n"
              "prefetch 4096\n");
    EXPECT_EQ(parse_tuning(tuning_text(kKey, kRecord), kKey, 16), kRecord);
}

TEST(TuningText, NothingDamagedIsBelieved) {
    const std::string good = tuning_text(kKey, kRecord);
    for (std::size_t n = 0; n < good.size(); ++n) EXPECT_FALSE(parse_tuning(good.substr(0, n), kKey, 16)) << n;
    // Whatever one byte becomes: other counts at most, and never more than there are cores.
    for (std::size_t at = 0; at < good.size(); ++at)
        for (int c = 0; c < 256; ++c) {
            std::string bad = good;
            bad[at] = static_cast<char>(c);
            const auto record = parse_tuning(bad, kKey, 16);
            if (!record) continue;
            const auto& [threads, gemv] = *record;
            ASSERT_TRUE(threads.prefill >= 1 && threads.prefill <= 16 && threads.decode >= 1 && threads.decode <= 16);
            ASSERT_TRUE(gemv.prefetch_bytes >= 1 && gemv.prefetch_bytes <= kMostPrefetchBytes);
        }
    const auto replaced = [&](std::string_view from, std::string_view to) {
        std::string text = good;
        return text.replace(text.find(from), from.size(), to);
    };
    EXPECT_FALSE(parse_tuning(replaced("tuning 1", "tuning 2"), kKey, 16)) << "another version";
    EXPECT_FALSE(parse_tuning(good, "another machine", 16));
    EXPECT_FALSE(parse_tuning(good, kKey, 15)) << "more than there are now";
    for (const std::string_view count : {"0", "-1", "99999999999999999999", "six", "", "6 ", "+6"})
        EXPECT_FALSE(parse_tuning(replaced("decode 6", "decode " + std::string(count)), kKey, 16)) << count;
    for (const std::string_view bytes : {"0", "-4096", "65537", "18446744073709551616"})
        EXPECT_FALSE(parse_tuning(replaced("prefetch 4096", "prefetch " + std::string(bytes)), kKey, 16)) << bytes;
    EXPECT_FALSE(parse_tuning(good + "\n", kKey, 16));
}

TEST(TuningKey, HoldsAllThatTheNumbersDependOn) {
    CpuTopology t{.logical = 32, .physical = 16, .quota = 0.0, .cpus = "0-31", .model = "AMD Ryzen 9 7950X"};
    EXPECT_EQ(tuning_key(t, "AVX3_ZEN4", "Q4_K"), kKey);
    const auto differs = [&](const CpuTopology& other) { return tuning_key(other, "AVX3_ZEN4", "Q4_K") != kKey; };
    for (CpuTopology other : {CpuTopology{32, 15, 0.0, t.cpus, t.model}, CpuTopology{32, 16, 2.5, t.cpus, t.model},
                              CpuTopology{32, 16, 0.0, "0-15", t.model}, CpuTopology{32, 16, 0.0, t.cpus, "x"}})
        EXPECT_TRUE(differs(other));
    t.model = "two\nlines\x01";
    EXPECT_EQ(tuning_key(t, "SCALAR", "Q8_0"),
              "two lines ; CPUs 0-31; 16 cores; no quota; SCALAR kernels; Q8_0 weights");
}

class TuningFile : public testing::Test {
  protected:
    fs::path root_ = fs::path(testing::TempDir()) / ("tuning-" + std::to_string(::getpid()));
    fs::path path_ = tuning_path(root_ / "deep" / "vibrant", kKey);

    void SetUp() override { fs::remove_all(root_); }
    void TearDown() override { fs::remove_all(root_); }
};

TEST_F(TuningFile, IsReadAsWritten) {
    EXPECT_FALSE(read_tuning(path_, kKey, 16));
    ASSERT_TRUE(write_tuning(path_, kKey, kRecord));
    EXPECT_EQ(read_tuning(path_, kKey, 16), kRecord);
    const MachineRecord other{{.prefill = 3, .decode = 2}, {.prefetch_bytes = 1024}};
    ASSERT_TRUE(write_tuning(path_, kKey, other)) << "replaces what was there";
    EXPECT_EQ(read_tuning(path_, kKey, 16), other);
    EXPECT_EQ(std::distance(fs::directory_iterator(path_.parent_path()), fs::directory_iterator{}), 1)
        << "nothing is left over";
    EXPECT_NE(tuning_path(root_, "another"), tuning_path(root_, kKey));
}

TEST_F(TuningFile, ToleratesWhateverLiesThere) {
    fs::create_directories(path_.parent_path());
    std::ofstream(path_) << std::string(1 << 20, 'x');
    EXPECT_FALSE(read_tuning(path_, kKey, 16));
    EXPECT_TRUE(write_tuning(path_, kKey, kRecord));
    fs::remove(path_);
    ASSERT_EQ(::mkfifo(path_.c_str(), 0600), 0);
    EXPECT_FALSE(read_tuning(path_, kKey, 16)) << "and does not wait for a writer";
    fs::remove(path_);
    fs::create_directory(path_);
    EXPECT_FALSE(read_tuning(path_, kKey, 16));
    EXPECT_FALSE(write_tuning(path_, kKey, kRecord));
    fs::remove_all(root_);
    fs::create_directories(root_);
    std::ofstream(root_ / "deep") << "a file where a folder should be";
    EXPECT_FALSE(write_tuning(path_, kKey, kRecord));
}

TEST(TuningFolder, FollowsTheSpecification) {
    const auto set = [](const char* name, const char* value) { value ? ::setenv(name, value, 1) : ::unsetenv(name); };
    const auto saved = [](const char* name) {
        const char* v = std::getenv(name);
        return v ? std::string(v) : std::string();
    };
    const std::string cache = saved("XDG_CACHE_HOME"), home = saved("HOME");
    set("XDG_CACHE_HOME", "/somewhere");
    EXPECT_EQ(tuning_folder(), "/somewhere/vibrant");
    set("XDG_CACHE_HOME", "relative");
    set("HOME", "/home/someone");
    EXPECT_EQ(tuning_folder(), "/home/someone/.cache/vibrant");
    set("XDG_CACHE_HOME", nullptr);
    EXPECT_EQ(tuning_folder(), "/home/someone/.cache/vibrant");
    set("HOME", nullptr);
    EXPECT_TRUE(tuning_folder().empty());
    set("XDG_CACHE_HOME", cache.empty() ? nullptr : cache.c_str());
    set("HOME", home.empty() ? nullptr : home.c_str());
}

}  // namespace
}  // namespace vibrant
