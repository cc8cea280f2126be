// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// LineDiff against a table of longest common subsequences, and DiffModel.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "files/diffmodel.h"
#include "text/linediff.h"

using LineDiff::Change;

namespace
{
// Edits of a shortest script, by the quadratic table.
int fewestEdits(const QList<int> &a, const QList<int> &b)
{
    QList<QList<int>> common(a.size() + 1, QList<int>(b.size() + 1));
    for (qsizetype i = 1; i <= a.size(); ++i) {
        for (qsizetype j = 1; j <= b.size(); ++j) {
            common[i][j]
                = a[i - 1] == b[j - 1] ? common[i - 1][j - 1] + 1 : std::max(common[i - 1][j], common[i][j - 1]);
        }
    }
    return static_cast<int>(a.size() + b.size()) - 2 * common.last().last();
}

int edits(const QList<Change> &changes)
{
    int count = 0;
    for (const Change &change : changes) {
        count += change.leftEnd - change.leftBegin + change.rightEnd - change.rightBegin;
    }
    return count;
}

// What is between the changes is equal, and they come in order.
bool isScript(const QList<int> &a, const QList<int> &b, const QList<Change> &changes)
{
    int x = 0, y = 0;
    const auto equalUpTo = [&](int left, int right) {
        while (x < left && y < right && a[x] == b[y]) {
            ++x;
            ++y;
        }
        return x == left && y == right;
    };
    for (const Change &change : changes) {
        if (!equalUpTo(change.leftBegin, change.rightBegin)
            || (change.leftBegin == change.leftEnd && change.rightBegin == change.rightEnd)) {
            return false;
        }
        x = change.leftEnd;
        y = change.rightEnd;
    }
    return equalUpTo(static_cast<int>(a.size()), static_cast<int>(b.size()));
}

QString dump(const DiffModel &model)
{
    QStringList rows;
    for (int i = 0; i < model.count(); ++i) {
        const auto value = [&](int role) { return model.data(model.index(i), role); };
        const QString left = value(DiffModel::LeftTextRole).toString(),
                      right = value(DiffModel::RightTextRole).toString();
        switch (value(DiffModel::KindRole).toInt()) {
        case DiffModel::Same:
            rows << left;
            break;
        case DiffModel::Changed:
            rows << left + u'>' + right;
            break;
        case DiffModel::Added:
            rows << u'+' + right;
            break;
        case DiffModel::Removed:
            rows << u'-' + left;
            break;
        case DiffModel::Gap:
            rows << QStringLiteral("...%1").arg(value(DiffModel::HiddenRole).toInt());
            break;
        }
    }
    return rows.join(u' ');
}

QString lines(const QString &words)
{
    return QString(words).replace(u' ', u'\n');
}
}

class TestDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortestScripts();
    void workIsBounded();
    void withinLines_data();
    void withinLines();
    void models_data();
    void models();
    void opensGaps();
    void walksThroughChanges();
    void marksWhatDiffers();
    void hostileSizes();
    void hiddenCharactersAreShown();
};

void TestDiff::shortestScripts()
{
    quint32 state = 7;
    const auto random = [&state](quint32 below) {
        state = state * 1664525 + 1013904223;
        return static_cast<int>((state >> 16) % below);
    };
    for (int round = 0; round < 6000; ++round) {
        QList<int> a, b;
        const quint32 letters = 1 + static_cast<quint32>(round % 5);
        for (int i = random(14); i > 0; --i) {
            a << random(letters);
        }
        for (int i = random(14); i > 0; --i) {
            b << random(letters);
        }
        const QList<Change> changes = LineDiff::compare(a, b);
        QVERIFY(isScript(a, b, changes));
        QCOMPARE(edits(changes), fewestEdits(a, b));
    }
}

void TestDiff::workIsBounded()
{
    QList<int> a, b;
    for (int i = 0; i < 20'000; ++i) {
        a << i;
        b << 100'000 + i; // nothing in common: the worst there is
    }
    QVERIFY(isScript(a, b, LineDiff::compare(a, b)));
    for (int i = 0; i < 20'000; ++i) {
        a[i] = i % 7;
        b[i] = (i * 5) % 11;
    }
    QVERIFY(isScript(a, b, LineDiff::compare(a, b)));
    QVERIFY(isScript(a, b, LineDiff::compare(a, b, 0))); // right without any work, too
    QCOMPARE(LineDiff::compare(a, a).size(), 0);
}

void TestDiff::withinLines_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("expected"); // what is marked, [] around it
    QTest::newRow("one word") << QStringLiteral("int a = 1;") << QStringLiteral("int b = 1;")
                              << QStringLiteral("int [a] = 1; | int [b] = 1;");
    QTest::newRow("added") << QStringLiteral("f(x)") << QStringLiteral("f(x, y)") << QStringLiteral("f(x) | f(x[, y])");
    QTest::newRow("whole words") << QStringLiteral("call value10 now") << QStringLiteral("call value20 now")
                                 << QStringLiteral("call [value10] now | call [value20] now");
    QTest::newRow("nothing in common") << QStringLiteral("alpha") << QStringLiteral("beta")
                                       << QStringLiteral("alpha | beta");
    QTest::newRow("same") << QStringLiteral("x") << QStringLiteral("x") << QStringLiteral("x | x");
    QTest::newRow("empty") << QString() << QStringLiteral("x") << QStringLiteral(" | x");
}

