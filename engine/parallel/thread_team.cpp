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
    asm volatile("isb" ::: "memory");  // `yield` is a no-op on most cores; isb waits for about 10 ns
#endif
}

// True once `word` differs from `old`, and what the writer did before its change is visible; false if it still does not
// after kSpinTime.
bool spin_while_equal(const Word& word, std::uint32_t old) {
    if (word.load(std::memory_order_acquire) != old) return true;
    const auto give_up = std::chrono::steady_clock::now() + kSpinTime;
    do {
        for (int i = 0; i < kPausesPerClockRead; ++i) {
            cpu_relax();
            if (word.load(std::memory_order_acquire) != old) return true;
        }
    } while (std::chrono::steady_clock::now() < give_up);
    return false;
}

void wait_while_equal(const Word& word, std::uint32_t old) {
    if (!spin_while_equal(word, old)) word.wait(old, std::memory_order_acquire);
}

void lower_priority() {
#if defined(__linux__)
    // On Linux niceness belongs to the thread. Lowering it needs no privilege; a failure changes nothing else.
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
    struct alignas(kCacheLine) Worker {
        Impl* team = nullptr;
        int member = 0;
        pthread_t thread{};
        Word asleep{0};  // 1: waits on this word; the thread that sets it to 0 wakes it
    };
    // What parallel_for() was asked; written while `inside` is closed.
    struct Shared {
        const FunctionRef<void(std::size_t, std::size_t, int)>* body = nullptr;
        std::size_t n = 0, grain = 1, n_pieces = 0;
        Cut cut = Cut::kEven;
        int n_members = 1;
    };
    static constexpr std::uint32_t kClosed = 1u << 31;

    // Each on its own line: members hammer one while another is written.
    alignas(kCacheLine) Word generation{0};    // +1 starts a run; workers wait on it
    alignas(kCacheLine) Word inside{kClosed};  // workers inside parallel_for(), and whether more may enter
    alignas(kCacheLine) Word next_piece{0};    // of parallel_for()
    alignas(kCacheLine) Word running{0};       // workers that have not finished run()
    alignas(kCacheLine) Word arrived{0};       // members at the barrier
    alignas(kCacheLine) Word phase{0};         // +1 opens the barrier
    // The latest run() and, in the low half, how many members it has: one word, so that a worker which is not one of
    // them never takes the number of one run for that of another.
    alignas(kCacheLine) std::atomic<std::uint64_t> whole_run{0};
    std::atomic<bool> stopping{false};
    const FunctionRef<void(int)>* body = nullptr;  // of run(); published by `whole_run`
    Shared shared;                                 // published by opening `inside`
    std::uint64_t runs = 0;
    bool in_run = false;  // of the calling thread
    int size = 1, capacity = 1;
    std::unique_ptr<Worker[]> workers;  // of members 1, 2, ...

    static void* worker_main(void* argument) {
        auto* worker = static_cast<Worker*>(argument);
        lower_priority();
        name_thread(worker->member);
        worker->team->serve(*worker);
        return nullptr;
    }

    void serve(Worker& worker) {
        std::uint32_t seen = 0;
        std::uint64_t done = 0;
        bool wanted = true;  // in the last run: one that is not goes to sleep at once
        for (;;) {
            if (!wanted || !spin_while_equal(generation, seen)) sleep(worker, seen);
            seen = generation.load(std::memory_order_acquire);
            if (stopping.load(std::memory_order_relaxed)) return;
            const std::uint64_t whole = whole_run.load(std::memory_order_acquire);
            if (whole != done) {
                done = whole;
                wanted = static_cast<std::uint32_t>(worker.member) < static_cast<std::uint32_t>(whole);
                if (!wanted) continue;
                (*body)(worker.member);  // run() waits for all members, so this is still the run of `whole`
                if (running.fetch_sub(1, std::memory_order_seq_cst) == 1) running.notify_one();
            } else if (enter()) {
                wanted = worker.member < shared.n_members;
                if (wanted) take_pieces(worker.member);
                if (inside.fetch_sub(1, std::memory_order_seq_cst) == kClosed + 1) inside.notify_one();
            }
        }
    }

    // The caller changes `generation` and then looks at `asleep`, the worker does the opposite, all in one order: either
    // the worker sees the change or the caller sees the sleeper.
    void sleep(Worker& worker, std::uint32_t seen) {
        worker.asleep.store(1, std::memory_order_seq_cst);
        if (generation.load(std::memory_order_seq_cst) == seen) worker.asleep.wait(1, std::memory_order_acquire);
        worker.asleep.store(0, std::memory_order_relaxed);
    }

    void start(int n_members) {
        generation.fetch_add(1, std::memory_order_seq_cst);
        for (int i = 0; i + 1 < n_members; ++i) {
            Word& asleep = workers[static_cast<std::size_t>(i)].asleep;
            if (asleep.load(std::memory_order_seq_cst) != 0 && asleep.exchange(0) != 0) asleep.notify_one();
        }
    }

    // Into parallel_for(), unless it has ended or none is running.
    bool enter() {
        std::uint32_t count = inside.load(std::memory_order_relaxed);
        while ((count & kClosed) == 0)
            if (inside.compare_exchange_weak(count, count + 1, std::memory_order_acquire, std::memory_order_relaxed))
                return true;
        return false;
    }

    void take_pieces(int member) {
        const auto n_members = static_cast<std::size_t>(shared.n_members);
        for (;;) {
            const std::size_t index = next_piece.fetch_add(1, std::memory_order_relaxed);
            if (index >= shared.n_pieces) return;
            const IndexRange range = piece(shared.n, shared.grain, n_members, shared.cut, index);
            (*shared.body)(range.begin, range.end, member);
        }
    }

    void begin_run() {
        VIBRANT_DCHECK(!in_run);
        in_run = true;
        ++runs;
    }
};

