// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Chats as files: JSON there and back, Markdown and HTML to read, and what the sidebar says about it.
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>

#include "chat/chatexport.h"
#include "chats/chatjson.h"
#include "tests/app/apprig.h"

class TestChatFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonThereAndBack();
    void jsonHoldsNoPaths();
    void refusedFiles_data();
    void refusedFiles();
    void markdownIsWhatIsShown();
    void markdownFencesHold();
    void htmlIsSelfContained();
    void hostileHtml_data();
    void hostileHtml();
    void exportAndImportFromTheSidebar();
    void writingFails();
    void presets();
    void undo();
    void neighbours();
    void fileNames_data();
    void fileNames();
    void saysWhatIsWrongWithTheDisk();
};

namespace
{
MessageRecord message(MessageId id, MessageId parent, MessageRole role, const QString &text)
{
    MessageRecord record;
    record.id = id;
    record.chat = 7;
    record.parent = parent;
    record.role = role;
    record.createdMs = 1'760'000'000'000 + id;
    record.text = text;
    return record;
}

ChatContents example()
{
    ChatContents contents;
    contents.chat.summary
        = { .id = 7, .title = QStringLiteral("A *title*"), .updatedMs = 1'760'000'000'100, .activity = 40 };
    contents.chat.createdMs = 1'760'000'000'000;
    contents.chat.options = { .systemPrompt = QStringLiteral("Be <brief>"),
        .sampling = { .temperature = 0.2 },
        .preset = QStringLiteral("Exact"),
        .modelPath = QStringLiteral("/home/me/secret/model.gguf") };
    contents.messages = { message(10, 0, MessageRole::User, QStringLiteral("Why <b>?")),
        message(20, 10, MessageRole::Assistant, QStringLiteral("Not shown")),
        message(30, 10, MessageRole::Assistant,
            QStringLiteral(
                "# Because\n\n*It* `is` [so](https://example.org/a?b=1&c=\"2\").\n\n```cpp\na < b;\n```\n")) };
    contents.chat.activeRoot = 10;
    contents.messages[0].activeChild = 30;
    contents.messages[0].attachments = { { QStringLiteral("x.md"), QStringLiteral("```\n<i>file</i>\n```") } };
    contents.messages[2].model = QStringLiteral("qwen");
    contents.messages[2].thinkingSeconds = 12;
    contents.messages[2].seed = std::numeric_limits<quint64>::max();
    contents.messages[2].figures = { .promptTokens = 5,
        .cachedTokens = 1,
        .generatedTokens = 9,
        .timeToFirstTokenMs = 80,
        .prefillTokensPerSecond = 70,
        .decodeTokensPerSecond = 6.5,
        .contextUsed = 14,
        .contextSize = 4096 };
    return contents;
}
}

void TestChatFiles::jsonThereAndBack()
{
    const ChatContents was = example();
    const auto read = ChatJson::read(ChatJson::write({ was, was }));
    QVERIFY2(read, qPrintable(read ? QString() : read.error()));
    QCOMPARE(read->size(), 2);
    const ChatContents &is = read->at(1);
    QCOMPARE(is.chat.summary.title, was.chat.summary.title);
    QCOMPARE(is.chat.createdMs, was.chat.createdMs);
    QCOMPARE(is.chat.options.systemPrompt, was.chat.options.systemPrompt);
    QCOMPARE(is.chat.options.sampling, was.chat.options.sampling);
    QCOMPARE(is.chat.options.preset, was.chat.options.preset);
    QCOMPARE(is.chat.activeRoot, 1);
    QCOMPARE(is.messages.size(), 3);
    QCOMPARE(is.messages[0].activeChild, 3);
    QCOMPARE(is.messages[2].parent, 1);
    QCOMPARE(is.messages[0].attachments, was.messages[0].attachments);
    QCOMPARE(is.messages[2].text, was.messages[2].text);
    QCOMPARE(is.messages[2].seed, was.messages[2].seed);
    QCOMPARE(is.messages[2].model, was.messages[2].model);
    QCOMPARE(is.messages[2].figures.decodeTokensPerSecond, 6.5);
    QCOMPARE(is.messages[2].figures.contextSize, 4096);
    QCOMPARE(is.messages[2].thinkingSeconds, 12);
    QCOMPARE(ChatJson::read(ChatJson::write({}))->size(), 0);
}

