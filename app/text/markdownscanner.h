// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Markdown that arrives in pieces -> blocks. The block structure of CommonMark 0.31, GFM tables and displayed formulas, line by
// line; what the model thought first (ThinkingSplitter) is marked.
//
// Guarantees
//   - What blocks() holds depends on the text so far only, not on how it was cut into append() calls.
//   - Every block but the last is closed and never changes again; blocks are never removed. The text of an open Code block
//     only grows.
//   - append() costs O(new text), plus at most kHead characters for a line whose kind is not decided yet: a line is shown
//     from the moment no continuation can change what it is (so "``" inside a code block waits for its next character).
// Caps (robustness against hostile text): a line is classified by its first kHead characters; containers nest
//   kMaxDepth deep, deeper ones are text; a paragraph longer than kSplitParagraph continues in a new block at the next
//   space; a table has at most kMaxColumns columns and kMaxCells cells, the rest of it is literal text. From the line at
//   kMaxFormatted characters or kMaxBlocks blocks on, everything is one block of code.
// Not done: link reference definitions (they stay text), HTML blocks that start with an unknown tag (a paragraph; its
//   text is literal as well).
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "text/markdownblock.h"
#include "text/markdownline.h"
#include "text/thinkingsplitter.h"

class MarkdownScanner
{
public:
    static constexpr qsizetype kHead = 1024; // characters
    static constexpr std::size_t kMaxDepth = 32;
    static constexpr qsizetype kSplitParagraph = 4000; // characters; at 5000 also without a space
    static constexpr qsizetype kMaxColumns = 64;
    static constexpr qsizetype kMaxCells = 2000;
    static constexpr qsizetype kMaxFormatted = 256 * 1024; // characters
    // So that a chat opens within a second: a block costs the view about 1 ms, one of code (with its buttons) 2.5.
    static constexpr std::size_t kMaxBlocks = 1000;
    static constexpr std::size_t kCodeWeight = 3; // of such a block among the kMaxBlocks

    void append(QStringView text);
    void finish(); // the last line is complete; closes everything

    [[nodiscard]] const std::vector<Markdown::Block> &blocks() const { return m_blocks; }
    // The first block that is new or changed since the last call, blocks().size() if none.
    [[nodiscard]] std::size_t takeFirstTouched();
    // Characters looked at so far: the proof of the cost above.
    [[nodiscard]] quint64 workCount() const { return m_work; }
    [[nodiscard]] bool isThinking() const { return m_isThinking; } // between the tags

private:
    enum class Leaf : quint8 {
        None,
        Paragraph,
        Heading, // inline text
        Fence,
        IndentedCode,
        Html,
        Math, // literal
        Table,
        Rest, // unformatted to the end
    };
    struct Container {
        int indent = -1; // columns of a list item's content; -1 = a quote
        char16_t type = 0; // see ListMarker
        int number = 0; // of an ordered item
        QString marker = {}; // shown
        bool loose = false; // a blank line came before the item
        bool hasLeaf = false; // a block has taken the marker
        [[nodiscard]] bool isQuote() const { return indent < 0; }
    };
    struct Sibling { // the list that an item at this depth would continue
        char16_t type = 0;
        int number = 0; // of its last item
    };
    enum class Action : quint8 {
        Blank, // also the rest of a line that only opens containers
        Text,
        Heading,
        Setext,
        Rule,
        FenceStart,
        FenceEnd,
        MathStart,
        MathEnd,
        IndentedCode,
        Html,
        Literal, // continues in Fence, IndentedCode, Html or Math
        TableStart,
        TableRow,
    };
    struct Plan { // what a line does
        Action action = Action::Text;
        std::size_t matched = 0; // containers that continue
        std::vector<Container> opened;
        bool continues = false; // the text belongs to the open paragraph, whatever matched
        int level = 0; // of a heading
        int indent = 0; // columns before a fence
        Markdown::Fence fence;
        Markdown::HtmlStart html;
        QStringView mathEnd;
        Markdown::Task task = Markdown::Task::None;
        QList<Markdown::Alignment> columns;
        qsizetype content = 0; // index in the line
        int spaces = 0; // to put before the content: the rest of a tab
    };
    class Cursor;

    void scan(QStringView text);
    void onPiece(ThinkingSplitter::Piece piece, QStringView text);
    void closeAll();
    [[nodiscard]] bool isFull() const;
    void take(QStringView text); // without line ends
    void endLine();
    bool tryLine(bool ended);
    [[nodiscard]] std::optional<Plan> analyze(QStringView head, Markdown::LineEnd end, bool ended) const;
    [[nodiscard]] std::optional<Plan> analyzeStarts(Cursor &cursor, Plan plan, Markdown::LineEnd end, bool ended) const;
    [[nodiscard]] std::optional<Plan> analyzeText(Cursor &cursor, Plan plan, Markdown::LineEnd end, bool ended) const;

    void apply(const Plan &plan, QStringView line);
    void openContainers(const Plan &plan);
    void closeContainers(std::size_t keep);
    void addEmptyItem();
    void startTable(const Plan &plan);
    void addTableRow(QStringView line);
    void startLiteral(Leaf leaf, const QString &info);
    void appendLiteralLine(const Plan &plan, QStringView content);
    void appendText(QStringView text);
    Markdown::Block &addBlock(Markdown::Kind kind);
    void closeLeaf();
    void touchLast();

    ThinkingSplitter m_splitter;
    bool m_isThinking = false;
    bool m_thinkingShown = false; // it has a Thinking block: thinking without a word gets none
    std::vector<Markdown::Block> m_blocks;
    std::size_t m_heavier = 0; // what they weigh beyond one each
    std::vector<Container> m_containers;
    std::vector<Sibling> m_siblings; // by depth
    QString m_line; // the line so far, while it is not decided
    qsizetype m_lineChars = 0; // of the whole line so far
    qsizetype m_charsBefore = 0; // of all lines before
    bool m_consuming = false; // the line is decided: what follows belongs to the leaf
    bool m_skipLineFeed = false; // after a carriage return
    bool m_blankBefore = false; // since the last block

    Leaf m_leaf = Leaf::None;
    Markdown::Fence m_fence;
    int m_fenceIndent = 0; // columns
    QStringView m_htmlEnd; // empty = a blank line; points to a literal
    QStringView m_mathEnd; // points to a literal
    QString m_htmlTail; // the last characters of the current line, to find m_htmlEnd across cuts
    bool m_htmlEnded = false;
    int m_literalLines = 0; // in the literal block
    int m_pendingBlanks = 0; // blank lines in indented code that only count if code follows
    qsizetype m_lastLine = 0; // index of the last line in the paragraph
    bool m_lastLineWhole = true; // it was not split into two blocks

    std::size_t m_firstTouched = 0;
    quint64 m_work = 0;
};
