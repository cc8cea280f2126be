// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The cells of one Markdown table, row by row, header row first: made for a Repeater inside a grid. Rows are only ever
// appended, so a growing table never rebuilds the cells that are there.
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "text/markdownblock.h"

class TableModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a BlockModel")
    Q_PROPERTY(int columns READ columns CONSTANT)

public:
    enum Role {
        SourceTextRole = Qt::UserRole, // string: inline source
        HeaderRole, // bool
        AlignmentRole, // Markdown.Alignment
    };
    Q_ENUM(Role)

    explicit TableModel(QList<Markdown::Alignment> columns, QObject *parent = nullptr);

    [[nodiscard]] int columns() const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override; // cells
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    // `cells` starts with what the model already has.
    void update(const QStringList &cells);

private:
    QList<Markdown::Alignment> m_columns;
    QStringList m_cells;
};
