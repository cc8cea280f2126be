// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// SIGTERM, SIGINT and SIGHUP end the program as closing its window does: everything is saved, answers are stopped. The
// same signal a second time ends it at once.
// One object per process, on the main thread, for as long as the event loop runs.
#pragma once

#include <QObject>

class QSocketNotifier;

class QuitSignals : public QObject
{
    Q_OBJECT

public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;

Q_SIGNALS:
    void received(int signal);

private:
    QSocketNotifier *m_notifier = nullptr;
};
