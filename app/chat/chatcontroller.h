// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the user does with the chat that is shown, as far as it takes more than the chat: the message being written, the model,
// the queue. The chat itself is `current`. Everything that takes time happens in EngineHost and ChatStore.
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "chat/composercontroller.h"
#include "chat/generationqueue.h"
#include "chat/openchats.h"

class EngineHost;
class ModelController;

class ChatController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(ChatSession *current READ current NOTIFY currentChanged) // that is shown; never null
    Q_PROPERTY(ComposerController *composer READ composer CONSTANT)
    Q_PROPERTY(bool canSend READ canSend NOTIFY canSendChanged)
    Q_PROPERTY(bool canRegenerate READ canRegenerate NOTIFY canRegenerateChanged) // any answer; also edit a question
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged) // why the last send did not start; empty = nothing
    // Of a chat that was opened: the model that answered it, if another one or none is open. Empty = there is nothing to offer,
    // also once the user opened a model while the chat was shown.
    Q_PROPERTY(QString otherModel READ otherModel NOTIFY otherModelChanged)

public:
    ChatController(EngineHost &engine, ModelController &models, const Settings &settings, ChatStore &store,
        QObject *parent = nullptr);
    ~ChatController() override;

    [[nodiscard]] ChatSession *current() const { return m_chats.current(); }
    [[nodiscard]] ComposerController *composer() { return &m_composer; }
    [[nodiscard]] OpenChats &openChats() { return m_chats; }
    [[nodiscard]] GenerationQueue &queue() { return m_queue; }
    [[nodiscard]] bool canSend() const;
    [[nodiscard]] bool canRegenerate() const;
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] QString otherModel() const;

    Q_INVOKABLE void send(); // what the composer holds; see fitWanted
    Q_INVOKABLE void newChat(); // or back to the one that was begun and not sent
    Q_INVOKABLE void newTemporaryChat();
    Q_INVOKABLE void open(double chat);
    Q_INVOKABLE void openAt(double chat, double message); // and shows the version of it that holds this message
    Q_INVOKABLE void openOtherModel();
    Q_INVOKABLE void dismissNotice();
    // Of the current chat.
    Q_INVOKABLE void regenerate(int row = -1); // -1: the last answer
    Q_INVOKABLE void continueAnswer();
    Q_INVOKABLE void editQuestion(int row, const QString &text);

Q_SIGNALS:
    void currentChanged(); // another chat is shown
    void phaseChanged(); // of the current chat, or another one is shown
    void canSendChanged();
    void canRegenerateChanged();
    void noticeChanged();
    void otherModelChanged();
    void answerFinished(const QString &summary); // once per answer of the chat that is shown, for a screen reader
    void finishedInBackground(double chat, const QString &title, const QString &summary);
    void fitWanted(); // instead of sending: it does not fit, something is to be left out
    void revealed(double message); // to be brought into view

private:
    void follow(); // the chat that is now shown
    void onAnswerFinished(ChatSession *session, const GenerationOutcome &outcome);
    void setNotice(const QString &notice);

    ModelController &m_models;
    GenerationQueue m_queue;
    ComposerController m_composer;
    OpenChats m_chats;
    std::unique_ptr<QObject> m_following; // holds the connections to the current chat
    QString m_notice;
    bool m_sendWhenCounted = false;
    bool m_offersModel = true; // none was opened since this chat is shown
};
