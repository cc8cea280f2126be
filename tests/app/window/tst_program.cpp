// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The program itself, started as a user starts it (with the demo engine): one window per profile, files handed over, and
// everything kept when it is told to end.
#include <csignal>
#include <cstdio>
#include <string_view>
#include <unistd.h>

#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QSettings>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "inference/fakebackend.h"
#include "window/composition.h"
#include "window/sessionend.h"

namespace
{
constexpr int kPatience = 30'000; // ms, on a busy machine
constexpr int kTokens = 40; // of the answer, before it is held
const QString kQuestion = QStringLiteral("What is lost?"), kDraft = QStringLiteral("And what if I type m");

FakeOptions held()
{
    FakeOptions options;
    options.tokensPerSecond = 0;
    options.prefillTokensPerSecond = 0;
    options.loadTime = std::chrono::milliseconds(0);
    options.answers = { FakeBackend::longAnswer(2000) };
    options.holdAfterTokens = kTokens;
    return options;
}

// In the middle of an answer, with the next question begun, both newer than what timers have saved.
int runChild(const QString &folder)
{
    Composition app(std::make_shared<FakeBackend>(held()), folder + QStringLiteral("/rc"));
    const SessionEnd sessionEnd(app, [] { });
    app.chat.queue().setSaveInterval(std::chrono::hours(1));
    QObject::connect(&app.models, &ModelController::modelChanged, [&app] {
        if (app.models.ready()) {
            app.chat.composer()->setText(kQuestion);
            app.chat.send();
        }
    });
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, [&] {
        if (app.chat.current()->figures().generatedTokens == kTokens) {
            poll.stop();
            app.chat.composer()->setText(kDraft);
            std::printf("%lld\nstreamed\n", static_cast<long long>(app.chat.current()->messages()->copyText(1).size()));
            std::fflush(stdout);
        }
    });
    poll.start(5);
    // Stands for the session manager, of which there is none here: it asks, and then does not wait for the end.
    static int wake[2];
    (void)::pipe(wake);
    std::signal(SIGUSR1, [](int) { (void)!::write(wake[1], "x", 1); });
    QSocketNotifier asked(wake[0], QSocketNotifier::Read);
    QObject::connect(&asked, &QSocketNotifier::activated, [] {
        QObject nobody; // a QSessionManager can only be made by Qt; nothing is asked of it
        QMetaObject::invokeMethod(
            qApp, "commitDataRequest", Qt::DirectConnection, QGenericArgument("QSessionManager&", &nobody));
        ::raise(SIGKILL);
    });
    app.models.openPath(QStringLiteral("/models/A.gguf"));
    return QCoreApplication::exec();
}
}

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signalsEndItCleanly_data();
    void signalsEndItCleanly();
    void anEndInTheMiddleLosesNothing_data();
    void anEndInTheMiddleLosesNothing();
    void secondStartHandsItsFileOver();
    void demoLeavesNothing();
    void badProfileIsExplained();

private:
    std::unique_ptr<QProcess> start(const QStringList &arguments);
    [[nodiscard]] QString settingsPath(const QString &profile) const;
    [[nodiscard]] QStringList recentFiles(const QString &profile) const;
    [[nodiscard]] bool listens() const;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestProgram::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QDir(m_home->path()).mkdir(QStringLiteral("run"));
    QFile::setPermissions(
        m_home->filePath(QStringLiteral("run")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

std::unique_ptr<QProcess> TestProgram::start(const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home->path());
    for (const auto &[name, folder] : { std::pair("XDG_CONFIG_HOME", "config"), std::pair("XDG_DATA_HOME", "data"),
             std::pair("XDG_CACHE_HOME", "cache"), std::pair("XDG_STATE_HOME", "state"),
             std::pair("XDG_RUNTIME_DIR", "run") }) {
        environment.insert(QString::fromLatin1(name), m_home->filePath(QString::fromLatin1(folder)));
    }
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->start(QStringLiteral(VIBRANT_PROGRAM), arguments);
    return process;
}

QString TestProgram::settingsPath(const QString &profile) const
{
    return m_home->filePath(QStringLiteral("config/vibrant/profiles/%1/vibrant.conf").arg(profile));
}

QStringList TestProgram::recentFiles(const QString &profile) const
{
    return QSettings(settingsPath(profile), QSettings::IniFormat)
        .value(QStringLiteral("library/recentFiles"))
        .toStringList();
}

bool TestProgram::listens() const
{
    return !QDir(m_home->filePath(QStringLiteral("run"))).isEmpty(QDir::System);
}

void TestProgram::signalsEndItCleanly_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestProgram::signalsEndItCleanly()
{
    QFETCH(int, signal);
    const auto process = start(
        { QStringLiteral("--demo"), QStringLiteral("--profile"), QStringLiteral("t"), QStringLiteral("model.gguf") });
    QTRY_COMPARE_WITH_TIMEOUT(recentFiles(QStringLiteral("t")).size(), 1, kPatience); // the model is loaded
    ::kill(static_cast<pid_t>(process->processId()), signal);
    QVERIFY(process->waitForFinished(kPatience));
    QVERIFY2(process->exitStatus() == QProcess::NormalExit, process->readAll().constData());
    QCOMPARE(process->exitCode(), 0);
    // What the window keeps when it is closed, kept.
    QVERIFY(
        QSettings(settingsPath(QStringLiteral("t")), QSettings::IniFormat).contains(QStringLiteral("window/width")));
    QVERIFY(!listens());
}

void TestProgram::anEndInTheMiddleLosesNothing_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("the session manager, then SIGKILL") << SIGUSR1;
}

