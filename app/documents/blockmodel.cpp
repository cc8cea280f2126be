// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "documents/blockmodel.h"

#include <algorithm>
#include <utility>

#include "documents/tablemodel.h"
#include "text/filenames.h"
#include "text/languages.h"
#include "text/markdownscanner.h"
#include "text/mathtext.h"
#include "text/visiblecontrols.h"

using Markdown::Kind;

namespace
{
constexpr qsizetype kMaxFormula = 8192; // characters
constexpr qsizetype kMaxHint = 500; // characters of the text before a code block that may name its file

// A paragraph's last line that looks like the head of a table is not shown before the next line says what it is: else
// every table would first appear as a line of text.
QString shownText(const Markdown::Block &block)
{
    if (!block.closed && block.kind == Kind::Paragraph) {
        const qsizetype lastLine = block.text.lastIndexOf(QLatin1Char('\n')) + 1;
        if (QStringView(block.text).sliced(lastLine).startsWith(QLatin1Char('|'))) {
            return block.text.first(std::max<qsizetype>(lastLine - 1, 0));
        }
    }
    return block.text;
}
}

BlockModel::BlockModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_scanner(std::make_unique<MarkdownScanner>())
{
}

BlockModel::~BlockModel() = default;

int BlockModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant BlockModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Markdown::Block &b = block(index.row());
    switch (role) {
    case KindRole:
        return static_cast<int>(b.kind);
    case Qt::DisplayRole:
    case SourceTextRole:
        // A copy of growing code held by a delegate would make every append copy the whole text.
        return b.kind == Kind::Code ? QString()
            : b.kind == Kind::Math  ? MathText::readable(QStringView(b.text).left(kMaxFormula))
                                    : shownText(b);
    case HeadingLevelRole:
        return b.headingLevel;
    case ListDepthRole:
        return b.listDepth;
    case QuoteDepthRole:
        return b.quoteDepth;
    case MarkerRole:
        return b.marker;
    case TaskRole:
        return static_cast<int>(b.task);
    case TightRole:
        return b.tight;
    case LanguageRole:
        return b.kind == Kind::Code ? Languages::displayName(b.info) : QString();
    case InfoRole:
        return b.info;
    case ClosedRole:
        return b.closed;
    case TableRole:
        return QVariant::fromValue(m_tables.value(index.row()));
    case ThinkingRole:
        return b.thinking;
    case UnfoldedRole:
        return m_unfolded.contains(index.row());
    case WrappedRole:
        return m_wrapped.contains(index.row());
    default:
        return {};
    }
}

QHash<int, QByteArray> BlockModel::roleNames() const
{
    return {
        { KindRole, "kind" },
        { SourceTextRole, "sourceText" },
        { HeadingLevelRole, "headingLevel" },
        { ListDepthRole, "listDepth" },
        { QuoteDepthRole, "quoteDepth" },
        { MarkerRole, "marker" },
        { TaskRole, "task" },
        { TightRole, "tight" },
        { LanguageRole, "language" },
        { InfoRole, "info" },
        { ClosedRole, "closed" },
        { TableRole, "table" },
        { ThinkingRole, "thinking" },
        { UnfoldedRole, "unfolded" },
        { WrappedRole, "wrapped" },
    };
}

QString BlockModel::copyText(int row) const
{
    return row >= 0 && row < m_rows ? block(row).text : QString();
}

QString BlockModel::suggestedName(int row) const
{
    if (row < 0 || row >= m_rows || block(row).kind != Kind::Code) {
        return {};
    }
    const QString before
        = row > 0 && block(row - 1).kind != Kind::Code ? block(row - 1).text.right(kMaxHint) : QString();
    return FileNames::guess({ .info = block(row).info, .code = block(row).text, .before = before });
}

void BlockModel::setFlag(QSet<int> &rows, int row, bool on, int role)
{
    if (row < 0 || row >= m_rows || rows.contains(row) == on) {
        return;
    }
    if (on) {
        rows.insert(row);
    } else {
        rows.remove(row);
    }
    Q_EMIT dataChanged(index(row), index(row), { role });
}

