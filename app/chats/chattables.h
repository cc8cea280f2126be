// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The statements of the store: one method, one thing that happens to chats. Each write is one transaction (or
// part of the caller's) and keeps the search indexes in step: messages are in theirs unless they are being written.
// Unknown values in a row become defaults: a chat that cannot be understood in part is still listed and opened.
#pragma once

#include "chats/database.h"

class ChatTables
{
public:
    static constexpr qint64 kTrashDays = 30;

    explicit ChatTables(Database &database)
        : m_db(database)
    {
    }

    // ---- reading
    // The place in the order (pinned first, then the latest activity) after which a page begins.
    struct Cursor {
        bool pinned = true;
        qint64 activity = std::numeric_limits<qint64>::max();
    };
    [[nodiscard]] StoreResult<QList<ChatSummary>> page(Cursor after, int limit);
    [[nodiscard]] StoreResult<QList<ChatSummary>> trash(int limit); // latest first
    [[nodiscard]] StoreResult<ChatSummary> summary(ChatId chat);
    [[nodiscard]] StoreResult<ChatContents> contents(ChatId chat); // three statements, however long
    [[nodiscard]] StoreResult<QList<ChatRecord>> unsent(); // oldest first
    [[nodiscard]] StoreResult<QList<ChatId>> allChats(); // not in the trash, oldest first
    // Every word of `text` as the beginning of a word; titles first, then messages by relevance.
    [[nodiscard]] StoreResult<QList<SearchHit>> search(const QString &text, int limit);
    [[nodiscard]] StoreResult<QList<Preset>> presets(); // by name
    [[nodiscard]] StoreResult<qint64> lastId();

    // ---- writing
    [[nodiscard]] StoreResult<void> insert(const ChatRecord &chat);
    // A chat without a message: its draft and options, kept apart from the chats until insert(). No draft deletes it.
    [[nodiscard]] StoreResult<void> saveUnsent(const ChatRecord &chat);
    // They follow each other, the first one what it names as its parent, and become the active branch; this is the chat's
    // latest activity.
    [[nodiscard]] StoreResult<void> append(const QList<MessageRecord> &messages);
    [[nodiscard]] StoreResult<void> saveText(MessageId message, const QString &text); // of a Partial one
    [[nodiscard]] StoreResult<void> finish(
        const MessageRecord &message); // text, state, error and figures of a Partial one
    [[nodiscard]] StoreResult<void> reopen(MessageId message); // becomes Partial, to be continued
    [[nodiscard]] StoreResult<void> choose(ChatId chat, MessageId parent, MessageId child);
    [[nodiscard]] StoreResult<void> rename(ChatId chat, const QString &title);
    [[nodiscard]] StoreResult<void> setPinned(ChatId chat, bool pinned);
    [[nodiscard]] StoreResult<void> setOptions(ChatId chat, const ChatOptions &options);
    [[nodiscard]] StoreResult<void> setDraft(ChatId chat, const QString &draft);
    [[nodiscard]] StoreResult<void> setHiddenUpTo(ChatId chat, MessageId message); // see ChatRecord
    [[nodiscard]] StoreResult<void> moveToTrash(ChatId chat);
    [[nodiscard]] StoreResult<void> restore(ChatId chat);
    [[nodiscard]] StoreResult<void> remove(ChatId chat); // for good, from the search index too
    [[nodiscard]] StoreResult<void> insertContents(const ChatContents &contents); // ids must be new
    [[nodiscard]] StoreResult<void> savePreset(const Preset &preset);
    [[nodiscard]] StoreResult<void> removePreset(const QString &name);

    // ---- at the start
    // Answers that were being written when the program ended; how many.
    [[nodiscard]] StoreResult<int> closeInterrupted();
    [[nodiscard]] StoreResult<int> emptyTrash(qint64 olderThanMs); // UTC; how many

private:
    [[nodiscard]] StoreResult<void> exec(const QString &sql, const QVariantList &values);
    [[nodiscard]] StoreResult<void> removeRows(ChatId chat);
    [[nodiscard]] StoreResult<void> mergeIndexes();
    [[nodiscard]] StoreResult<void> insertMessage(const MessageRecord &message);
    [[nodiscard]] StoreResult<void> index(MessageId message, bool add);
    [[nodiscard]] StoreResult<void> setTitle(ChatId chat, const QString &title);
    [[nodiscard]] StoreResult<void> touch(ChatId chat, qint64 activity);

    Database &m_db;
};
