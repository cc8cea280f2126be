// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A stroked (and, if asked for, filled) path, scaled from its own grid to the item's size. Painted once per change with
// QPainter: the same picture on every scene graph back end, sharp at every scale. Qt Quick Shapes would be the other
// way, but the software back end of 6.8 paints a shape outside of its clip and loses it in a layer at 200 %.
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QQuickPaintedItem>

class StrokedPath : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY changed) // SVG path data
    Q_PROPERTY(qreal grid READ grid WRITE setGrid NOTIFY changed) // width and height of the path's own units
    Q_PROPERTY(qreal strokeWidth READ strokeWidth WRITE setStrokeWidth NOTIFY changed) // in those units
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed)
    Q_PROPERTY(bool filled READ filled WRITE setFilled NOTIFY changed)

public:
    explicit StrokedPath(QQuickItem *parent = nullptr);

    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    [[nodiscard]] qreal grid() const;
    void setGrid(qreal units);
    [[nodiscard]] qreal strokeWidth() const;
    void setStrokeWidth(qreal units);
    [[nodiscard]] QColor color() const;
    void setColor(const QColor &color);
    [[nodiscard]] bool filled() const;
    void setFilled(bool filled);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    template <typename T> void assign(T &member, const T &value);

    QString m_data;
    QPainterPath m_path;
    qreal m_grid = 16;
    qreal m_strokeWidth = 1.5;
    QColor m_color = Qt::black;
    bool m_filled = false;
};
