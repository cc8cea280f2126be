// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/chatcontroller.h"

#include <ranges>

#include <QFileInfo>

#include "inference/errorwords.h"
#include "library/modelcontroller.h"
#include "values/format.h"

namespace
{
QString sentence(const ErrorWords &words)
{
    return ChatController::tr("%1. %2", "what happened, what to do").arg(words.title, words.hint);
}
}

ChatController::ChatController(
    EngineHost &engine, ModelController &models, const Settings &settings, ChatStore &store, QObject *parent)
    : QObject(parent)
    , m_models(models)
    , m_queue(engine, models)
    , m_composer(engine,
          [this] {
              const ChatSession *const shown = current(); // null while the first one is being made
              return shown ? shown->history() : QList<ChatTurn>();
          })
    , m_chats(store, m_queue, settings, m_composer)
{
    connect(&models, &ModelController::stateChanged, this, &ChatController::canSendChanged);
    connect(&models, &ModelController::stateChanged, this, &ChatController::canRegenerateChanged);
    connect(&models, &ModelController::stateChanged, this, &ChatController::otherModelChanged);
    connect(&models, &ModelController::modelChanged, this, [this] {
        m_offersModel = m_offersModel && !m_models.ready();
        Q_EMIT otherModelChanged();
    });
    connect(&m_composer, &ComposerController::textChanged, this, [this] { m_sendWhenCounted = false; });
    connect(m_composer.cost(), &DraftCost::changed, this, [this] {
        if (m_sendWhenCounted && !m_composer.cost()->counting()) {
            m_sendWhenCounted = false;
            send();
        }
    });
    connect(&m_composer, &ComposerController::sendableChanged, this, &ChatController::canSendChanged);
    connect(&m_chats, &OpenChats::currentChanged, this, &ChatController::follow);
    connect(&m_chats, &OpenChats::cannotOpen, this,
        [this](const QString &why) { setNotice(tr("This chat cannot be opened: %1").arg(why)); });
    connect(&m_chats, &OpenChats::notSaved, this,
        [this](const QString &why) { setNotice(tr("This could not be saved: %1").arg(why)); });
    connect(&m_chats, &OpenChats::revealed, this,
        [this](MessageId message) { Q_EMIT revealed(static_cast<double>(message)); });
    connect(&m_chats, &OpenChats::answerFinished, this, &ChatController::onAnswerFinished);
    follow();
}

ChatController::~ChatController()
{
    m_chats.disconnect(this);
    m_composer.disconnect(this);
}

void ChatController::follow()
{
    ChatSession *const session = current();
    m_following = std::make_unique<QObject>();
    QObject *const context = m_following.get();
    connect(session, &ChatSession::phaseChanged, context, [this] {
        Q_EMIT phaseChanged();
        Q_EMIT canSendChanged();
        Q_EMIT canRegenerateChanged();
    });
    connect(session->messages(), &MessageModel::countChanged, context, [this] { Q_EMIT canRegenerateChanged(); });
    connect(session, &ChatSession::optionsChanged, context, [this] { Q_EMIT otherModelChanged(); });
    setNotice({});
    m_sendWhenCounted = false;
    m_offersModel = true;
    Q_EMIT currentChanged();
    m_composer.cost()->invalidate();
    Q_EMIT phaseChanged();
    Q_EMIT canSendChanged();
    Q_EMIT canRegenerateChanged();
    Q_EMIT otherModelChanged();
}

void ChatController::newChat()
{
    m_chats.showNew();
}

void ChatController::newTemporaryChat()
{
    m_chats.showTemporary();
}

void ChatController::open(double chat)
{
    openAt(chat, 0);
}

void ChatController::openAt(double chat, double message)
{
    m_chats.open(static_cast<ChatId>(chat), static_cast<MessageId>(message));
}

bool ChatController::canSend() const
{
    return !current()->busy() && m_composer.sendable() && m_models.state() != ModelController::NoModel;
}

bool ChatController::canRegenerate() const
{
    return !current()->busy() && current()->messages()->count() > 0 && m_models.state() != ModelController::NoModel;
}

void ChatController::send()
{
    if (!canSend()) {
        if (!current()->busy() && m_composer.sendable()) {
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
    current()->send(m_composer.take(), m_composer.takeAttachments());
}

void ChatController::regenerate(int row)
{
    if (canRegenerate()) {
        setNotice({});
        current()->regenerate(row >= 0 ? row : current()->messages()->count() - 1);
    }
}

void ChatController::continueAnswer()
{
    if (canRegenerate()) {
        setNotice({});
        current()->continueAnswer(current()->messages()->count() - 1);
    }
}

void ChatController::editQuestion(int row, const QString &text)
{
    if (canRegenerate()) {
        setNotice({});
        current()->editQuestion(row, text);
    }
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
    if (session == current()) {
        Q_EMIT answerFinished(summary);
    } else {
        Q_EMIT finishedInBackground(static_cast<double>(session->id()), session->title(), summary);
    }
}

QString ChatController::otherModel() const
{
    const QString path = current()->options().modelPath;
    if (!m_offersModel || path.isEmpty() || path == m_models.filePath() || m_models.loading()) {
        return {};
    }
    const ChatTree &tree = current()->messages()->tree();
    for (const MessageId id : tree.path() | std::views::reverse) {
        if (const QString model = tree.at(id).model; !model.isEmpty()) {
            return model;
        }
    }
    return QFileInfo(path).completeBaseName();
}

void ChatController::openOtherModel()
{
    if (!otherModel().isEmpty()) {
        m_models.openPath(current()->options().modelPath);
    }
}
