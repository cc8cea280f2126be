// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <QTest>

#include "inference/eventqueue.h"

class TestEventQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesWhatLosesNothing();
    void cutsBetweenCharacters();
    void keepsOrderAcrossRequests();
    void wakesOnceForUrgentEvents();
};

void TestEventQueue::mergesWhatLosesNothing()
{
    EventQueue queue;
    for (int i = 1; i <= 100; ++i) {
        queue.push(PrefillProgressed { 1, { i, 100, 0 } });
    }
    for (int i = 1; i <= 100; ++i) {
        queue.push(TextArrived { 1, "ab", { .generatedTokens = i } });
    }
    const auto events = queue.take(1000);
    QCOMPARE(events.size(), 2u);
    QCOMPARE(std::get<PrefillProgressed>(events[0]).progress.done, 100);
    QCOMPARE(std::get<TextArrived>(events[1]).utf8.size(), 200);
    QCOMPARE(std::get<TextArrived>(events[1]).soFar.generatedTokens, 100);
    QVERIFY(queue.empty());
}

void TestEventQueue::cutsBetweenCharacters()
{
    const QByteArray text = QStringLiteral("aé€👩").repeated(20).toUtf8(); // 1, 2, 3 and 4 bytes
    for (qsizetype limit = 4; limit < 30; ++limit) {
        EventQueue queue;
        queue.push(TextArrived { 1, text, {} });
        QByteArray together;
        while (!queue.empty()) {
            for (const EngineEvent &event : queue.take(limit)) {
                const QByteArray &part = std::get<TextArrived>(event).utf8;
                QVERIFY(QString::fromUtf8(part).indexOf(QChar::ReplacementCharacter) < 0);
                QVERIFY(part.size() <= limit);
                together += part;
            }
        }
        QCOMPARE(together, text);
    }
}

void TestEventQueue::keepsOrderAcrossRequests()
{
    EventQueue queue;
    queue.push(TextArrived { 1, "one", {} });
    queue.push(Finished { 1, {} });
    queue.push(TextArrived { 2, "two", {} });
    queue.push(TextArrived { 1, "late", {} });
    // The end of an answer never overtakes its text.
    auto events = queue.take(2);
    QCOMPARE(events.size(), 1u);
    events = queue.take(1);
    QCOMPARE(events.size(), 2u);
    QVERIFY(std::holds_alternative<Finished>(events[1]));
    events = queue.take(100);
    QCOMPARE(events.size(), 2u);
    QCOMPARE(std::get<TextArrived>(events[0]).id, 2u);
    QCOMPARE(std::get<TextArrived>(events[1]).utf8, "late");
}

void TestEventQueue::wakesOnceForUrgentEvents()
{
    EventQueue queue;
    int wakes = 0;
    queue.setWaker([&wakes] { ++wakes; });
    queue.push(TextArrived { 1, "x", {} });
    QCOMPARE(wakes, 0);
    queue.push(Finished { 1, {} });
    queue.push(Finished { 2, {} });
    QCOMPARE(wakes, 1);
    (void)queue.take(100);
    queue.push(Unloaded { 3 });
    QCOMPARE(wakes, 2);
    queue.setWaker({});
    (void)queue.take(100);
    queue.push(Unloaded { 4 });
    QCOMPARE(wakes, 2);
}

QTEST_GUILESS_MAIN(TestEventQueue)
#include "tst_eventqueue.moc"
