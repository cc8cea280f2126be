// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Writes code to files on a thread of its own. Each file is written whole or not at all (QSaveFile); nothing that exists is
// replaced unless the caller said so; nothing is written outside of the chosen folder, not even through a symbolic link
// that lies in it.
#pragma once

#include <functional>

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>

class FileSaver : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    enum Existing {
        Refuse, // nothing is written if one of them exists
        Replace,
        KeepBoth, // "a-2.py" beside "a.py"
    };
    Q_ENUM(Existing)

    struct File {
        QString name; // relative; made safe again before it is used
        QString text;
    };
    struct Outcome {
        QStringList written; // paths
        QStringList existing; // names that are there already, with Refuse
        QString error; // for the user; empty = all written
    };
    // The work itself, on any thread.
    [[nodiscard]] static Outcome write(const QString &folder, const QList<File> &files, Existing existing);
    [[nodiscard]] static Outcome writeOne(
        const QString &path, const QString &text); // a path the user chose in a dialog: replaces

    explicit FileSaver(QObject *parent = nullptr);

    [[nodiscard]] bool busy() const;

    // Each ends with one of the signals below.
    Q_INVOKABLE void saveAs(const QUrl &file, const QString &text);
    Q_INVOKABLE void saveAll(
        const QUrl &folder, const QStringList &names, const QStringList &texts, FileSaver::Existing existing);

Q_SIGNALS:
    void busyChanged();
    void saved(int count, const QString &where); // a path to show
    void exists(const QStringList &names); // ask, then call again
    void failed(const QString &reason);

private:
    void run(std::function<Outcome()> work, const QString &where);

    int m_running = 0;
};
