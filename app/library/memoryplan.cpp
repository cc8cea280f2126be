// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/memoryplan.h"

#include <algorithm>

MemoryPlan planMemory(
    const ModelDescription &model, const LoadOptions &options, int automatic, quint64 available, quint64 freed)
{
    const KvCost cost = costOf(model, options.kv);
    MemoryPlan plan;
    plan.contextSize = options.contextSize > 0 ? options.contextSize : automatic;
    plan.weights = model.fileBytes;
    plan.kv = cost.bytes(plan.contextSize);
    plan.buffers = model.bufferBytes;
    const quint64 most = available + freed;
    plan.fit = plan.total() <= available ? MemoryPlan::Fit::Fits
        : plan.total() <= most           ? MemoryPlan::Fit::FitsAfterUnload
                                         : MemoryPlan::Fit::TooLarge;
    plan.missing = plan.total() > most ? plan.total() - most : 0;
    const quint64 fixed = plan.weights + plan.buffers;
    const int largest = fixed < most ? cost.largestContext(most - fixed, model.trainedContext) : 0;
    // In whole steps of 256: a size to read, not 23 117 tokens.
    plan.largestContext = largest == model.trainedContext ? largest : largest / kSmallestContext * kSmallestContext;
    return plan;
}

KvCost costOf(const ModelDescription &model, KvType type)
{
    const auto cost = std::ranges::find(model.kv, type, &KvCost::type);
    return cost != model.kv.end() ? *cost : model.kv.value(0);
}

QList<int> contextSteps(int trainedContext)
{
    QList<int> steps;
    for (int size = 2048; size < trainedContext && size < (1 << 24); size *= 2) {
        steps.append(size);
    }
    if (trainedContext > 0) {
        steps.append(trainedContext);
    }
    return steps;
}
