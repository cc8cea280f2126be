// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The commands that match what was typed, best first. Without a query: those used last, then the table's order.
// Commands that would do nothing now are not listed.
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "actions/actionmodel.h"
#include "text/fuzzymatch.h"

class CommandPalette : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    static constexpr int kRecent = 5; // used last, kept while the program runs
    enum Role {
        TitleRole = Qt::UserRole, // string
        GroupRole, // string
        KeysRole, // string, may be empty
        PositionsRole, // ints: characters of the title that matched
    };
    Q_ENUM(Role)

    explicit CommandPalette(ActionModel &actions, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString query() const;
    void setQuery(const QString &query);
    Q_INVOKABLE void run(int row);

Q_SIGNALS:
    void queryChanged();
    void countChanged();

private:
    struct Entry {
        int row = 0; // of the actions
        FuzzyMatch match;
        bool operator==(const Entry &other) const
        {
            return row == other.row && match.positions == other.match.positions;
        }
    };
    void refresh();

    ActionModel &m_actions;
    QString m_query;
    QList<Entry> m_entries;
    QList<int> m_recent; // rows of the actions, last used first
};
