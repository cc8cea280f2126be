// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What is being written belongs to its chat: text and attached files, also in a chat that has no message yet, also over a
// restart.
#include "tests/app/apprig.h"

class TestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesBelongToTheirChat();
    void filesAreReadWhileAnotherChatIsShown();
    void filesGoWithTheirChat();
    void anUnsentChatComesBack();
    void anUnsentChatSurvivesARestart();
    void whatWasSentIsNoDraft();
    void aTemporaryDraftIsNotKept();
    void whatIsTypedFirstStays();
    void startingOverForgetsDrafts();

private:
    static QString text(App &app) { return app.parts.chat.composer()->text(); }
    static AttachmentsModel *files(App &app) { return app.parts.chat.composer()->attachments(); }
};

void TestDrafts::filesBelongToTheirChat()
{
    App app;
    app.load();
    const double one = app.makeChat(QStringLiteral("one"));
    files(app)->addText(QStringLiteral("of one"));
    QVERIFY(app.parts.chat.canSend());
    const double two = app.makeChat(QStringLiteral("two"));
    QCOMPARE(files(app)->count(), 0);
    QVERIFY(!app.parts.chat.canSend());
    app.sendAndWait(QStringLiteral("more"));
    QVERIFY(app.message(2, MessageModel::AttachmentsRole).toStringList().isEmpty());
    app.open(one);
    QCOMPARE(files(app)->count(), 1);
    QCOMPARE(files(app)->text(0), QStringLiteral("of one"));
    QVERIFY(app.parts.chat.canSend());
    app.parts.chat.send();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.message(2, MessageModel::AttachmentsRole).toStringList().size(), 1);
    app.open(two);
    app.open(one);
    QCOMPARE(files(app)->count(), 0); // sent
}

void TestDrafts::filesAreReadWhileAnotherChatIsShown()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.py")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x = 1\n") > 0);
    file.close();
    App app;
    app.load();
    const double one = app.makeChat(QStringLiteral("one"));
    files(app)->add({ QUrl::fromLocalFile(file.fileName()) });
    QVERIFY(files(app)->reading());
    app.makeChat(QStringLiteral("two"));
    app.open(one);
    QTRY_VERIFY(!files(app)->reading());
    QCOMPARE(files(app)->text(0), QStringLiteral("x = 1\n"));
}

void TestDrafts::filesGoWithTheirChat()
{
    App app;
    app.load();
    const double one = app.makeChat(QStringLiteral("one"));
    files(app)->addText(QStringLiteral("of one"));
    app.makeChat(QStringLiteral("two"));
    QVERIFY(app.parts.chat.composer()->hasAttachments(static_cast<ChatId>(one)));
    app.parts.chats.moveToTrash(one);
    QTRY_VERIFY(!app.parts.chat.composer()->hasAttachments(static_cast<ChatId>(one)));
    app.parts.chat.newTemporaryChat();
    files(app)->addText(QStringLiteral("secret"));
    const auto temporary = static_cast<ChatId>(app.parts.chat.current()->chatId());
    app.parts.chat.newChat();
    QVERIFY(!app.parts.chat.composer()->hasAttachments(temporary));
}

void TestDrafts::anUnsentChatComesBack()
{
    App app;
    app.load();
    const double one = app.makeChat(QStringLiteral("one"));
    app.parts.chat.newChat();
    app.parts.chat.current()->setSystemPrompt(QStringLiteral("Be brief."));
    app.parts.chat.composer()->setText(QStringLiteral("not sent"));
    const double unsent = app.parts.chat.current()->chatId();
    app.open(one);
    QCOMPARE(text(app), QString());
    app.parts.chat.newTemporaryChat();
    app.parts.chat.newChat();
    QCOMPARE(app.parts.chat.current()->chatId(), unsent);
    QCOMPARE(text(app), QStringLiteral("not sent"));
    QCOMPARE(app.parts.chat.current()->systemPrompt(), QStringLiteral("Be brief."));
    // Files alone are a draft as well.
    app.parts.chat.composer()->setText({});
    files(app)->addText(QStringLiteral("pasted"));
    app.open(one);
    app.parts.chat.newChat();
    QCOMPARE(app.parts.chat.current()->chatId(), unsent);
    QCOMPARE(files(app)->count(), 1);
    // Nothing is not.
    files(app)->clear();
    app.open(one);
    app.parts.chat.newChat();
    QCOMPARE_NE(app.parts.chat.current()->chatId(), unsent);
    QCOMPARE(app.parts.chats.list()->count(), 1);
}

