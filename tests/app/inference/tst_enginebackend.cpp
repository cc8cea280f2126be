// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The real engine through the window's controllers, with the small trained model of the test data.
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "inference/enginebackend.h"
#include "window/composition.h"

namespace
{
constexpr int kPatience = 60'000; // ms: the engine's threads have a low priority, and test machines are busy

QString testModel()
{
    const QString folder = qEnvironmentVariable("VIBRANT_TEST_DATA");
    const QString path = folder + QStringLiteral("/models/stories260K.gguf");
    return folder.isEmpty() || !QFile::exists(path)
        ? QString()
        : QDir(folder).absoluteFilePath(QStringLiteral("models/stories260K.gguf"));
}
}

class TestEngineBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersAndRemembers();
    void saysWhatAPromptFindsInTheCache();
    void tellsALimitFromAFullContext();
    void stops();
    void errorsHaveWords_data();
    void errorsHaveWords();
    void loadUnloadCycles();
    void modelSwitchInMidAnswer();

private:
    void load(const QString &path);
    [[nodiscard]] QString answer(const QString &question); // its beginning: stopped once there is some text
    [[nodiscard]] bool stopAfterSomeText();

    QTemporaryDir m_folder;
    std::unique_ptr<Composition> m_app;
};

void TestEngineBackend::init()
{
    if (testModel().isEmpty()) {
        QSKIP("VIBRANT_TEST_DATA does not name a folder with models/stories260K.gguf");
    }
    m_app = std::make_unique<Composition>(makeEngineBackend(), m_folder.filePath(QStringLiteral("rc")));
}

void TestEngineBackend::cleanup()
{
    m_app.reset();
}

void TestEngineBackend::load(const QString &path)
{
    m_app->models.openPath(path);
    QTRY_VERIFY_WITH_TIMEOUT(!m_app->models.loading(), kPatience);
}

QString TestEngineBackend::answer(const QString &question)
{
    // In a chat of its own: the model's 512 positions are full after one answer that was not stopped in time.
    m_app->chat.newChat();
    m_app->chat.composer()->setText(question);
    m_app->chat.send();
    return stopAfterSomeText()
        ? m_app->chat.current()->messages()->copyText(m_app->chat.current()->messages()->count() - 1)
        : QString();
}

bool TestEngineBackend::stopAfterSomeText()
{
    const MessageModel *messages = m_app->chat.current()->messages();
    const auto idle = [this] { return m_app->chat.current()->phase() == ChatPhase::Idle; };
    const auto enough = [&] { return idle() || messages->copyText(messages->count() - 1).size() >= 20; };
    if (!QTest::qWaitFor(enough, kPatience)) {
        return false;
    }
    m_app->chat.current()->stop();
    return QTest::qWaitFor(idle, kPatience);
}

void TestEngineBackend::answersAndRemembers()
{
    load(testModel());
    QVERIFY2(m_app->models.ready(), qPrintable(m_app->models.error().text));
    QVERIFY(m_app->models.details().contains(QStringLiteral("context")));
    QVERIFY(!m_app->models.notice().isEmpty()); // no chat template: the plain prompt format is announced
    QVERIFY(!m_app->status.kernelsText().isEmpty());
    QTRY_VERIFY(!m_app->status.memory().isEmpty());

    QSignalSpy finished(&m_app->engine, &EngineHost::finished);
    QVERIFY(!answer(QStringLiteral("Once upon a time")).isEmpty());
    const auto first = finished.last().at(1).value<GenerationOutcome>();
    QVERIFY(first.reason != GenerationOutcome::Reason::Error);
    QVERIFY(first.figures.generatedTokens > 1);
    QVERIFY(first.figures.timeToFirstTokenMs > 0);
    QCOMPARE(first.figures.contextSize, m_app->models.info().contextSize);

    // The same question again: its prompt is in the KV cache.
    m_app->chat.regenerate();
    QVERIFY(stopAfterSomeText());
    const auto again = finished.last().at(1).value<GenerationOutcome>();
    QCOMPARE(again.figures.promptTokens, first.figures.promptTokens);
    QVERIFY(again.figures.cachedTokens > 0);
    QVERIFY(again.figures.cachedTokens < again.figures.promptTokens);
}

