// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Answers in the order they were asked for, one at a time, whoever asked.
//
// A job belongs to this queue and not to a view: it goes on while another chat is shown, and waits while a model is being
// loaded. What arrives is handed to the job's client, which is asked to save it every saveInterval; what is at the end it
// saves itself.
#pragma once

#include <QObject>
#include <QTimer>

#include "chat/chatphase.h"
#include "values/generationtypes.h"

class EngineHost;
class GenerationClient;
class ModelController;

class GenerationQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kSaveInterval { 2000 };

    GenerationQueue(EngineHost &engine, ModelController &models, QObject *parent = nullptr);

    // Its request() is asked for when its turn comes. Each ends with one finish().
    void submit(GenerationClient *client);
    void stop(GenerationClient *client); // at once if it has not begun, else within 100 ms
    void forget(GenerationClient *client); // it is about to be destroyed
    // What a job submitted now would begin with.
    [[nodiscard]] ChatPhase::Phase firstPhase() const;
    [[nodiscard]] GenerationClient *running() const { return m_running; }
    [[nodiscard]] ChatPhase::Phase phase() const; // of the running one, else Idle or WaitingForModel
    void setSaveInterval(std::chrono::milliseconds interval) { m_saveTimer.setInterval(interval); } // for tests

Q_SIGNALS:
    void phaseChanged();
    void busyChanged(); // which clients have a job

private:
    void startNext();
    void setPhases();
    void setRunning(GenerationClient *client);
    void onPrefill(RequestId id);
    void onText(RequestId id, const QByteArray &utf8, const GenerationFigures &soFar);
    void onFinished(RequestId id, const GenerationOutcome &outcome);

    EngineHost &m_engine;
    ModelController &m_models;
    QList<GenerationClient *> m_waiting;
    GenerationClient *m_running = nullptr;
    RequestId m_request = 0; // of the running one
    ChatPhase::Phase m_phase = ChatPhase::Idle; // of the running one
    QTimer m_saveTimer;
};
