// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "documents/followtail.h"

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
        connect(view, SIGNAL(movingChanged()), this, SLOT(onResized()));
        onResized();
    }
    Q_EMIT viewChanged();
}

bool FollowTail::scrolling() const
{
    return m_scrolling;
}

void FollowTail::setScrolling(bool scrolling)
{
    if (scrolling != m_scrolling) {
        m_scrolling = scrolling;
        Q_EMIT scrollingChanged();
        onResized();
    }
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
    Geometry g { .y = number("contentY"), .top = number("originY") - number("topMargin") };
    g.end = std::max(g.top, number("originY") + number("contentHeight") + number("bottomMargin") - number("height"));
    return g;
}

bool FollowTail::readerMoves() const
{
    return m_scrolling || m_view->property("moving").toBool();
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
    if (readerMoves()) {
        const Geometry now = geometry();
        setFollowing(now.end - now.y <= kSlack);
    } else {
        onResized();
    }
}

void FollowTail::onResized()
{
    if (m_scheduled) {
        return;
    }
    m_scheduled = true;
    // After the layout in progress: positions are final then, and several changes cost one move.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_scheduled = false;
            // Not under the reader's hand: the first pixels of a turn of the wheel are still within kSlack.
            if (!m_view || readerMoves()) {
                return;
            }
            if (const Geometry now = geometry(); now.end <= now.top) {
                setFollowing(true);
            }
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
    if (const Geometry now = geometry(); now.y != now.end) {
        m_view->setProperty("contentY", now.end); // the margin below the last delegate
    }
    m_settling = false;
}
