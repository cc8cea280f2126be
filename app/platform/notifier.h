// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A note of the desktop that something has happened while the window was in the background.
#pragma once

#include <QByteArray>
#include <QObject>

class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    // One at a time: a new note takes the place of the one before. Never blocks; without a desktop it does nothing.
    // Plain text; `subject` is what the note is about, for activated().
    virtual void show(const QString &title, const QString &body, qint64 subject) = 0;
    virtual void withdraw() = 0;

Q_SIGNALS:
    void activated(const QByteArray &activationToken, qint64 subject); // the user clicked it; the token may be empty
};
