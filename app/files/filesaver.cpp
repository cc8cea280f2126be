// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "files/filesaver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

#include "text/filenames.h"

namespace
{
// What is at `path`, also when it is a link to nothing.
bool isTaken(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

QString beside(const QString &path)
{
    const qsizetype dot = path.lastIndexOf(u'.');
    const qsizetype end = dot > path.lastIndexOf(u'/') + 1 ? dot : path.size();
    QString other = path;
    for (int number = 2; isTaken(other); ++number) {
        other = path.first(end) + u'-' + QString::number(number) + path.sliced(end);
    }
    return other;
}

// Empty, or why not.
QString writeFile(const QString &path, const QString &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return FileSaver::tr("%1 could not be written: %2", "a file, the system's reason")
            .arg(path, file.errorString());
    }
    QByteArray bytes = text.toUtf8();
    if (!bytes.isEmpty() && !bytes.endsWith('\n')) {
        bytes += '\n';
    }
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        return FileSaver::tr("%1 could not be written: %2", "a file, the system's reason")
            .arg(path, file.errorString());
    }
    return {};
}

// The nearest folder above `path` that exists, with its links resolved, lies in `root`.
bool staysInside(const QString &root, const QString &path)
{
    QString folder = QFileInfo(path).path();
    while (!QFileInfo::exists(folder) && !QFileInfo(folder).isSymLink() && folder.size() > root.size()) {
        folder = QFileInfo(folder).path();
    }
    const QString real = QFileInfo(folder).canonicalFilePath();
    return real == root || real.startsWith(root.endsWith(u'/') ? root : root + u'/');
}
}

FileSaver::Outcome FileSaver::writeOne(const QString &path, const QString &text)
{
    Outcome outcome;
    outcome.error = writeFile(path, text);
    if (outcome.error.isEmpty()) {
        outcome.written.append(path);
    }
    return outcome;
}

FileSaver::Outcome FileSaver::write(const QString &folder, const QList<File> &files, Existing existing)
{
    Outcome outcome;
    const QString root = QFileInfo(folder).canonicalFilePath();
    if (root.isEmpty() || !QFileInfo(root).isDir()) {
        outcome.error = tr("%1 is not a folder that can be written to", "a path").arg(folder);
        return outcome;
    }
    QList<File> targets; // by path
    for (const File &file : files) {
        const QString name = FileNames::safe(file.name);
        const QString path = root + u'/' + name;
        if (name.isEmpty() || !staysInside(root, path)) {
            outcome.error = tr("%1 would be outside of the folder", "a file name").arg(file.name);
            return outcome;
        }
        if (isTaken(path)) {
            outcome.existing.append(name);
        }
        targets.append({ path, file.text });
    }
    if (existing == Refuse && !outcome.existing.isEmpty()) {
        return outcome;
    }
    for (const File &file : std::as_const(targets)) {
        QString path = file.name;
        const QFileInfo now(path);
        if (existing == KeepBoth || (existing == Replace && (now.isSymLink() || now.isDir()))) {
            path = beside(path); // a link may lead anywhere
        }
        if (existing == Refuse && isTaken(path)) {
            outcome.existing.append(QDir(root).relativeFilePath(path)); // came in between
            return outcome;
        }
        if (!QDir().mkpath(QFileInfo(path).path())) {
            outcome.error = tr("The folder %1 could not be made", "a path").arg(QFileInfo(path).path());
            return outcome;
        }
        outcome.error = writeFile(path, file.text);
        if (!outcome.error.isEmpty()) {
            return outcome;
        }
        outcome.written.append(path);
    }
    return outcome;
}

FileSaver::FileSaver(QObject *parent)
    : QObject(parent)
{
}

bool FileSaver::busy() const
{
    return m_running > 0;
}

void FileSaver::run(std::function<Outcome()> work, const QString &where)
{
    if (++m_running == 1) {
        Q_EMIT busyChanged();
    }
    const auto report = [this, where](const Outcome &outcome) {
        if (--m_running == 0) {
            Q_EMIT busyChanged();
        }
        if (!outcome.error.isEmpty()) {
            Q_EMIT failed(outcome.error);
        } else if (outcome.written.isEmpty() && !outcome.existing.isEmpty()) {
            Q_EMIT exists(outcome.existing);
        } else {
            Q_EMIT saved(static_cast<int>(outcome.written.size()), where);
        }
    };
    QThreadPool::globalInstance()->start([self = QPointer(this), work = std::move(work), report] {
        const Outcome outcome = work();
        QMetaObject::invokeMethod(
            qApp,
            [self, outcome, report] {
                if (self) {
                    report(outcome);
                }
            },
            Qt::QueuedConnection);
    });
}

void FileSaver::saveAs(const QUrl &file, const QString &text)
{
    const QString path = file.toLocalFile();
    if (path.isEmpty()) {
        Q_EMIT failed(tr("%1 is not a place on this computer", "an address").arg(file.toDisplayString()));
        return;
    }
    run([path, text] { return writeOne(path, text); }, path);
}

void FileSaver::saveAll(const QUrl &folder, const QStringList &names, const QStringList &texts, Existing existing)
{
    const QString path = folder.toLocalFile();
    if (path.isEmpty() || names.size() != texts.size()) {
        Q_EMIT failed(tr("%1 is not a place on this computer", "an address").arg(folder.toDisplayString()));
        return;
    }
    QList<File> files;
    for (qsizetype i = 0; i < names.size(); ++i) {
        files.append({ names[i], texts[i] });
    }
    run([path, files, existing] { return write(path, files, existing); }, path);
}
