// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One open chat: its messages, what it is called and how it is answered, and the verbs that change it.
//
// What the user does is in the model at once and goes to the store at the same time. An answer is asked for only when the
// question is committed to disk (or when the store says that it cannot be: the chat is then usable in memory). A temporary
// chat is never stored. A chat exists in the store from its first message on; before that only its draft does.
#pragma once

#include <QObject>

#include "chat/generationqueue.h"
#include "chat/messagemodel.h"

class ChatStore;

class ChatSession : public QObject
{
    Q_OBJECT

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
    [[nodiscard]] MessageModel *messages() { return &m_messages; }
    [[nodiscard]] ChatPhase phase() const { return m_phase; }
    [[nodiscard]] bool busy() const { return m_phase != ChatPhase::Idle; }
    [[nodiscard]] bool temporary() const { return m_temporary; }
    [[nodiscard]] bool stored() const { return m_stored; }
    [[nodiscard]] bool unsent() const { return !m_stored && !m_temporary; } // it would become a stored one
    [[nodiscard]] QString title() const { return m_record.summary.title; }
    void setTitle(const QString &title); // as the store tells it
    [[nodiscard]] const ChatOptions &options() const { return m_record.options; }
    void setOptions(const ChatOptions &options);
    [[nodiscard]] QString draft() const { return m_record.draft; }
    void setDraft(const QString &draft);
    // Of the running answer or of the last one.
    [[nodiscard]] const GenerationFigures &figures() const { return m_figures; }

    // Each does nothing and returns false where it makes no sense: while the chat is busy, on a message of the other kind.
    bool send(const QString &text, const QList<Attachment> &attachments = {});
    bool editQuestion(int row, const QString &text); // a new version, and an answer to it
    bool editAnswer(int row, const QString &text); // a new version, nothing is generated
    bool regenerate(int row); // a new version of this answer, or an answer to this question
    bool continueAnswer(int row); // the last one, cut or edited
    [[nodiscard]] bool canContinue(int row) const;
    bool showVersion(int row, int version); // 1..versionCount
    void stop();

    // For the queue.
    [[nodiscard]] ChatRequest request();
    // The turns that a question asked now would follow, the system prompt first.
    [[nodiscard]] QList<ChatTurn> history() const;
    void setModel(const QString &name, const QString &path); // that will answer
    void setPhase(ChatPhase phase);
    void jobText(const QString &text, const GenerationFigures &soFar);
    void jobFinished(const GenerationOutcome &outcome);
    void saveProgress();

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
    ChatPhase m_phase = ChatPhase::Idle;
    MessageId m_answer = 0; // being made; 0 = none
    GenerationFigures m_before; // of an answer that is continued
    QString m_model;
    quint64 m_seed = 0;
    bool m_temporary = false;
    bool m_stored = false;
    bool m_submitted = false; // m_answer is with the queue
};
