// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/salvage.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

namespace
{
struct Table {
    QString name, key;
    QStringList columns; // the key first
};

QList<Table> tables()
{
    const auto list = [](const char *names) { return QString::fromLatin1(names).split(QLatin1Char(' ')); };
    return {
        { QStringLiteral("chats"), QStringLiteral("id"),
            list("id title created_ms updated_ms activity pinned deleted_ms system_prompt sampling preset model_path "
                 "draft active_root "
                 "hidden_up_to") },
        { QStringLiteral("messages"), QStringLiteral("id"),
            list("id chat_id parent_id active_child role state created_ms text error model seed prompt_tokens "
                 "cached_tokens generated_tokens "
                 "first_token_ms prefill_tokens_per_s decode_tokens_per_s context_used context_size thinking_s") },
        { QStringLiteral("attachments"), QStringLiteral("id"), list("id message_id name text") },
        { QStringLiteral("unsent"), QStringLiteral("id"), list("id draft system_prompt sampling preset") },
        { QStringLiteral("presets"), QStringLiteral("name"), list("name system_prompt sampling") },
    };
}

// Of those we know, the columns that an older version has.
QStringList columnsIn(Database &database, const Table &table)
{
    QStringList found;
    auto rows = database.run(QStringLiteral("PRAGMA table_info(%1)").arg(table.name));
    while (rows && rows->next()) {
        found << rows->text(1);
    }
    QStringList columns = table.columns;
    columns.removeIf([&found](const QString &name) { return !found.contains(name); });
    return columns;
}

class Transfer
{
public:
    Transfer(Database &from, Database &to)
        : m_from(from)
        , m_to(to)
    {
    }

    StoreResult<void> all()
    {
        for (const Table &table : tables()) {
            if (auto done = copy(table); !done) {
                return done;
            }
        }
        return mend();
    }

    TransferReport report;

private:
    StoreResult<void> copy(const Table &table)
    {
        m_table = table;
        m_table.columns = columnsIn(m_from, table);
        if (!m_table.columns.contains(table.key)) {
            return {}; // that version had no such table, or its schema cannot be read
        }
        m_copied.clear();
        const QString select
            = QStringLiteral("SELECT %1 FROM %2").arg(m_table.columns.join(QStringLiteral(", ")), table.name);
        bool whole = false;
        if (auto done = copyFrom(select, {}, whole); !done || whole) {
            return done;
        }
        // A page cannot be read. Which keys there are is asked from both ends and of the index, then row by row.
        QHash<QString, QVariant> keys; // by their text
        const QString byKey = QStringLiteral("SELECT %1 FROM %2 ORDER BY %1 ").arg(table.key, table.name);
        QStringList scans = { byKey + QStringLiteral("ASC"), byKey + QStringLiteral("DESC") };
        if (table.name == u"messages") {
            scans << QStringLiteral("SELECT id FROM messages INDEXED BY messages_of_chat");
        }
        for (const QString &scan : scans) {
            auto rows = m_from.run(scan);
            while (rows && rows->next()) {
                keys.insert(rows->text(0), rows->value(0));
            }
        }
        for (const QVariant &key : std::as_const(keys)) {
            bool found = false;
            if (!m_copied.contains(key.toString())) {
                if (auto done = copyFrom(select + QStringLiteral(" WHERE %1 = ?").arg(table.key), { key }, found);
                    !done) {
                    return done;
                }
                report.unreadable += m_copied.contains(key.toString()) ? 0 : 1;
            }
        }
        return {};
    }

    // `whole` becomes false when a page could not be read; an error is one of the target.
    StoreResult<void> copyFrom(const QString &select, const QVariantList &values, bool &whole)
    {
        auto rows = m_from.run(select, values);
        if (!rows) {
            whole = false;
            return {};
        }
        while (rows->next()) {
            QVariantList row;
            for (int i = 0; i < m_table.columns.size(); ++i) {
                row << (rows->value(i).isNull() ? QVariant(QString(u"")) : rows->value(i));
            }
            if (auto stored = store(row); !stored) {
                return stored;
            }
            m_copied.insert(row.first().toString());
        }
        whole = !rows->failed();
        return {};
    }

