// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Profile, SingleInstance, DesktopNotifier and AnswerNotices: the desktop around the window.
#include <sys/stat.h>

#include <QAbstractItemModelTester>
#include <QDBusConnection>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "platform/desktopnotifier.h"
#include "platform/profile.h"
#include "platform/singleinstance.h"
#include "settings/storagemodel.h"
#include "status/answernotices.h"
#include "tests/app/apprig.h"
#include "values/format.h"

using namespace std::chrono_literals;
using Role = SingleInstance::Role;

namespace
{
class FakeNotifier : public Notifier
{
public:
    void show(const QString &title, const QString &body, qint64 subject) override
    {
        shown << title + QStringLiteral(" | ") + body;
        subjects << static_cast<double>(subject);
    }
    void withdraw() override { }
    QStringList shown;
    QList<double> subjects;
};

// org.freedesktop.Notifications as a desktop would offer it.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public Q_SLOTS:
    uint Notify(const QString &app, uint replaces, const QString &icon, const QString &title, const QString &body,
        const QStringList &actions, const QVariantMap &hints, int timeout)
    {
        Q_UNUSED(timeout)
        calls << QStringList { app, QString::number(replaces), icon, title, body, actions.join(u','),
            hints.value(QStringLiteral("desktop-entry")).toString() }
                     .join(u'|');
        return 7;
    }
    void CloseNotification(uint id) { calls << QStringLiteral("close %1").arg(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void ActivationToken(uint id, const QString &token);
    void NotificationClosed(uint id, uint reason);

public:
    QStringList calls;
};
}

class TestPlatform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void profiles();
    void secondStartHandsOver();
    void profilesAreApart();
    void staleSocketIsReplaced();
    void hangingInstanceIsReported();
    void strangeMessagesAreIgnored_data();
    void strangeMessagesAreIgnored();
    void openFolderIsNotTrusted();
    void longAnswersAreAnnounced();
    void notesGoOverTheBus();
    void storageIsCountedAndCleared();

private:
    [[nodiscard]] QString socketPath() const;
    std::unique_ptr<QTemporaryDir> m_runtime;
};

void TestPlatform::init()
{
    m_runtime = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", m_runtime->path().toLocal8Bit());
}

QString TestPlatform::socketPath() const
{
    return m_runtime->path() + QLatin1Char('/')
        + QDir(m_runtime->path()).entryList({ QStringLiteral("*.sock") }, QDir::System).value(0);
}

void TestPlatform::profiles()
{
    const auto own = Profile::named({});
    QVERIFY(own);
    QVERIFY(own->settingsPath.endsWith(QStringLiteral("/vibrant/vibrant.conf")));
    QVERIFY(own->dataFolder.endsWith(QStringLiteral("/vibrant")));
    const auto work = Profile::named(QStringLiteral("work_2"));
    QVERIFY(work);
    QVERIFY(work->settingsPath.endsWith(QStringLiteral("/vibrant/profiles/work_2/vibrant.conf")));
    QVERIFY(work->key() != own->key());
    for (const QString &bad :
        { QStringLiteral("../x"), QStringLiteral("a b"), QStringLiteral("ä"), QString(41, QLatin1Char('a')) }) {
        QVERIFY(!Profile::named(bad));
    }
}

