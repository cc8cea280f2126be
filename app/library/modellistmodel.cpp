// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/modellistmodel.h"

#include <limits>

#include "inference/errorwords.h"
#include "values/format.h"

ModelListModel::ModelListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int ModelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ModelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const LibraryEntry &entry = m_rows[index.row()].entry;
    const ModelDescription &d = entry.description;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return entry.file.title;
    case PathRole:
        return entry.file.path;
    case OriginRole:
        return entry.file.origin;
    case PlaceRole:
        return placeName(entry.file.place);
    case FactsRole:
        return d.summary(!d.problem);
    case SizeRole:
        return Format::bytes(entry.file.bytes);
    case ContextRole:
        return d.trainedContextText();
    case LicenceRole:
        return d.licence;
    case ReadingRole:
        return !entry.described;
    case UsableRole:
        return !entry.described || !d.problem;
    case ProblemRole:
        return d.problem ? wordsFor(d.problem->code).title : QString();
    case ReasonRole:
        return d.problem ? d.problem->text : QString();
    case CurrentRole:
        return entry.file.path == m_current;
    case BytesRole:
        return entry.file.bytes;
    case RecentRole:
        return m_recent.value(entry.file.path, std::numeric_limits<int>::max());
    case ModifiedRole:
        return entry.file.modified;
    default:
        return {};
    }
}

QHash<int, QByteArray> ModelListModel::roleNames() const
{
    return { { PathRole, "path" }, { TitleRole, "title" }, { OriginRole, "origin" }, { PlaceRole, "place" },
        { FactsRole, "facts" }, { SizeRole, "size" }, { ContextRole, "context" }, { LicenceRole, "licence" },
        { ReadingRole, "reading" }, { UsableRole, "usable" }, { ProblemRole, "problem" }, { ReasonRole, "reason" },
        { CurrentRole, "current" }, { BytesRole, "bytes" }, { RecentRole, "recentRank" },
        { ModifiedRole, "modified" } };
}

const LibraryEntry *ModelListModel::find(const QString &path) const
{
    const auto found = m_rowOf.constFind(path);
    return found == m_rowOf.cend() ? nullptr : &m_rows[*found].entry;
}

const LibraryEntry &ModelListModel::at(int row) const
{
    return m_rows[row].entry;
}

void ModelListModel::merge(quint64 id, const QList<LibraryEntry> &entries)
{
    QList<LibraryEntry> added;
    for (const LibraryEntry &entry : entries) {
        const auto found = m_rowOf.constFind(entry.file.path);
        if (isOfAnotherKind(entry.description)) {
            if (found != m_rowOf.cend()) {
                remove(*found);
            }
            continue;
        }
        if (found == m_rowOf.cend()) {
            added.append(entry);
            continue;
        }
        Row &row = m_rows[*found];
        row.seen = id;
        const bool sameFile
            = row.entry.file.bytes == entry.file.bytes && row.entry.file.modified == entry.file.modified;
        if (!entry.described && row.entry.described && sameFile) {
            row.entry.file = entry.file;
        } else {
            row.entry = entry;
        }
        Q_EMIT dataChanged(index(*found), index(*found));
    }
    if (added.isEmpty()) {
        return;
    }
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    for (const LibraryEntry &entry : std::as_const(added)) {
        m_rowOf.insert(entry.file.path, static_cast<int>(m_rows.size()));
        m_rows.append({ entry, id });
    }
    endInsertRows();
}

void ModelListModel::removeUnseen(quint64 id)
{
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (m_rows[row].seen == id) {
            continue;
        }
        remove(row);
    }
}

void ModelListModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rowOf.remove(m_rows[row].entry.file.path);
    m_rows.removeAt(row);
    for (int later = row; later < m_rows.size(); ++later) {
        m_rowOf[m_rows[later].entry.file.path] = later;
    }
    endRemoveRows();
}

void ModelListModel::setCurrent(const QString &path)
{
    if (path == m_current) {
        return;
    }
    const QString old = std::exchange(m_current, path);
    for (const QString &changed : { old, path }) {
        if (const auto found = m_rowOf.constFind(changed); found != m_rowOf.cend()) {
            Q_EMIT dataChanged(index(*found), index(*found), { CurrentRole });
        }
    }
}

void ModelListModel::setRecent(const QStringList &paths)
{
    m_recent.clear();
    for (qsizetype i = 0; i < paths.size(); ++i) {
        m_recent.insert(paths[i], static_cast<int>(i));
    }
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), { RecentRole });
    }
}
