// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "svgpath.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace
{
class Reader
{
public:
    explicit Reader(QStringView data)
        : m_rest(data)
    {
    }

    // The next command letter, or the one before again where only numbers follow ("l1 2 3 4" is two lines).
    std::optional<char> command()
    {
        skipSeparators();
        if (m_rest.isEmpty()) {
            return {};
        }
        if (const QChar first = m_rest.front(); first.isLetter()) {
            m_command = first.toLatin1();
            m_rest = m_rest.sliced(1);
        } else if (m_command == 'M' || m_command == 'm') {
            m_command = m_command == 'M' ? 'L' : 'l';
        }
        return m_command;
    }

    // "-.5.5" is two numbers: a sign or a second point begins the next one.
    std::optional<qreal> number()
    {
        skipSeparators();
        qsizetype length = 0;
        bool point = false;
        while (length < m_rest.size()) {
            const QChar c = m_rest[length];
            const bool isPoint = c == u'.';
            if (!(c.isDigit() || (isPoint && !point) || (length == 0 && (c == u'-' || c == u'+')))) {
                break;
            }
            point = point || isPoint;
            ++length;
        }
        bool ok = false;
        const qreal value = m_rest.first(length).toDouble(&ok);
        m_rest = m_rest.sliced(length);
        return ok ? std::optional(value) : std::nullopt;
    }

    // One digit: "a1 1 0 1 12 0" may be written "a1 1 0 112 0".
    std::optional<bool> flag()
    {
        skipSeparators();
        if (m_rest.isEmpty() || (m_rest.front() != u'0' && m_rest.front() != u'1')) {
            return {};
        }
        const bool value = m_rest.front() == u'1';
        m_rest = m_rest.sliced(1);
        return value;
    }

    std::optional<QPointF> point(QPointF origin)
    {
        const auto x = number();
        const auto y = number();
        return x && y ? std::optional(origin + QPointF(*x, *y)) : std::nullopt;
    }

private:
    void skipSeparators()
    {
        while (!m_rest.isEmpty() && (m_rest.front().isSpace() || m_rest.front() == u',')) {
            m_rest = m_rest.sliced(1);
        }
    }

    QStringView m_rest;
    char m_command = 0;
};

// From end points to centre: SVG 1.1, appendix F.6.5, for circles and axis-parallel ellipses.
void arcTo(QPainterPath &path, qreal rx, qreal ry, bool large, bool sweep, QPointF end)
{
    const QPointF start = path.currentPosition();
    rx = std::abs(rx);
    ry = std::abs(ry);
    if (qFuzzyIsNull(rx) || qFuzzyIsNull(ry) || start == end) {
        path.lineTo(end);
        return;
    }
    const qreal x = (start.x() - end.x()) / 2;
    const qreal y = (start.y() - end.y()) / 2;
    const qreal tooFar = x * x / (rx * rx) + y * y / (ry * ry);
    if (tooFar > 1) {
        rx *= std::sqrt(tooFar);
        ry *= std::sqrt(tooFar);
    }
    const qreal spread = rx * rx * y * y + ry * ry * x * x;
    const qreal factor = (large == sweep ? -1 : 1) * std::sqrt(std::max(0.0, (rx * rx * ry * ry - spread) / spread));
    const QPointF offset(factor * rx * y / ry, -factor * ry * x / rx);
    const QPointF centre = offset + (start + end) / 2;
    const auto degrees = [&](qreal dx, qreal dy) { return std::atan2(dy / ry, dx / rx) * 180 / std::numbers::pi; };
    const qreal from = degrees(x - offset.x(), y - offset.y());
    qreal length = degrees(-x - offset.x(), -y - offset.y()) - from;
    if (sweep && length < 0) {
        length += 360;
    } else if (!sweep && length > 0) {
        length -= 360;
    }
    // Qt counts angles against the clock, SVG with it.
    path.arcTo(QRectF(centre.x() - rx, centre.y() - ry, 2 * rx, 2 * ry), -from, -length);
}
}

QPainterPath parseSvgPath(QStringView data)
{
    Reader reader(data);
    QPainterPath path;
    QPointF lastControl;
    while (const auto command = reader.command()) {
        const QPointF here = path.currentPosition();
        const QPointF origin = *command >= 'a' ? here : QPointF();
        QPointF control; // of a curve; none: where the command ends
        switch (*command & ~0x20) {
        case 'M':
        case 'L': {
            const auto to = reader.point(origin);
            if (!to) {
                return path;
            }
            (*command & ~0x20) == 'M' ? path.moveTo(*to) : path.lineTo(*to);
            control = *to;
            break;
        }
        case 'H':
        case 'V': {
            const auto to = reader.number();
            if (!to) {
                return path;
            }
            control
                = (*command & ~0x20) == 'H' ? QPointF(origin.x() + *to, here.y()) : QPointF(here.x(), origin.y() + *to);
            path.lineTo(control);
            break;
        }
        case 'C':
        case 'S': {
            const auto first = (*command & ~0x20) == 'C' ? reader.point(origin) : std::optional(2 * here - lastControl);
            const auto second = reader.point(origin);
            const auto to = reader.point(origin);
            if (!first || !second || !to) {
                return path;
            }
            path.cubicTo(*first, *second, *to);
            control = *second;
            break;
        }
        case 'A': {
            const auto rx = reader.number();
            const auto ry = reader.number();
            const auto rotation = reader.number();
            const auto large = reader.flag();
            const auto sweep = reader.flag();
            const auto to = reader.point(origin);
            if (!rx || !ry || !rotation || !large || !sweep || !to) {
                return path;
            }
            arcTo(path, *rx, *ry, *large, *sweep, *to);
            control = *to;
            break;
        }
        case 'Z':
            path.closeSubpath();
            control = path.currentPosition();
            break;
        default:
            return path;
        }
        lastControl = control;
    }
    return path;
}
