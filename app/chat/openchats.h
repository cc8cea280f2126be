// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Which chats are open, and which of them is shown. A chat stays open while it is shown, busy, or holds a draft that was
// never sent; so there is always one, and an answer goes on while another chat is read.
// A chat that is left is destroyed in the next turn of the event loop: a view may be leaving its model in this one.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include "chat/chatsession.h"

class ComposerController;
class Settings;

class OpenChats : public QObject
{
    Q_OBJECT

public:
    // Text and attachments of the message that is being written are in `composer`, for whichever chat is shown.
    OpenChats(ChatStore &store, GenerationQueue &queue, const Settings &settings, ComposerController &composer,
        QObject *parent = nullptr);
    ~OpenChats() override; // keeps the draft

    [[nodiscard]] ChatSession *current() const { return m_current; } // never null
    [[nodiscard]] QSet<ChatId> busy() const;
    // Unless the current one is new: a new one, or the one that was begun and not sent.
    void showNew();
    void showTemporary();
    // From the store if it is not open. `message`: shows the version that holds it; 0 = none.
    void open(ChatId chat, MessageId message = 0);
    void close(ChatId chat); // it is in the trash or gone: it is not written on, and not shown
    void startOver(); // with an empty chat, and nothing of what was begun and not sent
    void keepDraft(); // what the composer holds, now

Q_SIGNALS:
    void currentChanged();
    void busyChanged();
    void cannotOpen(const QString &why);
    void revealed(MessageId message); // of the current one: to be brought into view
    void notSaved(const QString &why);
    void committed(MessageId message, qsizetype characters); // see ChatSession
    // It is dropped after this if it is not shown.
    void answerFinished(ChatSession *session, const GenerationOutcome &outcome);

private:
    ChatSession *adopt(std::unique_ptr<ChatSession> session);
    void show(ChatSession *session);
    void drop(ChatSession *session); // if nothing keeps it open
    void startNew(bool temporary);
    void showBegun(); // or a new one
    [[nodiscard]] bool holdsDraft(const ChatSession &session) const; // it has no message yet, and more than nothing
    void restore(const QList<ChatRecord> &drafts); // of an earlier run
    void reveal(MessageId message);

    ChatStore &m_store;
    GenerationQueue &m_queue;
    const Settings &m_settings;
    ComposerController &m_composer;
    std::map<ChatId, std::unique_ptr<ChatSession>> m_sessions;
    std::vector<QPointer<ChatSession>> m_leaving; // dropped in this turn of the event loop
    ChatSession *m_current = nullptr; // one of m_sessions
    ChatId m_opening = 0; // being read; 0 = none
    QTimer m_draftTimer;
};
