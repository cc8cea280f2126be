// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// KSyntaxHighlighting on a QTextDocument that CodeDocument writes, in bounded portions.
//
// The state at the end of each line is kept per line, so an appended line costs that line. One turn of the event loop
// colours at most kSlice characters (about 10 ms with the slowest rules); the rest follows in later turns, from top to
// bottom. Lines of more than maxLineChars (80 000 digits on a line take the C++ rules 2 s), and what lies beyond maxLines or
// maxChars, keep no colours. Colours of the theme that are too faint on our ground are made stronger, towards black or white.
#pragma once

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QColor>
#include <QHash>
#include <QTimer>

struct HighlightLimits {
    int maxLineChars = 0;
    int maxLines = 0;
    qsizetype maxChars = 0;
};

class CodeHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT

public:
    static constexpr qsizetype kSlice = 16 * 1024; // characters

    CodeHighlighter(QTextDocument *document, const HighlightLimits &limits);

    void beginTurn(); // text is about to be appended
    void setColours(bool dark); // those of CodeThemes
    void recolour(bool dark); // the same, for what is there already

    // Characters coloured so far, for tests of the cost.
    [[nodiscard]] quint64 workCount() const { return m_work; }

protected:
    void highlightBlock(const QString &text) override;
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    void postpone(int line);
    void nextSlice();

    HighlightLimits m_limits;
    qsizetype m_budget = kSlice; // characters left in this turn
    int m_pending = -1; // first line that waits for its colours, -1 = none
    QTimer m_nextSlice; // 0 ms: after input and painting
    quint64 m_work = 0;
    QColor m_ground;
    double m_leastContrast = 0;
    struct Readable {
        QColor ink;
        bool onOurGround = false; // and not on the theme's
    };
    QHash<std::pair<QRgb, QRgb>, Readable> m_readable; // by the theme's ink and ground
};
