// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where a message stands, for an answer also why it ended: in the chats' file, in an open chat, and in QML.
#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace MessageState
{
Q_NAMESPACE
QML_ELEMENT
enum State { // stored
    Complete = 0,
    Partial = 1, // being written
    Stopped = 2, // by the user
    LengthReached = 3, // the context is full
    Failed = 4, // error says why; the text so far is kept
    Interrupted = 5, // the program ended while it was written
    Edited = 6, // an answer that the user wrote or changed
    LimitReached = 7, // as many tokens as the chat's options allow
    TooLong = 8, // failed: the messages do not fit the context
};
Q_ENUM_NS(State)
}
