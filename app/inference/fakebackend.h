// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A backend without an engine: canned Markdown answers at a chosen speed. For tests, --demo and --self-test.
//
// Deterministic: the same requests give the same text, and the same figures unless a speed is set (then they are measured). Any path loads, unless its
// file name is in `failures`. It can be held at a chosen point, so that a test or a screenshot finds it there.
// Thread-safe as InferenceBackend asks, and release() from any thread.
#pragma once

#include <chrono>
#include <memory>

#include <QHash>
#include <QStringList>

#include "inference/inferencebackend.h"

struct FakeOptions {
    double tokensPerSecond = 28; // 0 = as fast as possible
    double prefillTokensPerSecond = 480; // 0 = as fast as possible
    std::chrono::milliseconds loadTime { 600 }; // 0 = at once
    int contextSize = 8192; // tokens
    QStringList answers; // by turn, then around again; empty = the built-in ones
    QHash<QString, InferenceError> failures; // file name -> why it doesn't load
    // Held until release() or a stop request; negative = never.
    double holdLoadAt = -1; // 0..1
    int holdPrefillAt = -1; // tokens
    int holdAfterTokens = -1; // generated
    int failAfterTokens = -1; // the answer ends with `generationError`
    InferenceError generationError { InferenceError::Code::Numeric, {} };
    QString starter; // path of the starter model; empty = not installed
    quint64 availableMemory = 12'000'000'000; // bytes
    bool deaf = false; // ignores stop requests: for the test of the host's patience
};

class FakeBackend : public InferenceBackend
{
public:
    explicit FakeBackend(FakeOptions options = {});
    ~FakeBackend() override;

    [[nodiscard]] QString starterModel() const override;
    [[nodiscard]] LoadResult load(const QString &path, const LoadOptions &options,
        const std::function<void(const LoadProgress &)> &progress, std::stop_token stop) override;
    // By the file's name: architecture, size and quantisation of the models people have; see fakemodelfiles.h.
    [[nodiscard]] ModelDescription describe(const QString &path) const override;
    [[nodiscard]] std::expected<ModelContents, InferenceError> contents(const QString &path) const override;
    [[nodiscard]] int defaultContext(const KvCost &cost, int trainedContext, quint64 available) const override;
    [[nodiscard]] quint64 availableMemory() const override;

    void release(); // opens every hold, for good
    // Counts for tests.
    [[nodiscard]] int liveModels() const; // loaded and not yet destroyed
    [[nodiscard]] int startedAnswers() const;
    [[nodiscard]] QList<ChatTurn> lastPrompt() const; // of the newest answer that was started
    [[nodiscard]] int describedFiles() const;

    // Markdown with prose, lists, tables and code of about `tokens` tokens.
    [[nodiscard]] static QString longAnswer(int tokens);

    struct Shared;

private:
    std::shared_ptr<Shared> m_shared;
};
