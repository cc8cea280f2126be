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
        case Tuning::Origin::kAsked: return "asked for";
        case Tuning::Origin::kDefault: return "one per core";
        case Tuning::Origin::kMeasured: return "measured now";
        case Tuning::Origin::kStored: return "measured earlier";
    }
    return {};
}

Tuning tune(const TuningRequest& request) {
    const CpuTopology topology = read_cpu_topology();
    if (request.threads > 0) {
        const int n = std::min(request.threads, topology.most_threads());
        return {{.prefill = n, .decode = n}, Tuning::Origin::kAsked};
    }
    const int most = topology.default_threads();
    const Tuning otherwise{{.prefill = most, .decode = most}, Tuning::Origin::kDefault};
    if (!can_calibrate(request.matrices)) return otherwise;

    const std::string key = tuning_key(topology, kernels().name, traits(request.matrices[0].type).name);
    const std::filesystem::path folder = tuning_folder();
    const std::filesystem::path path = folder.empty() ? folder : tuning_path(folder, key);
    if (!request.anew && !path.empty())
        if (const auto stored = read_tuning(path, key, most)) return {*stored, Tuning::Origin::kStored};

    if (!request.resident()) return otherwise;  // a disk would be measured

    const Calibration speeds = request.measure(request.matrices, most);
    if (speeds.decode.empty()) return otherwise;
    const Tuning measured{{.prefill = choose_prefill_threads(speeds.prefill, most),
                           .decode = choose_decode_threads(speeds.decode, most)},
                          Tuning::Origin::kMeasured};
    if (!path.empty() && speeds.waiting < kDisturbed) write_tuning(path, key, measured.threads);
    return measured;
}

}  // namespace vibrant
