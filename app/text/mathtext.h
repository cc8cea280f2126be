// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Simple TeX formulas as text that can be read: \frac{a}{b} -> a/b, x^{2} -> x², \alpha \le \beta -> α ≤ β.
//
// Not typesetting. A command that is not known stays as it was written, so nothing is lost. The result has at
// most twice the characters of the source; costs O(source), nested kMaxDepth deep.
#pragma once

#include <QList>
#include <QString>

namespace MathText
{
inline constexpr int kMaxDepth = 24;

// Of the formula without its delimiters. Rows of a matrix or an aligned formula are parted by line feeds.
[[nodiscard]] QString readable(QStringView tex);

// Where a formula stands in a paragraph, delimiters included.
struct Span {
    qsizetype begin = 0, end = 0; // characters
    qsizetype delimiter = 1; // characters on each side
    bool display = false; // $$ or \[
};
// \( \), \[ \], $ $ and $$ $$ outside of code spans. A dollar sign is a price or a shell variable unless what it encloses
// looks like a formula: see the rules in mathspans.cpp.
[[nodiscard]] QList<Span> spans(QStringView source);
}
