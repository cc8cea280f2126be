// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Every language by every name it has, and what a code block can do: fold, wrap, show a file, keep its lines while it grows.
#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include "documents/blockmodel.h"
#include "documents/codedocument.h"
#include "tests/app/documents/editrig.h"
#include "text/filenames.h"
#include "text/languages.h"

class TestCodeBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLanguageByEveryName();
    void everyLanguageHasAnEnding();
    void filesByTheirNames();
    void foldsToTheLimit();
    void foldedBlockCostsItsLines();
    void grownBlocksStayUnfolded();
    void showsAFile();
    void wrappedLinesKeepTheirNumbers();
    void finishedLinesAreNotLaidOutAgain();
    void thinking();
    void suggestsNames();
};

void TestCodeBlocks::everyLanguageByEveryName()
{
    int names = 0;
    const QList<KSyntaxHighlighting::Definition> all = Languages::all();
    QVERIFY(all.size() > 300);
    for (const KSyntaxHighlighting::Definition &definition : all) {
        if (!definition.isValid()) {
            continue; // "None"
        }
        for (const QString &name : QStringList(definition.name()) + definition.alternativeNames()) {
            for (const QString &written : { name, name.toLower() }) {
                const auto found = Languages::definitionFor(written);
                QVERIFY2(found.isValid(), qPrintable(written));
                ++names;
                // An alias of ours may say it better ("Markdown" is what "md" means), but a name is its definition.
                const bool isAlias
                    = written.toLower() == u"php" || written.toLower() == u"r" || written.toLower() == u"assembly";
                if (written == definition.name() && !isAlias) {
                    QCOMPARE(found.name(), definition.name());
                }
                QVERIFY2(!Languages::displayName(written).isEmpty(), qPrintable(written));
            }
        }
    }
    QVERIFY(names > 700);
}

void TestCodeBlocks::everyLanguageHasAnEnding()
{
    for (const KSyntaxHighlighting::Definition &definition : Languages::all()) {
        const QString name = FileNames::guess({ .info = definition.name(), .code = {}, .before = {} });
        QVERIFY2(name == FileNames::safe(name), qPrintable(name));
    }
    QCOMPARE(Languages::fileEnding(QStringLiteral("c++")), QStringLiteral("cpp"));
    QCOMPARE(Languages::fileEnding(QStringLiteral("rust")), QStringLiteral("rs"));
    QCOMPARE(Languages::fileEnding(QStringLiteral("unheard-of")), QString());
}

