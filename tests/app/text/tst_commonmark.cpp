// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The scanner against md4c (md4cblocks.h): every example of the CommonMark specification, which Debian has in
// golang-github-yuin-goldmark-dev, and documents of our own for GitHub's tables and tasks.
// tests/golden/markdown/deviations.txt lists each example that we read otherwise, what becomes of it, and why. A
// deviation that appears or goes away fails.

#include <map>

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "markdowndump.h"
#include "md4cblocks.h"
#include "text/markdownscanner.h"

using Markdown::Block;

namespace
{
constexpr QLatin1StringView kSpecification("/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json");
// Of the examples of version 0.31.2, each with a zero byte behind it: the table's numbers are theirs.
constexpr QByteArrayView kVersion("b672eee3c77602c0692410346ab73b568a425bab");

struct Document {
    const char *name;
    const char *markdown;
};

// What the specification does not have. GFM: GitHub's "GitHub Flavored Markdown Spec", sections 4.10 and 5.3.
constexpr Document kOwn[] = {
    { "table", "| left | right |\n| :--- | ----: |\n| one | two |\n| three | four |\n" },
    { "table-alignments", "|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|\n" },
    { "table-no-edges", "name | size\n--- | ---\nbig | 12\n" },
    { "table-header-alone", "| key |\n| --- |\n" },
    { "table-short-row", "| a | b |\n| - | - |\n| only one |\n" },
    { "table-long-row", "| a | b |\n| - | - |\n| 1 | 2 | 3 |\n" },
    { "table-escaped-pipe", "| expression |\n| --- |\n| a \\| b |\n| `x \\| y` |\n" },
    { "table-inline", "| **bold** | `code` |\n| --- | --- |\n| *slanted* | [name](https://example.org) |\n" },
    { "table-empty-cells", "| a | b | c |\n|---|---|---|\n|   | x |   |\n||y||\n" },
    { "table-blank-line", "| a |\n| - |\n| 1 |\n\n| 2 |\n" },
    { "table-then-heading", "| a |\n| - |\n| 1 |\n# next\n" },
    { "table-then-quote", "| a |\n| - |\n| 1 |\n> said\n" },
    { "table-then-list", "| a |\n| - |\n| 1 |\n- point\n" },
    { "table-then-rule", "| a |\n| - |\n| 1 |\n***\n" },
    { "table-then-fence", "| a |\n| - |\n| 1 |\n```\ncode\n```\n" },
    { "table-then-code", "| a |\n| - |\n| 1 |\n\n    code\n" },
    { "table-then-text", "| a |\n| - |\n| 1 |\nplain words\n" },
    { "table-in-quote", "> | a | b |\n> | - | - |\n> | 1 | 2 |\n" },
    { "table-in-item", "- | a | b |\n  | - | - |\n  | 1 | 2 |\n- next\n" },
    { "table-in-item-after-text", "1. before:\n\n   | a |\n   | - |\n   | 1 |\n" },
    { "table-after-text", "The figures:\n| a | b |\n| - | - |\n| 1 | 2 |\n" },
    { "table-after-heading", "## Figures\n| a | b |\n| - | - |\n| 1 | 2 |\n" },
    { "table-not-enough-columns", "| a | b |\n| - |\n| 1 |\n" },
    { "table-too-many-columns", "| a |\n| - | - |\n| 1 |\n" },
    { "table-empty-first-cell", "|| b |\n|-|\n" },
    { "table-one-column", "a |\n- |\nb |\n" },
    { "table-colon-alone", "| a |\n| : |\n| 1 |\n" },
    { "table-delimiter-with-text", "| a |\n| -x- |\n| 1 |\n" },
    { "table-indented", "   | a |\n   | - |\n   | 1 |\n" },
    { "table-delimiter-indented-as-code", "a |\n    - |\n" },
    { "table-setext-or-delimiter", "a\n-\nb\n" },
    { "table-lazy", "> | a |\n> | - |\n| 1 |\n" },
    { "table-in-two-quotes", "> > | a | b |\n> > |---|---|\n> > | 1 | 2 |\n" },
    { "tasks", "- [ ] open\n- [x] done\n- [X] done too\n" },
    { "tasks-ordered", "1. [ ] first\n2. [x] second\n" },
    { "tasks-nested", "- [x] all\n  - [ ] part\n  - [x] other part\n" },
    { "tasks-loose", "- [ ] a\n\n- [x] b\n\n  more\n" },
    { "task-other-letter", "- [y] no task\n- [] neither\n" },
    { "task-no-space", "- [ ]text\n" },
    { "task-nothing-else", "- [ ]\n- [x]\n" },
    { "task-in-quote", "> - [ ] a\n> - [x] b\n" },
    { "task-not-an-item", "[ ] words\n" },
    { "task-of-a-link", "- [x](https://example.org)\n" },
    { "task-of-code", "- [ ] `a`\n- [x] ```\n" },
    // As models write.
    { "answer",
        "Use a **map**:\n\n```cpp\nstd::map<int, int> m;\n\nm[1] = 2;\n```\n\n1. Build it.\n2. Run:\n   ```sh\n   "
        "make\n   ```\n"
        "3. Done.\n" },
    { "numbers-with-code-between", "1. First:\n```py\nprint(1)\n```\n2. Second:\n```py\nprint(2)\n```\n" },
    { "notes-under-bullets", "* **One**: text\n    * deeper\n    * and more\n* **Two**\n\n  > said\n\n  end\n" },
    { "fence-in-fence", "````md\n```py\nx = 1\n```\n````\n" },
    { "fence-unclosed", "Here:\n```js\nlet a = 1;\n" },
    { "heading-right-after-text", "Text\n### Step 1\nmore\n" },
    { "rule-between", "Before\n\n---\n\nAfter\n***\n" },
    { "item-of-a-quoted-list", "- > - words\n" },
    { "item-of-a-quoted-number", "1. > 2. words\n   > 3. more\n2. next\n" },
};

std::vector<Block> ours(const QString &markdown)
{
    MarkdownScanner scanner;
    scanner.append(markdown);
    scanner.finish();
    std::vector<Block> blocks;
    for (const Block &block : scanner.blocks()) {
        blocks.push_back(comparable(block));
    }
    return blocks;
}

// As dump(), with the lengths of texts in characters for the texts: the specification's are not ours to copy.
QString outline(std::vector<Block> blocks)
{
    QString all;
    for (Block &block : blocks) {
        const auto length
            = [](const QString &text) { return text.isEmpty() ? QString() : QString::number(text.size()); };
        block.closed = true;
        block.text = length(block.text);
        block.info = length(block.info);
        for (QString &cell : block.cells) {
            cell = length(cell);
        }
        all += (all.isEmpty() ? QString() : QStringLiteral(" ; ")) + dump(block);
    }
    return all;
}

QString whole(std::vector<Block> blocks)
{
    for (Block &block : blocks) {
        block.closed = true;
    }
    return dump(blocks);
}
}

