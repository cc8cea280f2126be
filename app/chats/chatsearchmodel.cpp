// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/chatsearchmodel.h"

#include <QLocale>

#include "chats/chatstore.h"

ChatSearchModel::ChatSearchModel(ChatStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &ChatSearchModel::search);
    // A chat that went to the trash or got a message may be among the hits.
    const auto again = [this] {
        if (active() && !m_delay.isActive()) {
            m_delay.start();
        }
    };
    connect(&store, &ChatStore::chatChanged, this, again);
    connect(&store, &ChatStore::chatRemoved, this, again);
    connect(&store, &ChatStore::reloaded, this, again);
}

void ChatSearchModel::setQuery(const QString &query)
{
    if (query == m_query) {
        return;
    }
    m_query = query;
    ++m_generation;
    Q_EMIT queryChanged();
    if (active()) {
        setSearching(true);
        m_delay.start();
    } else {
        m_delay.stop();
        setSearching(false);
        show({});
    }
}

void ChatSearchModel::search()
{
    m_store.search(m_query, kMost).then(this, [this, generation = m_generation](const QList<SearchHit> &hits) {
        if (generation == m_generation) {
            setSearching(false);
            show(hits);
        }
    });
}

void ChatSearchModel::setSearching(bool searching)
{
    if (searching != m_searching) {
        m_searching = searching;
        Q_EMIT searchingChanged();
    }
}

void ChatSearchModel::show(const QList<SearchHit> &hits)
{
    beginResetModel();
    m_hits = hits;
    endResetModel();
    Q_EMIT resultsChanged();
}

int ChatSearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ChatSearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const SearchHit &hit = m_hits[index.row()];
    switch (role) {
    case ChatIdRole:
        return static_cast<double>(hit.chat.id);
    case MessageIdRole:
        return static_cast<double>(hit.message);
    case Qt::DisplayRole:
    case TitleRole:
        return hit.message == 0 ? hit.snippet : hit.chat.title;
    case SnippetRole:
        return hit.message == 0 ? QString() : hit.snippet;
    case MarksRole: {
        QList<int> marks;
        for (const SearchHit::Range &mark : hit.marks) {
            marks << static_cast<int>(mark.start) << static_cast<int>(mark.length);
        }
        return QVariant::fromValue(marks);
    }
    case DateRole:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(hit.chat.updatedMs).date(), QLocale::ShortFormat);
    default:
        return {};
    }
}

QHash<int, QByteArray> ChatSearchModel::roleNames() const
{
    return {
        { ChatIdRole, "chatId" },
        { MessageIdRole, "messageId" },
        { TitleRole, "title" },
        { SnippetRole, "snippet" },
        { MarksRole, "marks" },
        { DateRole, "date" },
    };
}
