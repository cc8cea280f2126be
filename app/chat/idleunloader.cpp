// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/idleunloader.h"

#include "chat/chatcontroller.h"
#include "chat/generationqueue.h"
#include "library/modelcontroller.h"
#include "library/modelstore.h"

IdleUnloader::IdleUnloader(ModelController &models, ChatController &chat, const ModelStore &store,
    std::chrono::milliseconds minute, QObject *parent)
    : QObject(parent)
    , m_models(models)
    , m_queue(chat.queue())
    , m_store(store)
    , m_minute(minute)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, &models, &ModelController::sleep);
    connect(&models, &ModelController::stateChanged, this, &IdleUnloader::restart);
    connect(&store, &ModelStore::idleMinutesChanged, this, &IdleUnloader::restart);
    connect(chat.composer(), &ComposerController::textChanged, this, &IdleUnloader::restart);
    connect(&chat.queue(), &GenerationQueue::phaseChanged, this, &IdleUnloader::onPhase);
}

void IdleUnloader::onPhase()
{
    if (m_queue.phase() == ChatPhase::WaitingForModel) {
        m_models.wake();
    }
    restart();
}

void IdleUnloader::restart()
{
    const bool idle = m_models.state() == ModelController::Ready && m_queue.phase() == ChatPhase::Idle;
    if (idle && m_store.idleMinutes() > 0) {
        m_timer.start(m_minute * m_store.idleMinutes());
    } else {
        m_timer.stop();
    }
}
