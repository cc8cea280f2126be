// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/chatlistmodel.h"

#include <algorithm>

#include <QLocale>

#include "chats/chatstore.h"

namespace
{
bool comesBefore(const ChatSummary &a, const ChatSummary &b)
{
    return a.pinned != b.pinned ? a.pinned : a.activity > b.activity;
}

QDate localDate(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs).date();
}
}

ChatListModel::ChatListModel(ChatStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    connect(&store, &ChatStore::reloaded, this, &ChatListModel::reload);
    connect(&store, &ChatStore::chatChanged, this, &ChatListModel::update);
    connect(&store, &ChatStore::chatRemoved, this, &ChatListModel::remove);
    m_midnight.setSingleShot(true);
    m_midnight.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_midnight, &QTimer::timeout, this, &ChatListModel::waitForMidnight);
    waitForMidnight();
    reload();
}

int ChatListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ChatListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ChatSummary &chat = m_chats[index.row()];
    switch (role) {
    case ChatIdRole:
        return static_cast<double>(chat.id); // exact below 2^53
    case Qt::DisplayRole:
    case TitleRole:
        return chat.title.isEmpty() ? tr("Untitled chat") : chat.title;
    case GroupRole:
        return chat.pinned ? tr("Pinned", "heading of the chats that stay on top")
                           : groupOf(localDate(chat.updatedMs), m_store.now().toLocalTime().date());
    case PinnedRole:
        return chat.pinned;
    case CurrentRole:
        return chat.id == m_current;
    case BusyRole:
        return m_busy.contains(chat.id);
    case UnreadRole:
        return m_unread.contains(chat.id);
    default:
        return {};
    }
}

QHash<int, QByteArray> ChatListModel::roleNames() const
{
    return {
        { ChatIdRole, "chatId" },
        { TitleRole, "title" },
        { GroupRole, "group" },
        { PinnedRole, "pinned" },
        { CurrentRole, "current" },
        { BusyRole, "busy" },
        { UnreadRole, "unread" },
    };
}

QString ChatListModel::groupOf(QDate updated, QDate now)
{
    const qint64 days = updated.daysTo(now);
    if (days <= 0) { // also when the clock was set back
        return tr("Today");
    }
    if (days == 1) {
        return tr("Yesterday");
    }
    if (days <= 7) {
        return tr("Previous 7 days");
    }
    if (days <= 30) {
        return tr("Previous 30 days");
    }
    const QString month = QLocale().standaloneMonthName(updated.month());
    return updated.year() == now.year() ? month : tr("%1 %2", "month and year").arg(month).arg(updated.year());
}

bool ChatListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_fetching;
}

void ChatListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    m_fetching = true;
    m_store.page(m_cursor, kPage).then(this, [this, generation = m_generation](const QList<ChatSummary> &page) {
        if (generation == m_generation) {
            add(page);
            m_fetching = false; // not before: a view may ask for more while these are inserted
        }
    });
}

void ChatListModel::reload()
{
    ++m_generation;
    m_cursor = {};
    m_complete = false;
    m_fetching = false;
    if (!m_chats.isEmpty()) {
        beginResetModel();
        m_chats.clear();
        endResetModel();
        Q_EMIT countChanged();
    }
    fetchMore({});
}

void ChatListModel::add(const QList<ChatSummary> &page)
{
    m_complete = page.size() < kPage;
    if (!page.isEmpty()) {
        m_cursor = { page.last().pinned, page.last().activity };
    }
    QList<ChatSummary> fresh = page;
    fresh.removeIf([this](const ChatSummary &chat) { return rowOf(chat.id) >= 0; }); // a change was faster
    const bool behind = fresh.isEmpty() || m_chats.isEmpty() || comesBefore(m_chats.last(), fresh.first());
    if (!fresh.isEmpty() && behind) {
        beginInsertRows({}, count(), count() + static_cast<int>(fresh.size()) - 1);
        m_chats += fresh;
        endInsertRows();
        Q_EMIT countChanged();
    } else {
        for (const ChatSummary &chat : std::as_const(fresh)) {
            update(chat);
        }
    }
    if (!m_loaded) {
        m_loaded = true;
        Q_EMIT loadedChanged();
    }
}

int ChatListModel::placeOf(const ChatSummary &chat) const
{
    return static_cast<int>(std::ranges::lower_bound(m_chats, chat, comesBefore) - m_chats.begin());
}

int ChatListModel::rowOf(ChatId chat) const
{
    const auto found = std::ranges::find(m_chats, chat, &ChatSummary::id);
    return found == m_chats.end() ? -1 : static_cast<int>(found - m_chats.begin());
}

ChatId ChatListModel::chatAt(int row) const
{
    return row >= 0 && row < count() ? m_chats[row].id : 0;
}

void ChatListModel::update(const ChatSummary &chat)
{
    // What stands behind the pages read so far comes with its own page.
    ChatSummary last;
    last.activity = m_cursor.activity;
    last.pinned = m_cursor.pinned;
    const bool notYet = !m_complete && comesBefore(last, chat);
    if (chat.deletedMs > 0 || notYet) {
        remove(chat.id);
        return;
    }
    const int from = rowOf(chat.id);
    if (from < 0) {
        const int at = placeOf(chat);
        beginInsertRows({}, at, at);
        m_chats.insert(at, chat);
        endInsertRows();
        Q_EMIT countChanged();
        return;
    }
    if (m_chats[from] == chat) {
        return;
    }
    // Its place among the others.
    const ChatSummary before = m_chats.takeAt(from);
    const int to = placeOf(chat);
    m_chats.insert(from, before);
    if (to != from) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_chats.move(from, to);
        endMoveRows();
    }
    m_chats[to] = chat;
    Q_EMIT dataChanged(index(to), index(to));
}

void ChatListModel::remove(ChatId chat)
{
    const int row = rowOf(chat);
    if (row < 0) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_chats.removeAt(row);
    endRemoveRows();
    Q_EMIT countChanged();
}

void ChatListModel::setCurrent(ChatId chat)
{
    const ChatId before = std::exchange(m_current, chat);
    if (before != chat) {
        changed(before, CurrentRole);
        changed(chat, CurrentRole);
    }
    if (m_unread.remove(chat)) {
        changed(chat, UnreadRole);
    }
}

void ChatListModel::setUnread(ChatId chat)
{
    if (chat != m_current && !m_unread.contains(chat)) {
        m_unread.insert(chat);
        changed(chat, UnreadRole);
    }
}

void ChatListModel::setBusy(const QSet<ChatId> &chats)
{
    const QSet<ChatId> before = std::exchange(m_busy, chats);
    for (const ChatId chat : (before - chats) + (chats - before)) {
        changed(chat, BusyRole);
    }
}

void ChatListModel::changed(ChatId chat, Role role)
{
    if (const int row = rowOf(chat); row >= 0) {
        Q_EMIT dataChanged(index(row), index(row), { role });
    }
}

void ChatListModel::waitForMidnight()
{
    if (!m_chats.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(count() - 1), { GroupRole });
    }
    const QDateTime now = m_store.now().toLocalTime();
    m_midnight.start(
        std::chrono::milliseconds(std::max<qint64>(now.msecsTo(now.date().addDays(1).startOfDay()), 0) + 1000));
}
