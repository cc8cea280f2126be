// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The code of a chat as files, and what code is compared with.
#include <QAbstractItemModelTester>
#include <QTest>

#include "chat/chatfilesmodel.h"

namespace
{
struct Chat {
    void add(MessageRole role, const QString &text, MessageId parent, const QList<Attachment> &attachments = {})
    {
        MessageRecord message;
        message.id = ++last;
        message.parent = parent;
        message.role = role;
        message.text = text;
        message.attachments = attachments;
        messages.add(message);
    }
    MessageModel messages;
    MessageId last = 0;
};

QStringList titles(const ChatFilesModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.count(); ++row) {
        titles << model.title(row);
    }
    return titles;
}
}

class TestCodeFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheCodeOfAnswers();
    void everythingHasVersionsAndAttachments();
    void counterparts();
    void hostileChats();
};

void TestCodeFiles::listsTheCodeOfAnswers()
{
    Chat chat;
    chat.add(MessageRole::User, QStringLiteral("```py\nmine = 1\n```"), 0);
    chat.add(MessageRole::Assistant,
        QStringLiteral(
            "<think>\n```py\nnot this\n```\n</think>\n`a.py`:\n```py\nx = 1\n```\n```sh\nls\n```\n```\n```\n"),
        1);
    chat.add(MessageRole::User, QStringLiteral("again"), 2);
    chat.add(MessageRole::Assistant, QStringLiteral("`a.py`:\n```py\nx = 2\n```\n"), 3);
    ChatFilesModel model;
    QAbstractItemModelTester tester(&model);
    model.setMessages(&chat.messages);
    model.refresh();
    QCOMPARE(model.count(), 3);
    QCOMPARE(model.name(0), QStringLiteral("a.py"));
    QCOMPARE(model.name(1), QStringLiteral("snippet.sh"));
    QCOMPARE(model.name(2), QStringLiteral("a-2.py"));
    QCOMPARE(model.text(2), QStringLiteral("x = 2"));
    QCOMPARE(model.ticked(), 2); // the command is short and has no name
    QCOMPARE(model.tickedNames(), (QStringList { QStringLiteral("a.py"), QStringLiteral("a-2.py") }));
    model.toggle(1);
    model.toggle(99);
    QCOMPARE(
        model.tickedTexts(), (QStringList { QStringLiteral("x = 1"), QStringLiteral("ls"), QStringLiteral("x = 2") }));
    QCOMPARE(chat.messages.blockModels(), 0); // no message got its blocks built for it
    model.setMessages(nullptr);
    model.refresh();
    QCOMPARE(model.count(), 0);
    QCOMPARE(model.text(0), QString());
}

void TestCodeFiles::everythingHasVersionsAndAttachments()
{
    Chat chat;
    chat.add(MessageRole::User, QStringLiteral("look"), 0, { { QStringLiteral("src/a.py"), QStringLiteral("x = 0") } });
    chat.add(MessageRole::Assistant, QStringLiteral("```py a.py\nx = 1\n```"), 1);
    chat.add(MessageRole::Assistant, QStringLiteral("```py a.py\nx = 2\n```"), 1); // another version
    ChatFilesModel model;
    QAbstractItemModelTester tester(&model);
    model.setMessages(&chat.messages);
    model.refresh();
    QCOMPARE(titles(model), QStringList(QStringLiteral("a.py, answer 1")));
    model.setEverything(true);
    model.refresh();
    QCOMPARE(titles(model),
        (QStringList { QStringLiteral("src/a.py, attached"), QStringLiteral("a.py, answer 1, version 1"),
            QStringLiteral("a.py, answer 1") }));
}

void TestCodeFiles::counterparts()
{
    Chat chat;
    chat.add(MessageRole::User, QStringLiteral("look"), 0, { { QStringLiteral("b.py"), QStringLiteral("old b") } });
    chat.add(MessageRole::Assistant,
        QStringLiteral("```py a.py\none\n```\n\n```py b.py\nnew b\n```\n\n```c c.c\nc\n```"), 1);
    ChatFilesModel model;
    model.setMessages(&chat.messages);
    model.setEverything(true);
    model.refresh();
    const auto counterpart = [&model](const char *name, const char *text) {
        return model.text(model.counterpartOf(QString::fromLatin1(name), QString::fromLatin1(text)));
    };
    QCOMPARE(counterpart("b.py", "new b"), QStringLiteral("old b")); // of the same name
    QCOMPARE(counterpart("a.py", "one"), QStringLiteral("new b")); // of the same language, the newest
    QCOMPARE(counterpart("d.rs", "d"), QStringLiteral("c")); // any
    QCOMPARE(model.rowOf(QStringLiteral("one")), 1);
    QCOMPARE(model.rowOf(QStringLiteral("nowhere")), -1);
    ChatFilesModel empty;
    QCOMPARE(empty.counterpartOf(QStringLiteral("a"), QString()), -1);
}

void TestCodeFiles::hostileChats()
{
    Chat chat;
    chat.add(MessageRole::User, QStringLiteral("q"), 0);
    chat.add(MessageRole::Assistant, QStringLiteral("```py ../../x.py\nx\n```\n").repeated(5000), 1);
    ChatFilesModel model;
    model.setMessages(&chat.messages);
    model.refresh();
    QCOMPARE_LE(model.count(), ChatFilesModel::kMaxFiles);
    for (int row = 0; row < model.count(); ++row) {
        QVERIFY(!model.name(row).contains(QStringLiteral("..")));
    }
}

QTEST_GUILESS_MAIN(TestCodeFiles)
#include "tst_codefiles.moc"
