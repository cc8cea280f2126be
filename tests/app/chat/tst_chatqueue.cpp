// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Several chats at a time: answers in turn, chats that come and go meanwhile, and chats that are not kept.
#include <QSignalSpy>

#include "tests/app/apprig.h"

class TestChatQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chatsAreAnsweredInTurn();
    void aQueuedAnswerCanBeStopped();
    void sendWhileLoadingInTwoChats();
    void aTemporaryChatLeavesNothing();
    void deletingABusyChat();
    void theLatestOpenWins();
    void withoutADisk();
    void figuresOfTheShownChat();
};

namespace
{
const QString kFirst = QStringLiteral("First **answer**.");
}

void TestChatQueue::chatsAreAnsweredInTurn()
{
    App app(held(2));
    app.load();
    QList<double> chats;
    for (const char *question : { "one", "two", "three" }) {
        app.parts.chat.newChat();
        app.send(QString::fromLatin1(question));
        chats << app.parts.chat.current()->chatId();
    }
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Queued);
    QCOMPARE(app.parts.chat.openChats().busy().size(), 3);
    QTRY_COMPARE(app.backend->startedAnswers(), 1);
    app.open(chats[0]);
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Generating);
    app.open(chats[1]);
    QCOMPARE(app.parts.chat.current()->phase(), ChatPhase::Queued);
    QSignalSpy background(&app.parts.chat, &ChatController::finishedInBackground);
    app.backend->release();
    QTRY_COMPARE(app.backend->startedAnswers(), 3);
    QTRY_VERIFY(app.parts.chat.openChats().busy().isEmpty());
    QCOMPARE(background.count(), 2);
    QCOMPARE(background[0].first().toDouble(), chats[0]);
    QCOMPARE(background[1].first().toDouble(), chats[2]);
    for (const double chat : chats) {
        app.open(chat);
        QCOMPARE(app.parts.chat.current()->messages()->copyText(1), kFirst);
    }
}

void TestChatQueue::aQueuedAnswerCanBeStopped()
{
    App app(held(2));
    app.load();
    app.send(QStringLiteral("one"));
    app.parts.chat.newChat();
    app.send(QStringLiteral("two"));
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Queued);
    app.parts.chat.current()->stop();
    QCOMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Stopped);
    app.backend->release();
    QTRY_VERIFY(app.parts.chat.openChats().busy().isEmpty());
    QCOMPARE(app.backend->startedAnswers(), 1);
}

void TestChatQueue::sendWhileLoadingInTwoChats()
{
    FakeOptions options = fast();
    options.holdLoadAt = 0.5;
    App app(options);
    app.parts.models.openPath(QStringLiteral("/models/A.gguf"));
    app.send(QStringLiteral("one"));
    const double first = app.parts.chat.current()->chatId();
    app.parts.chat.newChat();
    app.send(QStringLiteral("two"));
    QCOMPARE(app.parts.chat.current()->phase(), ChatPhase::WaitingForModel);
    QTRY_COMPARE(app.parts.chat.queue().phase(), ChatPhase::WaitingForModel);
    app.backend->release();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), kFirst);
    app.open(first);
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), kFirst);
}

void TestChatQueue::aTemporaryChatLeavesNothing()
{
    App app;
    app.load();
    app.parts.chat.newTemporaryChat();
    QVERIFY(app.parts.chat.current()->temporary());
    choose(app.parts.chat, &SamplingOptions::temperature, 0.1);
    app.sendAndWait(QStringLiteral("a secret"));
    app.parts.chat.regenerate();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    app.parts.chat.current()->showVersion(1, 1);
    app.parts.chat.current()->editAnswer(1, QStringLiteral("mine"));
    app.parts.chat.continueAnswer();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    app.parts.chat.composer()->setText(QStringLiteral("draft"));
    const double chat = app.parts.chat.current()->chatId();
    app.parts.chat.newChat();
    QVERIFY(!app.parts.chat.current()->temporary());
    QFuture<QList<ChatContents>> all = app.parts.store.everything();
    QTRY_VERIFY(all.isFinished());
    QCOMPARE(all.result().size(), 0);
    app.parts.chat.open(chat);
    QTRY_VERIFY(!app.parts.chat.notice().isEmpty()); // it is gone
    // Leaving it stops it.
    app.parts.chat.newTemporaryChat();
    app.send(QStringLiteral("another secret"));
    app.parts.chat.newChat();
    QTRY_VERIFY(app.parts.chat.openChats().busy().isEmpty());
    app.sendAndWait(QStringLiteral("public"));
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), kFirst);
}

void TestChatQueue::deletingABusyChat()
{
    App app(held(2));
    app.load();
    app.send(QStringLiteral("one"));
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Generating);
    const auto chat = static_cast<ChatId>(app.parts.chat.current()->chatId());
    app.parts.store.moveToTrash(chat);
    QTRY_VERIFY(app.parts.chat.current()->chatId() != static_cast<double>(chat));
    QTRY_VERIFY(app.parts.chat.openChats().busy().isEmpty());
    app.backend->release();
    app.sendAndWait(QStringLiteral("two")); // the engine is free
    app.parts.store.restore(chat);
    app.open(static_cast<double>(chat));
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Stopped);
    app.parts.store.remove(chat);
    QTRY_VERIFY(app.parts.chat.current()->chatId() != static_cast<double>(chat));
}

void TestChatQueue::theLatestOpenWins()
{
    App app;
    app.load();
    const double one = app.makeChat(QStringLiteral("one")), two = app.makeChat(QStringLiteral("two"));
    app.parts.chat.newChat();
    app.parts.chat.open(one);
    app.parts.chat.open(two);
    QTRY_COMPARE(app.parts.chat.current()->chatId(), two);
    app.parts.chat.newChat();
    const double fresh = app.parts.chat.current()->chatId();
    app.parts.chat.open(one);
    app.parts.chat.newChat(); // after all
    QTest::qWait(50);
    QCOMPARE(app.parts.chat.current()->chatId(), fresh);
    app.parts.chat.open(77);
    QTRY_VERIFY(!app.parts.chat.notice().isEmpty());
    QCOMPARE(app.parts.chat.current()->chatId(), fresh);
}

void TestChatQueue::withoutADisk()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("chats.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    App other(fast(), folder.path()); // has the file
    QTRY_COMPARE(other.parts.store.state(), ChatStore::State::OnDisk);
    App app(fast(), folder.path());
    app.load();
    app.sendAndWait(QStringLiteral("one"));
    QCOMPARE(app.parts.store.state(), ChatStore::State::InMemory);
    const double one = app.parts.chat.current()->chatId();
    app.makeChat(QStringLiteral("two"));
    app.open(one);
    QCOMPARE(app.shown(), QStringList({ QStringLiteral("one"), kFirst }));
}

void TestChatQueue::figuresOfTheShownChat()
{
    App app;
    app.load();
    const double one = app.makeChat(QStringLiteral("a question that takes a few tokens ").repeated(20));
    const int used = app.parts.status.contextUsed();
    QVERIFY(used > 100);
    app.makeChat(QStringLiteral("short"));
    QVERIFY(app.parts.status.contextUsed() < used);
    app.open(one);
    QTRY_COMPARE(app.parts.status.contextUsed(), used);
    app.parts.chat.newChat();
    QTRY_COMPARE(app.parts.status.contextUsed(), 0);
}

QTEST_MAIN(TestChatQueue)
#include "tst_chatqueue.moc"
