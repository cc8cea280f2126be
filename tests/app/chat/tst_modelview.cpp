// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What of a chat the model is shown, and what happens when that does not fit or the answer comes to an end.
#include <QSignalSpy>

#include "chats/chatjson.h"
#include "tests/app/apprig.h"

class TestModelView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotFitIsNotSent();
    void enterRightAfterMakingRoomSends();
    void aPromptThatDoesNotFitSaysSo();
    void theViewSurvivesARestart();
    void theViewIsCopiedAndExported();
    void theQuestionItselfIsAlwaysSeen();
    void theViewFollowsTheVersions();
    void theLimitIsNotTheContext();
    void detailsNameTheEnd();
    void thoughtsAreNotSentAgain();
    void thoughtsOfAnAnswerThatGoesOn();
    void offersTheModelThatAnswered();

private:
    static void open(App &app, double chat)
    {
        app.parts.chat.open(chat);
        QTRY_COMPARE(app.parts.chat.current()->chatId(), chat);
    }
    static QStringList sent(App &app)
    {
        QStringList texts;
        for (const ChatTurn &turn : app.backend->lastPrompt()) {
            texts << turn.text;
        }
        return texts;
    }
    static QString details(App &app, int row) { return app.message(row, MessageModel::DetailsRole).toString(); }
};

namespace
{
FakeOptions small(int contextSize)
{
    FakeOptions options = fast();
    options.contextSize = contextSize;
    return options;
}
}

