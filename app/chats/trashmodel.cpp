// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/trashmodel.h"

#include <algorithm>

#include "chats/chatstore.h"

namespace
{
constexpr qint64 kDayMs = 86'400'000;
}

TrashModel::TrashModel(ChatStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    connect(&store, &ChatStore::reloaded, this, &TrashModel::reload);
    connect(&store, &ChatStore::chatRemoved, this, &TrashModel::reload);
    connect(&store, &ChatStore::chatChanged, this, [this](const ChatSummary &chat) {
        const bool here = std::ranges::contains(m_chats, chat.id, &ChatSummary::id);
        if (here || chat.deletedMs > 0) {
            reload();
        }
    });
}

void TrashModel::setActive(bool active)
{
    if (active == m_active) {
        return;
    }
    m_active = active;
    Q_EMIT activeChanged();
    if (active) {
        reload();
    } else {
        show({});
    }
}

void TrashModel::reload()
{
    if (m_active) {
        m_store.trash().then(this, [this](const QList<ChatSummary> &chats) {
            if (m_active) {
                show(chats);
            }
        });
    }
}

void TrashModel::show(const QList<ChatSummary> &chats)
{
    if (chats == m_chats) {
        return;
    }
    beginResetModel();
    m_chats = chats;
    endResetModel();
    Q_EMIT countChanged();
}

int TrashModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant TrashModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ChatSummary &chat = m_chats[index.row()];
    switch (role) {
    case ChatIdRole:
        return static_cast<double>(chat.id);
    case Qt::DisplayRole:
    case TitleRole:
        return chat.title.isEmpty() ? tr("Untitled chat") : chat.title;
    case LeftRole: {
        const qint64 left = ChatTables::kTrashDays - (m_store.nowMs() - chat.deletedMs) / kDayMs;
        return left <= 1 ? tr("Last day") : tr("%1 days left", "until a deleted chat is gone for good").arg(left);
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> TrashModel::roleNames() const
{
    return { { ChatIdRole, "chatId" }, { TitleRole, "title" }, { LeftRole, "timeLeft" } };
}
