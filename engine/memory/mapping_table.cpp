// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/memory/mapping_table.h"

#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <mutex>

#include "engine/base/check.h"

namespace vibrant::mapping_table {
namespace {

struct Entry {
    // Odd while begin and end change hands. A thread that faults in a mapping holds that mapping,
    // so its entry is never the one that is changing: the handler skips those.
    std::atomic<std::uint64_t> generation{0};
    std::atomic<std::uintptr_t> begin{0}, end{0};  // addresses; equal when free
    std::atomic<bool> failed{false};
};
static_assert(std::atomic<std::uint64_t>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

constinit std::array<Entry, kMaxMappings> table;
std::mutex writers;  // add() and remove() only
struct sigaction previous_action;
std::uintptr_t page_size = 0;

// Replaces everything from the page of `address` to the end of its mapping by zero pages.
bool cover_with_zeros(std::uintptr_t address) {
    for (Entry& entry : table) {
        const std::uint64_t generation = entry.generation.load(std::memory_order_acquire);
        const std::uintptr_t begin = entry.begin.load(std::memory_order_acquire);
        const std::uintptr_t end = entry.end.load(std::memory_order_acquire);
        if (generation % 2 != 0 || generation != entry.generation.load(std::memory_order_relaxed)) continue;
        if (address < begin || address >= end) continue;
        const std::uintptr_t page = address & ~(page_size - 1);
        // The bare system call: sanitizers put a function of their own in the place of mmap, which is
        // not made for signal handlers and counts as a write that races with the other readers.
        constexpr long kFlags = MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
        if (::syscall(SYS_mmap, page, end - page, long{PROT_READ}, kFlags, -1L, 0L) == -1) return false;
        entry.failed.store(true, std::memory_order_relaxed);
        return true;
    }
    return false;
}

void call_previous(int signal, siginfo_t* info, void* context) {
    if (previous_action.sa_flags & SA_SIGINFO) {
        previous_action.sa_sigaction(signal, info, context);
    } else if (previous_action.sa_handler == SIG_DFL) {
        // Pending until we return, then the default action ends the process with the right signal.
        ::sigaction(signal, &previous_action, nullptr);
        ::raise(signal);
    } else if (previous_action.sa_handler != SIG_IGN) {
        previous_action.sa_handler(signal);
    }
}

void on_sigbus(int signal, siginfo_t* info, void* context) {
    const int saved_errno = errno;
    // si_code > 0: raised by the kernel for an access; kill() and raise() carry no address.
    if (info->si_code <= 0 || !cover_with_zeros(reinterpret_cast<std::uintptr_t>(info->si_addr)))
        call_previous(signal, info, context);
    errno = saved_errno;
}

void install_handler() {
    page_size = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    struct sigaction action{};
    action.sa_sigaction = on_sigbus;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    ::sigemptyset(&action.sa_mask);
    // The old action is read first: a fault between the two calls must find it in place.
    ::sigaction(SIGBUS, nullptr, &previous_action);
    ::sigaction(SIGBUS, &action, nullptr);
}

void assign(Entry& entry, std::uintptr_t begin, std::uintptr_t end) {
    entry.generation.fetch_add(1, std::memory_order_acq_rel);
    entry.begin.store(begin, std::memory_order_release);
    entry.end.store(end, std::memory_order_release);
    entry.generation.fetch_add(1, std::memory_order_release);
}

}  // namespace

int add(std::span<const std::byte> mapping) {
    static std::once_flag installed;
    std::call_once(installed, install_handler);
    const auto begin = reinterpret_cast<std::uintptr_t>(mapping.data());
    VIBRANT_CHECK(!mapping.empty() && begin % page_size == 0);
    const std::lock_guard lock(writers);
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].end.load(std::memory_order_relaxed) != 0) continue;
        table[i].failed.store(false, std::memory_order_relaxed);
        // The kernel's mapping ends with a page; so does ours, or the last page would keep its old
        // bytes.
        assign(table[i], begin, (begin + mapping.size() + page_size - 1) & ~(page_size - 1));
        return static_cast<int>(i);
    }
    return -1;
}

void remove(int index) {
    const std::lock_guard lock(writers);
    assign(table[static_cast<std::size_t>(index)], 0, 0);
}

bool failed(int index) {
    return table[static_cast<std::size_t>(index)].failed.load(std::memory_order_relaxed);
}

}  // namespace vibrant::mapping_table
