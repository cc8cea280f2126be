// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/chattables.h"

#include <QJsonDocument>

namespace
{
const QString kInsertMessage = QStringLiteral("INSERT INTO messages (id, chat_id, parent_id, active_child, role, "
                                              "state, created_ms, text, error, model, seed, prompt_tokens, "
                                              "cached_tokens, generated_tokens, first_token_ms, prefill_tokens_per_s, "
                                              "decode_tokens_per_s, context_used, context_size, thinking_s) "
                                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

QVariantList figureValues(const MessageRecord &message)
{
    const GenerationFigures &f = message.figures;
    return { message.model, static_cast<qint64>(message.seed), f.promptTokens, f.cachedTokens, f.generatedTokens,
        f.timeToFirstTokenMs, f.prefillTokensPerSecond, f.decodeTokensPerSecond, f.contextUsed, f.contextSize,
        message.thinkingSeconds };
}

QString text(const QString &value)
{
    return value.isNull() ? QString(u"") : value; // a null string would be bound as NULL
}

QString json(const SamplingOptions &sampling)
{
    return QString::fromUtf8(QJsonDocument(sampling.toJson()).toJson(QJsonDocument::Compact));
}
}

StoreResult<void> ChatTables::exec(const QString &sql, const QVariantList &values)
{
    auto done = m_db.run(sql, values);
    return done ? StoreResult<void>() : std::unexpected(done.error());
}

StoreResult<void> ChatTables::index(MessageId message, bool add)
{
    return add
        ? exec(QStringLiteral("INSERT INTO message_index (rowid, text) SELECT id, text FROM messages WHERE id = ?"),
              { message })
        : exec(QStringLiteral(
                   "INSERT INTO message_index (message_index, rowid, text) SELECT 'delete', id, text FROM messages "
                   "WHERE id = ? AND state <> 1"),
              { message });
}

StoreResult<void> ChatTables::insert(const ChatRecord &chat)
{
    return m_db.transaction([&] {
        const ChatSummary &s = chat.summary;
        return exec(QStringLiteral("INSERT INTO chats (id, title, created_ms, updated_ms, activity, pinned, "
                                   "deleted_ms, system_prompt, sampling, "
                                   "preset, model_path, draft, active_root, hidden_up_to) VALUES (?, ?, ?, ?, ?, ?, ?, "
                                   "?, ?, ?, ?, ?, ?, ?)"),
            { s.id, text(s.title), chat.createdMs, s.updatedMs, s.activity, s.pinned ? 1 : 0, s.deletedMs,
                text(chat.options.systemPrompt), json(chat.options.sampling), text(chat.options.preset),
                text(chat.options.modelPath), text(chat.draft), chat.activeRoot, chat.hiddenUpTo })
            .and_then([&] {
                return exec(
                    QStringLiteral("INSERT INTO title_index (rowid, title) VALUES (?, ?)"), { s.id, text(s.title) });
            })
            .and_then([&] { return exec(QStringLiteral("DELETE FROM unsent WHERE id = ?"), { s.id }); });
    });
}

StoreResult<void> ChatTables::saveUnsent(const ChatRecord &chat)
{
    const ChatOptions &o = chat.options;
    return chat.draft.isEmpty()
        ? exec(QStringLiteral("DELETE FROM unsent WHERE id = ?"), { chat.summary.id })
        : exec(QStringLiteral(
                   "INSERT OR REPLACE INTO unsent (id, draft, system_prompt, sampling, preset) VALUES (?, ?, ?, ?, ?)"),
              { chat.summary.id, chat.draft, text(o.systemPrompt), json(o.sampling), text(o.preset) });
}

StoreResult<void> ChatTables::insertMessage(const MessageRecord &message)
{
    QVariantList values
        = { message.id, message.chat, message.parent, message.activeChild, static_cast<int>(message.role),
              static_cast<int>(message.state), message.createdMs, text(message.text), text(message.error) };
    values += figureValues(message);
    values[9] = text(message.model);
    StoreResult<void> done = exec(kInsertMessage, values);
    for (const Attachment &attachment : message.attachments) {
        done = done.and_then([&] {
            return exec(QStringLiteral("INSERT INTO attachments (message_id, name, text) VALUES (?, ?, ?)"),
                { message.id, text(attachment.name), text(attachment.text) });
        });
    }
    if (message.state == MessageState::Partial) {
        return done;
    }
    return done.and_then([&] { return index(message.id, true); });
}

StoreResult<void> ChatTables::touch(ChatId chat, qint64 activity)
{
    return exec(QStringLiteral("UPDATE chats SET activity = max(activity, ?), updated_ms = ? WHERE id = ?"),
        { activity, m_db.nowMs(), chat });
}

StoreResult<void> ChatTables::append(const QList<MessageRecord> &messages)
{
    return m_db.transaction([&]() -> StoreResult<void> {
        StoreResult<void> done;
        for (const MessageRecord &message : messages) {
            done = done.and_then([&] { return insertMessage(message); }).and_then([&] {
                return choose(message.chat, message.parent, message.id);
            });
        }
        return messages.isEmpty() ? done
                                  : done.and_then([&] { return touch(messages.last().chat, messages.last().id); });
    });
}

StoreResult<void> ChatTables::choose(ChatId chat, MessageId parent, MessageId child)
{
    return parent == 0 ? exec(QStringLiteral("UPDATE chats SET active_root = ? WHERE id = ?"), { child, chat })
                       : exec(QStringLiteral("UPDATE messages SET active_child = ? WHERE id = ?"), { child, parent });
}

StoreResult<void> ChatTables::saveText(MessageId message, const QString &value)
{
    return exec(QStringLiteral("UPDATE messages SET text = ? WHERE id = ? AND state = 1"), { text(value), message });
}

StoreResult<void> ChatTables::finish(const MessageRecord &message)
{
    return m_db.transaction([&] {
        QVariantList values = { text(message.text), static_cast<int>(message.state), text(message.error) };
        values += figureValues(message);
        values[3] = text(message.model);
        values << message.id;
        return index(message.id, false)
            .and_then([&] {
                return exec(QStringLiteral("UPDATE messages SET text = ?, state = ?, error = ?, model = ?, seed = ?, "
                                           "prompt_tokens = ?, cached_tokens = ?, "
                                           "generated_tokens = ?, first_token_ms = ?, prefill_tokens_per_s = ?, "
                                           "decode_tokens_per_s = ?, context_used = ?, "
                                           "context_size = ?, thinking_s = ? WHERE id = ?"),
                    values);
            })
            .and_then([&] { return index(message.id, true); });
    });
}

StoreResult<void> ChatTables::reopen(MessageId message)
{
    return m_db.transaction([&] {
        return index(message, false).and_then([&] {
            return exec(QStringLiteral("UPDATE messages SET state = 1 WHERE id = ?"), { message });
        });
    });
}

StoreResult<void> ChatTables::setTitle(ChatId chat, const QString &title)
{
    return exec(
        QStringLiteral(
            "INSERT INTO title_index (title_index, rowid, title) SELECT 'delete', id, title FROM chats WHERE id = ?"),
        { chat })
        .and_then(
            [&] { return exec(QStringLiteral("UPDATE chats SET title = ? WHERE id = ?"), { text(title), chat }); })
        .and_then([&] {
            return exec(
                QStringLiteral("INSERT INTO title_index (rowid, title) SELECT id, title FROM chats WHERE id = ?"),
                { chat });
        });
}

StoreResult<void> ChatTables::rename(ChatId chat, const QString &title)
{
    return m_db.transaction([&] { return setTitle(chat, title); });
}

StoreResult<void> ChatTables::setPinned(ChatId chat, bool pinned)
{
    return exec(QStringLiteral("UPDATE chats SET pinned = ? WHERE id = ?"), { pinned ? 1 : 0, chat });
}

StoreResult<void> ChatTables::setOptions(ChatId chat, const ChatOptions &options)
{
    return exec(
        QStringLiteral("UPDATE chats SET system_prompt = ?, sampling = ?, preset = ?, model_path = ? WHERE id = ?"),
        { text(options.systemPrompt), json(options.sampling), text(options.preset), text(options.modelPath), chat });
}

StoreResult<void> ChatTables::setDraft(ChatId chat, const QString &draft)
{
    return exec(QStringLiteral("UPDATE chats SET draft = ? WHERE id = ?"), { text(draft), chat });
}

StoreResult<void> ChatTables::setHiddenUpTo(ChatId chat, MessageId message)
{
    return exec(QStringLiteral("UPDATE chats SET hidden_up_to = ? WHERE id = ?"), { message, chat });
}

StoreResult<void> ChatTables::moveToTrash(ChatId chat)
{
    return exec(
        QStringLiteral("UPDATE chats SET deleted_ms = ? WHERE id = ? AND deleted_ms = 0"), { m_db.nowMs(), chat });
}

StoreResult<void> ChatTables::restore(ChatId chat)
{
    return exec(QStringLiteral("UPDATE chats SET deleted_ms = 0 WHERE id = ?"), { chat });
}

StoreResult<void> ChatTables::remove(ChatId chat)
{
    return removeRows(chat).and_then([&] { return mergeIndexes(); });
}

// A word that is deleted from an FTS5 index stays in its old segments until they are merged (or, with SQLite 3.42, not at
// all: Debian 12 has 3.40). Costs O(index), 0.4 s for 10 MB of chats, on the thread of the store.
StoreResult<void> ChatTables::mergeIndexes()
{
    return exec(QStringLiteral("INSERT INTO message_index (message_index) VALUES ('optimize')"), {}).and_then([&] {
        return exec(QStringLiteral("INSERT INTO title_index (title_index) VALUES ('optimize')"), {});
    });
}

StoreResult<void> ChatTables::removeRows(ChatId chat)
{
    return m_db.transaction([&] {
        return exec(
            QStringLiteral(
                "INSERT INTO message_index (message_index, rowid, text) SELECT 'delete', id, text FROM messages "
                "WHERE chat_id = ? AND state <> 1"),
            { chat })
            .and_then([&] {
                return exec(QStringLiteral("INSERT INTO title_index (title_index, rowid, title) SELECT 'delete', id, "
                                           "title FROM chats WHERE id = ?"),
                    { chat });
            })
            .and_then([&] { return exec(QStringLiteral("DELETE FROM chats WHERE id = ?"), { chat }); });
    });
}

StoreResult<void> ChatTables::insertContents(const ChatContents &contents)
{
    return m_db.transaction([&] {
        StoreResult<void> done = insert(contents.chat);
        for (const MessageRecord &message : contents.messages) {
            done = done.and_then([&] { return insertMessage(message); });
        }
        return done;
    });
}

StoreResult<void> ChatTables::savePreset(const Preset &preset)
{
    return exec(QStringLiteral("INSERT OR REPLACE INTO presets VALUES (?, ?, ?)"),
        { text(preset.name), text(preset.systemPrompt), json(preset.sampling) });
}

StoreResult<void> ChatTables::removePreset(const QString &name)
{
    return exec(QStringLiteral("DELETE FROM presets WHERE name = ?"), { text(name) });
}

StoreResult<int> ChatTables::closeInterrupted()
{
    int closed = 0;
    auto done = m_db.transaction([&]() -> StoreResult<void> {
        QList<MessageId> open;
        {
            auto rows = m_db.run(QStringLiteral("SELECT id FROM messages WHERE state = 1"));
            while (rows && rows->next()) {
                open << rows->integer(0);
            }
        }
        StoreResult<void> all;
        for (const MessageId id : std::as_const(open)) {
            all = all.and_then(
                         [&] { return exec(QStringLiteral("UPDATE messages SET state = 5 WHERE id = ?"), { id }); })
                      .and_then([&] { return index(id, true); });
        }
        closed = static_cast<int>(open.size());
        return all;
    });
    return done ? StoreResult<int>(closed) : std::unexpected(done.error());
}

StoreResult<int> ChatTables::emptyTrash(qint64 olderThanMs)
{
    QList<ChatId> old;
    {
        auto rows
            = m_db.run(QStringLiteral("SELECT id FROM chats WHERE deleted_ms > 0 AND deleted_ms < ?"), { olderThanMs });
        if (!rows) {
            return std::unexpected(rows.error());
        }
        while (rows->next()) {
            old << rows->integer(0);
        }
    }
    StoreResult<void> done;
    for (const ChatId chat : std::as_const(old)) {
        done = done.and_then([&] { return removeRows(chat); });
    }
    if (!old.isEmpty()) {
        done = done.and_then([&] { return mergeIndexes(); });
    }
    return done ? StoreResult<int>(static_cast<int>(old.size())) : std::unexpected(done.error());
}
