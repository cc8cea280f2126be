// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What was measured, kept from one start to the next: one small text file per machine and way to use it,
// <cache>/vibrant/tuning-<hash of the key>.txt
//
//   vibrant tuning 1
//   machine AMD Ryzen 9 7950X; CPUs 0-31; 16 cores; no quota; AVX3_ZEN4 kernels; Q4_K weights
//   prefill 16
//   decode 6
//   prefetch 2048
//
// A file that is missing, damaged, of another version or for another key is as if it were not there. Writing replaces
// the file in one step and fails silently: then the next start measures again.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "engine/kernels/quantized.h"
#include "engine/parallel/cpu_topology.h"
#include "engine/tuning/thread_counts.h"

namespace vibrant {

struct MachineRecord {
    ThreadCounts threads;
    GemvTuning gemv;
    friend bool operator==(const MachineRecord& a, const MachineRecord& b) {
        return a.threads == b.threads && a.gemv.prefetch_bytes == b.gemv.prefetch_bytes;
    }
};

// $XDG_CACHE_HOME/vibrant, ~/.cache/vibrant (XDG Base Directory Specification 0.8), or empty: nothing is kept.
[[nodiscard]] std::filesystem::path tuning_folder();

// All that the numbers depend on, in one line.
[[nodiscard]] std::string tuning_key(const CpuTopology& topology, std::string_view kernels,
                                     std::string_view weight_type);

[[nodiscard]] std::filesystem::path tuning_path(const std::filesystem::path& folder, std::string_view key);

// The text, and what it says if it is for `key`, no number of threads exceeds `most_threads`, and the distance is at most
// kMostPrefetchBytes.
inline constexpr std::size_t kMostPrefetchBytes = 64 << 10;
[[nodiscard]] std::string tuning_text(std::string_view key, const MachineRecord& record);
[[nodiscard]] std::optional<MachineRecord> parse_tuning(std::string_view text, std::string_view key, int most_threads);

[[nodiscard]] std::optional<MachineRecord> read_tuning(const std::filesystem::path& path, std::string_view key,
                                                       int most_threads);
// False if nothing was written. Creates the folder.
bool write_tuning(const std::filesystem::path& path, std::string_view key, const MachineRecord& record);

}  // namespace vibrant
