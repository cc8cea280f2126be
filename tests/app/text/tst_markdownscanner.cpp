// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <random>

#include <QTest>

#include "inference/fakeanswers.h"
#include "inference/fakebackend.h"
#include "tests/app/text/markdowndump.h"
#include "text/markdownscanner.h"

namespace
{
struct Case {
    const char *name;
    const char *markdown;
    const char *expected;
};

// Section numbers are CommonMark 0.31's; GFM is GitHub's extension.
constexpr Case kCases[] = {
    // 4.1 Thematic breaks
    { "rules", "***\n---\n___", "R ; ~R ; ~R" },
    { "rule characters alone", "+++\n\n===", "P(+++) ; P(===)" },
    { "rule needs three", "--\n**\n__", "P(--\n**\n__)" },
    { "rule with spaces", " - -  -\n\n\t***", "R ; C[](***)" },
    { "rule is not text", "_ _ _ _ a\n\na------", "P(_ _ _ _ a) ; P(a------)" },
    { "rule interrupts a paragraph", "Foo\n***\nbar", "P(Foo) ; ~R ; ~P(bar)" },
    { "rule over list item", "* Foo\n* * *\n* Bar", "-•P(Foo) ; ~R ; -•~P(Bar)" },
    // 4.2 ATX headings
    { "headings", "# a\n## b\n###### c", "H1(a) ; ~H2(b) ; ~H6(c)" },
    { "seven are text", "####### foo", "P(####### foo)" },
    { "heading needs a space", "#5 bolt\n\n#hashtag", "P(#5 bolt) ; P(#hashtag)" },
    { "closing sequence", "## foo ##\n# bar ##### b \n# foo#\n#\n## ",
        "H2(foo) ; ~H1(bar ##### b) ; ~H1(foo#) ; ~H1() ; ~H2()" },
    { "heading interrupts", "Foo\n# bar\nBaz", "P(Foo) ; ~H1(bar) ; ~P(Baz)" },
    // 4.3 Setext headings
    { "setext", "Foo\n===\n\nBar\nbaz\n---", "H1(Foo) ; H2(Bar\nbaz)" },
    { "setext needs a paragraph", "===\n\n> foo\n---", "P(===) ; >P(foo) ; ~R" },
    { "setext with text", "Foo\n=== bar", "P(Foo\n=== bar)" },
    // 4.4 Indented code
    { "indented code", "    a\n      b\n\n    c\n\n\nd", "C[](a\n  b\n\nc) ; P(d)" },
    { "not after a paragraph", "Foo\n    bar", "P(Foo\nbar)" },
    // 4.5 Fenced code
    { "fence", "```\n<\n >\n```", "C[](<\n >)" },
    { "tildes", "~~~ ruby startline=3 $%@#$\ndef foo\n~~~", "C[ruby startline=3 $%@#$](def foo)" },
    { "two are inline code", "``\nfoo\n``", "P(``\nfoo\n``)" },
    { "other character does not close", "```\naaa\n~~~\n```", "C[](aaa\n~~~)" },
    { "shorter does not close", "````\naaa\n```\n``````", "C[](aaa\n```)" },
    { "unclosed", "```\n\n```\naaa", "C[]() ; ~P(aaa)" },
    { "closed by the end", "`````\n\n```\naaa", "C[](\n```\naaa)" },
    { "blank lines are kept", "```\n\n  \n\na\n```", "C[](\n  \n\na)" },
    { "indented fence", "  ```\naaa\n  aaa\n    aaa\n  ```", "C[](aaa\naaa\n  aaa)" },
    { "closing fence indented", "```\naaa\n   ```\nb", "C[](aaa) ; ~P(b)" },
    { "closing fence too far", "```\naaa\n    ```", "C[](aaa\n    ```)" },
    { "closing fence with text", "```\naaa\n``` aa\n```", "C[](aaa\n``` aa)" },
    { "info with backtick", "``` aa ```\naaa", "P(``` aa ```\naaa)" },
    { "fence interrupts", "foo\n```\nbar\n```\nbaz", "P(foo) ; ~C[](bar) ; ~P(baz)" },
    { "almost a fence inside", "```c\na\n``\nb\n```", "C[c](a\n``\nb)" },
    // 4.6 HTML
    { "html block", "<div>\n*hello*\n</div>\n\nfoo", "X(<div>\n*hello*\n</div>) ; P(foo)" },
    { "html comment", "<!-- a\n\nb -->\nfoo", "X(<!-- a\n\nb -->) ; ~P(foo)" },
    { "html script", "<script>\n\nx\n</script> y\nfoo", "X(<script>\n\nx\n</script> y) ; ~P(foo)" },
    { "html on one line", "<style>a</style>\nfoo", "X(<style>a</style>) ; ~P(foo)" },
    { "inline tag is text", "<span>a</span>\n\n<divider>\n\na < b", "P(<span>a</span>) ; P(<divider>) ; P(a < b)" },
    { "autolink is text", "<https://a.b>", "P(<https://a.b>)" },
    // 4.8 Paragraphs
    { "paragraphs", "aaa\nbbb\n\n\n  ccc  \nddd\t", "P(aaa\nbbb) ; P(ccc  \nddd)" },
    { "line ends", "a\r\nb\rc\n\r\nd", "P(a\nb\nc) ; P(d)" },
    // 5.1 Quotes
    { "quote", "> # Foo\n> bar\n> baz", ">H1(Foo) ; >~P(bar\nbaz)" },
    { "lazy continuation", "> bar\nbaz\n> foo", ">P(bar\nbaz\nfoo)" },
    { "not lazy", "> - foo\n- bar", ">-•P(foo) ; -•~P(bar)" },
    { "code is not lazy", "> ```\nfoo\n```", ">C[]() ; ~P(foo) ; ~C[]()" },
    { "blank line ends a quote", "> foo\n\n> bar", ">P(foo) ; >P(bar)" },
    { "nested quotes", "> > > foo\nbar", ">>>P(foo\nbar)" },
    { "quote with code", ">     code\n\n>    not code", ">C[](code) ; >P(not code)" },
    // 5.2 and 5.3 Lists
    { "bullets", "- a\n- b\n\n- c", "-•P(a) ; -•~P(b) ; -•P(c)" },
    { "ordered", "1.  a\n2.  b\n7) c", "-1.P(a) ; -2.~P(b) ; -7)~P(c)" },
    { "numbers count on", "3. a\n3. b\n9. c", "-3.P(a) ; -4.~P(b) ; -5.~P(c)" },
    { "marker changes the list", "- a\n+ b\n1. c\n1. d", "-•P(a) ; -•~P(b) ; -1.~P(c) ; -2.~P(d)" },
    { "paragraph ends the numbering", "1. a\n\ntext\n\n1. b", "-1.P(a) ; P(text) ; -1.P(b)" },
    { "needs a space", "-one\n\n2.two", "P(-one) ; P(2.two)" },
    { "content of an item", "1.  A paragraph\n    with two lines.\n\n        indented code\n\n    > A quote.",
        "-1.P(A paragraph\nwith two lines.) ; -C[](indented code) ; >-P(A quote.)" },
    { "not enough indentation", "- one\n\n two", "-•P(one) ; P(two)" },
    { "lazy item", "- a\nb", "-•P(a\nb)" },
    { "nested", "- a\n  - b\n    - c\n- d", "-•P(a) ; --◦~P(b) ; ---▪~P(c) ; -•~P(d)" },
    { "nested ordered", "1. a\n   - b\n   - c\n2. d", "-1.P(a) ; --◦~P(b) ; --◦~P(c) ; -2.~P(d)" },
    { "list in a list item", "- - foo", "-•P() ; --◦~P(foo)" },
    { "heading in an item", "- # Foo\n- Bar\n  ---\n  baz", "-•H1(Foo) ; -•~H2(Bar) ; -~P(baz)" },
    { "code in an item", "- a\n\n  ```c\n  b\n\n    d\n  ```\n- e", "-•P(a) ; -C[c](b\n\n  d) ; -•~P(e)" },
    { "item begins with a fence", "1. ```\n   a\n   ```\n2. b", "-1.C[](a) ; -2.~P(b)" },
    { "code unclosed by its item", "- ```\n  a\nb", "-•C[](a) ; ~P(b)" },
    { "empty item", "- foo\n-\n- bar", "-•P(foo) ; -•~P() ; -•~P(bar)" },
    { "content on the next line", "-\n  foo\n-   \n  bar", "-•P(foo) ; -•~P(bar)" },
    { "one blank line only", "-\n\n  foo", "-•P() ; P(foo)" },
    { "only 1 interrupts", "The number is\n14. So\n1. yes", "P(The number is\n14. So) ; -1.~P(yes)" },
    { "empty does not interrupt", "foo\n*\nbar\n1.", "P(foo\n*\nbar\n1.)" },
    { "large numbers", "123456789. ok\n\n1234567890. not ok", "-123456789.P(ok) ; P(1234567890. not ok)" },
    { "marker then code", "-     code", "-•C[](code)" },
    { "tabs", "-\ta\n\n\tb\n\n- foo\n\n\t\tbar", "-•P(a) ; -P(b) ; -•P(foo) ; -C[](  bar)" },
    { "loose empty item", "- a\n\n-\n- b", "-•P(a) ; -•P() ; -•~P(b)" },
    { "tab in a quote", ">\t\tfoo", ">C[](  foo)" },
    { "tab after text", "- foo\n\n\tbar", "-•P(foo) ; -P(bar)" },
    // GFM task lists and tables
    { "tasks", "- [ ] a\n- [x] b\n- [X] c\n- [y] d\n- [ ]",
        "-•[ ]P(a) ; -•[x]~P(b) ; -•[x]~P(c) ; -•~P([y] d) ; -•~P([ ])" },
    { "table", "| a | b |\n|:--|--:|\n| 1 | 2 |\n\nx", "T(a|b||1|2)lr ; P(x)" },
    { "table without edges", "a | b\n-|:-:\n1|2|3\n4", "T(a|b||1|2||4|)dc" },
    { "table after text", "Text:\n| a |\n|---|\n| 1 |\n", "P(Text:) ; ~T(a||1)d" },
    { "escaped pipe", "| a\\|b |\n|-|\n| `x\\|y` |", "T(a|b||`x|y`)d" },
    { "not a table", "| a | b |\n|---|\n| 1 |", "P(| a | b |\n|---|\n| 1 |)" },
    { "table ends at a block", "|a|\n|-|\n|b|\n> c\n", "T(a||b)d ; >~P(c)" },
    { "table in an item", "- |a|\n  |-|\n  |b|\n", "-•T(a||b)d" },
    { "delimiter row alone", "|---|---|\n", "P(|---|---|)" },
    // Displayed formulas
    { "formula", "a\n\\[\nx^2\n+ 1\n\\]\nb", "P(a) ; ~M(x^2\n+ 1) ; ~P(b)" },
    { "dollars", "$$\nx\n$$\n", "M(x)" },
    { "a blank line ends it", "$$\nx\n\ny", "M(x) ; P(y)" },
    { "formula in an item", "- a\n  \\[\n  x\n  \\]\n- b", "-•P(a) ; -~M(x) ; -•~P(b)" },
    { "other sign does not end it", "\\[\n$$\n\\]", "M($$)" },
    { "on one line it is text", "\\[ x \\]\n\n$$x$$\n\n$$ x", "P(\\[ x \\]) ; P($$x$$) ; P($$ x)" },
    { "not in code", "```\n$$\nx\n```", "C[]($$\nx)" },
    { "empty formula", "$$\n$$", "M()" },
    // Thinking
    { "thinking", "<think>\nfirst *a*\n</think>\n\nAnswer", "K ; ?P(first *a*) ; P(Answer)" },
    { "thinking on one line", "<think>a</think>b", "K ; ?P(a) ; P(b)" },
    { "thinking with white space", " \n<think> \n\na\n</think>b", "K ; ?P(a) ; P(b)" },
    { "thinking ends what is open", "<think>\n- a\n  ```py\n  x\n</think>\ny", "K ; ?-•P(a) ; ?-~C[py](x) ; P(y)" },
    { "numbering starts anew", "<think>\n1. a\n</think>\n1. b", "K ; ?-1.P(a) ; -1.P(b)" },
    { "thinking about tags", "<think>\n`<think>` </thin> a\n</think>\n<think>b</think>",
        "K ; ?P(`<think>` </thin> a) ; P(<think>b</think>)" },
    { "no thought, no head", "<think>\n\n</think>\n\na", "P(a)" },
    { "cut off", "<think>\na", "K ; ?P(a)" },
    { "cut off in the tag", "<think>\na</thi", "K ; ?P(a</thi)" },
    { "tag not at the start", "a <think>b</think>", "P(a <think>b</think>)" },
    { "tag after text", "a\n\n<think>\nb", "P(a) ; P(<think>\nb)" },
    { "half a tag", "<thi", "P(<thi)" },
    { "other tags", "[THINK]a[/THINK]b", "K ; ?P(a) ; P(b)" },
    { "thinking tag", "<thinking>a</think></thinking>b", "K ; ?P(a</think>) ; P(b)" },
    // Corners
    { "nothing", "", "" },
    { "blank lines", "\n  \n\t\n", "" },
    { "unicode", "# Grüße 👩‍💻\n\n- élan\n", "H1(Grüße 👩‍💻) ; -•P(élan)" },
};

QString scanAll(const QString &text)
{
    MarkdownScanner scanner;
    scanner.append(text);
    scanner.finish();
    return dump(scanner.blocks());
}

QString scanPrefix(QStringView text)
{
    MarkdownScanner scanner;
    scanner.append(text);
    return dump(scanner.blocks());
}

// Strings of the things that mean something to the scanner, in every order.
QString randomMarkdown(std::mt19937 &random)
{
    static const QStringList pieces = {
        QStringLiteral("a"),
        QStringLiteral("word "),
        QStringLiteral("\n"),
        QStringLiteral("\n\n"),
        QStringLiteral("\n"),
        QStringLiteral("\r\n"),
        QStringLiteral("- "),
        QStringLiteral("-"),
        QStringLiteral("* "),
        QStringLiteral("1. "),
        QStringLiteral("2) "),
        QStringLiteral("12"),
        QStringLiteral("> "),
        QStringLiteral(">"),
        QStringLiteral("# "),
        QStringLiteral("##"),
        QStringLiteral("```"),
        QStringLiteral("~~~~"),
        QStringLiteral("`"),
        QStringLiteral("    "),
        QStringLiteral("  "),
        QStringLiteral(" "),
        QStringLiteral("\t"),
        QStringLiteral("|"),
        QStringLiteral("|-|"),
        QStringLiteral(":-:"),
        QStringLiteral("---"),
        QStringLiteral("==="),
        QStringLiteral("***"),
        QStringLiteral("_"),
        QStringLiteral("<div>"),
        QStringLiteral("<!--"),
        QStringLiteral("-->"),
        QStringLiteral("</"),
        QStringLiteral("<pre>"),
        QStringLiteral("[ ] "),
        QStringLiteral("[x]"),
        QStringLiteral("\\|"),
        QStringLiteral("é"),
        QStringLiteral("\u00a0"),
        QStringLiteral("| a | b |\n|--|--|\n"),
        QStringLiteral("$$"),
        QStringLiteral("\\["),
        QStringLiteral("\\]\n"),
        QStringLiteral("</think>"),
        QStringLiteral("<think>"),
    };
    QString text;
    const auto n = random() % 24 + 1;
    text += random() % 3 == 0 ? QStringLiteral("<think>\n") : QString();
    for (unsigned i = 0; i < n; ++i) {
        text += pieces[static_cast<qsizetype>(random() % static_cast<unsigned>(pieces.size()))];
    }
    return text;
}
}

class TestMarkdownScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocks_data();
    void blocks();
    void everySplitGivesTheSame_data();
    void everySplitGivesTheSame();
    void randomTextRandomSplits();
    void openBlocks();
    void openCodeOnlyGrows();
    void closedBlocksNeverChange();
    void costIsLinear();
    void longLineCostsOnce();
    void longParagraphsAreSplit();
    void capsHold();
};

void TestMarkdownScanner::blocks_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");
    for (const Case &c : kCases) {
        QTest::newRow(c.name) << QString::fromUtf8(c.markdown) << QString::fromUtf8(c.expected);
    }
}

void TestMarkdownScanner::blocks()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    QCOMPARE(scanAll(markdown), expected);
    QCOMPARE(scanAll(markdown + QLatin1Char('\n')), expected);
}

void TestMarkdownScanner::everySplitGivesTheSame_data()
{
    QTest::addColumn<QString>("markdown");
    for (const Case &c : kCases) {
        QTest::newRow(c.name) << QString::fromUtf8(c.markdown);
    }
    const QStringList answers = fakeAnswers();
    for (qsizetype i = 0; i < answers.size(); ++i) {
        QTest::addRow("answer %d", static_cast<int>(i)) << answers[i];
    }
}

void TestMarkdownScanner::everySplitGivesTheSame()
{
    QFETCH(QString, markdown);
    const QString whole = scanAll(markdown);
    for (qsizetype cut = 0; cut <= markdown.size(); ++cut) {
        MarkdownScanner scanner;
        scanner.append(QStringView(markdown).first(cut));
        scanner.append(QStringView(markdown).sliced(cut));
        scanner.finish();
        QCOMPARE(dump(scanner.blocks()), whole);
    }
    // In single characters, and at every moment the same as if the text so far had come at once.
    MarkdownScanner scanner;
    for (qsizetype i = 0; i < markdown.size(); ++i) {
        scanner.append(QStringView(markdown).sliced(i, 1));
        QCOMPARE(dump(scanner.blocks()), scanPrefix(QStringView(markdown).first(i + 1)));
    }
    scanner.finish();
    QCOMPARE(dump(scanner.blocks()), whole);
}

