// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Recognisers for the beginnings and kinds of Markdown lines (CommonMark 0.31 sections 4 and 5, GFM tables), on a line
// that may still be growing.
//
// Each answers Yes, No or Maybe; Maybe only while more characters could change the answer, and a Yes or No is final: it
// stays the same however the line continues. That lets text be shown while it arrives and still makes the result
// independent of how the stream was cut. `text` starts at the first character that is not a space.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "text/markdownblock.h"

namespace Markdown
{
enum class Match : quint8 {
    No,
    Maybe,
    Yes,
};

enum class LineEnd : quint8 {
    Growing, // more characters may follow
    Ended, // this is the whole line
    Cut, // the line is longer than what is looked at: nothing that needs the whole line matches
};

struct Fence {
    char16_t character = 0; // ` or ~
    qsizetype length = 0; // characters
    QString info;
};

struct ListMarker {
    char16_t type = 0; // '-', '+', '*', or '.' and ')' of an ordered list
    int number = 0;
    qsizetype width = 0; // characters
};

struct HtmlStart {
    QStringView end; // a line with this ends the block; empty = a blank line does
};

[[nodiscard]] bool isSpace(QChar c); // space or tab

[[nodiscard]] Match matchRule(QStringView text, LineEnd end);
[[nodiscard]] Match matchHeading(QStringView text, LineEnd end, int &level);
[[nodiscard]] Match matchSetext(QStringView text, LineEnd end, int &level);
[[nodiscard]] Match matchFence(QStringView text, LineEnd end, Fence &fence);
[[nodiscard]] Match matchFenceEnd(QStringView text, LineEnd end, const Fence &fence);
[[nodiscard]] Match matchListMarker(QStringView text, LineEnd end, ListMarker &marker);
[[nodiscard]] Match matchTask(QStringView text, LineEnd end, Task &task); // "[ ] ", "[x] ": four characters
[[nodiscard]] Match matchHtml(QStringView text, LineEnd end, HtmlStart &start);
// A displayed formula: a line with nothing but "\\[" or "$$", to one with nothing but "\\]" or "$$", or to a blank line.
[[nodiscard]] Match matchMathStart(
    QStringView text, LineEnd end, QStringView &closing); // `closing` points to a literal
[[nodiscard]] Match matchMathEnd(QStringView text, LineEnd end, QStringView closing);
[[nodiscard]] Match matchDelimiterRow(QStringView text, LineEnd end, QList<Alignment> &columns);

// The cells of a table row: split at | but not at \|, trimmed, \| unescaped.
[[nodiscard]] QStringList tableCells(QStringView row);
}
