// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "status/answernotices.h"

#include "platform/notifier.h"
#include "settings/settings.h"

AnswerNotices::AnswerNotices(ChatController &chat, const Settings &settings, Notifier &notifier,
    std::function<bool()> inFront, std::chrono::milliseconds longAnswer, QObject *parent)
    : QObject(parent)
{
    connect(&chat, &ChatController::phaseChanged, this, [this, &chat] {
        const bool busy = chat.current()->busy();
        if (busy && !m_busy) {
            m_since.start();
        }
        m_busy = busy;
    });
    const auto note = [&settings, &notifier, seen = std::move(inFront)](
                          double id, const QString &title, const QString &summary) {
        if (settings.notifyWhenDone() && !seen()) {
            notifier.show(title.isEmpty() ? tr("The answer is complete") : title, summary, static_cast<qint64>(id));
        }
    };
    // A chat that is not shown: how long it took is not known here, but it did wait for its turn.
    connect(&chat, &ChatController::finishedInBackground, this, note);
    connect(&chat, &ChatController::answerFinished, this, [this, &chat, note, longAnswer](const QString &summary) {
        if (m_since.isValid() && m_since.durationElapsed() >= longAnswer) {
            note(chat.current()->chatId(), chat.current()->title(), summary);
        }
    });
}
