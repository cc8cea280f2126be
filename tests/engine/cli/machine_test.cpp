// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What vibrant-cli says of the machine: instruction sets, threads, limits, and where the time goes.

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "tests/engine/cli/commands_fixture.h"

namespace vibrant::test {
namespace {

TEST_F(Commands, InspectListsKernels) {
    const JsonValue object = json({"inspect", "--kernels", "--json"});
    ASSERT_FALSE(object.at("available").empty());
    EXPECT_EQ(object.at("available").back(), "SCALAR");
    EXPECT_EQ(object.at("kernels"), object.at("available").front()) << "the best one first";
    EXPECT_NE(run_cli({"inspect", "--kernels"}).out.find("(in use)"), std::string::npos);
}

TEST_F(Commands, TheEnvironmentForcesAnInstructionSet) {
    const JsonValue all = json({"inspect", "--kernels", "--json"});
    for (const std::string name : all.at("available")) {
        ::setenv("VIBRANT_KERNELS", name.c_str(), 1);
        EXPECT_EQ(json({"inspect", "--kernels", "--json"}).at("kernels"), name);
        EXPECT_NE(run_cli({"inspect", "--kernels"}).out.find(name + "  (in use)"), std::string::npos);
        EXPECT_EQ(json({"profile", model(), "--prompt", "2", "--generate", "1", "--json"}).at("kernels"), name);
    }
    ::setenv("VIBRANT_KERNELS", "Z80", 1);
    EXPECT_EQ(json({"inspect", "--kernels", "--json"}).at("kernels"), all.at("kernels")) << "unknown: the best";
    ::unsetenv("VIBRANT_KERNELS");
}

TEST_F(Commands, BenchHoldsTheEngineAgainstTheMachine) {
    const JsonValue object = json({"bench", model(), "--prompt", "16", "--generate", "8", "--depth", "4", "--repeat",
                                   "2", "--threads", "2", "--json"});
    expect_numbers(
        object, {"prefill_tokens_per_s", "decode_tokens_per_s", "time_to_first_token_ms", "load_ms",
                 "allocations_per_token", "private_bytes", "mapped_bytes", "kv_bytes", "bandwidth_gb_per_s",
                 "bandwidth_ratio", "int8_peak_ratio", "bytes_per_token", "decode_gb_per_s", "int8_peak_gmac_per_s"});
    EXPECT_EQ(object.at("allocations_per_token"), 0);
    EXPECT_GT(object.at("prefill_tokens_per_s").get<double>(), 0);
    EXPECT_GT(object.at("decode_tokens_per_s").get<double>(), 0);
    EXPECT_GT(object.at("bandwidth_gb_per_s").get<double>(), 0);
    EXPECT_GT(object.at("int8_peak_gmac_per_s").get<double>(), 0);
    EXPECT_EQ(object.at("logits_hash").get<std::string>().size(), 16u);
    EXPECT_EQ(object.at("threads"), 2);
    EXPECT_EQ(object.at("prefill_runs_tokens_per_s").size(), 2u);
    // The same numbers come out whatever the threads and chunks.
    const JsonValue other = json({"bench", model(), "--prompt", "0", "--generate", "2", "--repeat", "1", "--threads",
                                  "1", "--prefill-chunk", "3", "--json"});
    EXPECT_EQ(other.at("logits_hash"), object.at("logits_hash"));
    EXPECT_TRUE(other.at("prefill_tokens_per_s").is_null());
    EXPECT_NE(run_cli({"bench", model(), "--prompt", "8", "--generate", "2", "--repeat", "1"}).out.find("tokens/s"),
              std::string::npos);
}

TEST_F(Commands, SayWhichThreadsWereChosenAndWhy) {
    const JsonValue asked =
        json({"bench", model(), "--prompt", "0", "--generate", "2", "--repeat", "1", "--threads", "1", "--json"});
    EXPECT_EQ(asked.at("threads_origin"), "asked for");
    EXPECT_EQ(asked.at("prefill_threads"), 1);
    EXPECT_EQ(asked.at("decode_threads"), 1);
    EXPECT_GT(asked.at("prefetch_bytes").get<double>(), 0);
    EXPECT_TRUE(asked.at("tuning_record").is_null());
    // A model of a few KiB would measure the caches.
    const JsonValue calibrated = json({"calibrate", model(), "--json"});
    EXPECT_EQ(calibrated.at("threads_origin"), "one per core");
    EXPECT_GE(calibrated.at("decode_threads").get<double>(), 1);
    EXPECT_EQ(calibrated.at("teams"), JsonValue::array());
    EXPECT_NE(run_cli({"calibrate", model()}).out.find("nothing was measured"), std::string::npos);
    for (const char* command : {"inspect", "profile"})
        EXPECT_NE(run_cli({command, model()}).out.find("decode: one per core\n"), std::string::npos) << command;
    const JsonValue profiled = json({"profile", model(), "--prompt", "4", "--generate", "2", "--json"});
    EXPECT_EQ(profiled.at("threads_origin"), "one per core");
}

TEST_F(Commands, ProfileShowsTheHotPath) {
    const JsonValue object = json({"profile", model(), "--prompt", "8", "--generate", "4", "--json"});
    for (const char* phase : {"prefill", "decode"}) {
        const auto& operations = object.at(phase).at("operations");
        ASSERT_FALSE(operations.empty());
        double share = 0;
        for (const JsonValue& row : operations) {
            expect_numbers(
                row, {"calls", "total_ms", "mean_us", "min_us", "max_us", "share", "bytes", "gb_per_s", "allocations"});
            EXPECT_FALSE(row.at("operation").get<std::string>().empty());
            if (std::string(phase) == "decode") {
                EXPECT_EQ(row.at("allocations"), 0) << row.at("operation").get<std::string>();
            }
            share += row.at("share").get<double>();
        }
        EXPECT_NEAR(share, 1.0, 1e-9);
    }
    EXPECT_NE(run_cli({"profile", model(), "--prompt", "4", "--generate", "2"}).out.find("operation"),
              std::string::npos);
}

}  // namespace
}  // namespace vibrant::test