void TestPlatform::secondStartHandsOver()
{
    SingleInstance first;
    QCOMPARE(first.start(QStringLiteral("p"), {}), Role::First);
    QSignalSpy asked(&first, &SingleInstance::asked);
    const QString odd = QStringLiteral("/m/with \"quotes\", ümläuts\nand a line.gguf");
    // start() blocks and the first one answers from this thread's event loop.
    std::atomic<Role> role = Role::Unreachable;
    const std::unique_ptr<QThread> other(QThread::create([&] {
        qputenv("XDG_ACTIVATION_TOKEN", "token-1");
        SingleInstance second;
        role = second.start(QStringLiteral("p"), { odd, QStringLiteral("relative.gguf") });
        qunsetenv("XDG_ACTIVATION_TOKEN");
    }));
    other->start();
    QVERIFY(asked.wait());
    other->wait();
    QCOMPARE(role.load(), Role::HandedOver);
    QCOMPARE(asked[0][0].toStringList(), QStringList { odd }); // only absolute paths mean anything here
    QCOMPARE(asked[0][1].toByteArray(), QByteArray("token-1"));
    struct stat info = {};
    QCOMPARE(::lstat(QFile::encodeName(socketPath()).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0077U, 0U);
}

void TestPlatform::profilesAreApart()
{
    SingleInstance one, other;
    QCOMPARE(one.start(QStringLiteral("p"), {}), Role::First);
    QCOMPARE(other.start(QStringLiteral("q"), {}, 100ms), Role::First);
}

void TestPlatform::staleSocketIsReplaced()
{
    QString socket;
    {
        SingleInstance first;
        QCOMPARE(first.start(QStringLiteral("p"), {}), Role::First);
        socket = socketPath();
    }
    // What a killed process leaves: a socket nobody listens on, and a lock file nobody holds.
    {
        QLocalServer dead;
        dead.setSocketOptions(QLocalServer::UserAccessOption);
        QVERIFY(dead.listen(socket));
        QVERIFY(QFile::rename(socket, socket + QStringLiteral(".kept"))); // its end removes it by name
    }
    QVERIFY(QFile::rename(socket + QStringLiteral(".kept"), socket));
    SingleInstance next;
    QCOMPARE(next.start(QStringLiteral("p"), {}, 100ms), Role::First);
    QLocalSocket probe;
    probe.connectToServer(socket);
    QVERIFY(probe.waitForConnected(1000));
}

void TestPlatform::hangingInstanceIsReported()
{
    SingleInstance first;
    QCOMPARE(first.start(QStringLiteral("p"), {}), Role::First);
    SingleInstance second; // on the same thread, so nobody answers
    QCOMPARE(second.start(QStringLiteral("p"), {}, 200ms), Role::Unreachable);
}

void TestPlatform::strangeMessagesAreIgnored_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << QByteArray("hello\n");
    QTest::newRow("not what we say") << QByteArray("{\"delete\":[\"/\"]}\n");
    QTest::newRow("too long a line") << QByteArray(2 * SingleInstance::kMostBytes, 'x');
    QTest::newRow("too many files") << "{\"open\":[" + QByteArray("\"/a\",").repeated(100) + "\"/a\"]}\n";
    QTest::newRow("deep") << QByteArray("[").repeated(30'000) + "\n";
}

void TestPlatform::strangeMessagesAreIgnored()
{
    QFETCH(QByteArray, bytes);
    SingleInstance first;
    QCOMPARE(first.start(QStringLiteral("p"), {}), Role::First);
    QSignalSpy asked(&first, &SingleInstance::asked);
    QLocalSocket socket;
    socket.connectToServer(socketPath());
    QVERIFY(socket.waitForConnected(1000));
    socket.write(bytes);
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(asked.count(), 0);
}

void TestPlatform::openFolderIsNotTrusted()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("not a folder of this user alone")));
    QFile::setPermissions(m_runtime->path(),
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::WriteOther | QFile::ExeOther);
    SingleInstance first;
    QCOMPARE(first.start(QStringLiteral("p"), {}), Role::First);
    QVERIFY(QDir(m_runtime->path()).isEmpty(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot));
}

void TestPlatform::longAnswersAreAnnounced()
{
    App app;
    FakeNotifier notifier;
    bool inFront = false;
    const AnswerNotices notices(app.parts.chat, app.parts.settings, notifier, [&] { return inFront; }, 0ms);
    app.load();
    app.sendAndWait(QStringLiteral("Sort this list"));
    QCOMPARE(notifier.shown.size(), 1);
    QVERIFY(notifier.shown[0].startsWith(QStringLiteral("Sort this list | ")));
    QVERIFY(!notifier.shown[0].contains(QStringLiteral("First"))); // nothing of the answer itself
    QCOMPARE(notifier.subjects.last(), app.parts.chat.current()->chatId()); // where a click leads
    inFront = true;
    app.sendAndWait(QStringLiteral("again"));
    inFront = false;
    app.parts.settings.setNotifyWhenDone(false);
    app.sendAndWait(QStringLiteral("again"));
    app.parts.settings.setNotifyWhenDone(true);
    QCOMPARE(notifier.shown.size(), 1);

    // Of a chat that is not shown, when it ends.
    const double asked = app.parts.chat.current()->chatId();
    app.send(QStringLiteral("again"));
    app.parts.chat.newChat();
    QVERIFY(app.parts.chat.current()->chatId() != asked);
    QTRY_COMPARE(notifier.shown.size(), 2);
    QCOMPARE(notifier.subjects.last(), asked);
    app.parts.chat.open(asked);
    QTRY_COMPARE(app.parts.chat.current()->chatId(), asked);

    FakeNotifier patient;
    const AnswerNotices onlyLong(app.parts.chat, app.parts.settings, patient, [] { return false; }, 1h);
    app.sendAndWait(QStringLiteral("again"));
    QCOMPARE(patient.shown.size(), 0);
}

