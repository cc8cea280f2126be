// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Chats on disk, through the ChatController: versions, continuing, several at a time, and what is there after a restart.
#include <QDirIterator>
#include <QSignalSpy>

#include "documents/blockmodel.h"
#include "tests/app/apprig.h"

class TestChats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theQuestionIsOnDiskBeforeTheAnswerBegins();
    void everythingIsThereAfterARestart();
    void editingAQuestionKeepsTheOldOne();
    void regenerateInTheMiddle();
    void editingAnAnswer();
    void versionsSurviveARestart();
    void continuesAStoppedAnswer();
    void continuesAfterARestart();
    void draftsBelongToTheirChat();
    void optionsBelongToTheirChat();
    void aSearchHitIsShownInItsVersion();
    void aLongChatOpensLazily();
    void deletingAllLeavesNoWordOnTheDisk();
    void aDeletedChatLeavesNoWordInTheFile();
    void aChatThatIsLeftNeverOutlivesTheQueue();
};

namespace
{
const QString kFirst = QStringLiteral("First **answer**."), kSecond = QStringLiteral("Second answer.");
}

void TestChats::theQuestionIsOnDiskBeforeTheAnswerBegins()
{
    App app;
    app.load();
    QStringList order;
    connect(&app.parts.chat.openChats(), &OpenChats::committed, this,
        [&](qint64, qsizetype characters) { order << QStringLiteral("committed %1").arg(characters); });
    connect(&app.parts.chat, &ChatController::phaseChanged, this, [&] {
        if (app.parts.chat.queue().running()) {
            order << QStringLiteral("engine");
        }
    });
    app.sendAndWait(QStringLiteral("12345"));
    QTRY_COMPARE(order.last(), QStringLiteral("committed %1").arg(kFirst.size()));
    QCOMPARE(order.first(), QStringLiteral("committed 5"));
    QVERIFY(order.indexOf(QStringLiteral("engine")) > 0);
}

void TestChats::everythingIsThereAfterARestart()
{
    QTemporaryDir folder;
    double chat = 0;
    {
        App app(fast(), folder.path());
        app.load();
        chat = app.makeChat(QStringLiteral("  What is it?\nSay."));
        app.sendAndWait(QStringLiteral("More"));
        QCOMPARE(app.parts.chat.current()->title(), QStringLiteral("What is it?"));
    }
    App app(fast(), folder.path());
    QCOMPARE(app.parts.chat.current()->messages()->count(), 0); // starts with a new one
    app.open(chat);
    QCOMPARE(
        app.shown(), QStringList({ QStringLiteral("  What is it?\nSay."), kFirst, QStringLiteral("More"), kSecond }));
    QCOMPARE(app.parts.chat.current()->title(), QStringLiteral("What is it?"));
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Complete);
    QVERIFY(app.message(3, MessageModel::FooterRole).toString().contains(QStringLiteral("tokens")));
    const QString details = app.message(3, MessageModel::DetailsRole).toString();
    for (const char *part : { "Model: A", "cached", "Seed: ", "First token", "Context: " }) {
        QVERIFY2(details.contains(QString::fromLatin1(part)), part);
    }
    // And it goes on.
    app.load();
    app.sendAndWait(QStringLiteral("And more"));
    QCOMPARE(app.parts.chat.current()->messages()->count(), 6);
}

void TestChats::editingAQuestionKeepsTheOldOne()
{
    App app;
    app.load();
    app.makeChat(QStringLiteral("one"));
    app.sendAndWait(QStringLiteral("two"));
    ChatController &chat = app.parts.chat;
    chat.editQuestion(0, QStringLiteral("  ")); // not a question
    chat.editQuestion(1, QStringLiteral("not a question"));
    QCOMPARE(app.shown().size(), 4);
    chat.editQuestion(0, QStringLiteral("uno"));
    QTRY_COMPARE(chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.shown(), QStringList({ QStringLiteral("uno"), kFirst }));
    QCOMPARE(app.message(0, MessageModel::VersionRole).toInt(), 2);
    QCOMPARE(app.message(0, MessageModel::VersionCountRole).toInt(), 2);
    QCOMPARE(chat.current()->title(), QStringLiteral("one")); // the chat keeps its name
    chat.current()->showVersion(0, 1);
    QCOMPARE(app.shown(), QStringList({ QStringLiteral("one"), kFirst, QStringLiteral("two"), kSecond }));
    chat.current()->showVersion(0, 3); // there is none
    chat.current()->showVersion(0, 0);
    QCOMPARE(app.shown().size(), 4);
}

