// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Blocks as one line of text, for expectations that fit beside their input:
//   P(text) paragraph, H2(text) heading, C[info](code), T(a|b||1|2) table, R rule, X(html), M(formula), K the head of thinking;
//   in front of that `?` in thinking, `>` per quote, `-` per list level with the marker, [ ] or [x], and ~ when it is tight; an open
//   block ends with "...".
#pragma once

#include <vector>

#include "text/markdownblock.h"

inline QString dump(const Markdown::Block &block)
{
    using Markdown::Kind;
    QString s = QString(block.thinking ? 1 : 0, QLatin1Char('?')) + QString(block.quoteDepth, QLatin1Char('>'))
        + QString(block.listDepth, QLatin1Char('-')) + block.marker;
    if (block.task != Markdown::Task::None) {
        s += block.task == Markdown::Task::Done ? QStringLiteral("[x]") : QStringLiteral("[ ]");
    }
    if (block.tight) {
        s += QLatin1Char('~');
    }
    switch (block.kind) {
    case Kind::Paragraph:
        s += QStringLiteral("P(%1)").arg(block.text);
        break;
    case Kind::Heading:
        s += QStringLiteral("H%1(%2)").arg(block.headingLevel).arg(block.text);
        break;
    case Kind::Code:
        s += QStringLiteral("C[%1](%2)").arg(block.info, block.text);
        break;
    case Kind::Table: {
        s += QStringLiteral("T(");
        for (qsizetype i = 0; i < block.cells.size(); ++i) {
            s += i == 0 ? QString() : i % block.columns.size() == 0 ? QStringLiteral("||") : QStringLiteral("|");
            s += block.cells[i];
        }
        s += QLatin1Char(')');
        for (const Markdown::Alignment a : block.columns) {
            s += QLatin1Char("dlcr"[static_cast<int>(a)]);
        }
        break;
    }
    case Kind::Rule:
        s += QLatin1Char('R');
        break;
    case Kind::Html:
        s += QStringLiteral("X(%1)").arg(block.text);
        break;
    case Kind::Math:
        s += QStringLiteral("M(%1)").arg(block.text);
        break;
    case Kind::Thinking:
        s += QLatin1Char('K');
        break;
    }
    return block.closed ? s : s + QStringLiteral("...");
}

inline QString dump(const std::vector<Markdown::Block> &blocks)
{
    QString s;
    for (const Markdown::Block &block : blocks) {
        s += (s.isEmpty() ? QString() : QStringLiteral(" ; ")) + dump(block);
    }
    return s;
}
