// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "documents/codehighlighter.h"

#include <algorithm>
#include <cmath>

#include <KSyntaxHighlighting/Theme>

#include <QTextCursor>
#include <QTextDocument>

#include "documents/codethemes.h"

namespace
{
// Relative luminance and contrast ratio: Web Content Accessibility Guidelines 2.1, section 8.
double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [dim, bright] = std::minmax(luminance(a), luminance(b));
    return (bright + 0.05) / (dim + 0.05);
}

// The ink, as little nearer to black or white as it takes.
QColor readable(const QColor &ink, const QColor &ground, double least)
{
    constexpr int kSteps = 32;
    const double pole = luminance(ground) < 0.18 ? 1 : 0; // both are about equally far from a luminance of 0.18
    QColor best = ink;
    for (int step = 1; step <= kSteps && contrast(best, ground) < least; ++step) {
        const auto mixed
            = [&](double channel) { return static_cast<float>(channel + (pole - channel) * step / kSteps); };
        best = QColor::fromRgbF(mixed(ink.redF()), mixed(ink.greenF()), mixed(ink.blueF()));
    }
    return best;
}
}

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

void CodeHighlighter::setColours(bool dark)
{
    const CodeThemes *themes = CodeThemes::instance();
    setTheme(themes->theme(dark));
    m_ground = themes->ground(dark);
    m_leastContrast = themes->leastContrast();
    m_readable.clear();
}

void CodeHighlighter::recolour(bool dark)
{
    setColours(dark);
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
        return; // a later pass highlights it
    }
    if (m_budget <= 0) {
        postpone(number);
        return;
    }
    m_budget -= text.size() + 1;
    m_work += static_cast<quint64>(text.size());
    KSyntaxHighlighting::SyntaxHighlighter::highlightBlock(text);
}

void CodeHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    KSyntaxHighlighting::SyntaxHighlighter::applyFormat(offset, length, format);
    if (length == 0) {
        return;
    }
    QTextCharFormat look = this->format(offset);
    if (look.foreground().style() == Qt::NoBrush) {
        return; // the ink of plain text
    }
    const QColor ink = look.foreground().color();
    const bool painted = look.background().style() != Qt::NoBrush;
    const QColor ground = painted ? look.background().color() : m_ground;
    const std::pair key(ink.rgb(), ground.rgb());
    auto found = m_readable.constFind(key);
    if (found == m_readable.constEnd()) {
        const QColor stronger = readable(ink, ground, m_leastContrast);
        // On a ground of middling brightness not even black or white is enough: then it stands on ours.
        const bool enough = contrast(stronger, ground) >= m_leastContrast;
        found = m_readable.insert(key, { enough ? stronger : readable(ink, m_ground, m_leastContrast), !enough });
    }
    if (found->ink != ink || found->onOurGround) {
        look.setForeground(found->ink);
        if (found->onOurGround) {
            look.clearBackground();
        }
        setFormat(offset, length, look);
    }
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
