// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Whether the desktop asks for high contrast: the setting "contrast" of org.freedesktop.portal.Settings, and its changes. Qt
// itself does not tell before 6.10. Asks over the bus without waiting; without a bus or a portal the answer is no.
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QtQmlIntegration>

class QJSEngine;
class QQmlEngine;

class DesktopContrast : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool high READ high NOTIFY changed)

public:
    explicit DesktopContrast(const QDBusConnection &bus, QObject *parent = nullptr);
    static DesktopContrast *create(QQmlEngine *, QJSEngine *); // on the session's bus

    [[nodiscard]] bool high() const { return m_high; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void set(QVariant value);

    bool m_high = false;
};
