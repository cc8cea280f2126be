// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "actions/commandpalette.h"

#include <algorithm>

CommandPalette::CommandPalette(ActionModel &actions, QObject *parent)
    : QAbstractListModel(parent)
    , m_actions(actions)
{
    connect(&actions, &QAbstractItemModel::dataChanged, this, &CommandPalette::refresh);
    refresh();
}

int CommandPalette::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant CommandPalette::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry &entry = m_entries[index.row()];
    const QModelIndex source = m_actions.index(entry.row);
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return source.data(ActionModel::TitleRole);
    case GroupRole:
        return source.data(ActionModel::GroupRole);
    case KeysRole:
        return source.data(ActionModel::KeysRole);
    case PositionsRole:
        return QVariant::fromValue(entry.match.positions);
    default:
        return {};
    }
}

QHash<int, QByteArray> CommandPalette::roleNames() const
{
    return { { TitleRole, "title" }, { GroupRole, "group" }, { KeysRole, "keys" }, { PositionsRole, "positions" } };
}

QString CommandPalette::query() const
{
    return m_query;
}

void CommandPalette::setQuery(const QString &query)
{
    if (query != m_query) {
        m_query = query;
        refresh();
        Q_EMIT queryChanged();
    }
}

void CommandPalette::refresh()
{
    QList<Entry> entries;
    for (int row = 0; row < m_actions.rowCount(); ++row) {
        const QModelIndex source = m_actions.index(row);
        if (!source.data(ActionModel::CommandRole).toBool() || !source.data(ActionModel::ActiveRole).toBool()) {
            continue;
        }
        if (auto match = fuzzyMatch(m_query, source.data(ActionModel::TitleRole).toString())) {
            entries.append({ row, *std::move(match) });
        }
    }
    const auto age = [this](int row) {
        const qsizetype found = m_recent.indexOf(row);
        return found < 0 ? m_recent.size() : found;
    };
    std::ranges::stable_sort(entries, [&](const Entry &a, const Entry &b) {
        return a.match.score != b.match.score ? a.match.score > b.match.score : age(a.row) < age(b.row);
    });
    if (entries == m_entries) {
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
    Q_EMIT countChanged();
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_entries.size()) {
        return;
    }
    const int source = m_entries[row].row;
    m_recent.removeOne(source);
    m_recent.prepend(source);
    m_recent.resize(std::min<qsizetype>(m_recent.size(), kRecent));
    const auto action = m_actions.index(source).data(ActionModel::ActionRole).value<ActionModel::Action>();
    setQuery({});
    refresh();
    m_actions.trigger(action); // last: a handler may change anything here
}
