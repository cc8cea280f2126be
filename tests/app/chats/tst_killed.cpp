// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// kill -9 while an answer is streamed: whatever was acknowledged is there afterwards.
//
// The program starts itself with --child: that one runs the app without a window on a FakeBackend, asks, and prints a
// line for each commit that is on disk. The parent kills it at a random moment, often in the middle of a commit, opens
// the file and holds it against the lines. The messages are saved every 5 ms instead of every 2 s, so that there is
// something to lose.
#include <array>
#include <cstdio>

#include <QGuiApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include "inference/fakebackend.h"
#include "tests/app/chats/storerig.h"
#include "window/composition.h"

namespace
{
constexpr int kKills = 50, kAtOnce = 5; // five at once, because starting takes longest
constexpr int kLongestMs = 60; // between a child's first commit, or the death of the one before it, and its end
const QString kQuestion = QStringLiteral("The question");

QString answerText()
{
    return FakeBackend::longAnswer(20'000);
}

// Until it is killed.
int runChild(const QString &folder)
{
    FakeOptions options;
    options.tokensPerSecond = 20'000;
    options.prefillTokensPerSecond = 0;
    options.loadTime = std::chrono::milliseconds(0);
    options.answers = { answerText() };
    Composition app(std::make_shared<FakeBackend>(options), folder + QStringLiteral("/rc"));
    app.chat.queue().setSaveInterval(std::chrono::milliseconds(5));
    QObject::connect(&app.chat.openChats(), &OpenChats::committed, [](qint64 message, qsizetype characters) {
        std::printf("committed %lld %lld\n", static_cast<long long>(message), static_cast<long long>(characters));
        std::fflush(stdout);
    });
    QObject::connect(&app.models, &ModelController::modelChanged, [&app] {
        if (app.models.ready()) {
            app.chat.composer()->setText(kQuestion);
            app.chat.send();
        }
    });
    app.models.openPath(QStringLiteral("/models/A.gguf"));
    return QCoreApplication::exec();
}
}

class TestKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost();

private:
    void check(const QString &folder, const QByteArray &said);

    const QString m_whole = answerText();
    int m_commits = 0, m_cutAnswers = 0;
};

void TestKilled::nothingAcknowledgedIsLost()
{
    struct Child {
        QTemporaryDir folder;
        QProcess process;
        QByteArray said;
    };
    QRandomGenerator random(20261121);
    for (int kill = 0; kill < kKills; kill += kAtOnce) {
        std::array<Child, kAtOnce> children;
        for (Child &child : children) {
            child.process.start(
                QCoreApplication::applicationFilePath(), { QStringLiteral("--child"), child.folder.path() });
        }
        for (Child &child : children) {
            while (!child.said.contains('\n')) {
                QVERIFY2(child.process.waitForReadyRead(20'000), "the child commits nothing");
                child.said += child.process.readAllStandardOutput();
            }
            QTest::qSleep(random.bounded(1, kLongestMs));
            child.process.kill(); // SIGKILL
            QVERIFY(child.process.waitForFinished());
            child.said += child.process.readAllStandardOutput();
            check(child.folder.path(), child.said);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }
    QCOMPARE_GT(m_cutAnswers, kKills / 2); // else the moments are not where they hurt
    QCOMPARE_GT(m_commits, 2 * kKills);
}

void TestKilled::check(const QString &folder, const QByteArray &said)
{
    // Complete lines only: a torn one acknowledges nothing.
    QHash<MessageId, qsizetype> acknowledged;
    static const QRegularExpression line(
        QStringLiteral("^committed (\\d+) (\\d+)\n"), QRegularExpression::MultilineOption);
    for (const QRegularExpressionMatch &match : line.globalMatch(QString::fromLatin1(said))) {
        acknowledged[match.captured(1).toLongLong()] = match.captured(2).toLongLong();
        ++m_commits;
    }
    auto database = Database::open({ .path = folder + QStringLiteral("/chats.db") });
    QVERIFY2(database, qPrintable(database ? QString() : database.error().text)); // whole, and no lock is left behind
    auto checked = (*database)->run(QStringLiteral("PRAGMA integrity_check"));
    QVERIFY(checked && checked->next());
    QCOMPARE(checked->text(0), QStringLiteral("ok"));
    ChatTables tables(**database);
    const auto chats = tables.allChats();
    QVERIFY(chats.has_value());
    QCOMPARE(chats->size(), 1);
    const auto contents = tables.contents(chats->first());
    QVERIFY(contents.has_value());
    QCOMPARE(contents->messages.size(), 2);
    QCOMPARE(contents->messages[0].text, kQuestion);
    const MessageRecord &answer = contents->messages[1];
    QVERIFY(m_whole.startsWith(answer.text));
    for (const MessageRecord &message : contents->messages) {
        QCOMPARE_GE(message.text.size(), acknowledged.take(message.id));
    }
    QVERIFY(acknowledged.isEmpty());
    const bool partial = answer.state == MessageState::Partial;
    m_cutAnswers += partial && !answer.text.isEmpty() ? 1 : 0;
    QCOMPARE(tables.closeInterrupted().value(), partial ? 1 : 0);
}

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--child") {
        return runChild(arguments[2]);
    }
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed.moc"
