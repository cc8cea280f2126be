// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Names that models give to files, and writing them where the user said and nowhere else.
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "files/filesaver.h"
#include "text/filenames.h"

namespace
{
QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QStringLiteral("(not there)");
}

QStringList everythingUnder(const QString &folder)
{
    QStringList found;
    const QDir dir(folder);
    for (const QFileInfo &info :
        dir.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name)) {
        if (info.isDir() && !info.isSymLink()) {
            for (const QString &inner : everythingUnder(info.filePath())) {
                found.append(info.fileName() + u'/' + inner);
            }
        } else {
            found.append(info.fileName());
        }
    }
    return found;
}
}

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guesses_data();
    void guesses();
    void safeNames_data();
    void safeNames();
    void safeNamesAreAlwaysSafe();
    void distinctNames();
    void writesAll();
    void asksBeforeItReplaces();
    void keepsBoth();
    void staysInTheFolder();
    void saysWhatWentWrong();
    void reportsToTheWindow();
};

void TestFiles::guesses_data()
{
    QTest::addColumn<QString>("info");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("expected");
    const auto row
        = [](const char *name, const char *info, const char *code, const char *before, const char *expected) {
              QTest::newRow(name) << QString::fromUtf8(info) << QString::fromUtf8(code) << QString::fromUtf8(before)
                                  << QString::fromUtf8(expected);
          };
    row("second word", "python src/app.py", "x", "", "src/app.py");
    row("after a colon", "python:src/app.py", "x", "", "src/app.py");
    row("title", "py title=\"a.py\"", "x", "", "a.py");
    row("filename", "{.cpp filename=main.cpp}", "x", "", "main.cpp");
    row("only a name", "CMakeLists.txt", "x", "", "CMakeLists.txt");
    row("Makefile", "Makefile", "x", "", "Makefile");
    row("comment", "cpp", "// src/main.cpp\nint x;", "", "src/main.cpp");
    row("hash", "", "# File: tool.py\nx", "", "tool.py");
    row("html", "html", "<!-- index.html -->\n<p>", "", "index.html");
    row("css", "css", "/* style.css */", "", "style.css");
    row("sql", "sql", "-- schema.sql\nx", "", "schema.sql");
    row("shebang is none", "sh", "#!/bin/run.sh\nx", "", "snippet.sh");
    row("sentence is none", "py", "# see also foo.py for more", "", "snippet.py");
    row("include is none", "c", "#include <stdio.h>", "", "snippet.c");
    row("text before", "cpp", "x", "Put this into `util/strings.cpp`:", "util/strings.cpp");
    row("bold", "cpp", "x", "**main.cpp**", "main.cpp");
    row("last one", "py", "x", "`a.py` calls `b.py`:", "b.py");
    row("prose is none", "js", "x", "With Node.js you write:", "snippet.js");
    row("code is none", "js", "x", "Call `foo.bar()` then:", "snippet.js");
    row("info wins", "py a.py", "# b.py", "`c.py`", "a.py");
    row("language", "rust", "x", "", "snippet.rs");
    row("alias", "c++", "x", "", "snippet.cpp");
    row("unknown", "unheard-of", "x", "", "snippet.txt");
    row("nothing", "", "", "", "snippet.txt");
    row("dockerfile", "dockerfile", "FROM x", "", "Dockerfile");
    row("escape", "py ../../../etc/cron.d/x.py", "x", "", "etc/cron.d/x.py");
    row("absolute", "sh /etc/profile.d/x.sh", "x", "", "etc/profile.d/x.sh");
    row("home", "sh ~/.ssh/rc.sh", "x", "", "ssh/rc.sh");
    row("address", "sh https://a.b/c.sh", "x", "", "snippet.sh");
}

void TestFiles::guesses()
{
    QFETCH(QString, info);
    QFETCH(QString, code);
    QFETCH(QString, before);
    QTEST(FileNames::guess({ .info = info, .code = code, .before = before }), "expected");
}

void TestFiles::safeNames_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *path, const char *expected) {
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(expected);
    };
    row("a.py", "a.py");
    row("src/a.py", "src/a.py");
    row("..", "");
    row("../../a", "a");
    row("a/../../b", "a/b");
    row("/etc/passwd", "etc/passwd");
    row("C:\\Windows\\x.ini", "Windows/x.ini");
    row("..\\..\\x", "x");
    row("./a", "a");
    row("a//b", "a/b");
    row(".bashrc", "bashrc");
    row(".gitignore", ".gitignore");
    row("src/.clang-format", "src/.clang-format");
    row(".git/hooks/pre-commit", "git/hooks/pre-commit");
    row(".ssh/authorized_keys", "ssh/authorized_keys");
    row("~/x", "x");
    row("-rf", "rf");
    row("...", "");
    row("a.", "a");
    row(" a ", "a");
    row("a\nb", "ab");
    row("a\u202Egnp.exe", "agnp.exe");
    row("a\x07"
        "b",
        "ab");
    row("a:b|c?d*e", "a-b-c-d-e");
    row("con<>\"", "con---");
    row("ümläut.py", "ümläut.py");
    row("", "");
    row("/", "");
}

