// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "platform/singleinstance.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QThread>
#include <QTimer>

Q_LOGGING_CATEGORY(lcInstance, "vibrant.instance")

using namespace std::chrono_literals;

namespace
{
constexpr qsizetype kMostPath = 4096; // characters, PATH_MAX
const QByteArray kReceived = QByteArrayLiteral("ok\n");

// A folder that belongs to this user alone; empty if there is none.
QString runtimeFolder()
{
    QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (folder.isEmpty()) {
        folder = QStringLiteral("%1/vibrant-%2").arg(QDir::tempPath()).arg(getuid());
        ::mkdir(QFile::encodeName(folder).constData(), 0700); // if it is there, it has to pass the test below
    }
    struct stat info = {};
    const bool known = ::lstat(QFile::encodeName(folder).constData(), &info) == 0;
    const bool ours = known && S_ISDIR(info.st_mode) && info.st_uid == getuid() && (info.st_mode & 0077) == 0;
    return ours ? folder : QString();
}

// -1: another process has it. The descriptor stays open as long as the process runs, and no child gets it.
int takeLock(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return -1;
    }
    return file;
}

bool isSameUser(const QLocalSocket &socket)
{
    ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == getuid();
}

QByteArray message(const QStringList &files)
{
    const QJsonObject object {
        { QStringLiteral("open"), QJsonArray::fromStringList(files) },
        { QStringLiteral("token"), qEnvironmentVariable("XDG_ACTIVATION_TOKEN") },
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

// Whether the process behind the socket has taken the message.
bool handOver(const QString &path, const QByteArray &message, QDeadlineTimer deadline)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    const auto left = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    if (!socket.waitForConnected(left())) {
        return false;
    }
    socket.write(message);
    while (socket.bytesAvailable() < kReceived.size() && socket.waitForReadyRead(left())) { }
    return socket.read(kReceived.size()) == kReceived;
}
}

SingleInstance::SingleInstance(QObject *parent)
    : QObject(parent)
{
}

SingleInstance::~SingleInstance()
{
    m_server.reset(); // removes the socket before the next one may take the lock
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

SingleInstance::Role SingleInstance::start(
    const QString &key, const QStringList &files, std::chrono::milliseconds patience)
{
    const QString folder = runtimeFolder();
    if (folder.isEmpty()) {
        qCWarning(lcInstance) << "XDG_RUNTIME_DIR is not a folder of this user alone: starts do not find each other";
        return Role::First;
    }
    // Socket addresses have at most 107 bytes.
    const QByteArray name = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    const QString base = folder + QStringLiteral("/vibrant-") + QString::fromLatin1(name);
    const QDeadlineTimer deadline(patience);
    do {
        m_lock = takeLock(base + QStringLiteral(".lock"));
        if (m_lock >= 0) {
            listen(base + QStringLiteral(".sock"));
            return Role::First;
        }
        if (handOver(
                base + QStringLiteral(".sock"), message(files.first(std::min(files.size(), kMostFiles))), deadline)) {
            return Role::HandedOver;
        }
        // It is just starting and does not listen yet, or just ending and will let go of the lock.
        QThread::sleep(50ms);
    } while (!deadline.hasExpired());
    return Role::Unreachable;
}

void SingleInstance::listen(const QString &path)
{
    QLocalServer::removeServer(path); // the process that left it there has lost the lock
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::onConnection);
    if (!m_server->listen(path)) {
        qCWarning(lcInstance) << "cannot listen at" << path << m_server->errorString();
    }
}

void SingleInstance::onConnection()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isSameUser(*socket)) {
            socket->abort();
            continue;
        }
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { onRead(socket); });
        QTimer::singleShot(kPatience, socket, [socket] { socket->abort(); });
        onRead(socket);
    }
}

void SingleInstance::onRead(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > kMostBytes) {
        socket->abort();
        return;
    }
    if (!socket->canReadLine()) {
        return;
    }
    const QJsonObject object = QJsonDocument::fromJson(socket->readLine()).object();
    const QJsonArray wanted = object.value(QStringLiteral("open")).toArray();
    if (!object.contains(QStringLiteral("open")) || wanted.size() > kMostFiles) {
        socket->abort();
        return;
    }
    QStringList files;
    for (const QJsonValue &value : wanted) {
        const QString path = value.toString();
        if (QDir::isAbsolutePath(path) && path.size() <= kMostPath && !path.contains(QChar(u'\0'))) {
            files << path;
        }
    }
    socket->write(kReceived);
    socket->flush();
    socket->disconnectFromServer();
    Q_EMIT asked(files, object.value(QStringLiteral("token")).toString().toUtf8());
}
