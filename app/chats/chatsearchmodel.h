// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Search in everything that was ever said: chats by title, then messages by relevance, kMost together. The search runs a
// moment after the last key, on the store's thread; what an older query finds is dropped.
#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <QtQmlIntegration>

#include "chats/chatrecords.h"

class ChatStore;

class ChatSearchModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the ChatsController")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(bool active READ active NOTIFY queryChanged) // there is something to search for
    Q_PROPERTY(bool searching READ searching NOTIFY searchingChanged) // the rows are not those of the query yet
    Q_PROPERTY(int count READ count NOTIFY resultsChanged)

public:
    static constexpr int kMost = 100; // hits
    static constexpr int kDelay = 120; // ms after the last key

    enum Role {
        ChatIdRole = Qt::UserRole, // real
        MessageIdRole, // real; 0: the chat's title was found
        TitleRole, // string
        SnippetRole, // string: one line of plain text; empty for a title
        MarksRole, // list<int>: start, length, start, length… of what was found, in the snippet or the title
        DateRole, // string
    };
    Q_ENUM(Role)

    explicit ChatSearchModel(ChatStore &store, QObject *parent = nullptr);

    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] bool active() const { return !m_query.trimmed().isEmpty(); }
    [[nodiscard]] bool searching() const { return m_searching; }
    [[nodiscard]] int count() const { return static_cast<int>(m_hits.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void queryChanged();
    void searchingChanged();
    void resultsChanged();

private:
    void search();
    void show(const QList<SearchHit> &hits);
    void setSearching(bool searching);

    ChatStore &m_store;
    QString m_query;
    QList<SearchHit> m_hits;
    QTimer m_delay;
    int m_generation = 0;
    bool m_searching = false;
};