void TestDiff::withinLines()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    const LineDiff::Within within = LineDiff::compareLines(left, right);
    const auto marked = [](QString line, const QList<LineDiff::Stretch> &stretches) {
        for (qsizetype i = stretches.size() - 1; i >= 0; --i) {
            line.insert(stretches[i].end, u']');
            line.insert(stretches[i].begin, u'[');
        }
        return line;
    };
    QTEST(marked(left, within.left) + QStringLiteral(" | ") + marked(right, within.right), "expected");
}

void TestDiff::models_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *left, const char *right, const char *expected) {
        QTest::newRow(name) << lines(QString::fromLatin1(left)) << lines(QString::fromLatin1(right))
                            << QString::fromLatin1(expected);
    };
    row("empty", "", "", "");
    row("same", "a b c", "a b c", "...3");
    row("changed", "a b c", "a x c", "a b>x c");
    row("added", "a c", "a b c", "a +b c");
    row("removed", "a b c", "a c", "a -b c");
    row("from nothing", "", "a b", "+a +b");
    row("to nothing", "a b", "", "-a -b");
    row("more than before", "a b", "a x y", "a b>x +y");
    row("gap at the start", "1 2 3 4 5 6 a", "1 2 3 4 5 6 b", "...3 4 5 6 a>b");
    row("gap at the end", "a 1 2 3 4 5 6", "b 1 2 3 4 5 6", "a>b 1 2 3 ...3");
    row("gap between", "a 1 2 3 4 5 6 7 8 b", "x 1 2 3 4 5 6 7 8 y", "a>x 1 2 3 ...2 6 7 8 b>y");
    row("no gap of one", "a 1 2 3 4 5 6 7 b", "x 1 2 3 4 5 6 7 y", "a>x 1 2 3 4 5 6 7 b>y");
}

void TestDiff::models()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    DiffModel model;
    QAbstractItemModelTester tester(&model);
    model.setLeft(left);
    model.setRight(right);
    QTEST(dump(model), "expected");
    QCOMPARE(model.same(), left == right);
    model.setRight(left + u'\n'); // a line feed at the end is none
    QVERIFY(model.same() || left.isEmpty());
}

void TestDiff::opensGaps()
{
    DiffModel model;
    QAbstractItemModelTester tester(&model);
    model.setLeft(lines(QStringLiteral("1 2 3 4 5 6 a")));
    model.setRight(lines(QStringLiteral("1 2 3 4 5 6 b")));
    model.open(1); // no gap
    model.open(-1);
    model.open(99);
    QCOMPARE(model.count(), 5);
    model.open(0);
    QCOMPARE(dump(model), QStringLiteral("1 2 3 4 5 6 a>b"));
    QCOMPARE(model.data(model.index(6), DiffModel::LeftNumberRole).toInt(), 7);
}

void TestDiff::walksThroughChanges()
{
    DiffModel model;
    model.setLeft(lines(QStringLiteral("a b 1 2 3 c")));
    model.setRight(lines(QStringLiteral("x y 1 2 3 z")));
    QCOMPARE(model.nextChange(-1), 0);
    QCOMPARE(model.nextChange(0), 5);
    QCOMPARE(model.nextChange(5), -1);
    QCOMPARE(model.previousChange(5), 0);
    QCOMPARE(model.previousChange(0), -1);
}

void TestDiff::marksWhatDiffers()
{
    DiffModel model;
    model.setLeft(QStringLiteral("int a = 1;"));
    model.setRight(QStringLiteral("int b = 1;"));
    QCOMPARE(model.data(model.index(0), DiffModel::LeftMarksRole).value<QList<int>>(), (QList<int> { 4, 1 }));
    QCOMPARE(model.data(model.index(0), DiffModel::RightMarksRole).value<QList<int>>(), (QList<int> { 4, 1 }));
}

void TestDiff::hostileSizes()
{
    DiffModel model;
    QAbstractItemModelTester tester(&model);
    model.setLeft(QStringLiteral("x\n").repeated(DiffModel::kMaxLines + 1));
    QVERIFY(!model.problem().isEmpty());
    QCOMPARE(model.count(), 0);
    model.setLeft(QStringLiteral("x").repeated(1'000'000));
    model.setRight(QStringLiteral("y").repeated(1'000'000));
    QVERIFY(model.problem().isEmpty());
    QCOMPARE(model.count(), 1);
    QVERIFY(model.data(model.index(0), DiffModel::LeftMarksRole).value<QList<int>>().isEmpty());
}

void TestDiff::hiddenCharactersAreShown()
{
    DiffModel model;
    model.setLeft(QStringLiteral("a\u202Eb"));
    model.setRight(QStringLiteral("ab"));
    QCOMPARE(dump(model), QStringLiteral("a□b>ab"));
}

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
