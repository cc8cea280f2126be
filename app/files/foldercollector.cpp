// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "files/foldercollector.h"

#include <vector>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "text/decodedtext.h"
#include "text/gitignore.h"

namespace
{
constexpr int kMostParents = 32;
constexpr qint64 kMostRules = 256 * 1024; // bytes of one .gitignore

QString readRules(const QString &path)
{
    QFile file(path);
    const bool ordinary = QFileInfo(path).isFile() && !QFileInfo(path).isSymLink();
    return ordinary && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(kMostRules)) : QString();
}

class Collector
{
public:
    Collector(const QString &folder, const FolderLimits &limits, std::stop_token stop)
        : m_limits(limits)
        , m_stop(std::move(stop))
        , m_top(QFileInfo(folder).absoluteFilePath())
    {
        const QString parent = QFileInfo(m_top).path();
        m_nameFrom = parent.endsWith(u'/') ? parent.size() : parent.size() + 1;
        findRepository();
    }

    CollectedFolder run()
    {
        std::vector<std::pair<QString, int>> open
            = { { m_top, 0 } }; // folders to visit and their depth, the next one last
        while (!open.empty() && !m_stop.stop_requested() && !m_found.truncated) {
            const auto [folder, depth] = open.back();
            open.pop_back();
            m_rules.add(readRules(folder + QStringLiteral("/.gitignore")), relative(folder));
            const QFileInfoList entries = QDir(folder).entryInfoList(
                QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
            std::vector<std::pair<QString, int>> inner;
            for (const QFileInfo &entry : entries) {
                if (++m_seen > m_limits.entries) {
                    m_found.truncated = true;
                    break;
                }
                if (entry.isSymLink() || m_rules.ignores(relative(entry.filePath()), entry.isDir())) {
                    continue;
                }
                if (!entry.isDir()) {
                    take(entry);
                } else if (!entry.fileName().startsWith(u'.') && depth < m_limits.depth) {
                    inner.emplace_back(entry.filePath(), depth + 1);
                }
            }
            open.insert(open.end(), inner.rbegin(), inner.rend());
        }
        return std::move(m_found);
    }

private:
    // The rules of the repository that the folder is part of reach down into it.
    void findRepository()
    {
        QStringList above; // from the folder upwards
        QString folder = m_top;
        for (int i = 0; i < kMostParents; ++i) {
            if (QFileInfo::exists(folder + QStringLiteral("/.git"))) {
                m_root = folder;
                break;
            }
            above.prepend(folder);
            const QString parent = QFileInfo(folder).path();
            if (parent == folder) {
                break;
            }
            folder = parent;
        }
        if (m_root.isEmpty()) {
            m_root = m_top;
            return;
        }
        m_rules.add(readRules(m_root + QStringLiteral("/.git/info/exclude")), {});
        if (m_root != m_top) {
            m_rules.add(readRules(m_root + QStringLiteral("/.gitignore")), {});
            for (const QString &one : std::as_const(above)) {
                if (one != m_top) { // that one is read when it is visited
                    m_rules.add(readRules(one + QStringLiteral("/.gitignore")), relative(one));
                }
            }
        }
    }

    [[nodiscard]] QString relative(const QString &path) const
    {
        return path == m_root ? QString() : path.sliced(m_root.endsWith(u'/') ? m_root.size() : m_root.size() + 1);
    }

    void take(const QFileInfo &entry)
    {
        if (!entry.isFile()) {
            return; // a pipe, a socket
        }
        if (entry.size() > m_limits.fileBytes) {
            ++m_found.tooLarge;
            return;
        }
        if (m_found.files.size() >= m_limits.files || m_bytes + entry.size() > m_limits.totalBytes) {
            m_found.truncated = true;
            return;
        }
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly)) {
            ++m_found.unreadable;
            return;
        }
        const QByteArray bytes = file.read(m_limits.fileBytes);
        std::optional<DecodedText> decoded = decodeText(bytes);
        if (!decoded) {
            ++m_found.binary;
            return;
        }
        m_bytes += bytes.size();
        m_found.files.append({ entry.filePath().sliced(m_nameFrom), std::move(decoded->text), bytes.size() });
    }

    FolderLimits m_limits;
    std::stop_token m_stop;
    QString m_top, m_root; // the folder asked for; the repository around it, or the folder itself
    qsizetype m_nameFrom = 0;
    GitIgnore m_rules;
    int m_seen = 0;
    qint64 m_bytes = 0;
    CollectedFolder m_found;
};
}

CollectedFolder collectFolder(const QString &path, const FolderLimits &limits, std::stop_token stop)
{
    return Collector(path, limits, std::move(stop)).run();
}
