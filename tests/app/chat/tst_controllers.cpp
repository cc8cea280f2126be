// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// ChatController and ModelController together on a FakeBackend, as main() wires them.
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include "tests/app/apprig.h"

class TestControllers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // the chat
    void aChat();
    void sendNeedsAModelAndText();
    void stopKeepsTheText();
    void stopInEveryPhase_data();
    void stopInEveryPhase();
    void regenerate();
    void newChatWhileBusy();
    void sendWhileLoadingWaits();
    void sendWhileLoadingThatFails();
    void stopWhileWaiting();
    void errorInMidAnswer();
    void contextFull();
    void titleIsTheFirstLine();
    void copiesTheSource();
    // models
    void loadProgress();
    void failedLoadExplains();
    void failedLoadKeepsTheModel();
    void retryAndDismiss();
    void cancelLoad();
    void unload();
    void urls();
    void chatSurvivesAModelSwitch();
    void starterModelComesFirstOnce();
};

void TestControllers::aChat()
{
    App app;
    QAbstractItemModelTester tester(
        app.parts.chat.current()->messages(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    app.load();
    QSignalSpy finished(&app.parts.chat, &ChatController::answerFinished);
    QSignalSpy phases(&app.parts.chat, &ChatController::phaseChanged);
    app.sendAndWait(QStringLiteral("Hello?"));
    QCOMPARE(app.parts.chat.composer()->text(), QString());
    QCOMPARE(app.parts.chat.current()->messages()->count(), 2);
    QCOMPARE(app.message(0, MessageModel::SourceTextRole).toString(), QStringLiteral("Hello?"));
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), QStringLiteral("First **answer**."));
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Complete);
    QVERIFY(app.message(1, MessageModel::FooterRole).toString().contains(QStringLiteral("tokens")));
    QCOMPARE(finished.count(), 1);
    QCOMPARE(phases.count(), 3); // Prefill, Generating, Idle
    app.sendAndWait(QStringLiteral("More"));
    QCOMPARE(app.parts.chat.current()->messages()->copyText(3), QStringLiteral("Second answer."));
    QVERIFY(app.message(3, MessageModel::FooterRole).toString().contains(QStringLiteral("cached")));
}

void TestControllers::sendNeedsAModelAndText()
{
    App app;
    ChatController &chat = app.parts.chat;
    QVERIFY(!chat.canSend());
    app.send(QStringLiteral("nobody there"));
    QCOMPARE(chat.current()->messages()->count(), 0);
    QVERIFY(!chat.notice().isEmpty());
    QCOMPARE(chat.composer()->text(), QStringLiteral("nobody there")); // not lost
    chat.dismissNotice();
    QVERIFY(chat.notice().isEmpty());
    app.load();
    QVERIFY(chat.canSend());
    app.send(QStringLiteral(" \n\t"));
    QVERIFY(!chat.canSend());
    QCOMPARE(chat.current()->messages()->count(), 0);
}

void TestControllers::stopKeepsTheText()
{
    FakeOptions options = fast();
    options.holdAfterTokens = 3;
    App app(options);
    app.load();
    app.send(QStringLiteral("x"));
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Generating);
    QVERIFY(app.parts.chat.current()->busy());
    app.parts.chat.current()->stop();
    QCOMPARE(app.parts.chat.current()->phase(), ChatPhase::Stopping);
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Stopped);
    QVERIFY(QStringLiteral("First **answer**.").startsWith(app.parts.chat.current()->messages()->copyText(1)));
    QVERIFY(!app.parts.chat.current()->messages()->copyText(1).isEmpty());
    app.backend->release();
    app.sendAndWait(QStringLiteral("go on"));
    QCOMPARE(app.parts.chat.current()->messages()->count(), 4);
}

void TestControllers::stopInEveryPhase_data()
{
    QTest::addColumn<int>("holdPrefillAt");
    QTest::addColumn<bool>("atOnce");
    // Both wait in prefill: a worker that started early could otherwise have answered before the stop.
    QTest::newRow("perhaps before the worker starts") << 130 << true;
    QTest::newRow("in prefill") << 130 << false;
}

