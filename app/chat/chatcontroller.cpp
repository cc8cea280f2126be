// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/chatcontroller.h"

#include "chats/chatstore.h"
#include "inference/errorwords.h"
#include "library/modelcontroller.h"
#include "platform/clipboard.h"
#include "settings/settings.h"
#include "values/format.h"

namespace
{
constexpr int kDraftDelay = 1000; // ms after the last key

QString sentence(const ErrorWords &words)
{
    return ChatController::tr("%1. %2", "what happened, what to do").arg(words.title, words.hint);
}
}

ChatController::ChatController(
    EngineHost &engine, ModelController &models, const Settings &settings, ChatStore &store, QObject *parent)
    : QObject(parent)
    , m_models(models)
    , m_settings(settings)
    , m_store(store)
    , m_queue(engine, models)
{
    static_assert(static_cast<int>(ChatPhase::Queued) == Queued && static_cast<int>(ChatPhase::Stopping) == Stopping);
    connect(&models, &ModelController::stateChanged, this, &ChatController::canSendChanged);
    connect(&models, &ModelController::stateChanged, this, &ChatController::canRegenerateChanged);
    connect(&models, &ModelController::stateChanged, this, &ChatController::otherModelChanged);
    connect(&models, &ModelController::modelChanged, this, [this] {
        m_offersModel = m_offersModel && !m_models.ready();
        Q_EMIT otherModelChanged();
    });
    connect(this, &ChatController::optionsChanged, this, &ChatController::otherModelChanged);
    m_composer.connectTo(engine, [this] { return m_current ? m_current->history() : QList<ChatTurn>(); });
    connect(this, &ChatController::chatChanged, m_composer.cost(), &DraftCost::invalidate);
    connect(&m_composer, &ComposerController::textChanged, this, [this] { m_sendWhenCounted = false; });
    connect(m_composer.cost(), &DraftCost::changed, this, [this] {
        if (m_sendWhenCounted && !m_composer.cost()->counting()) {
            m_sendWhenCounted = false;
            send();
        }
    });
    connect(&m_composer, &ComposerController::sendableChanged, this, &ChatController::canSendChanged);
    connect(&m_queue, &GenerationQueue::busyChanged, this, &ChatController::busyChatsChanged);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftDelay);
    connect(&m_composer, &ComposerController::textChanged, &m_draftTimer, qOverload<>(&QTimer::start));
    connect(&m_draftTimer, &QTimer::timeout, this, &ChatController::flush);
    connect(&store, &ChatStore::chatChanged, this, [this](const ChatSummary &chat) {
        if (const auto found = m_sessions.find(chat.id); found != m_sessions.end()) {
            found->second->setTitle(chat.title);
        }
        if (chat.deletedMs > 0) {
            close(chat.id);
        }
    });
    connect(&store, &ChatStore::chatRemoved, this, &ChatController::close);
    startNew(false);
    store.unsent().then(this, [this](const QList<ChatRecord> &drafts) { restore(drafts); });
}

ChatController::~ChatController()
{
    flush();
    m_composer.disconnect(this);
    m_queue.disconnect(this);
    for (const QPointer<ChatSession> &left : m_leaving) {
        delete left; // its turn has not come yet, and it refers to the queue
    }
}

// ---- which chat is shown

ChatSession *ChatController::adopt(std::unique_ptr<ChatSession> session)
{
    ChatSession *const added = session.get();
    m_sessions[added->id()] = std::move(session);
    const auto ofTheCurrent = [this, added](auto signal) {
        return [this, added, signal] {
            if (added == m_current) {
                Q_EMIT(this->*signal)();
            }
        };
    };
    connect(added, &ChatSession::phaseChanged, this, ofTheCurrent(&ChatController::phaseChanged));
    connect(added, &ChatSession::phaseChanged, this, ofTheCurrent(&ChatController::canSendChanged));
    connect(added, &ChatSession::phaseChanged, this, ofTheCurrent(&ChatController::canRegenerateChanged));
    connect(added, &ChatSession::titleChanged, this, ofTheCurrent(&ChatController::titleChanged));
    connect(added, &ChatSession::optionsChanged, this, ofTheCurrent(&ChatController::optionsChanged));
    connect(added->messages(), &MessageModel::countChanged, this, ofTheCurrent(&ChatController::canRegenerateChanged));
    connect(added, &ChatSession::phaseChanged, this, &ChatController::busyChatsChanged);
    connect(added, &ChatSession::committed, this, &ChatController::committed);
    connect(added, &ChatSession::answerFinished, this,
        [this, added](const GenerationOutcome &outcome) { onAnswerFinished(added, outcome); });
    connect(added, &ChatSession::notSaved, this,
        [this](const QString &why) { setNotice(tr("This could not be saved: %1").arg(why)); });
    return added;
}

