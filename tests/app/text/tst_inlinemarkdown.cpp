// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <random>

#include <QQuickTextDocument>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QtQml>

#include "documents/inlinedocument.h"
#include "text/inlinemarkdown.h"
#include "text/linktarget.h"

namespace
{
// "plain", "*italic*", "**bold**", "~strike~", "`code`", "[text](address)"
QString dump(const QList<InlineRun> &runs)
{
    QString s;
    for (const InlineRun &run : runs) {
        QString text = run.text;
        text.replace(QChar(QChar::LineSeparator), QStringLiteral("⏎"));
        if (run.style & InlineRun::Code) {
            text = QStringLiteral("`%1`").arg(text);
        }
        if (run.style & InlineRun::Italic) {
            text = QStringLiteral("*%1*").arg(text);
        }
        if (run.style & InlineRun::Bold) {
            text = QStringLiteral("**%1**").arg(text);
        }
        if (run.style & InlineRun::Strike) {
            text = QStringLiteral("~%1~").arg(text);
        }
        s += run.link.isEmpty() ? text : QStringLiteral("[%1](%2)").arg(text, run.link);
    }
    return s;
}
}

class TestInlineMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runs_data();
    void runs();
    void safeLinks_data();
    void safeLinks();
    void hostileTextIsBounded();
    void documentHasTheRuns();
    void documentKeepsWhatDidNotChange();
    void documentFollowsEveryPrefix();
    void links();
    void linkTargets_data();
    void linkTargets();
};

void TestInlineMarkdown::runs_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *source, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(expected);
    };
    row("plain", "just text", "just text");
    row("styles", "a **b** *c* ~~d~~ `e`", "a **b** *c* ~d~ `e`");
    row("nested", "**a *b* c**",
        "**a *****b*****"
        " c**");
    row("start and end", "**a**", "**a**");
    row("quoted bold at the start", "**\"a\"** b", "**\"a\"** b");
    row("underscores in words", "snake_case_name and __init__", "snake_case_name and **init**");
    row("stars in code", "`a * b * c` * d", "`a * b * c` * d");
    row("double backticks", "``a ` b``", "`a ` b`");
    row("unclosed", "**not yet and `half", "**not yet and `half");
    row("escapes", "\\*a\\* \\# \\`", "*a* # `");
    row("no block syntax", "# a", "# a");
    row("no list", "1. a", "1. a");
    row("no quote", "> a", "> a");
    row("no table", "|a|b|\n|-|-|\n|1|2|", "|a|b| |-|-| |1|2|");
    row("no reference", "[x]: http://a.b", "[x]: [http://a.b](http://a.b)");
    row("html is text", "<b>x</b> <img src=\"http://a/b.png\"> <!-- c -->",
        "<b>x</b> <img src=\"http://a/b.png\"> <!-- c -->");
    row("soft break", "a\nb", "a b");
    row("hard breaks", "a  \nb\\\nc", "a⏎b⏎c");
    row("entities", "&amp;&lt;&hellip;&#65;&#x1F600;&nope;&#0;", "&<…A😀&nope;�");
    row("link", "see [the **docs**](https://a.b/c?d=1&e=2 \"t\")",
        "see [the ](https://a.b/c?d=1&e=2)[**docs**](https://a.b/c?d=1&e=2)");
    row("autolinks", "<https://a.b> https://c.d/e. x@y.org",
        "[https://a.b](https://a.b) [https://c.d/e](https://c.d/e). [x@y.org](mailto:x@y.org)");
    row("www", "www.qt.io", "[www.qt.io](http://www.qt.io)");
    row("refused schemes", "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](data:x) [d](vscode:x) [e](/rel)",
        "a b c d e");
    row("image", "![a cat](https://a.b/c.png \"t\")", "a cat ([https://a.b/c.png](https://a.b/c.png))");
    row("image in a link", "[![a](http://b.c/d.png)](https://e.f)",
        "[a (](https://e.f)[http://b.c/d.png](http://b.c/d.png)[)](https://e.f)");
    row("image from a file", "![a](file:///etc/passwd)", "a (file:///etc/passwd)");
    row("empty", "  ", "");
    row("unicode", "Grüße **👩‍💻** é", "Grüße **👩‍💻** é");
    row("nul", "", "");
}

void TestInlineMarkdown::runs()
{
    QFETCH(QString, source);
    QFETCH(QString, expected);
    QCOMPARE(dump(parseInline(source)), expected);
}