void TestControllers::stopInEveryPhase()
{
    QFETCH(int, holdPrefillAt);
    QFETCH(bool, atOnce);
    FakeOptions options = fast();
    options.holdPrefillAt = holdPrefillAt;
    App app(options);
    app.load();
    app.send(QStringLiteral("x").repeated(4000));
    if (!atOnce) {
        QTRY_VERIFY(app.parts.status.prefillProgress() > 0.1);
    }
    app.parts.chat.current()->stop();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Stopped);
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), QString());
}

void TestControllers::regenerate()
{
    App app;
    app.load();
    QVERIFY(!app.parts.chat.canRegenerate());
    app.parts.chat.regenerate();
    app.sendAndWait(QStringLiteral("q"));
    QVERIFY(app.parts.chat.canRegenerate());
    app.parts.chat.regenerate();
    QVERIFY(app.parts.chat.current()->busy());
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.parts.chat.current()->messages()->count(), 2);
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), QStringLiteral("First **answer**."));
    QCOMPARE(app.message(1, MessageModel::VersionCountRole).toInt(), 2); // the old one is still there
    QCOMPARE(app.backend->startedAnswers(), 2);
}

void TestControllers::newChatWhileBusy()
{
    FakeOptions options = fast();
    options.holdAfterTokens = 2;
    App app(options);
    app.load();
    app.send(QStringLiteral("x"));
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Generating);
    const double first = app.parts.chat.current()->chatId();
    QSignalSpy background(&app.parts.chat, &ChatController::finishedInBackground);
    app.parts.chat.newChat();
    QCOMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.parts.chat.current()->messages()->count(), 0);
    app.send(QStringLiteral("fresh"));
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Queued);
    app.backend->release();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.parts.chat.current()->messages()->count(), 2); // what the other answer still said went there
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), QStringLiteral("First **answer**."));
    QCOMPARE(background.count(), 1);
    QCOMPARE(background.first().first().toDouble(), first);
    app.parts.chat.open(first);
    QTRY_COMPARE(app.parts.chat.current()->chatId(), first);
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), QStringLiteral("First **answer**."));
}

void TestControllers::sendWhileLoadingWaits()
{
    FakeOptions options = fast();
    options.holdLoadAt = 0.5;
    App app(options);
    app.parts.models.openPath(QStringLiteral("/models/A.gguf"));
    QVERIFY(app.parts.chat.canSend() == false);
    app.parts.chat.composer()->setText(QStringLiteral("early"));
    QVERIFY(app.parts.chat.canSend());
    app.parts.chat.send();
    QCOMPARE(app.parts.chat.current()->phase(), ChatPhase::WaitingForModel);
    app.backend->release();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), QStringLiteral("First **answer**."));
}

void TestControllers::sendWhileLoadingThatFails()
{
    App app;
    app.parts.models.openPath(QStringLiteral("/models/broken.gguf"));
    app.send(QStringLiteral("early"));
    QCOMPARE(app.parts.chat.current()->phase(), ChatPhase::WaitingForModel);
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Failed);
    QVERIFY(!app.message(1, MessageModel::ErrorTextRole).toString().isEmpty());
    // The question is still there: with a model, "regenerate" answers it.
    app.load();
    app.parts.chat.regenerate();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), QStringLiteral("First **answer**."));
}

void TestControllers::stopWhileWaiting()
{
    FakeOptions options = fast();
    options.holdLoadAt = 0.5;
    App app(options);
    app.parts.models.openPath(QStringLiteral("/models/A.gguf"));
    app.send(QStringLiteral("early"));
    app.parts.chat.current()->stop();
    QCOMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    app.backend->release();
    QTRY_VERIFY(app.parts.models.ready());
    QCOMPARE(app.backend->startedAnswers(), 0);
}