    StoreResult<void> store(const QVariantList &row)
    {
        if (m_table.name == u"messages") {
            const qint64 chat = row[m_table.columns.indexOf(u"chat_id")].toLongLong();
            const QString title = QCoreApplication::translate("ChatStore", "Recovered chat");
            auto placed
                = m_to.run(QStringLiteral("INSERT OR IGNORE INTO chats (id, title) VALUES (?, ?)"), { chat, title });
            if (!placed) {
                return std::unexpected(placed.error());
            }
        } else if (m_table.name == u"attachments") {
            auto owner = m_to.run(
                QStringLiteral("SELECT 1 FROM messages WHERE id = ?"), { row[m_table.columns.indexOf(u"message_id")] });
            if (!owner || !owner->next()) {
                return owner ? StoreResult<void>() : std::unexpected(owner.error());
            }
        }
        QStringList places, updates;
        for (const QString &column : std::as_const(m_table.columns)) {
            places << QStringLiteral("?");
            updates << QStringLiteral("%1 = excluded.%1").arg(column);
        }
        auto done
            = m_to.run(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT (%4) DO UPDATE SET %5")
                           .arg(m_table.name, m_table.columns.join(QStringLiteral(", ")),
                               places.join(QStringLiteral(", ")), m_table.key, updates.join(QStringLiteral(", "))),
                row);
        if (!done) {
            return std::unexpected(done.error());
        }
        report.chats += m_table.name == u"chats" ? 1 : 0;
        report.messages += m_table.name == u"messages" ? 1 : 0;
        return {};
    }

    // What refers to a row that was lost, and the indexes.
    StoreResult<void> mend()
    {
        for (const char *statement :
            {
                "UPDATE messages SET parent_id = 0 WHERE parent_id <> 0 AND parent_id NOT IN (SELECT id FROM messages)",
                "UPDATE chats SET activity = (SELECT coalesce(max(m.id), chats.id) FROM messages m WHERE m.chat_id = "
                "chats.id), "
                "updated_ms = (SELECT coalesce(max(m.created_ms), 0) FROM messages m WHERE m.chat_id = chats.id) WHERE "
                "activity = 0",
                "INSERT INTO message_index (message_index) VALUES ('rebuild')",
                "INSERT INTO title_index (title_index) VALUES ('rebuild')",
                // Partial answers are not in the index before they end.
                "INSERT INTO message_index (message_index, rowid, text) SELECT 'delete', id, text FROM messages WHERE "
                "state = 1",
            }) {
            if (auto done = m_to.run(QString::fromLatin1(statement)); !done) {
                return std::unexpected(done.error());
            }
        }
        return {};
    }

    Database &m_from;
    Database &m_to;
    Table m_table;
    QSet<QString> m_copied; // keys
};

std::unique_ptr<Database> readable(const QString &path)
{
    auto source = Database::openDamaged(path);
    return source ? std::move(*source) : nullptr;
}
}

StoreResult<TransferReport> transferRows(Database &from, Database &to)
{
    Transfer transfer(from, to);
    if (auto done = to.transaction([&transfer] { return transfer.all(); }); !done) {
        return std::unexpected(done.error());
    }
    return transfer.report;
}

StoreResult<Salvaged> salvage(const Database::Options &options)
{
    Salvaged result;
    result.movedTo
        = options.path + QStringLiteral(".corrupt-") + options.now().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    if (!QFile::rename(options.path, result.movedTo)) {
        return std::unexpected(StoreError {
            StoreError::Code::ReadOnly, QStringLiteral("%1: damaged, and cannot be moved aside").arg(options.path) });
    }
    for (const char *suffix : { "-wal", "-shm", "-journal" }) { // they belong to it, by name
        QFile::rename(options.path + QLatin1String(suffix), result.movedTo + QLatin1String(suffix));
    }
    auto fresh = Database::open(options);
    if (!fresh) {
        return std::unexpected(fresh.error());
    }
    result.database = std::move(*fresh);
    const std::unique_ptr<Database> damaged = readable(result.movedTo);
    const auto rescue = [&]() -> StoreResult<void> {
        const StoreResult<TransferReport> copied
            = damaged ? transferRows(*damaged, *result.database) : TransferReport { .unreadable = 1 };
        if (!copied) {
            return std::unexpected(copied.error());
        }
        result.report = *copied;
        return {};
    };
    if (auto done = rescue(); !done) {
        return std::unexpected(done.error());
    }
    if (result.report.unreadable > 0 || result.report.chats == 0) {
        for (const QString &backup : Database::backups(options.path)) {
            const auto source = readable(backup);
            const auto copied = source ? transferRows(*source, *result.database) : TransferReport {};
            if (copied && copied->chats > 0) {
                result.backup = backup;
                break;
            }
        }
        // Once more: what the damaged file gives is newer than the backup and has the last word.
        if (auto done = rescue(); !done) {
            return std::unexpected(done.error());
        }
    }
    auto count
        = result.database->run(QStringLiteral("SELECT (SELECT count(*) FROM chats), (SELECT count(*) FROM messages)"));
    if (count && count->next()) {
        result.report.chats = static_cast<int>(count->integer(0));
        result.report.messages = static_cast<int>(count->integer(1));
    }
    return result;
}
