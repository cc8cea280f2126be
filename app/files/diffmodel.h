// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Two texts side by side, one row per pair of lines, for a list view. Long stretches without a change are one row each until
// they are opened.
// Bounded: at most kMaxLines a side, and the work of LineDiff; too long a text gives no rows and a reason.
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "text/linediff.h"

class DiffModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString left READ left WRITE setLeft NOTIFY textsChanged)
    Q_PROPERTY(QString right READ right WRITE setRight NOTIFY textsChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int added READ added NOTIFY changed) // lines
    Q_PROPERTY(int removed READ removed NOTIFY changed) // lines
    Q_PROPERTY(bool same READ same NOTIFY changed) // no difference
    Q_PROPERTY(QString problem READ problem NOTIFY changed) // why there is nothing to show; empty = nothing is wrong

public:
    static constexpr qsizetype kMaxLines = 20'000;
    static constexpr qsizetype kMaxChars = 4 * 1024 * 1024;
    static constexpr int kContext = 3; // unchanged lines around a change

    enum Kind {
        Same,
        Changed, // a line against a line
        Added, // right only
        Removed, // left only
        Gap, // unchanged lines that are not shown
    };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole, // Kind
        LeftNumberRole, // int: from 1; 0 = no line
        RightNumberRole,
        LeftTextRole, // string: control characters as visible signs
        RightTextRole,
        LeftMarksRole, // list<int>: start, length, start, length… of what differs within a Changed line
        RightMarksRole,
        HiddenRole, // int: lines in a Gap
    };
    Q_ENUM(Role)

    explicit DiffModel(QObject *parent = nullptr);

    [[nodiscard]] QString left() const;
    void setLeft(const QString &text);
    [[nodiscard]] QString right() const;
    void setRight(const QString &text);
    [[nodiscard]] int count() const;
    [[nodiscard]] int added() const;
    [[nodiscard]] int removed() const;
    [[nodiscard]] bool same() const;
    [[nodiscard]] QString problem() const;

    Q_INVOKABLE void open(int row); // a Gap
    Q_INVOKABLE [[nodiscard]] int nextChange(int row) const; // first row of the next change behind `row`, -1 = none
    Q_INVOKABLE [[nodiscard]] int previousChange(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void textsChanged();
    void changed();

private:
    struct Row {
        Kind kind = Same;
        int left = -1, right = -1; // lines, from 0; of a Gap the first of the lines in it
        int hidden = 0;
    };
    void rebuild();
    void addSame(int left, int right, int count, bool first, bool last);
    [[nodiscard]] bool startsChange(int row) const;
    [[nodiscard]] QList<int> marks(const Row &row, bool ofLeft) const;

    QString m_leftText, m_rightText;
    QList<QStringView> m_left, m_right; // lines, into the texts
    QList<Row> m_rows;
    int m_added = 0, m_removed = 0;
    QString m_problem;
};
