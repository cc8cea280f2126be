// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Answers in the order they were asked for, one at a time, whatever chat the window shows.
//
// A job belongs to this queue and not to a view: it goes on while another chat is open, and waits while a model is being
// loaded. What arrives is handed to the job's chat and saved every saveInterval; at the end the chat saves it itself.
#pragma once

#include <QObject>
#include <QTimer>

#include "values/generationtypes.h"

class ChatSession;
class EngineHost;
class ModelController;

enum class ChatPhase { // in the order of ChatController::Phase
    Idle,
    WaitingForModel,
    Prefill,
    Generating,
    Stopping,
    Queued, // behind another chat's answer
};

class GenerationQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kSaveInterval { 2000 };

    GenerationQueue(EngineHost &engine, ModelController &models, QObject *parent = nullptr);

    // The chat's open answer is made when its turn comes; request() is asked then. Each ends with one jobFinished().
    void submit(ChatSession *chat);
    void stop(ChatSession *chat); // at once if it has not begun, else within 100 ms
    void forget(ChatSession *chat); // it is about to be destroyed
    // What a job submitted now would begin with.
    [[nodiscard]] ChatPhase firstPhase() const;
    [[nodiscard]] ChatSession *running() const { return m_running; }
    [[nodiscard]] ChatPhase phase() const; // of the running one, else Idle or WaitingForModel
    void setSaveInterval(std::chrono::milliseconds interval) { m_saveTimer.setInterval(interval); } // for tests

Q_SIGNALS:
    void phaseChanged();
    void busyChanged(); // which chats have a job

private:
    void startNext();
    void tellPhases();
    void setRunning(ChatSession *chat);
    void onPrefill(RequestId id);
    void onText(RequestId id, const QByteArray &utf8, const GenerationFigures &soFar);
    void onFinished(RequestId id, const GenerationOutcome &outcome);

    EngineHost &m_engine;
    ModelController &m_models;
    QList<ChatSession *> m_waiting;
    ChatSession *m_running = nullptr;
    RequestId m_request = 0; // of the running one
    ChatPhase m_phase = ChatPhase::Idle; // of the running one
    QTimer m_saveTimer;
};
