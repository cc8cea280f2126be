// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The window in other languages: German is there, and with the pseudo translation (pseudo.py) every scene of the self-test
// shows each translated text to its end. With QT_SCALE_FACTOR in the environment it does so on a display of that scale: CTest
// has entries for 125, 150 and 200 %.
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>
#include <QTest>
#include <QTranslator>

#include "platform/translations.h"
#include "settings/settings.h"
#include "window/selftest/scenes.h"

using namespace std::chrono_literals;

namespace
{
constexpr int kRoomy = 1100; // px, width of a window with all three columns
constexpr QChar kBegin = u'⟦', kEnd = u'⟧';

void visit(QQuickItem *item, const std::function<void(QQuickItem *)> &look)
{
    if (!item->isVisible()) {
        return;
    }
    look(item);
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children) {
        visit(child, look);
    }
}

// Translated texts of the window that do not show to their end: elided, or reaching over the window's edge.
QStringList cutTexts(QQuickWindow *window)
{
    QStringList cut;
    visit(window->contentItem(), [&](QQuickItem *item) {
        const QString text = item->property("text").toString();
        if (!item->inherits("QQuickText") || !text.contains(kBegin)) {
            return;
        }
        const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        const bool outside = place.left() < -1 || place.right() > window->width() + 1;
        // Where there is little room, an elided text is the best there is.
        const bool elided = item->property("truncated").toBool() && window->width() >= kRoomy;
        if (elided || outside || item->property("contentWidth").toReal() > item->width() + 1) {
            cut << text + QStringLiteral(" in ") + QString::fromLatin1(item->parentItem()->metaObject()->className());
        }
    });
    cut.removeDuplicates();
    return cut;
}
}

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(QStringLiteral("Basic")); }
    void german();
    void englishPlurals();
    void pseudo_data();
    void pseudo();
};

void TestTranslations::german()
{
    QCOMPARE(QCoreApplication::translate("SettingsSheet", "Settings", "title of a dialog"), QStringLiteral("Settings"));
    installTranslations(*QCoreApplication::instance(), QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(
        QCoreApplication::translate("SettingsSheet", "Settings", "title of a dialog"), QStringLiteral("Einstellungen"));
    const QList<QTranslator *> installed = QCoreApplication::instance()->findChildren<QTranslator *>();
    QVERIFY(!installed.isEmpty());
    QCOMPARE(QCoreApplication::translate("Format", "%Ln tokens", nullptr, 3), QStringLiteral("3 Token"));
    qDeleteAll(installed);
    QCOMPARE(QCoreApplication::translate("SettingsSheet", "Settings", "title of a dialog"), QStringLiteral("Settings"));
}

void TestTranslations::englishPlurals()
{
    installTranslations(*QCoreApplication::instance(), QLocale(QLocale::Swahili)); // nobody's: English
    QCOMPARE(QCoreApplication::translate("Format", "%Ln tokens", nullptr, 1), QStringLiteral("1 token"));
    QCOMPARE(QCoreApplication::translate("Format", "%Ln tokens", nullptr, 3), QStringLiteral("3 tokens"));
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>());
}

void TestTranslations::pseudo_data()
{
    QTest::addColumn<int>("index");
    const QList<Scene> all = scenes();
    for (int i = 0; i < all.size(); ++i) {
        QTest::newRow(qPrintable(all[i].name)) << i;
    }
}

void TestTranslations::pseudo()
{
    QFETCH(int, index);
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(PSEUDO_TRANSLATION)));
    QCoreApplication::installTranslator(&translator);
    const QList<Scene> all = scenes();
    SceneRun run(all[index], Settings::Light);
    // The width of letters is rounded to the display's pixels, which is all that differs there: no need to wait for figures.
    const qreal scale = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")).toDouble();
    QVERIFY(run.play(30s, scale == 1 ? SceneRun::kSettled : 20ms));
    QCOMPARE(run.window()->effectiveDevicePixelRatio(), scale);
    QVERIFY(!run.window()->grabWindow().isNull()); // what has changed last is laid out
    int translated = 0;
    visit(run.window()->contentItem(),
        [&](QQuickItem *item) { translated += item->property("text").toString().contains(kEnd) ? 1 : 0; });
    QCOMPARE_GT(translated, 3);
    QCOMPARE(cutTexts(run.window()).join(u'\n'), QString());
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
