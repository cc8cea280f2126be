// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

#include "documents/followtail.h"

namespace
{
// A list whose last delegate grows as a streamed answer does.
constexpr auto kWindow = R"(
import QtQuick
Window {
    id: root
    property real lastHeight: 40
    property int rows: 3
    property alias view: list
    width: 300; height: 400; visible: true
    ListView {
        id: list
        anchors.fill: parent
        bottomMargin: 12
        model: root.rows
        delegate: Item {
            required property int index
            width: 300
            height: index === root.rows - 1 ? root.lastHeight : 100
        }
    }
}
)";

struct Stage {
    Stage()
    {
        QQmlComponent component(&engine);
        component.setData(kWindow, {});
        window.reset(qobject_cast<QQuickWindow *>(component.create()));
        QVERIFY2(window, qPrintable(component.errorString()));
        view = window->property("view").value<QQuickItem *>();
        tail.setView(view);
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }
    void grow(qreal height)
    {
        window->setProperty("lastHeight", height);
        QTest::qWait(20);
    }
    void readerScrollsTo(qreal y)
    {
        tail.setScrolling(true);
        view->setProperty("contentY", y);
        tail.setScrolling(false);
        QTest::qWait(20);
    }
    [[nodiscard]] qreal y() const { return view->property("contentY").toReal(); }
    [[nodiscard]] qreal
    end() const // where the view belongs while it follows; content that is too short stays at the top
    {
        const qreal top = view->property("originY").toReal();
        return std::max(top, top + view->property("contentHeight").toReal() + 12 - view->height());
    }

    QQmlEngine engine;
    std::unique_ptr<QQuickWindow> window;
    QQuickItem *view = nullptr;
    FollowTail tail;
};
}

class TestFollowTail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsGrowth();
    void stopsWhenTheReaderScrollsUp();
    void attachesAgainAtTheEnd();
    void jumpToEnd();
    void newRowsAreFollowed();
    void shortContentAttaches();
    void windowHeightChanges();
    void viewMayGo();
};

void TestFollowTail::followsGrowth()
{
    Stage stage;
    for (qreal height = 60; height < 1500; height += 90) {
        stage.grow(height);
        QVERIFY(stage.tail.following());
        QTRY_COMPARE(stage.y(), stage.end());
    }
}

void TestFollowTail::stopsWhenTheReaderScrollsUp()
{
    Stage stage;
    stage.grow(900);
    QTRY_COMPARE(stage.y(), stage.end());
    QSignalSpy changed(&stage.tail, &FollowTail::followingChanged);
    stage.readerScrollsTo(100);
    QVERIFY(!stage.tail.following());
    QCOMPARE(changed.count(), 1);
    for (qreal height = 1000; height < 2000; height += 250) {
        stage.grow(height);
        QCOMPARE(stage.y(), 100.0); // not one pixel under the reader's eyes
    }
}

void TestFollowTail::attachesAgainAtTheEnd()
{
    Stage stage;
    stage.grow(900);
    stage.readerScrollsTo(100);
    QVERIFY(!stage.tail.following());
    stage.readerScrollsTo(stage.end() - FollowTail::kSlack + 1);
    QVERIFY(stage.tail.following());
    stage.grow(1200);
    QTRY_COMPARE(stage.y(), stage.end());
}

void TestFollowTail::jumpToEnd()
{
    Stage stage;
    stage.grow(900);
    stage.readerScrollsTo(0);
    stage.grow(1500);
    stage.tail.jumpToEnd();
    QVERIFY(stage.tail.following());
    QCOMPARE(stage.y(), stage.end());
}

void TestFollowTail::newRowsAreFollowed()
{
    Stage stage;
    for (int rows = 4; rows < 40; rows += 5) {
        stage.window->setProperty("rows", rows);
        QTRY_COMPARE(stage.y(), stage.end());
        QVERIFY(stage.tail.following());
    }
}

void TestFollowTail::shortContentAttaches()
{
    Stage stage;
    stage.grow(900);
    stage.readerScrollsTo(0);
    QVERIFY(!stage.tail.following());
    stage.window->setProperty("rows", 1); // a new chat
    stage.grow(50);
    QTRY_VERIFY(stage.tail.following());
}

void TestFollowTail::windowHeightChanges()
{
    Stage stage;
    stage.grow(900);
    QTRY_COMPARE(stage.y(), stage.end());
    stage.window->setHeight(250);
    QTRY_COMPARE(stage.view->height(), 250.0);
    QTRY_COMPARE(stage.y(), stage.end());
    QVERIFY(stage.tail.following());
}

void TestFollowTail::viewMayGo()
{
    FollowTail tail;
    tail.jumpToEnd();
    {
        Stage stage;
        tail.setView(stage.view);
    }
    QTest::qWait(20);
    tail.jumpToEnd();
    QCOMPARE(tail.view(), nullptr);
}

QTEST_MAIN(TestFollowTail)
#include "tst_followtail.moc"
