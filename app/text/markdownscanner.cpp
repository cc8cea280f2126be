// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/markdownscanner.h"

#include <algorithm>
#include <utility>

using namespace Markdown;

namespace
{
bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}
}

void MarkdownScanner::append(QStringView text)
{
    m_splitter.append(text, [this](ThinkingSplitter::Piece piece, QStringView part) { onPiece(piece, part); });
}

void MarkdownScanner::onPiece(ThinkingSplitter::Piece piece, QStringView text)
{
    switch (piece) {
    case ThinkingSplitter::Piece::Text:
        scan(text);
        break;
    case ThinkingSplitter::Piece::Begin:
        m_isThinking = true;
        break;
    case ThinkingSplitter::Piece::End: // whatever is open in it ends with it: an unclosed fence must not eat the answer
        closeAll();
        m_siblings.clear();
        m_skipLineFeed = false;
        m_blankBefore = true;
        m_isThinking = false;
        break;
    }
}

void MarkdownScanner::scan(QStringView text)
{
    while (!text.isEmpty()) {
        if (m_skipLineFeed) {
            m_skipLineFeed = false;
            if (text[0] == u'\n') {
                text = text.sliced(1);
                continue;
            }
        }
        const auto found = std::ranges::find_if(text, isLineEnd);
        const qsizetype length = found - text.begin();
        take(text.first(length));
        if (length == text.size()) {
            break;
        }
        m_skipLineFeed = text[length] == u'\r';
        endLine();
        text = text.sliced(length + 1);
    }
    if (!m_consuming && !m_line.isEmpty()) {
        (void)tryLine(false);
    }
}

void MarkdownScanner::finish()
{
    m_splitter.finish([this](ThinkingSplitter::Piece piece, QStringView part) { onPiece(piece, part); });
    closeAll();
    m_isThinking = false;
}

void MarkdownScanner::closeAll()
{
    if (m_consuming || !m_line.isEmpty()) {
        endLine();
    }
    closeLeaf();
    closeContainers(0);
}

std::size_t MarkdownScanner::takeFirstTouched()
{
    return std::exchange(m_firstTouched, m_blocks.size());
}

void MarkdownScanner::touchLast()
{
    m_firstTouched = std::min(m_firstTouched, m_blocks.size() - 1);
}

void MarkdownScanner::take(QStringView text)
{
    m_work += static_cast<quint64>(text.size());
    m_lineChars += text.size();
    if (m_consuming) {
        appendText(text);
    } else {
        m_line += text;
    }
}

void MarkdownScanner::endLine()
{
    if (!m_consuming) {
        (void)tryLine(true);
    }
    m_consuming = false;
    m_charsBefore += std::exchange(m_lineChars, 0) + 1;
    if (m_leaf == Leaf::Heading) {
        closeLeaf();
    } else if (m_leaf == Leaf::Html && m_htmlEnded) {
        closeLeaf();
    }
    m_htmlTail.clear();
}

bool MarkdownScanner::tryLine(bool ended)
{
    const QStringView head = QStringView(m_line).first(std::min(m_line.size(), kHead));
    const LineEnd end = m_line.size() > kHead ? LineEnd::Cut : ended ? LineEnd::Ended : LineEnd::Growing;
    m_work += static_cast<quint64>(head.size());
    if (m_leaf == Leaf::Rest || (isFull() && m_leaf != Leaf::Fence)) {
        if (m_leaf != Leaf::Rest) {
            closeLeaf();
            closeContainers(0);
            startLiteral(Leaf::Rest, {});
        }
        m_consuming = true;
        appendLiteralLine({}, std::exchange(m_line, {}));
        return true;
    }
    const std::optional<Plan> plan = analyze(head, end, ended);
    if (!plan) {
        return false;
    }
    m_consuming = true;
    const QString line = std::exchange(m_line, {});
    apply(*plan, line);
    return true;
}

bool MarkdownScanner::isFull() const
{
    return m_charsBefore >= kMaxFormatted || m_blocks.size() + m_heavier >= kMaxBlocks;
}

void MarkdownScanner::apply(const Plan &plan, QStringView line)
{
    const QStringView content = line.sliced(plan.content);
    if (plan.continues) {
        appendText(u"\n");
        m_lastLine = m_blocks.back().text.size();
        m_lastLineWhole = true;
        appendText(content);
        return;
    }
    if (plan.action == Action::Literal) {
        appendLiteralLine(plan, content);
        return;
    }
    if (plan.action == Action::TableStart) {
        startTable(plan);
        return;
    }
    if (plan.action == Action::TableRow) {
        addTableRow(content);
        return;
    }
    if (plan.action == Action::Setext) {
        Block &block = m_blocks.back();
        block.kind = Kind::Heading;
        block.headingLevel = static_cast<quint8>(plan.level);
        closeLeaf();
        return;
    }
    if (plan.action == Action::Blank && plan.opened.empty()) {
        m_blankBefore = true;
        if (m_leaf == Leaf::IndentedCode && plan.matched == m_containers.size()) {
            ++m_pendingBlanks;
            return;
        }
    }
    closeLeaf();
    closeContainers(plan.matched);
    openContainers(plan);

    switch (plan.action) {
    case Action::Heading:
        addBlock(Kind::Heading).headingLevel = static_cast<quint8>(plan.level);
        m_leaf = Leaf::Heading;
        appendText(content);
        break;
    case Action::Rule:
        addBlock(Kind::Rule).closed = true;
        break;
    case Action::FenceStart:
        m_fence = plan.fence;
        m_fenceIndent = plan.indent;
        startLiteral(Leaf::Fence, plan.fence.info);
        break;
    case Action::IndentedCode:
        startLiteral(Leaf::IndentedCode, {});
        appendLiteralLine(plan, content);
        break;
    case Action::Html:
        m_htmlEnd = plan.html.end;
        m_htmlEnded = false;
        startLiteral(Leaf::Html, {});
        appendLiteralLine(plan, content);
        break;
    case Action::MathStart:
        m_mathEnd = plan.mathEnd;
        startLiteral(Leaf::Math, {});
        break;
    case Action::Text: {
        Block &block = addBlock(Kind::Paragraph);
        block.task = plan.task;
        m_leaf = Leaf::Paragraph;
        m_lastLine = 0;
        m_lastLineWhole = true;
        appendText(content);
        break;
    }
    default:
        break;
    }
}
