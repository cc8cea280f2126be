// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/followtail.h"

#include <algorithm>

FollowTail::FollowTail(QObject *parent)
    : QObject(parent)
{
}

QQuickItem *FollowTail::view() const
{
    return m_view;
}

void FollowTail::setView(QQuickItem *view)
{
    if (view == m_view) {
        return;
    }
    if (m_view) {
        m_view->disconnect(this);
    }
    m_view = view;
    if (view) {
        // By name: Flickable has no public C++ header.
        connect(view, SIGNAL(contentYChanged()), this, SLOT(onMoved()));
        connect(view, SIGNAL(contentHeightChanged()), this, SLOT(onResized()));
        connect(view, SIGNAL(heightChanged()), this, SLOT(onResized()));
        m_last = geometry();
        onResized();
    }
    Q_EMIT viewChanged();
}

bool FollowTail::following() const
{
    return m_following;
}

void FollowTail::jumpToEnd()
{
    setFollowing(true);
    settle();
    onResized(); // delegates that come into view may still change their height
}

FollowTail::Geometry FollowTail::geometry() const
{
    const auto number = [this](const char *name) { return m_view->property(name).toReal(); };
    Geometry g{.y = number("contentY"), .height = number("height"), .contentHeight = number("contentHeight")};
    const qreal top = number("originY") - number("topMargin");
    g.end = std::max(top, number("originY") + g.contentHeight + number("bottomMargin") - g.height);
    return g;
}

void FollowTail::setFollowing(bool following)
{
    if (following != m_following) {
        m_following = following;
        Q_EMIT followingChanged();
    }
}

void FollowTail::onMoved()
{
    if (m_settling || !m_view) {
        return;
    }
    const Geometry before = std::exchange(m_last, geometry());
    if (m_last.end - m_last.y <= kSlack) {
        setFollowing(true);
        return;
    }
    // A ListView also moves by itself while it learns the heights of its delegates. It is the reader who moves if the
    // view says so (drag, flick, wheel) or nothing but the position has changed (scroll bar, keyboard).
    const bool resized = before.height != m_last.height || before.contentHeight != m_last.contentHeight;
    if (m_view->property("moving").toBool() || !resized) {
        setFollowing(false);
    }
}

void FollowTail::onResized()
{
    if (!m_following || m_scheduled) {
        return;
    }
    m_scheduled = true;
    // After the layout that is going on: positions are final then, and several changes cost one move.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_scheduled = false;
            if (m_following) {
                settle();
            }
        },
        Qt::QueuedConnection);
}

void FollowTail::settle()
{
    if (!m_view) {
        return;
    }
    m_settling = true;
    QMetaObject::invokeMethod(m_view, "positionViewAtEnd");
    if (const Geometry g = geometry(); g.y != g.end) {
        m_view->setProperty("contentY", g.end); // the margin below the last delegate
    }
    m_last = geometry();
    m_settling = false;
}
