// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A team of threads that lives as long as a model is loaded.
//
// parallel_for() computes a range in pieces that members take as they come: a member that is late, suspended or on a
// slow core leaves its pieces to the others, and no member waits for one that has taken none. A machine with fewer free
// cores than members loses little, and cores of different speed share work by their speed, without being configured.
// run() executes one function once on every member; inside it, barrier() is a point every member must reach.
//
// Waiting spins for at most 50 us (a barrier between two cores takes 0.2 us, a futex wake 5-50 us), then sleeps: an
// idle team costs nothing. The calling thread is member 0. Workers run at a lower priority than the caller (nice +5),
// so that a window stays smooth. Nothing is allocated after construction.
// Threads: everything but the body by one thread at a time, outside of a run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "engine/base/function_ref.h"
#include "engine/parallel/partition.h"

namespace vibrant {

class ThreadTeam {
  public:
    // `n_threads` >= 1, the caller included; fewer if the system refuses more (see capacity()). Returns when all have started.
    explicit ThreadTeam(int n_threads);
    ~ThreadTeam();
    ThreadTeam(const ThreadTeam&) = delete;
    ThreadTeam& operator=(const ThreadTeam&) = delete;

    // All members, and those that take part: the first size() of them, all of them at first.
    [[nodiscard]] int capacity() const;
    [[nodiscard]] int size() const;
    // The first n take part from now on (clamped to 1..capacity()); the others sleep.
    void use(int n);
    // Runs so far, parallel_for() included: how often members have met.
    [[nodiscard]] std::uint64_t runs() const;

    void run(FunctionRef<void(int member)> body);
    void barrier();  // inside run() only

    // body(begin, end, member) for every piece of [0, n) as partition.h cuts it for size() members. A member gets any
    // number of pieces, one after another; each but the last is a multiple of `grain` long.
    void parallel_for(std::size_t n, std::size_t grain,
                      FunctionRef<void(std::size_t begin, std::size_t end, int member)> body, Cut cut = Cut::kEven);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace vibrant
