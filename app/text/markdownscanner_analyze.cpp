// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a line does, decided without changing anything. The numbers in comments are sections of CommonMark 0.31.
#include <algorithm>

#include "text/markdownscanner.h"

using namespace Markdown;

// A place in a line, with tabs as wide as they are: a tab stop every four columns (2.2).
class MarkdownScanner::Cursor
{
public:
    explicit Cursor(QStringView line)
        : m_line(line)
    {
        skim();
    }
    // Columns of white space before the next character.
    [[nodiscard]] int indent() const { return m_indent; }
    // From the first character that is not white space.
    [[nodiscard]] QStringView text() const { return m_line.sliced(m_next); }
    [[nodiscard]] bool atEnd() const { return m_next == m_line.size(); }
    [[nodiscard]] qsizetype position() const { return m_position; }
    [[nodiscard]] qsizetype textPosition() const { return m_next; }
    [[nodiscard]] int spaces() const { return m_spaces; } // of a tab that was used up only in part

    void skipColumns(int n)
    {
        while (n > 0 && (m_spaces > 0 || m_position < m_next)) {
            if (m_spaces == 0) {
                m_spaces = m_line[m_position] == u'\t' ? 4 - m_column % 4 : 1;
                ++m_position;
            }
            const int used = std::min(n, m_spaces);
            m_spaces -= used;
            m_column += used;
            n -= used;
        }
        skim();
    }
    void skipCharacters(qsizetype n) // that are no white space, from text() on
    {
        m_column += m_indent + static_cast<int>(n);
        m_position = m_next + n;
        m_spaces = 0;
        skim();
    }

private:
    void skim()
    {
        int column = m_column + m_spaces;
        m_next = m_position;
        while (m_next < m_line.size() && isSpace(m_line[m_next])) {
            column += m_line[m_next] == u'\t' ? 4 - column % 4 : 1;
            ++m_next;
        }
        m_indent = column - m_column;
    }

    QStringView m_line;
    qsizetype m_position = 0; // of the next character
    qsizetype m_next = 0; // of the next character that is no white space
    int m_column = 0;
    int m_indent = 0; // columns
    int m_spaces = 0;
};

std::optional<MarkdownScanner::Plan> MarkdownScanner::analyze(QStringView head, LineEnd end, bool ended) const
{
    Cursor cursor(head);
    Plan plan;
    for (; plan.matched < m_containers.size(); ++plan.matched) {
        const Container &container = m_containers[plan.matched];
        if (cursor.atEnd()) {
            if (end == LineEnd::Growing) {
                return std::nullopt;
            }
            if (end == LineEnd::Ended) {
                if (container.isQuote() || !container.hasLeaf) {
                    break;
                }
                continue; // a blank line belongs to a list item (5.2)
            }
        }
        if (container.isQuote()) {
            if (cursor.indent() > 3 || cursor.atEnd() || cursor.text()[0] != u'>') {
                break;
            }
            cursor.skipCharacters(1);
            cursor.skipColumns(1);
        } else {
            if (cursor.indent() < container.indent) {
                break;
            }
            cursor.skipColumns(container.indent);
        }
    }
    if (cursor.atEnd() && end == LineEnd::Growing) {
        return std::nullopt;
    }
    const bool blank = cursor.atEnd() && end == LineEnd::Ended;
    const bool all = plan.matched == m_containers.size();
    plan.content = cursor.position();
    plan.spaces = cursor.spaces();

    if (all && m_leaf == Leaf::Fence) {
        if (cursor.indent() <= 3 && !cursor.atEnd()) {
            const Match match = matchFenceEnd(cursor.text(), end, m_fence);
            if (match == Match::Maybe) {
                return std::nullopt;
            }
            if (match == Match::Yes) {
                plan.action = Action::FenceEnd;
                return plan;
            }
        }
        cursor.skipColumns(std::min(cursor.indent(), m_fenceIndent));
        plan.action = Action::Literal;
    } else if (all && m_leaf == Leaf::Math && !blank) {
        const Match match = cursor.atEnd() ? Match::No : matchMathEnd(cursor.text(), end, m_mathEnd);
        if (match == Match::Maybe) {
            return std::nullopt;
        }
        plan.action = match == Match::Yes ? Action::MathEnd : Action::Literal;
    } else if (all && m_leaf == Leaf::Html && !(blank && m_htmlEnd.isEmpty())) {
        plan.action = Action::Literal;
    } else if (all && m_leaf == Leaf::IndentedCode && !blank && cursor.indent() >= 4) {
        cursor.skipColumns(4);
        plan.action = Action::Literal;
    } else if (blank) {
        plan.action = Action::Blank;
    } else {
        return analyzeStarts(cursor, std::move(plan), end, ended);
    }
    plan.content = cursor.position();
    plan.spaces = cursor.spaces();
    return plan;
}

