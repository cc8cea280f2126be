// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The longest time for which the event loop of this thread served nobody, as far as that was its own doing.
//
// A heartbeat every kBeat ms; a stall is the time between two beats less what the thread spent waiting for a processor
// while it could have run (Linux counts that: the second field of /proc/thread-self/schedstat, nanoseconds). So a busy
// machine does not count as a stall, while work on this thread, locks and files it waits for do.
#pragma once

#include <algorithm>

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QTimer>

class StallMeter : public QObject
{
public:
    static constexpr int kBeat = 5; // ms

    // Whether the kernel counts waiting; without it nothing can be said on a busy machine.
    [[nodiscard]] static bool available() { return waitingNs() >= 0; }

    StallMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(kBeat);
        connect(&m_timer, &QTimer::timeout, this, [this] { beat(); });
        m_clock.start();
        m_waited = waitingNs();
        m_timer.start();
    }
    [[nodiscard]] double worstMs() const { return m_worst; }
    [[nodiscard]] int beats() const { return m_beats; }

private:
    static qint64 waitingNs()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1, "-1").toLongLong() : -1;
    }
    void beat()
    {
        const qint64 waited = waitingNs();
        const double own = static_cast<double>(m_clock.nsecsElapsed() - (waited - m_waited)) * 1e-6 - kBeat;
        m_worst = std::max(m_worst, own);
        m_waited = waited;
        m_clock.restart();
        ++m_beats;
    }

    QTimer m_timer;
    QElapsedTimer m_clock; // since the last beat
    qint64 m_waited = 0; // ns, at the last beat
    double m_worst = 0; // ms
    int m_beats = 0;
};
