// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How far a chat's answer is: of the queue, of an open chat, and in QML.
#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace ChatPhase
{
Q_NAMESPACE
QML_ELEMENT
enum Phase {
    Idle,
    WaitingForModel, // sent, the model is still loading
    Prefill,
    Generating,
    Stopping,
    Queued, // sent, another chat is being answered
};
Q_ENUM_NS(Phase)
}