void TestChatFiles::jsonHoldsNoPaths()
{
    QVERIFY(!ChatJson::write({ example() }).contains("secret"));
}

void TestChatFiles::refusedFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("not JSON");
    QTest::newRow("noise") << QByteArray("\x89PNG\r\n") << QStringLiteral("not JSON");
    QTest::newRow("too deep") << QByteArray(100'000, '[') << QStringLiteral("not JSON");
    QTest::newRow("something else") << QByteArray("{\"chats\": []}") << QStringLiteral("not an export");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("not an export");
    QTest::newRow("later") << QByteArray(R"({"format": "vibrant-chats", "version": 2, "chats": []})")
                           << QStringLiteral("later version");
}

void TestChatFiles::refusedFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, reason);
    const auto read = ChatJson::read(json);
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().contains(reason), qPrintable(read.error()));
}

void TestChatFiles::markdownIsWhatIsShown()
{
    const QString text = ChatExport::toMarkdown(example());
    QVERIFY(text.startsWith(QStringLiteral("# A \\*title\\*\n")));
    QVERIFY(text.contains(QStringLiteral("Be <brief>")));
    QVERIFY(text.contains(QStringLiteral("## You\n\n")));
    QVERIFY(text.contains(QStringLiteral("## qwen\n\n# Because")));
    QVERIFY(!text.contains(QStringLiteral("Not shown")));
}

void TestChatFiles::markdownFencesHold()
{
    const QString text = ChatExport::toMarkdown(example());
    QVERIFY2(text.contains(QStringLiteral("````\n```\n<i>file</i>\n```\n````\n")), qPrintable(text));
}

void TestChatFiles::htmlIsSelfContained()
{
    const QString html = ChatExport::toHtml(example());
    QVERIFY(html.startsWith(QStringLiteral("<!DOCTYPE html>")));
    QVERIFY(html.contains(QStringLiteral("default-src 'none'")));
    QVERIFY(html.contains(QStringLiteral("<h2>Because</h2>")));
    QVERIFY(html.contains(QStringLiteral("<em>It</em> <code>is</code>")));
    QVERIFY(html.contains(QStringLiteral("<pre><code>a &lt; b;")));
    QVERIFY(html.contains(QStringLiteral("Why &lt;b&gt;?")));
    QVERIFY(html.contains(QStringLiteral("Be &lt;brief&gt;")));
    QVERIFY(!html.contains(QStringLiteral("Not shown")));
    QVERIFY(!html.contains(QStringLiteral("src=")));
}

void TestChatFiles::hostileHtml_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("script") << QStringLiteral("<script>alert(1)</script>");
    QTest::newRow("end of a block") << QStringLiteral("```\n</code></pre><script>alert(1)</script>\n```");
    QTest::newRow("image") << QStringLiteral("![x](http://example.org/x.png) <img src=x onerror=alert(1)>");
    QTest::newRow("address") << QStringLiteral(
        "[x](javascript:alert(1)) [y](https://example.org/\"onmouseover=\"alert(1))");
    QTest::newRow("table") << QStringLiteral("| <script> |\n|---|\n| <script> |");
    QTest::newRow("quote in a title") << QStringLiteral("\"><script>");
    QTest::newRow("deep") << QStringLiteral("> ").repeated(500) + QStringLiteral("<script>");
}

