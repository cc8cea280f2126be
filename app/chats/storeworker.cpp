// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/storeworker.h"

#include <chrono>

#include <QFile>
#include <QHash>
#include <QSet>
#include <QTimer>

using namespace std::chrono_literals;

namespace
{
constexpr auto kIdle = 60s; // after opening, before a backup is made
constexpr qint64 kDayMs = 86'400'000;

// Trouble with the file or the disk, which another place does not have.
bool isOfTheFile(const StoreError &error)
{
    using Code = StoreError::Code;
    return error.code == Code::DiskFull || error.code == Code::ReadOnly || error.code == Code::Io
        || error.code == Code::Corrupt || error.code == Code::Locked;
}
}

StoreWorker::StoreWorker(const Database::Options &options, std::shared_ptr<IdSource> ids)
    : m_options(options)
    , m_ids(std::move(ids))
{
}

StoreResult<std::unique_ptr<Database>> StoreWorker::openFile()
{
    auto database = Database::open(m_options);
    if (!database && database.error().code == StoreError::Code::Corrupt) {
        auto saved = salvage(m_options);
        if (!saved) {
            return std::unexpected(saved.error());
        }
        Q_EMIT salvaged(saved->report.chats, saved->report.messages, saved->movedTo, saved->backup);
        database = std::move(saved->database);
    }
    if (!database) {
        return database;
    }
    ChatTables tables(**database);
    const auto ready = tables.closeInterrupted().and_then(
        [&](int) { return tables.emptyTrash((*database)->nowMs() - ChatTables::kTrashDays * kDayMs); });
    return ready ? std::move(database) : std::unexpected(ready.error());
}

void StoreWorker::open()
{
    if (m_options.path.isEmpty()) {
        m_database = Database::inMemory(m_options);
        Q_EMIT opened(0);
        return;
    }
    auto database = openFile();
    if (!database) {
        readOnly(database.error());
        return;
    }
    m_database = std::move(*database);
    QTimer::singleShot(kIdle, this, [this] {
        if (m_database && m_database->isFile()) {
            (void)m_database->backUpIfOld(); // a disk too full for it is said at the next write
        }
    });
    Q_EMIT onDisk();
    Q_EMIT opened(tables().lastId().value_or(0));
}

Saved StoreWorker::write(const Work &work)
{
    const auto attempt = [&] {
        ChatTables tables(*m_database);
        return m_database->transaction([&] { return work(tables); });
    };
    StoreResult<void> done = attempt();
    if (!done && m_database->isFile() && isOfTheFile(done.error())) {
        fallBack(done.error());
        done = attempt();
    }
    return { .durable = done && m_database->isFile(),
        .stored = done.has_value(),
        .error = done ? StoreError {} : done.error() };
}

void StoreWorker::fallBack(const StoreError &error)
{
    std::unique_ptr<Database> memory = Database::inMemory(m_options);
    const auto copied = transferRows(*m_database, *memory);
    m_fullCopy = copied && copied->unreadable == 0;
    m_database = std::move(memory);
    Q_EMIT inMemory(error);
}

void StoreWorker::readOnly(const StoreError &error)
{
    using Code = StoreError::Code;
    m_database = Database::inMemory(m_options);
    const bool another
        = error.code == Code::Locked || error.code == Code::Foreign; // is writing it, or it is none of ours
    if (const auto file = another ? std::unexpected(error) : Database::openReadOnly(m_options.path)) {
        const auto copied = transferRows(**file, *m_database);
        // A later version may hold what this one does not know: what is missing here was not deleted.
        m_fullCopy = copied && copied->unreadable == 0 && error.code != Code::Newer;
        (void)tables().closeInterrupted();
    }
    Q_EMIT inMemory(error);
    Q_EMIT opened(tables().lastId().value_or(0));
}

