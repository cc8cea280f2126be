// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/chatfinder.h"

ChatFinder::ChatFinder(QObject *parent)
    : QObject(parent)
{
}

void ChatFinder::setMessages(MessageModel *messages)
{
    if (messages == m_messages) {
        return;
    }
    if (m_messages) {
        m_messages->disconnect(this);
    }
    m_messages = messages;
    if (messages) {
        connect(messages, &MessageModel::countChanged, this, &ChatFinder::search);
    }
    Q_EMIT messagesChanged();
    search();
}

void ChatFinder::setQuery(const QString &query)
{
    if (query != m_query) {
        m_query = query;
        m_current = -1;
        search();
    }
}

void ChatFinder::search()
{
    const int rowBefore = row();
    m_rows.clear();
    for (int row = 0; m_messages && !m_query.isEmpty() && row < m_messages->count(); ++row) {
        const QString text = m_messages->copyText(row);
        for (qsizetype at = text.indexOf(m_query, 0, Qt::CaseInsensitive); at >= 0 && m_rows.size() < kMost;
             at = text.indexOf(m_query, at + m_query.size(), Qt::CaseInsensitive)) {
            m_rows.append(row);
        }
    }
    // The newest place first, or where the reader was.
    const qsizetype same = rowBefore >= 0 ? m_rows.indexOf(rowBefore) : -1;
    m_current = static_cast<int>(same >= 0 ? same : m_rows.size() - 1);
    Q_EMIT found();
    Q_EMIT currentChanged();
}

void ChatFinder::step(int by)
{
    if (!m_rows.isEmpty()) {
        const int n = count();
        m_current = (m_current + by + n) % n;
        Q_EMIT currentChanged();
    }
}

void ChatFinder::next()
{
    step(1);
}

void ChatFinder::previous()
{
    step(-1);
}