void TestChatFiles::hostileHtml()
{
    QFETCH(QString, text);
    ChatContents contents = example();
    contents.chat.summary.title = text;
    contents.chat.options.systemPrompt = text;
    contents.messages[0].text = text;
    contents.messages[0].attachments = { { text, text } };
    contents.messages[2].text = text;
    contents.messages[2].error = text;
    contents.messages[2].model = text;
    const QString html = ChatExport::toHtml(contents);
    static const QRegularExpression tag(QStringLiteral("<\\s*([a-zA-Z][a-zA-Z0-9]*)([^>]*)>"));
    static const QSet<QString> allowed = { QStringLiteral("html"), QStringLiteral("head"), QStringLiteral("meta"),
        QStringLiteral("title"), QStringLiteral("style"), QStringLiteral("body"), QStringLiteral("h1"),
        QStringLiteral("h2"), QStringLiteral("h3"), QStringLiteral("p"), QStringLiteral("section"),
        QStringLiteral("div"), QStringLiteral("pre"), QStringLiteral("code"), QStringLiteral("table"),
        QStringLiteral("tr"), QStringLiteral("th"), QStringLiteral("td"), QStringLiteral("blockquote"),
        QStringLiteral("a"), QStringLiteral("em"), QStringLiteral("strong"), QStringLiteral("s"), QStringLiteral("br"),
        QStringLiteral("hr") };
    for (const QRegularExpressionMatch &match : tag.globalMatch(html)) {
        QVERIFY2(allowed.contains(match.captured(1)), qPrintable(match.captured(0)));
        QVERIFY2(!match.captured(2).contains(QStringLiteral("onmouseover"))
                && !match.captured(2).contains(QStringLiteral("javascript")),
            qPrintable(match.captured(0)));
    }
}

void TestChatFiles::exportAndImportFromTheSidebar()
{
    App app;
    app.load();
    app.sendAndWait(QStringLiteral("What: is/it?"));
    const double chat = app.parts.chat.current()->chatId();
    ChatsController &chats = app.parts.chats;
    QTRY_COMPARE(chats.list()->count(), 1);
    for (const auto format : { ChatsController::Markdown, ChatsController::Html, ChatsController::Json }) {
        const QString path = app.folder.filePath(chats.fileName(chat, format));
        chats.dismissNotice();
        chats.exportChat(chat, format, QUrl::fromLocalFile(path));
        QTRY_VERIFY(chats.notice().contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("What: is/it?"));
    }
    const QUrl all = QUrl::fromLocalFile(app.folder.filePath(QStringLiteral("all.json")));
    chats.exportAll(all);
    QTRY_VERIFY(chats.notice().contains(QStringLiteral("all.json")));
    chats.importFile(all);
    QTRY_COMPARE(chats.notice(), QStringLiteral("One chat was imported"));
    QTRY_COMPARE(chats.list()->count(), 2);
    chats.importFile(QUrl::fromLocalFile(app.folder.filePath(QStringLiteral("rc"))));
    QTRY_VERIFY(chats.notice().contains(QStringLiteral("could not be imported")));
    QCOMPARE(chats.list()->count(), 2);
}

void TestChatFiles::writingFails()
{
    App app;
    app.load();
    app.sendAndWait(QStringLiteral("q"));
    app.parts.chats.exportChat(app.parts.chat.current()->chatId(), ChatsController::Html,
        QUrl::fromLocalFile(QStringLiteral("/nowhere/at/all.html")));
    QTRY_VERIFY(app.parts.chats.notice().contains(QStringLiteral("could not be written")));
}

void TestChatFiles::presets()
{
    App app;
    ChatsController &chats = app.parts.chats;
    ChatController &chat = app.parts.chat;
    chat.current()->setSystemPrompt(QStringLiteral("Only code."));
    choose(chat, &SamplingOptions::temperature, 0);
    chats.savePreset(QStringLiteral("  Exact "));
    chats.savePreset(QStringLiteral("  "));
    QTRY_COMPARE(chats.presetNames(), QStringList { QStringLiteral("Exact") });
    QCOMPARE(chat.current()->preset(), QStringLiteral("Exact"));
    choose(chat, &SamplingOptions::temperature, 1.5);
    QCOMPARE(chat.current()->preset(), QString()); // it is not that preset any more
    chats.applyPreset(QStringLiteral("Exact"));
    QCOMPARE(chat.current()->sampling().temperature, 0.0);
    QCOMPARE(chat.current()->systemPrompt(), QStringLiteral("Only code."));
    chats.applyPreset(QStringLiteral("there is none"));
    QCOMPARE(chat.current()->preset(), QStringLiteral("Exact"));
    chats.removePreset(QStringLiteral("Exact"));
    QTRY_COMPARE(chats.presetNames(), QStringList());
}