void TestMarkdownScanner::randomTextRandomSplits()
{
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        const QString text = randomMarkdown(random);
        const QString whole = scanAll(text);
        MarkdownScanner scanner;
        for (QStringView rest = text; !rest.isEmpty();) {
            const qsizetype n = std::min<qsizetype>(rest.size(), random() % 6 + 1);
            scanner.append(rest.first(n));
            rest = rest.sliced(n);
            QCOMPARE(dump(scanner.blocks()), scanPrefix(QStringView(text).chopped(rest.size())));
        }
        scanner.finish();
        QVERIFY2(dump(scanner.blocks()) == whole, qPrintable(text));
    }
}

void TestMarkdownScanner::openBlocks()
{
    // What a reader sees while the text is arriving: nothing that is taken back a moment later.
    QCOMPARE(scanPrefix(u"Hello wor"), QStringLiteral("P(Hello wor)..."));
    QCOMPARE(scanPrefix(u"# Ti"), QStringLiteral("H1(Ti)..."));
    QCOMPARE(scanPrefix(u"-"), QString());
    QCOMPARE(scanPrefix(u"- a"), QStringLiteral("-•P(a)..."));
    QCOMPARE(scanPrefix(u"- [x"), QString());
    QCOMPARE(scanPrefix(u"12"), QString());
    QCOMPARE(scanPrefix(u"12 "), QStringLiteral("P(12 )..."));
    QCOMPARE(scanPrefix(u"``"), QString());
    QCOMPARE(scanPrefix(u"```py"), QString());
    QCOMPARE(scanPrefix(u"```py\n"), QStringLiteral("C[py]()..."));
    QCOMPARE(scanPrefix(u"```py\nx = 1\n``"), QStringLiteral("C[py](x = 1)..."));
    QCOMPARE(scanPrefix(u"```py\nx = 1\n```"), QStringLiteral("C[py](x = 1)..."));
    QCOMPARE(scanPrefix(u"```py\nx = 1\n```\n"), QStringLiteral("C[py](x = 1)"));
    QCOMPARE(scanPrefix(u"|a|\n|-|\n|b|\n|c"), QStringLiteral("T(a||b)d..."));
}