void ChatController::show(ChatSession *session)
{
    if (session == m_current) {
        return;
    }
    flush();
    ChatSession *const before = std::exchange(m_current, session);
    setNotice({});
    m_sendWhenCounted = false;
    m_offersModel = true;
    m_composer.setChat(session->id());
    m_composer.setText(session->draft());
    m_draftTimer.stop();
    Q_EMIT chatChanged();
    Q_EMIT phaseChanged();
    Q_EMIT titleChanged();
    Q_EMIT optionsChanged();
    Q_EMIT canSendChanged();
    Q_EMIT canRegenerateChanged();
    drop(before);
}

void ChatController::drop(ChatSession *session)
{
    if (!session || session == m_current || (session->busy() && !session->temporary()) || holdsDraft(*session)) {
        return;
    }
    if (session->temporary()) {
        m_composer.forget(session->id());
    }
    // Its model may still be in the hands of a view that lets go of it in this very moment.
    const auto found = m_sessions.find(session->id());
    session->disconnect(this);
    found->second.release()->deleteLater();
    m_sessions.erase(found);
    std::erase_if(m_leaving, [](const QPointer<ChatSession> &left) { return left.isNull(); });
    m_leaving.emplace_back(session);
    Q_EMIT busyChatsChanged();
}

void ChatController::startNew(bool temporary)
{
    ChatOptions options;
    options.systemPrompt = m_settings.systemPrompt();
    options.sampling.temperature = m_settings.temperature();
    show(adopt(std::make_unique<ChatSession>(m_store, m_queue, options, temporary)));
}

bool ChatController::holdsDraft(const ChatSession &session) const
{
    return session.unsent() && (!session.draft().isEmpty() || m_composer.hasAttachments(session.id()));
}

void ChatController::restore(const QList<ChatRecord> &drafts)
{
    const bool untouched = m_opening == 0 && m_current->unsent() && m_composer.text().isEmpty()
        && !m_composer.hasAttachments(m_current->id());
    ChatSession *last = nullptr;
    for (const ChatRecord &draft : drafts) {
        last = adopt(std::make_unique<ChatSession>(m_store, m_queue, draft));
    }
    if (last && untouched) {
        show(last);
    }
}

void ChatController::showNew()
{
    for (const auto &[id, session] : m_sessions) {
        if (holdsDraft(*session)) { // what was begun goes on
            show(session.get());
            return;
        }
    }
    startNew(false);
}

void ChatController::newChat()
{
    m_opening = 0;
    if (!m_current->unsent()) {
        showNew();
    }
}

void ChatController::startOver()
{
    m_opening = 0;
    m_composer.setText({});
    m_composer.forget(m_current->id());
    QList<ChatSession *> begun;
    for (const auto &[id, session] : m_sessions) {
        if (session->unsent()) {
            session->setDraft({});
            m_composer.forget(id);
            begun << session.get();
        }
    }
    if (!m_current->unsent()) {
        startNew(false);
    }
    for (ChatSession *session : std::as_const(begun)) {
        drop(session);
    }
}

void ChatController::newTemporaryChat()
{
    m_opening = 0;
    startNew(true);
}

void ChatController::open(double chat)
{
    openAt(chat, 0);
}

void ChatController::openAt(double chat, double message)
{
    const auto id = static_cast<ChatId>(chat);
    m_opening = id;
    if (const auto found = m_sessions.find(id); found != m_sessions.end()) {
        show(found->second.get());
        revealMessage(static_cast<MessageId>(message));
        return;
    }
    m_store.contents(id).then(this, [this, id, message](const StoreResult<ChatContents> &contents) {
        if (m_opening != id) { // another one was asked for meanwhile
            return;
        }
        if (!contents) {
            setNotice(tr("This chat cannot be opened: %1").arg(contents.error().text));
            return;
        }
        const auto found = m_sessions.find(id);
        show(found != m_sessions.end() ? found->second.get()
                                       : adopt(std::make_unique<ChatSession>(m_store, m_queue, *contents)));
        revealMessage(static_cast<MessageId>(message));
    });
}

