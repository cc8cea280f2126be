// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/libraryworker.h"

#include <QElapsedTimer>

namespace
{
constexpr qsizetype kBatch = 64; // models in one report
constexpr qint64 kBatchTime = 100; // ms: short enough that the list is seen to grow
}

LibrarySearcher::LibrarySearcher(
    std::shared_ptr<const ModelFileReader> reader, const QString &cachePath, const QString &engine)
    : m_reader(std::move(reader))
    , m_cache(cachePath, engine)
{
}

void LibrarySearcher::search(quint64 id, const QList<LibraryPlace> &places, const std::stop_token &stop)
{
    if (!m_cacheRead) {
        m_cacheRead = true;
        m_cache.read();
    }
    QList<LibraryEntry> batch;
    QList<FoundModel> unknown;
    QList<PlaceResult> results;
    const auto report = [&] {
        if (!batch.isEmpty() && !stop.stop_requested()) {
            Q_EMIT found(id, batch);
        }
        batch.clear();
    };
    QElapsedTimer sinceReport;
    sinceReport.start();
    ModelFinder finder(
        [&](const FoundModel &file) {
            ++results.last().models;
            if (const auto known = m_cache.find(file)) {
                batch.append({ file, *known, true });
            } else {
                batch.append({ file, {}, false });
                unknown.append(file);
            }
            if (batch.size() >= kBatch || sinceReport.elapsed() >= kBatchTime) {
                report();
                sinceReport.restart();
            }
        },
        stop);
    for (const LibraryPlace &place : places) {
        results.append({ place, ModelFinder::Outcome::Searched, 0 });
        results.last().outcome = finder.search(place);
    }
    report();
    if (stop.stop_requested()) {
        return;
    }
    Q_EMIT searched(id, results);
    describe(id, unknown, stop);
    m_cache.write(); // also what a stopped search has learned
    if (!stop.stop_requested()) {
        Q_EMIT finished(id);
    }
}

void LibrarySearcher::describe(quint64 id, const QList<FoundModel> &files, const std::stop_token &stop)
{
    for (const FoundModel &file : files) {
        if (stop.stop_requested()) {
            return;
        }
        LibraryEntry entry { file, m_reader->describe(file.path), true };
        m_cache.insert(file, entry.description);
        if (!stop.stop_requested()) {
            Q_EMIT found(id, { entry });
        }
    }
}