class CommonMark : public QObject
{
    Q_OBJECT
private:
    std::map<QString, QString> m_deviations; // name of an example -> outline of our blocks

    void compare(const QString &name, const QString &markdown)
    {
        const std::vector<Block> scanned = ours(markdown), read = blocksByMd4c(markdown.toUtf8());
        const auto known = m_deviations.find(name);
        if (scanned == read) {
            QVERIFY2(known == m_deviations.end(),
                qPrintable(name + QStringLiteral(" is read as by md4c now: take it off the table")));
            return;
        }
        if (known != m_deviations.end() && known->second == outline(scanned)) {
            return;
        }
        const QString difference = QStringLiteral("\n%1\nours: %2\nmd4c: %3\nrow:  %4 %5")
                                       .arg(markdown, whole(scanned), whole(read), name, outline(scanned));
        QFAIL(qPrintable(difference));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile table(QStringLiteral(MARKDOWN_GOLDEN "/deviations.txt"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        bool said = false; // why
        while (!table.atEnd()) {
            const QString line = QString::fromUtf8(table.readLine()).trimmed();
            if (line.startsWith(u"why: ")) {
                said = true;
            } else if (!line.isEmpty() && !line.startsWith(u'#')) {
                QVERIFY2(said, qPrintable(line));
                const QString name = line.section(u' ', 0, 0);
                QVERIFY2(m_deviations.emplace(name, line.section(u' ', 1)).second, qPrintable(line));
            }
        }
    }

    void specification_data()
    {
        QTest::addColumn<QString>("markdown");
        QFile file(kSpecification);
        if (!file.open(QIODevice::ReadOnly)) {
            QSKIP("golang-github-yuin-goldmark-dev is not installed");
        }
        QCryptographicHash hash(QCryptographicHash::Sha1);
        const QJsonArray examples = QJsonDocument::fromJson(file.readAll()).array();
        for (const QJsonValue &example : examples) {
            const QString markdown = example[u"markdown"].toString();
            hash.addData(markdown.toUtf8() + '\0');
            QTest::newRow(QByteArray::number(example[u"example"].toInt()).constData()) << markdown;
        }
        if (hash.result().toHex() != kVersion) {
            QSKIP("golang-github-yuin-goldmark-dev has another version of the specification");
        }
    }
    void specification()
    {
        QFETCH(const QString, markdown);
        compare(QString::fromUtf8(QTest::currentDataTag()), markdown);
    }

    void own_data()
    {
        QTest::addColumn<QString>("markdown");
        for (const Document &document : kOwn) {
            QTest::newRow(document.name) << QString::fromUtf8(document.markdown);
        }
    }
    void own()
    {
        QFETCH(const QString, markdown);
        compare(QString::fromUtf8(QTest::currentDataTag()), markdown);
    }

    void everyRowHasItsExample()
    {
        for (const auto &[name, blocks] : m_deviations) {
            bool isNumber = false;
            const int number = name.toInt(&isNumber);
            const bool exists
                = isNumber ? number >= 1 && number <= 652 : std::ranges::any_of(kOwn, [&](const Document &document) {
                      return name == QLatin1StringView(document.name);
                  });
            QVERIFY2(exists, qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(CommonMark)
#include "tst_commonmark.moc"
