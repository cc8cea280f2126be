// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The desktop's wish for high contrast, asked of a portal on a bus of the test's own; the setting beside it; and that code is
// readable in every theme.
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include "documents/codehighlighter.h"
#include "documents/codethemes.h"
#include "platform/desktopcontrast.h"
#include "settings/settings.h"
#include "text/languages.h"

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

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b) // by WCAG 2.1
{
    const auto [dim, bright] = std::minmax(luminance(a), luminance(b));
    return (bright + 0.05) / (dim + 0.05);
}
}

class TestDesktopContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsThePortal();
    void withoutAPortal();
    void setting();
    void everyThemeIsReadable_data();
    void everyThemeIsReadable();
    void ourThemeIsLeftAlone();
};

void TestDesktopContrast::followsThePortal()
{
    const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (daemon.isEmpty()) {
        QSKIP("no dbus-daemon here");
    }
    QTemporaryDir folder;
    QProcess bus;
    bus.start(daemon,
        { QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
            QStringLiteral("--address=unix:path=") + folder.filePath(QStringLiteral("bus")) });
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
    QCOMPARE(portal.asked, QStringList { QStringLiteral("org.freedesktop.appearance contrast") });

    Q_EMIT portal.SettingChanged(
        QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"), QDBusVariant(uint(0)));
    Q_EMIT portal.SettingChanged(
        QStringLiteral("org.gnome.desktop"), QStringLiteral("contrast"), QDBusVariant(uint(0)));
    Q_EMIT portal.SettingChanged(
        QStringLiteral("org.freedesktop.appearance"), QStringLiteral("contrast"), QDBusVariant(uint(1)));
    QTest::qWait(50);
    QCOMPARE(changed.count(), 1);
    Q_EMIT portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("contrast"),
        QDBusVariant(QStringLiteral("nonsense")));
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

void TestDesktopContrast::everyThemeIsReadable_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("high");
    for (const bool high : { false, true }) {
        for (const bool dark : { false, true }) {
            const QStringList names = dark ? CodeThemes::instance()->darkNames() : CodeThemes::instance()->lightNames();
            for (const QString &name : QStringList { QString() } + names) {
                QTest::addRow("%s, %s%s", qPrintable(name), dark ? "dark" : "light", high ? ", high contrast" : "")
                    << name << dark << high;
            }
        }
    }
}

// The colours that code really has, in a theme of somebody else's too: at least 4.5 : 1 on our ground, 7 : 1 with high contrast.
void TestDesktopContrast::everyThemeIsReadable()
{
    QFETCH(QString, theme);
    QFETCH(bool, dark);
    QFETCH(bool, high);
    CodeThemes *themes = CodeThemes::instance();
    themes->setHighContrast(high);
    dark ? themes->setDark(theme) : themes->setLight(theme);
    QTextDocument document(QString::fromUtf8(
        "#include <vector> // TODO: a comment, ALERT\n/** \\brief doc @param x FIXME */\n"
        "template<class T> const auto x = 0x1F + 1.5e3 + u8\"text\\n%s\" + 'c' + NULL + true;\n"
        "[[nodiscard]] static std::string f(int a) noexcept { return throw_if<T>(a) ? this->b : operator new(8); }\n"
        "#define X(y) #y\nlabel: goto label; Q_SIGNALS: @error \\ $\n"));
    CodeHighlighter highlighter(&document, { 10'000, 1000, 100'000 });
    highlighter.setColours(dark);
    highlighter.setDefinition(Languages::definitionFor(QStringLiteral("cpp")));
    QCoreApplication::processEvents();
    int inks = 0;
    for (QTextBlock line = document.begin(); line.isValid(); line = line.next()) {
        for (const QTextLayout::FormatRange &range : line.layout()->formats()) {
            if (range.format.foreground().style() == Qt::NoBrush) {
                continue;
            }
            ++inks;
            const QColor ground = range.format.background().style() == Qt::NoBrush ? themes->ground(dark)
                                                                                   : range.format.background().color();
            const double ratio = contrast(range.format.foreground().color(), ground);
            QVERIFY2(ratio >= (high ? 6.95 : 4.45),
                qPrintable(QStringLiteral("%1 for %2").arg(ratio).arg(line.text().mid(range.start, range.length))));
        }
    }
    QCOMPARE_GT(inks, 8);
    themes->setLight({});
    themes->setDark({});
    themes->setHighContrast(false);
}

// Ours is left as it was drawn, unless more contrast is asked for.
void TestDesktopContrast::ourThemeIsLeftAlone()
{
    QTextDocument document(QStringLiteral("return; // why"));
    CodeHighlighter highlighter(&document, { 10'000, 1000, 100'000 });
    const auto comment = [&] { return document.begin().layout()->formats().constLast().format.foreground().color(); };
    highlighter.setColours(false);
    highlighter.setDefinition(Languages::definitionFor(QStringLiteral("cpp")));
    const QColor ours = QColor::fromRgba(Languages::theme(false).textColor(KSyntaxHighlighting::Theme::Comment));
    QCOMPARE(comment(), ours);
    QSignalSpy changed(CodeThemes::instance(), &CodeThemes::changed);
    CodeThemes::instance()->setHighContrast(true);
    CodeThemes::instance()->setHighContrast(true);
    QCOMPARE(changed.count(), 1);
    highlighter.recolour(false);
    QCOMPARE_LT(comment().lightness(), ours.lightness());
    CodeThemes::instance()->setHighContrast(false);
}

QTEST_MAIN(TestDesktopContrast)
#include "tst_desktopcontrast.moc"
