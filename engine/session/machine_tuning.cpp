// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/session/machine_tuning.h"

#include <algorithm>
#include <vector>

#include "engine/kernels/kernels.h"
#include "engine/model/model.h"

namespace vibrant {
namespace {

constexpr int kMaxThreads = 256;

// The gate and up matrices that look like the first: a third to a half of the bytes a token reads.
std::vector<Tensor> matrices_to_measure(const Model& model) {
    std::vector<Tensor> matrices;
    for (const LayerWeights& layer : model.weights().layers)
        for (const Tensor& w : {layer.ffn_gate, layer.ffn_up})
            if (w && (matrices.empty() || (w.type == matrices[0].type && w.n_rows == matrices[0].n_rows)))
                matrices.push_back(w);
    return matrices;
}

bool is_resident(const gguf::File& file) {
    return file.resident_bytes() >= file.file_bytes() / 10 * 9;
}

Tuning clamped(Tuning tuning) {
    tuning.threads.prefill = std::min(tuning.threads.prefill, kMaxThreads);
    tuning.threads.decode = std::min(tuning.threads.decode, kMaxThreads);
    return tuning;
}

}  // namespace

Tuning tune_machine(const LoadedModel& model, const TuningWishes& wishes) {
    const std::vector<Tensor> matrices = matrices_to_measure(*model.model);
    return clamped(tune({.threads = wishes.threads, .anew = wishes.anew, .matrices = matrices, .resident = [&] {
                             return is_resident(*model.file);
                         }}));
}

Tuning known_tuning(const LoadedModel& model) {
    const std::vector<Tensor> matrices = matrices_to_measure(*model.model);
    return clamped(tune({.matrices = matrices, .resident = [] { return false; }}));
}

std::string_view kernels_in_use() {
    return kernels().name;
}

}  // namespace vibrant
