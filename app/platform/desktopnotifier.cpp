// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "platform/desktopnotifier.h"

#include <utility>

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace
{
const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
constexpr int kDefaultTimeout = -1; // as long as the desktop likes
}

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus, QObject *parent)
    : Notifier(parent)
    , m_bus(bus)
{
    if (m_bus.isConnected()) {
        m_bus.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString)));
        m_bus.connect(kService, kPath, kService, QStringLiteral("ActivationToken"), this, SLOT(onToken(uint, QString)));
        m_bus.connect(
            kService, kPath, kService, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
    }
}

void DesktopNotifier::show(const QString &title, const QString &body, qint64 subject)
{
    if (!m_bus.isConnected()) {
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    const QVariantMap hints { { QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName() } };
    // The body may be shown as markup, the title never is.
    call << QGuiApplication::applicationDisplayName() << m_id << QGuiApplication::desktopFileName() << title
         << body.toHtmlEscaped() << QStringList { QStringLiteral("default"), tr("Show") } << hints << kDefaultTimeout;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, subject] {
        const QDBusPendingReply<uint> reply = *watcher;
        m_id = reply.isError() ? 0 : reply.value();
        m_subject = subject;
        watcher->deleteLater();
    });
}

void DesktopNotifier::withdraw()
{
    if (const uint id = std::exchange(m_id, 0); id != 0) {
        QDBusMessage call
            = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("CloseNotification"));
        m_bus.asyncCall(call << id);
    }
}

void DesktopNotifier::onToken(uint id, const QString &token)
{
    if (id == m_id) {
        m_token = token.toUtf8();
    }
}

void DesktopNotifier::onAction(uint id, const QString &action)
{
    if (id == m_id && action == u"default") {
        Q_EMIT activated(std::exchange(m_token, {}), m_subject);
    }
}

void DesktopNotifier::onClosed(uint id, uint)
{
    if (id == m_id) {
        m_id = 0;
        m_token.clear();
    }
}
