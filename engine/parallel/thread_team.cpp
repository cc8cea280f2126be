// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/parallel/thread_team.h"

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <vector>

#if defined(__linux__)
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include "engine/base/check.h"
#include "engine/parallel/partition.h"

namespace vibrant {
namespace {

constexpr std::size_t kCacheLine = 64;        // bytes
constexpr std::size_t kStackBytes = 1 << 20;  // no recursion on input depth anywhere: enough
constexpr int kNiceStep = 5;                  // workers below the thread that draws the window
constexpr int kMaxThreads = 1024;             // beyond any machine; keeps a wrong argument harmless
constexpr auto kSpinTime = std::chrono::microseconds(50);
constexpr int kPausesPerClockRead = 32;  // 0.5-2 us of pauses against a 25 ns clock read

using Word = std::atomic<std::uint32_t>;  // four bytes: std::atomic::wait is a bare futex on Linux

void cpu_relax() {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    asm volatile("isb" ::
                     : "memory");  // `yield` is a no-op on most cores; isb waits for about 10 ns
#endif
}

// Returns once `word` differs from `old`. What the writer did before its change is visible
// afterwards.
void wait_while_equal(const Word& word, std::uint32_t old) {
    if (word.load(std::memory_order_acquire) != old) return;
    const auto give_up = std::chrono::steady_clock::now() + kSpinTime;
    do {
        for (int i = 0; i < kPausesPerClockRead; ++i) {
            cpu_relax();
            if (word.load(std::memory_order_acquire) != old) return;
        }
    } while (std::chrono::steady_clock::now() < give_up);
    word.wait(old, std::memory_order_acquire);
}

// The sequentially consistent change orders before notify's look at the number of sleepers: no
// wake-up is lost.
void change_and_wake(Word& word) {
    word.fetch_add(1, std::memory_order_seq_cst);
    word.notify_all();
}

void lower_priority() {
#if defined(__linux__)
    // On Linux niceness belongs to the thread. Lowering it needs no privilege; a failure changes
    // nothing else.
    const auto tid = static_cast<id_t>(syscall(SYS_gettid));
    const int current = getpriority(PRIO_PROCESS, tid);
    setpriority(PRIO_PROCESS, tid, std::min(current + kNiceStep, 19));
#endif
}

void name_thread([[maybe_unused]] int member) {
#if defined(__linux__)
    char name[16];  // the kernel's limit
    std::snprintf(name, sizeof name, "vibrant-%d", member);
    pthread_setname_np(pthread_self(), name);
#endif
}

// Everything asynchronous goes to the program's own threads; what an instruction of ours raises
// (SIGBUS of a vanished model file above all) must reach its handler here.
sigset_t signals_to_block() {
    sigset_t set;
    sigfillset(&set);
    for (const int signal : {SIGBUS, SIGSEGV, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGPROF}) {
        sigdelset(&set, signal);
    }
    return set;
}

}  // namespace

struct ThreadTeam::Impl {
    struct Worker {
        Impl* team;
        int member;
        pthread_t thread;
    };

    // Each on its own line: members hammer one while another is written.
    alignas(kCacheLine) Word generation{0};  // +1 starts a run; workers wait on it
    alignas(kCacheLine) Word running{0};     // workers that have not finished the run
    alignas(kCacheLine) Word arrived{0};     // members at the barrier
    alignas(kCacheLine) Word phase{0};       // +1 opens the barrier
    alignas(kCacheLine) std::atomic<bool> stopping{false};
    const FunctionRef<void(int)>* body = nullptr;  // published by `generation`
    bool in_run = false;                           // of the calling thread
    int size = 1;
    std::vector<Worker> workers;

    static void* worker_main(void* argument) {
        const auto* worker = static_cast<const Worker*>(argument);
        lower_priority();
        name_thread(worker->member);
        worker->team->serve(worker->member);
        return nullptr;
    }

    void serve(int member) {
        for (std::uint32_t seen = 0;;) {
            wait_while_equal(generation, seen);
            ++seen;  // run() waits for everybody, so a generation is never skipped
            if (stopping.load(std::memory_order_relaxed)) return;
            (*body)(member);
            if (running.fetch_sub(1, std::memory_order_seq_cst) == 1) running.notify_one();
        }
    }
};

ThreadTeam::ThreadTeam(int n_threads) : impl_(std::make_unique<Impl>()) {
    const int wanted = std::clamp(n_threads, 1, kMaxThreads);
    impl_->workers.reserve(static_cast<std::size_t>(wanted - 1));  // workers hold pointers into it

    pthread_attr_t attributes;
    VIBRANT_CHECK(pthread_attr_init(&attributes) == 0);
    pthread_attr_setstacksize(&attributes, kStackBytes);
    // A new thread inherits the creator's mask: set it before, so that there is no moment without
    // it.
    const sigset_t blocked = signals_to_block();
    sigset_t before;
    pthread_sigmask(SIG_BLOCK, &blocked, &before);
    while (impl_->size < wanted) {
        auto& worker = impl_->workers.emplace_back(impl_.get(), impl_->size, pthread_t{});
        if (pthread_create(&worker.thread, &attributes, Impl::worker_main, &worker) != 0) {
            impl_->workers.pop_back();
            break;
        }
        ++impl_->size;
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    pthread_attr_destroy(&attributes);
}

ThreadTeam::~ThreadTeam() {
    impl_->stopping.store(true, std::memory_order_relaxed);  // published by the next line
    change_and_wake(impl_->generation);
    for (const Impl::Worker& worker : impl_->workers) pthread_join(worker.thread, nullptr);
}

int ThreadTeam::size() const {
    return impl_->size;
}

void ThreadTeam::run(FunctionRef<void(int)> body) {
    Impl& team = *impl_;
    VIBRANT_DCHECK(!team.in_run);
    team.in_run = true;
    if (team.size > 1) {
        team.body = &body;
        team.running.store(static_cast<std::uint32_t>(team.size - 1), std::memory_order_relaxed);
        change_and_wake(team.generation);
    }
    body(0);
    // Only the last worker notifies; a value that changed without reaching 0 just starts another
    // wait.
    while (const auto left = team.running.load(std::memory_order_acquire)) {
        wait_while_equal(team.running, left);
    }
    team.in_run = false;
}

void ThreadTeam::barrier() {
    Impl& team = *impl_;
    if (team.size == 1) return;
    const std::uint32_t phase = team.phase.load(std::memory_order_relaxed);
    if (team.arrived.fetch_add(1, std::memory_order_acq_rel) + 1 ==
        static_cast<std::uint32_t>(team.size)) {
        team.arrived.store(
            0,
            std::memory_order_relaxed);  // before the phase opens, so the next round counts from 0
        change_and_wake(team.phase);
    } else {
        wait_while_equal(team.phase, phase);
    }
}

void ThreadTeam::parallel_for(std::size_t n, std::size_t grain,
                              FunctionRef<void(std::size_t, std::size_t, int)> body) {
    VIBRANT_DCHECK(grain >= 1);
    const auto n_parts = static_cast<std::size_t>(size());
    run([&](int member) {
        const IndexRange range = partition(n, grain, n_parts, static_cast<std::size_t>(member));
        if (range.begin < range.end) body(range.begin, range.end, member);
    });
}

}  // namespace vibrant
