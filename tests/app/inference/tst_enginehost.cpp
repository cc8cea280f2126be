// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include "inference/enginehost.h"
#include "inference/fakebackend.h"

using namespace std::chrono_literals;

namespace
{
FakeOptions fast()
{
    FakeOptions options;
    options.tokensPerSecond = 0;
    options.prefillTokensPerSecond = 0;
    options.loadTime = 0ms;
    options.failures.insert(
        QStringLiteral("broken.gguf"), { InferenceError::Code::Malformed, QStringLiteral("broken.gguf: bad") });
    return options;
}

ChatRequest ask(const QString &text)
{
    ChatRequest request;
    request.turns = { { ChatTurn::Role::User, text } };
    return request;
}

// A host and everything it said.
struct Rig {
    explicit Rig(const FakeOptions &options, std::chrono::milliseconds patience = 5s)
        : backend(std::make_shared<FakeBackend>(options))
        , host(std::make_unique<EngineHost>(backend, nullptr, patience))
    {
        const auto on
            = [this](auto signal, auto handler) { QObject::connect(host.get(), signal, host.get(), handler); };
        on(&EngineHost::loaded, [this](RequestId id, const ModelInfo &info) {
            log << QStringLiteral("loaded %1").arg(id);
            model = info;
        });
        on(&EngineHost::loadFailed, [this](RequestId id, const InferenceError &error) {
            log << QStringLiteral("failed %1 %2").arg(id).arg(static_cast<int>(error.code));
            loadError = error;
        });
        on(&EngineHost::unloaded, [this](RequestId id) { log << QStringLiteral("unloaded %1").arg(id); });
        on(&EngineHost::prefillProgressed, [this](RequestId, const PrefillProgress &p) { prefill = p; });
        on(&EngineHost::textArrived, [this](RequestId id, const QByteArray &utf8, const GenerationFigures &) {
            text[id] += utf8;
            largestFlush = std::max(largestFlush, utf8.size());
            ++flushes;
        });
        on(&EngineHost::finished, [this](RequestId id, const GenerationOutcome &outcome) {
            log << QStringLiteral("finished %1").arg(id);
            outcomes[id] = outcome;
        });
    }
    void load(const QString &name = QStringLiteral("/models/a.gguf"))
    {
        host->load(name);
        QTRY_COMPARE(model.path, name);
    }
    [[nodiscard]] bool ended(RequestId id) const { return outcomes.contains(id); }

    std::shared_ptr<FakeBackend> backend;
    std::unique_ptr<EngineHost> host;
    QStringList log;
    ModelInfo model;
    InferenceError loadError;
    PrefillProgress prefill;
    QHash<RequestId, QByteArray> text;
    QHash<RequestId, GenerationOutcome> outcomes;
    qsizetype largestFlush = 0;
    int flushes = 0;
};
}

using Reason = GenerationOutcome::Reason;

class TestEngineHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers();
    void withoutModel();
    void stopBeforeStart();
    void stopInPrefill();
    void stopInMidStream();
    void stopOfAnEndedRequestIsHarmless();
    void requestsKeepTheirOrder();
    void failedLoadKeepsTheModel();
    void loadWhileAnswering();
    void cancelLoad();
    void secondLoadReplacesTheFirst();
    void unloads();
    void fiftyCycles();
    void longAnswerInSmallFlushes();
    void errorInMidAnswer();
    void destroyedWhileBusy_data();
    void destroyedWhileBusy();
    void deafBackendIsLeftBehind();
    void yieldsToOthers();
};

void TestEngineHost::answers()
{
    FakeOptions options = fast();
    options.answers = { QStringLiteral("Grüße aus dem Modell: 👩‍💻!") };
    Rig rig(options);
    rig.load();
    const RequestId id = rig.host->generate(ask(QStringLiteral("Hello?")));
    QTRY_VERIFY(rig.ended(id));
    QCOMPARE(rig.text[id], options.answers[0].toUtf8());
    QCOMPARE(rig.outcomes[id].reason, Reason::Stop);
    QVERIFY(rig.outcomes[id].figures.generatedTokens > 0);
    QCOMPARE(rig.prefill.done, rig.prefill.total);
}

void TestEngineHost::withoutModel()
{
    Rig rig(fast());
    const RequestId id = rig.host->generate(ask(QStringLiteral("Hello?")));
    QTRY_VERIFY(rig.ended(id));
    QCOMPARE(rig.outcomes[id].reason, Reason::Error);
    QCOMPARE(rig.outcomes[id].error.code, InferenceError::Code::NoModel);
}