void TestModelView::whatDoesNotFitIsNotSent()
{
    App app(small(512)); // 448 for a prompt
    app.load();
    ChatController &chat = app.parts.chat;
    QSignalSpy wanted(&chat, &ChatController::fitWanted);
    const QString question = QStringLiteral("x").repeated(4 * 200);
    app.sendAndWait(question);
    chat.composer()->setText(question);
    QTRY_VERIFY(chat.composer()->cost()->known() && !chat.composer()->cost()->counting());
    chat.send(); // 420: this one fits
    QTRY_COMPARE(chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(wanted.count(), 0);
    chat.composer()->setText(question);
    QTRY_VERIFY(!chat.composer()->cost()->fits());
    chat.send();
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(chat.current()->messages()->count(), 4);
    QCOMPARE(chat.composer()->text(), question);
    QCOMPARE(app.backend->startedAnswers(), 2);
}

void TestModelView::enterRightAfterMakingRoomSends()
{
    App app(small(512));
    app.load();
    ChatController &chat = app.parts.chat;
    const QString question = QStringLiteral("x").repeated(4 * 200);
    app.sendAndWait(question);
    app.sendAndWait(question);
    chat.composer()->setText(question);
    QTRY_VERIFY(!chat.composer()->cost()->fits());
    ContextFit *fit = chat.composer()->fit();
    fit->refresh(chat.current()->messages());
    QTRY_VERIFY(fit->fits());
    fit->apply();
    QSignalSpy wanted(&chat, &ChatController::fitWanted);
    chat.send(); // the price is still the old one
    QTRY_COMPARE(chat.current()->messages()->count(), 6);
    QTRY_COMPARE(chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(wanted.count(), 0);
    QCOMPARE(sent(app).last(), question);
    QVERIFY(sent(app).size() < 5);
}

void TestModelView::aPromptThatDoesNotFitSaysSo()
{
    App app(small(64));
    app.load();
    app.sendAndWait(QStringLiteral("x").repeated(4 * 100)); // faster than it was counted
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::TooLong);
    QVERIFY(app.message(1, MessageModel::ErrorTextRole).toString().contains(QStringLiteral("too long")));
}

void TestModelView::theViewSurvivesARestart()
{
    QTemporaryDir folder;
    double id = 0;
    {
        App app(fast(), folder.path());
        app.load();
        app.sendAndWait(QStringLiteral("one"));
        app.sendAndWait(QStringLiteral("two"));
        app.parts.chat.current()->messages()->setViewStart(2);
        app.sendAndWait(QStringLiteral("three"));
        QCOMPARE(sent(app),
            QStringList({ QStringLiteral("two"), QStringLiteral("Second answer."), QStringLiteral("three") }));
        id = app.parts.chat.current()->chatId();
    }
    {
        App app(fast(), folder.path());
        app.load();
        open(app, id);
        QCOMPARE(app.parts.chat.current()->messages()->viewStart(), 2);
        app.sendAndWait(QStringLiteral("four"));
        QCOMPARE(sent(app).first(), QStringLiteral("two"));
        QCOMPARE(sent(app).size(), 5);
        app.parts.chat.current()->messages()->setViewStart(0); // and it can be taken back
    }
    App app(fast(), folder.path());
    app.load();
    open(app, id);
    QCOMPARE(app.parts.chat.current()->messages()->viewStart(), 0);
    app.sendAndWait(QStringLiteral("five"));
    QCOMPARE(sent(app).first(), QStringLiteral("one"));
}

void TestModelView::theViewIsCopiedAndExported()
{
    App app;
    app.load();
    app.sendAndWait(QStringLiteral("one"));
    app.sendAndWait(QStringLiteral("two"));
    app.parts.chat.current()->messages()->setViewStart(2);
    const double id = app.parts.chat.current()->chatId();
    app.parts.chats.duplicate(id);
    QTRY_COMPARE_NE(app.parts.chat.current()->chatId(), id);
    QCOMPARE(app.parts.chat.current()->messages()->viewStart(), 2);
    QFuture<QList<ChatContents>> all = app.parts.store.everything();
    QTRY_VERIFY(all.isFinished());
    const auto read = ChatJson::read(ChatJson::write(all.result()));
    QVERIFY(read.has_value());
    QCOMPARE(read->first().chat.hiddenUpTo, 2);
    QCOMPARE(read->first().messages.size(), 4);
}

void TestModelView::theQuestionItselfIsAlwaysSeen()
{
    App app;
    app.load();
    app.sendAndWait(QStringLiteral("one"));
    app.sendAndWait(QStringLiteral("two"));
    app.parts.chat.current()->messages()->setViewStart(4); // what the next question was meant to see
    app.parts.chat.regenerate(3);
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(sent(app), QStringList(QStringLiteral("two")));
}

// What was left out stays out in other versions of what follows it, and only there.
void TestModelView::theViewFollowsTheVersions()
{
    App app;
    app.load();
    app.sendAndWait(QStringLiteral("one"));
    app.sendAndWait(QStringLiteral("two"));
    app.parts.chat.current()->messages()->setViewStart(3);
    QSignalSpy moved(app.parts.chat.current()->messages(), &MessageModel::viewStartChanged);
    app.parts.chat.editQuestion(2, QStringLiteral("dos"));
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(sent(app), QStringList(QStringLiteral("dos")));
    QCOMPARE(app.parts.chat.current()->messages()->viewStart(), 2);
    QVERIFY(moved.count() > 0);
    app.parts.chat.editQuestion(0, QStringLiteral("uno"));
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.parts.chat.current()->messages()->viewStart(), 0);
    app.parts.chat.current()->showVersion(0, 1);
    app.parts.chat.current()->showVersion(2, 1);
    QCOMPARE(app.parts.chat.current()->messages()->viewStart(), 3);
}

void TestModelView::theLimitIsNotTheContext()
{
    App app(small(64));
    app.load();
    QSignalSpy finished(&app.parts.chat, &ChatController::answerFinished);
    choose(app.parts.chat, &SamplingOptions::maxTokens, 2);
    app.sendAndWait(QStringLiteral("x"));
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::LimitReached);
    QVERIFY(!finished.last().first().toString().contains(QStringLiteral("context")));
    QVERIFY(app.parts.chat.current()->canContinue(1));
    choose(app.parts.chat, &SamplingOptions::maxTokens, 0);
    app.parts.chat.continueAnswer();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Complete);
    app.sendAndWait(QStringLiteral("x").repeated(150));
    QCOMPARE(app.message(3, MessageModel::MessageStateRole).toInt(), MessageState::LengthReached);
    QVERIFY(finished.last().first().toString().contains(QStringLiteral("context is full")));
}

