// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/libraryview.h"

#include <algorithm>

#include "library/modellistmodel.h"

LibraryView::LibraryView(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true); // 7B before 14B
    setDynamicSortFilter(true);
    sort(0);
    for (const auto signal : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved }) {
        connect(this, signal, this, &LibraryView::countChanged);
    }
    connect(this, &QAbstractItemModel::modelReset, this, &LibraryView::countChanged);
}

void LibraryView::showUsableOnly()
{
    m_usableOnly = true;
    invalidateRowsFilter();
}

QString LibraryView::words() const
{
    return m_text;
}

void LibraryView::setWords(const QString &words)
{
    if (words == m_text) {
        return;
    }
    m_text = words;
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateRowsFilter();
    Q_EMIT wordsChanged();
}

LibraryView::Order LibraryView::order() const
{
    return m_order;
}

void LibraryView::setOrder(Order order)
{
    if (order != m_order) {
        m_order = order;
        invalidate();
        Q_EMIT orderChanged();
    }
}

int LibraryView::count() const
{
    return rowCount();
}

int LibraryView::rowOf(const QString &path) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (index(row, 0).data(ModelListModel::PathRole).toString() == path) {
            return row;
        }
    }
    return -1;
}

bool LibraryView::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto occurs = [&index](const QString &word) {
        constexpr int kRoles[] = { ModelListModel::TitleRole, ModelListModel::OriginRole, ModelListModel::PlaceRole,
            ModelListModel::FactsRole, ModelListModel::LicenceRole };
        return std::ranges::any_of(
            kRoles, [&](int role) { return index.data(role).toString().contains(word, Qt::CaseInsensitive); });
    };
    return (!m_usableOnly || index.data(ModelListModel::UsableRole).toBool()) && std::ranges::all_of(m_words, occurs);
}

bool LibraryView::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto differs = [&](int role) { return left.data(role) != right.data(role); };
    if (differs(ModelListModel::UsableRole)) {
        return left.data(ModelListModel::UsableRole).toBool();
    }
    if (m_order == Size && differs(ModelListModel::BytesRole)) {
        return left.data(ModelListModel::BytesRole).toULongLong() > right.data(ModelListModel::BytesRole).toULongLong();
    }
    if (m_order == Recent && differs(ModelListModel::RecentRole)) {
        return left.data(ModelListModel::RecentRole).toInt() < right.data(ModelListModel::RecentRole).toInt();
    }
    if (m_order == Recent && differs(ModelListModel::ModifiedRole)) {
        return left.data(ModelListModel::ModifiedRole).toLongLong()
            > right.data(ModelListModel::ModifiedRole).toLongLong();
    }
    const int order = m_collator.compare(
        left.data(ModelListModel::TitleRole).toString(), right.data(ModelListModel::TitleRole).toString());
    return order != 0
        ? order < 0
        : left.data(ModelListModel::PathRole).toString() < right.data(ModelListModel::PathRole).toString();
}
