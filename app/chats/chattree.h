// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One chat's messages in memory, as the tree they are, and the path through it that is shown: from a first message
// downwards, at each step the child that its parent calls active. Plain values; no parent is ever missing and no path has
// a loop, whatever the stored rows say. Adding to the end of the path is O(1), everything else O(length of the path).
#pragma once

#include <QHash>

#include "chats/chatrecords.h"

class ChatTree
{
public:
    ChatTree() = default;
    explicit ChatTree(const ChatContents &contents);

    [[nodiscard]] const QList<MessageId> &path() const { return m_path; }
    [[nodiscard]] bool contains(MessageId message) const { return m_messages.contains(message); }
    [[nodiscard]] const MessageRecord &at(MessageId message) const; // must be there
    [[nodiscard]] MessageRecord &at(MessageId message); // id, parent and activeChild are not to be changed
    // All that follow the same message, oldest first; at least itself.
    [[nodiscard]] const QList<MessageId> &versions(MessageId message) const;
    [[nodiscard]] qsizetype size() const { return m_messages.size(); } // all versions together
    // From the first message to this one, both included.
    [[nodiscard]] QList<MessageId> pathTo(MessageId message) const;

    // Becomes the active child of its parent. The parent must be there (or 0), the id new and larger than the parent's.
    void add(const MessageRecord &message);
    // Makes this one active among its versions.
    void choose(MessageId message);
    [[nodiscard]] QList<MessageRecord> messages() const; // all versions, in the order of their ids
    [[nodiscard]] MessageId activeRoot() const { return m_activeRoot; }

private:
    [[nodiscard]] MessageId activeChildOf(MessageId parent) const;
    void follow(qsizetype from); // the path anew from this index on

    QHash<MessageId, MessageRecord> m_messages;
    QHash<MessageId, QList<MessageId>> m_children; // 0: the first messages
    QList<MessageId> m_path;
    MessageId m_activeRoot = 0;
};
