// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/codehighlighter.h"

#include <KSyntaxHighlighting/Theme>

#include <QTextCursor>
#include <QTextDocument>

CodeHighlighter::CodeHighlighter(QTextDocument *document, const HighlightLimits &limits)
    : KSyntaxHighlighting::SyntaxHighlighter(document)
    , m_limits(limits)
{
    m_nextSlice.setSingleShot(true);
    connect(&m_nextSlice, &QTimer::timeout, this, &CodeHighlighter::nextSlice);
}

void CodeHighlighter::beginTurn()
{
    if (m_pending < 0) {
        m_budget = kSlice;
    }
}

void CodeHighlighter::recolour(const KSyntaxHighlighting::Theme &theme)
{
    setTheme(theme);
    m_pending = 0;
    nextSlice();
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    const QTextBlock line = currentBlock();
    const int number = line.blockNumber();
    if (text.size() > m_limits.maxLineChars || number >= m_limits.maxLines || line.position() >= m_limits.maxChars) {
        return;
    }
    if (m_pending >= 0 && number >= m_pending) {
        return; // its turn comes
    }
    if (m_budget <= 0) {
        postpone(number);
        return;
    }
    m_budget -= text.size() + 1;
    m_work += static_cast<quint64>(text.size());
    KSyntaxHighlighting::SyntaxHighlighter::highlightBlock(text);
}

void CodeHighlighter::postpone(int line)
{
    m_pending = line;
    m_nextSlice.start(0);
}

void CodeHighlighter::nextSlice()
{
    if (m_pending < 0) {
        return;
    }
    m_budget = kSlice;
    // One edit: views measure the whole document after each, which made 6000 lines take minutes.
    QTextCursor edit(document());
    edit.beginEditBlock();
    QTextBlock line = document()->findBlockByNumber(std::exchange(m_pending, -1));
    for (; line.isValid() && line.blockNumber() < m_limits.maxLines; line = line.next()) {
        if (m_budget <= 0) {
            postpone(line.blockNumber());
            break;
        }
        rehighlightBlock(line);
    }
    edit.endEditBlock();
}
