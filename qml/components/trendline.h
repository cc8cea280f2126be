// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A line through values at equal distances, from zero to a little above the largest, over a fading ground.
// Painted like StrokedPath, and for the same reason. Values that are not finite or below zero count as zero.
#pragma once

#include <QColor>
#include <QList>
#include <QPolygonF>
#include <QQuickPaintedItem>

class TrendLine : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<qreal> values READ values WRITE setValues NOTIFY changed) // oldest first
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed)

public:
    explicit TrendLine(QQuickItem *parent = nullptr);

    [[nodiscard]] QList<qreal> values() const;
    void setValues(const QList<qreal> &values);
    [[nodiscard]] QColor color() const;
    void setColor(const QColor &color);

    // Where the values lie in an item of this size, all of it inside.
    [[nodiscard]] static QPolygonF points(const QList<qreal> &values, QSizeF size);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    QList<qreal> m_values;
    QColor m_color = Qt::black;
};
