// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The verbs of the conversation. One answer at a time; everything that takes time happens in EngineHost.
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "chat/composercontroller.h"
#include "chat/messagemodel.h"
#include "inference/generationtypes.h"

class EngineHost;
class ModelController;
class Settings;

class ChatController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(MessageModel *messages READ messages CONSTANT)
    Q_PROPERTY(ComposerController *composer READ composer CONSTANT)
    Q_PROPERTY(Phase phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY phaseChanged) // stop() would do something
    Q_PROPERTY(bool canSend READ canSend NOTIFY canSendChanged)
    Q_PROPERTY(bool canRegenerate READ canRegenerate NOTIFY canRegenerateChanged)
    Q_PROPERTY(QString title READ title NOTIFY titleChanged) // first line of the conversation; empty when new
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged) // why the last send did not start; empty = nothing

public:
    enum Phase {
        Idle,
        WaitingForModel, // sent, the model is still loading
        Prefill,
        Generating,
        Stopping,
    };
    Q_ENUM(Phase)

    ChatController(EngineHost &engine, ModelController &models, const Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] MessageModel *messages();
    [[nodiscard]] ComposerController *composer();
    [[nodiscard]] Phase phase() const;
    [[nodiscard]] bool busy() const;
    [[nodiscard]] bool canSend() const;
    [[nodiscard]] bool canRegenerate() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString notice() const;

    Q_INVOKABLE void send(); // what the composer holds
    Q_INVOKABLE void stop();
    Q_INVOKABLE void newChat(); // stops first
    Q_INVOKABLE void regenerate(); // the last answer
    Q_INVOKABLE void copyMessage(int row) const; // its source
    Q_INVOKABLE void dismissNotice();

Q_SIGNALS:
    void phaseChanged();
    void canSendChanged();
    void canRegenerateChanged();
    void titleChanged();
    void noticeChanged();
    void answerFinished(const QString &summary); // once per answer, for a screen reader

private:
    void start(); // the answer to the last message, at once or when the model is there
    void generate();
    void setPhase(Phase phase);
    void setNotice(const QString &notice);
    void onPrefill(RequestId id, const PrefillProgress &progress);
    void onText(RequestId id, const QByteArray &utf8);
    void onFinished(RequestId id, const GenerationOutcome &outcome);
    void onModelChanged();

    EngineHost &m_engine;
    ModelController &m_models;
    const Settings &m_settings;
    MessageModel m_messages;
    ComposerController m_composer;
    Phase m_phase = Idle;
    RequestId m_request = 0; // the running one
    QString m_notice;
};
