// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/openchats.h"

#include "chat/composercontroller.h"
#include "chat/generationqueue.h"
#include "chats/chatstore.h"
#include "settings/settings.h"

namespace
{
constexpr int kDraftDelay = 1000; // ms after the last key
}

OpenChats::OpenChats(
    ChatStore &store, GenerationQueue &queue, const Settings &settings, ComposerController &composer, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_queue(queue)
    , m_settings(settings)
    , m_composer(composer)
{
    connect(&store, &ChatStore::chatChanged, this, [this](const ChatSummary &chat) {
        if (const auto found = m_sessions.find(chat.id); found != m_sessions.end()) {
            found->second->setTitle(chat.title);
        }
        if (chat.deletedMs > 0) {
            close(chat.id);
        }
    });
    connect(&store, &ChatStore::chatRemoved, this, &OpenChats::close);
    connect(&queue, &GenerationQueue::busyChanged, this, &OpenChats::busyChanged);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftDelay);
    connect(&composer, &ComposerController::textChanged, &m_draftTimer, qOverload<>(&QTimer::start));
    connect(&m_draftTimer, &QTimer::timeout, this, &OpenChats::keepDraft);
    startNew(false);
    store.unsent().then(this, [this](const QList<ChatRecord> &drafts) { restore(drafts); });
}

OpenChats::~OpenChats()
{
    keepDraft();
    m_queue.disconnect(this);
    for (const QPointer<ChatSession> &left : m_leaving) {
        delete left; // not later: it refers to the queue
    }
}

ChatSession *OpenChats::adopt(std::unique_ptr<ChatSession> session)
{
    ChatSession *const added = session.get();
    m_sessions[added->id()] = std::move(session);
    connect(added, &ChatSession::phaseChanged, this, &OpenChats::busyChanged);
    connect(added, &ChatSession::committed, this, &OpenChats::committed);
    connect(added, &ChatSession::notSaved, this, &OpenChats::notSaved);
    connect(added, &ChatSession::answerFinished, this, [this, added](const GenerationOutcome &outcome) {
        Q_EMIT answerFinished(added, outcome);
        drop(added);
    });
    return added;
}

void OpenChats::show(ChatSession *session)
{
    if (session == m_current) {
        return;
    }
    keepDraft();
    ChatSession *const before = std::exchange(m_current, session);
    m_composer.setChat(session->id());
    m_composer.setText(session->draft());
    m_draftTimer.stop(); // it is what was kept
    Q_EMIT currentChanged();
    drop(before);
}

void OpenChats::drop(ChatSession *session)
{
    if (!session || session == m_current || (session->busy() && !session->temporary()) || holdsDraft(*session)) {
        return;
    }
    if (session->temporary()) {
        m_composer.forget(session->id());
    }
    const auto found = m_sessions.find(session->id());
    session->disconnect(this);
    found->second.release()->deleteLater();
    m_sessions.erase(found);
    std::erase_if(m_leaving, [](const QPointer<ChatSession> &left) { return left.isNull(); });
    m_leaving.emplace_back(session);
    Q_EMIT busyChanged();
}

void OpenChats::startNew(bool temporary)
{
    ChatOptions options;
    options.systemPrompt = m_settings.systemPrompt();
    options.sampling.temperature = m_settings.temperature();
    show(adopt(std::make_unique<ChatSession>(m_store, m_queue, options, temporary)));
}

bool OpenChats::holdsDraft(const ChatSession &session) const
{
    return session.unsent() && (!session.draft().isEmpty() || m_composer.hasAttachments(session.id()));
}

void OpenChats::restore(const QList<ChatRecord> &drafts)
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

void OpenChats::showNew()
{
    m_opening = 0;
    if (!m_current->unsent()) {
        showBegun();
    }
}

void OpenChats::showBegun()
{
    for (const auto &[id, session] : m_sessions) {
        if (holdsDraft(*session)) { // what was begun is continued
            show(session.get());
            return;
        }
    }
    startNew(false);
}

void OpenChats::showTemporary()
{
    m_opening = 0;
    startNew(true);
}

void OpenChats::startOver()
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

void OpenChats::open(ChatId chat, MessageId message)
{
    m_opening = chat;
    if (const auto found = m_sessions.find(chat); found != m_sessions.end()) {
        show(found->second.get());
        reveal(message);
        return;
    }
    m_store.contents(chat).then(this, [this, chat, message](const StoreResult<ChatContents> &contents) {
        if (m_opening != chat) { // another one was asked for meanwhile
            return;
        }
        if (!contents) {
            Q_EMIT cannotOpen(contents.error().text);
            return;
        }
        const auto found = m_sessions.find(chat);
        show(found != m_sessions.end() ? found->second.get()
                                       : adopt(std::make_unique<ChatSession>(m_store, m_queue, *contents)));
        reveal(message);
    });
}

void OpenChats::reveal(MessageId message)
{
    MessageModel &messages = *m_current->messages();
    const ChatTree &tree = messages.tree();
    if (message == 0 || !tree.contains(message)) {
        return;
    }
    for (const MessageId step : tree.pathTo(message)) {
        if (!tree.path().contains(step)) {
            messages.choose(step); // only for the eye: what is active is not changed by looking for something
        }
    }
    Q_EMIT revealed(message);
}

void OpenChats::close(ChatId chat)
{
    if (const auto found = m_sessions.find(chat); found != m_sessions.end()) {
        ChatSession *const session = found->second.get();
        session->stop();
        if (session == m_current) {
            showBegun(); // drops it, unless it is still stopping: then its end does
        } else {
            drop(session);
        }
    }
    m_composer.forget(chat);
}

void OpenChats::keepDraft()
{
    m_draftTimer.stop();
    if (m_current) {
        m_current->setDraft(m_composer.text());
    }
}

QSet<ChatId> OpenChats::busy() const
{
    QSet<ChatId> busy;
    for (const auto &[id, session] : m_sessions) {
        if (session->busy()) {
            busy.insert(id);
        }
    }
    return busy;
}
