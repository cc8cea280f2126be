// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Ids for chats and messages, given before anything is stored: milliseconds since 1970 times 1024, but always larger than
// every id before, so that a clock set back changes no order. Any thread.
#pragma once

#include <algorithm>
#include <atomic>

#include <QDateTime>

class IdSource
{
public:
    [[nodiscard]] qint64 next()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1024; // below 2^53 until the year 2248
        qint64 last = m_last.load();
        qint64 id = 0;
        do {
            id = std::max(last + 1, now);
        } while (!m_last.compare_exchange_weak(last, id));
        return id;
    }
    // `used` exists already.
    void skip(qint64 used)
    {
        for (qint64 last = m_last.load(); last < used && !m_last.compare_exchange_weak(last, used);) { }
    }

private:
    std::atomic<qint64> m_last = 0;
};
