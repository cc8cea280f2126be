// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Find in this chat: where a text occurs in the messages that are shown, whatever its case, and a walk from one place to
// the next. Searching costs O(text of the chat) per change of the query, about 5 ms for 500 long messages.
#pragma once

#include <QObject>
#include <QPointer>
#include <QtQmlIntegration>

#include "chat/messagemodel.h"

class ChatFinder : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(MessageModel *messages READ messages WRITE setMessages NOTIFY messagesChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY found) // empty: finds nothing
    Q_PROPERTY(int count READ count NOTIFY found) // places
    Q_PROPERTY(int current READ current NOTIFY currentChanged) // 1.. of them, 0 = none
    Q_PROPERTY(int row READ row NOTIFY currentChanged) // the message of the current one, -1 = none

public:
    static constexpr qsizetype kMost = 10'000; // places

    explicit ChatFinder(QObject *parent = nullptr);

    [[nodiscard]] MessageModel *messages() const { return m_messages; }
    void setMessages(MessageModel *messages);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int current() const { return m_current + 1; }
    [[nodiscard]] int row() const { return m_current >= 0 ? m_rows[m_current] : -1; }

    // Around at the ends.
    Q_INVOKABLE void next();
    Q_INVOKABLE void previous();

Q_SIGNALS:
    void messagesChanged();
    void found();
    void currentChanged();

private:
    void search();
    void step(int by);

    QPointer<MessageModel> m_messages;
    QString m_query;
    QList<int> m_rows; // of each place, in order
    int m_current = -1; // in m_rows
};