void TestFiles::safeNames()
{
    QFETCH(QString, path);
    QTEST(FileNames::safe(path), "expected");
}

void TestFiles::safeNamesAreAlwaysSafe()
{
    const QString pieces = QStringLiteral("./\\~-: a.\u202E\u200B\u0001\n\u00E9");
    quint32 state = 1;
    for (int i = 0; i < 20'000; ++i) {
        QString path;
        for (int n = 0; n < 24; ++n) {
            state = state * 1664525 + 1013904223;
            path += pieces[(state >> 24) % static_cast<quint32>(pieces.size())];
        }
        const QString name = FileNames::safe(path);
        QVERIFY(!name.startsWith(u'/') && !name.endsWith(u'/') && !name.contains(u'\\') && !name.contains(u'\n')
            && !name.contains(QChar(0x202E)));
        const QStringList parts = name.isEmpty() ? QStringList() : name.split(u'/');
        for (const QString &part : parts) {
            QVERIFY2(!part.isEmpty() && !part.startsWith(u'.') && part.size() <= FileNames::kMaxPart, qPrintable(name));
        }
        QCOMPARE(FileNames::safe(name), name);
    }
    QVERIFY(FileNames::safe(QStringLiteral("a/").repeated(500) + u'b').count(u'/') < FileNames::kMaxParts);
    const QString longName = FileNames::safe(QStringLiteral("x").repeated(5000) + QStringLiteral(".py"));
    QVERIFY(longName.size() <= FileNames::kMaxPart);
}

void TestFiles::distinctNames()
{
    QCOMPARE(FileNames::distinct({ QStringLiteral("a.py"), QStringLiteral("b.py"), QStringLiteral("a.py"),
                 QStringLiteral("A.py"), QStringLiteral("a-2.py"), QStringLiteral("x/a.py"), QStringLiteral("Makefile"),
                 QStringLiteral("Makefile"), QStringLiteral("d.e/f"), QStringLiteral("d.e/f") }),
        QStringList({ QStringLiteral("a.py"), QStringLiteral("b.py"), QStringLiteral("a-2.py"),
            QStringLiteral("A-3.py"), QStringLiteral("a-2-2.py"), QStringLiteral("x/a.py"), QStringLiteral("Makefile"),
            QStringLiteral("Makefile-2"), QStringLiteral("d.e/f"), QStringLiteral("d.e/f-2") }));
    const QStringList many = FileNames::distinct(QStringList(3000, QStringLiteral("snippet.py")));
    QCOMPARE(QSet<QString>(many.begin(), many.end()).size(), 3000);
}

void TestFiles::writesAll()
{
    QTemporaryDir folder;
    const FileSaver::Outcome outcome = FileSaver::write(folder.path(),
        { { QStringLiteral("a.py"), QStringLiteral("x = 1") }, { QStringLiteral("src/b.py"), QStringLiteral("ü\n") },
            { QStringLiteral("empty"), {} } },
        FileSaver::Refuse);
    QCOMPARE(outcome.error, QString());
    QCOMPARE(outcome.written.size(), 3);
    QCOMPARE(read(folder.filePath(QStringLiteral("a.py"))), QStringLiteral("x = 1\n"));
    QCOMPARE(read(folder.filePath(QStringLiteral("src/b.py"))), QStringLiteral("ü\n"));
    QCOMPARE(read(folder.filePath(QStringLiteral("empty"))), QString());
    QCOMPARE(everythingUnder(folder.path()),
        QStringList({ QStringLiteral("a.py"), QStringLiteral("empty"), QStringLiteral("src/b.py") }));
}