void TestMarkdownScanner::openCodeOnlyGrows()
{
    const QString text
        = QStringLiteral("- x\n\n  ```c\n\n  a ``\n\n    ```` b\n  ``\n ~~~\n  ```\n\n    code\n\n\n      more\n");
    MarkdownScanner scanner;
    std::vector<QString> before;
    for (const QChar c : text) {
        scanner.append(QStringView(&c, 1));
        for (std::size_t row = 0; row < scanner.blocks().size(); ++row) {
            const Markdown::Block &block = scanner.blocks()[row];
            if (block.kind == Markdown::Kind::Code && row < before.size()) {
                QVERIFY(block.text.startsWith(before[row]));
            }
        }
        before.clear();
        for (const Markdown::Block &block : scanner.blocks()) {
            before.push_back(block.text);
        }
    }
}

void TestMarkdownScanner::closedBlocksNeverChange()
{
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        const QString text = randomMarkdown(random);
        MarkdownScanner scanner;
        std::vector<Markdown::Block> before;
        for (const QChar c : text) {
            scanner.append(QStringView(&c, 1));
            const std::vector<Markdown::Block> &now = scanner.blocks();
            QVERIFY(now.size() >= before.size());
            const std::size_t touched = scanner.takeFirstTouched();
            for (std::size_t row = 0; row < before.size(); ++row) {
                QVERIFY2(!before[row].closed || before[row] == now[row], qPrintable(text));
                QVERIFY2(before[row] == now[row] || row >= touched, qPrintable(text));
                QVERIFY(row + 1 == now.size() || now[row].closed);
            }
            before = now;
        }
    }
}

