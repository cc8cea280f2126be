// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Descriptions of model files from one start to the next, so that a second look at the same library opens no model.
//
// Kept by path, size and time of change in one JSON file of the cache folder. Only what loads is kept: a broken or
// unsupported file is read again, because tomorrow's engine, or the rest of a download, may change the answer; it is also
// refused early and cheaply. The file is only a cache: missing, damaged, too large or of another version it is empty.
// Threads: one at a time.
#pragma once

#include <optional>

#include <QHash>
#include <QSet>

#include "inference/modelfiles.h"
#include "library/modelfinder.h"

class DescriptionCache
{
public:
    static constexpr int kVersion = 2; // of the file; raised whenever ModelDescription changes its meaning
    static constexpr qsizetype kMostBytes = 8 << 20;
    static constexpr int kMostModels = 4000;

    // An empty path keeps nothing on disk. `engine` names what wrote the descriptions; another name finds an empty cache.
    DescriptionCache(QString path, QString engine);

    void read();
    void write(); // if anything changed; one step, in which a crash leaves the old file
    [[nodiscard]] std::optional<ModelDescription> find(const FoundModel &file);
    // Ignored if it has a problem that may pass; that a file is of another kind stays so.
    void insert(const FoundModel &file, const ModelDescription &description);

private:
    struct Entry {
        quint64 bytes = 0;
        qint64 modified = 0;
        ModelDescription description;
    };

    QString m_path, m_engine;
    QHash<QString, Entry> m_entries; // by path
    QSet<QString> m_used; // paths asked for since the start: the others go first when there are too many
    bool m_changed = false;
};
