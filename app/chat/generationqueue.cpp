// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/generationqueue.h"

#include "chat/generationclient.h"
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

ChatPhase::Phase GenerationQueue::firstPhase() const
{
    return m_running ? ChatPhase::Queued : m_models.ready() ? ChatPhase::Prefill : ChatPhase::WaitingForModel;
}

ChatPhase::Phase GenerationQueue::phase() const
{
    return m_running ? m_phase : m_waiting.isEmpty() ? ChatPhase::Idle : ChatPhase::WaitingForModel;
}

void GenerationQueue::submit(GenerationClient *client)
{
    m_waiting.append(client);
    startNext();
    setPhases();
    Q_EMIT busyChanged();
}

void GenerationQueue::startNext()
{
    if (m_running || m_waiting.isEmpty()) {
        return;
    }
    if (m_models.ready()) {
        GenerationClient *const next = m_waiting.takeFirst();
        m_phase = ChatPhase::Prefill;
        m_request = m_engine.generate(next->request(m_models.name(), m_models.filePath()));
        setRunning(next);
    } else if (m_models.state() == ModelController::NoModel) {
        GenerationOutcome outcome;
        outcome.reason = GenerationOutcome::Reason::Error;
        outcome.error.code = InferenceError::Code::NoModel;
        const QList<GenerationClient *> waiting = std::exchange(m_waiting, {});
        for (GenerationClient *client : waiting) {
            client->finish(outcome);
        }
        Q_EMIT busyChanged();
        Q_EMIT phaseChanged();
    }
}

void GenerationQueue::setRunning(GenerationClient *client)
{
    m_running = client;
    if (client) {
        m_saveTimer.start();
    } else {
        m_request = 0;
        m_phase = ChatPhase::Idle;
        m_saveTimer.stop();
    }
    setPhases();
}

void GenerationQueue::setPhases()
{
    if (m_running) {
        m_running->setPhase(m_phase);
    }
    for (GenerationClient *client : std::as_const(m_waiting)) {
        client->setPhase(firstPhase() == ChatPhase::Prefill ? ChatPhase::Queued : firstPhase());
    }
    Q_EMIT phaseChanged();
}

void GenerationQueue::stop(GenerationClient *client)
{
    if (m_waiting.removeOne(client)) {
        GenerationOutcome outcome;
        outcome.reason = GenerationOutcome::Reason::Cancelled;
        client->finish(outcome);
        Q_EMIT phaseChanged();
        Q_EMIT busyChanged();
    } else if (client == m_running && m_phase != ChatPhase::Stopping) {
        m_engine.stop(m_request);
        m_phase = ChatPhase::Stopping;
        setPhases();
    }
}

void GenerationQueue::forget(GenerationClient *client)
{
    m_waiting.removeOne(client);
    if (client == m_running) {
        m_engine.stop(m_request);
        setRunning(nullptr); // what still arrives is ignored
        startNext();
    }
    Q_EMIT busyChanged();
}

void GenerationQueue::onPrefill(RequestId id)
{
    if (id == m_request && m_running && m_phase == ChatPhase::Generating) {
        m_phase = ChatPhase::Prefill;
        setPhases();
    }
}

void GenerationQueue::onText(RequestId id, const QByteArray &utf8, const GenerationFigures &soFar)
{
    if (id != m_request || !m_running) {
        return;
    }
    if (m_phase == ChatPhase::Prefill) {
        m_phase = ChatPhase::Generating;
        setPhases();
    }
    m_running->addText(QString::fromUtf8(utf8), soFar);
}

void GenerationQueue::onFinished(RequestId id, const GenerationOutcome &outcome)
{
    if (id != m_request || !m_running) {
        return;
    }
    GenerationClient *const client = m_running;
    setRunning(nullptr);
    client->finish(outcome);
    startNext();
    Q_EMIT busyChanged();
}
