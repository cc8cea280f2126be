// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "strokedpath.h"

#include <QPainter>

#include "svgpath.h"

StrokedPath::StrokedPath(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

template <typename T> void StrokedPath::assign(T &member, const T &value)
{
    if (member != value) {
        member = value;
        update();
        Q_EMIT changed();
    }
}

QString StrokedPath::path() const
{
    return m_data;
}

void StrokedPath::setPath(const QString &path)
{
    if (path != m_data) {
        m_path = parseSvgPath(path);
        assign(m_data, path);
    }
}

qreal StrokedPath::grid() const
{
    return m_grid;
}

void StrokedPath::setGrid(qreal units)
{
    assign(m_grid, units);
}

qreal StrokedPath::strokeWidth() const
{
    return m_strokeWidth;
}

void StrokedPath::setStrokeWidth(qreal units)
{
    assign(m_strokeWidth, units);
}

QColor StrokedPath::color() const
{
    return m_color;
}

void StrokedPath::setColor(const QColor &color)
{
    assign(m_color, color);
}

bool StrokedPath::filled() const
{
    return m_filled;
}

void StrokedPath::setFilled(bool filled)
{
    assign(m_filled, filled);
}

void StrokedPath::paint(QPainter *painter)
{
    painter->scale(width() / m_grid, height() / m_grid);
    painter->setPen(QPen(m_color, m_strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(m_filled ? QBrush(m_color) : QBrush(Qt::NoBrush));
    painter->drawPath(m_path);
}