void TestInlineMarkdown::safeLinks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("safe");
    const auto row
        = [](const char *address, bool safe) { QTest::newRow(address) << QString::fromUtf8(address) << safe; };
    row("https://example.org/a?b#c", true);
    row("http://localhost:8080", true);
    row("HTTPS://EXAMPLE.ORG", true);
    row("mailto:a@b.c", true);
    row("https:///no-host", false);
    row("ftp://a.b", false);
    row("file:///etc/passwd", false);
    row("javascript:alert(1)", false);
    row("JaVaScRiPt:alert(1)", false);
    row("data:text/html,x", false);
    row("qrc:/x", false);
    row("vscode://x", false);
    row("--option", false);
    row("//a.b/c", false);
    row("", false);
}

void TestInlineMarkdown::safeLinks()
{
    QFETCH(QString, address);
    QFETCH(bool, safe);
    QCOMPARE(isSafeLink(address), safe);
}

void TestInlineMarkdown::hostileTextIsBounded()
{
    // Corners that md4c 0.5.2 takes quadratic time for when they are long: the cap keeps each of them short.
    for (const char *unit : { "[", "](", "**a ", "`", "<a ", "![", "*_", "\\", "&", "a@", "www.", "http://", "~~" }) {
        const QString text = QString::fromLatin1(unit).repeated(200'000);
        const QList<InlineRun> runs = parseInline(text);
        qsizetype size = 0;
        for (const InlineRun &run : runs) {
            size += run.text.size();
        }
        QVERIFY(size > 0);
        QVERIFY(runs.last().text.size() >= text.size() - 2 * kMaxInlineChars);
    }
}

namespace
{
// A TextEdit is what owns a QQuickTextDocument.
struct Edit {
    Edit()
    {
        QQmlComponent component(&engine);
        component.setData("import QtQuick\nTextEdit { textFormat: TextEdit.PlainText; width: 400 }", {});
        item.reset(component.create());
        QVERIFY2(item, qPrintable(component.errorString()));
        quick = item->property("textDocument").value<QQuickTextDocument *>();
        document = quick->textDocument();
    }
    QQmlEngine engine;
    std::unique_ptr<QObject> item;
    QQuickTextDocument *quick = nullptr;
    QTextDocument *document = nullptr;
};

QTextCharFormat formatAt(QTextDocument *document, int position)
{
    QTextCursor cursor(document);
    cursor.setPosition(position + 1);
    return cursor.charFormat();
}
}

void TestInlineMarkdown::documentHasTheRuns()
{
    Edit edit;
    InlineDocument inlines;
    inlines.setTextDocument(edit.quick);
    inlines.setLineHeight(1.5);
    inlines.setCodeColor(Qt::red);
    QFont mono(QStringLiteral("monospace"));
    mono.setPixelSize(13);
    inlines.setCodeFont(mono);
    inlines.setSource(QStringLiteral("a **b** `c` *d* [e](https://f.g)\\\nh\u202ei"));
    QCOMPARE(edit.document->toPlainText(), QStringLiteral("a b c d e\nhi"));
    QCOMPARE(inlines.plainText(), QStringLiteral("a b c d e\nhi"));
    QCOMPARE(edit.document->blockCount(), 1);
    QCOMPARE(formatAt(edit.document, 0).fontWeight(), static_cast<int>(QFont::Normal));
    QVERIFY(formatAt(edit.document, 2).fontWeight() > QFont::Medium);
    QCOMPARE(formatAt(edit.document, 4).foreground().color(), QColor(Qt::red));
    QCOMPARE(formatAt(edit.document, 4).intProperty(QTextFormat::FontPixelSize), 13);
    QVERIFY(formatAt(edit.document, 6).fontItalic());
    QCOMPARE(formatAt(edit.document, 8).anchorHref(), QStringLiteral("https://f.g"));
    QCOMPARE(edit.document->firstBlock().blockFormat().lineHeight(), 150.0);
}

void TestInlineMarkdown::documentKeepsWhatDidNotChange()
{
    int firstChange = -1, removed = 0; // outlive the document that counts here
    Edit edit;
    InlineDocument inlines;
    inlines.setTextDocument(edit.quick);
    inlines.setSource(QStringLiteral("one **two** three"));
    connect(edit.document, &QTextDocument::contentsChange, this, [&](int position, int charsRemoved, int) {
        firstChange = position;
        removed = charsRemoved;
    });
    inlines.setSource(QStringLiteral("one **two** three more"));
    QCOMPARE(edit.document->toPlainText(), QStringLiteral("one two three more"));
    QCOMPARE_GE(firstChange, 12);
    QCOMPARE_LE(removed, 2);
    // Emphasis that closes changes what was shown since it opened, and nothing before.
    inlines.setSource(QStringLiteral("one **two** three more *x"));
    inlines.setSource(QStringLiteral("one **two** three more *x*"));
    QCOMPARE(edit.document->toPlainText(), QStringLiteral("one two three more x"));
    QCOMPARE_GE(firstChange, 18);
}

void TestInlineMarkdown::documentFollowsEveryPrefix()
{
    const QString text
        = QStringLiteral("A **b *c* d** `e` [f](https://g.h) ~~i~~ ![j](k) <https://l.m> &amp; n\\\no  \np _q_ r");
    Edit edit, fresh;
    InlineDocument inlines;
    inlines.setTextDocument(edit.quick);
    for (qsizetype n = 1; n <= text.size(); ++n) {
        inlines.setSource(text.first(n));
        InlineDocument whole;
        whole.setTextDocument(fresh.quick);
        whole.setSource(text.first(n));
        QCOMPARE(edit.document->toPlainText(), fresh.document->toPlainText());
        for (int i = 0; i + 1 < edit.document->characterCount(); ++i) {
            QCOMPARE(formatAt(edit.document, i), formatAt(fresh.document, i));
        }
    }
}

void TestInlineMarkdown::links()
{
    InlineDocument inlines;
    inlines.setSource(QStringLiteral("ab [cd](https://e.f) g"));
    QCOMPARE(inlines.linkCount(), 1);
    for (const int outside : { -1, 2, 5, 500 }) {
        QCOMPARE(inlines.linkAt(outside), -1);
    }
    QCOMPARE(inlines.linkAt(3), 0);
    QCOMPARE(inlines.linkAt(4), 0);
    QCOMPARE(inlines.linkAddress(0), QStringLiteral("https://e.f"));
    QCOMPARE(inlines.linkAddress(-1), QString());
    QCOMPARE(inlines.linkText(0), QStringLiteral("cd"));
    QCOMPARE(inlines.linkHost(0), QStringLiteral("e.f"));
    QCOMPARE(inlines.linkBegin(0), 3);
    QCOMPARE(inlines.linkEnd(0), 5);
    inlines.setSource(QStringLiteral("[a **b** c](https://e.f) [d](https://e.f) <https://g.h>"));
    QCOMPARE(inlines.linkCount(), 3); // one in three styles, and two more
    QCOMPARE(inlines.linkText(0), QStringLiteral("a b c"));
    QVERIFY(inlines.linkSurprises(0));
    QVERIFY(!inlines.linkSurprises(2));
    QVERIFY(!inlines.openLink(QStringLiteral("file:///etc/passwd")));
    QVERIFY(!inlines.openLink(QString()));
}

void TestInlineMarkdown::linkTargets_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("surprises");
    const auto row = [](const char *address, const char *text, const char *host, bool surprises) {
        QTest::newRow(address) << QString::fromUtf8(address) << QString::fromUtf8(text) << QString::fromUtf8(host)
                               << surprises;
    };
    row("https://a.b/c", "https://a.b/c", "a.b", false);
    row("https://a.b/", "a.b", "a.b", false);
    row("http://www.a.b", "www.a.b", "www.a.b", false);
    row("mailto:x@y.z", "x@y.z", "x@y.z", false);
    row("https://a.b/d", "the docs", "a.b", true);
    row("https://evil.org/", "https://bank.org/", "evil.org", true);
    row("https://bank.org@evil.org/", "https://bank.org@evil.org/", "evil.org", true);
    row("https://bank.org.evil.org/", "bank.org", "bank.org.evil.org", true);
    row("https://b\u0430nk.org/", "https://b\u0430nk.org/", "xn--bnk-6cd.org", true); // a Cyrillic letter
    row("https://a.b/?q=secret", "https://a.b/", "a.b", true);
}

void TestInlineMarkdown::linkTargets()
{
    QFETCH(QString, address);
    QFETCH(QString, text);
    QVERIFY(isSafeLink(address));
    QTEST(LinkTarget::host(address), "host");
    QTEST(LinkTarget::surprises(address, text), "surprises");
}

QTEST_MAIN(TestInlineMarkdown)
#include "tst_inlinemarkdown.moc"
