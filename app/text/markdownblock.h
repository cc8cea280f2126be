// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One block of a message: what the Markdown scanner produces and a BlockModel row shows.
//
// Containers are flattened: a leaf block knows how deep in lists and quotes it is, and the first leaf of a list item
// carries the item's marker.
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQmlIntegration>

namespace Markdown
{
Q_NAMESPACE
QML_NAMED_ELEMENT(Markdown)

enum class Kind : quint8 {
    Paragraph,
    Heading,
    Code, // fenced or indented
    Table,
    Rule,
    Html, // raw HTML, shown as the text it is
    Math, // a displayed formula, as TeX
    Thinking, // the head of what the model thought before its answer; the blocks of it follow
};
Q_ENUM_NS(Kind)

enum class Task : quint8 {
    None,
    Open,
    Done,
};
Q_ENUM_NS(Task)

enum class Alignment : quint8 {
    Default,
    Left,
    Center,
    Right,
};
Q_ENUM_NS(Alignment)

struct Block {
    Kind kind = Kind::Paragraph;
    Task task = Task::None; // of the list item this block begins
    bool closed = false; // nothing will be added or changed any more
    bool tight = false; // follows the previous block without a blank line
    bool thinking = false; // belongs to the Thinking block above it
    quint8 headingLevel = 0; // 1..6 for Heading
    quint8 listDepth = 0; // list items around it
    quint8 quoteDepth = 0; // quotes around it
    QString marker; // "•" or "3." for the first block of a list item
    QString info; // info string of a fence
    QString text; // inline source of Paragraph and Heading; the code; the literal HTML; the formula
    QList<Alignment> columns; // of a Table
    QStringList cells; // of a Table, row by row, header first, columns.size() each; inline source

    bool operator==(const Block &) const = default;
};
}
