// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// gitignore(5), held against git itself where it is installed.
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "text/gitignore.h"

namespace
{
struct Case {
    const char *patterns;
    const char *path; // a folder ends with a slash
    bool ignored;
};
constexpr Case kCases[] = {
    { "a", "a", true },
    { "a", "b", false },
    { "a", "x/a", true },
    { "/a", "a", true },
    { "/a", "x/a", false },
    { "x/a", "x/a", true },
    { "x/a", "y/x/a", false },
    { "*.o", "a.o", true },
    { "*.o", "x/y/a.o", true },
    { "*.o", "a.oo", false },
    { "*.o\n!keep.o", "keep.o", false },
    { "*.o\n!keep.o", "x/keep.o", false },
    { "!keep.o\n*.o", "keep.o", true },
    { "build/", "build/", true },
    { "build/", "build", false },
    { "build/", "x/build/", true },
    { "/build/", "x/build/", false },
    { "x/*", "x/a", true },
    { "x/*.c", "x/y/a.c", false },
    { "x/*.c", "x/.c", true },
    { "a?c", "abc", true },
    { "a?c", "a/c", false },
    { "a?c", "ac", false },
    { "[ab].c", "a.c", true },
    { "[!ab].c", "a.c", false },
    { "[^ab].c", "c.c", true },
    { "[a-c].c", "b.c", true },
    { "[a-c].c", "d.c", false },
    { "[]].c", "].c", true },
    { "[]-a].c", "_.c", true },
    { "[[:digit:]]*", "1x", true },
    { "[[:digit:]]*", "x1", false },
    { "[a", "[a", false },
    { "a[", "a[", false },
    { "x[/]y", "x/y", false },
    { "**/a", "a", true },
    { "**/a", "x/y/a", true },
    { "**/x/a", "x/a", true },
    { "**/x/a", "y/x/a", true },
    { "**/x/a", "yx/a", false },
    { "x/**", "x/a", true },
    { "x/**", "x/y/a", true },
    { "x/**", "x/", false },
    { "x/**", "y/x/a", false },
    { "x/**/a", "x/a", true },
    { "x/**/a", "x/y/a", true },
    { "x/**/a", "x/y/z/a", true },
    { "x/**/a", "xa", false },
    { "x/**/a", "x/ya", false },
    { "a**b", "axxb", true },
    { "a**b", "a/b", false },
    { "x/a**b", "x/ayb", true },
    { "x/a**b", "x/a/b", false },
    { "**", "a", true },
    { "**", "x/a", true },
    { "*", "a", true },
    { "***", "a", true },
    { "# a", "# a", false },
    { "\\# a", "# a", true },
    { "\\!a", "!a", true },
    { "a ", "a", true },
    { "a\\ ", "a ", true },
    { "a\\ ", "a", false },
    { " a", "a", false },
    { "\\a", "a", true },
    { "\\*", "*", true },
    { "\\*", "a", false },
    { "a\\", "a", false },
    { "a\\", "a\\", false },
    { "\\", "\\", false },
    { "", "a", false },
    { "/", "a", false },
    { "!", "a", false },
    { "a\r\nb\r", "b", true },
    { "A", "a", false },
    { "node_modules/\n*.log\n/dist", "node_modules/", true },
    { "node_modules/\n*.log\n/dist", "pkg/node_modules/", true },
    { "node_modules/\n*.log\n/dist", "pkg/dist", false },
    { "*\n!*.py\n!*/", "a.py", false },
    { "*\n!*.py\n!*/", "a.c", true },
    { "*\n!*.py\n!*/", "x/", false },
    { "foo/bar/", "foo/bar/", true },
    { "doc/*.txt", "doc/server/arch.txt", false },
    { "*x*y*z*", "1x2y3z4", true },
    { "*x*y*z*", "1x2z3y4", false },
};
}

class TestGitIgnore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void sameAsGit();
    void innerFilesWin();
    void hostilePatterns();
};

void TestGitIgnore::rules_data()
{
    QTest::addColumn<QString>("patterns");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("ignored");
    for (const Case &one : kCases) {
        QTest::addRow("%s | %s", one.patterns, one.path)
            << QString::fromUtf8(one.patterns) << QString::fromUtf8(one.path) << one.ignored;
    }
}

