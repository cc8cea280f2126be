// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Notifier by D-Bus: org.freedesktop.Notifications, Desktop Notifications Specification 1.2.
#pragma once

#include <QDBusConnection>

#include "platform/notifier.h"

class DesktopNotifier : public Notifier
{
    Q_OBJECT

public:
    explicit DesktopNotifier(const QDBusConnection &bus, QObject *parent = nullptr);

    void show(const QString &title, const QString &body, qint64 subject) override;
    void withdraw() override;

private Q_SLOTS:
    void onAction(uint id, const QString &action);
    void onToken(uint id, const QString &token);
    void onClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    uint m_id = 0; // of the note that is shown; 0 = none
    qint64 m_subject = 0; // of that one
    QByteArray m_token; // comes just before the action
};
