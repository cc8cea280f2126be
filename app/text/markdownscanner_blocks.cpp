// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The writing half of the scanner: containers and blocks.
#include <algorithm>
#include <functional>
#include <utility>

#include "text/markdownscanner.h"

using namespace Markdown;

namespace
{
constexpr qsizetype kHardSplit = MarkdownScanner::kSplitParagraph + 1000; // characters

QString markerText(char16_t type, int number, std::size_t listDepth)
{
    if (type == u'.' || type == u')') {
        return QString::number(number) + QChar(type);
    }
    static constexpr char16_t kBullets[] = { u'•', u'◦', u'▪' };
    return QString(QChar(kBullets[std::min(listDepth, std::size(kBullets) - 1)]));
}

// A heading's text without the closing sequence of #s (CommonMark 4.2).
QStringView withoutClosingSequence(QStringView text)
{
    text = text.trimmed();
    QStringView rest = text;
    while (rest.endsWith(u'#')) {
        rest.chop(1);
    }
    if (rest.isEmpty() || isSpace(rest.back())) {
        return rest.trimmed();
    }
    return text;
}
}

void MarkdownScanner::openContainers(const Plan &plan)
{
    for (Container container : plan.opened) {
        const std::size_t depth = m_containers.size();
        if (container.isQuote()) {
            m_siblings.resize(std::min(m_siblings.size(), depth));
        } else {
            // An item that holds nothing but another list, if in a quote, still shows its own marker before it.
            addEmptyItem();
            container.loose = std::exchange(m_blankBefore, false);
            const bool goesOn = depth < m_siblings.size() && m_siblings[depth].type == container.type;
            const int number = goesOn ? std::min(m_siblings[depth].number, 999'999'998) + 1 : container.number;
            m_siblings.resize(depth + 1);
            m_siblings[depth] = { container.type, number };
            const auto lists = std::ranges::count_if(m_containers, [](const Container &c) { return !c.isQuote(); });
            container.marker = markerText(container.type, number, static_cast<std::size_t>(lists));
        }
        m_containers.push_back(std::move(container));
    }
}

void MarkdownScanner::closeContainers(std::size_t keep)
{
    while (m_containers.size() > keep) {
        if (!m_containers.back().isQuote()) {
            addEmptyItem();
        }
        m_containers.pop_back();
    }
}

// If the innermost item got no block so far, a paragraph without text carries its marker.
void MarkdownScanner::addEmptyItem()
{
    const auto item = std::find_if_not(m_containers.rbegin(), m_containers.rend(), std::mem_fn(&Container::isQuote));
    if (item != m_containers.rend() && !item->hasLeaf) {
        const bool blankAfter = std::exchange(m_blankBefore, false);
        addBlock(Kind::Paragraph).closed = true;
        m_blankBefore = blankAfter;
    }
}

Block &MarkdownScanner::addBlock(Kind kind)
{
    if (m_isThinking && !std::exchange(m_thinkingShown, true)) {
        Block head;
        head.kind = Kind::Thinking;
        head.closed = true;
        m_blocks.push_back(std::move(head));
        touchLast();
        m_blankBefore = true; // the first thought keeps its distance from the head
    }
    Block block;
    block.kind = kind;
    block.thinking = m_isThinking;
    block.tight = !m_blankBefore && !m_blocks.empty();
    m_blankBefore = false;
    Container *item = nullptr;
    for (Container &container : m_containers) {
        if (container.isQuote()) {
            ++block.quoteDepth;
        } else {
            ++block.listDepth;
            item = &container;
        }
    }
    if (item && !item->hasLeaf) {
        block.marker = item->marker;
        block.tight = block.tight && !item->loose;
        item->hasLeaf = true;
    }
    m_siblings.resize(std::min(m_siblings.size(), m_containers.size()));
    m_blocks.push_back(std::move(block));
    m_heavier += kind == Kind::Code ? kCodeWeight - 1 : 0;
    touchLast();
    return m_blocks.back();
}