void TestDrafts::anUnsentChatSurvivesARestart()
{
    QTemporaryDir folder;
    double one = 0;
    {
        App app(fast(), folder.path());
        app.load();
        one = app.makeChat(QStringLiteral("one"));
        app.parts.chat.newChat();
        choose(app.parts.chat, &SamplingOptions::temperature, 0.25);
        app.parts.chat.composer()->setText(QStringLiteral("not sent"));
        app.open(one); // and it need not be the one that is shown
    }
    App app(fast(), folder.path());
    QTRY_COMPARE(text(app), QStringLiteral("not sent"));
    QCOMPARE(app.parts.chat.current()->messages()->count(), 0);
    QCOMPARE(app.parts.chat.current()->sampling().temperature, 0.25);
    QTRY_COMPARE(app.parts.chats.list()->count(), 1); // no chat yet
    app.open(one);
    app.parts.chat.newChat();
    QCOMPARE(text(app), QStringLiteral("not sent"));
    app.load();
    app.parts.chat.send();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    QCOMPARE(app.message(0, MessageModel::SourceTextRole).toString(), QStringLiteral("not sent"));
    QTRY_COMPARE(app.parts.chats.list()->count(), 2);
}

void TestDrafts::whatWasSentIsNoDraft()
{
    QTemporaryDir folder;
    for (const bool send : { true, false }) {
        {
            App app(fast(), folder.path());
            app.load();
            app.parts.chat.composer()->setText(QStringLiteral("first"));
            app.parts.chat.openChats().keepDraft();
            send ? app.parts.chat.send() : app.parts.chat.composer()->setText({});
            QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
        }
        App app(fast(), folder.path());
        QFuture<QList<ChatRecord>> drafts = app.parts.store.unsent();
        QTRY_VERIFY(drafts.isFinished());
        QVERIFY(drafts.result().isEmpty());
        QCOMPARE(text(app), QString());
    }
}

void TestDrafts::aTemporaryDraftIsNotKept()
{
    QTemporaryDir folder;
    {
        App app(fast(), folder.path());
        app.parts.chat.newTemporaryChat();
        app.parts.chat.composer()->setText(QStringLiteral("secret"));
        app.parts.chat.openChats().keepDraft();
        app.parts.chat.current()->setSystemPrompt(QStringLiteral("Be silent."));
    }
    App app(fast(), folder.path());
    QFuture<QList<ChatRecord>> drafts = app.parts.store.unsent();
    QTRY_VERIFY(drafts.isFinished());
    QVERIFY(drafts.result().isEmpty());
}

// Before the stored draft has been read.
void TestDrafts::whatIsTypedFirstStays()
{
    QTemporaryDir folder;
    {
        App app(fast(), folder.path());
        app.parts.chat.composer()->setText(QStringLiteral("old"));
    }
    App app(fast(), folder.path());
    app.parts.chat.composer()->setText(QStringLiteral("new"));
    app.load();
    QFuture<QList<ChatRecord>> drafts = app.parts.store.unsent();
    QTRY_VERIFY(drafts.isFinished());
    QCOMPARE(text(app), QStringLiteral("new"));
    app.parts.chat.send();
    QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
    app.parts.chat.newChat();
    QCOMPARE(text(app), QStringLiteral("old"));
}

void TestDrafts::startingOverForgetsDrafts()
{
    QTemporaryDir folder;
    {
        App app(fast(), folder.path());
        app.load();
        app.parts.chat.composer()->setText(QStringLiteral("secret"));
        files(app)->addText(QStringLiteral("secret"));
        app.makeChat(QStringLiteral("one")); // from the same chat
        app.parts.chat.newChat();
        app.parts.chat.composer()->setText(QStringLiteral("secret"));
        app.parts.chat.newTemporaryChat();
        app.parts.chat.openChats().startOver();
        QCOMPARE(text(app), QString());
        QCOMPARE(files(app)->count(), 0);
        QVERIFY(!app.parts.chat.current()->temporary());
    }
    App app(fast(), folder.path());
    QFuture<QList<ChatRecord>> drafts = app.parts.store.unsent();
    QTRY_VERIFY(drafts.isFinished());
    QVERIFY(drafts.result().isEmpty());
}

QTEST_MAIN(TestDrafts)
#include "tst_drafts.moc"