void TestCodeBlocks::filesByTheirNames()
{
    QCOMPARE(Languages::definitionForFile(QStringLiteral("src/CMakeLists.txt")).name(), QStringLiteral("CMake"));
    QCOMPARE(Languages::definitionForFile(QStringLiteral("a.py")).name(), QStringLiteral("Python"));
    QVERIFY(!Languages::definitionForFile(QStringLiteral("a.unheard")).isValid());
    QVERIFY(!Languages::definitionForFile(QString()).isValid());
    QVERIFY(!Languages::definitionForFile(QStringLiteral("x").repeated(100'000)).isValid());
}

void TestCodeBlocks::foldsToTheLimit()
{
    Edit edit;
    BlockModel blocks;
    blocks.append(QStringLiteral("```c\n") + QStringLiteral("x;\n").repeated(100) + QStringLiteral("```\n"));
    CodeDocument code;
    code.setTextDocument(edit.quick);
    code.setLineLimit(40);
    code.setBlocks(&blocks);
    code.setRow(0);
    QCOMPARE(code.lineCount(), 100);
    QCOMPARE(code.shownLines(), 40);
    QCOMPARE(edit.document->toPlainText(), (QStringLiteral("x;\n").repeated(40)).chopped(1));
    code.setLineLimit(0);
    QCOMPARE(code.shownLines(), 100);
    QCOMPARE(edit.document->toPlainText(), (QStringLiteral("x;\n").repeated(100)).chopped(1));
    code.setLineLimit(40);
    QCOMPARE(code.shownLines(), 40);
    code.setLineLimit(200);
    QCOMPARE(code.shownLines(), 100);
    code.setLineLimit(1);
    QCOMPARE(edit.document->toPlainText(), QStringLiteral("x;"));
}

void TestCodeBlocks::foldedBlockCostsItsLines()
{
    Edit edit;
    BlockModel blocks;
    const QString hidden = QStringLiteral("return 1;\n").repeated(4000) + QStringLiteral("a\u202Eb\n");
    blocks.append(QStringLiteral("```cpp\n") + hidden + QStringLiteral("```\n"));
    CodeDocument code;
    code.setTextDocument(edit.quick);
    code.setLineLimit(40);
    code.setBlocks(&blocks);
    code.setRow(0);
    for (int i = 0; i < 20; ++i) {
        edit.nextTurn();
    }
    QCOMPARE_LE(code.workCount(), 40u * 10);
    QCOMPARE(code.lineCount(), 4001);
    QVERIFY(code.suspicious()); // what is folded away is looked at all the same
}

void TestCodeBlocks::grownBlocksStayUnfolded()
{
    BlockModel stored;
    stored.append(QStringLiteral("```c\n") + QStringLiteral("x;\n").repeated(100) + QStringLiteral("```\n"));
    QVERIFY(!stored.data(stored.index(0), BlockModel::UnfoldedRole).toBool());
    BlockModel cut; // whose last block is never closed
    cut.append(u"```c\nx;");
    cut.finish();
    QVERIFY(!cut.data(cut.index(0), BlockModel::UnfoldedRole).toBool());
    BlockModel grown;
    QAbstractItemModelTester tester(&grown);
    grown.append(u"```c\nx;\n");
    QVERIFY(!grown.data(grown.index(0), BlockModel::UnfoldedRole).toBool());
    grown.append(u"x;\n```\n\nend");
    grown.finish();
    QVERIFY(grown.data(grown.index(0), BlockModel::UnfoldedRole).toBool());
    QSignalSpy changes(&grown, &BlockModel::dataChanged);
    grown.setUnfolded(0, false);
    grown.setUnfolded(0, false);
    grown.setWrapped(0, true);
    grown.setWrapped(99, true);
    QCOMPARE(changes.size(), 2);
    QVERIFY(!grown.data(grown.index(0), BlockModel::UnfoldedRole).toBool());
    QVERIFY(grown.data(grown.index(0), BlockModel::WrappedRole).toBool());
}

void TestCodeBlocks::showsAFile()
{
    Edit edit;
    CodeDocument code;
    code.setTextDocument(edit.quick);
    QCOMPARE(edit.document->toPlainText(), QString());
    code.setText(QStringLiteral("return 1;\n\u202E"));
    code.setFileName(QStringLiteral("a.cpp"));
    QCOMPARE(code.lineCount(), 2);
    QVERIFY(code.suspicious());
    QVERIFY(edit.isColoured());
    code.setFileName(QStringLiteral("a.unheard"));
    QVERIFY(!edit.isColoured());
    code.setInfo(QStringLiteral("c"));
    QVERIFY(edit.isColoured());
    code.setText(QStringLiteral("x"));
    QCOMPARE(edit.document->toPlainText(), QStringLiteral("x"));
    QVERIFY(!code.suspicious());
    code.setText(QString());
    QCOMPARE(edit.document->toPlainText(), QString());
}

void TestCodeBlocks::wrappedLinesKeepTheirNumbers()
{
    Edit edit;
    CodeDocument code;
    code.setTextDocument(edit.quick);
    QSignalSpy rows(&code, &CodeDocument::rowsChanged);
    code.setText(QStringLiteral("a\n") + QStringLiteral("word ").repeated(60) + QStringLiteral("\nb"));
    QCOMPARE(code.rows(), 3);
    QCOMPARE(code.lineNumbers(1, 3), QStringLiteral("1\n2\n3"));
    QTextOption option = edit.document->defaultTextOption();
    option.setWrapMode(QTextOption::WordWrap);
    edit.document->setDefaultTextOption(option);
    edit.document->setTextWidth(200);
    (void)edit.document->size();
    (void)edit.document->size(); // lays it out
    QVERIFY(code.rows() > 3);
    const QString numbers = code.lineNumbers(1, 3);
    QCOMPARE(numbers.count(u'\n') + 1, code.rows());
    QVERIFY(numbers.startsWith(QStringLiteral("1\n2\n\n")));
    QVERIFY(numbers.endsWith(QStringLiteral("\n\n3")));
    QVERIFY(!rows.isEmpty());
}

// Counted in what the document reports as changed: a line that is complete is never touched again.
void TestCodeBlocks::finishedLinesAreNotLaidOutAgain()
{
    int earliest = -1; // position of the first character that changed in the flush; outlives the document
    Edit edit;
    BlockModel blocks;
    CodeDocument code;
    code.setTextDocument(edit.quick);
    code.setBlocks(&blocks);
    blocks.append(u"```cpp\n");
    code.setRow(0);
    connect(edit.document, &QTextDocument::contentsChange, this,
        [&](int position, int, int) { earliest = earliest < 0 ? position : std::min(earliest, position); });
    const QString text = QStringLiteral("int f() {\n    return g(1, \"two\"); // three\n}\n").repeated(50);
    for (qsizetype i = 0; i < text.size(); i += 5) {
        const QString before = edit.document->toPlainText();
        const int lineBegin = static_cast<int>(before.lastIndexOf(u'\n') + 1);
        earliest = -1;
        blocks.append(QStringView(text).sliced(i, std::min<qsizetype>(5, text.size() - i)));
        edit.nextTurn();
        // The highlighter may colour the line that was just completed, which begins at lineBegin.
        QVERIFY2(earliest < 0 || earliest >= lineBegin,
            qPrintable(QStringLiteral("%1 changed, the line begins at %2").arg(earliest).arg(lineBegin)));
    }
}

void TestCodeBlocks::thinking()
{
    BlockModel blocks;
    QAbstractItemModelTester tester(&blocks);
    QSignalSpy changed(&blocks, &BlockModel::thinkingChanged);
    QCOMPARE(blocks.thinkingSeconds(), -1);
    blocks.append(u"<think>\n");
    QVERIFY(blocks.thinkingOngoing());
    QCOMPARE(blocks.rowCount(), 0); // no head before there is a thought
    blocks.append(u"hmm\n\nso");
    QCOMPARE(blocks.rowCount(), 3);
    QCOMPARE(blocks.data(blocks.index(0), BlockModel::KindRole).toInt(), static_cast<int>(Markdown::Kind::Thinking));
    QVERIFY(blocks.data(blocks.index(1), BlockModel::ThinkingRole).toBool());
    blocks.append(u"</think>\n\nAnswer");
    QVERIFY(!blocks.thinkingOngoing());
    QCOMPARE(blocks.thinkingSeconds(), 0);
    QVERIFY(!blocks.data(blocks.index(3), BlockModel::ThinkingRole).toBool());
    QCOMPARE(changed.size(), 2);
    blocks.setThinkingSeconds(12); // from the store
    QCOMPARE(blocks.thinkingSeconds(), 12);
    QVERIFY(!blocks.thinkingShown());
    blocks.setThinkingShown(true);
    QVERIFY(blocks.thinkingShown());
    BlockModel cut;
    cut.append(u"<think>\nhmm");
    cut.finish();
    QVERIFY(!cut.thinkingOngoing());
}

void TestCodeBlocks::suggestsNames()
{
    BlockModel blocks;
    blocks.append(u"Put this into `src/a.cpp`:\n\n```cpp\nint x;\n```\n\n```py b.py\n```\n\n```\n# c.sh\n```\ntext\n");
    QCOMPARE(blocks.suggestedName(1), QStringLiteral("src/a.cpp"));
    QCOMPARE(blocks.suggestedName(2), QStringLiteral("b.py"));
    QCOMPARE(blocks.suggestedName(3), QStringLiteral("c.sh"));
    QCOMPARE(blocks.suggestedName(0), QString());
    QCOMPARE(blocks.suggestedName(-1), QString());
}

QTEST_MAIN(TestCodeBlocks)
#include "tst_codeblocks.moc"
