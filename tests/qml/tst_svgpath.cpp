// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <QTest>

#include "svgpath.h"
#include "trendline.h"

class SvgPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bounds_data()
    {
        QTest::addColumn<QString>("data");
        QTest::addColumn<QRectF>("bounds");
        QTest::addRow("line") << "M1 2L4 6" << QRectF(1, 2, 3, 4);
        QTest::addRow("relative, no separators") << "M1 2l3-4-1 6" << QRectF(1, -2, 3, 6);
        QTest::addRow("repeated after move") << "m1,1 2,0 0,2" << QRectF(1, 1, 2, 2);
        QTest::addRow("horizontal and vertical") << "M1 1h4v3H2V0" << QRectF(1, 0, 4, 4);
        QTest::addRow("points run together") << "M.5.5l.5.5" << QRectF(0.5, 0.5, 0.5, 0.5);
        QTest::addRow("closed") << "M0 0h2v2z" << QRectF(0, 0, 2, 2);
        QTest::addRow("circle of two arcs") << "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z" << QRectF(2, 2, 12, 12);
        QTest::addRow("flags run together") << "M8 14a6 6 0 100-12 6 6 0 000 12" << QRectF(2, 2, 12, 12);
        QTest::addRow("half an ellipse") << "M2 8A6 3 0 0 1 14 8" << QRectF(2, 5, 12, 3);
        QTest::addRow("radius too small grows") << "M0 0A1 1 0 0 1 10 0" << QRectF(0, -5, 10, 5);
        QTest::addRow("arc without a radius") << "M0 0A0 0 0 0 1 3 4" << QRectF(0, 0, 3, 4);
        QTest::addRow("stops at the unknown") << "M0 0L2 2Q3 3 9 9" << QRectF(0, 0, 2, 2);
        QTest::addRow("stops at a missing number") << "M0 0L2 2L9" << QRectF(0, 0, 2, 2);
        QTest::addRow("nothing") << "" << QRectF();
    }

    void bounds()
    {
        QFETCH(const QString, data);
        QFETCH(const QRectF, bounds);
        const QRectF found = parseSvgPath(data).boundingRect();
        const qreal off = std::max({ std::abs(found.left() - bounds.left()), std::abs(found.top() - bounds.top()),
            std::abs(found.right() - bounds.right()), std::abs(found.bottom() - bounds.bottom()) });
        QVERIFY2(off < 0.01,
            qPrintable(QStringLiteral("found %1 %2 %3 %4")
                    .arg(found.x())
                    .arg(found.y())
                    .arg(found.width())
                    .arg(found.height())));
    }

    // A smooth curve goes on in the direction of the one before.
    void smoothCurve()
    {
        QCOMPARE(parseSvgPath(u"M0 0c1 1 2 1 3 0s2-1 3 0"), parseSvgPath(u"M0 0C1 1 2 1 3 0C4-1 5-1 6 0"));
    }

    void trendStaysInside_data()
    {
        QTest::addColumn<QList<qreal>>("values");
        QTest::addRow("nothing") << QList<qreal> {};
        QTest::addRow("one") << QList<qreal> { 3 };
        QTest::addRow("zeros") << QList<qreal> { 0, 0 };
        QTest::addRow("not numbers") << QList<qreal> { 1, qQNaN(), qInf(), -5 };
        QTest::addRow("tiny and huge") << QList<qreal> { 1e-300, 1e300 };
    }

    void trendStaysInside()
    {
        QFETCH(const QList<qreal>, values);
        const QPolygonF points = TrendLine::points(values, QSizeF(100, 20));
        QCOMPARE(points.size(), values.size());
        for (const QPointF &point : points) {
            QVERIFY(QRectF(0, 0, 100, 20).contains(point));
        }
    }
};

QTEST_APPLESS_MAIN(SvgPathTest)

#include "tst_svgpath.moc"