void ChatController::revealMessage(MessageId message)
{
    const ChatTree &tree = messages()->tree();
    if (message == 0 || !tree.contains(message)) {
        return;
    }
    for (const MessageId step : tree.pathTo(message)) {
        if (!tree.path().contains(step)) {
            messages()->choose(step); // only for the eye: what is active is not changed by looking for something
        }
    }
    Q_EMIT messageRequested(static_cast<double>(message));
}

void ChatController::close(ChatId chat)
{
    if (const auto found = m_sessions.find(chat); found != m_sessions.end()) {
        ChatSession *const session = found->second.get();
        session->stop();
        if (session == m_current) {
            showNew(); // drops it, unless it is still stopping: then its end does
        } else {
            drop(session);
        }
    }
    m_composer.forget(chat);
}

void ChatController::flush()
{
    m_draftTimer.stop();
    if (m_current) {
        m_current->setDraft(m_composer.text());
    }
}

// ---- what the user does with it

bool ChatController::canSend() const
{
    return !busy() && m_composer.sendable() && m_models.state() != ModelController::NoModel;
}

bool ChatController::canRegenerate() const
{
    return !busy() && m_current->messages()->count() > 0 && m_models.state() != ModelController::NoModel;
}

void ChatController::send()
{
    if (!canSend()) {
        if (!busy() && m_composer.sendable()) {
            setNotice(sentence(wordsFor(InferenceError::Code::NoModel)));
        }
        return;
    }
    setNotice({});
    DraftCost &cost = *m_composer.cost();
    if (cost.known() && !cost.fits()) {
        m_sendWhenCounted = cost.counting(); // a moment ago it did not fit
        if (m_sendWhenCounted) {
            cost.countNow();
        } else {
            Q_EMIT fitWanted();
        }
        return;
    }
    m_current->send(m_composer.take(), m_composer.takeAttachments());
}

void ChatController::stop()
{
    m_current->stop();
}

void ChatController::regenerate(int row)
{
    if (canRegenerate()) {
        setNotice({});
        m_current->regenerate(row >= 0 ? row : messages()->count() - 1);
    }
}

void ChatController::continueAnswer()
{
    if (canRegenerate()) {
        setNotice({});
        m_current->continueAnswer(messages()->count() - 1);
    }
}

bool ChatController::canContinue(int row) const
{
    return m_current->canContinue(row);
}

void ChatController::editQuestion(int row, const QString &text)
{
    if (canRegenerate()) {
        setNotice({});
        m_current->editQuestion(row, text);
    }
}

void ChatController::editAnswer(int row, const QString &text)
{
    m_current->editAnswer(row, text);
}

void ChatController::showVersion(int row, int version)
{
    m_current->showVersion(row, version);
}

void ChatController::copyMessage(int row) const
{
    Clipboard().copy(m_current->messages()->copyText(row));
}

void ChatController::dismissNotice()
{
    setNotice({});
}

void ChatController::setNotice(const QString &notice)
{
    if (notice != m_notice) {
        m_notice = notice;
        Q_EMIT noticeChanged();
    }
}

QSet<ChatId> ChatController::busyChats() const
{
    QSet<ChatId> busy;
    for (const auto &[id, session] : m_sessions) {
        if (session->busy()) {
            busy.insert(id);
        }
    }
    return busy;
}

void ChatController::onAnswerFinished(ChatSession *session, const GenerationOutcome &outcome)
{
    using Reason = GenerationOutcome::Reason;
    QString summary;
    switch (outcome.reason) {
    case Reason::Stop:
        summary = tr("Answer finished. %1").arg(Format::answerFooter(outcome.figures));
        break;
    case Reason::Length:
        summary = tr("The context is full. The answer ends here.");
        break;
    case Reason::Limit:
        summary = tr("The answer has as many tokens as this chat allows. It ends here.");
        break;
    case Reason::Cancelled:
        summary = tr("Answer stopped");
        break;
    case Reason::Error:
        summary = sentence(wordsFor(outcome.error.code));
        break;
    }
    if (session == m_current) {
        Q_EMIT answerFinished(summary);
    } else {
        Q_EMIT finishedInBackground(static_cast<double>(session->id()), session->title(), summary);
        drop(session);
    }
}