void MarkdownScanner::closeLeaf()
{
    if (m_leaf == Leaf::None) {
        return;
    }
    Block &block = m_blocks.back();
    if (m_leaf == Leaf::Paragraph) {
        block.text = std::move(block.text).trimmed();
    } else if (m_leaf == Leaf::Heading) {
        block.text = withoutClosingSequence(block.text).toString();
    }
    block.closed = true;
    touchLast();
    m_leaf = Leaf::None;
    m_pendingBlanks = 0;
}

void MarkdownScanner::startLiteral(Leaf leaf, const QString &info)
{
    Block &block = addBlock(leaf == Leaf::Html ? Kind::Html : leaf == Leaf::Math ? Kind::Math : Kind::Code);
    block.info = info;
    m_leaf = leaf;
    m_literalLines = 0;
    m_pendingBlanks = 0;
}

void MarkdownScanner::appendLiteralLine(const Plan &plan, QStringView content)
{
    QString &text = m_blocks.back().text;
    const int breaks = (m_literalLines++ > 0 ? 1 : 0) + std::exchange(m_pendingBlanks, 0);
    text += QString(breaks, u'\n');
    text += QString(plan.spaces, u' ');
    m_blankBefore = false;
    touchLast();
    appendText(content);
}

void MarkdownScanner::appendText(QStringView text)
{
    if (text.isEmpty() || m_leaf == Leaf::None || m_leaf == Leaf::Table) {
        return;
    }
    touchLast();
    if (m_leaf != Leaf::Paragraph && m_leaf != Leaf::Heading) {
        m_blocks.back().text += text;
        if (m_leaf == Leaf::Html && !m_htmlEnd.isEmpty() && !m_htmlEnded) {
            m_htmlTail += text;
            m_htmlEnded = m_htmlTail.contains(m_htmlEnd, Qt::CaseInsensitive);
            m_htmlTail = m_htmlTail.last(std::min(m_htmlTail.size(), m_htmlEnd.size() - 1));
        }
        return;
    }
    for (;;) {
        QString &have = m_blocks.back().text;
        const qsizetype start = have.size();
        if (start + text.size() <= kSplitParagraph) {
            have += text;
            return;
        }
        qsizetype cut = std::max<qsizetype>(kSplitParagraph - start, 0);
        const auto mayCut = [&](qsizetype i) {
            const QChar before = i > 0 ? text[i - 1] : have.back();
            return text[i].isSpace() || (start + i >= kHardSplit && !before.isHighSurrogate());
        };
        while (cut < text.size() && !mayCut(cut)) {
            ++cut;
        }
        have += text.first(cut);
        if (cut == text.size()) {
            return;
        }
        text = text.sliced(cut + (text[cut].isSpace() ? 1 : 0));
        closeLeaf();
        m_blankBefore = false;
        addBlock(Kind::Paragraph);
        m_leaf = Leaf::Paragraph;
        m_lastLine = 0;
        m_lastLineWhole = false;
    }
}

void MarkdownScanner::startTable(const Plan &plan)
{
    Block &paragraph = m_blocks.back();
    const QStringList header = tableCells(QStringView(paragraph.text).sliced(m_lastLine));
    if (m_lastLine == 0) {
        paragraph.kind = Kind::Table;
        paragraph.text.clear();
        touchLast();
    } else {
        paragraph.text.truncate(m_lastLine - 1);
        closeLeaf();
        m_blankBefore = false;
        addBlock(Kind::Table);
    }
    m_leaf = Leaf::Table;
    m_blocks.back().columns = plan.columns;
    m_blocks.back().cells = header;
}

void MarkdownScanner::addTableRow(QStringView line)
{
    Block &table = m_blocks.back();
    if (table.cells.size() + table.columns.size() > kMaxCells) {
        closeLeaf();
        m_htmlEnd = {};
        m_htmlEnded = false;
        m_blankBefore = false;
        startLiteral(Leaf::Html, {});
        appendLiteralLine({}, line);
        return;
    }
    QStringList cells = tableCells(line);
    cells.resize(table.columns.size()); // missing ones are empty, surplus ones are dropped (GFM 4.10)
    table.cells += cells;
    touchLast();
}
