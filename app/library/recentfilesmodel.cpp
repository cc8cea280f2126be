// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/recentfilesmodel.h"

#include <QDir>
#include <QFileInfo>

#include "settings/settings.h"
#include "values/format.h"

RecentFilesModel::RecentFilesModel(Settings &settings, QObject *parent)
    : QAbstractListModel(parent)
    , m_settings(settings)
{
    for (const QString &path : m_settings.recentFiles()) {
        if (QFileInfo(path).isAbsolute() && m_entries.size() < kLimit) {
            m_entries.append(look(path));
        }
    }
}

RecentFilesModel::Entry RecentFilesModel::look(const QString &path)
{
    const QFileInfo file(path);
    return { path, file.isFile() ? file.size() : -1 };
}

int RecentFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant RecentFilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Entry &entry = m_entries[index.row()];
    const QFileInfo file(entry.path);
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return file.suffix().compare(QLatin1String("gguf"), Qt::CaseInsensitive) == 0 ? file.completeBaseName()
                                                                                      : file.fileName();
    case PathRole:
        return entry.path;
    case FolderRole: {
        const QString folder = file.absolutePath();
        const QString home = QDir::homePath();
        return folder == home || folder.startsWith(home + QLatin1Char('/'))
            ? QLatin1Char('~') + folder.sliced(home.size())
            : folder;
    }
    case SizeRole:
        return entry.bytes >= 0 ? Format::bytes(static_cast<quint64>(entry.bytes)) : QString();
    case AvailableRole:
        return entry.bytes >= 0;
    case CurrentRole:
        return entry.path == m_current;
    default:
        return {};
    }
}

QHash<int, QByteArray> RecentFilesModel::roleNames() const
{
    return { { PathRole, "path" }, { NameRole, "name" }, { FolderRole, "folder" }, { SizeRole, "size" },
        { AvailableRole, "available" }, { CurrentRole, "current" } };
}

void RecentFilesModel::remove(int row)
{
    if (row < 0 || row >= m_entries.size()) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
    Q_EMIT countChanged();
    save();
}

void RecentFilesModel::clear()
{
    if (m_entries.isEmpty()) {
        return;
    }
    beginResetModel();
    m_entries.clear();
    endResetModel();
    Q_EMIT countChanged();
    save();
}

void RecentFilesModel::refresh()
{
    for (int row = 0; row < m_entries.size(); ++row) {
        const Entry entry = look(m_entries[row].path);
        if (entry.bytes != m_entries[row].bytes) {
            m_entries[row] = entry;
            Q_EMIT dataChanged(index(row), index(row), { SizeRole, AvailableRole });
        }
    }
}

void RecentFilesModel::add(const QString &path)
{
    const auto same = [&path](const Entry &entry) { return entry.path == path; };
    const auto found = std::ranges::find_if(m_entries, same);
    if (found == m_entries.end()) {
        if (m_entries.size() == kLimit) {
            remove(kLimit - 1);
        }
        beginInsertRows({}, 0, 0);
        m_entries.prepend(look(path));
        endInsertRows();
        Q_EMIT countChanged();
    } else if (const int row = static_cast<int>(found - m_entries.begin()); row > 0) {
        beginMoveRows({}, row, row, {}, 0);
        m_entries.move(row, 0);
        endMoveRows();
    }
    save();
}

void RecentFilesModel::setCurrent(const QString &path)
{
    if (path == m_current) {
        return;
    }
    m_current = path;
    if (!m_entries.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), { CurrentRole });
    }
}

QStringList RecentFilesModel::paths() const
{
    QStringList paths;
    for (const Entry &entry : m_entries) {
        paths.append(entry.path);
    }
    return paths;
}

void RecentFilesModel::save() const
{
    m_settings.setRecentFiles(paths());
}