void TestEngineHost::stopBeforeStart()
{
    FakeOptions options = fast();
    options.holdAfterTokens = 3;
    Rig rig(options);
    rig.load();
    const RequestId first = rig.host->generate(ask(QStringLiteral("one")));
    const RequestId second = rig.host->generate(ask(QStringLiteral("two")));
    rig.host->stop(second); // the worker is still busy with the first
    QTRY_VERIFY(rig.text.contains(first));
    rig.host->stop(first);
    QTRY_VERIFY(rig.ended(second));
    QCOMPARE(rig.outcomes[second].reason, Reason::Cancelled);
    QCOMPARE(rig.text.value(second), QByteArray());
    QCOMPARE(rig.backend->startedAnswers(), 1);

    // Directly after the request, before any event loop ran: the stop must not be lost.
    const RequestId third = rig.host->generate(ask(QStringLiteral("three")));
    rig.host->stop(third);
    QTRY_VERIFY(rig.ended(third));
    QCOMPARE(rig.outcomes[third].reason, Reason::Cancelled);
}

void TestEngineHost::stopInPrefill()
{
    FakeOptions options = fast();
    options.holdPrefillAt = 200;
    Rig rig(options);
    rig.load();
    const RequestId id = rig.host->generate(ask(QStringLiteral("x").repeated(4000)));
    QTRY_VERIFY(rig.prefill.done >= 200);
    QVERIFY(rig.prefill.done < rig.prefill.total);
    rig.host->stop(id);
    QTRY_VERIFY(rig.ended(id));
    QCOMPARE(rig.outcomes[id].reason, Reason::Cancelled);
    QCOMPARE(rig.text.value(id), QByteArray());
}

void TestEngineHost::stopInMidStream()
{
    FakeOptions options = fast();
    options.holdAfterTokens = 20;
    Rig rig(options);
    rig.load();
    const RequestId id = rig.host->generate(ask(QStringLiteral("go")));
    QTRY_VERIFY(!rig.text.value(id).isEmpty());
    rig.host->stop(id);
    QTRY_VERIFY(rig.ended(id));
    QCOMPARE(rig.outcomes[id].reason, Reason::Cancelled);
    QCOMPARE(rig.outcomes[id].figures.generatedTokens, 20); // the text so far is kept
    // The host goes on working.
    rig.backend->release();
    const RequestId next = rig.host->generate(ask(QStringLiteral("again")));
    QTRY_VERIFY(rig.ended(next));
    QCOMPARE(rig.outcomes[next].reason, Reason::Stop);
}

void TestEngineHost::stopOfAnEndedRequestIsHarmless()
{
    Rig rig(fast());
    rig.load();
    const RequestId first = rig.host->generate(ask(QStringLiteral("a")));
    QTRY_VERIFY(rig.ended(first));
    const RequestId second = rig.host->generate(ask(QStringLiteral("b")));
    rig.host->stop(first);
    rig.host->stop(0);
    rig.host->stop(12345);
    QTRY_VERIFY(rig.ended(second));
    QCOMPARE(rig.outcomes[second].reason, Reason::Stop);
}

void TestEngineHost::requestsKeepTheirOrder()
{
    Rig rig(fast());
    rig.load();
    rig.log.clear();
    QStringList expected;
    for (int i = 0; i < 5; ++i) {
        expected << QStringLiteral("finished %1").arg(rig.host->generate(ask(QString::number(i))));
    }
    QTRY_COMPARE(rig.log, expected);
    for (const QByteArray &text : std::as_const(rig.text)) {
        QVERIFY(!text.isEmpty());
    }
}

void TestEngineHost::failedLoadKeepsTheModel()
{
    Rig rig(fast());
    rig.load();
    const RequestId bad = rig.host->load(QStringLiteral("/models/broken.gguf"));
    QTRY_VERIFY(rig.log.contains(
        QStringLiteral("failed %1 %2").arg(bad).arg(static_cast<int>(InferenceError::Code::Malformed))));
    QCOMPARE(rig.loadError.text, QStringLiteral("broken.gguf: bad"));
    QCOMPARE(rig.backend->liveModels(), 1);
    const RequestId id = rig.host->generate(ask(QStringLiteral("still there?")));
    QTRY_VERIFY(rig.ended(id));
    QCOMPARE(rig.outcomes[id].reason, Reason::Stop);
}