void TestControllers::errorInMidAnswer()
{
    FakeOptions options = fast();
    options.failAfterTokens = 2;
    options.generationError = { InferenceError::Code::Numeric, QStringLiteral("A.gguf: NaN at token 2") };
    App app(options);
    app.load();
    app.sendAndWait(QStringLiteral("x"));
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Failed);
    const QString error = app.message(1, MessageModel::ErrorTextRole).toString();
    QVERIFY(error.contains(QStringLiteral("invalid numbers")));
    QVERIFY(error.contains(QStringLiteral("NaN at token 2")));
    QVERIFY(!app.parts.chat.current()->messages()->copyText(1).isEmpty());
    QVERIFY(app.parts.chat.canRegenerate());
}

void TestControllers::contextFull()
{
    FakeOptions options = fast();
    options.contextSize = 16;
    App app(options);
    app.load();
    app.sendAndWait(QStringLiteral("x"));
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::LengthReached);
    QVERIFY(app.parts.status.contextNearlyFull());
}

void TestControllers::titleIsTheFirstLine()
{
    App app;
    app.load();
    QSignalSpy changed(app.parts.chat.current(), &ChatSession::titleChanged);
    QCOMPARE(app.parts.chat.current()->title(), QString());
    app.sendAndWait(QStringLiteral("  Fix   this\nplease"));
    QCOMPARE(app.parts.chat.current()->title(), QStringLiteral("Fix this"));
    QVERIFY(changed.count() > 0);
    app.parts.chat.newChat();
    app.sendAndWait(QStringLiteral("word ").repeated(100));
    QVERIFY(app.parts.chat.current()->title().size() <= 60);
    QVERIFY(app.parts.chat.current()->title().endsWith(QStringLiteral("…")));
}

void TestControllers::copiesTheSource()
{
    App app;
    app.load();
    app.sendAndWait(QStringLiteral("q"));
    app.parts.chat.current()->copyMessage(1);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("First **answer**."));
}

void TestControllers::loadProgress()
{
    FakeOptions options = fast();
    options.holdLoadAt = 0.5;
    App app(options);
    ModelController &models = app.parts.models;
    QCOMPARE(models.state(), ModelController::NoModel);
    models.openPath(QStringLiteral("/models/A.gguf"));
    QCOMPARE(models.state(), ModelController::Loading);
    QCOMPARE(models.loadingName(), QStringLiteral("A.gguf"));
    QCOMPARE(models.loadProgress(), -1.0);
    QTRY_VERIFY(models.loadProgress() > 0.49);
    QVERIFY(models.loadText().contains(QStringLiteral("GB")));
    app.backend->release();
    QTRY_COMPARE(models.state(), ModelController::Ready);
    QCOMPARE(models.loadProgress(), -1.0);
    QCOMPARE(models.loadText(), QString());
    QCOMPARE(models.name(), QStringLiteral("A"));
    QCOMPARE(models.details(), QStringLiteral("Q4_K · 4.7 GB · 8k context"));
    QCOMPARE(models.recentFiles()->rowCount(), 1);
}

void TestControllers::failedLoadExplains()
{
    App app;
    app.parts.models.openPath(QStringLiteral("/models/broken.gguf"));
    QTRY_VERIFY(app.parts.models.hasError());
    QCOMPARE(app.parts.models.error().title, QStringLiteral("The end of the file is missing"));
    QCOMPARE(app.parts.models.error().text, QStringLiteral("broken.gguf: ends at byte 7"));
    QVERIFY(app.parts.models.error().hint.contains(QStringLiteral("Download")));
    QCOMPARE(app.parts.models.state(), ModelController::NoModel);
    QCOMPARE(app.parts.models.recentFiles()->rowCount(), 0); // only what has worked once
}

void TestControllers::failedLoadKeepsTheModel()
{
    App app;
    app.load();
    app.parts.models.openPath(QStringLiteral("/models/broken.gguf"));
    QVERIFY(app.parts.models.ready());
    QCOMPARE(app.parts.models.state(), ModelController::Loading);
    QTRY_VERIFY(app.parts.models.hasError());
    QCOMPARE(app.parts.models.state(), ModelController::Ready);
    QCOMPARE(app.parts.models.filePath(), QStringLiteral("/models/A.gguf"));
    app.sendAndWait(QStringLiteral("still there?"));
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Complete);
}