void BlockModel::setUnfolded(int row, bool unfolded)
{
    setFlag(m_unfolded, row, unfolded, UnfoldedRole);
}

void BlockModel::setWrapped(int row, bool wrapped)
{
    setFlag(m_wrapped, row, wrapped, WrappedRole);
}

bool BlockModel::thinkingShown() const
{
    return m_thinkingShown;
}

void BlockModel::setThinkingShown(bool shown)
{
    if (shown != m_thinkingShown) {
        m_thinkingShown = shown;
        Q_EMIT thinkingShownChanged();
    }
}

bool BlockModel::thinkingOngoing() const
{
    return m_thinkingOngoing;
}

int BlockModel::thinkingSeconds() const
{
    return m_thinkingOngoing ? static_cast<int>(m_thinkingClock.elapsed() / 1000) : m_thinkingSeconds;
}

void BlockModel::setThinkingSeconds(int seconds)
{
    if (seconds != m_thinkingSeconds) {
        m_thinkingSeconds = seconds;
        Q_EMIT thinkingChanged();
    }
}

void BlockModel::followThinking(bool isThinking)
{
    if (isThinking == m_thinkingOngoing) {
        return;
    }
    m_thinkingOngoing = isThinking;
    if (isThinking) {
        m_thinkingClock.start();
    } else {
        m_thinkingSeconds = static_cast<int>(m_thinkingClock.elapsed() / 1000);
    }
    Q_EMIT thinkingChanged();
}

const Markdown::Block &BlockModel::block(int row) const
{
    return m_scanner->blocks()[static_cast<std::size_t>(row)];
}

void BlockModel::append(QStringView text)
{
    m_scanner->append(text);
    followThinking(m_scanner->isThinking());
    publish();
}

void BlockModel::finish()
{
    m_scanner->finish();
    followThinking(false);
    publish();
    const auto hides = [](const Markdown::Block &block) { // code says so itself
        return block.kind != Kind::Code
            && (hasHiddenText(block.text)
                || std::ranges::any_of(block.cells, [](const QString &cell) { return hasHiddenText(cell); }));
    };
    if (!std::exchange(m_hidesText, std::ranges::any_of(m_scanner->blocks(), hides)) && m_hidesText) {
        Q_EMIT hidesTextChanged();
    }
}

quint64 BlockModel::workCount() const
{
    return m_scanner->workCount();
}

void BlockModel::publish()
{
    const int first = static_cast<int>(m_scanner->takeFirstTouched());
    const int count = static_cast<int>(m_scanner->blocks().size());
    for (int row = first; row < count; ++row) {
        const Markdown::Block &b = block(row);
        if (b.kind == Kind::Table) {
            TableModel *&table = m_tables[row];
            if (!table) {
                table = new TableModel(b.columns, this);
            }
            table->update(b.cells);
        }
    }
    if (first < m_rows) {
        // Only the block that was open can have changed: text, kind (a paragraph turns out to be a heading or the head of
        // a table) and whether it is closed.
        Q_EMIT dataChanged(
            index(first), index(m_rows - 1), { KindRole, SourceTextRole, HeadingLevelRole, ClosedRole, TableRole });
    }
    // Code that grows after it was first shown: nothing may fold up under the reader's eyes.
    if (m_rows > 0 && first < m_rows && block(m_rows - 1).kind == Kind::Code
        && block(m_rows - 1).text.size() > m_lastSize) {
        m_unfolded.insert(m_rows - 1);
        Q_EMIT dataChanged(index(m_rows - 1), index(m_rows - 1), { UnfoldedRole });
    }
    m_lastSize = count > 0 ? block(count - 1).text.size() : 0;
    if (count > m_rows) {
        beginInsertRows({}, m_rows, count - 1);
        m_rows = count;
        endInsertRows();
    }
}