void TestChats::regenerateInTheMiddle()
{
    App app;
    app.load();
    app.makeChat(QStringLiteral("one"));
    app.sendAndWait(QStringLiteral("two"));
    app.parts.chat.regenerate(1);
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.shown(), QStringList({ QStringLiteral("one"), kFirst }));
    QCOMPARE(app.message(1, MessageModel::VersionCountRole).toInt(), 2);
    app.parts.chat.current()->showVersion(1, 1);
    QCOMPARE(app.shown().size(), 4);
    app.parts.chat.regenerate();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.shown().size(), 4);
    QCOMPARE(app.message(3, MessageModel::VersionCountRole).toInt(), 2);
}

void TestChats::editingAnAnswer()
{
    App app;
    app.load();
    app.makeChat(QStringLiteral("one"));
    app.parts.chat.current()->editAnswer(0, QStringLiteral("not an answer"));
    app.parts.chat.current()->editAnswer(1, QStringLiteral("Mine"));
    QCOMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.shown(), QStringList({ QStringLiteral("one"), QStringLiteral("Mine") }));
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Edited);
    QCOMPARE(app.message(1, MessageModel::VersionCountRole).toInt(), 2);
    QVERIFY(app.parts.chat.current()->canContinue(1));
    QCOMPARE(app.backend->startedAnswers(), 1);
    app.sendAndWait(QStringLiteral("two"));
    QCOMPARE(
        app.shown(), QStringList({ QStringLiteral("one"), QStringLiteral("Mine"), QStringLiteral("two"), kSecond }));
}

void TestChats::versionsSurviveARestart()
{
    QTemporaryDir folder;
    double chat = 0;
    {
        App app(fast(), folder.path());
        app.load();
        chat = app.makeChat(QStringLiteral("one"));
        app.parts.chat.editQuestion(0, QStringLiteral("uno"));
        QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
        app.parts.chat.regenerate();
        QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
        app.parts.chat.current()->showVersion(1, 1);
    }
    App app(fast(), folder.path());
    app.open(chat);
    QCOMPARE(app.message(0, MessageModel::VersionRole).toInt(), 2);
    QCOMPARE(app.message(1, MessageModel::VersionRole).toInt(), 1);
    QCOMPARE(app.message(1, MessageModel::VersionCountRole).toInt(), 2);
    app.parts.chat.current()->showVersion(0, 1);
    QCOMPARE(app.message(0, MessageModel::SourceTextRole).toString(), QStringLiteral("one"));
    QCOMPARE(app.parts.chat.current()->messages()->count(), 2);
}

void TestChats::continuesAStoppedAnswer()
{
    App app(held(2));
    app.load();
    app.send(QStringLiteral("x"));
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Generating);
    app.parts.chat.current()->stop();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QVERIFY(app.parts.chat.current()->canContinue(1));
    QVERIFY(!app.parts.chat.current()->canContinue(0));
    const QString part = app.parts.chat.current()->messages()->copyText(1);
    QVERIFY(part.size() < kFirst.size());
    app.backend->release();
    app.parts.chat.continueAnswer();
    QVERIFY(app.parts.chat.current()->busy());
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.shown(), QStringList({ QStringLiteral("x"), kFirst }));
    QCOMPARE(app.message(1, MessageModel::VersionCountRole).toInt(), 1);
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Complete);
    QVERIFY(!app.parts.chat.current()->canContinue(1));
}

void TestChats::continuesAfterARestart()
{
    QTemporaryDir folder;
    double chat = 0;
    {
        App app(held(2), folder.path());
        app.load();
        app.send(QStringLiteral("x"));
        QTRY_VERIFY(!app.parts.chat.current()->messages()->copyText(1).isEmpty());
        chat = app.parts.chat.current()->chatId();
    } // in the middle of the answer
    App app(fast(), folder.path());
    app.load();
    app.open(chat);
    QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Interrupted);
    const QString part = app.parts.chat.current()->messages()->copyText(1);
    QVERIFY(!part.isEmpty() && kFirst.startsWith(part));
    QVERIFY(app.parts.chat.current()->canContinue(1));
    app.parts.chat.continueAnswer();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.parts.chat.current()->messages()->copyText(1), kFirst);
}

