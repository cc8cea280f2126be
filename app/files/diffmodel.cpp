// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "files/diffmodel.h"

#include <algorithm>

#include "text/visiblecontrols.h"

namespace
{
QList<QStringView> linesOf(const QString &text)
{
    QStringView all(text);
    if (all.endsWith(u'\n')) {
        all.chop(1); // the end of the last line begins no other
    }
    return text.isEmpty() ? QList<QStringView>() : all.split(u'\n');
}

QString shown(QStringView line)
{
    bool found = false;
    return withVisibleControls(line, found);
}
}

DiffModel::DiffModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

QString DiffModel::left() const
{
    return m_leftText;
}

void DiffModel::setLeft(const QString &text)
{
    if (text != m_leftText) {
        m_leftText = text;
        rebuild();
        Q_EMIT textsChanged();
    }
}

QString DiffModel::right() const
{
    return m_rightText;
}

void DiffModel::setRight(const QString &text)
{
    if (text != m_rightText) {
        m_rightText = text;
        rebuild();
        Q_EMIT textsChanged();
    }
}

int DiffModel::count() const
{
    return static_cast<int>(m_rows.size());
}

int DiffModel::added() const
{
    return m_added;
}

int DiffModel::removed() const
{
    return m_removed;
}

bool DiffModel::same() const
{
    return m_problem.isEmpty() && m_added == 0 && m_removed == 0;
}

QString DiffModel::problem() const
{
    return m_problem;
}

void DiffModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_added = m_removed = 0;
    m_problem.clear();
    m_left = linesOf(m_leftText);
    m_right = linesOf(m_rightText);
    if (std::max(m_left.size(), m_right.size()) > kMaxLines
        || std::max(m_leftText.size(), m_rightText.size()) > kMaxChars) {
        m_problem = tr("These texts are too long to be compared.");
        m_left.clear();
        m_right.clear();
    } else {
        const LineDiff::Numbered numbers = LineDiff::number(m_left, m_right);
        int left = 0, right = 0;
        for (const LineDiff::Change &change : LineDiff::compare(numbers.left, numbers.right)) {
            addSame(left, right, change.leftBegin - left, left == 0 && right == 0, false);
            for (left = change.leftBegin, right = change.rightBegin;
                left < change.leftEnd || right < change.rightEnd;) {
                const bool hasLeft = left < change.leftEnd, hasRight = right < change.rightEnd;
                m_rows.append({ hasLeft && hasRight ? Changed
                        : hasLeft                   ? Removed
                                                    : Added,
                    hasLeft ? left++ : -1, hasRight ? right++ : -1, 0 });
            }
            m_removed += change.leftEnd - change.leftBegin;
            m_added += change.rightEnd - change.rightBegin;
        }
        addSame(left, right, static_cast<int>(m_left.size()) - left, m_rows.isEmpty(), true);
    }
    endResetModel();
    Q_EMIT changed();
}

void DiffModel::addSame(int left, int right, int count, bool first, bool last)
{
    const int before = first ? 0 : kContext, after = last ? 0 : kContext; // context belongs to a change
    const int hidden = count - before - after;
    for (int i = 0; i < count; ++i) {
        if (hidden > 1 && i == before) { // a gap of one line would save nothing
            m_rows.append({ Gap, left + i, right + i, hidden });
            i += hidden - 1;
        } else {
            m_rows.append({ Same, left + i, right + i, 0 });
        }
    }
}

void DiffModel::open(int row)
{
    if (row < 0 || row >= count() || m_rows[row].kind != Gap) {
        return;
    }
    const Row gap = m_rows[row];
    m_rows[row] = { Same, gap.left, gap.right, 0 };
    Q_EMIT dataChanged(index(row), index(row));
    beginInsertRows({}, row + 1, row + gap.hidden - 1);
    m_rows.insert(row + 1, gap.hidden - 1, Row {});
    for (int i = 1; i < gap.hidden; ++i) {
        m_rows[row + i] = { Same, gap.left + i, gap.right + i, 0 };
    }
    endInsertRows();
    Q_EMIT changed();
}

bool DiffModel::startsChange(int row) const
{
    const auto isChange = [this](int i) { return i >= 0 && m_rows[i].kind != Same && m_rows[i].kind != Gap; };
    return isChange(row) && !isChange(row - 1);
}

int DiffModel::nextChange(int row) const
{
    for (int i = std::max(row + 1, 0); i < count(); ++i) {
        if (startsChange(i)) {
            return i;
        }
    }
    return -1;
}

int DiffModel::previousChange(int row) const
{
    for (int i = std::min(row, count()) - 1; i >= 0; --i) {
        if (startsChange(i)) {
            return i;
        }
    }
    return -1;
}

int DiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QList<int> DiffModel::marks(const Row &row, bool ofLeft) const
{
    QList<int> list;
    if (row.kind == Changed) {
        const LineDiff::Within within = LineDiff::compareLines(m_left[row.left], m_right[row.right]);
        for (const LineDiff::Stretch &stretch : ofLeft ? within.left : within.right) {
            list << stretch.begin << stretch.end - stretch.begin;
        }
    }
    return list;
}

QVariant DiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row &row = m_rows[index.row()];
    switch (role) {
    case KindRole:
        return row.kind;
    case LeftNumberRole:
        return row.left + 1;
    case RightNumberRole:
        return row.right + 1;
    case LeftTextRole:
        return row.left < 0 || row.kind == Gap ? QString() : shown(m_left[row.left]);
    case RightTextRole:
        return row.right < 0 || row.kind == Gap ? QString() : shown(m_right[row.right]);
    case LeftMarksRole:
        return QVariant::fromValue(marks(row, true));
    case RightMarksRole:
        return QVariant::fromValue(marks(row, false));
    case HiddenRole:
        return row.hidden;
    default:
        return {};
    }
}

QHash<int, QByteArray> DiffModel::roleNames() const
{
    return {
        { KindRole, "kind" },
        { LeftNumberRole, "leftNumber" },
        { RightNumberRole, "rightNumber" },
        { LeftTextRole, "leftText" },
        { RightTextRole, "rightText" },
        { LeftMarksRole, "leftMarks" },
        { RightMarksRole, "rightMarks" },
        { HiddenRole, "hidden" },
    };
}
