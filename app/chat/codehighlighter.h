// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// KSyntaxHighlighting on a QTextDocument that is written by CodeDocument, with limits.
//
// The state at the end of each line is kept by QSyntaxHighlighter, so an appended line costs that line. Lines that are
// longer than `maxLine` get no colours (80 000 digits on a line take the C++ rules 2 s) but keep the state.
#pragma once

#include <KSyntaxHighlighting/SyntaxHighlighter>

class CodeHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT

public:
    CodeHighlighter(QTextDocument *document, int maxLine);

    // Characters coloured so far, for tests of the cost.
    [[nodiscard]] quint64 workCount() const { return m_work; }
    void setPlain(bool plain) { m_plain = plain; } // lines from now on stay uncoloured

protected:
    void highlightBlock(const QString &text) override;

private:
    int m_maxLine;
    bool m_plain = false;
    quint64 m_work = 0;
};
