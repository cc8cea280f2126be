// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "documents/tablemodel.h"

TableModel::TableModel(QList<Markdown::Alignment> columns, QObject *parent)
    : QAbstractListModel(parent)
    , m_columns(std::move(columns))
{
}

int TableModel::columns() const
{
    return static_cast<int>(m_columns.size());
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cells.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case SourceTextRole:
        return m_cells[index.row()];
    case HeaderRole:
        return index.row() < columns();
    case AlignmentRole:
        return static_cast<int>(m_columns[index.row() % columns()]);
    default:
        return {};
    }
}

QHash<int, QByteArray> TableModel::roleNames() const
{
    return { { SourceTextRole, "sourceText" }, { HeaderRole, "header" }, { AlignmentRole, "alignment" } };
}

void TableModel::update(const QStringList &cells)
{
    if (cells.size() > m_cells.size()) {
        beginInsertRows({}, rowCount(), static_cast<int>(cells.size()) - 1);
        m_cells.append(cells.sliced(m_cells.size()));
        endInsertRows();
    }
}