void TestFiles::asksBeforeItReplaces()
{
    QTemporaryDir folder;
    const QList<FileSaver::File> files
        = { { QStringLiteral("new.py"), QStringLiteral("1") }, { QStringLiteral("old.py"), QStringLiteral("2") } };
    QVERIFY(FileSaver::writeOne(folder.filePath(QStringLiteral("old.py")), QStringLiteral("mine")).error.isEmpty());
    const FileSaver::Outcome refused = FileSaver::write(folder.path(), files, FileSaver::Refuse);
    QCOMPARE(refused.existing, QStringList(QStringLiteral("old.py")));
    QVERIFY(refused.written.isEmpty());
    QCOMPARE(everythingUnder(folder.path()), QStringList(QStringLiteral("old.py"))); // none of them
    QCOMPARE(read(folder.filePath(QStringLiteral("old.py"))), QStringLiteral("mine\n"));
    QCOMPARE(FileSaver::write(folder.path(), files, FileSaver::Replace).written.size(), 2);
    QCOMPARE(read(folder.filePath(QStringLiteral("old.py"))), QStringLiteral("2\n"));
}

void TestFiles::keepsBoth()
{
    QTemporaryDir folder;
    const QList<FileSaver::File> files = { { QStringLiteral("a.py"), QStringLiteral("1") } };
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(FileSaver::write(folder.path(), files, FileSaver::KeepBoth).error, QString());
    }
    QCOMPARE(everythingUnder(folder.path()),
        QStringList({ QStringLiteral("a-2.py"), QStringLiteral("a-3.py"), QStringLiteral("a.py") }));
}

void TestFiles::staysInTheFolder()
{
    QTemporaryDir outside, folder;
    const QString secret = outside.filePath(QStringLiteral("secret"));
    QVERIFY(FileSaver::writeOne(secret, QStringLiteral("mine")).error.isEmpty());
    QVERIFY(QFile::link(outside.path(), folder.filePath(QStringLiteral("link"))));
    QVERIFY(QFile::link(secret, folder.filePath(QStringLiteral("a.py"))));
    QVERIFY(QFile::link(outside.filePath(QStringLiteral("dangling")), folder.filePath(QStringLiteral("b.py"))));
    for (const auto existing : { FileSaver::Refuse, FileSaver::Replace, FileSaver::KeepBoth }) {
        for (const QString &name :
            { QStringLiteral("../x.py"), QStringLiteral("/tmp/../../x.py"), QStringLiteral("link/x.py"),
                QStringLiteral("link/deep/x.py"), QStringLiteral("a.py"), QStringLiteral("b.py") }) {
            (void)FileSaver::write(folder.path(), { { name, QStringLiteral("theirs") } }, existing);
        }
    }
    QCOMPARE(everythingUnder(outside.path()), QStringList(QStringLiteral("secret")));
    QCOMPARE(read(secret), QStringLiteral("mine\n"));
    QVERIFY(FileSaver::write(folder.path(), { { QStringLiteral("link/x.py"), {} } }, FileSaver::Replace)
            .error.contains(QStringLiteral("outside")));
}

void TestFiles::saysWhatWentWrong()
{
    QTemporaryDir folder;
    QVERIFY(FileSaver::write(folder.filePath(QStringLiteral("nowhere")), {}, FileSaver::Refuse)
            .error.contains(QStringLiteral("nowhere")));
    QVERIFY(!FileSaver::writeOne(folder.filePath(QStringLiteral("no/such/folder/a")), {}).error.isEmpty());
    QVERIFY(!FileSaver::write(folder.path(), { { QStringLiteral(".."), {} } }, FileSaver::Refuse).error.isEmpty());
}

void TestFiles::reportsToTheWindow()
{
    QTemporaryDir folder;
    const QUrl url = QUrl::fromLocalFile(folder.path());
    FileSaver saver;
    QSignalSpy saved(&saver, &FileSaver::saved), exists(&saver, &FileSaver::exists), failed(&saver, &FileSaver::failed);
    saver.saveAll(url, { QStringLiteral("a.py") }, { QStringLiteral("1") }, FileSaver::Refuse);
    QVERIFY(saver.busy());
    QVERIFY(saved.wait());
    QVERIFY(!saver.busy());
    QCOMPARE(saved.first().first().toInt(), 1);
    saver.saveAll(url, { QStringLiteral("a.py") }, { QStringLiteral("2") }, FileSaver::Refuse);
    QVERIFY(exists.wait());
    QCOMPARE(exists.first().first().toStringList(), QStringList(QStringLiteral("a.py")));
    saver.saveAs(QUrl::fromLocalFile(folder.filePath(QStringLiteral("b.py"))), QStringLiteral("3"));
    QVERIFY(saved.wait());
    saver.saveAs(QUrl(QStringLiteral("https://a.b/c.py")), {});
    QCOMPARE(failed.size(), 1);
    { // gone before the work is done
        FileSaver brief;
        brief.saveAs(QUrl::fromLocalFile(folder.filePath(QStringLiteral("c.py"))), QStringLiteral("4"));
    }
    QTRY_COMPARE(read(folder.filePath(QStringLiteral("c.py"))), QStringLiteral("4\n"));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
