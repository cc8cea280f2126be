// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The longest time for which the event loop of this thread served nobody, as far as that was its own doing.
//
// A heartbeat every kBeat ms; a stall is the time between two beats less what the thread spent waiting for a processor
// while it could have run (Linux counts that: the second field of /proc/thread-self/schedstat, nanoseconds). So a busy
// machine does not count as a stall, while work on this thread, locks and files it waits for do.
//
// Bars for stalls are meant for a machine that does YardStick's work in kReferenceMs (Zen 5, 4 GHz). A machine that takes
// longer (8 to 12 ms on a shared Xeon of 2023) gets its bar in proportion, so that a test asks what the window
// does and not what it runs on; a faster one gets the bar as it stands.
#pragma once

#include <algorithm>
#include <limits>

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QObject>
#include <QPainter>
#include <QTextDocument>
#include <QTimer>

// A piece of work that never changes and is of the kind that a window does: text is laid out and painted. Measured when it
// is made and when a bar is asked for, the slower counts: shared processors change their speed by half within a second.
class YardStick
{
public:
    YardStick()
        : m_before(workMs())
    {
    }
    // A bar meant for the reference machine, in milliseconds of this one; never below what it is there.
    [[nodiscard]] double stretched(double referenceMs) const
    {
        return referenceMs * std::max(1.0, std::max(m_before, workMs()) / kReferenceMs);
    }

private:
    static constexpr double kReferenceMs = 4;
    static constexpr int kRounds = 7;

    // The best of kRounds, 0.1 s in all.
    [[nodiscard]] static double workMs()
    {
        double best = std::numeric_limits<double>::infinity();
        for (int round = 0; round < kRounds; ++round) {
            QElapsedTimer clock;
            clock.start();
            QImage page(900, 1200, QImage::Format_ARGB32_Premultiplied);
            page.fill(Qt::white);
            QPainter painter(&page);
            QTextDocument document;
            document.setTextWidth(page.width());
            document.setPlainText(
                QStringLiteral("int value = first + second; // one line of what people read here\n").repeated(200));
            document.drawContents(&painter);
            best = std::min(best, static_cast<double>(clock.nsecsElapsed()) * 1e-6);
        }
        return best;
    }

    double m_before;
};

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
