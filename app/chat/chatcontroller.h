// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The chat that the window shows, and which one that is. Other chats go on with their answers meanwhile: a chat stays
// open here while it is shown or busy. Everything that takes time happens in EngineHost and ChatStore.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QtQmlIntegration>

#include "chat/chatsession.h"
#include "chat/composercontroller.h"

class ChatStore;
class EngineHost;
class ModelController;
class Settings;

class ChatController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(MessageModel *messages READ messages NOTIFY chatChanged)
    Q_PROPERTY(ComposerController *composer READ composer CONSTANT)
    Q_PROPERTY(double chatId READ chatId NOTIFY chatChanged)
    Q_PROPERTY(bool temporary READ temporary NOTIFY chatChanged) // is never stored
    Q_PROPERTY(Phase phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY phaseChanged) // stop() would do something
    Q_PROPERTY(bool canSend READ canSend NOTIFY canSendChanged)
    Q_PROPERTY(bool canRegenerate READ canRegenerate NOTIFY canRegenerateChanged) // any answer; also edit a question
    Q_PROPERTY(QString title READ title NOTIFY titleChanged) // empty when new
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged) // why the last send did not start; empty = nothing
    // How this chat is answered.
    Q_PROPERTY(QString systemPrompt READ systemPrompt WRITE setSystemPrompt NOTIFY optionsChanged)
    Q_PROPERTY(double temperature READ temperature WRITE setTemperature NOTIFY optionsChanged) // 0..2
    Q_PROPERTY(int topK READ topK WRITE setTopK NOTIFY optionsChanged) // 0 = off
    Q_PROPERTY(double topP READ topP WRITE setTopP NOTIFY optionsChanged) // 1 = off
    Q_PROPERTY(double minP READ minP WRITE setMinP NOTIFY optionsChanged) // 0 = off
    Q_PROPERTY(double repeatPenalty READ repeatPenalty WRITE setRepeatPenalty NOTIFY optionsChanged) // 1 = off
    Q_PROPERTY(int maxTokens READ maxTokens WRITE setMaxTokens NOTIFY optionsChanged) // 0 = as many as fit
    Q_PROPERTY(
        QString seed READ seed WRITE setSeed NOTIFY optionsChanged) // a number; empty = another one for each answer
    Q_PROPERTY(QString preset READ preset NOTIFY optionsChanged) // the one the values came from; empty = none
    // Of a chat that was opened: the model that answered it, if another one or none is open. Empty = there is nothing to offer,
    // also once the user opened a model while the chat was shown.
    Q_PROPERTY(QString otherModel READ otherModel NOTIFY otherModelChanged)

