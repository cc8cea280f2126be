// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/chattree.h"

#include <algorithm>

ChatTree::ChatTree(const ChatContents &contents)
    : m_activeRoot(contents.chat.activeRoot)
{
    for (MessageRecord message : contents.messages) {
        // Ids grow, so a parent that is later or lost cannot be followed.
        if (message.parent >= message.id || !m_messages.contains(message.parent)) {
            message.parent = 0;
        }
        m_children[message.parent].append(message.id);
        m_messages.insert(message.id, message);
    }
    follow(0);
}

const MessageRecord &ChatTree::at(MessageId message) const
{
    const auto found = m_messages.constFind(message);
    Q_ASSERT(found != m_messages.constEnd());
    return *found;
}

MessageRecord &ChatTree::at(MessageId message)
{
    Q_ASSERT(m_messages.contains(message));
    return m_messages[message];
}

const QList<MessageId> &ChatTree::versions(MessageId message) const
{
    return *m_children.constFind(at(message).parent);
}

QList<MessageId> ChatTree::pathTo(MessageId message) const
{
    QList<MessageId> path;
    for (MessageId at = message; m_messages.contains(at); at = m_messages.constFind(at)->parent) {
        path << at;
    }
    std::ranges::reverse(path);
    return path;
}

void ChatTree::add(const MessageRecord &message)
{
    Q_ASSERT(!contains(message.id) && message.id > message.parent && (message.parent == 0 || contains(message.parent)));
    m_messages.insert(message.id, message);
    m_children[message.parent].append(message.id);
    choose(message.id);
}

void ChatTree::choose(MessageId message)
{
    const MessageId parent = at(message).parent;
    if (parent == 0) {
        m_activeRoot = message;
        follow(0);
        return;
    }
    at(parent).activeChild = message;
    // The parent is near the end of the path in most cases.
    const qsizetype index = m_path.lastIndexOf(parent);
    if (index >= 0) {
        follow(index + 1);
    }
}

MessageId ChatTree::activeChildOf(MessageId parent) const
{
    const auto children = m_children.constFind(parent);
    if (children == m_children.constEnd()) {
        return 0;
    }
    const MessageId active = parent == 0 ? m_activeRoot : at(parent).activeChild;
    return children->contains(active) ? active : children->last();
}

void ChatTree::follow(qsizetype from)
{
    m_path.resize(from);
    for (MessageId next = activeChildOf(m_path.isEmpty() ? 0 : m_path.last()); next != 0; next = activeChildOf(next)) {
        m_path << next;
    }
}

QList<MessageRecord> ChatTree::messages() const
{
    QList<MessageRecord> all = m_messages.values();
    std::ranges::sort(all, {}, &MessageRecord::id);
    return all;
}
