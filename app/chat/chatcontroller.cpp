// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/chatcontroller.h"

#include <QRandomGenerator>

#include "inference/enginehost.h"
#include "inference/errorwords.h"
#include "library/modelcontroller.h"
#include "platform/clipboard.h"
#include "platform/format.h"
#include "settings/settings.h"

namespace
{
constexpr qsizetype kTitleChars = 60;

QString sentence(const ErrorWords &words)
{
    return ChatController::tr("%1. %2", "what happened, what to do").arg(words.title, words.hint);
}
}

ChatController::ChatController(EngineHost &engine, ModelController &models, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_models(models)
    , m_settings(settings)
{
    connect(&engine, &EngineHost::prefillProgressed, this, &ChatController::onPrefill);
    connect(&engine, &EngineHost::textArrived, this, &ChatController::onText);
    connect(&engine, &EngineHost::finished, this, &ChatController::onFinished);
    connect(&models, &ModelController::stateChanged, this, &ChatController::onModelChanged);
    connect(&m_composer, &ComposerController::sendableChanged, this, &ChatController::canSendChanged);
    connect(&m_messages, &MessageModel::countChanged, this, &ChatController::titleChanged);
    connect(&m_messages, &MessageModel::countChanged, this, &ChatController::canRegenerateChanged);
}

MessageModel *ChatController::messages()
{
    return &m_messages;
}

ComposerController *ChatController::composer()
{
    return &m_composer;
}

ChatController::Phase ChatController::phase() const
{
    return m_phase;
}

bool ChatController::busy() const
{
    return m_phase != Idle;
}

bool ChatController::canSend() const
{
    return m_phase == Idle && m_composer.sendable() && m_models.state() != ModelController::NoModel;
}

bool ChatController::canRegenerate() const
{
    return m_phase == Idle && m_messages.count() > 1 && m_models.state() != ModelController::NoModel;
}

QString ChatController::title() const
{
    const QString first = m_messages.copyText(0).trimmed();
    const QString line = first.section(QLatin1Char('\n'), 0, 0).simplified();
    return line.size() > kTitleChars ? line.first(kTitleChars - 1).trimmed() + QStringLiteral("…") : line;
}

QString ChatController::notice() const
{
    return m_notice;
}

void ChatController::send()
{
    if (!canSend()) {
        if (m_phase == Idle && m_composer.sendable()) {
            setNotice(sentence(wordsFor(InferenceError::Code::NoModel)));
        }
        return;
    }
    m_messages.appendUser(m_composer.take());
    start();
}

void ChatController::start()
{
    setNotice({});
    m_messages.appendAssistant();
    if (m_models.ready()) {
        generate();
    } else {
        setPhase(WaitingForModel);
    }
}

void ChatController::generate()
{
    ChatRequest request;
    request.sampling.temperature = m_settings.temperature();
    request.seed = QRandomGenerator::global()->generate64(); // "regenerate" is to give another answer
    if (const QString system = m_settings.systemPrompt(); !system.isEmpty()) {
        request.turns.append({ChatTurn::Role::System, system});
    }
    request.turns += m_messages.turns();
    setPhase(Prefill);
    m_request = m_engine.generate(request);
}

void ChatController::stop()
{
    if (m_phase == WaitingForModel) {
        m_messages.finishAnswer(MessageModel::Stopped);
        setPhase(Idle);
    } else if (m_phase != Idle) {
        m_engine.stop(m_request);
        setPhase(Stopping);
    }
}

void ChatController::newChat()
{
    m_engine.stop(m_request);
    m_request = 0; // what still arrives belongs to nobody
    setNotice({});
    m_messages.clear();
    setPhase(Idle);
}

void ChatController::regenerate()
{
    if (!canRegenerate()) {
        return;
    }
    m_messages.removeLast();
    start();
}

void ChatController::copyMessage(int row) const
{
    Clipboard().copy(m_messages.copyText(row));
}

void ChatController::dismissNotice()
{
    setNotice({});
}

void ChatController::setPhase(Phase phase)
{
    if (phase == m_phase) {
        return;
    }
    m_phase = phase;
    Q_EMIT phaseChanged();
    Q_EMIT canSendChanged();
    Q_EMIT canRegenerateChanged();
}

void ChatController::setNotice(const QString &notice)
{
    if (notice != m_notice) {
        m_notice = notice;
        Q_EMIT noticeChanged();
    }
}

void ChatController::onPrefill(RequestId id, const PrefillProgress &)
{
    if (id == m_request && m_phase != Stopping) {
        setPhase(Prefill);
    }
}

void ChatController::onText(RequestId id, const QByteArray &utf8)
{
    if (id != m_request) {
        return;
    }
    if (m_phase == Prefill) {
        setPhase(Generating);
    }
    m_messages.appendToAnswer(QString::fromUtf8(utf8));
}

void ChatController::onFinished(RequestId id, const GenerationOutcome &outcome)
{
    using Reason = GenerationOutcome::Reason;
    if (id != m_request) {
        return;
    }
    m_request = 0;
    const QString footer = outcome.figures.generatedTokens > 0 ? Format::answerFooter(outcome.figures) : QString();
    QString summary;
    switch (outcome.reason) {
    case Reason::Stop:
        m_messages.finishAnswer(MessageModel::Finished, footer);
        summary = tr("Answer finished. %1").arg(footer);
        break;
    case Reason::Length:
        m_messages.finishAnswer(MessageModel::LengthReached, footer);
        summary = tr("The context is full. The answer ends here.");
        break;
    case Reason::Cancelled:
        m_messages.finishAnswer(MessageModel::Stopped, footer);
        summary = tr("Answer stopped");
        break;
    case Reason::Error: {
        summary = sentence(wordsFor(outcome.error.code));
        const QString details = outcome.error.text.isEmpty() ? QString() : QLatin1Char('\n') + outcome.error.text;
        m_messages.finishAnswer(MessageModel::Failed, footer, summary + details);
        break;
    }
    }
    setPhase(Idle);
    Q_EMIT answerFinished(summary);
}

void ChatController::onModelChanged()
{
    Q_EMIT canSendChanged();
    Q_EMIT canRegenerateChanged();
    if (m_phase != WaitingForModel || m_models.state() == ModelController::Loading) {
        return;
    }
    if (m_models.ready()) {
        generate();
        return;
    }
    const ErrorWords words = wordsFor(InferenceError::Code::NoModel);
    m_messages.finishAnswer(MessageModel::Failed, {}, sentence(words));
    setPhase(Idle);
}
