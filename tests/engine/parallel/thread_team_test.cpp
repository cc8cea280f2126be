// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/parallel/thread_team.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <format>
#include <fstream>
#include <numeric>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "engine/parallel/partition.h"
#include "engine/profile/profiler.h"

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
#define VIBRANT_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define VIBRANT_SANITIZED 1
#endif
#endif

namespace vibrant {
namespace {

double process_cpu_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

TEST(ThreadTeam, RunsEveryMemberOnceAndReturnsAfterAll) {
    for (int size : {1, 2, 3, 4, 9}) {
        ThreadTeam team(size);
        ASSERT_EQ(team.size(), size);
        std::vector<int> calls(static_cast<std::size_t>(size),
                               0);  // plain ints: run() itself must order them
        team.run([&](int member) { ++calls[static_cast<std::size_t>(member)]; });
        EXPECT_EQ(calls, std::vector<int>(static_cast<std::size_t>(size), 1));
    }
}

TEST(ThreadTeam, TeamOfOneRunsInlineOnTheCaller) {
    ThreadTeam team(1);
    std::thread::id seen;
    team.run([&](int member) {
        EXPECT_EQ(member, 0);
        seen = std::this_thread::get_id();
        team.barrier();  // nobody to wait for
    });
    EXPECT_EQ(seen, std::this_thread::get_id());
}

TEST(ThreadTeam, TheCallerIsMemberZero) {
    ThreadTeam team(3);
    std::thread::id zero;
    team.run([&](int member) {
        if (member == 0) zero = std::this_thread::get_id();
    });
    EXPECT_EQ(zero, std::this_thread::get_id());
}

TEST(ThreadTeam, WrongSizesBecomeOne) {
    EXPECT_EQ(ThreadTeam(0).size(), 1);
    EXPECT_EQ(ThreadTeam(-5).size(), 1);
}

TEST(ThreadTeam, SurvivesManyRuns) {
#ifdef VIBRANT_SANITIZED
    constexpr int kRuns = 10'000;
#else
    constexpr int kRuns = 100'000;
#endif
    ThreadTeam team(2);
    long sums[2] = {0, 0};
    for (int i = 0; i < kRuns; ++i) {
        team.run([&](int member) { sums[member] += i; });
    }
    EXPECT_EQ(sums[0], static_cast<long>(kRuns) * (kRuns - 1) / 2);
    EXPECT_EQ(sums[0], sums[1]);
}

// Every member writes its cell of step s, then reads all cells: a barrier that lets anybody through
// early shows.
void check_barriers(ThreadTeam& team, int steps) {
    const auto size = static_cast<std::size_t>(team.size());
    std::vector<int> cells(size, -1);
    std::atomic<int> wrong{0};
    team.run([&](int member) {
        for (int step = 0; step < steps; ++step) {
            cells[static_cast<std::size_t>(member)] = step;
            team.barrier();
            for (const int cell : cells) wrong += cell != step;
            team.barrier();
        }
    });
    EXPECT_EQ(wrong.load(), 0);
}

TEST(ThreadTeam, BarriersHoldEverybody) {
    ThreadTeam team(4);
    check_barriers(team, 2000);
    check_barriers(team, 1);
    check_barriers(team, 333);  // the barrier starts clean in every run
}

TEST(ThreadTeam, WorksWhenOversubscribed) {
    ThreadTeam team(static_cast<int>(4 * std::max(1u, std::thread::hardware_concurrency())));
    check_barriers(team, 100);
    std::atomic<int> calls{0};
    for (int i = 0; i < 200; ++i) {
        team.run([&](int) { calls.fetch_add(1, std::memory_order_relaxed); });
    }
    EXPECT_EQ(calls.load(), 200 * team.size());
}

TEST(ThreadTeam, SlowMembersAreWaitedForAsleep) {
    ThreadTeam team(3);
    bool done = false;
    const double before = process_cpu_seconds();
    team.run([&](int member) {
        if (member == 2) {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            done = true;
        }
        team.barrier();
        EXPECT_TRUE(done);
    });
    // Two members waited 0.3 s each; spinning would have cost 0.6 s of CPU time.
    EXPECT_LT(process_cpu_seconds() - before, 0.2);
}

TEST(ThreadTeam, AnIdleTeamCostsNothing) {
    ThreadTeam team(4);
    team.run([](int) {});
    const double before = process_cpu_seconds();
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_LT(process_cpu_seconds() - before, 0.1);
}

TEST(ThreadTeam, ParallelForCutsAsPartitionSays) {
    ThreadTeam team(3);
    constexpr std::size_t kPieces = Pieces(1000, 32, 3, Cut::kFine).size();
    std::vector<std::atomic<int>> hits(1000);
    std::atomic<int> calls{0}, wrong{0};
    team.parallel_for(
        1000, 32,
        [&](std::size_t begin, std::size_t end, int member) {
            bool known = false;
            for (std::size_t i = 0; i < kPieces; ++i)
                known |= piece(1000, 32, 3, Cut::kFine, i) == IndexRange{begin, end};
            wrong += !known || member < 0 || member >= 3;
            for (std::size_t i = begin; i < end; ++i) ++hits[i];
            ++calls;
        },
        Cut::kFine);
    EXPECT_EQ(wrong.load(), 0);
    EXPECT_EQ(static_cast<std::size_t>(calls.load()), kPieces);
    for (const auto& hit : hits) ASSERT_EQ(hit.load(), 1);
    // Nothing is cut smaller than the grain, and nothing is called without a share.
    calls = 0;
    team.parallel_for(5, 8, [&](std::size_t, std::size_t, int) { ++calls; });
    EXPECT_EQ(calls.load(), 1);
    team.parallel_for(0, 8, [&](std::size_t, std::size_t, int) { ++calls; });
    EXPECT_EQ(calls.load(), 1);
}

TEST(ThreadTeam, AHeldUpMemberDelaysOnePieceOnly) {
    // Whoever gets piece 0 is held up until all others are done. That ends even with one other member at work: both
    // pieces of a team of three, where the third may be slow to wake.
    ThreadTeam team(3);
    for (const Cut cut : {Cut::kEven, Cut::kFine}) {
        const auto others = static_cast<int>(Pieces(3000, 1, 3, cut).size()) - 1;
        for (int round = 0; round < 50; ++round) {
            std::atomic<int> done{0};
            team.parallel_for(
                3000, 1,
                [&](std::size_t begin, std::size_t, int) {
                    if (begin != 0)
                        ++done;
                    else
                        while (done.load() < others) std::this_thread::yield();
                },
                cut);
            EXPECT_EQ(done.load(), others);
        }
    }
}

TEST(ThreadTeam, UsesTheMembersItIsTold) {
    ThreadTeam team(4);
    EXPECT_EQ(team.capacity(), 4);
    for (const int n : {2, 4, 1, 3, 4, 2}) {
        team.use(n);
        ASSERT_EQ(team.size(), n);
        for (int round = 0; round < 200; ++round) {
            std::vector<int> calls(4, 0);
            std::vector<int> wanted(4, 0);
            std::fill_n(wanted.begin(), n, 1);
            team.run([&](int member) {
                ++calls[static_cast<std::size_t>(member)];
                team.barrier();
            });
            ASSERT_EQ(calls, wanted);
            std::atomic<int> highest{0}, sum{0};
            team.parallel_for(100, 1, [&](std::size_t begin, std::size_t end, int member) {
                for (int seen = highest; member > seen && !highest.compare_exchange_weak(seen, member);) {
                }
                sum += static_cast<int>(end - begin);
            });
            ASSERT_EQ(sum.load(), 100);
            ASSERT_LT(highest.load(), n);
        }
    }
    team.use(0);
    EXPECT_EQ(team.size(), 1);
    team.use(100);
    EXPECT_EQ(team.size(), 4);
}

TEST(ThreadTeam, CountsItsRuns) {
    ThreadTeam team(2);
    EXPECT_EQ(team.runs(), 0u);
    team.run([](int) {});
    team.parallel_for(10, 1, [](std::size_t, std::size_t, int) {});
    EXPECT_EQ(team.runs(), 2u);
}

TEST(ThreadTeam, AllocatesNothingAfterConstruction) {
    ThreadTeam team(4);
    team.run([](int) {});  // threads have started
    const auto before = allocation_count();
    std::atomic<std::size_t> total{0};
    for (int i = 0; i < 1000; ++i) {
        team.parallel_for(64, 1, [&](std::size_t begin, std::size_t end, int) { total += end - begin; });
        team.run([&](int) { team.barrier(); });
    }
    EXPECT_EQ(allocation_count() - before, 0u);
    EXPECT_EQ(total.load(), 64'000u);
}

#if defined(__linux__)
TEST(ThreadTeam, WorkersRunAtLowerPriority) {
    ThreadTeam team(2);
    int nice[2] = {-100, -100};
    team.run([&](int member) { nice[member] = getpriority(PRIO_PROCESS, static_cast<id_t>(gettid())); });
    EXPECT_EQ(nice[1], std::min(nice[0] + 5, 19));
}

// A worker names itself before it serves. One that began later would allocate what a thread's start needs inside a token.
TEST(ThreadTeam, EveryWorkerHasStartedWhenTheTeamIsThere) {
    for (int i = 0; i < 50; ++i) {
        const ThreadTeam team(5);
        std::set<std::string> names;
        for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
            std::string name;
            std::ifstream file(task.path() / "comm");
            if (std::getline(file, name)) names.insert(name);
        }
        for (int member = 1; member < 5; ++member) EXPECT_TRUE(names.contains(std::format("vibrant-{}", member))) << i;
    }
}

TEST(ThreadTeam, WorkersLeaveSignalsToTheProgram) {
    ThreadTeam team(2);
    sigset_t mask[2];
    team.run([&](int member) { pthread_sigmask(SIG_BLOCK, nullptr, &mask[member]); });
    EXPECT_FALSE(sigismember(&mask[0], SIGINT));  // the caller's own mask is untouched
    EXPECT_TRUE(sigismember(&mask[1], SIGINT));
    EXPECT_FALSE(sigismember(&mask[1], SIGBUS));  // a vanished model file must reach its handler
}

TEST(ThreadTeam, FallsBackToFewerThreads) {
#ifdef VIBRANT_SANITIZED
    GTEST_SKIP() << "sanitizers need more address space than this test leaves";
#endif
    const pid_t child = fork();
    if (child == 0) {
        // Room for a few 1 MiB stacks more than the process already maps.
        long pages = 0;
        if (FILE* statm = std::fopen("/proc/self/statm", "r")) {
            if (std::fscanf(statm, "%ld", &pages) != 1) pages = 0;
            std::fclose(statm);
        }
        const rlim_t limit = static_cast<rlim_t>(pages * sysconf(_SC_PAGESIZE)) + (8u << 20);
        const rlimit address_space{limit, limit};
        setrlimit(RLIMIT_AS, &address_space);
        ThreadTeam team(64);
        std::atomic<int> calls{0};
        team.run([&](int) { ++calls; });
        _exit(team.size() >= 1 && team.size() < 64 && calls == team.size() ? 0 : 1);
    }
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
}
#endif

}  // namespace
}  // namespace vibrant
