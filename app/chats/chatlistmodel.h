// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The chats of the sidebar: pinned ones first, then by latest activity, under headings of the day. Pages of kPage chats
// are read as the view asks for them, one statement each; changes arrive one chat at a time and move or insert one row.
#pragma once

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>
#include <QtQmlIntegration>

#include "chats/chattables.h"

class ChatStore;

class ChatListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the ChatsController")
    Q_PROPERTY(int count READ count NOTIFY countChanged) // rows read so far
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged) // the first page is there

public:
    static constexpr int kPage = 100;

    enum Role {
        ChatIdRole = Qt::UserRole, // real
        TitleRole, // string, never empty
        GroupRole, // string: "Pinned", "Today", "Yesterday", "Previous 7 days", "Previous 30 days", "May", "May 2025"
        PinnedRole, // bool
        CurrentRole, // bool: the one that is open
        BusyRole, // bool: an answer is being written or waits for its turn
        UnreadRole, // bool: an answer has ended since it was last shown, in this run
    };
    Q_ENUM(Role)

    explicit ChatListModel(ChatStore &store, QObject *parent = nullptr);

    [[nodiscard]] int count() const { return static_cast<int>(m_chats.size()); }
    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] int rowOf(ChatId chat) const; // -1 if it is not read yet
    [[nodiscard]] ChatId chatAt(int row) const; // 0 if there is none
    void setCurrent(ChatId chat);
    void setBusy(const QSet<ChatId> &chats);
    void setUnread(ChatId chat); // until it is the current one

    // The heading that a chat of `updated` stands under at the time `now`, both local.
    [[nodiscard]] static QString groupOf(QDate updated, QDate now);

Q_SIGNALS:
    void countChanged();
    void loadedChanged();

private:
    void reload();
    void add(const QList<ChatSummary> &page);
    void update(const ChatSummary &chat);
    void remove(ChatId chat);
    void changed(ChatId chat, Role role);
    void waitForMidnight();
    [[nodiscard]] int placeOf(const ChatSummary &chat) const;

    ChatStore &m_store;
    QList<ChatSummary> m_chats; // in order
    ChatId m_current = 0;
    QSet<ChatId> m_busy, m_unread;
    ChatTables::Cursor m_cursor; // behind the last page
    bool m_complete = false, m_fetching = false, m_loaded = false;
    int m_generation = 0; // of reloads: pages of an earlier one are dropped
    QTimer m_midnight;
};