void TestEngineHost::loadWhileAnswering()
{
    FakeOptions options = fast();
    options.holdAfterTokens = 10;
    Rig rig(options);
    rig.load();
    const RequestId answer = rig.host->generate(ask(QStringLiteral("slow")));
    QTRY_VERIFY(!rig.text.value(answer).isEmpty());
    QSignalSpy progress(rig.host.get(), &EngineHost::loadProgressed);
    const RequestId load = rig.host->load(QStringLiteral("/models/b.gguf"));
    // The new model gets ready beside the answer ...
    QTRY_COMPARE(rig.backend->liveModels(), 2);
    QTRY_VERIFY(
        !progress.isEmpty() && progress.last().at(1).value<LoadProgress>().phase == LoadProgress::Phase::Waiting);
    QCOMPARE(rig.model.path, QStringLiteral("/models/a.gguf"));
    // ... which ends undisturbed, and then the old one goes.
    rig.backend->release();
    QTRY_COMPARE(rig.model.path, QStringLiteral("/models/b.gguf"));
    QTRY_COMPARE(rig.backend->liveModels(), 1);
    QCOMPARE(rig.outcomes[answer].reason, Reason::Stop);
    QVERIFY(rig.log.indexOf(QStringLiteral("finished %1").arg(answer))
        < rig.log.indexOf(QStringLiteral("loaded %1").arg(load)));
}

void TestEngineHost::cancelLoad()
{
    FakeOptions options = fast();
    options.holdLoadAt = 0.5;
    Rig rig(options);
    const RequestId id = rig.host->load(QStringLiteral("/models/a.gguf"));
    QSignalSpy progress(rig.host.get(), &EngineHost::loadProgressed);
    QTRY_VERIFY(!progress.isEmpty());
    rig.host->stop(id);
    QTRY_COMPARE(rig.loadError.code, InferenceError::Code::Cancelled);
    QCOMPARE(rig.backend->liveModels(), 0);
}

void TestEngineHost::secondLoadReplacesTheFirst()
{
    FakeOptions options = fast();
    options.holdLoadAt = 0.5;
    Rig rig(options);
    const RequestId first = rig.host->load(QStringLiteral("/models/a.gguf"));
    const RequestId second = rig.host->load(QStringLiteral("/models/b.gguf"));
    rig.backend->release();
    QTRY_COMPARE(rig.model.path, QStringLiteral("/models/b.gguf"));
    QCOMPARE(rig.log,
        (QStringList { QStringLiteral("failed %1 %2").arg(first).arg(static_cast<int>(InferenceError::Code::Cancelled)),
            QStringLiteral("loaded %1").arg(second) }));
    QCOMPARE(rig.backend->liveModels(), 1);
}

void TestEngineHost::unloads()
{
    Rig rig(fast());
    rig.load();
    const RequestId id = rig.host->unload();
    QTRY_VERIFY(rig.log.contains(QStringLiteral("unloaded %1").arg(id)));
    QCOMPARE(rig.backend->liveModels(), 0);
}

void TestEngineHost::fiftyCycles()
{
    Rig rig(fast());
    for (int i = 0; i < 50; ++i) {
        rig.model = {};
        rig.load(QStringLiteral("/models/%1.gguf").arg(i));
        const RequestId answer = rig.host->generate(ask(QStringLiteral("cycle")));
        QTRY_VERIFY(rig.ended(answer));
        QCOMPARE(rig.backend->liveModels(), 1);
        if (i % 2 == 1) { // every other one is replaced, not unloaded
            const RequestId id = rig.host->unload();
            QTRY_VERIFY(rig.log.contains(QStringLiteral("unloaded %1").arg(id)));
            QCOMPARE(rig.backend->liveModels(), 0);
        }
    }
}

