// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/generationqueue.h"

#include "chat/chatsession.h"
#include "inference/enginehost.h"
#include "library/modelcontroller.h"

GenerationQueue::GenerationQueue(EngineHost &engine, ModelController &models, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_models(models)
{
    connect(&engine, &EngineHost::prefillProgressed, this, [this](RequestId id) { onPrefill(id); });
    connect(&engine, &EngineHost::textArrived, this, &GenerationQueue::onText);
    connect(&engine, &EngineHost::finished, this, &GenerationQueue::onFinished);
    connect(&models, &ModelController::stateChanged, this, &GenerationQueue::startNext);
    connect(&models, &ModelController::modelChanged, this, &GenerationQueue::startNext);
    m_saveTimer.setInterval(kSaveInterval);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] {
        if (m_running) {
            m_running->saveProgress();
        }
    });
}

ChatPhase GenerationQueue::firstPhase() const
{
    return m_running ? ChatPhase::Queued : m_models.ready() ? ChatPhase::Prefill : ChatPhase::WaitingForModel;
}

ChatPhase GenerationQueue::phase() const
{
    return m_running ? m_phase : m_waiting.isEmpty() ? ChatPhase::Idle : ChatPhase::WaitingForModel;
}

void GenerationQueue::submit(ChatSession *chat)
{
    m_waiting.append(chat);
    startNext();
    tellPhases();
    Q_EMIT busyChanged();
}

void GenerationQueue::startNext()
{
    if (m_running || m_waiting.isEmpty()) {
        return;
    }
    if (m_models.ready()) {
        ChatSession *const next = m_waiting.takeFirst();
        m_phase = ChatPhase::Prefill;
        next->setModel(m_models.name(), m_models.filePath());
        m_request = m_engine.generate(next->request());
        setRunning(next);
    } else if (m_models.state() == ModelController::NoModel) {
        GenerationOutcome outcome;
        outcome.reason = GenerationOutcome::Reason::Error;
        outcome.error.code = InferenceError::Code::NoModel;
        const QList<ChatSession *> waiting = std::exchange(m_waiting, {});
        for (ChatSession *chat : waiting) {
            chat->jobFinished(outcome);
        }
        Q_EMIT busyChanged();
        Q_EMIT phaseChanged();
    }
}

void GenerationQueue::setRunning(ChatSession *chat)
{
    m_running = chat;
    if (chat) {
        m_saveTimer.start();
    } else {
        m_request = 0;
        m_phase = ChatPhase::Idle;
        m_saveTimer.stop();
    }
    tellPhases();
}

void GenerationQueue::tellPhases()
{
    if (m_running) {
        m_running->setPhase(m_phase);
    }
    for (ChatSession *chat : std::as_const(m_waiting)) {
        chat->setPhase(firstPhase() == ChatPhase::Prefill ? ChatPhase::Queued : firstPhase());
    }
    Q_EMIT phaseChanged();
}

void GenerationQueue::stop(ChatSession *chat)
{
    if (m_waiting.removeOne(chat)) {
        GenerationOutcome outcome;
        outcome.reason = GenerationOutcome::Reason::Cancelled;
        chat->jobFinished(outcome);
        Q_EMIT phaseChanged();
        Q_EMIT busyChanged();
    } else if (chat == m_running && m_phase != ChatPhase::Stopping) {
        m_engine.stop(m_request);
        m_phase = ChatPhase::Stopping;
        tellPhases();
    }
}

void GenerationQueue::forget(ChatSession *chat)
{
    m_waiting.removeOne(chat);
    if (chat == m_running) {
        m_engine.stop(m_request);
        setRunning(nullptr); // what still arrives belongs to nobody
        startNext();
    }
    Q_EMIT busyChanged();
}

void GenerationQueue::onPrefill(RequestId id)
{
    if (id == m_request && m_running && m_phase == ChatPhase::Generating) {
        m_phase = ChatPhase::Prefill;
        tellPhases();
    }
}

void GenerationQueue::onText(RequestId id, const QByteArray &utf8, const GenerationFigures &soFar)
{
    if (id != m_request || !m_running) {
        return;
    }
    if (m_phase == ChatPhase::Prefill) {
        m_phase = ChatPhase::Generating;
        tellPhases();
    }
    m_running->jobText(QString::fromUtf8(utf8), soFar);
}

void GenerationQueue::onFinished(RequestId id, const GenerationOutcome &outcome)
{
    if (id != m_request || !m_running) {
        return;
    }
    ChatSession *const chat = m_running;
    setRunning(nullptr);
    chat->jobFinished(outcome);
    startNext();
    Q_EMIT busyChanged();
}
