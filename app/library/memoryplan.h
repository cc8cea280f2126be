// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The arithmetic of "does it fit": a model's description, the wishes, the free memory -> what it takes and what fits. Pure.
#pragma once

#include "inference/modelfiles.h"

struct MemoryPlan {
    enum class Fit : quint8 {
        Fits,
        FitsAfterUnload, // when the loaded model is unloaded
        TooLarge,
    };
    quint64 weights = 0, kv = 0, buffers = 0; // bytes
    int contextSize = 0; // tokens: as wished for, or chosen
    Fit fit = Fit::Fits;
    quint64 missing = 0; // bytes, even after unloading
    int largestContext = 0; // tokens that fit, after unloading if need be; 0 = not even the smallest
    [[nodiscard]] quint64 total() const { return weights + kv + buffers; }
};

inline constexpr int kSmallestContext = 256; // tokens, of those to choose from

// Of a cache of this type; nothing if the model is unknown.
[[nodiscard]] KvCost costOf(const ModelDescription &model, KvType type);
// `automatic`: the context where none was chosen, ModelFileReader::defaultContext(). `freed`: bytes that unloading the
// loaded model gives back.
[[nodiscard]] MemoryPlan planMemory(
    const ModelDescription &model, const LoadOptions &options, int automatic, quint64 available, quint64 freed);
// Contexts worth offering: powers of two from 2048, and the trained one. Ascending.
[[nodiscard]] QList<int> contextSteps(int trainedContext);
