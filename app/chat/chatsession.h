// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One open chat: its messages, what it is called and how it is answered, and the verbs that change it.
//
// What the user does is in the model at once and goes to the store at the same time. An answer is asked for only when the
// question is committed to disk (or when the store says that it cannot be: the chat is then usable in memory). A temporary
// chat is never stored. A chat exists in the store from its first message on; before that only its draft does.
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "chat/generationclient.h"
#include "chat/messagemodel.h"

class ChatStore;
class GenerationQueue;

class ChatSession : public QObject, public GenerationClient
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the ChatController")
    Q_PROPERTY(MessageModel *messages READ messages CONSTANT)
    Q_PROPERTY(double chatId READ chatId CONSTANT)
    Q_PROPERTY(bool temporary READ temporary CONSTANT) // is never stored
    Q_PROPERTY(ChatPhase::Phase phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY phaseChanged) // stop() would do something
    Q_PROPERTY(QString title READ title NOTIFY titleChanged) // empty when new
    // How it is answered.
    Q_PROPERTY(QString systemPrompt READ systemPrompt WRITE setSystemPrompt NOTIFY optionsChanged)
    Q_PROPERTY(SamplingOptions sampling READ sampling WRITE setSampling NOTIFY optionsChanged)
    Q_PROPERTY(QString preset READ preset NOTIFY optionsChanged) // the one the values came from; empty = none

public:
    // A new chat, not stored before it has a message.
    ChatSession(ChatStore &store, GenerationQueue &queue, const ChatOptions &options, bool temporary,
        QObject *parent = nullptr);
    // One that has a draft but no message yet.
    ChatSession(ChatStore &store, GenerationQueue &queue, const ChatRecord &unsent, QObject *parent = nullptr);
    // A stored one.
    ChatSession(ChatStore &store, GenerationQueue &queue, const ChatContents &contents, QObject *parent = nullptr);
    ~ChatSession() override;

    [[nodiscard]] ChatId id() const { return m_record.summary.id; }
    [[nodiscard]] double chatId() const { return static_cast<double>(id()); } // exact below 2^53
    [[nodiscard]] MessageModel *messages() { return &m_messages; }
    [[nodiscard]] ChatPhase::Phase phase() const { return m_phase; }
    [[nodiscard]] bool busy() const { return m_phase != ChatPhase::Idle; }
    [[nodiscard]] bool temporary() const { return m_temporary; }
    [[nodiscard]] bool stored() const { return m_stored; }
    [[nodiscard]] bool unsent() const { return !m_stored && !m_temporary; } // it would become a stored one
    [[nodiscard]] QString title() const { return m_record.summary.title; }
    void setTitle(const QString &title); // as the store tells it
    [[nodiscard]] const ChatOptions &options() const { return m_record.options; }
    void setOptions(const ChatOptions &options);
    // Each of these leaves the preset that the values came from.
    [[nodiscard]] QString systemPrompt() const { return m_record.options.systemPrompt; }
    void setSystemPrompt(const QString &prompt);
    [[nodiscard]] SamplingOptions sampling() const { return m_record.options.sampling; }
    void setSampling(const SamplingOptions &sampling); // is clamped
    [[nodiscard]] QString preset() const { return m_record.options.preset; }
    [[nodiscard]] QString draft() const { return m_record.draft; }
    void setDraft(const QString &draft);
    // Of the running answer or of the last one.
    [[nodiscard]] const GenerationFigures &figures() const { return m_figures; }

    // Each does nothing and returns false where it makes no sense: while the chat is busy, on a message of the other kind.
    bool send(const QString &text, const QList<Attachment> &attachments = {});
    bool editQuestion(int row, const QString &text); // a new version, and an answer to it
    Q_INVOKABLE bool editAnswer(int row, const QString &text); // a new version, nothing is generated
    bool regenerate(int row); // a new version of this answer, or an answer to this question
    bool continueAnswer(int row); // the last one, cut or edited
    [[nodiscard]] bool canContinue(int row) const;
    Q_INVOKABLE bool showVersion(int row, int version); // 1..versionCount
    Q_INVOKABLE void stop();
    Q_INVOKABLE void copyMessage(int row) const; // its source, to the clipboard

    // The turns that a question asked now would follow, the system prompt first.
    [[nodiscard]] QList<ChatTurn> history() const;

    // GenerationClient.
    [[nodiscard]] ChatRequest request(const QString &modelName, const QString &modelPath) override;
    void setPhase(ChatPhase::Phase phase) override;
    void addText(const QString &text, const GenerationFigures &soFar) override;
    void saveProgress() override;
    void finish(const GenerationOutcome &outcome) override;

Q_SIGNALS:
    void phaseChanged();
    void titleChanged();
    void optionsChanged();
    void answerFinished(const GenerationOutcome &outcome);
    // `message` is on disk with at least `characters` characters of its text.
    void committed(MessageId message, qsizetype characters);
    void notSaved(const QString &why);

private:
    void saveUnsent();
    void followViewStart(); // keeps where the model's view begins
    [[nodiscard]] MessageRecord record(MessageId parent, MessageRole role, const QString &text);
    void ask(QList<MessageRecord> messages); // adds them and an open answer, and asks for it
    void commit(const QList<MessageRecord> &messages, bool thenAnswer);
    void submit(); // m_answer, once it is committed

    ChatStore &m_store;
    GenerationQueue &m_queue;
    ChatRecord m_record;
    MessageModel m_messages;
    GenerationFigures m_figures;
    ChatPhase::Phase m_phase = ChatPhase::Idle;
    MessageId m_answer = 0; // being made; 0 = none
    GenerationFigures m_before; // of an answer that is continued
    QString m_model;
    quint64 m_seed = 0;
    bool m_temporary = false;
    bool m_stored = false;
    bool m_submitted = false; // m_answer is with the queue
};