void TestEngineBackend::saysWhatAPromptFindsInTheCache()
{
    const auto backend = makeEngineBackend();
    const auto loaded = backend->load(testModel(), {}, [](const LoadProgress &) { }, {});
    QVERIFY(loaded.has_value());
    InferenceModel &model = **loaded;
    const auto counter = model.tokenCounter();
    struct : InferenceSink {
        void onPrefill(const PrefillProgress &) override { }
        void onText(QByteArrayView utf8, const GenerationFigures &) override { text += utf8; }
        QByteArray text;
    } sink;
    ChatRequest request { .turns = { { ChatTurn::Role::User, QStringLiteral("Once upon a time there was a cat") } },
        .sampling = { .maxTokens = 8 },
        .seed = 7 };
    QCOMPARE(counter->countPrompt(request.turns).cached, 0);
    const auto answer = [&] {
        const PromptCount said = counter->countPrompt(request.turns);
        const GenerationOutcome outcome = model.generate(request, sink, {});
        QCOMPARE(outcome.figures.promptTokens, said.tokens);
        QCOMPARE(outcome.figures.cachedTokens, said.cached);
    };
    answer();
    // The same again: all but the token that is always evaluated.
    QCOMPARE(counter->countPrompt(request.turns).cached, counter->countPrompt(request.turns).tokens - 1);
    answer();
    // Parts in the middle of a turn, which no comparison of whole turns would see.
    request.turns.last().text = QStringLiteral("Once upon a time there was a dog");
    QVERIFY(counter->countPrompt(request.turns).cached > 3);
    sink.text.clear();
    answer();
    request.turns += { { ChatTurn::Role::Assistant, QString::fromUtf8(sink.text) },
        { ChatTurn::Role::User, QStringLiteral("And then?") } };
    QVERIFY(counter->countPrompt(request.turns).cached > 3);
    answer();
    request.turns = { { ChatTurn::Role::User, QStringLiteral("Quite another story") } };
    answer();
}

void TestEngineBackend::tellsALimitFromAFullContext()
{
    load(testModel());
    QSignalSpy finished(&m_app->engine, &EngineHost::finished);
    m_app->chat.current()->setSampling({ .maxTokens = 2 });
    m_app->chat.composer()->setText(QStringLiteral("Once upon a time"));
    m_app->chat.send();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatience);
    const auto outcome = finished.last().at(1).value<GenerationOutcome>();
    QCOMPARE(outcome.reason, GenerationOutcome::Reason::Limit);
    QCOMPARE(outcome.figures.generatedTokens, 2);
    // And one that goes on to the end of the context, or of the story.
    m_app->chat.current()->setSampling({});
    m_app->chat.regenerate();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, kPatience);
    QVERIFY(finished.last().at(1).value<GenerationOutcome>().reason != GenerationOutcome::Reason::Limit);
}

void TestEngineBackend::stops()
{
    load(testModel());
    m_app->chat.composer()->setText(QStringLiteral("Tell me a long story"));
    m_app->chat.send();
    m_app->chat.current()->stop();
    QTRY_COMPARE(m_app->chat.current()->phase(), ChatPhase::Idle);
    const MessageModel *messages = m_app->chat.current()->messages();
    QCOMPARE(messages->data(messages->index(1), MessageModel::MessageStateRole).toInt(), MessageState::Stopped);
    QVERIFY(!answer(QStringLiteral("Again")).isEmpty());
}

void TestEngineBackend::errorsHaveWords_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("title");
    QTest::newRow("missing") << QByteArray() << QStringLiteral("The file is not there");
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html>not found</html>")
                              << QStringLiteral("This is not a GGUF model");
    QTest::newRow("cut off") << QByteArray("cut") << QStringLiteral("The end of the file is missing");
}

void TestEngineBackend::errorsHaveWords()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, title);
    load(testModel());
    const QString path = m_folder.filePath(QStringLiteral("bad.gguf"));
    QFile::remove(path);
    if (content == "cut") {
        QFile whole(testModel());
        QVERIFY(whole.open(QIODevice::ReadOnly));
        content = whole.read(whole.size() / 2);
    }
    if (!content.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    load(path);
    QCOMPARE(m_app->models.error().title, title);
    QVERIFY(m_app->models.error().text.contains(QStringLiteral("bad.gguf")));
    QCOMPARE(m_app->models.filePath(), testModel()); // still the one before
    QVERIFY(!answer(QStringLiteral("Hello")).isEmpty());
}

void TestEngineBackend::loadUnloadCycles()
{
    for (int i = 0; i < 50; ++i) {
        load(testModel());
        QVERIFY(m_app->models.ready());
        if (i % 10 == 0) {
            QVERIFY(!answer(QStringLiteral("Hi")).isEmpty());
        }
        m_app->models.unload();
        QTRY_VERIFY(!m_app->models.ready());
    }
}

void TestEngineBackend::modelSwitchInMidAnswer()
{
    load(testModel());
    const QString copy = m_folder.filePath(QStringLiteral("copy.gguf"));
    QVERIFY(QFile::exists(copy) || QFile::copy(testModel(), copy));
    m_app->chat.composer()->setText(QStringLiteral("Once"));
    m_app->chat.send();
    m_app->models.openPath(copy);
    QVERIFY(stopAfterSomeText());
    QTRY_COMPARE_WITH_TIMEOUT(m_app->models.filePath(), copy, kPatience);
    QVERIFY(!m_app->chat.current()->messages()->copyText(1).isEmpty());
}

QTEST_MAIN(TestEngineBackend)
#include "tst_enginebackend.moc"