std::optional<MarkdownScanner::Plan> MarkdownScanner::analyzeStarts(
    Cursor &cursor, Plan plan, LineEnd end, bool ended) const
{
    const bool all = plan.matched == m_containers.size();
    for (;;) {
        const bool fresh = !plan.opened.empty();
        const bool afterParagraph = m_leaf == Leaf::Paragraph && all && !fresh;
        const auto decide = [&](Action action) {
            plan.action = action;
            plan.content = cursor.position();
            plan.spaces = cursor.spaces();
            return plan;
        };
        if (cursor.atEnd()) {
            if (end == LineEnd::Growing) {
                return std::nullopt;
            }
            if (end == LineEnd::Ended) {
                return decide(Action::Blank);
            }
            return analyzeText(cursor, std::move(plan), end, ended);
        }
        const int indent = cursor.indent();
        if (indent >= 4) {
            if (m_leaf == Leaf::Paragraph && !fresh) {
                return analyzeText(cursor, std::move(plan), end, ended);
            }
            cursor.skipColumns(4);
            return decide(Action::IndentedCode);
        }
        const QStringView text = cursor.text();
        const bool deep = plan.matched + plan.opened.size() >= kMaxDepth;
        if (text[0] == u'>' && !deep) {
            cursor.skipCharacters(1);
            cursor.skipColumns(1);
            plan.opened.push_back({});
            continue;
        }
        Match match = matchHeading(text, end, plan.level);
        if (match == Match::Yes) {
            cursor.skipCharacters(plan.level);
            cursor.skipColumns(cursor.indent());
            if (cursor.atEnd() && end == LineEnd::Growing) {
                return std::nullopt; // more spaces may follow, and none of them belongs to the text
            }
            return decide(Action::Heading);
        }
        if (match == Match::No && (match = matchFence(text, end, plan.fence)) == Match::Yes) {
            plan.indent = indent;
            return decide(Action::FenceStart);
        }
        if (match == Match::No && (match = matchMathStart(text, end, plan.mathEnd)) == Match::Yes) {
            return decide(Action::MathStart);
        }
        if (match == Match::No && (match = matchHtml(text, end, plan.html)) == Match::Yes) {
            return decide(Action::Html);
        }
        if (match == Match::No && afterParagraph && (match = matchSetext(text, end, plan.level)) == Match::Yes) {
            return decide(Action::Setext);
        }
        if (match == Match::No && (match = matchRule(text, end)) == Match::Yes) {
            return decide(Action::Rule);
        }
        if (match == Match::Maybe) {
            return std::nullopt;
        }
        ListMarker marker;
        match = deep ? Match::No : matchListMarker(text, end, marker);
        if (match == Match::Maybe) {
            return std::nullopt;
        }
        if (match == Match::No) {
            return analyzeText(cursor, std::move(plan), end, ended);
        }
        Cursor after = cursor;
        after.skipCharacters(marker.width);
        if (after.atEnd() && end == LineEnd::Growing) {
            return std::nullopt;
        }
        const bool ordered = marker.type == u'.' || marker.type == u')';
        // Only a list that starts at 1 with some text may interrupt a paragraph (5.3).
        if (afterParagraph && (after.atEnd() || (ordered && marker.number != 1))) {
            return analyzeText(cursor, std::move(plan), end, ended);
        }
        // Five columns or more after the marker are one, and indented code (5.2).
        const int gap = after.atEnd() || after.indent() > 4 ? 1 : after.indent();
        after.skipColumns(gap);
        cursor = after;
        plan.opened.push_back(
            { .indent = indent + static_cast<int>(marker.width) + gap, .type = marker.type, .number = marker.number });
    }
}

std::optional<MarkdownScanner::Plan> MarkdownScanner::analyzeText(
    Cursor &cursor, Plan plan, LineEnd end, bool ended) const
{
    const bool all = plan.matched == m_containers.size();
    plan.action = Action::Text;
    plan.content = cursor.textPosition();
    plan.spaces = 0;
    if (!plan.opened.empty()) {
        if (!plan.opened.back().isQuote() && !cursor.atEnd() && cursor.indent() < 4) {
            const Match match = matchTask(cursor.text(), end, plan.task);
            if (match == Match::Maybe) {
                return std::nullopt;
            }
            if (match == Match::Yes) {
                plan.content += 4;
            }
        }
        return plan;
    }
    if (m_leaf == Leaf::Table && all) {
        if (!ended) {
            return std::nullopt;
        }
        plan.action = Action::TableRow;
        return plan;
    }
    if (m_leaf != Leaf::Paragraph) {
        return plan;
    }
    plan.continues = true;
    if (all && m_lastLineWhole && !cursor.atEnd() && cursor.indent() < 4) {
        const Match match = matchDelimiterRow(cursor.text(), end, plan.columns);
        if (match == Match::Maybe) {
            return std::nullopt;
        }
        const QStringView header = QStringView(m_blocks.back().text).sliced(m_lastLine);
        if (match == Match::Yes && plan.columns.size() <= kMaxColumns
            && tableCells(header).size() == plan.columns.size()) {
            plan.action = Action::TableStart;
            plan.continues = false;
        }
    }
    return plan;
}