public:
    enum Phase {
        Idle,
        WaitingForModel, // sent, the model is still loading
        Prefill,
        Generating,
        Stopping,
        Queued, // sent, another chat is being answered
    };
    Q_ENUM(Phase)

    ChatController(EngineHost &engine, ModelController &models, const Settings &settings, ChatStore &store,
        QObject *parent = nullptr);
    ~ChatController() override;

    [[nodiscard]] MessageModel *messages() { return m_current->messages(); }
    [[nodiscard]] ComposerController *composer() { return &m_composer; }
    [[nodiscard]] double chatId() const { return static_cast<double>(m_current->id()); } // exact below 2^53
    [[nodiscard]] bool temporary() const { return m_current->temporary(); }
    [[nodiscard]] Phase phase() const { return static_cast<Phase>(m_current->phase()); }
    [[nodiscard]] bool busy() const { return m_current->busy(); }
    [[nodiscard]] bool canSend() const;
    [[nodiscard]] bool canRegenerate() const;
    [[nodiscard]] QString title() const { return m_current->title(); }
    [[nodiscard]] QString notice() const { return m_notice; }

    Q_INVOKABLE void send(); // what the composer holds; see fitWanted
    Q_INVOKABLE void stop();
    Q_INVOKABLE void newChat(); // or back to the one that was begun and not sent
    Q_INVOKABLE void newTemporaryChat();
    Q_INVOKABLE void open(double chat);
    Q_INVOKABLE void openAt(double chat, double message); // and shows the version of it that holds this message
    Q_INVOKABLE void regenerate(int row = -1); // -1: the last answer
    Q_INVOKABLE void continueAnswer();
    Q_INVOKABLE [[nodiscard]] bool canContinue(int row) const;
    Q_INVOKABLE void editQuestion(int row, const QString &text);
    Q_INVOKABLE void editAnswer(int row, const QString &text);
    Q_INVOKABLE void showVersion(int row, int version); // 1..versionCount
    Q_INVOKABLE void copyMessage(int row) const; // its source
    Q_INVOKABLE void dismissNotice();

    [[nodiscard]] QString systemPrompt() const { return options().systemPrompt; }
    void setSystemPrompt(const QString &prompt);
    [[nodiscard]] double temperature() const { return options().sampling.temperature; }
    void setTemperature(double temperature);
    [[nodiscard]] int topK() const { return options().sampling.topK; }
    void setTopK(int topK);
    [[nodiscard]] double topP() const { return options().sampling.topP; }
    void setTopP(double topP);
    [[nodiscard]] double minP() const { return options().sampling.minP; }
    void setMinP(double minP);
    [[nodiscard]] double repeatPenalty() const { return options().sampling.repeatPenalty; }
    void setRepeatPenalty(double penalty);
    [[nodiscard]] int maxTokens() const { return options().sampling.maxTokens; }
    void setMaxTokens(int tokens);
    [[nodiscard]] QString seed() const;
    void setSeed(const QString &seed);
    [[nodiscard]] QString preset() const { return options().preset; }
    [[nodiscard]] QString otherModel() const;
    Q_INVOKABLE void openOtherModel();

    [[nodiscard]] const ChatOptions &options() const { return m_current->options(); }
    void setOptions(const ChatOptions &options);
    [[nodiscard]] GenerationQueue &queue() { return m_queue; }
    [[nodiscard]] const GenerationFigures &figures() const { return m_current->figures(); }
    [[nodiscard]] QSet<ChatId> busyChats() const;
    // The chat is in the trash or gone: it is not written on, and not shown.
    void close(ChatId chat);
    void startOver(); // with an empty chat, and nothing of what was begun and not sent
    void flush(); // drafts, now: the program ends

Q_SIGNALS:
    void chatChanged(); // another one is shown
    void phaseChanged();
    void canSendChanged();
    void canRegenerateChanged();
    void titleChanged();
    void noticeChanged();
    void optionsChanged();
    void otherModelChanged();
    void busyChatsChanged();
    void answerFinished(const QString &summary); // once per answer of the chat that is shown, for a screen reader
    void finishedInBackground(double chat, const QString &title, const QString &summary);
    void fitWanted(); // instead of sending: it does not fit, something is to be left out
    void messageRequested(double message); // to be brought into view
    void committed(qint64 message, qsizetype characters); // see ChatSession

private:
    ChatSession *adopt(std::unique_ptr<ChatSession> session);
    void show(ChatSession *session);
    void drop(ChatSession *session); // if nobody needs it
    void startNew(bool temporary);
    void showNew();
    [[nodiscard]] bool holdsDraft(const ChatSession &session) const; // it has no message yet, and more than nothing
    void restore(const QList<ChatRecord> &drafts); // of an earlier run
    void revealMessage(MessageId message);
    void onAnswerFinished(ChatSession *session, const GenerationOutcome &outcome);
    void setNotice(const QString &notice);
    template <typename Change> void changeSampling(Change change);

    ModelController &m_models;
    const Settings &m_settings;
    ChatStore &m_store;
    GenerationQueue m_queue;
    ComposerController m_composer;
    std::map<ChatId, std::unique_ptr<ChatSession>> m_sessions;
    std::vector<QPointer<ChatSession>> m_leaving; // dropped in this turn of the event loop
    ChatSession *m_current = nullptr; // one of them
    ChatId m_opening = 0; // being read
    QString m_notice;
    bool m_sendWhenCounted = false;
    bool m_offersModel = false; // none was opened since this chat is shown
    QTimer m_draftTimer;
};
