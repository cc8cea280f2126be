// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Keeps a ListView at its end while the reader is there, and never moves it when they are not.
//
// Scrolling up detaches; scrolling back to within kSlack of the end, or jumpToEnd(), attaches again. Movement is
// immediate, without animation: text that streams must not slide.
#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QtQmlIntegration>

class FollowTail : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *view READ view WRITE setView NOTIFY viewChanged) // a ListView
    Q_PROPERTY(bool following READ following NOTIFY followingChanged)

public:
    static constexpr qreal kSlack = 24; // px

    explicit FollowTail(QObject *parent = nullptr);

    [[nodiscard]] QQuickItem *view() const;
    void setView(QQuickItem *view);
    [[nodiscard]] bool following() const;

    Q_INVOKABLE void jumpToEnd();

Q_SIGNALS:
    void viewChanged();
    void followingChanged();

private Q_SLOTS:
    void onMoved(); // contentY changed
    void onResized(); // contentHeight or height changed

private:
    struct Geometry { // px
        qreal y = 0, height = 0, contentHeight = 0, end = 0; // end: the largest y
    };
    [[nodiscard]] Geometry geometry() const;
    void setFollowing(bool following);
    void settle();

    QPointer<QQuickItem> m_view;
    Geometry m_last;
    bool m_following = true;
    bool m_settling = false; // our own movement
    bool m_scheduled = false;
};
