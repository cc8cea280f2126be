// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/memory/memory_figures.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "tests/support/temp_dir.h"

namespace vibrant {
namespace {

constexpr std::uint64_t kMiB = 1 << 20;

// A machine of our own making: /proc with 8 GiB available, a process of 300 MiB, of them 100 MiB data.
class Machine : public testing::Test {
  protected:
    void SetUp() override {
        put("proc/meminfo",
            "MemTotal:       16384000 kB\nMemFree:         1000000 kB\n"
            "MemAvailable:    8388608 kB\n");
        const auto pages = [](std::uint64_t mib) {
            return std::to_string(mib * kMiB / static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)));
        };
        put("proc/self/statm", pages(300) + " " + pages(50) + " " + pages(20) + " 10 0 " + pages(100) + " 0\n");
    }
    void put(std::string_view name, std::string_view text) {
        std::filesystem::create_directories((dir_ / name).parent_path());
        std::ofstream(dir_ / name) << text;
    }
    [[nodiscard]] MemorySources sources() const { return {.proc = dir_ / "proc", .cgroup = dir_ / "cgroup"}; }

  private:
    test::TempDir dir_;
};

TEST_F(Machine, CountsAvailableMemory) {
    EXPECT_EQ(available_memory(sources()), 8192 * kMiB);
}

TEST_F(Machine, KnowsNothingWithoutFiles) {
    EXPECT_EQ(available_memory({.proc = "/nowhere", .cgroup = "/nowhere"}), kNoLimit);
}

TEST_F(Machine, TheTightestGroupUpTheTreeCounts) {
    put("proc/self/cgroup", "4:memory:/old\n0::/user.slice/app.scope\n");
    put("cgroup/user.slice/memory.max", "4294967296\n");
    put("cgroup/user.slice/memory.current", "1073741824\n");
    put("cgroup/user.slice/app.scope/memory.max", "max\n");
    put("cgroup/user.slice/app.scope/memory.current", "104857600\n");
    EXPECT_EQ(available_memory(sources()), 3072 * kMiB);
    put("cgroup/user.slice/app.scope/memory.max", "209715200\n");
    EXPECT_EQ(available_memory(sources()), 100 * kMiB);
}

TEST_F(Machine, AContainerSeesItsLimitAtTheRootOfTheMount) {
    put("proc/self/cgroup", "0::/\n");
    put("cgroup/memory.max", "1073741824\n");
    put("cgroup/memory.current", "536870912\n");
    EXPECT_EQ(available_memory(sources()), 512 * kMiB);
}

TEST_F(Machine, FileCacheOfAGroupIsFree) {
    put("proc/self/cgroup", "0::/\n");
    put("cgroup/memory.max", "1073741824\n");
    put("cgroup/memory.current", "1073741824\n");
    put("cgroup/memory.stat", "anon 1000\ninactive_file 209715200\nactive_file 104857600\nslab_reclaimable 0\n");
    EXPECT_EQ(available_memory(sources()), 300 * kMiB);
}

TEST_F(Machine, AGroupOverItsLimitHasNothingLeft) {
    put("proc/self/cgroup", "0::/\n");
    put("cgroup/memory.max", "1000\n");
    put("cgroup/memory.current", "2000\n");
    EXPECT_EQ(available_memory(sources()), 0u);
}

TEST_F(Machine, APathOutsideOurNamespaceStopsAtTheMount) {
    put("proc/self/cgroup", "0::/../sibling\n");
    put("sibling/memory.max", "1\n");
    put("sibling/memory.current", "0\n");
    EXPECT_EQ(available_memory(sources()), 8192 * kMiB);
}

TEST_F(Machine, ResourceLimitsCountWhatIsUsed) {
    MemorySources limited = sources();
    limited.address_space_limit = 1000 * kMiB;
    EXPECT_EQ(available_memory(limited), 700 * kMiB);
    limited.data_limit = 400 * kMiB;
    EXPECT_EQ(available_memory(limited), 300 * kMiB);
    limited.data_limit = 50 * kMiB;
    EXPECT_EQ(available_memory(limited), 0u);
}

TEST_F(Machine, NonsenseIsNotALimit) {
    put("proc/meminfo", "MemAvailable: many kB\n");
    put("proc/self/cgroup", "rubbish");
    put("proc/self/statm", "");
    EXPECT_EQ(available_memory(sources()), kNoLimit);
}

TEST(ThisMachine, HasPlausibleFigures) {
    EXPECT_GT(available_memory(), 16 * kMiB);
    EXPECT_LT(available_memory(), std::uint64_t{1} << 50);
    const ProcessMemory memory = process_memory();
    EXPECT_GT(memory.private_bytes, 0u);
    EXPECT_GE(memory.resident_bytes, memory.private_bytes);
}

}  // namespace
}  // namespace vibrant
