// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the tests of the store share: a folder, ready-made records, and a way to look into a file behind the store's back.
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include "chats/chattables.h"

// The names of its values are in app_core, which the tests of the store do not link.
template <> inline char *QTest::toString(const MessageState::State &state)
{
    return qstrdup(QByteArray::number(static_cast<int>(state)).constData());
}

// Runs statements on a connection of its own, closed again afterwards; the first column of the last result.
inline QVariantList sqlite(const QString &file, const QStringList &statements)
{
    const QString name = QStringLiteral("behind-the-back");
    QVariantList column;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        if (database.open()) {
            for (const QString &statement : statements) {
                QSqlQuery query(database);
                if (!query.exec(statement)) {
                    qWarning("%s: %s", qPrintable(statement.first(std::min<qsizetype>(60, statement.size()))),
                        qPrintable(query.lastError().text()));
                }
                column.clear();
                while (query.next()) {
                    column << query.value(0);
                }
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
    return column;
}

inline ChatRecord chatRecord(ChatId id, const QString &title)
{
    ChatRecord chat;
    chat.summary = { .id = id, .title = title, .updatedMs = 1'760'000'000'000 + id, .activity = id };
    chat.createdMs = 1'760'000'000'000 + id;
    return chat;
}

inline MessageRecord messageRecord(MessageId id, ChatId chat, MessageId parent, const QString &text,
    MessageRole role = MessageRole::User, MessageState::State state = MessageState::Complete)
{
    MessageRecord message;
    message.id = id;
    message.chat = chat;
    message.parent = parent;
    message.role = role;
    message.state = state;
    message.createdMs = 1'760'000'000'000 + id;
    message.text = text;
    return message;
}

struct StoreFolder {
    QTemporaryDir folder;
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("data/chats.db")); }
    [[nodiscard]] Database::Options options() const { return { .path = path() }; }
    [[nodiscard]] QStringList files(const QString &pattern) const
    {
        return QDir(folder.filePath(QStringLiteral("data"))).entryList({ pattern }, QDir::Files);
    }
    // `chats` chats with `messages` messages of about 1000 characters each, closed properly.
    void fill(int chats, int messages) const
    {
        auto database = Database::open(options());
        QVERIFY(database.has_value());
        ChatTables tables(**database);
        for (int c = 1; c <= chats; ++c) {
            const ChatId chat = c * 1000;
            QVERIFY(tables.insert(chatRecord(chat, QStringLiteral("Chat %1").arg(c))).has_value());
            QList<MessageRecord> list;
            for (int m = 1; m <= messages; ++m) {
                list << messageRecord(chat + m, chat, m == 1 ? 0 : chat + m - 1,
                    QStringLiteral("word%1 ").arg(chat + m).repeated(100),
                    m % 2 ? MessageRole::User : MessageRole::Assistant);
            }
            QVERIFY(tables.append(list).has_value());
        }
    }
};