void TestMarkdownScanner::costIsLinear()
{
    const auto work = [](int tokens, quint64 &worst) {
        const QString text = FakeBackend::longAnswer(tokens);
        MarkdownScanner scanner;
        worst = 0;
        for (QStringView rest = text; !rest.isEmpty();) {
            const QStringView chunk = rest.first(std::min<qsizetype>(rest.size(), 8)); // two tokens
            const quint64 before = scanner.workCount();
            scanner.append(chunk);
            worst = std::max(worst, scanner.workCount() - before);
            rest = rest.sliced(chunk.size());
        }
        scanner.finish();
        return scanner.workCount();
    };
    quint64 worst10 = 0, worst20 = 0;
    const quint64 work10 = work(10'000, worst10);
    const quint64 work20 = work(20'000, worst20);
    QCOMPARE_LE(work20, 8 * 80'000u); // 20 000 tokens are 80 000 characters
    QCOMPARE_LE(work20, work10 * 21 / 10);
    QCOMPARE_LE(worst20, static_cast<quint64>(MarkdownScanner::kHead + 16));
    QCOMPARE(worst20, worst10); // the price of a flush does not depend on what came before
}

void TestMarkdownScanner::longLineCostsOnce()
{
    for (const QString &unit : { QStringLiteral("-"), QStringLiteral("a"), QStringLiteral("`"), QStringLiteral(" "),
             QStringLiteral("|"), QStringLiteral(">"), QStringLiteral("# "), QStringLiteral("- "), QStringLiteral("<"),
             QStringLiteral("1") }) {
        MarkdownScanner scanner;
        const QString text = unit.repeated(40'000);
        for (QStringView rest = text; !rest.isEmpty();) {
            const QStringView chunk = rest.first(std::min<qsizetype>(rest.size(), 100));
            scanner.append(chunk);
            rest = rest.sliced(chunk.size());
        }
        scanner.finish();
        // Up to kHead / 100 attempts to classify the line, each of at most kHead characters, then only what is new.
        QCOMPARE_LE(scanner.workCount(), static_cast<quint64>(2 * text.size() + 12 * MarkdownScanner::kHead));
        QCOMPARE(dump(scanner.blocks()), scanAll(text));
    }
}

void TestMarkdownScanner::longParagraphsAreSplit()
{
    const QString text = QStringLiteral("word ").repeated(4000) + QStringLiteral("👩").repeated(6000);
    MarkdownScanner scanner;
    for (qsizetype i = 0; i < text.size(); i += 7) {
        scanner.append(QStringView(text).sliced(i, std::min<qsizetype>(7, text.size() - i)));
    }
    scanner.finish();
    QString joined;
    for (const Markdown::Block &block : scanner.blocks()) {
        QCOMPARE_LE(block.text.size(), MarkdownScanner::kSplitParagraph + 1001);
        QVERIFY(!block.text.front().isLowSurrogate());
        joined += block.text;
    }
    QCOMPARE(joined.remove(QLatin1Char(' ')), QString(text).remove(QLatin1Char(' ')));
    QCOMPARE(dump(scanner.blocks()), scanAll(text));
}

void TestMarkdownScanner::capsHold()
{
    MarkdownScanner deep;
    deep.append(QStringLiteral("> ").repeated(32'000) + QStringLiteral("x\n"));
    deep.finish();
    QCOMPARE(deep.blocks().front().quoteDepth, MarkdownScanner::kMaxDepth);

    MarkdownScanner wide;
    wide.append(
        QStringLiteral("|a").repeated(65) + QLatin1Char('\n') + QStringLiteral("|-").repeated(65) + QLatin1Char('\n'));
    wide.finish();
    QCOMPARE(wide.blocks().front().kind, Markdown::Kind::Paragraph);

    MarkdownScanner tall;
    tall.append(QStringLiteral("|a|b|\n|-|-|\n") + QStringLiteral("|1|2|\n").repeated(3000));
    tall.finish();
    QCOMPARE(tall.blocks().size(), 2u);
    QCOMPARE_LE(tall.blocks()[0].cells.size(), MarkdownScanner::kMaxCells);
    QCOMPARE(tall.blocks()[1].kind, Markdown::Kind::Html);
    QCOMPARE(tall.blocks()[1].text.count(QLatin1Char('\n')), 3001 - MarkdownScanner::kMaxCells / 2 - 1);

    // Beyond the caps everything is one block, whatever it is and however it arrives.
    for (const QString &unit : { QStringLiteral("- a\n"), QStringLiteral("a\n\n"), QStringLiteral("```\nx\n```\n"),
             QStringLiteral("# b\n"), QStringLiteral("longer lines of text that go on and on\n\n") }) {
        const QString text = unit.repeated(9000);
        MarkdownScanner whole, pieces;
        whole.append(text);
        whole.finish();
        for (qsizetype i = 0; i < text.size(); i += 777) {
            pieces.append(QStringView(text).sliced(i, std::min<qsizetype>(777, text.size() - i)));
        }
        pieces.finish();
        QCOMPARE_LE(whole.blocks().size(), MarkdownScanner::kMaxBlocks + 1);
        QVERIFY(whole.blocks() == pieces.blocks());
        QCOMPARE(whole.blocks().back().kind, Markdown::Kind::Code);
        QVERIFY(text.endsWith(whole.blocks().back().text + u'\n') || text.endsWith(whole.blocks().back().text));
        QCOMPARE_LE(pieces.workCount(), static_cast<quint64>(4 * text.size()));
    }
}

QTEST_GUILESS_MAIN(TestMarkdownScanner)
#include "tst_markdownscanner.moc"
