// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The store's side of its thread: which database is in use, and what happens when it cannot be.
//
// When the file cannot be opened, or a write to it fails for a reason that lies in the file or the disk, work goes on in
// memory: with everything that could be read of the file, and the write that failed. retry() brings all of it back into
// the file. A damaged file is salvaged when it is opened.
#pragma once

#include <optional>

#include <QObject>

#include "conversations/chattables.h"
#include "conversations/salvage.h"

class StoreWorker : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<StoreResult<void>(ChatTables &)>;

    explicit StoreWorker(const Database::Options &options); // an empty path: memory from the start

    void open();
    void close();
    [[nodiscard]] Saved write(const Work &work);
    [[nodiscard]] ChatTables tables() { return ChatTables(*m_database); }
    [[nodiscard]] Database &database() { return *m_database; }
    void retry();

Q_SIGNALS:
    // `lastId`: the largest id in use. Emitted once, then whenever the database was changed for another one.
    void opened(qint64 lastId);
    void inMemory(const StoreError &error);
    void onDisk();
    void salvaged(int chats, int messages, const QString &movedTo, const QString &backup);

private:
    [[nodiscard]] StoreResult<std::unique_ptr<Database>> openFile();
    void fallBack(const StoreError &error);

    Database::Options m_options;
    std::unique_ptr<Database> m_database;
    bool m_fullCopy = false; // in memory: began as a copy of the whole file
};
