// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/codehighlighter.h"

CodeHighlighter::CodeHighlighter(QTextDocument *document, int maxLine)
    : KSyntaxHighlighting::SyntaxHighlighter(document)
    , m_maxLine(maxLine)
{
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    if (m_plain || text.size() > m_maxLine) {
        return;
    }
    m_work += static_cast<quint64>(text.size());
    KSyntaxHighlighting::SyntaxHighlighter::highlightBlock(text);
}
