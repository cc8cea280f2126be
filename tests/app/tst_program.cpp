// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The program itself, started as a user starts it (with the demo engine): one window per profile, files handed over, and
// everything kept when it is told to end.
#include <csignal>

#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace
{
constexpr int kPatience = 30'000; // ms, on a busy machine
}

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signalsEndItCleanly_data();
    void signalsEndItCleanly();
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
    QFile::setPermissions(m_home->filePath(QStringLiteral("run")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

std::unique_ptr<QProcess> TestProgram::start(const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home->path());
    for (const auto &[name, folder] : {std::pair("XDG_CONFIG_HOME", "config"), std::pair("XDG_DATA_HOME", "data"), std::pair("XDG_CACHE_HOME", "cache"),
                                       std::pair("XDG_STATE_HOME", "state"), std::pair("XDG_RUNTIME_DIR", "run")}) {
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
    return QSettings(settingsPath(profile), QSettings::IniFormat).value(QStringLiteral("library/recentFiles")).toStringList();
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
    const auto process = start({QStringLiteral("--demo"), QStringLiteral("--profile"), QStringLiteral("t"), QStringLiteral("model.gguf")});
    QTRY_COMPARE_WITH_TIMEOUT(recentFiles(QStringLiteral("t")).size(), 1, kPatience); // the model is loaded
    ::kill(static_cast<pid_t>(process->processId()), signal);
    QVERIFY(process->waitForFinished(kPatience));
    QVERIFY2(process->exitStatus() == QProcess::NormalExit, process->readAll().constData());
    QCOMPARE(process->exitCode(), 0);
    // What the window keeps when it is closed, kept.
    QVERIFY(QSettings(settingsPath(QStringLiteral("t")), QSettings::IniFormat).contains(QStringLiteral("window/width")));
    QVERIFY(!listens());
}

void TestProgram::secondStartHandsItsFileOver()
{
    const QStringList profile{QStringLiteral("--demo"), QStringLiteral("--profile"), QStringLiteral("t")};
    const auto first = start(profile + QStringList{QStringLiteral("/models/one.gguf")});
    QTRY_COMPARE_WITH_TIMEOUT(recentFiles(QStringLiteral("t")), QStringList{QStringLiteral("/models/one.gguf")}, kPatience);
    const auto second = start(profile + QStringList{QStringLiteral("file:///models/two%20.gguf")});
    QVERIFY(second->waitForFinished(kPatience));
    QCOMPARE(second->exitCode(), 0);
    const QStringList both{QStringLiteral("/models/two .gguf"), QStringLiteral("/models/one.gguf")};
    QTRY_COMPARE_WITH_TIMEOUT(recentFiles(QStringLiteral("t")), both, kPatience);
    QCOMPARE(first->state(), QProcess::Running);

    // kill -9: the next start is a first one again.
    first->kill();
    QVERIFY(first->waitForFinished(kPatience));
    QVERIFY(listens()); // the socket is still there
    const auto third = start(profile + QStringList{QStringLiteral("/models/three.gguf")});
    QTRY_COMPARE_WITH_TIMEOUT(recentFiles(QStringLiteral("t")).size(), 3, kPatience);
    QCOMPARE(third->state(), QProcess::Running);
    third->terminate();
    QVERIFY(third->waitForFinished(kPatience));
}

void TestProgram::demoLeavesNothing()
{
    const auto process = start({QStringLiteral("--demo")});
    QTRY_VERIFY_WITH_TIMEOUT(listens(), kPatience);
    QTest::qWait(300);
    process->terminate();
    QVERIFY(process->waitForFinished(kPatience));
    QCOMPARE(process->exitCode(), 0);
    QVERIFY(!QFile::exists(m_home->filePath(QStringLiteral("config"))));
    QVERIFY(!QFile::exists(m_home->filePath(QStringLiteral("data"))));
}

void TestProgram::badProfileIsExplained()
{
    const auto process = start({QStringLiteral("--demo"), QStringLiteral("--profile"), QStringLiteral("../../etc")});
    QVERIFY(process->waitForFinished(kPatience));
    QCOMPARE(process->exitCode(), 1);
    QVERIFY(process->readAll().contains("cannot be the name of a profile"));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
