// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Languages, CodeDocument and the signs for hidden characters.
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

#include "documents/codedocument.h"
#include "tests/app/documents/editrig.h"
#include "text/languages.h"
#include "text/visiblecontrols.h"

namespace
{
void feed(BlockModel &blocks, const QString &text, qsizetype chunk)
{
    for (qsizetype i = 0; i < text.size(); i += chunk) {
        blocks.append(QStringView(text).sliced(i, std::min(chunk, text.size() - i)));
    }
}
}

class TestCodeDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages_data();
    void languages();
    void hostileInfoStrings();
    void followsTheBlock();
    void sameColoursAsAtOnce();
    void switchesTheme();
    void workIsLinear();
    void longLinesStayPlain();
    void longBlocksStayPlain();
    void longBlocksAreColouredInSlices();
    void showsHiddenCharacters();
    void proseLosesBidiControls();
    void tagsAreSeenInCode();
    void hiddenTextInProse_data();
    void hiddenTextInProse();
    void surfacesAreReplaceable();
};

void TestCodeDocument::languages_data()
{
    QTest::addColumn<QString>("info");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *info, const char *name) {
        QTest::newRow(info) << QString::fromUtf8(info) << QString::fromUtf8(name);
    };
    row("js", "JavaScript");
    row("javascript", "JavaScript");
    row("py", "Python");
    row("python", "Python");
    row("python3", "Python");
    row("Python", "Python");
    row("c", "C");
    row("c++", "C++");
    row("cpp", "C++");
    row("C++", "C++");
    row("hpp", "C++");
    row("cs", "C#");
    row("csharp", "C#");
    row("sh", "Bash");
    row("bash", "Bash");
    row("shell", "Bash");
    row("console", "Bash");
    row("zsh", "Zsh");
    row("rs", "Rust");
    row("rust", "Rust");
    row("ts", "TypeScript");
    row("typescript", "TypeScript");
    row("tsx", "TSX");
    row("jsx", "JSX");
    row("go", "Go");
    row("golang", "Go");
    row("java", "Java");
    row("kotlin", "Kotlin");
    row("kt", "Kotlin");
    row("swift", "Swift");
    row("rb", "Ruby");
    row("ruby", "Ruby");
    row("php", "PHP");
    row("pl", "Perl");
    row("lua", "Lua");
    row("r", "R");
    row("sql", "SQL");
    row("json", "JSON");
    row("jsonc", "JSON");
    row("yaml", "YAML");
    row("yml", "YAML");
    row("toml", "TOML");
    row("xml", "XML");
    row("html", "HTML");
    row("css", "CSS");
    row("md", "Markdown");
    row("markdown", "Markdown");
    row("cmake", "CMake");
    row("make", "Makefile");
    row("makefile", "Makefile");
    row("dockerfile", "Dockerfile");
    row("docker", "Dockerfile");
    row("diff", "Diff");
    row("patch", "Diff");
    row("ini", "INI");
    row("qml", "QML");
    row("haskell", "Haskell");
    row("hs", "Haskell");
    row("asm", "Assembly");
    row("powershell", "PowerShell");
    row("ps1", "PowerShell");
    row("tex", "LaTeX");
    row("{.cpp #main}", "C++");
    row("python title=\"x.py\"", "Python");
    row("rust,ignore", "Rust");
    row("unheard-of", "unheard-of");
    row("", "");
}

void TestCodeDocument::languages()
{
    QFETCH(QString, info);
    QFETCH(QString, name);
    QCOMPARE(Languages::displayName(info), name);
    QCOMPARE(Languages::definitionFor(info).isValid(), info != u"" && info != u"unheard-of");
}

