// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "settings/storagemodel.h"

#include <algorithm>

#include <QDesktopServices>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QUrl>

#include "values/format.h"

namespace
{
constexpr auto kFilesBelow = QDir::Files | QDir::Hidden | QDir::NoSymLinks;

qint64 bytesOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return -1;
    }
    if (!info.isDir()) {
        return info.size();
    }
    qint64 bytes = 0;
    QDirIterator files(path, kFilesBelow, QDirIterator::Subdirectories);
    for (int n = 0; files.hasNext() && n < StorageModel::kMostFiles; ++n) {
        bytes += files.nextFileInfo().size();
    }
    return bytes;
}

QString shortened(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.sliced(home.size()) : path;
}
}

StorageModel::StorageModel(QList<StoragePlace> places, QObject *parent)
    : QAbstractListModel(parent)
    , m_places(std::move(places))
    , m_bytes(m_places.size(), -1)
{
}

int StorageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

QVariant StorageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const StoragePlace &place = m_places[index.row()];
    const qint64 bytes = m_bytes[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return place.title;
    case PathRole:
        return place.path;
    case ShownPathRole:
        return shortened(place.path);
    case SizeRole:
        return bytes < 0 ? tr("nothing yet") : Format::bytes(static_cast<quint64>(bytes));
    case ClearTextRole:
        return bytes > 0 && place.clear ? place.clearText : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> StorageModel::roleNames() const
{
    return {
        { TitleRole, "title" },
        { PathRole, "path" },
        { ShownPathRole, "shownPath" },
        { SizeRole, "size" },
        { ClearTextRole, "clearText" },
    };
}

void StorageModel::refresh()
{
    for (int row = 0; row < rowCount(); ++row) {
        qint64 bytes = bytesOf(m_places[row].path);
        const QStringList others = m_places[row].others ? m_places[row].others() : QStringList();
        for (const QString &other : others) {
            const qint64 more = bytesOf(other);
            bytes = more < 0 ? bytes : std::max<qint64>(bytes, 0) + more;
        }
        if (bytes != m_bytes[row]) {
            m_bytes[row] = bytes;
            Q_EMIT dataChanged(index(row), index(row), { SizeRole, ClearTextRole });
        }
    }
}

void StorageModel::clear(int row)
{
    if (row >= 0 && row < rowCount() && m_places[row].clear) {
        m_places[row].clear();
        refresh();
    }
}

void StorageModel::openFolder(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    const QFileInfo info(m_places[row].path);
    const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    if (QFileInfo(folder).isDir()) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    }
}

void StorageModel::clearFolder(const QString &path)
{
    QDirIterator files(path, kFilesBelow, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile::remove(files.next());
    }
}
