// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How a thread with its object ends: in order, soon, or left behind.
#include <QPointer>
#include <QSemaphore>
#include <QTest>

#include "platform/ownedthread.h"

using namespace std::chrono_literals;
using Ending = OwnedThreadOptions::Ending;

class TestOwnedThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theObjectLivesAndDiesOnItsThread();
    void workWaitsForTheStart();
    void afterWorkNothingIsLost();
    void soonDropsWhatWaits();
    void whatDoesNotStopIsLeftBehind_data();
    void whatDoesNotStopIsLeftBehind();
};

namespace
{
struct Notes { // shared with the thread: it may outlive everything else
    std::atomic<QThread *> worked = nullptr, died = nullptr;
    std::atomic<int> done = 0;
    QSemaphore begun, go;
};

class Worker : public QObject
{
public:
    explicit Worker(std::shared_ptr<Notes> notes)
        : m_notes(std::move(notes))
    {
    }
    ~Worker() override { m_notes->died = QThread::currentThread(); }

private:
    std::shared_ptr<Notes> m_notes;
};

using Thread = OwnedThread<Worker>;

std::unique_ptr<Thread> started(const std::shared_ptr<Notes> &notes, const OwnedThreadOptions &options)
{
    auto thread = std::make_unique<Thread>(options, std::make_unique<Worker>(notes));
    thread->start();
    return thread;
}

// Work that runs until `go` is released.
void block(Thread &thread, const std::shared_ptr<Notes> &notes)
{
    thread.post([notes](Worker &) {
        notes->begun.release();
        notes->go.acquire();
    });
    notes->begun.acquire();
}

void count(Thread &thread, const std::shared_ptr<Notes> &notes)
{
    thread.post([notes](Worker &) { ++notes->done; });
}
}

void TestOwnedThread::theObjectLivesAndDiesOnItsThread()
{
    const auto notes = std::make_shared<Notes>();
    auto thread = started(notes, { .name = QStringLiteral("test") });
    QThread *const its = thread->object()->thread();
    QVERIFY(its != QThread::currentThread());
    QCOMPARE(its->objectName(), QStringLiteral("test"));
    thread->post([notes](Worker &) { notes->worked = QThread::currentThread(); });
    QTRY_COMPARE(notes->worked.load(), its);
    const QPointer<QThread> watched = its;
    thread.reset();
    QCOMPARE(notes->died.load(), its);
    QVERIFY(!watched);
}

void TestOwnedThread::workWaitsForTheStart()
{
    const auto notes = std::make_shared<Notes>();
    Thread thread({ .ending = Ending::AfterWork }, std::make_unique<Worker>(notes));
    count(thread, notes);
    QTest::qWait(20);
    QCOMPARE(notes->done.load(), 0);
    thread.start();
    QTRY_COMPARE(notes->done.load(), 1);
}

void TestOwnedThread::afterWorkNothingIsLost()
{
    const auto notes = std::make_shared<Notes>();
    auto thread = started(notes, { .ending = Ending::AfterWork });
    for (int i = 0; i < 1000; ++i) {
        count(*thread, notes);
    }
    thread.reset();
    QCOMPARE(notes->done.load(), 1000);
}

void TestOwnedThread::soonDropsWhatWaits()
{
    const auto notes = std::make_shared<Notes>();
    auto thread = started(notes, {});
    block(*thread, notes);
    count(*thread, notes);
    // What runs is waited for: it ends while the destructor waits.
    const std::unique_ptr<QThread> other(QThread::create([notes] {
        QThread::sleep(50ms);
        notes->go.release();
    }));
    other->start();
    thread.reset();
    other->wait();
    QVERIFY(notes->died.load());
    QCOMPARE(notes->done.load(), 0);
}

void TestOwnedThread::whatDoesNotStopIsLeftBehind_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::newRow("soon") << Ending::Soon;
    QTest::newRow("after work") << Ending::AfterWork;
}

void TestOwnedThread::whatDoesNotStopIsLeftBehind()
{
    QFETCH(const Ending, ending);
    const auto notes = std::make_shared<Notes>();
    auto thread = started(notes, { .name = QStringLiteral("deaf"), .patience = 30ms, .ending = ending });
    const QPointer<QThread> watched = thread->object()->thread();
    block(*thread, notes);
    count(*thread, notes);
    QTest::ignoreMessage(QtWarningMsg, "the \"deaf\" thread did not stop in time and is left behind");
    thread.reset(); // returns
    QVERIFY(!notes->died.load());
    notes->go.release();
    QTRY_VERIFY(!watched); // cleared away when it ends after all
    QVERIFY(notes->died.load());
    QCOMPARE(notes->done.load(), 0); // what had not begun never did
}

QTEST_GUILESS_MAIN(TestOwnedThread)
#include "tst_ownedthread.moc"