void TestGitIgnore::rules()
{
    QFETCH(QString, patterns);
    QFETCH(QString, path);
    GitIgnore rules;
    rules.add(patterns, {});
    const bool isFolder = path.endsWith(u'/');
    QTEST(rules.ignores(isFolder ? path.chopped(1) : path, isFolder), "ignored");
}

// Every case above as a real folder with a real .gitignore.
void TestGitIgnore::sameAsGit()
{
    const QString git = QStandardPaths::findExecutable(QStringLiteral("git"));
    if (git.isEmpty()) {
        QSKIP("git is not installed");
    }
    const auto run = [&git](const QString &folder, const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(
            git, QStringList { QStringLiteral("-c"), QStringLiteral("core.excludesFile=/dev/null") } + arguments);
        process.waitForFinished();
        return process.exitCode();
    };
    int agreed = 0;
    for (const Case &one : kCases) {
        QTemporaryDir folder;
        QCOMPARE(run(folder.path(), { QStringLiteral("init"), QStringLiteral("-q") }), 0);
        QFile file(folder.filePath(QStringLiteral(".gitignore")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(one.patterns);
        file.close();
        const QString path = QString::fromUtf8(one.path);
        if (path.endsWith(u'/')) {
            QVERIFY(QDir(folder.path()).mkpath(path));
        }
        // A file in an ignored folder is ignored for git, but never asked about here: such cases are not in the table.
        const bool ignored = run(folder.path(),
                                 { QStringLiteral("check-ignore"), QStringLiteral("-q"), QStringLiteral("--no-index"),
                                     QStringLiteral("--"), path.endsWith(u'/') ? path.chopped(1) : path })
            == 0;
        QVERIFY2(ignored == one.ignored,
            qPrintable(
                QStringLiteral("git says %1 to %2 | %3").arg(ignored).arg(QString::fromUtf8(one.patterns), path)));
        ++agreed;
    }
    QCOMPARE(agreed, static_cast<int>(std::size(kCases)));
}

void TestGitIgnore::innerFilesWin()
{
    GitIgnore rules;
    rules.add(u"*.txt\n/top\n", {});
    rules.add(u"!a.txt\n/inner\n", QStringLiteral("sub"));
    QVERIFY(rules.ignores(u"a.txt", false));
    QVERIFY(!rules.ignores(u"sub/a.txt", false));
    QVERIFY(rules.ignores(u"sub/b.txt", false));
    QVERIFY(rules.ignores(u"top", false));
    QVERIFY(!rules.ignores(u"sub/top", false));
    QVERIFY(rules.ignores(u"sub/inner", false));
    QVERIFY(!rules.ignores(u"inner", false));
    QVERIFY(!rules.ignores(u"subway/inner", false));
}

void TestGitIgnore::hostilePatterns()
{
    // Exponential for a matcher that tries alternatives one after the other; here 500 x 500 steps each.
    const QString path = QStringLiteral("a").repeated(500);
    const QString folders = QStringLiteral("a/").repeated(250) + u'c';
    QElapsedTimer clock;
    clock.start();
    for (const QString &pattern :
        { QStringLiteral("*a").repeated(250) + u'b', QStringLiteral("**/a/").repeated(190) + u'b',
            QStringLiteral("?*").repeated(250) + u'b', QStringLiteral("[a-z]*").repeated(120) + u'b',
            QStringLiteral("x/") + QStringLiteral("**/").repeated(300) + u'b' }) {
        GitIgnore rules;
        rules.add(pattern, {});
        QVERIFY(!rules.ignores(path, false));
        QVERIFY(!rules.ignores(folders, false));
    }
    QVERIFY2(clock.elapsed() < 20'000, "a pattern takes more than polynomial time");
    GitIgnore many;
    many.add(QStringLiteral("x%1\n").repeated(20'000), {});
    many.add(QStringLiteral("*").repeated(5000), {}); // too long: matches nothing
    QVERIFY(!many.ignores(u"y", false));
}

QTEST_GUILESS_MAIN(TestGitIgnore)
#include "tst_gitignore.moc"
