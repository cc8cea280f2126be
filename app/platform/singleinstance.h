// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One window per profile. The first process of a profile holds a lock and listens on a socket, both in $XDG_RUNTIME_DIR;
// a later one hands over the files it was asked to open and ends.
//
// The lock is flock(2): the kernel releases it when the process ends, however it ends, so a socket left behind by a
// crash is recognised and replaced. Only processes of the same user are listened to (folder 0700, socket 0600, checked
// again by SO_PEERCRED); a message has at most kMostBytes and kPatience to arrive.
// Without a usable runtime folder there is no lock: every start is a First, as before.
#pragma once

#include <chrono>
#include <memory>

#include <QObject>
#include <QStringList>

class QLocalServer;
class QLocalSocket;

class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First, // this process is the one: show the window
        HandedOver, // another one is, and has the files; nothing is left to do
        Unreachable, // another one is, and does not answer
    };
    static constexpr qsizetype kMostBytes = 64 * 1024;
    static constexpr qsizetype kMostFiles = 16;
    static constexpr std::chrono::milliseconds kPatience { 5000 };

    explicit SingleInstance(QObject *parent = nullptr);
    ~SingleInstance() override;

    // `key` names the profile, `files` are absolute paths. Blocks up to `patience` when another process is there.
    [[nodiscard]] Role start(
        const QString &key, const QStringList &files, std::chrono::milliseconds patience = kPatience);

Q_SIGNALS:
    // Another start asked for these; none = only for the window. The token lets a window come to the front on Wayland.
    void asked(const QStringList &files, const QByteArray &activationToken);

private:
    void listen(const QString &path);
    void onConnection();
    void onRead(QLocalSocket *socket);

    int m_lock = -1; // file descriptor
    std::unique_ptr<QLocalServer> m_server;
};
