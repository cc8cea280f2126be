// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Every text of every scene, as it is drawn: its colour against what is behind it has at least 4.5 : 1 in both schemes
// (WCAG 2.1, 1.4.3; 3 : 1 from 24 px on). tst_Theme.qml has the pairs by name; this finds the ones nobody thought of.
#include <cmath>

#include <QHash>
#include <QImage>
#include <QQuickItem>
#include <QQuickStyle>
#include <QTest>

#include "selftest/scenes.h"

using namespace std::chrono_literals;

namespace
{
constexpr double kLeast = 4.5, kLeastLarge = 3;
constexpr int kLarge = 24; // px of the font

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

// The commonest colour: letters cover less than half of their line.
QColor ground(const QImage &picture, const QRect &place)
{
    QHash<QRgb, int> count;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x) {
            ++count[picture.pixel(x, y)];
        }
    }
    const auto commonest = std::max_element(count.cbegin(), count.cend());
    return QColor::fromRgb(commonest.key());
}

struct Shown {
    QRectF clip; // what of the parents lets through
    double opacity = 1;
};

void visit(QQuickItem *item, Shown shown, const std::function<void(QQuickItem *, const Shown &)> &look)
{
    shown.opacity *= item->opacity();
    if (!item->isVisible() || shown.opacity == 0) {
        return;
    }
    if (item->clip()) {
        shown.clip &= item->mapRectToScene(item->clipRect());
    }
    look(item, shown);
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children) {
        visit(child, shown, look);
    }
}

QColor over(const QColor &ink, double opacity, const QColor &ground)
{
    const double a = ink.alphaF() * opacity;
    const auto mix = [a](double top, double below) { return a * top + (1 - a) * below; };
    return QColor::fromRgbF(float(mix(ink.redF(), ground.redF())), float(mix(ink.greenF(), ground.greenF())), float(mix(ink.blueF(), ground.blueF())));
}
}

class TestContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(QStringLiteral("Basic")); }
    void everyText_data();
    void everyText();
};

void TestContrast::everyText_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<Settings::ColorScheme>("colors");
    const QList<Scene> all = scenes();
    for (int i = 0; i < all.size(); ++i) {
        QTest::addRow("%s, light", qPrintable(all[i].name)) << i << Settings::Light;
        QTest::addRow("%s, dark", qPrintable(all[i].name)) << i << Settings::Dark;
    }
}

void TestContrast::everyText()
{
    QFETCH(int, index);
    QFETCH(Settings::ColorScheme, colors);
    const QList<Scene> all = scenes();
    SceneRun run(all[index], colors);
    QVERIFY(run.play(30s));
    const QImage picture = run.window()->grabWindow();
    // Below an open dialog everything is dimmed, and meant to be.
    QQuickItem *root = run.window()->contentItem();
    if (!all[index].popup.isEmpty()) {
        QObject *popup = run.window()->findChild<QObject *>(all[index].popup);
        QVERIFY(popup);
        root = popup->property("contentItem").value<QQuickItem *>()->parentItem();
    }
    int looked = 0;
    QStringList faint;
    visit(root, {QRectF(picture.rect()), 1}, [&](QQuickItem *item, const Shown &shown) {
        const QString text = item->property("text").toString();
        const QRect place = (item->mapRectToScene(item->boundingRect()) & shown.clip).toAlignedRect() & picture.rect();
        // What cannot be used now may look so.
        if (!item->inherits("QQuickText") || text.trimmed().isEmpty() || place.width() < 4 || place.height() < 4 || !item->isEnabled()) {
            return;
        }
        ++looked;
        const QColor behind = ground(picture, place);
        const double found = contrast(over(item->property("color").value<QColor>(), shown.opacity, behind), behind);
        const bool large = item->property("font").value<QFont>().pixelSize() >= kLarge;
        if (found < (large ? kLeastLarge : kLeast)) {
            faint << QStringLiteral("%1 : 1, \"%2\" in %3").arg(found, 0, 'f', 2).arg(text.left(40), QString::fromLatin1(item->parentItem()->metaObject()->className()));
        }
    });
    QCOMPARE_GT(looked, 3);
    QCOMPARE(faint.join(u'\n'), QString());
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
