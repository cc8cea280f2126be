// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/tuning/tuning.h"

#include <algorithm>

#include "engine/kernels/kernels.h"
#include "engine/parallel/cpu_topology.h"
#include "engine/tuning/calibrate.h"
#include "engine/tuning/tuning_file.h"

namespace vibrant {

std::string_view origin_name(Tuning::Origin origin) {
    switch (origin) {
        case Tuning::Origin::kAsked:
            return "asked for";
        case Tuning::Origin::kDefault:
            return "one per core";
        case Tuning::Origin::kDisturbed:
            return "one per core, other programs were at work";
        case Tuning::Origin::kMeasured:
            return "measured now";
        case Tuning::Origin::kStored:
            return "measured earlier";
    }
    return {};
}

Tuning tune(const TuningRequest& request) {
    const CpuTopology topology = read_cpu_topology();
    if (request.threads > 0) {
        const int n = std::min(request.threads, topology.most_threads());
        return {.threads = {.prefill = n, .decode = n}, .origin = Tuning::Origin::kAsked};
    }
    const int most = topology.default_threads();
    Tuning tuning{.threads = {.prefill = most, .decode = most}};
    if (!can_calibrate(request.matrices)) return tuning;

    const std::string key = tuning_key(topology, kernels().name, traits(request.matrices[0].type).name);
    const std::filesystem::path folder = tuning_folder();
    const std::filesystem::path path = folder.empty() ? folder : tuning_path(folder, key);
    if (!request.anew && !path.empty())
        if (const auto stored = read_tuning(path, key, most))
            return {
                .threads = stored->threads, .gemv = stored->gemv, .origin = Tuning::Origin::kStored, .record = path};

    if (!request.resident()) return tuning;  // a disk would be measured

    tuning.speeds = request.measure(request.matrices, most);
    if (tuning.speeds.decode.empty()) return tuning;
    if (tuning.speeds.waiting >= kMostWaiting) {
        tuning.origin = Tuning::Origin::kDisturbed;
        return tuning;
    }
    tuning.origin = Tuning::Origin::kMeasured;
    tuning.threads = {.prefill = choose_prefill_threads(tuning.speeds.prefill, most),
                      .decode = choose_decode_threads(tuning.speeds.decode, most)};
    tuning.gemv.prefetch_bytes = choose_prefetch(tuning.speeds.prefetch, GemvTuning{}.prefetch_bytes);
    if (!path.empty() && write_tuning(path, key, {tuning.threads, tuning.gemv})) tuning.record = path;
    return tuning;
}

}  // namespace vibrant