void TestPlatform::notesGoOverTheBus()
{
    const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (daemon.isEmpty()) {
        QSKIP("no dbus-daemon here");
    }
    QProcess bus;
    bus.start(daemon,
        { QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
            QStringLiteral("--address=unix:path=") + m_runtime->filePath(QStringLiteral("bus")) });
    QVERIFY(bus.waitForReadyRead(5000));
    const QString address = QString::fromUtf8(bus.readLine()).trimmed();
    QDBusConnection desktopBus = QDBusConnection::connectToBus(address, QStringLiteral("desktop"));
    QDBusConnection appBus = QDBusConnection::connectToBus(address, QStringLiteral("app"));
    QVERIFY(desktopBus.isConnected() && appBus.isConnected());
    FakeDesktop desktop;
    QVERIFY(desktopBus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &desktop,
        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(desktopBus.registerService(QStringLiteral("org.freedesktop.Notifications")));

    DesktopNotifier notifier(appBus);
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show(QStringLiteral("A <b>title</b>"), QStringLiteral("12 tokens <i>"), 42);
    QTRY_COMPARE(desktop.calls.size(), 1);
    QVERIFY(desktop.calls[0].contains(QStringLiteral("|0|")));
    QVERIFY(desktop.calls[0].contains(QStringLiteral("A <b>title</b>|12 tokens &lt;i&gt;|default,Show")));
    QTest::qWait(50); // the id is on its way back
    Q_EMIT desktop.ActivationToken(7, QStringLiteral("token"));
    Q_EMIT desktop.ActionInvoked(8, QStringLiteral("default")); // someone else's
    Q_EMIT desktop.ActionInvoked(7, QStringLiteral("default"));
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated[0][0].toByteArray(), QByteArray("token"));
    QCOMPARE(activated[0][1].toLongLong(), 42);
    notifier.show(QStringLiteral("next"), QString(), 43);
    QTRY_COMPARE(desktop.calls.size(), 2);
    QVERIFY(desktop.calls[1].contains(QStringLiteral("|7|"))); // takes the place of the first
    QTest::qWait(50);
    notifier.withdraw();
    QTRY_COMPARE(desktop.calls.value(2), QStringLiteral("close 7"));

    // Without a bus nothing happens.
    DesktopNotifier nowhere { QDBusConnection(QStringLiteral("not connected")) };
    nowhere.show(QStringLiteral("x"), QStringLiteral("y"), 0);
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    QDBusConnection::disconnectFromBus(QStringLiteral("app"));
    bus.terminate();
    QVERIFY(bus.waitForFinished());
}

void TestPlatform::storageIsCountedAndCleared()
{
    QTemporaryDir folder;
    const auto write = [](const QString &path, qsizetype bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(bytes, 'x'));
    };
    QDir(folder.path()).mkpath(QStringLiteral("cache/below"));
    write(folder.filePath(QStringLiteral("cache/a")), 1500);
    write(folder.filePath(QStringLiteral("cache/below/.b")), 500);
    write(folder.filePath(QStringLiteral("precious")), 10);
    QFile::link(folder.filePath(QStringLiteral("precious")), folder.filePath(QStringLiteral("cache/link")));
    const QString cache = folder.filePath(QStringLiteral("cache"));
    StorageModel storage(
        { { QStringLiteral("Cache"), cache, QStringLiteral("Clear"), [cache] { StorageModel::clearFolder(cache); } },
            { QStringLiteral("Gone"), folder.filePath(QStringLiteral("gone")), QStringLiteral("Clear"), [] {} } });
    QAbstractItemModelTester tester(&storage, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto at = [&storage](int row, int role) { return storage.index(row).data(role).toString(); };
    storage.refresh();
    QCOMPARE(at(0, StorageModel::SizeRole), Format::bytes(2000));
    QCOMPARE(at(0, StorageModel::ClearTextRole), QStringLiteral("Clear"));
    QCOMPARE(at(1, StorageModel::SizeRole), QStringLiteral("nothing yet"));
    QCOMPARE(at(1, StorageModel::ClearTextRole), QString());
    storage.clear(0);
    storage.clear(7);
    QCOMPARE(at(0, StorageModel::SizeRole), Format::bytes(0));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("precious"))));
}

QTEST_MAIN(TestPlatform)
#include "tst_platform.moc"
