// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The desktop's wish for high contrast, asked of a portal on a bus of the test's own, and the setting beside it.
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "chat/codethemes.h"
#include "platform/desktopcontrast.h"
#include "settings/settings.h"

namespace
{
// org.freedesktop.portal.Settings as a desktop would offer it.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key) // wraps its answer twice, as the real one does
    {
        asked << group + u' ' + key;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(contrast)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

public:
    uint contrast = 0;
    QStringList asked;
};
}

class TestDesktopContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsThePortal();
    void withoutAPortal();
    void setting();
    void ownThemes();
};

void TestDesktopContrast::followsThePortal()
{
    const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (daemon.isEmpty()) {
        QSKIP("no dbus-daemon here");
    }
    QTemporaryDir folder;
    QProcess bus;
    bus.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                       QStringLiteral("--address=unix:path=") + folder.filePath(QStringLiteral("bus"))});
    QVERIFY(bus.waitForReadyRead(5000));
    const QString address = QString::fromUtf8(bus.readLine()).trimmed();
    QDBusConnection desktopBus = QDBusConnection::connectToBus(address, QStringLiteral("desktop"));
    const QDBusConnection appBus = QDBusConnection::connectToBus(address, QStringLiteral("app"));
    FakePortal portal;
    portal.contrast = 1;
    QVERIFY(desktopBus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                                      QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(desktopBus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));

    const DesktopContrast contrast(appBus);
    QSignalSpy changed(&contrast, &DesktopContrast::changed);
    QVERIFY(!contrast.high()); // nobody waits for the answer
    QTRY_VERIFY(contrast.high());
    QCOMPARE(portal.asked, QStringList{QStringLiteral("org.freedesktop.appearance contrast")});

    Q_EMIT portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"), QDBusVariant(uint(0)));
    Q_EMIT portal.SettingChanged(QStringLiteral("org.gnome.desktop"), QStringLiteral("contrast"), QDBusVariant(uint(0)));
    Q_EMIT portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("contrast"), QDBusVariant(uint(1)));
    QTest::qWait(50);
    QCOMPARE(changed.count(), 1);
    Q_EMIT portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("contrast"), QDBusVariant(QStringLiteral("nonsense")));
    QTRY_VERIFY(!contrast.high());
    QCOMPARE(changed.count(), 2);

    bus.terminate();
    bus.waitForFinished(5000);
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    QDBusConnection::disconnectFromBus(QStringLiteral("app"));
}

void TestDesktopContrast::withoutAPortal()
{
    const DesktopContrast nowhere(QDBusConnection(QStringLiteral("not connected")));
    QVERIFY(!nowhere.high());
}

void TestDesktopContrast::setting()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rc"));
    {
        Settings settings(path);
        QCOMPARE(settings.contrast(), Settings::SystemContrast);
        QSignalSpy changed(&settings, &Settings::contrastChanged);
        settings.setContrast(Settings::HighContrast);
        settings.setContrast(Settings::HighContrast);
        QCOMPARE(changed.count(), 1);
    }
    Settings again(path);
    QCOMPARE(again.contrast(), Settings::HighContrast);
    again.setContrast(Settings::NormalContrast);
    QCOMPARE(again.contrast(), Settings::NormalContrast);
    QSettings file(path, QSettings::IniFormat);
    again.sync();
    file.setValue(QStringLiteral("appearance/contrast"), QStringLiteral("purple"));
    file.sync();
    QCOMPARE(Settings(path).contrast(), Settings::SystemContrast);
}

// Our colours of code come in both; a theme of somebody else's is what it is.
void TestDesktopContrast::ownThemes()
{
    CodeThemes *themes = CodeThemes::instance();
    QSignalSpy changed(themes, &CodeThemes::changed);
    QCOMPARE(themes->theme(true).name(), QStringLiteral("Vibrant Dark"));
    themes->setHighContrast(true);
    themes->setHighContrast(true);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(themes->theme(true).name(), QStringLiteral("Vibrant Dark High Contrast"));
    QCOMPARE(themes->theme(false).name(), QStringLiteral("Vibrant Light High Contrast"));
    for (const QString &name : themes->lightNames() + themes->darkNames()) {
        QVERIFY2(!name.startsWith(u"Vibrant"), qPrintable(name));
    }
    themes->setDark(themes->darkNames().first());
    QCOMPARE(themes->theme(true).name(), themes->darkNames().first());
    themes->setDark({});
    themes->setHighContrast(false);
}

QTEST_GUILESS_MAIN(TestDesktopContrast)
#include "tst_desktopcontrast.moc"
