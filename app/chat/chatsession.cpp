// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/chatsession.h"

#include <QRandomGenerator>

#include "chat/generationqueue.h"
#include "chats/chatstore.h"
#include "chats/chattitle.h"
#include "inference/errorwords.h"
#include "platform/clipboard.h"

ChatSession::ChatSession(
    ChatStore &store, GenerationQueue &queue, const ChatOptions &options, bool temporary, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_queue(queue)
    , m_temporary(temporary)
{
    m_record.summary.id = store.newId();
    m_record.options = options;
    followViewStart();
}

ChatSession::ChatSession(ChatStore &store, GenerationQueue &queue, const ChatRecord &unsent, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_queue(queue)
    , m_record(unsent)
{
    followViewStart();
}

ChatSession::ChatSession(ChatStore &store, GenerationQueue &queue, const ChatContents &contents, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_queue(queue)
    , m_record(contents.chat)
    , m_stored(true)
{
    m_messages.load(contents);
    followViewStart();
    if (const MessageId last = m_messages.messageAt(m_messages.count() - 1)) {
        m_figures = m_messages.tree().at(last).figures;
    }
}

ChatSession::~ChatSession()
{
    saveProgress(); // what is not finished by then is marked at the next start
    m_queue.forget(this);
}

// ---- what the chat is

void ChatSession::setTitle(const QString &title)
{
    if (title != m_record.summary.title) {
        m_record.summary.title = title;
        Q_EMIT titleChanged();
    }
}

void ChatSession::setOptions(const ChatOptions &options)
{
    if (options == m_record.options) {
        return;
    }
    m_record.options = options;
    if (m_stored) {
        m_store.setOptions(id(), options);
    } else if (!m_record.draft.isEmpty()) {
        saveUnsent();
    }
    Q_EMIT optionsChanged();
}

void ChatSession::setDraft(const QString &draft)
{
    if (draft == m_record.draft) {
        return;
    }
    m_record.draft = draft;
    if (m_stored) {
        m_store.setDraft(id(), draft);
    } else {
        saveUnsent();
    }
}

void ChatSession::saveUnsent()
{
    if (!m_temporary) {
        m_store.saveUnsent(m_record);
    }
}

void ChatSession::setSystemPrompt(const QString &prompt)
{
    if (prompt != m_record.options.systemPrompt) {
        ChatOptions changed = m_record.options;
        changed.systemPrompt = prompt;
        changed.preset.clear(); // it is not that preset any more
        setOptions(changed);
    }
}

void ChatSession::setSampling(const SamplingOptions &sampling)
{
    if (const SamplingOptions clamped = sampling.clamped(); clamped != m_record.options.sampling) {
        ChatOptions changed = m_record.options;
        changed.sampling = clamped;
        changed.preset.clear();
        setOptions(changed);
    }
}

void ChatSession::setPhase(ChatPhase::Phase phase)
{
    if (phase != m_phase) {
        m_phase = phase;
        Q_EMIT phaseChanged();
    }
}

void ChatSession::followViewStart()
{
    connect(&m_messages, &MessageModel::viewStartChanged, this, [this] {
        const MessageId before = std::exchange(m_record.hiddenUpTo, m_messages.hiddenUpTo());
        if (m_stored && before != m_record.hiddenUpTo) {
            m_store.setHiddenUpTo(id(), m_record.hiddenUpTo);
        }
    });
}

// ---- what the user does

MessageRecord ChatSession::record(MessageId parent, MessageRole role, const QString &text)
{
    MessageRecord message;
    message.id = m_store.newId();
    message.chat = id();
    message.parent = parent;
    message.role = role;
    message.createdMs = m_store.nowMs();
    message.text = text;
    return message;
}

bool ChatSession::send(const QString &text, const QList<Attachment> &attachments)
{
    if (busy()) {
        return false;
    }
    MessageRecord question = record(m_messages.messageAt(m_messages.count() - 1), MessageRole::User, text);
    question.attachments = attachments;
    if (!m_stored) {
        m_record.draft.clear(); // goes into the same commit
    }
    ask({ question });
    setDraft({}); // behind it: better twice than not at all
    return true;
}

bool ChatSession::editQuestion(int row, const QString &text)
{
    const MessageId old = m_messages.messageAt(row);
    if (busy() || old == 0 || text.trimmed().isEmpty() || m_messages.tree().at(old).role != MessageRole::User) {
        return false;
    }
    MessageRecord question = record(m_messages.tree().at(old).parent, MessageRole::User, text);
    question.attachments = m_messages.tree().at(old).attachments;
    ask({ question });
    return true;
}

bool ChatSession::editAnswer(int row, const QString &text)
{
    const MessageId old = m_messages.messageAt(row);
    if (busy() || old == 0 || m_messages.tree().at(old).role != MessageRole::Assistant) {
        return false;
    }
    MessageRecord answer = record(m_messages.tree().at(old).parent, MessageRole::Assistant, text);
    answer.state = MessageState::Edited;
    m_messages.add(answer);
    commit({ answer }, false);
    return true;
}

bool ChatSession::regenerate(int row)
{
    const MessageId at = m_messages.messageAt(row);
    if (busy() || at == 0) {
        return false;
    }
    // An answer gets a version beside it; a question without one gets its answer.
    const MessageRecord &message = m_messages.tree().at(at);
    const MessageId question = message.role == MessageRole::User ? at : message.parent;
    if (question == 0) {
        return false;
    }
    MessageRecord answer = record(question, MessageRole::Assistant, {});
    answer.state = MessageState::Partial;
    m_answer = answer.id;
    m_before = {};
    setPhase(m_queue.firstPhase());
    m_messages.add(answer);
    commit({ answer }, true);
    return true;
}

bool ChatSession::canContinue(int row) const
{
    return !busy() && m_messages.continuable(row);
}

bool ChatSession::continueAnswer(int row)
{
    if (!canContinue(row)) {
        return false;
    }
    m_answer = m_messages.messageAt(row);
    m_before = m_messages.tree().at(m_answer).figures;
    m_messages.reopen(m_answer);
    setPhase(m_queue.firstPhase());
    if (m_stored) {
        m_store.reopen(m_answer).then(this, [this](const Saved &) { submit(); });
    } else {
        submit();
    }
    return true;
}

bool ChatSession::showVersion(int row, int version)
{
    const MessageId at = m_messages.messageAt(row);
    if (at == 0) {
        return false;
    }
    const QList<MessageId> versions = m_messages.tree().versions(at);
    if (version < 1 || version > versions.size() || versions[version - 1] == at) {
        return false;
    }
    const MessageId chosen = versions[version - 1];
    m_messages.choose(chosen);
    if (m_stored) {
        m_store.choose(id(), m_messages.tree().at(chosen).parent, chosen);
    }
    return true;
}

void ChatSession::copyMessage(int row) const
{
    Clipboard().copy(m_messages.copyText(row));
}

void ChatSession::stop()
{
    if (m_submitted) {
        m_queue.stop(this);
    } else if (m_answer != 0) { // the question is still on its way to the disk
        GenerationOutcome outcome;
        outcome.reason = GenerationOutcome::Reason::Cancelled;
        finish(outcome);
    }
}

// ---- to the disk, then to the engine

void ChatSession::ask(QList<MessageRecord> messages)
{
    MessageRecord answer = record(messages.last().id, MessageRole::Assistant, {});
    answer.state = MessageState::Partial;
    messages << answer;
    if (!m_stored && m_record.summary.title.isEmpty()) {
        setTitle(chatTitle(messages.first().text));
    }
    m_answer = answer.id;
    m_before = {};
    setPhase(m_queue.firstPhase()); // before the rows: a view follows the end of a chat that is busy
    for (const MessageRecord &message : std::as_const(messages)) {
        m_messages.add(message);
    }
    commit(messages, true);
}

void ChatSession::commit(const QList<MessageRecord> &messages, bool thenAnswer)
{
    if (m_temporary) {
        if (thenAnswer) {
            submit();
        }
        return;
    }
    std::optional<ChatRecord> chat;
    if (!m_stored) {
        m_record.createdMs = m_store.nowMs();
        m_record.summary.updatedMs = m_record.createdMs;
        m_record.summary.activity = id();
        chat = m_record;
        m_stored = true;
    }
    m_store.append(messages, chat).then(this, [this, messages, thenAnswer, answer = m_answer](const Saved &saved) {
        if (!saved.stored) {
            Q_EMIT notSaved(saved.error.text);
        }
        for (const MessageRecord &message : messages) {
            if (saved.durable) {
                Q_EMIT committed(message.id, message.text.size());
            }
        }
        if (thenAnswer && answer == m_answer) { // not stopped meanwhile
            submit();
        }
    });
}

void ChatSession::submit()
{
    if (m_answer != 0) {
        m_submitted = true;
        m_queue.submit(this);
    }
}

ChatRequest ChatSession::request(const QString &modelName, const QString &modelPath)
{
    m_model = modelName;
    ChatOptions options = m_record.options;
    options.modelPath = modelPath;
    setOptions(options);
    ChatRequest request;
    request.sampling = options.sampling;
    m_seed = options.sampling.fixedSeed
        ? options.sampling.seed
        : QRandomGenerator::global()->generate64(); // "regenerate" is to give another answer
    request.seed = m_seed;
    if (!options.systemPrompt.isEmpty()) {
        request.turns.append({ ChatTurn::Role::System, options.systemPrompt });
    }
    request.turns += m_messages.turnsTo(m_answer); // an open answer without text is left out
    return request;
}

QList<ChatTurn> ChatSession::history() const
{
    QList<ChatTurn> turns;
    if (!m_record.options.systemPrompt.isEmpty()) {
        turns.append({ ChatTurn::Role::System, m_record.options.systemPrompt });
    }
    const QList<MessageId> &path = m_messages.tree().path();
    return path.isEmpty() ? turns : turns + m_messages.turnsTo(path.last());
}

// ---- from the engine

void ChatSession::addText(const QString &text, const GenerationFigures &soFar)
{
    m_figures = soFar;
    m_messages.appendToAnswer(m_answer, text);
}

void ChatSession::saveProgress()
{
    if (m_answer == 0 || !m_stored) {
        return;
    }
    const MessageId answer = m_answer;
    const QString text = m_messages.tree().at(answer).text;
    m_store.saveText(answer, text).then(this, [this, answer, size = text.size()](const Saved &saved) {
        if (saved.durable) {
            Q_EMIT committed(answer, size);
        }
    });
}

void ChatSession::finish(const GenerationOutcome &outcome)
{
    using Reason = GenerationOutcome::Reason;
    MessageRecord answer = m_messages.tree().at(m_answer);
    answer.figures = outcome.figures;
    answer.figures.generatedTokens += m_before.generatedTokens;
    answer.model = m_model;
    answer.seed = m_seed;
    if (outcome.figures.contextSize > 0) {
        m_figures = outcome.figures;
    }
    switch (outcome.reason) {
    case Reason::Stop:
        answer.state = MessageState::Complete;
        break;
    case Reason::Length:
        answer.state = MessageState::LengthReached;
        break;
    case Reason::Limit:
        answer.state = MessageState::LimitReached;
        break;
    case Reason::Cancelled:
        answer.state = MessageState::Stopped;
        break;
    case Reason::Error: {
        const ErrorWords words = wordsFor(outcome.error.code);
        answer.state = outcome.error.code == InferenceError::Code::ContextOverflow ? MessageState::TooLong
                                                                                   : MessageState::Failed;
        answer.error = tr("%1. %2", "what happened, what to do").arg(words.title, words.hint);
        if (!outcome.error.text.isEmpty()) {
            answer.error += QLatin1Char('\n') + outcome.error.text;
        }
        break;
    }
    }
    m_answer = 0;
    m_submitted = false;
    m_messages.finishAnswer(answer);
    answer.thinkingSeconds = m_messages.tree().at(answer.id).thinkingSeconds; // measured by its blocks
    if (m_stored) {
        m_store.finish(answer).then(this, [this, answer](const Saved &saved) {
            if (saved.durable) {
                Q_EMIT committed(answer.id, answer.text.size());
            } else if (!saved.stored) {
                Q_EMIT notSaved(saved.error.text);
            }
        });
    }
    setPhase(ChatPhase::Idle);
    Q_EMIT answerFinished(outcome);
}
