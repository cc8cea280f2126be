// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Tells the desktop when an answer is complete that took long while the user was elsewhere. The subject of a note is its chat.
#pragma once

#include <chrono>
#include <functional>

#include <QElapsedTimer>
#include <QObject>

#include "chat/chatcontroller.h"

class Notifier;
class Settings;

class AnswerNotices : public QObject
{
    Q_OBJECT

public:
    // After a shorter wait the user is still looking.
    static constexpr std::chrono::milliseconds kLong { 10'000 };

    // `inFront`: whether the user sees the window; asked when an answer ends.
    AnswerNotices(ChatController &chat, const Settings &settings, Notifier &notifier, std::function<bool()> inFront,
        std::chrono::milliseconds longAnswer = kLong, QObject *parent = nullptr);

private:
    QElapsedTimer m_since; // the last answer was asked for
    bool m_busy = false;
};
