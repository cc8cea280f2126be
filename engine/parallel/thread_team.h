// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A team of threads that lives as long as a model is loaded.
//
// run() executes one function on every member and returns when all are done; inside it, barrier()
// is a point every member must reach. Waiting spins for at most 50 us (a barrier between two cores
// takes 0.2 us, a futex wake 5-50 us), then sleeps: an idle team costs nothing, and an
// oversubscribed one does not burn the cores it waits for. The calling thread is member 0. Workers
// run at a lower priority than the caller (nice +5), so that a window stays smooth.
// Nothing is allocated after construction.
// Threads: run() may be called by one thread at a time.
#pragma once

#include <cstddef>
#include <memory>

#include "engine/base/function_ref.h"

namespace vibrant {

class ThreadTeam {
  public:
    // `n_threads` >= 1, the caller included; fewer if the system refuses more (see size()).
    explicit ThreadTeam(int n_threads);
    ~ThreadTeam();
    ThreadTeam(const ThreadTeam&) = delete;
    ThreadTeam& operator=(const ThreadTeam&) = delete;

    [[nodiscard]] int size() const;
    void run(FunctionRef<void(int member)> body);
    void barrier();  // inside run() only

    // body(begin, end, member) over [0, n) cut into one contiguous range per member, each a
    // multiple of `grain` long (but the last). Ranges depend on n, grain and size() only.
    void parallel_for(std::size_t n, std::size_t grain,
                      FunctionRef<void(std::size_t begin, std::size_t end, int member)> body);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace vibrant
