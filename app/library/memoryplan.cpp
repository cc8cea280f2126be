// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/memoryplan.h"

#include <algorithm>

quint64 bytesPerToken(const ModelDescription &model, KvType type)
{
    const auto cost = std::ranges::find(model.kv, type, &KvCost::type);
    return cost != model.kv.end() ? cost->bytesPerToken : model.kv.isEmpty() ? 0 : model.kv.first().bytesPerToken;
}

int automaticContext(const ModelDescription &model, KvType type, quint64 available)
{
    const quint64 fits = available / 2 / std::max<quint64>(1, bytesPerToken(model, type));
    const int wanted = std::min(model.trainedContext, kUsualContext);
    return static_cast<int>(std::min<quint64>(static_cast<quint64>(wanted), std::max<quint64>(kSmallestContext, fits)));
}

MemoryPlan planMemory(const ModelDescription &model, const LoadOptions &options, quint64 available, quint64 freed)
{
    const quint64 perToken = bytesPerToken(model, options.kv);
    MemoryPlan plan;
    plan.contextSize = options.contextSize > 0 ? options.contextSize : automaticContext(model, options.kv, available);
    plan.weights = model.fileBytes;
    plan.kv = perToken * static_cast<quint64>(plan.contextSize);
    plan.buffers = model.bufferBytes;
    const quint64 most = available + freed;
    plan.fit = plan.total() <= available ? MemoryPlan::Fit::Fits
        : plan.total() <= most           ? MemoryPlan::Fit::FitsAfterUnload
                                         : MemoryPlan::Fit::TooLarge;
    plan.missing = plan.total() > most ? plan.total() - most : 0;
    const quint64 fixed = plan.weights + plan.buffers;
    const quint64 fits = fixed < most ? (most - fixed) / std::max<quint64>(1, perToken) : 0;
    const int largest
        = static_cast<int>(std::min<quint64>(fits, static_cast<quint64>(std::max(0, model.trainedContext))));
    // In whole steps of 256: a size to read, not 23 117 tokens.
    plan.largestContext = largest == model.trainedContext ? largest : largest / kSmallestContext * kSmallestContext;
    return plan;
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
