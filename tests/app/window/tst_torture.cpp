// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Chats of 40 hostile answers in the whole window: nothing crashes, no turn of the event loop takes longer than kMostMs of
// the reference machine (YardStick), no byte goes to the network and no file that an answer names is opened.
//
// The addresses in the answers point to a server of this test, the files into a folder that inotify watches: both would
// tell. Stalls are StallMeter's, the window's own time.
#include <sys/inotify.h>
#include <unistd.h>

#include <QFile>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include "documents/blockmodel.h"
#include "platform/nonetwork.h"
#include "tests/app/apprig.h"
#include "tests/app/window/stallmeter.h"
#include "text/markdownscanner.h"

namespace
{
constexpr int kMostUnfolded = 50; // of one answer: more do not fit the screen
constexpr double kMostMs = 2000; // of the reference machine; a Stop button that answers within 2 s

// Everything in it that can be an address or a path is one of the canaries.
QStringList tortures(const QString &web, const QString &file)
{
    const auto times = [](const char *unit, int n) { return QString::fromUtf8(unit).repeated(n); };
    QStringList answers = {
        QStringLiteral("<img src='%1' width='2000000000' height='2000000000'>").arg(web),
        QStringLiteral("![a](%1) ![b](file://%2) ![c][r]\n\n[r]: %1\n").arg(web, file),
        QStringLiteral("<img src=\"file://%2\"> <iframe src=\"%1\"></iframe> <link rel=stylesheet href=\"%1\">")
            .arg(web, file),
        QStringLiteral(
            "<div style=\"background:url(%1)\">\n<script src=\"%1\"></script>\n<svg><image href=\"%1\"/></svg>\n</div>")
            .arg(web),
        QStringLiteral(
            "<video src=%1 autoplay></video><audio src=file://%2 autoplay></audio><object data=file://%2></object>")
            .arg(web, file),
        QStringLiteral(
            "[a](javascript:alert(1)) [b](data:text/html,x) [c](file://%1) [d](qrc:/x) [e](vscode://x) [f](%1)")
            .arg(file),
        QStringLiteral("```html\n<img src=\"%1\">\n```\n\n    <img src='%1'>\n").arg(web),
        QStringLiteral("| ![x](%1) |\n|---|\n| <img src=%1> |\n").arg(web),
        QStringLiteral("# ![x](%1)\n> ![x](file://%2)\n\n- ![x](%1)\n").arg(web, file),
        QStringLiteral("$$\\includegraphics{%1}\\input{%1}\\href{%2}{x}$$").arg(file, web),
        QStringLiteral("<think>\n![x](%1)\n<img src=file://%2>\n</think>\n![y](%1)").arg(web, file),
        QStringLiteral("@import url(%1); <?xml-stylesheet href=\"%1\"?> <!ENTITY x SYSTEM \"file://%2\">")
            .arg(web, file),
        times("<b>", 8000),
        times("> ", 20'000) + u'x',
        times("- ", 5000) + u'x',
        times("* a\n  ", 3000),
        times("1. a\n", 4000),
        times("#", 30'000) + QStringLiteral(" x"),
        times("|a", 200) + u'\n' + times("|-", 200) + u'\n' + times("|1\n", 500),
        QStringLiteral("|a|b|\n|-|-|\n") + times("|1|2|\n", 3000),
        times("[x]: http://x\n", 1500) + times("[x]", 4000),
        times("[", 30'000),
        times("![", 15'000),
        times("**a ", 10'000),
        times("`", 30'000),
        times("~~~", 10'000),
        times("$x$ ", 8000),
        times("\\frac{", 5000),
        times("word", 20'000), // no space in 80 000 characters
        times("👩‍👩‍👧‍👦", 3000),
        times("e\u0301\u0302\u0303\u0304\u0305", 6000),
        times("\u202E\u2066\u200B\u200D", 8000) + QStringLiteral("end"),
        times("\u0627\u0644", 15'000) + QStringLiteral(" mixed \u202D left"),
        QStringLiteral("```cpp\n") + times("1", 40'000) + QStringLiteral("\n```"),
        QStringLiteral("```cpp\n") + times("int x; /* \" */ // '\n", 6000) + QStringLiteral("```"),
        QStringLiteral("```unheard-of\n") + times("\x07\x1B[31m\u202E\u2028x\n", 3000) + QStringLiteral("```"),
        times("```\nx\n```\n", 3000),
        times("a\n\n", 8000),
        times("https://a.b/", 3000),
        QString::fromUtf8("\xEF\xBF\xBD\xEF\xB7\x90\xEF\xB7\xA0").repeated(5000) + QChar(0xD800) + QStringLiteral("x"),
    };
    return answers;
}

// Says whether anything in a folder was opened.
class FileCanary
{
public:
    explicit FileCanary(const QString &folder)
        : m_handle(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        m_works = m_handle >= 0
            && inotify_add_watch(m_handle, QFile::encodeName(folder).constData(), IN_OPEN | IN_ACCESS) >= 0;
    }
    ~FileCanary() { close(m_handle); }
    Q_DISABLE_COPY_MOVE(FileCanary)
    [[nodiscard]] bool works() const { return m_works; }
    [[nodiscard]] bool sang() const
    {
        char events[4096];
        return read(m_handle, events, sizeof events) > 0;
    }

private:
    int m_handle;
    bool m_works = false;
};
}

QQuickItem *find(QQuickItem *item, const std::function<bool(const QQuickItem *)> &wanted)
{
    if (wanted(item)) {
        return item;
    }
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = find(child, wanted)) {
            return found;
        }
    }
    return nullptr;
}

// All of an answer on the screen once: as it is, its thoughts and long code unfolded, as its source.
void showEverything(QQuickWindow *window, const MessageModel *messages, int row)
{
    auto *blocks = messages->data(messages->index(row), MessageModel::BlocksRole).value<BlockModel *>();
    QVERIFY(blocks);
    QTest::qWait(20);
    QVERIFY(!window->grabWindow().isNull());
    blocks->setThinkingShown(true);
    int unfolded = 0;
    for (int block = 0; block < blocks->rowCount() && unfolded < kMostUnfolded; ++block) {
        if (blocks->block(block).kind == Markdown::Kind::Code) {
            blocks->setUnfolded(block, true);
            ++unfolded;
        }
    }
    QTest::qWait(20);
    QVERIFY(!window->grabWindow().isNull());
    QQuickItem *item = find(window->contentItem(), [blocks](const QQuickItem *part) {
        return part->property("raw").isValid() && part->property("blocks").value<BlockModel *>() == blocks
            && part->property("editing").isValid();
    });
    QVERIFY(item);
    item->setProperty("raw", true);
    QTest::qWait(20);
    QVERIFY(!window->grabWindow().isNull());
    item->setProperty("raw", false);
}

class TestTorture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(QStringLiteral("Basic")); }
    void theCanariesSing();
    void chat_data();
    void chat();
    void reopened();
};

void TestTorture::theCanariesSing()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("x.png")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const FileCanary canary(folder.path());
    QVERIFY(canary.works());
    QVERIFY(!canary.sang());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(canary.sang());
}

// Ten in one chat, because every question sends again what came before it.
void TestTorture::chat_data()
{
    QTest::addColumn<int>("from");
    for (int from = 0; from < 40; from += 10) {
        QTest::addRow("%d to %d", from, from + 9) << from;
    }
}

void TestTorture::chat()
{
    QFETCH(int, from);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTemporaryDir bait, home;
    QFile picture(bait.filePath(QStringLiteral("canary.png")));
    QVERIFY(picture.open(QIODevice::WriteOnly));
    picture.write("\x89PNG");
    picture.close();
    const FileCanary canary(bait.path());
    QVERIFY(canary.works());

    FakeOptions options = fast();
    options.contextSize = 1 << 20;
    options.availableMemory = quint64 { 1 } << 50;
    options.answers
        = tortures(QStringLiteral("http://127.0.0.1:%1/canary.png").arg(server.serverPort()), picture.fileName());
    QCOMPARE(options.answers.size(), 40);
    options.answers = options.answers.sliced(from, 10);
    Composition app(std::make_shared<FakeBackend>(options), home.filePath(QStringLiteral("rc")));
    app.settings.rememberWindowSize(1200, 860);
    NoNetworkFactory noNetwork;
    QQmlApplicationEngine engine;
    engine.setNetworkAccessManagerFactory(&noNetwork);
    engine.setInitialProperties(app.initialProperties());
    engine.loadFromModule("Vibrant", "Main");
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    QVERIFY(window);
    app.models.openPath(QStringLiteral("/models/A.gguf"));
    QTRY_VERIFY(app.models.ready());

    const YardStick stick;
    double worst = 0;
    QString slowest;
    for (qsizetype i = 0; i < options.answers.size(); ++i) {
        const StallMeter meter;
        app.chat.composer()->setText(options.answers[i].left(5000)); // the user may paste it just as well
        app.chat.send();
        QTRY_VERIFY_WITH_TIMEOUT(!app.chat.current()->busy(), 60'000);
        showEverything(window, app.chat.current()->messages(), app.chat.current()->messages()->count() - 1);
        if (QTest::currentTestFailed()) {
            return;
        }
        if (meter.worstMs() > worst) {
            worst = meter.worstMs();
            slowest = options.answers[i].left(24);
        }
    }
    const double most = stick.stretched(kMostMs);
    qInfo("worst stall: %.0f ms, bar %.0f ms, for %s", worst, most, qPrintable(slowest));
    QVERIFY2(!StallMeter::available() || worst < most, qPrintable(slowest));

    // The same chat as it is stored, opened again and read from its end to its beginning.
    const StallMeter meter;
    const double chat = app.chat.current()->chatId();
    app.chat.newChat();
    QTRY_COMPARE(app.chat.current()->messages()->count(), 0);
    app.chat.open(chat);
    QTRY_COMPARE_WITH_TIMEOUT(
        app.chat.current()->messages()->count(), 2 * static_cast<int>(options.answers.size()), 10'000);
    QQuickItem *list
        = find(window->contentItem(), [](const QQuickItem *part) { return part->property("markedRow").isValid(); });
    QVERIFY(list);
    QTest::qWait(20);
    QVERIFY(!window->grabWindow().isNull());
    for (int row = app.chat.current()->messages()->count() - 1; row >= 0; --row) {
        QMetaObject::invokeMethod(list, "positionViewAtIndex", row, 0); // ListView.Beginning
        QTest::qWait(1);
        QVERIFY(!window->grabWindow().isNull());
    }
    qInfo("opened again: %.0f ms", meter.worstMs());
    QVERIFY(!StallMeter::available() || meter.worstMs() < stick.stretched(kMostMs));
    QVERIFY2(!server.hasPendingConnections(), "something was fetched from the network");
    QVERIFY2(!canary.sang(), "a file that an answer names was opened");
    delete window;
}

// What a message may cost to show is bounded however long it is, and by counts: blocks, lines in documents, work.
void TestTorture::reopened()
{
    for (const QString &answer : tortures(QStringLiteral("http://127.0.0.1:1/"), QStringLiteral("/nowhere"))) {
        BlockModel blocks;
        blocks.append(answer);
        blocks.finish();
        QCOMPARE_LE(blocks.rowCount(),
            static_cast<int>(MarkdownScanner::kMaxBlocks) + 2 + static_cast<int>(MarkdownScanner::kMaxDepth));
        QVERIFY2(blocks.workCount() <= static_cast<quint64>(6 * answer.size() + 20 * MarkdownScanner::kHead),
            qPrintable(answer.left(40)));
        for (int row = 0; row < blocks.rowCount(); ++row) {
            QVERIFY(!blocks.data(blocks.index(row), BlockModel::UnfoldedRole).toBool());
        }
    }
}

QTEST_MAIN(TestTorture)
#include "tst_torture.moc"
