// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// StatusController, and the work between two turns of the event loop.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "documents/blockmodel.h"
#include "tests/app/apprig.h"

class TestStatusController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void figuresOfAnAnswer();
    void memoryAddsUp();
    void profileOfAnAnswer();
    void reportSaysWhatIsNeeded();
    void refreshesAreRare();
    void eventLoopIsNeverBlocked();
};

void TestStatusController::figuresOfAnAnswer()
{
    FakeOptions options = fast();
    options.tokensPerSecond = 200;
    options.answers = { FakeBackend::longAnswer(150) };
    App app(options);
    StatusController &status = app.parts.status;
    QCOMPARE(status.phaseText(), QStringLiteral("No model"));
    QCOMPARE(status.contextText(), QStringLiteral("–"));
    app.load();
    QCOMPARE(status.phaseText(), QStringLiteral("Ready"));
    QCOMPARE(status.contextText(), QStringLiteral("0 of 8,192 tokens"));
    QCOMPARE(status.threadsText(), QStringLiteral("2"));
    app.send(QStringLiteral("q"));
    QTRY_COMPARE(status.phaseText(), QStringLiteral("Generating"));
    QTRY_VERIFY(status.tokensPerSecond() > 0);
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(status.phaseText(), QStringLiteral("Last answer"));
    QVERIFY(!status.speedHistory().isEmpty());
    QVERIFY(status.contextUsed() > 100);
    QCOMPARE(status.prefillProgress(), 1.0);
    QCOMPARE(status.prefillTimeLeftText(), QString());
    QVERIFY(status.timeToFirstTokenText().endsWith(QStringLiteral(" s")));
    QVERIFY(status.summaryLine().contains(QStringLiteral("tok/s")));
    app.parts.chat.newChat();
    QCOMPARE(status.contextUsed(), 0);
    QVERIFY(status.speedHistory().isEmpty());
}

void TestStatusController::memoryAddsUp()
{
    App app;
    app.load();
    QTRY_VERIFY(!app.parts.status.memory().isEmpty());
    const QList<MemoryShare> shares = app.parts.status.memory();
    QCOMPARE(shares.size(), 5);
    qreal sum = 0;
    for (const MemoryShare &share : shares) {
        QVERIFY(share.share > 0);
        QVERIFY(!share.label.isEmpty() && !share.text.isEmpty());
        sum += share.share;
    }
    QVERIFY(qAbs(sum - 1) < 1e-9);
    QCOMPARE(shares[2].kind, MemoryShare::KvCache);
    QCOMPARE(shares[2].text, QStringLiteral("470 MB"));
}

void TestStatusController::profileOfAnAnswer()
{
    FakeOptions options = fast();
    options.answers = { FakeBackend::longAnswer(50) };
    App app(options);
    StatusController &status = app.parts.status;
    app.load();
    QVERIFY(status.hotPath().isEmpty());
    QCOMPARE(status.bandwidthText(), QStringLiteral("–"));
    QCOMPARE(status.bandwidthShare(), 0.0);
    for (int answer = 0; answer < 2; ++answer) { // the second one begins its own count
        app.sendAndWait(QStringLiteral("q"));
        QCOMPARE(status.bandwidthText(), QStringLiteral("29.2 of 38.5 GB/s"));
        QVERIFY(qAbs(status.bandwidthShare() - 29.24 / 38.5) < 1e-3);
        QCOMPARE(status.hotPath().size(), StatusController::kHotPath);
        QCOMPARE(status.hotPath()[0].operation, QStringLiteral("ffn gate up"));
        QCOMPARE(status.hotPath()[0].shareText, QStringLiteral("41 %"));
        QCOMPARE(status.hotPath()[0].speedText, QStringLiteral("31.2 GB/s"));
    }
    app.load(QStringLiteral("/models/B.gguf"));
    QVERIFY(status.hotPath().isEmpty());
    QCOMPARE(status.bandwidthShare(), 0.0);
}

void TestStatusController::reportSaysWhatIsNeeded()
{
    FakeOptions options = fast();
    options.answers = { QStringLiteral("a secret") };
    App app(options);
    QVERIFY(app.parts.status.report().contains(QStringLiteral("Model: none")));
    app.load(QStringLiteral("/home/someone/private/A.gguf"));
    app.sendAndWait(QStringLiteral("another secret"));
    const QString report = app.parts.status.report();
    for (const char *word : { "Vibrant: ", "System: ", "Processor: ", "Memory: ", "A.gguf", "qwen2", "demo kernels",
             "Memory read: ", "ffn gate up" }) {
        QVERIFY2(report.contains(QLatin1StringView(word)), word);
    }
    QVERIFY(!report.contains(QStringLiteral("secret")));
    QVERIFY(!report.contains(QStringLiteral("someone")));
}

void TestStatusController::refreshesAreRare()
{
    FakeOptions options = fast();
    options.contextSize = 40'000;
    options.answers = { FakeBackend::longAnswer(20'000) };
    App app(options);
    app.load();
    QSignalSpy refreshes(&app.parts.status, &StatusController::figuresChanged);
    QElapsedTimer clock;
    clock.start();
    app.sendAndWait(QStringLiteral("q"));
    // One per kInterval and one per change of phase, not one per token.
    QCOMPARE_LE(refreshes.count(), 12 + clock.elapsed() / StatusController::kInterval);
}

void TestStatusController::eventLoopIsNeverBlocked()
{
    // By counted work: between two turns of the event loop at most one flush is handled, and a flush is bounded.
    FakeOptions options = fast();
    options.contextSize = 40'000;
    options.answers = { FakeBackend::longAnswer(20'000) };
    App app(options);
    app.load();
    qsizetype largest = 0;
    int flushesInTurn = 0, mostInTurn = 0;
    connect(&app.parts.engine, &EngineHost::textArrived, this, [&](RequestId, const QByteArray &utf8) {
        largest = std::max(largest, utf8.size());
        mostInTurn = std::max(mostInTurn, ++flushesInTurn);
    });
    app.send(QStringLiteral("q"));
    while (app.parts.chat.current()->busy()) {
        flushesInTurn = 0;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), options.answers[0]);
    QCOMPARE_LE(largest, EngineHost::kFlushBytes);
    QCOMPARE_LE(mostInTurn, 2); // the timer, and the wake-up of the last event
    const auto *blocks = app.message(1, MessageModel::BlocksRole).value<BlockModel *>();
    QCOMPARE_LE(blocks->workCount(), static_cast<quint64>(10 * options.answers[0].size()));
}

QTEST_MAIN(TestStatusController)
#include "tst_statuscontroller.moc"