void TestCodeDocument::hostileInfoStrings()
{
    for (int i = 0; i < 2000; ++i) {
        QVERIFY(Languages::displayName(QStringLiteral("lang-%1").arg(i)).size() < 20);
    }
    QCOMPARE(Languages::displayName(QStringLiteral("x").repeated(100'000)).size(), 40);
    QVERIFY(!Languages::definitionFor(QStringLiteral("../../etc/passwd")).isValid());
}

void TestCodeDocument::followsTheBlock()
{
    int removed = 0; // characters; outlives the document that counts here
    Edit edit;
    BlockModel blocks;
    CodeDocument code;
    code.setTextDocument(edit.quick);
    code.setBlocks(&blocks);
    QSignalSpy lines(&code, &CodeDocument::lineCountChanged);
    connect(edit.document, &QTextDocument::contentsChange, this,
        [&](int, int charsRemoved, int) { removed += charsRemoved; });
    blocks.append(u"text\n\n```cpp\n");
    code.setRow(1);
    removed = 0;
    feed(blocks, QStringLiteral("int a;\n\n  // b\n```\nmore\n"), 1);
    blocks.finish();
    QCOMPARE(edit.document->toPlainText(), QStringLiteral("int a;\n\n  // b"));
    QCOMPARE(code.lineCount(), 3);
    QVERIFY(lines.count() >= 2);
    QVERIFY(edit.isColoured());
    QVERIFY(!code.plain());
    QVERIFY(!code.suspicious());
    QCOMPARE(removed, 0); // appended, never rewritten
}

void TestCodeDocument::sameColoursAsAtOnce()
{
    const QString text = QStringLiteral("```cpp\n/* a\n b */ int x = 1; // c\nauto s = R\"(raw\n)\";\n```\n");
    Edit slow, fast;
    BlockModel slowBlocks, fastBlocks;
    CodeDocument slowCode, fastCode;
    slowCode.setTextDocument(slow.quick);
    slowCode.setBlocks(&slowBlocks);
    slowCode.setRow(0);
    slowBlocks.append(QStringView(text).first(8));
    slowCode.setRow(-1);
    slowCode.setRow(0);
    feed(slowBlocks, text.sliced(8), 1);
    fastBlocks.append(text);
    fastCode.setTextDocument(fast.quick);
    fastCode.setBlocks(&fastBlocks);
    fastCode.setRow(0);
    QCoreApplication::processEvents(); // KSyntaxHighlighting carries a changed line state on from the event loop
    QCOMPARE(slow.document->toPlainText(), fast.document->toPlainText());
    for (QTextBlock a = slow.document->begin(), b = fast.document->begin(); a.isValid(); a = a.next(), b = b.next()) {
        QCOMPARE(a.layout()->formats(), b.layout()->formats());
    }
}

void TestCodeDocument::switchesTheme()
{
    Edit edit;
    BlockModel blocks;
    blocks.append(u"```cpp\nreturn 1;\n```\n");
    CodeDocument code;
    code.setTextDocument(edit.quick);
    code.setBlocks(&blocks);
    code.setRow(0);
    const auto light = edit.document->begin().layout()->formats();
    code.setDark(true);
    QCOMPARE_NE(edit.document->begin().layout()->formats(), light);
    code.setDark(false);
    QCOMPARE(edit.document->begin().layout()->formats(), light);
}

void TestCodeDocument::workIsLinear()
{
    const auto work = [](int lines) {
        Edit edit;
        BlockModel blocks;
        CodeDocument code;
        code.setTextDocument(edit.quick);
        code.setBlocks(&blocks);
        blocks.append(u"```cpp\n");
        code.setRow(0);
        feed(
            blocks, QStringLiteral("    const auto length = take<std::uint64_t>(); // 60 chars\n").repeated(lines), 12);
        QCoreApplication::processEvents();
        return code.workCount();
    };
    const quint64 once = work(400), twice = work(800);
    QVERIFY(once > 0);
    QCOMPARE_LE(twice, once * 21 / 10);
    QCOMPARE_LE(twice, 20u * 800 * 60); // a line is coloured again while it grows, never after it
}

void TestCodeDocument::longLinesStayPlain()
{
    Edit edit;
    BlockModel blocks;
    CodeDocument code;
    code.setTextDocument(edit.quick);
    code.setBlocks(&blocks);
    blocks.append(u"```cpp\n");
    code.setRow(0);
    feed(blocks, QStringLiteral("1").repeated(80'000) + QStringLiteral("\nreturn 1;\n"), 4000);
    QCOMPARE(edit.document->toPlainText().size(), 80'000 + 10);
    QVERIFY(edit.document->firstBlock().layout()->formats().isEmpty());
    QVERIFY(!edit.document->lastBlock().layout()->formats().isEmpty());
    QCOMPARE_LE(code.workCount(), 10'000u);
}

void TestCodeDocument::longBlocksStayPlain()
{
    Edit edit;
    BlockModel blocks;
    CodeDocument code;
    code.setTextDocument(edit.quick);
    code.setBlocks(&blocks);
    blocks.append(u"```cpp\n");
    code.setRow(0);
    feed(blocks, QStringLiteral("return 1;\n").repeated(CodeDocument::kMaxLines + 100), 4096);
    while (code.workCount() < 9 * CodeDocument::kMaxLines) {
        QCoreApplication::processEvents();
    }
    QVERIFY(code.plain());
    QVERIFY(!edit.document->firstBlock().layout()->formats().isEmpty());
    QVERIFY(edit.document->lastBlock().layout()->formats().isEmpty());
    QCOMPARE(code.lineCount(), CodeDocument::kMaxLines + 100);
}

void TestCodeDocument::longBlocksAreColouredInSlices()
{
    // A finished block of 4000 lines scrolls into view: no turn of the event loop colours more than a slice of it.
    Edit edit;
    BlockModel blocks;
    const QString line = QStringLiteral("/* c */ const auto n = f(1, \"s\");\n");
    blocks.append(QStringLiteral("```cpp\n") + line.repeated(4000) + QStringLiteral("```\n"));
    CodeDocument code;
    code.setTextDocument(edit.quick);
    code.setBlocks(&blocks);
    code.setRow(0);
    const auto all = static_cast<quint64>(4000 * (line.size() - 1));
    constexpr quint64 kMost = 16 * 1024 + CodeDocument::kMaxLineChars;
    quint64 before = 0;
    int turns = 0;
    while (code.workCount() < all && turns < 100) {
        QCOMPARE_LE(code.workCount() - before, kMost);
        before = code.workCount();
        edit.nextTurn();
        ++turns;
    }
    QCOMPARE(code.workCount(), all);
    const auto expected = edit.document->firstBlock().layout()->formats();
    QVERIFY(!expected.isEmpty());
    for (QTextBlock block = edit.document->begin(); block != edit.document->lastBlock(); block = block.next()) {
        QCOMPARE(block.layout()->formats(), expected);
    }
    code.setDark(true);
    for (int i = 0; i < 100; ++i) {
        edit.nextTurn();
    }
    QCOMPARE(code.workCount(), 2 * all);
    QCOMPARE_NE(edit.document->findBlockByNumber(3990).layout()->formats(), expected);
}

void TestCodeDocument::showsHiddenCharacters()
{
    Edit edit;
    BlockModel blocks;
    CodeDocument code;
    code.setTextDocument(edit.quick);
    code.setBlocks(&blocks);
    const QString source = QStringLiteral("a\u202eb\u2066c\u200bd\ufeff\x07\x7f\u0085\u2028\t");
    blocks.append(QStringLiteral("```\n") + source + QStringLiteral("\n```\n"));
    code.setRow(0);
    const QString shown = edit.document->toPlainText();
    QCOMPARE(shown.size(), source.size());
    QVERIFY(std::ranges::none_of(shown, isHiddenControl));
    QVERIFY(shown.contains(QChar(u'\u2407'))); // BEL as its picture
    QVERIFY(shown.endsWith(QLatin1Char('\t')));
    QVERIFY(code.suspicious());
    QCOMPARE(blocks.copyText(0), source);
    code.setRow(-1);
    QVERIFY(!code.suspicious());
}

void TestCodeDocument::proseLosesBidiControls()
{
    QCOMPARE(withoutBidiControls(QStringLiteral("a\u202eb\u2069c\u200dd")), QStringLiteral("abc\u200dd"));
}

// Tags that spell "hi", as a model would read them.
void TestCodeDocument::tagsAreSeenInCode()
{
    bool found = false;
    QCOMPARE(withVisibleControls(u"a\U000E0068\U000E0069b", found), QStringLiteral("a\u25a1\u25a1\u25a1\u25a1b"));
    QVERIFY(found);
    found = false;
    QCOMPARE(withVisibleControls(u"\U0001F600 \u4e00", found), QStringLiteral("\U0001F600 \u4e00"));
    QVERIFY(!found);
    BlockModel blocks;
    Edit edit;
    CodeDocument code;
    code.setTextDocument(edit.quick);
    code.setBlocks(&blocks);
    blocks.append(QStringLiteral("```\nx\U000E0068\n```\n"));
    code.setRow(0);
    QVERIFY(code.suspicious());
}

void TestCodeDocument::hiddenTextInProse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hidden");
    const auto row = [](const char *name, const QString &text, bool hidden) { QTest::newRow(name) << text << hidden; };
    row("plain", QStringLiteral("a\tb\r\n\fc"), false);
    row("emoji", QStringLiteral("\U0001F469\u200D\U0001F4BB \u2764\uFE0F"), false);
    row("flag of England", QStringLiteral("\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F!"),
        false);
    row("Persian", QStringLiteral("\u0645\u06CC\u200C\u062E"), false);
    row("Hebrew with C++", QStringLiteral("\u05D0 C++\u200E \u05D1"), false);
    row("Khmer", QStringLiteral("\u1780\u200B\u1781"), false);
    row("variant of an ideograph", QStringLiteral("\u845B\U000E0100"), false);
    row("tags", QStringLiteral("a\U000E0068\U000E0069"), true);
    row("tags behind a flag", QStringLiteral("\U0001F3F4") + QStringLiteral("\U000E0067").repeated(7), true);
    row("override", QStringLiteral("abc \u202Etxt.exe\u202C"), true);
    row("isolate", QStringLiteral("a\u2066b\u2069"), true);
    row("zero-width space", QStringLiteral("pass\u200Bword"), true);
    row("joiner between letters", QStringLiteral("pass\u200Dword"), true);
    row("byte order mark", QStringLiteral("a\uFEFFb"), true);
    row("selectors in a row", QStringLiteral("\u2764\uFE0F\uFE01"), true);
    row("escape", QStringLiteral("\x1b[31m"), true);
}

void TestCodeDocument::hiddenTextInProse()
{
    QFETCH(QString, text);
    QFETCH(bool, hidden);
    QCOMPARE(hasHiddenText(text), hidden);
    BlockModel blocks;
    blocks.append(QStringLiteral("Before ") + text + QStringLiteral(" after."));
    QVERIFY(!blocks.hidesText()); // known at the end
    blocks.finish();
    QCOMPARE(blocks.hidesText(), hidden);
    BlockModel cells;
    cells.append(QStringLiteral("| a |\n|---|\n| c%1d |\n").arg(QString(text).remove(u'\n')));
    cells.finish();
    QCOMPARE(cells.hidesText(), hidden);
    BlockModel code;
    code.append(QStringLiteral("```\n%1\n```\n").arg(text));
    code.finish();
    QVERIFY(!code.hidesText()); // its own header says so
}

void TestCodeDocument::surfacesAreReplaceable()
{
    CodeDocument code;
    auto blocks = std::make_unique<BlockModel>();
    blocks->append(u"```c\nint a;\n");
    {
        Edit edit;
        code.setTextDocument(edit.quick);
        code.setBlocks(blocks.get());
        code.setRow(0);
        QCOMPARE(edit.document->toPlainText(), QStringLiteral("int a;"));
    }
    blocks->append(u"int b;\n"); // the document is gone
    Edit other;
    code.setTextDocument(other.quick);
    QCOMPARE(other.document->toPlainText(), QStringLiteral("int a;\nint b;"));
    blocks.reset(); // and now the model
    code.setRow(1);
    QCOMPARE(other.document->toPlainText(), QString());
}

QTEST_MAIN(TestCodeDocument)
#include "tst_codedocument.moc"