// What the program does, without its window: nobody types into a program without a display.
void TestProgram::anEndInTheMiddleLosesNothing()
{
    QFETCH(int, signal);
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--child"), m_home->path() });
    QByteArray said;
    while (!said.contains("streamed\n")) {
        QVERIFY2(child.waitForReadyRead(kPatience), said.constData());
        said += child.readAllStandardOutput();
    }
    ::kill(static_cast<pid_t>(child.processId()), signal);
    QVERIFY(child.waitForFinished(kPatience));
    QCOMPARE(child.exitStatus(),
        signal == SIGTERM ? QProcess::NormalExit : QProcess::CrashExit); // in the latter, killed on purpose
    auto database = Database::open({ .path = m_home->filePath(QStringLiteral("chats.db")) });
    QVERIFY(database.has_value());
    ChatTables tables(**database);
    const auto chats = tables.allChats();
    QCOMPARE(chats->size(), 1);
    const auto chat = tables.contents(chats->first());
    QCOMPARE(chat->messages.size(), 2);
    QCOMPARE(chat->messages[0].text, kQuestion);
    QVERIFY(held().answers.first().startsWith(chat->messages[1].text));
    QCOMPARE(chat->messages[1].text.size(), said.left(said.indexOf('\n')).toLongLong()); // to the last word
    QCOMPARE(chat->chat.draft, kDraft);
}

void TestProgram::secondStartHandsItsFileOver()
{
    const QStringList profile { QStringLiteral("--demo"), QStringLiteral("--profile"), QStringLiteral("t") };
    const auto first = start(profile + QStringList { QStringLiteral("/models/one.gguf") });
    QTRY_COMPARE_WITH_TIMEOUT(
        recentFiles(QStringLiteral("t")), QStringList { QStringLiteral("/models/one.gguf") }, kPatience);
    const auto second = start(profile + QStringList { QStringLiteral("file:///models/two%20.gguf") });
    QVERIFY(second->waitForFinished(kPatience));
    QCOMPARE(second->exitCode(), 0);
    const QStringList both { QStringLiteral("/models/two .gguf"), QStringLiteral("/models/one.gguf") };
    QTRY_COMPARE_WITH_TIMEOUT(recentFiles(QStringLiteral("t")), both, kPatience);
    QCOMPARE(first->state(), QProcess::Running);

    // kill -9: the next start is a first one again.
    first->kill();
    QVERIFY(first->waitForFinished(kPatience));
    QVERIFY(listens()); // the socket is still there
    const auto third = start(profile + QStringList { QStringLiteral("/models/three.gguf") });
    QTRY_COMPARE_WITH_TIMEOUT(recentFiles(QStringLiteral("t")).size(), 3, kPatience);
    QCOMPARE(third->state(), QProcess::Running);
    third->terminate();
    QVERIFY(third->waitForFinished(kPatience));
}

// Whether the process would end in order; it listens before it can.
static bool catchesTerm(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf("SigCgt:");
    const quint64 caught = at < 0 ? 0 : all.mid(at + 7).trimmed().left(16).toULongLong(nullptr, 16);
    return (caught >> (SIGTERM - 1) & 1) != 0;
}

void TestProgram::demoLeavesNothing()
{
    const auto process = start({ QStringLiteral("--demo") });
    QTRY_VERIFY_WITH_TIMEOUT(listens(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(catchesTerm(process->processId()), kPatience);
    QTest::qWait(300);
    process->terminate();
    QVERIFY(process->waitForFinished(kPatience));
    QCOMPARE(process->exitCode(), 0);
    QVERIFY(!QFile::exists(m_home->filePath(QStringLiteral("config"))));
    QVERIFY(!QFile::exists(m_home->filePath(QStringLiteral("data"))));
}

void TestProgram::badProfileIsExplained()
{
    const auto process = start({ QStringLiteral("--demo"), QStringLiteral("--profile"), QStringLiteral("../../etc") });
    QVERIFY(process->waitForFinished(kPatience));
    QCOMPARE(process->exitCode(), 1);
    QVERIFY(process->readAll().contains("cannot be the name of a profile"));
}

int main(int argc, char *argv[])
{
    if (argc == 3 && std::string_view(argv[1]) == "--child") {
        const QGuiApplication application(argc, argv);
        return runChild(QString::fromLocal8Bit(argv[2]));
    }
    const QCoreApplication application(argc, argv);
    TestProgram test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_program.moc"
