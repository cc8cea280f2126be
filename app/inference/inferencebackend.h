// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the window needs from an engine. Two implementations: EngineBackend (the real one) and FakeBackend (canned
// answers for tests, --demo and --self-test).
//
// load() runs on the loader thread while another model may be generating on the inference thread, so a backend keeps no
// state that both touch. Everything of one loaded model lives in an InferenceModel: one chat's session, whose
// prefix cache makes the next turn and "regenerate" cheap without anyone asking.
// Errors are values; neither class throws.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <stop_token>

#include <QByteArrayView>

#include "inference/modelfiles.h"
#include "inference/tokencounter.h"
#include "values/generationtypes.h"

// Called on the thread that generates; must be quick.
class InferenceSink
{
public:
    virtual ~InferenceSink() = default;
    virtual void onPrefill(const PrefillProgress &progress) = 0;
    // `utf8` ends at a character boundary and may be empty.
    virtual void onText(QByteArrayView utf8, const GenerationFigures &soFar) = 0;
};

class InferenceModel
{
public:
    virtual ~InferenceModel() = default;
    [[nodiscard]] virtual ModelInfo info() const = 0;
    // Blocks until the answer ends. A stop request takes effect within 100 ms.
    [[nodiscard]] virtual GenerationOutcome generate(
        const ChatRequest &request, InferenceSink &sink, std::stop_token stop)
        = 0;
    // Callable from any thread.
    [[nodiscard]] virtual MemoryFigures memory() const = 0;
    [[nodiscard]] virtual EngineProfile profile() const = 0;
    [[nodiscard]] virtual std::shared_ptr<const TokenCounter> tokenCounter() const
        = 0; // outlives the model where it must
};

class InferenceBackend : public ModelFileReader
{
public:
    using LoadResult = std::expected<std::unique_ptr<InferenceModel>, InferenceError>;

    // Blocks until the model is ready to answer. Cancelling ends with Code::Cancelled. Without options.anyway, a model that
    // needs more memory than is free ends with Code::OutOfMemory and the figures, before its weights are read.
    [[nodiscard]] virtual LoadResult load(const QString &path, const LoadOptions &options,
        const std::function<void(const LoadProgress &)> &progress, std::stop_token stop)
        = 0;
    // The small model that comes with the program; empty where it is not installed.
    [[nodiscard]] virtual QString starterModel() const = 0;
};