void TestModelView::detailsNameTheEnd()
{
    QTemporaryDir folder;
    double id = 0;
    {
        App app(fast(), folder.path());
        app.load();
        app.sendAndWait(QStringLiteral("one"));
        QVERIFY(details(app, 1).contains(QStringLiteral("Ended: the model was done")));
        choose(app.parts.chat, &SamplingOptions::maxTokens, 1);
        app.sendAndWait(QStringLiteral("two"));
        const GenerationFigures figures = app.parts.chat.current()->figures();
        QVERIFY(figures.cachedTokens > 0);
        QVERIFY(details(app, 3).contains(QStringLiteral("Ended: this chat's limit of tokens")));
        QVERIFY(details(app, 3).contains(QStringLiteral("%1 cached and %2 new")
                .arg(figures.cachedTokens)
                .arg(figures.promptTokens - figures.cachedTokens)));
        id = app.parts.chat.current()->chatId();
    }
    App app(fast(), folder.path());
    open(app, id);
    QVERIFY(details(app, 3).contains(QStringLiteral("Ended: this chat's limit of tokens"))); // it is stored
}

void TestModelView::thoughtsAreNotSentAgain()
{
    FakeOptions options = fast();
    const QString answer = QStringLiteral("<think>\nLet me see. <b>\n</think>\n\nSeven.");
    options.answers = { answer, QStringLiteral("<think>\ncut off") };
    App app(options);
    app.load();
    app.sendAndWait(QStringLiteral("one"));
    app.sendAndWait(QStringLiteral("two"));
    QCOMPARE(sent(app), QStringList({ QStringLiteral("one"), QStringLiteral("Seven."), QStringLiteral("two") }));
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), answer); // stored and shown as it was
    QCOMPARE(app.parts.chat.current()->messages()->promptOf(1), QStringLiteral("Seven."));
    app.sendAndWait(QStringLiteral("three"));
    QCOMPARE(sent(app).at(3), options.answers.last()); // all there is
}

void TestModelView::thoughtsOfAnAnswerThatGoesOn()
{
    FakeOptions options = fast();
    options.answers
        = { QStringLiteral("<think>hm</think>A long answer that is cut in the middle of it, and goes on.") };
    App app(options);
    app.load();
    choose(app.parts.chat, &SamplingOptions::maxTokens, 10);
    app.sendAndWait(QStringLiteral("one"));
    choose(app.parts.chat, &SamplingOptions::maxTokens, 0);
    app.parts.chat.continueAnswer();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QVERIFY(sent(app).last().startsWith(QStringLiteral("<think>hm</think>A")));
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), options.answers.first());
}

void TestModelView::offersTheModelThatAnswered()
{
    QTemporaryDir folder;
    double id = 0;
    {
        App app(fast(), folder.path());
        app.load(QStringLiteral("/models/A.gguf"));
        app.sendAndWait(QStringLiteral("one"));
        id = app.parts.chat.current()->chatId();
        QCOMPARE(app.parts.chat.otherModel(), QString());
        app.load(QStringLiteral("/models/B.gguf")); // chosen while the chat is shown
        QCOMPARE(app.parts.chat.otherModel(), QString());
        app.parts.chat.newChat();
        QCOMPARE(app.parts.chat.otherModel(), QString());
        QSignalSpy changed(&app.parts.chat, &ChatController::otherModelChanged);
        open(app, id);
        QCOMPARE(app.parts.chat.otherModel(), QStringLiteral("A"));
        QVERIFY(changed.count() > 0);
        // One answer by the new one, and that is the model of the chat.
        app.sendAndWait(QStringLiteral("two"));
        QCOMPARE(app.parts.chat.otherModel(), QString());
        app.parts.chat.newChat();
        open(app, id);
        QCOMPARE(app.parts.chat.otherModel(), QString());
    }
    App app(fast(), folder.path());
    open(app, id); // with no model at all
    QCOMPARE(app.parts.chat.otherModel(), QStringLiteral("B"));
    QCOMPARE(app.parts.models.state(), ModelController::NoModel); // by itself nothing is opened
    app.parts.chat.openOtherModel();
    QTRY_COMPARE(app.parts.models.filePath(), QStringLiteral("/models/B.gguf"));
    QTRY_VERIFY(!app.parts.models.loading());
    QCOMPARE(app.parts.chat.otherModel(), QString());
}

QTEST_MAIN(TestModelView)
#include "tst_modelview.moc"
