// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Puts the model to sleep when nothing was asked or typed for as long as the user chose, and wakes it when a message
// waits for it. Off until the user chooses a time: see ModelStore::idleMinutes.
#pragma once

#include <chrono>

#include <QObject>
#include <QTimer>

class ChatController;
class GenerationQueue;
class ModelController;
class ModelStore;

class IdleUnloader : public QObject
{
    Q_OBJECT

public:
    // `minute` is shorter in tests.
    IdleUnloader(ModelController &models, ChatController &chat, const ModelStore &store,
        std::chrono::milliseconds minute = std::chrono::minutes(1), QObject *parent = nullptr);

private:
    void restart();
    void onPhase();

    ModelController &m_models;
    const GenerationQueue &m_queue; // of all chats
    const ModelStore &m_store;
    std::chrono::milliseconds m_minute;
    QTimer m_timer;
};
