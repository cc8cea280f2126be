// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the library does away from the GUI thread: looking for models and reading their headers. All methods run on the
// library's thread; the signals carry the number of the search.
#pragma once

#include <memory>
#include <stop_token>

#include <QObject>

#include "inference/modelfiles.h"
#include "library/descriptioncache.h"
#include "library/modelfinder.h"

struct LibraryEntry {
    FoundModel file;
    ModelDescription description;
    bool described = false; // false: found, its header is still to be read
};

// A file that goes with a model, such as an adapter: nothing to list among models, whatever else is said about it.
[[nodiscard]] inline bool isOfAnotherKind(const ModelDescription &description)
{
    return description.problem && description.problem->code == InferenceError::Code::AnotherKind;
}

struct PlaceResult {
    LibraryPlace place;
    ModelFinder::Outcome outcome = ModelFinder::Outcome::Searched;
    int models = 0; // found here first
};

class LibrarySearcher : public QObject
{
    Q_OBJECT

public:
    LibrarySearcher(std::shared_ptr<const ModelFileReader> reader, const QString &cachePath, const QString &engine);

    // Looks in every place, then reads the headers that are not known from an earlier start. Files are reported in
    // batches while they are found; a search that was stopped ends without `finished`. What is reported as described and is
    // of another kind is no model: the places are reported again without it.
    void search(quint64 id, const QList<LibraryPlace> &places, const std::stop_token &stop);

Q_SIGNALS:
    void found(quint64 id, const QList<LibraryEntry> &entries); // the same path again when it has been described
    void searched(quint64 id, const QList<PlaceResult> &results); // every place has been looked at
    void finished(quint64 id);

private:
    struct Unknown {
        FoundModel file;
        qsizetype place; // among the results
    };
    void describe(quint64 id, const QList<Unknown> &files, QList<PlaceResult> &results, const std::stop_token &stop);

    std::shared_ptr<const ModelFileReader> m_reader;
    DescriptionCache m_cache;
    bool m_cacheRead = false;
};
