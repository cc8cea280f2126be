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
    QList<Unknown> unknown;
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
            const auto known = m_cache.find(file);
            if (known && isOfAnotherKind(*known)) {
                return;
            }
            ++results.last().models;
            if (known) {
                batch.append({ file, *known, true });
            } else {
                batch.append({ file, {}, false });
                unknown.append({ file, results.size() - 1 });
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
    describe(id, unknown, results, stop);
    m_cache.write(); // also what a stopped search has learned
    if (!stop.stop_requested()) {
        Q_EMIT finished(id);
    }
}

void LibrarySearcher::describe(
    quint64 id, const QList<Unknown> &files, QList<PlaceResult> &results, const std::stop_token &stop)
{
    bool fewer = false;
    for (const auto &[file, place] : files) {
        if (stop.stop_requested()) {
            return;
        }
        LibraryEntry entry { file, m_reader->describe(file.path), true };
        m_cache.insert(file, entry.description);
        if (isOfAnotherKind(entry.description)) {
            --results[place].models;
            fewer = true;
        }
        if (!stop.stop_requested()) {
            Q_EMIT found(id, { entry });
        }
    }
    if (fewer) {
        Q_EMIT searched(id, results);
    }
}