ThreadTeam::ThreadTeam(int n_threads) : impl_(std::make_unique<Impl>()) {
    const int wanted = std::clamp(n_threads, 1, kMaxThreads);
    impl_->workers = std::make_unique<Impl::Worker[]>(static_cast<std::size_t>(wanted - 1));

    pthread_attr_t attributes;
    VIBRANT_CHECK(pthread_attr_init(&attributes) == 0);
    pthread_attr_setstacksize(&attributes, kStackBytes);
    // A new thread inherits the creator's mask: set it before, so that there is no moment without it.
    const sigset_t blocked = signals_to_block();
    sigset_t before;
    pthread_sigmask(SIG_BLOCK, &blocked, &before);
    for (; impl_->capacity < wanted; ++impl_->capacity) {
        Impl::Worker& worker = impl_->workers[static_cast<std::size_t>(impl_->capacity - 1)];
        worker.team = impl_.get();
        worker.member = impl_->capacity;
        if (pthread_create(&worker.thread, &attributes, Impl::worker_main, &worker) != 0) break;
    }
    impl_->size = impl_->capacity;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    pthread_attr_destroy(&attributes);
    // All members start before the first works: what a thread's start allocates would else fall into the first tokens.
    run([](int) {});
}

ThreadTeam::~ThreadTeam() {
    impl_->stopping.store(true, std::memory_order_relaxed);  // published by the next line
    impl_->start(impl_->capacity);
    for (int i = 0; i + 1 < impl_->capacity; ++i)
        pthread_join(impl_->workers[static_cast<std::size_t>(i)].thread, nullptr);
}

int ThreadTeam::capacity() const {
    return impl_->capacity;
}

int ThreadTeam::size() const {
    return impl_->size;
}

void ThreadTeam::use(int n) {
    VIBRANT_DCHECK(!impl_->in_run);
    impl_->size = std::clamp(n, 1, impl_->capacity);
}

std::uint64_t ThreadTeam::runs() const {
    return impl_->runs - 1;  // without the constructor's
}

void ThreadTeam::run(FunctionRef<void(int)> body) {
    Impl& team = *impl_;
    team.begin_run();
    if (team.size > 1) {
        const auto n = static_cast<std::uint32_t>(team.size);
        team.body = &body;
        team.running.store(n - 1, std::memory_order_relaxed);
        team.whole_run.store(team.runs << 32 | n, std::memory_order_release);
        team.start(team.size);
    }
    body(0);
    // Only the last worker notifies; a value that changed without reaching 0 just starts another wait.
    while (const auto left = team.running.load(std::memory_order_acquire)) {
        wait_while_equal(team.running, left);
    }
    team.in_run = false;
}

void ThreadTeam::barrier() {
    Impl& team = *impl_;
    if (team.size == 1) return;
    const std::uint32_t phase = team.phase.load(std::memory_order_relaxed);
    if (team.arrived.fetch_add(1, std::memory_order_acq_rel) + 1 == static_cast<std::uint32_t>(team.size)) {
        team.arrived.store(0, std::memory_order_relaxed);    // before the phase opens: the next round counts from 0
        team.phase.fetch_add(1, std::memory_order_seq_cst);  // before notify's look at the number of sleepers
        team.phase.notify_all();
    } else {
        wait_while_equal(team.phase, phase);
    }
}

void ThreadTeam::parallel_for(std::size_t n, std::size_t grain, FunctionRef<void(std::size_t, std::size_t, int)> body,
                              Cut cut) {
    VIBRANT_DCHECK(grain >= 1);
    Impl& team = *impl_;
    team.begin_run();
    const std::size_t pieces = Pieces(n, grain, static_cast<std::size_t>(team.size), cut).size();
    if (pieces == 1) {
        body(0, n, 0);
    } else if (pieces > 1) {
        team.shared = {&body, n, grain, pieces, cut, team.size};
        team.next_piece.store(0, std::memory_order_relaxed);
        team.inside.store(0, std::memory_order_release);
        team.start(static_cast<int>(std::min(pieces, static_cast<std::size_t>(team.size))));
        team.take_pieces(0);
        // Workers that come now find the door closed; those inside are at their last piece.
        std::uint32_t count = team.inside.fetch_or(Impl::kClosed, std::memory_order_acq_rel) | Impl::kClosed;
        for (; count != Impl::kClosed; count = team.inside.load(std::memory_order_acquire))
            wait_while_equal(team.inside, count);
    }
    team.in_run = false;
}

}  // namespace vibrant