void TestControllers::retryAndDismiss()
{
    App app;
    QSignalSpy errors(&app.parts.models, &ModelController::errorChanged);
    app.parts.models.retry(); // nothing to retry
    app.parts.models.openPath(QStringLiteral("/models/broken.gguf"));
    QTRY_COMPARE(errors.count(), 1);
    app.parts.models.retry();
    QVERIFY(!app.parts.models.hasError());
    QTRY_VERIFY(app.parts.models.hasError());
    app.parts.models.dismissError();
    QVERIFY(!app.parts.models.hasError());
    QCOMPARE(app.parts.models.error().text, QString());
}

void TestControllers::cancelLoad()
{
    FakeOptions options = fast();
    options.holdLoadAt = 0.5;
    App app(options);
    app.parts.models.openPath(QStringLiteral("/models/A.gguf"));
    QTRY_VERIFY(app.parts.models.loadProgress() > 0.49);
    app.parts.models.cancelLoad();
    QTRY_COMPARE(app.parts.models.state(), ModelController::NoModel);
    QVERIFY(!app.parts.models.hasError()); // the user knows
}

void TestControllers::unload()
{
    App app;
    app.load();
    app.parts.models.unload();
    QTRY_COMPARE(app.parts.models.state(), ModelController::NoModel);
    QCOMPARE(app.parts.models.name(), QString());
    QCOMPARE(app.parts.models.details(), QString());
    QVERIFY(!app.parts.chat.canSend());
    QTRY_VERIFY(app.parts.status.memory().isEmpty());
}

void TestControllers::urls()
{
    App app;
    app.parts.models.open(QUrl(QStringLiteral("https://example.org/model.gguf")));
    QVERIFY(app.parts.models.hasError());
    QVERIFY(!app.parts.models.loading());
    app.parts.models.open(QUrl::fromLocalFile(QStringLiteral("/models/with space %20.gguf")));
    QTRY_COMPARE(app.parts.models.filePath(), QStringLiteral("/models/with space %20.gguf"));
    QVERIFY(!app.parts.models.hasError());
}

void TestControllers::chatSurvivesAModelSwitch()
{
    App app;
    app.load();
    app.sendAndWait(QStringLiteral("one"));
    app.load(QStringLiteral("/models/B.gguf"));
    QCOMPARE(app.parts.chat.current()->messages()->count(), 2);
    app.sendAndWait(QStringLiteral("two"));
    QCOMPARE(app.parts.chat.current()->messages()->copyText(3), QStringLiteral("Second answer."));
    const RecentFilesModel *recent = app.parts.models.recentFiles();
    QCOMPARE(recent->data(recent->index(0), RecentFilesModel::CurrentRole).toBool(), true);
    QCOMPARE(recent->data(recent->index(1), RecentFilesModel::CurrentRole).toBool(), false);
}

// Who never opened a model of their own begins with the starter model; it never becomes a recent file, and whoever opened
// another one is never given it again.
void TestControllers::starterModelComesFirstOnce()
{
    FakeOptions options = fast();
    options.starter = QStringLiteral("/share/vibrant-starter.gguf");
    QTemporaryDir folder;
    const auto firstModel = [&] {
        App app(options, folder.path());
        app.parts.models.openFirst();
        QTest::qWait(50);
        return app.parts.models.filePath();
    };
    QCOMPARE(firstModel(), options.starter);
    QCOMPARE(firstModel(), options.starter); // nothing else was opened in between
    {
        App app(options, folder.path());
        app.load(options.starter);
        QVERIFY(app.parts.models.starter());
        QVERIFY(app.parts.models.notice().contains(u"starter"));
        QCOMPARE(app.parts.models.recentFiles()->rowCount(), 0);
        app.load();
        QVERIFY(!app.parts.models.starter());
        QVERIFY(app.parts.models.notice().isEmpty());
        QCOMPARE(app.parts.models.recentFiles()->rowCount(), 1);
        app.parts.models.recentFiles()->clear();
    }
    QCOMPARE(firstModel(), QString());
}

QTEST_MAIN(TestControllers)
#include "tst_controllers.moc"
