// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The end of the session, by a signal or by the session manager: drafts, the answer that is being written and the settings
// are on the disk before either is answered, because the program may be killed right after. A signal then ends it as
// closing its window does.
// One object per process, on the main thread; the composition must outlive it.
#pragma once

#include <functional>

#include <QObject>

#include "platform/quitsignals.h"

struct Composition;

class SessionEnd : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kPatience { 5 }; // for the disk

    // `before`: what the window wants to have remembered.
    SessionEnd(Composition &app, std::function<void()> before);

private:
    void save();

    Composition &m_app;
    std::function<void()> m_before;
    QuitSignals m_signals;
};
