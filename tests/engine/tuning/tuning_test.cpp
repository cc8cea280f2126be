// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Measured once, then read: with made-up measurements, and once with real kernels on made-up weights, whose numbers are
// the machine's and not tested.

#include "engine/tuning/tuning.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "engine/kernels/kernels.h"
#include "engine/parallel/cpu_topology.h"
#include "engine/tuning/calibrate.h"
#include "engine/tuning/tuning_file.h"

namespace vibrant {
namespace {

namespace fs = std::filesystem;

int measurements = 0;
double waiting = 0.0;

Calibration fake_measurement(std::span<const Tensor>, int) {
    ++measurements;
    return {.decode = {{1, 5.0}}, .prefill = {{1, 7.0}}, .prefetch = {{2048, 5.0}, {4096, 6.0}}, .waiting = waiting};
}

class TuningTest : public testing::Test {
  protected:
    // The same rows again and again: 128 MiB of weights in 4 MiB of memory.
    static constexpr std::size_t kCols = 1024, kRows = 7282;
    std::size_t stride_ = row_bytes(DType::kQ4_K, kCols);
    std::vector<std::byte> bytes_ = std::vector<std::byte>(stride_ * kRows);
    std::vector<Tensor> matrices_ = std::vector<Tensor>(kLeastCalibrationBytes / bytes_.size() + 1,
                                                        {DType::kQ4_K, kCols, kRows, bytes_.data(), stride_});
    fs::path cache_ = fs::path(testing::TempDir()) / ("tuning-cache-" + std::to_string(::getpid()));
    int asked_ = 0;
    bool resident_ = true;

    void SetUp() override {
        fs::remove_all(cache_);
        measurements = 0;
        waiting = 0.0;
        ::setenv("XDG_CACHE_HOME", cache_.c_str(), 1);
    }
    void TearDown() override { fs::remove_all(cache_); }

