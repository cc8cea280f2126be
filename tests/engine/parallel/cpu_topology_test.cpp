// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/parallel/cpu_topology.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>

namespace vibrant {
namespace {

namespace fs = std::filesystem;

// A made-up machine: files below a temporary root, in place of / .
class FakeMachine {
  public:
    FakeMachine() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        root_ = fs::path(testing::TempDir()) / (std::string("topology-") + test->name());
        fs::remove_all(root_);
    }
    ~FakeMachine() { fs::remove_all(root_); }
    FakeMachine(const FakeMachine&) = delete;
    FakeMachine& operator=(const FakeMachine&) = delete;

    FakeMachine& file(std::string_view path, std::string_view text) {
        const fs::path full = root_ / path.substr(1);
        fs::create_directories(full.parent_path());
        std::ofstream(full) << text;
        return *this;
    }
    FakeMachine& allowed(std::string_view cpus) {
        return file("/proc/thread-self/status",
                    "Name:\tx\nCpus_allowed:\tff\nCpus_allowed_list:\t" + std::string(cpus) + "\n");
    }
    FakeMachine& online(std::string_view cpus) {
        return file("/sys/devices/system/cpu/online", std::string(cpus) + "\n");
    }
    FakeMachine& siblings(int cpu, std::string_view list) {
        return file("/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/thread_siblings_list",
                    std::string(list) + "\n");
    }
    FakeMachine& core(int cpu, int package, int id) {
        const std::string folder = "/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/";
        return file(folder + "physical_package_id", std::to_string(package) + "\n")
            .file(folder + "core_id", std::to_string(id) + "\n");
    }
    [[nodiscard]] CpuTopology read() const { return read_cpu_topology(root_.c_str()); }

