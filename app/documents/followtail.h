// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Keeps a ListView at its end while the reader is there, and never moves it when they are not.
//
// Scrolling up detaches; scrolling back to within kSlack of the end, or jumpToEnd(), attaches again, and so does content
// that needs no scrolling. Movement is immediate, without animation: text that streams must not slide.
// A ListView also moves when it has measured the heights of its delegates: only what the reader does counts. That is
// drag, flick and wheel, which the view reports, and all else that the window announces with `scrolling`.
#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QtQmlIntegration>

class FollowTail : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *view READ view WRITE setView NOTIFY viewChanged) // a ListView
    Q_PROPERTY(bool scrolling READ scrolling WRITE setScrolling NOTIFY scrollingChanged) // by scroll bar or key
    Q_PROPERTY(bool following READ following NOTIFY followingChanged)

public:
    static constexpr qreal kSlack = 24; // px

    explicit FollowTail(QObject *parent = nullptr);

    [[nodiscard]] QQuickItem *view() const;
    void setView(QQuickItem *view);
    [[nodiscard]] bool scrolling() const;
    void setScrolling(bool scrolling);
    [[nodiscard]] bool following() const;

    Q_INVOKABLE void jumpToEnd();

Q_SIGNALS:
    void viewChanged();
    void scrollingChanged();
    void followingChanged();

private Q_SLOTS:
    void onMoved(); // contentY changed
    void onResized(); // contentHeight or height changed, or the reader has let go

private:
    struct Geometry { // px
        qreal y = 0, top = 0, end = 0; // top, end: the least and the largest y
    };
    [[nodiscard]] Geometry geometry() const;
    [[nodiscard]] bool readerMoves() const;
    void setFollowing(bool following);
    void settle();

    QPointer<QQuickItem> m_view;
    bool m_scrolling = false;
    bool m_following = true;
    bool m_settling = false; // our own movement
    bool m_scheduled = false;
};