void TestChats::draftsBelongToTheirChat()
{
    QTemporaryDir folder;
    double one = 0, two = 0;
    {
        App app(fast(), folder.path());
        app.load();
        one = app.makeChat(QStringLiteral("one"));
        app.parts.chat.composer()->setText(QStringLiteral("half of one"));
        two = app.makeChat(QStringLiteral("two"));
        QCOMPARE(app.parts.chat.composer()->text(), QString());
        app.parts.chat.composer()->setText(QStringLiteral("half of two"));
        app.open(one);
        QCOMPARE(app.parts.chat.composer()->text(), QStringLiteral("half of one"));
        app.open(two);
        QCOMPARE(app.parts.chat.composer()->text(), QStringLiteral("half of two"));
    }
    App app(fast(), folder.path());
    app.open(one);
    QCOMPARE(app.parts.chat.composer()->text(), QStringLiteral("half of one"));
    app.open(two);
    QCOMPARE(app.parts.chat.composer()->text(), QStringLiteral("half of two"));
    app.load();
    app.parts.chat.send();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    app.open(one);
    app.open(two);
    QCOMPARE(app.parts.chat.composer()->text(), QString()); // sent
}

void TestChats::optionsBelongToTheirChat()
{
    QTemporaryDir folder;
    double one = 0;
    {
        App app(fast(), folder.path());
        app.load();
        ChatController &chat = app.parts.chat;
        chat.current()->setSystemPrompt(QStringLiteral("Be brief."));
        SamplingOptions sampling {
            .temperature = 0.25, .topK = 7, .topP = 9, .minP = 0.1, .repeatPenalty = 1.25, .maxTokens = 500
        };
        sampling.setSeedText(QStringLiteral("18446744073709551615"));
        chat.current()->setSampling(sampling);
        one = app.makeChat(QStringLiteral("one"));
        QVERIFY(app.message(1, MessageModel::DetailsRole).toString().contains(QStringLiteral("18446744073709551615")));
        chat.newChat();
        QCOMPARE(chat.current()->systemPrompt(), QString());
        QCOMPARE(chat.current()->sampling(), SamplingOptions()); // nothing is chosen
        QCOMPARE(chat.current()->sampling().seedText(), QString());
        sampling.setSeedText(QStringLiteral("nonsense"));
        QCOMPARE(sampling.seedText(), QString());
    }
    App app(fast(), folder.path());
    app.open(one);
    ChatController &chat = app.parts.chat;
    QCOMPARE(chat.current()->systemPrompt(), QStringLiteral("Be brief."));
    const SamplingOptions sampling = chat.current()->sampling();
    QCOMPARE(sampling.temperature, 0.25);
    QCOMPARE(sampling.topK, 7);
    QCOMPARE(sampling.topP, 1.0); // held to its range
    QCOMPARE(sampling.minP, 0.1);
    QCOMPARE(sampling.repeatPenalty, 1.25);
    QCOMPARE(sampling.maxTokens, 500);
    QCOMPARE(sampling.seedText(), QStringLiteral("18446744073709551615"));
    QCOMPARE(chat.current()->options().modelPath, QStringLiteral("/models/A.gguf"));
    SamplingOptions random = sampling;
    random.setSeedText({});
    chat.current()->setSampling(random);
    QCOMPARE(chat.current()->sampling().seedText(), QString());
}

void TestChats::aSearchHitIsShownInItsVersion()
{
    App app;
    app.load();
    const double chat = app.makeChat(QStringLiteral("needle one"));
    const double hidden = app.message(0, MessageModel::MessageIdRole).toDouble();
    app.parts.chat.editQuestion(0, QStringLiteral("two"));
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    app.parts.chat.newChat();
    QSignalSpy requested(&app.parts.chat, &ChatController::revealed);
    app.parts.chat.openAt(chat, hidden);
    QTRY_COMPARE(requested.count(), 1);
    QCOMPARE(app.message(0, MessageModel::SourceTextRole).toString(), QStringLiteral("needle one"));
    QCOMPARE(app.parts.chat.current()->messages()->rowOf(hidden), 0);
}

