// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The models of the library as rows, in the order in which they were found; LibraryView sorts and filters them.
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QtQmlIntegration>

#include "library/libraryworker.h"

class ModelListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    enum Role {
        PathRole = Qt::UserRole, // string: absolute
        TitleRole, // string: the file's name without ending, or Ollama's name of it
        OriginRole, // string: "Qwen/Qwen2.5-Coder-7B-Instruct-GGUF", "~/Models"
        PlaceRole, // string: "Ollama"
        FactsRole, // string: "qwen2 · Q4_K_M · 7.6 billion parameters"
        SizeRole, // string: "4.7 GB"
        ContextRole, // string: "32k"
        LicenceRole, // string
        ReadingRole, // bool: the header has not been read yet
        UsableRole, // bool: it would load
        ProblemRole, // string: in the user's words, "The end of the file is missing"; empty if there is none
        ReasonRole, // string: the engine's words
        CurrentRole, // bool: it is the loaded one
        // For sorting only.
        BytesRole, // quint64
        RecentRole, // int: 0 = opened last; a large number if never
        ModifiedRole, // qint64: ms since 1970
    };

    explicit ModelListModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const LibraryEntry *find(const QString &path) const; // nullptr if absent; until the next change
    [[nodiscard]] const LibraryEntry &at(int row) const;

    // Adds or updates, and marks the entries as seen by search `id`. A described file that is found again unchanged keeps
    // its description until the new one is there. What turns out to be of another kind goes.
    void merge(quint64 id, const QList<LibraryEntry> &entries);
    void removeUnseen(quint64 id); // entries that search `id` did not see
    void setCurrent(const QString &path);
    void setRecent(const QStringList &paths); // newest first

private:
    struct Row {
        LibraryEntry entry;
        quint64 seen = 0; // the last search that found it
    };
    void remove(int row);

    QList<Row> m_rows;
    QHash<QString, int> m_rowOf; // by path
    QHash<QString, int> m_recent; // by path: 0 = newest
    QString m_current;
};