void TestEngineHost::longAnswerInSmallFlushes()
{
    FakeOptions options = fast();
    options.contextSize = 40'000;
    options.answers = { FakeBackend::longAnswer(20'000) };
    Rig rig(options);
    rig.load();
    const RequestId id = rig.host->generate(ask(QStringLiteral("long")));
    QTRY_VERIFY(rig.ended(id));
    QCOMPARE(rig.text[id], options.answers[0].toUtf8());
    // However fast the model is, no flush hands over more than the GUI can lay out in one go.
    QCOMPARE_LE(rig.largestFlush, EngineHost::kFlushBytes);
    QCOMPARE_GE(rig.flushes, rig.text[id].size() / EngineHost::kFlushBytes);
}

void TestEngineHost::errorInMidAnswer()
{
    FakeOptions options = fast();
    options.failAfterTokens = 7;
    options.generationError = { InferenceError::Code::Unreadable, QStringLiteral("a.gguf: gone") };
    Rig rig(options);
    rig.load();
    const RequestId id = rig.host->generate(ask(QStringLiteral("x")));
    QTRY_VERIFY(rig.ended(id));
    QCOMPARE(rig.outcomes[id].reason, Reason::Error);
    QCOMPARE(rig.outcomes[id].error.code, InferenceError::Code::Unreadable);
    QCOMPARE(rig.outcomes[id].figures.generatedTokens, 7);
    QVERIFY(!rig.text[id].isEmpty());
}

void TestEngineHost::destroyedWhileBusy_data()
{
    QTest::addColumn<double>("holdLoadAt");
    QTest::addColumn<int>("holdPrefillAt");
    QTest::addColumn<int>("holdAfterTokens");
    QTest::newRow("loading") << 0.5 << -1 << -1;
    QTest::newRow("prefill") << -1.0 << 10 << -1;
    QTest::newRow("decoding") << -1.0 << -1 << 5;
}

void TestEngineHost::destroyedWhileBusy()
{
    QFETCH(double, holdLoadAt);
    QFETCH(int, holdPrefillAt);
    QFETCH(int, holdAfterTokens);
    FakeOptions options = fast();
    options.holdLoadAt = holdLoadAt;
    options.holdPrefillAt = holdPrefillAt;
    options.holdAfterTokens = holdAfterTokens;
    Rig rig(options);
    QSignalSpy progress(rig.host.get(), &EngineHost::loadProgressed);
    rig.host->load(QStringLiteral("/models/a.gguf"));
    QTRY_VERIFY(!progress.isEmpty());
    if (holdLoadAt < 0) {
        QTRY_VERIFY(!rig.model.path.isEmpty());
        rig.host->generate(ask(QStringLiteral("x").repeated(100)));
        rig.host->generate(ask(QStringLiteral("never starts")));
        QTRY_VERIFY(rig.prefill.total > 0);
    }
    rig.host.reset();
    QCOMPARE(rig.backend->liveModels(), 0); // both threads have ended and released what they had
    QVERIFY(rig.backend->startedAnswers() <= 1);
}

void TestEngineHost::deafBackendIsLeftBehind()
{
    FakeOptions options = fast();
    options.deaf = true;
    options.holdAfterTokens = 2;
    Rig rig(options, 50ms);
    rig.load();
    rig.host->generate(ask(QStringLiteral("x")));
    QTRY_COMPARE(rig.backend->startedAnswers(), 1);
    QTest::ignoreMessage(QtWarningMsg, "the \"inference\" thread did not stop in time and is left behind");
    rig.host.reset(); // returns
    QCOMPARE(rig.backend->liveModels(), 1);
    rig.backend->release(); // and the thread that was left can still end in good order
    QTRY_COMPARE(rig.backend->liveModels(), 0);
    QTest::qWait(50); // and be cleared away
}

// Nice values of this process's threads whose name starts so; names have 15 characters at most.
static QList<int> niceOf(const QByteArray &name)
{
    QList<int> found;
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile stat(tasks.filePath(task) + QStringLiteral("/stat"));
        if (!stat.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArray line = stat.readAll();
        const qsizetype end = line.lastIndexOf(')');
        if (line.mid(line.indexOf('(') + 1).startsWith(name)) {
            found << line.mid(end + 2).split(' ').value(16).toInt(); // field 19 of proc_pid_stat(5)
        }
    }
    return found;
}

void TestEngineHost::yieldsToOthers()
{
    Rig rig(fast());
    rig.load(); // both threads have worked, so they have their names
    const QList<int> before = niceOf("inference") + niceOf("model-loader");
    QCOMPARE(before.size(), 2);
    const int own = before[0];
    if (own > 9) {
        QSKIP("everything here is nice already");
    }
    rig.host->yieldToOthers();
    QTRY_COMPARE(niceOf("inference"), QList<int> { 10 });
    QTRY_COMPARE(niceOf("model-loader"), QList<int> { 10 });
    QCOMPARE(niceOf(QFileInfo(QCoreApplication::applicationFilePath()).fileName().toUtf8().left(15)).value(0, own),
        own); // not the window's
}

QTEST_GUILESS_MAIN(TestEngineHost)
#include "tst_enginehost.moc"