// Opening a chat of 500 messages takes three statements and makes no blocks.
void TestChats::aLongChatOpensLazily()
{
    App app;
    ChatStore &store = app.parts.store;
    ChatContents contents;
    contents.chat.summary.title = QStringLiteral("Long");
    for (int i = 1; i <= 500; ++i) {
        MessageRecord message;
        message.id = i;
        message.parent = i - 1;
        message.role = i % 2 ? MessageRole::User : MessageRole::Assistant;
        message.text = FakeBackend::longAnswer(300);
        contents.messages << message;
    }
    QFuture<Saved> saved = store.insert({ contents });
    QTRY_VERIFY(saved.isFinished());
    QFuture<QList<ChatSummary>> page = store.page({}, 1);
    QTRY_VERIFY(page.isFinished());
    QFuture<quint64> before = store.statements();
    QTRY_VERIFY(before.isFinished());
    app.open(static_cast<double>(page.result().first().id));
    QFuture<quint64> after = store.statements();
    QTRY_VERIFY(after.isFinished());
    QCOMPARE(after.result() - before.result(), 3u);
    QCOMPARE(app.parts.chat.current()->messages()->count(), 500);
    QCOMPARE(app.parts.chat.current()->messages()->blockModels(), 0);
}

// Which files of the folder hold the word, whatever its case (the search index has it in small letters).
static QStringList filesWith(const QString &folder, const QByteArray &word)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(word)) {
            found << file.fileName();
        }
    }
    return found;
}

void TestChats::aDeletedChatLeavesNoWordInTheFile()
{
    const QTemporaryDir folder;
    {
        App app(fast(), folder.path());
        app.load();
        const double chat = app.makeChat(QStringLiteral("What is a zyzzyva?"));
        app.makeChat(QStringLiteral("Something else"));
        QTRY_VERIFY(!filesWith(folder.path(), "zyzzyva").isEmpty());
        app.parts.chats.remove(chat);
    }
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("chats.db"))));
    QCOMPARE(filesWith(folder.path(), "zyzzyva"), QStringList());
}

void TestChats::aChatThatIsLeftNeverOutlivesTheQueue()
{
    QPointer<MessageModel> left;
    {
        App app;
        app.load();
        app.sendAndWait(QStringLiteral("q"));
        left = app.parts.chat.current()->messages();
        app.parts.chat.newChat();
        QVERIFY(left); // for the views that show it
    }
    QVERIFY(!left);
}

void TestChats::deletingAllLeavesNoWordOnTheDisk()
{
    const QTemporaryDir folder;
    App app(fast(), folder.path());
    app.load();
    const double first = app.makeChat(QStringLiteral("What is a zyzzyva?"));
    app.parts.chat.current()->setSystemPrompt(QStringLiteral("You know the zyzzyva."));
    app.parts.chat.composer()->setText(QStringLiteral("And where does the zyzzyva live?")); // a draft
    app.makeChat(QStringLiteral("The zyzzyva, once more: ") + QStringLiteral("zyzzyva%1 ").repeated(2000));
    app.parts.chats.remove(app.parts.chat.current()->chatId());
    app.parts.chats.rename(first, QStringLiteral("Zyzzyva"));
    const double second = app.makeChat(QStringLiteral("Zyzzyva in the trash"));
    app.parts.chats.moveToTrash(second);
    const QString file = folder.filePath(QStringLiteral("chats.db"));
    QTRY_VERIFY(!filesWith(folder.path(), "zyzzyva").isEmpty());
    StorageModel &storage = app.parts.storage;
    storage.refresh();
    const auto size = [&storage] { return storage.index(0).data(StorageModel::SizeRole).toString(); };
    const QString withoutCopies = size();
    for (const char *copy :
        { ".backup-20260101-000000-000", ".corrupt-20260101-000000-000", ".corrupt-20260101-000000-000-wal" }) {
        QFile out(file + QString::fromLatin1(copy));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(QByteArray("zyzzyva ").repeated(100'000));
    }
    QFile stranger(folder.filePath(QStringLiteral("chats.db.txt")));
    QVERIFY(stranger.open(QIODevice::WriteOnly));
    storage.refresh();
    QVERIFY(size() != withoutCopies); // copies are shown as what they are

    storage.clear(0);
    QTRY_COMPARE(filesWith(folder.path(), "zyzzyva"), QStringList());
    QCOMPARE(app.parts.chats.list()->rowCount(), 0);
    QCOMPARE(app.parts.chats.notice(), QString());
    QVERIFY(stranger.exists());
    // And it goes on.
    app.makeChat(QStringLiteral("A new beginning"));
    QTRY_COMPARE(app.parts.chats.list()->rowCount(), 1);
    QCOMPARE(filesWith(folder.path(), "zyzzyva"), QStringList());
}

QTEST_MAIN(TestChats)
#include "tst_chats.moc"
