// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The store's side of its thread: which database is in use, and what happens when it cannot be.
//
// When the file cannot be opened (it is read-only, or a later version's), or a write to it fails for a reason that lies in
// the file or the disk, work continues in memory: with all that could be read of the file, and the write that failed.
// Only a file that another instance is writing is not read. retry() brings all of it back into the file. A damaged file
// is salvaged when it is opened.
#pragma once

#include <memory>
#include <optional>

#include <QObject>

#include "chats/chattables.h"
#include "chats/idsource.h"
#include "chats/salvage.h"

class StoreWorker : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<StoreResult<void>(ChatTables &)>;

    // An empty path: memory from the start. `ids` is shared with the thread that asks.
    StoreWorker(const Database::Options &options, std::shared_ptr<IdSource> ids);

    void open();
    [[nodiscard]] Saved write(const Work &work);
    [[nodiscard]] ChatTables tables() { return ChatTables(*m_database); }
    [[nodiscard]] Database &database() { return *m_database; }
    void retry();
    // Every chat, in every file: in use, backed up or moved aside. `durable` is false while the file cannot be written;
    // its chats then go when retry() succeeds.
    [[nodiscard]] Saved removeAll();
    // A copy of these, ready to be inserted: every id is a new one.
    [[nodiscard]] ChatContents withNewIds(ChatContents contents);
    [[nodiscard]] Saved insert(const QList<ChatContents> &chats); // with new ids, in one transaction

Q_SIGNALS:
    // `lastId`: the largest id in use. Emitted once, then whenever the database was changed for another one.
    void opened(qint64 lastId);
    void inMemory(const StoreError &error);
    void onDisk();
    void salvaged(int chats, int messages, const QString &movedTo, const QString &backup);
    // See ChatStore, for which work on this thread emits them: the store itself may be gone by then.
    void chatChanged(const ChatSummary &chat);
    void chatRemoved(ChatId chat);
    void reloaded();

private:
    [[nodiscard]] StoreResult<std::unique_ptr<Database>> openFile();
    void fallBack(const StoreError &error);
    void readOnly(const StoreError &error); // the file cannot be opened as it should: what can be read of it, in memory

    Database::Options m_options;
    std::shared_ptr<IdSource> m_ids;
    std::unique_ptr<Database> m_database;
    bool m_fullCopy = false; // in memory: what is not there is not wanted in the file either
};