void StoreWorker::retry()
{
    if (m_database->isFile() || m_options.path.isEmpty()) {
        return;
    }
    auto file = openFile();
    if (!file) {
        Q_EMIT inMemory(file.error());
        return;
    }
    const auto moved = (*file)->transaction([&]() -> StoreResult<void> {
        if (m_fullCopy) { // what was deleted meanwhile
            QSet<qint64> kept;
            auto here = m_database->run(QStringLiteral("SELECT id FROM chats"));
            while (here && here->next()) {
                kept.insert(here->integer(0));
            }
            QList<ChatId> gone;
            {
                auto there = (*file)->run(QStringLiteral("SELECT id FROM chats"));
                while (there && there->next()) {
                    if (!kept.contains(there->integer(0))) {
                        gone << there->integer(0);
                    }
                }
            }
            for (const ChatId chat : std::as_const(gone)) {
                if (auto removed = ChatTables(**file).remove(chat); !removed) {
                    return removed;
                }
            }
        }
        const auto copied = transferRows(*m_database, **file);
        return copied ? StoreResult<void>() : std::unexpected(copied.error());
    });
    if (!moved) {
        Q_EMIT inMemory(moved.error());
        return;
    }
    m_database = std::move(*file);
    Q_EMIT onDisk();
    Q_EMIT opened(tables().lastId().value_or(0));
}

Saved StoreWorker::removeAll()
{
    retry(); // while in memory
    Saved saved = write([this](ChatTables &) -> StoreResult<void> {
        for (const char *statement : { "DELETE FROM attachments", "DELETE FROM messages", "DELETE FROM chats",
                 "DELETE FROM unsent", "INSERT INTO message_index (message_index) VALUES ('delete-all')",
                 "INSERT INTO title_index (title_index) VALUES ('delete-all')" }) {
            if (auto done = m_database->run(QString::fromLatin1(statement)); !done) {
                return std::unexpected(done.error());
            }
        }
        return {};
    });
    m_fullCopy = m_fullCopy || saved.stored;
    const auto failed
        = [&saved](const StoreError &error) { saved = { .durable = false, .stored = saved.stored, .error = error }; };
    if (const auto done = m_database->scrub(); !done) {
        failed(done.error());
    }
    const QStringList copies = m_options.path.isEmpty() ? QStringList() : Database::copies(m_options.path);
    for (const QString &copy : copies) {
        if (!QFile::remove(copy)) {
            failed({ StoreError::Code::ReadOnly, QStringLiteral("%1: cannot be deleted").arg(copy) });
        }
    }
    return saved;
}

ChatContents StoreWorker::withNewIds(ChatContents contents)
{
    QHash<MessageId, MessageId> renamed;
    contents.chat.summary.id = m_ids->next();
    for (MessageRecord &message : contents.messages) {
        const MessageId fresh = m_ids->next();
        renamed.insert(message.id, fresh);
        message.id = fresh;
        message.chat = contents.chat.summary.id;
        message.parent = renamed.value(message.parent); // before its children, see ChatContents
        message.state = message.state == MessageState::Partial ? MessageState::Interrupted : message.state;
    }
    for (MessageRecord &message : contents.messages) {
        message.activeChild = renamed.value(message.activeChild);
    }
    contents.chat.activeRoot = renamed.value(contents.chat.activeRoot);
    contents.chat.hiddenUpTo = renamed.value(contents.chat.hiddenUpTo);
    contents.chat.summary.activity
        = contents.messages.isEmpty() ? contents.chat.summary.id : contents.messages.last().id;
    if (contents.chat.summary.updatedMs == 0) {
        contents.chat.summary.updatedMs = m_options.now().toMSecsSinceEpoch();
    }
    return contents;
}

Saved StoreWorker::insert(const QList<ChatContents> &chats)
{
    QList<ChatContents> fresh;
    for (const ChatContents &chat : chats) {
        fresh << withNewIds(chat);
    }
    const Saved saved = write([&fresh](ChatTables &tables) {
        StoreResult<void> done;
        for (const ChatContents &chat : std::as_const(fresh)) {
            done = done.and_then([&] { return tables.insertContents(chat); });
        }
        return done;
    });
    Q_EMIT reloaded();
    return saved;
}
