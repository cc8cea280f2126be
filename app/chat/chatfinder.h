// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Find in this chat: where a text occurs in what the reader sees of the messages (without the signs of Markdown), whatever
// its case, and a walk from one place to the next. There is one per window: the bar asks, the texts mark what is found.
// The first search of a chat reads all of it, O(its text); further ones read again only what has changed, and search.
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>
#include <QtQmlIntegration>

#include "chat/messagemodel.h"
#include "documents/blockmodel.h"

class ChatFinder : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(MessageModel *messages READ messages WRITE setMessages NOTIFY messagesChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged) // empty: finds nothing
    Q_PROPERTY(int count READ count NOTIFY found) // places
    Q_PROPERTY(int current READ current NOTIFY found) // 1.. of them, 0 = none
    // The current place; -1 where there is none.
    Q_PROPERTY(int row READ row NOTIFY placeChanged) // message
    Q_PROPERTY(BlockModel *blocks READ blocks NOTIFY placeChanged) // of that message; null for the user's own
    Q_PROPERTY(int block READ block NOTIFY placeChanged) // row of `blocks`
    Q_PROPERTY(int cell READ cell NOTIFY placeChanged) // of a table
    Q_PROPERTY(int offset READ offset NOTIFY placeChanged) // character of the text that is shown there
    // The marks (FoundMarks) that hold the current place, once they exist; they say so themselves.
    Q_PROPERTY(QQuickItem *holder READ holder WRITE setHolder NOTIFY holderChanged)

public:
    struct Place {
        int row = -1, block = -1, cell = -1, offset = -1;
        bool operator==(const Place &) const = default;
    };

    explicit ChatFinder(QObject *parent = nullptr);

    [[nodiscard]] MessageModel *messages() const { return m_messages; }
    void setMessages(MessageModel *messages);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] int count() const { return static_cast<int>(m_places.size()); }
    [[nodiscard]] int current() const { return m_current + 1; }
    [[nodiscard]] int row() const { return place().row; }
    [[nodiscard]] BlockModel *blocks() const;
    [[nodiscard]] int block() const { return place().block; }
    [[nodiscard]] int cell() const { return place().cell; }
    [[nodiscard]] int offset() const { return place().offset; }
    [[nodiscard]] Place place() const { return m_current >= 0 ? m_places[m_current] : Place(); }
    [[nodiscard]] QQuickItem *holder() const { return m_holder; }
    void setHolder(QQuickItem *holder);

    // Around at the ends.
    Q_INVOKABLE void next();
    Q_INVOKABLE void previous();

Q_SIGNALS:
    void messagesChanged();
    void queryChanged();
    void found();
    void placeChanged();
    void holderChanged();

private:
    struct Text { // as it is shown
        int block = -1, cell = -1;
        QString text;
    };
    struct Message {
        qsizetype size = -1; // of the source that was read
        QList<Text> texts;
    };
    [[nodiscard]] const QList<Text> &textsOf(int row);
    void search();
    void moveTo(int index); // in m_places
    void unfold(); // what hides the current place

    QPointer<MessageModel> m_messages;
    QHash<MessageId, Message> m_read; // while there is a query
    QString m_query;
    QList<Place> m_places; // in order
    int m_current = -1; // in m_places
    Place m_told; // with the last placeChanged()
    QPointer<QQuickItem> m_holder;
    QTimer m_later; // messages change often while one is streamed
};
