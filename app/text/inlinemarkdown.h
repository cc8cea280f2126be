// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The inline part of CommonMark for the text of one block, by md4c: emphasis, strike-through, code, links, autolinks.
//
// Raw HTML and link definitions stay the text they are; an image becomes its alternative text and address, which is a link
// (nothing is ever loaded); a link to anything but http, https and mailto loses its address. Formulas become text that can be read
// (mathtext.h). Soft line breaks become spaces, hard ones QChar::LineSeparator.
// Costs O(source) for up to kMaxInlineChars; what is beyond comes out as plain text (md4c 0.5.2 has quadratic corners).
#pragma once

#include <QList>
#include <QString>

inline constexpr qsizetype kMaxInlineChars = 8192;

struct InlineRun {
    enum Style : quint8 {
        Plain = 0,
        Bold = 1,
        Italic = 2,
        Strike = 4,
        Code = 8,
    };
    QString text;
    quint8 style = Plain; // Style flags
    QString link; // address, empty = none

    bool operator==(const InlineRun &) const = default;
};

[[nodiscard]] QList<InlineRun> parseInline(QStringView source);

// True for the addresses a click may open.
[[nodiscard]] bool isSafeLink(const QString &address);