  private:
    fs::path root_;
};

TEST(CpuTopology, DefaultThreads) {
    EXPECT_EQ((CpuTopology{8, 4, 0.0}).default_threads(), 4);
    EXPECT_EQ((CpuTopology{8, 4, 1.5}).default_threads(), 2);
    EXPECT_EQ((CpuTopology{8, 4, 0.1}).default_threads(), 1);
    EXPECT_EQ((CpuTopology{8, 4, 2.0}).default_threads(), 2);
    EXPECT_EQ((CpuTopology{8, 4, 1e300}).default_threads(), 4);
    EXPECT_EQ((CpuTopology{}).default_threads(), 1);
}

TEST(CpuTopology, HyperThreadsShareACore) {
    FakeMachine machine;
    machine.allowed("0-7").online("0-7");
    for (int cpu = 0; cpu < 8; ++cpu) {
        machine.siblings(cpu, std::to_string(cpu % 4) + "," + std::to_string(cpu % 4 + 4));
    }
    EXPECT_EQ(machine.read().logical, 8);
    EXPECT_EQ(machine.read().physical, 4);
}

TEST(CpuTopology, HybridProcessor) {
    // Two performance cores with two threads each, four efficiency cores with one.
    FakeMachine machine;
    machine.allowed("0-7").online("0-7").siblings(0, "0-1").siblings(1, "0-1").siblings(2, "2-3").siblings(3, "2-3");
    for (int cpu = 4; cpu < 8; ++cpu) machine.siblings(cpu, std::to_string(cpu));
    EXPECT_EQ(machine.read().physical, 6);
}

TEST(CpuTopology, AffinityMaskCutsCores) {
    FakeMachine machine;
    machine.allowed("0,4,5").online("0-7");  // both threads of core 0, one of core 1
    for (int cpu = 0; cpu < 8; ++cpu) {
        machine.siblings(cpu, std::to_string(cpu % 4) + "," + std::to_string(cpu % 4 + 4));
    }
    EXPECT_EQ(machine.read().logical, 3);
    EXPECT_EQ(machine.read().physical, 2);
}

TEST(CpuTopology, OfflineCpusDoNotCount) {
    FakeMachine machine;
    machine.allowed("0-127").online("0-1");
    EXPECT_EQ(machine.read().logical, 2);
    EXPECT_EQ(machine.read().physical, 2);  // no topology files: each CPU a core
}

TEST(CpuTopology, CoreIdsRepeatPerPackage) {
    FakeMachine machine;
    machine.allowed("0-3").online("0-3").core(0, 0, 0).core(1, 0, 0).core(2, 1, 0).core(3, 1, 0);
    EXPECT_EQ(machine.read().physical, 2);
}

TEST(CpuTopology, UnknownCoreIdsAreSeparateCores) {
    FakeMachine machine;  // some virtual machines say -1 everywhere
    machine.allowed("0-1").online("0-1").core(0, -1, -1).core(1, -1, -1);
    EXPECT_EQ(machine.read().physical, 2);
}

TEST(CpuTopology, CgroupV2TakesTheSmallestLevel) {
    FakeMachine machine;
    machine.allowed("0-7")
        .online("0-7")
        .file("/proc/self/cgroup", "0::/a.slice/b.service\n")
        .file("/sys/fs/cgroup/a.slice/b.service/cpu.max", "max 100000\n")
        .file("/sys/fs/cgroup/a.slice/cpu.max", "250000 100000\n")
        .file("/sys/fs/cgroup/cpu.max", "400000 100000\n");
    EXPECT_DOUBLE_EQ(machine.read().quota, 2.5);
    EXPECT_EQ(machine.read().default_threads(), 3);
}

TEST(CpuTopology, CgroupV2InAContainer) {
    FakeMachine machine;  // the path belongs to the host; only the mount's root is visible
    machine.allowed("0-7")
        .online("0-7")
        .file("/proc/self/cgroup", "0::/../../docker/0123\n")
        .file("/sys/fs/cgroup/cpu.max", "150000 100000\n");
    EXPECT_DOUBLE_EQ(machine.read().quota, 1.5);
}

TEST(CpuTopology, CgroupV1) {
    FakeMachine machine;
    machine.allowed("0-7")
        .online("0-7")
        .file("/proc/self/cgroup", "5:memory:/x\n4:cpu,cpuacct:/x/y\n1:name=systemd:/z\n")
        .file("/sys/fs/cgroup/cpu,cpuacct/x/y/cpu.cfs_quota_us", "-1\n")
        .file("/sys/fs/cgroup/cpu,cpuacct/x/y/cpu.cfs_period_us", "100000\n")
        .file("/sys/fs/cgroup/cpu,cpuacct/x/cpu.cfs_quota_us", "300000\n")
        .file("/sys/fs/cgroup/cpu,cpuacct/x/cpu.cfs_period_us", "100000\n");
    EXPECT_DOUBLE_EQ(machine.read().quota, 3.0);
}

TEST(CpuTopology, NonsenseFilesAreIgnored) {
    FakeMachine machine;
    machine.allowed("0-1,,x,7-,-3,99999999999999999999,0-99999999")
        .online("0-3\n\n")
        .file("/proc/self/cgroup", "garbage\n0::/a\n:::\n")
        .file("/sys/fs/cgroup/a/cpu.max", "-5 0\n")
        .file("/sys/fs/cgroup/cpu.max", "abc");
    EXPECT_EQ(machine.read().logical, 2);
    EXPECT_EQ(machine.read().quota, 0.0);
}

TEST(CpuTopology, AMachineThatTellsNothingHasAtLeastOneCore) {
    FakeMachine machine;
    EXPECT_GE(machine.read().logical, 1);
    EXPECT_GE(machine.read().physical, 1);
    EXPECT_EQ(machine.read().quota, 0.0);
}

TEST(CpuTopology, SaysWhichCpusAndWhatTheyAre) {
    FakeMachine machine;
    machine.allowed("0-2,5,8-9")
        .online("0-8")
        .file("/proc/cpuinfo",
              "processor\t: 0\nmodel\t\t: 68\nmodel name\t: AMD EPYC 9\nprocessor\t: 1\nmodel name\t: B\n");
    EXPECT_EQ(machine.read().cpus, "0-2,5,8");
    EXPECT_EQ(machine.read().model, "AMD EPYC 9");
    machine.file(
        "/proc/cpuinfo",
        "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd0c\nprocessor\t: 1\nCPU implementer\t: 0x42\n");
    EXPECT_EQ(machine.read().model, "CPU implementer 0x41, CPU part 0xd0c");
    machine.file("/proc/cpuinfo", "");
    EXPECT_EQ(machine.read().model, "");
}

TEST(CpuTopology, MostThreadsIsWhatCanRunAtOnce) {
    EXPECT_EQ((CpuTopology{8, 4, 0.0}).most_threads(), 8);
    EXPECT_EQ((CpuTopology{8, 4, 1.5}).most_threads(), 2);
    EXPECT_EQ((CpuTopology{}).most_threads(), 1);
}

TEST(CpuTopology, ThisMachineIsPlausible) {
    const CpuTopology topology = read_cpu_topology();
    EXPECT_GE(topology.physical, 1);
    EXPECT_LE(topology.physical, topology.logical);
    EXPECT_LE(topology.logical, static_cast<int>(std::thread::hardware_concurrency()));
    EXPECT_GE(topology.default_threads(), 1);
}

}  // namespace
}  // namespace vibrant