    Tuning tuned(bool anew = false) {
        return tune({.threads = 0,
                     .anew = anew,
                     .matrices = matrices_,
                     .resident = [&] { return ++asked_, resident_; },
                     .measure = fake_measurement});
    }
};

TEST_F(TuningTest, IsMeasuredOnceAndThenRead) {
    const Tuning first = tuned();
    EXPECT_EQ(first.origin, Tuning::Origin::kMeasured);
    EXPECT_EQ(first.threads, (ThreadCounts{.prefill = 1, .decode = 1}));
    EXPECT_EQ(first.gemv.prefetch_bytes, 4096u);
    EXPECT_EQ(first.speeds.decode.size(), 1u);
    EXPECT_TRUE(fs::exists(first.record));
    const Tuning second = tuned();
    EXPECT_EQ(second.origin, Tuning::Origin::kStored);
    EXPECT_EQ(second.threads, first.threads);
    EXPECT_EQ(second.gemv.prefetch_bytes, 4096u);
    EXPECT_EQ(second.record, first.record);
    EXPECT_TRUE(second.speeds.decode.empty());
    EXPECT_EQ(asked_, 1) << "where the weights are is of no interest when the answer is known";
    EXPECT_EQ(tuned(true).origin, Tuning::Origin::kMeasured) << "forced";
    EXPECT_EQ(measurements, 2);
}

TEST_F(TuningTest, ADisturbedMeasurementDecidesNothing) {
    waiting = 0.3;
    const int most = read_cpu_topology().default_threads();
    for (int i = 0; i < 2; ++i) {
        const Tuning tuning = tuned();
        EXPECT_EQ(tuning.origin, Tuning::Origin::kDisturbed);
        EXPECT_EQ(tuning.threads, (ThreadCounts{.prefill = most, .decode = most}));
        EXPECT_TRUE(tuning.record.empty());
        EXPECT_FALSE(tuning.speeds.decode.empty()) << "what was seen is told";
    }
    waiting = 0.0;
    EXPECT_EQ(tuned().origin, Tuning::Origin::kMeasured);
    EXPECT_EQ(tuned().origin, Tuning::Origin::kStored);
}

TEST_F(TuningTest, MeasuresEveryNumberOfThreads) {
    const Calibration speeds = calibrate(matrices_, 3);
    ASSERT_EQ(speeds.decode.size(), 3u);
    ASSERT_EQ(speeds.prefill.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(speeds.decode[i].threads, static_cast<int>(i + 1));
        EXPECT_EQ(speeds.prefill[i].threads, static_cast<int>(i + 1));
        EXPECT_GT(speeds.decode[i].rate, 0.0);
        EXPECT_GT(speeds.prefill[i].rate, 0.0);
    }
    ASSERT_EQ(speeds.prefetch.size(), kPrefetchDistances.size());
    for (const PrefetchSpeed& speed : speeds.prefetch) EXPECT_GT(speed.rate, 0.0);
    EXPECT_GE(speeds.waiting, 0.0);
}

TEST_F(TuningTest, ADamagedFileIsMeasuredAgain) {
    (void)tuned();
    for (const auto& entry : fs::directory_iterator(cache_ / "vibrant")) std::ofstream(entry.path()) << "garbage";
    EXPECT_EQ(tuned().origin, Tuning::Origin::kMeasured);
    EXPECT_EQ(tuned().origin, Tuning::Origin::kStored) << "and mended";
}

TEST_F(TuningTest, AnUnwritableFolderIsNoError) {
    std::ofstream(cache_) << "a file";
    EXPECT_EQ(tuned().origin, Tuning::Origin::kMeasured);
    EXPECT_EQ(tuned().origin, Tuning::Origin::kMeasured);
}

TEST_F(TuningTest, WithoutWeightsInMemoryNothingIsMeasured) {
    resident_ = false;
    const int most = read_cpu_topology().default_threads();
    Tuning tuning = tuned();
    EXPECT_EQ(tuning.origin, Tuning::Origin::kDefault);
    EXPECT_EQ(tuning.threads, (ThreadCounts{.prefill = most, .decode = most}));
    matrices_.resize(1);
    resident_ = true;
    tuning = tuned(true);
    EXPECT_EQ(tuning.origin, Tuning::Origin::kDefault) << "too few to measure";
    EXPECT_FALSE(fs::exists(cache_)) << "a guess is not kept";
}

TEST_F(TuningTest, TheUsersNumberCountsUpToTheCpus) {
    const int most = read_cpu_topology().most_threads();
    for (const int wanted : {1, most, most + 1, 100'000}) {
        const Tuning tuning = tune({.threads = wanted,
                                    .anew = true,
                                    .matrices = matrices_,
                                    .resident = [] { return true; },
                                    .measure = fake_measurement});
        EXPECT_EQ(tuning.origin, Tuning::Origin::kAsked);
        EXPECT_EQ(tuning.threads, (ThreadCounts{.prefill = std::min(wanted, most), .decode = std::min(wanted, most)}));
    }
    EXPECT_FALSE(fs::exists(cache_));
}

TEST(Calibrate, WantsOneKindOfWeightsAndEnoughOfThem) {
    const std::byte some{};
    const Tensor w{DType::kQ4_K, 1024, 1u << 18, &some, 576};  // 151 MB; not read here
    EXPECT_TRUE(can_calibrate(std::vector{w}));
    EXPECT_FALSE(can_calibrate({}));
    Tensor other = w;
    other.type = DType::kQ6_K;
    EXPECT_FALSE(can_calibrate(std::vector{w, other}));
    other = w;
    other.n_cols = 512;
    EXPECT_FALSE(can_calibrate(std::vector{w, other}));
    other = w;
    other.type = DType::kF16;
    EXPECT_FALSE(can_calibrate(std::vector{other}));
    other = w;
    other.n_rows = 1000;
    EXPECT_FALSE(can_calibrate(std::vector{other}));
}

}  // namespace
}  // namespace vibrant
