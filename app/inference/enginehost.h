// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The GUI thread's side of the engine: owns its two threads, hands requests over, brings events back.
//
//   load()      -> ModelLoader on its own thread; the model in use stays usable meanwhile. When the new one is ready it
//                  is adopted between two answers, and only then the old one is released (so both are in memory for a
//                  moment). A failed or cancelled load changes nothing.
//   generate()  -> InferenceWorker on its own thread, one answer after the other.
//   stop(id)    -> requests the stop_source of that id: effective from the moment the id exists, so also before the
//                  worker has started on it.
//
// Events arrive as signals on the GUI thread, in order, from a queue that a 40 ms timer drains: at most kFlushBytes of
// text per flush. Each request ends with exactly one of loaded/loadFailed/unloaded/finished.
// The destructor stops everything and waits at most `patience` for each thread; a backend that doesn't stop by then is left
// behind with its thread, see OwnedThread.
#pragma once

#include <chrono>
#include <memory>
#include <stop_token>
#include <unordered_map>

#include <QObject>
#include <QThread>
#include <QTimer>

#include "inference/tokencounter.h"
#include "values/generationtypes.h"

class EventQueue;
class InferenceBackend;
class InferenceWorker;
class ModelLoader;

class EngineHost : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kFlushInterval { 40 };
    // Bytes. 16 KiB of Markdown at once stalled the event loop for 180 ms, 4 KiB for 90 (laying out, and painting without
    // a GPU); this is still 12 000 tokens a second.
    static constexpr qsizetype kFlushBytes = 2 * 1024;

    explicit EngineHost(std::shared_ptr<InferenceBackend> backend, QObject *parent = nullptr,
        std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~EngineHost() override;

    // Each returns the id its events carry. A second load cancels the first.
    RequestId load(const QString &path, const LoadOptions &options = {});
    RequestId unload();
    RequestId generate(const ChatRequest &request);
    void stop(RequestId id);
    // On a thread of its own, so also while an answer is generated; one after the other.
    RequestId countTokens(const TokenCountRequest &request);
    // Lets other programs run first: nice 10 for both threads and for those they start from now on. Only upwards: Linux
    // does not let a process take its old priority back.
    void yieldToOthers();

Q_SIGNALS:
    void loadProgressed(RequestId id, const LoadProgress &progress);
    void loaded(RequestId id, const ModelInfo &info);
    void loadFailed(RequestId id, const InferenceError &error);
    void unloaded(RequestId id);
    void prefillProgressed(RequestId id, const PrefillProgress &progress);
    void textArrived(RequestId id, const QByteArray &utf8, const GenerationFigures &soFar); // whole characters
    void finished(RequestId id, const GenerationOutcome &outcome);
    void tokensCounted(RequestId id, const TokenCounts &counts);
    void memoryChanged(const MemoryFigures &figures);
    void profileChanged(const EngineProfile &profile); // each second of an answer, and at its first token and end

private:
    struct Impl;
    std::unique_ptr<Impl> d;
};
