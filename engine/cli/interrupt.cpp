// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/cli/interrupt.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <mutex>
#include <thread>

namespace vibrant::cli {
namespace {

struct State {
    std::mutex mutex;
    std::stop_source* running = nullptr;
};

State& state() {
    static State& the_one = *new State;  // never destroyed: the waiting thread outlives main()
    return the_one;
}

// A signal that the parent told us to ignore (nohup, a script's background job) stays ignored.
bool is_ignored(int signal) {
    struct sigaction current{};
    return sigaction(signal, nullptr, &current) == 0 && current.sa_handler == SIG_IGN;
}

[[noreturn]] void wait_for_signals(sigset_t signals) {
    for (;;) {
        int signal = 0;
        if (sigwait(&signals, &signal) != 0) continue;
        const std::lock_guard lock(state().mutex);
        std::stop_source* running = state().running;
        if (running == nullptr || !running->request_stop()) _exit(128 + signal);
    }
}

}  // namespace

void Interrupt::install() {
    sigset_t signals;
    sigemptyset(&signals);
    bool any = false;
    for (const int signal : {SIGINT, SIGTERM}) {
        if (is_ignored(signal)) continue;
        sigaddset(&signals, signal);
        any = true;
    }
    if (!any) return;
    state();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread(wait_for_signals, signals).detach();
}

Interrupt::Scope::Scope() {
    const std::lock_guard lock(state().mutex);
    state().running = &source_;
}

Interrupt::Scope::~Scope() {
    const std::lock_guard lock(state().mutex);
    state().running = nullptr;
}

}  // namespace vibrant::cli
