// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/contextfit.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "inference/enginehost.h"
#include "text/inlinemarkdown.h"

namespace
{
constexpr qsizetype kPreview = 120; // characters

// The first line, and of an answer as it is shown: without the marks of its Markdown.
QString previewOf(const QString &text, int author)
{
    QString line = text.trimmed().section(u'\n', 0, 0).left(kPreview);
    if (author != MessageModel::Assistant) {
        return line;
    }
    QString shown;
    for (const InlineRun &run : parseInline(line)) {
        shown += run.text;
    }
    return shown;
}
}

ContextFit::ContextFit(
    EngineHost &engine, DraftCost &cost, DraftCost::Prompt history, DraftCost::Prompt draft, QObject *parent)
    : QAbstractListModel(parent)
    , m_engine(engine)
    , m_cost(cost)
    , m_history(std::move(history))
    , m_draft(std::move(draft))
{
    connect(&engine, &EngineHost::tokensCounted, this, &ContextFit::onCounted);
    connect(&cost, &DraftCost::changed, this, &ContextFit::changed);
}

void ContextFit::refresh(MessageModel *messages)
{
    beginResetModel();
    m_messages = messages;
    m_rows.clear();
    TokenCountRequest request;
    const QList<ChatTurn> draft = m_draft();
    if (const QList<ChatTurn> prompt = m_history() + draft; !prompt.isEmpty()) {
        request.prompts = { prompt };
    }
    for (int row = 0; messages && row < messages->count(); ++row) {
        const int author = messages->data(messages->index(row), MessageModel::AuthorRole).toInt();
        const QString prompt = messages->promptOf(row), typed = messages->copyText(row);
        // What was typed, and of an answer what was said after thinking; a file alone gives its name.
        const QString &text = author == MessageModel::User && !typed.trimmed().isEmpty() ? typed : prompt;
        m_rows.append({ previewOf(text, author), author, -1 });
        request.texts.append(prompt);
    }
    m_lastStart = rowCount();
    const auto waits
        = std::ranges::find(std::views::reverse(m_rows), static_cast<int>(MessageModel::User), &Row::author);
    if (draft.isEmpty() && waits != m_rows.rend()) {
        m_lastStart = static_cast<int>(m_rows.rend() - waits) - 1; // the row it is in
    }
    m_firstSeen = m_start = messages ? std::max(messages->viewStart(), 0) : 0;
    m_prompt = -1;
    m_chosen = false;
    endResetModel();
    m_counting = m_engine.countTokens(request);
    Q_EMIT changed();
}

void ContextFit::onCounted(RequestId id, const TokenCounts &counts)
{
    if (id != m_counting) {
        return;
    }
    m_counting = 0;
    m_prompt = counts.known && !counts.prompts.isEmpty() ? counts.prompts.first().tokens : -1;
    for (qsizetype i = 0; i < std::min(m_rows.size(), counts.texts.size()); ++i) {
        m_rows[i].tokens = counts.texts[i];
    }
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), { TokensRole });
    }
    if (m_chosen) {
        Q_EMIT changed();
    } else {
        suggest();
    }
}

// The earliest question from which on everything fits: an answer without its question would puzzle the model.
void ContextFit::suggest()
{
    for (int row = std::min(m_firstSeen, m_lastStart); row <= m_lastStart; ++row) {
        const bool isQuestion = row == rowCount() || m_rows[row].author == MessageModel::User;
        if (!isQuestion) {
            continue;
        }
        m_start = row;
        if (fits()) {
            break;
        }
    }
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), { SeenRole });
    }
    Q_EMIT changed();
}

void ContextFit::setStart(int row)
{
    m_chosen = true;
    row = std::clamp(row, 0, m_lastStart);
    if (row != m_start) {
        m_start = row;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), { SeenRole });
        Q_EMIT changed();
    }
}

int ContextFit::tokens() const
{
    if (m_prompt < 0) {
        return -1;
    }
    int prompt = m_prompt;
    // What is left out, or taken back in, against what was counted.
    for (int row = std::min(m_start, m_firstSeen); row < std::max(m_start, m_firstSeen); ++row) {
        if (m_rows[row].tokens < 0) {
            return -1;
        }
        prompt += m_start > m_firstSeen ? -m_rows[row].tokens : m_rows[row].tokens;
    }
    return std::max(prompt, 0);
}

bool ContextFit::exhausted() const
{
    return tokens() > room() && m_start == m_lastStart;
}

int ContextFit::room() const
{
    return m_cost.roomForPrompt();
}

bool ContextFit::fits() const
{
    return tokens() >= 0 && tokens() <= room();
}

void ContextFit::apply()
{
    if (m_messages) {
        m_messages->setViewStart(m_start);
        m_cost.invalidate();
    }
}

int ContextFit::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ContextFit::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row &row = m_rows[index.row()];
    switch (role) {
    case PreviewRole:
    case Qt::DisplayRole:
        return row.preview;
    case AuthorRole:
        return row.author;
    case TokensRole:
        return row.tokens;
    case SeenRole:
        return index.row() >= m_start;
    default:
        return {};
    }
}

QHash<int, QByteArray> ContextFit::roleNames() const
{
    return { { PreviewRole, "preview" }, { AuthorRole, "author" }, { TokensRole, "tokens" }, { SeenRole, "seen" } };
}
