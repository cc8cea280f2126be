// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "status/answernotices.h"

#include "platform/notifier.h"
#include "settings/settings.h"

AnswerNotices::AnswerNotices(ChatController &chat, const Settings &settings, Notifier &notifier, std::function<bool()> inFront,
                             std::chrono::milliseconds longAnswer, QObject *parent)
    : QObject(parent)
{
    connect(&chat, &ChatController::phaseChanged, this, [this, &chat] {
        if (chat.busy() && !m_busy) {
            m_since.start();
        }
        m_busy = chat.busy();
    });
    connect(&chat, &ChatController::answerFinished, this,
            [this, &chat, &settings, &notifier, seen = std::move(inFront), longAnswer](const QString &summary) {
                const bool tookLong = m_since.isValid() && m_since.durationElapsed() >= longAnswer;
                if (tookLong && settings.notifyWhenDone() && !seen()) {
                    notifier.show(chat.title().isEmpty() ? tr("The answer is complete") : chat.title(), summary);
                }
            });
}
