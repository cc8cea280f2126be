// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "window/sessionend.h"

#include <QGuiApplication>

#include "chat/generationclient.h"
#include "window/composition.h"

SessionEnd::SessionEnd(Composition &app, std::function<void()> before)
    : m_app(app)
    , m_before(std::move(before))
{
    connect(&m_signals, &QuitSignals::received, this, [this] {
        save();
        QCoreApplication::quit();
    });
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this] { save(); });
}

void SessionEnd::save()
{
    m_before();
    m_app.settings.sync();
    m_app.chat.openChats().keepDraft();
    if (GenerationClient *const running = m_app.chat.queue().running()) {
        running->saveProgress();
    }
    m_app.store.waitForWrites(kPatience);
}