void TestChatFiles::undo()
{
    App app;
    app.load();
    app.sendAndWait(QStringLiteral("one"));
    const double chat = app.parts.chat.current()->chatId();
    ChatsController &chats = app.parts.chats;
    QTRY_COMPARE(chats.list()->count(), 1);
    chats.moveToTrash(chat);
    QVERIFY(chats.undoText().contains(QStringLiteral("one")));
    QTRY_COMPARE(chats.list()->count(), 0);
    QTRY_VERIFY(app.parts.chat.current()->chatId() != chat);
    chats.undo();
    QCOMPARE(chats.undoText(), QString());
    QTRY_COMPARE(chats.list()->count(), 1);
    QTRY_COMPARE(app.parts.chat.current()->chatId(), chat); // and it is open again
    QCOMPARE(app.parts.chat.current()->messages()->count(), 2);
    chats.rename(chat, QStringLiteral("  "));
    chats.rename(chat, QStringLiteral(" New\nname "));
    QTRY_COMPARE(app.parts.chat.current()->title(), QStringLiteral("New name"));
    chats.duplicate(chat);
    QTRY_COMPARE(app.parts.chat.current()->title(), QStringLiteral("New name (copy)"));
    QCOMPARE(app.parts.chat.current()->messages()->count(), 2);
    chats.moveToTrash(chat);
    QTRY_COMPARE(chats.list()->count(), 1);
    chats.emptyTrash();
    QCOMPARE(chats.undoText(), QString()); // nothing to bring back
}

void TestChatFiles::neighbours()
{
    App app;
    app.load();
    QList<double> opened;
    for (const char *question : { "one", "two", "three" }) {
        app.parts.chat.newChat();
        app.sendAndWait(QString::fromLatin1(question));
        opened << app.parts.chat.current()->chatId();
    }
    QTRY_COMPARE(app.parts.chats.list()->count(), 3);
    app.parts.chats.openNeighbour(1);
    QTRY_COMPARE(app.parts.chat.current()->chatId(), opened[1]);
    app.parts.chats.openNeighbour(-1);
    QTRY_COMPARE(app.parts.chat.current()->chatId(), opened[2]);
    app.parts.chats.openNeighbour(-1); // there is none
    app.parts.chat.newChat();
    app.parts.chats.openNeighbour(1); // from a new chat to the first
    QTRY_COMPARE(app.parts.chat.current()->chatId(), opened[2]);
}

void TestChatFiles::fileNames_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("Sort a list") << QStringLiteral("Sort a list.md");
    QTest::newRow("a path") << QStringLiteral("../../etc/passwd") << QStringLiteral(".. etc passwd.md").sliced(3);
    QTest::newRow("hidden") << QStringLiteral(".bashrc") << QStringLiteral("bashrc.md");
    QTest::newRow("signs") << QStringLiteral("a:b|c\"d*e?f\u202eg") << QStringLiteral("a b c d e f g.md");
    QTest::newRow("nothing") << QStringLiteral("???") << QStringLiteral("Chat.md");
}

void TestChatFiles::fileNames()
{
    QFETCH(QString, title);
    QFETCH(QString, name);
    App app;
    app.load();
    app.sendAndWait(QStringLiteral("q"));
    app.parts.chats.rename(app.parts.chat.current()->chatId(), title);
    QTRY_COMPARE(app.parts.chat.current()->title(), title);
    QTRY_COMPARE(app.parts.chats.fileName(app.parts.chat.current()->chatId(), ChatsController::Markdown), name);
}

void TestChatFiles::saysWhatIsWrongWithTheDisk()
{
    QTemporaryDir folder;
    App other(fast(), folder.path());
    QTRY_COMPARE(other.parts.store.state(), ChatStore::State::OnDisk);
    QVERIFY(!other.parts.chats.hasProblem());
    App app(fast(), folder.path());
    QSignalSpy problem(&app.parts.chats, &ChatsController::problemChanged);
    QTRY_VERIFY(app.parts.chats.hasProblem());
    QVERIFY(app.parts.chats.problem().title.contains(QStringLiteral("Another window")));
    QVERIFY(!app.parts.chats.problem().text.isEmpty());
    QVERIFY(!app.parts.chats.problem().hint.isEmpty());
    problem.clear();
    app.parts.chats.retry();
    QTRY_COMPARE(problem.count(), 1); // still
    QVERIFY(app.parts.chats.hasProblem());
}

QTEST_MAIN(TestChatFiles)
#include "tst_chatfiles.moc"
