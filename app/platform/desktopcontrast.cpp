// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "platform/desktopcontrast.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace
{
const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("contrast");
constexpr uint kHigh = 1; // 0 = no preference
}

DesktopContrast::DesktopContrast(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
{
    if (!bus.isConnected()) {
        return;
    }
    QDBusConnection(bus).connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
        SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    // Read and not ReadOne, which portals have only since version 2 of the interface.
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << kGroup << kKey;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError()) {
            set(reply.value().variant());
        }
        watcher->deleteLater();
    });
}

DesktopContrast *DesktopContrast::create(QQmlEngine *, QJSEngine *)
{
    return new DesktopContrast(QDBusConnection::sessionBus()); // the QML engine's from here on
}

void DesktopContrast::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kGroup && key == kKey) {
        set(value.variant());
    }
}

void DesktopContrast::set(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) { // Read() wraps it twice
        value = value.value<QDBusVariant>().variant();
    }
    const bool high = value.toUInt() == kHigh;
    if (high != m_high) {
        m_high = high;
        Q_EMIT changed();
    }
}
