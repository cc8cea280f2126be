// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Deleted chats, latest first; each is removed for good after ChatTables::kTrashDays. Read when `active` becomes true.
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "chats/chatrecords.h"

class ChatStore;

class TrashModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the ChatsController")
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY activeChanged) // while it is shown
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ChatIdRole = Qt::UserRole, // real
        TitleRole, // string
        LeftRole, // string: "29 days left"
    };
    Q_ENUM(Role)

    explicit TrashModel(ChatStore &store, QObject *parent = nullptr);

    [[nodiscard]] bool active() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] int count() const { return static_cast<int>(m_chats.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void activeChanged();
    void countChanged();

private:
    void reload();
    void show(const QList<ChatSummary> &chats);

    ChatStore &m_store;
    QList<ChatSummary> m_chats;
    bool m_active = false;
};
