// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "trendline.h"

#include <algorithm>
#include <cmath>

#include <QLinearGradient>
#include <QPainter>

namespace
{
constexpr qreal kStroke = 2; // px
constexpr qreal kHeadroom = 1.15; // of the largest value
constexpr int kGroundAlpha = 50; // of 255, under the line
}

TrendLine::TrendLine(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

QList<qreal> TrendLine::values() const
{
    return m_values;
}

void TrendLine::setValues(const QList<qreal> &values)
{
    if (values != m_values) {
        m_values = values;
        update();
        Q_EMIT changed();
    }
}

QColor TrendLine::color() const
{
    return m_color;
}

void TrendLine::setColor(const QColor &color)
{
    if (color != m_color) {
        m_color = color;
        update();
        Q_EMIT changed();
    }
}

QPolygonF TrendLine::points(const QList<qreal> &values, QSizeF size)
{
    QList<qreal> clean = values;
    for (qreal &value : clean) {
        value = std::isfinite(value) && value > 0 ? value : 0;
    }
    const qreal largest = clean.isEmpty() ? 0 : std::ranges::max(clean);
    const qreal inset = kStroke / 2;
    const qreal width = size.width() - kStroke;
    const qreal height = size.height() - kStroke;
    QPolygonF line;
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const qreal x = clean.size() > 1 ? width * static_cast<qreal>(i) / static_cast<qreal>(clean.size() - 1) : 0;
        const qreal share = largest > 0 ? clean[i] / largest / kHeadroom : 0;
        line << QPointF(inset + x, inset + height * (1 - share));
    }
    return line;
}

void TrendLine::paint(QPainter *painter)
{
    const QPolygonF line = points(m_values, size());
    if (line.size() < 2) {
        return;
    }
    QPolygonF ground = line;
    ground << QPointF(line.last().x(), height()) << QPointF(line.first().x(), height());
    QLinearGradient fade(0, 0, 0, height());
    QColor tint = m_color;
    tint.setAlpha(kGroundAlpha);
    fade.setColorAt(0, tint);
    tint.setAlpha(0);
    fade.setColorAt(1, tint);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fade);
    painter->drawPolygon(ground);
    painter->setPen(QPen(m_color, kStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(line);
}
