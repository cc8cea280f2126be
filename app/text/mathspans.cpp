// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Finding formulas in prose. Pandoc's rules for $…$ (no space inside of either sign, no digit after the closing one), and
// then what is between them must look like a formula, because answers about shells and prices are full of dollar signs:
//   - a command, ^, {, or _ after a single letter; or
//   - nothing but numbers, single letters, operators and function names, and at least one letter or digit.
#include <algorithm>
#include <array>

#include <QHash>

#include "text/mathtext.h"

namespace
{
bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isFunctionName(QStringView word)
{
    static constexpr std::array kNames = { u"sin", u"cos", u"tan", u"log", u"ln", u"exp", u"max", u"min", u"lim",
        u"mod", u"gcd", u"det", u"dx", u"dy", u"dt" };
    return std::ranges::any_of(kNames, [word](const char16_t *name) { return word == QStringView(name); });
}

bool looksLikeFormula(QStringView text)
{
    bool hasSubject = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'^' || c == u'{' || (c == u'\\' && i + 1 < text.size() && isLetter(text[i + 1]))) {
            return true;
        }
        if (c == u'_' && i > 0 && isLetter(text[i - 1])
            && (i == 1 || !(isLetter(text[i - 2]) || text[i - 2] == u'_'))) {
            return true;
        }
    }
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (isLetter(c)) {
            qsizetype end = i;
            while (end < text.size() && isLetter(text[end])) {
                ++end;
            }
            if (end - i > 1 && !isFunctionName(text.sliced(i, end - i))) {
                return false;
            }
            hasSubject = true;
            i = end;
            continue;
        }
        const bool allowed
            = isDigit(c) || c.isSpace() || QStringView(u"+-*/=<>()[]|!,.:'&").contains(c) || c.unicode() > 0x7F;
        if (!allowed) {
            return false;
        }
        hasSubject = hasSubject || isDigit(c);
        ++i;
    }
    return hasSubject;
}

// The closing sign from `from` on, -1 if there is none.
qsizetype findEnd(QStringView source, QStringView sign, qsizetype from)
{
    for (qsizetype i = from; i + sign.size() <= source.size(); ++i) {
        if (source.sliced(i).startsWith(sign)) {
            return i;
        }
        if (source[i] == u'\\') {
            ++i; // an escaped character is none of the signs
        } else if (source[i] == u'\n' && sign == u"$") {
            return -1;
        }
    }
    return -1;
}

bool singleDollarFits(QStringView source, qsizetype begin, qsizetype end)
{
    const auto isWord = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'$'; };
    return end > begin + 1 && !source[begin + 1].isSpace() && !source[end - 1].isSpace()
        && (begin == 0 || !isWord(source[begin - 1])) && (end + 1 == source.size() || !isWord(source[end + 1]));
}

// Behind a code span that begins at `begin`, or behind its backticks if it never ends.
qsizetype skipCode(QStringView source, qsizetype begin, QHash<qsizetype, bool> &unclosed)
{
    const auto runAt = [source](qsizetype i) {
        qsizetype n = 0;
        while (i + n < source.size() && source[i + n] == u'`') {
            ++n;
        }
        return n;
    };
    const qsizetype length = runAt(begin);
    if (!unclosed.contains(length)) {
        for (qsizetype i = begin + length; i < source.size();) {
            const qsizetype n = runAt(i);
            if (n == length) {
                return i + n;
            }
            i += std::max<qsizetype>(n, 1);
        }
        unclosed.insert(length, true); // no need to look again: keeps the search linear for each length
    }
    return begin + length;
}
}

QList<MathText::Span> MathText::spans(QStringView source)
{
    QList<Span> found;
    QHash<qsizetype, bool> unclosedCode;
    bool unclosedRound = false, unclosedSquare = false, unclosedDollars = false;
    for (qsizetype i = 0; i < source.size();) {
        const QChar c = source[i];
        if (c == u'`') {
            i = skipCode(source, i, unclosedCode);
            continue;
        }
        const QChar next = i + 1 < source.size() ? source[i + 1] : QChar();
        if (c == u'\\' && next != u'(' && next != u'[') {
            i += 2;
            continue;
        }
        if (c != u'\\' && c != u'$') {
            ++i;
            continue;
        }
        const bool twice = c == u'\\' || next == u'$';
        const QStringView sign = c == u'$' ? (twice ? QStringView(u"$$") : QStringView(u"$"))
            : next == u'('                 ? QStringView(u"\\)")
                                           : QStringView(u"\\]");
        bool none = false;
        bool &unclosed = c == u'$' ? (twice ? unclosedDollars : none) : next == u'(' ? unclosedRound : unclosedSquare;
        const qsizetype delimiter = twice ? 2 : 1;
        const qsizetype end = unclosed ? -1 : findEnd(source, sign, i + delimiter);
        unclosed = unclosed || end < 0;
        const bool fits = end > i + delimiter && (twice || singleDollarFits(source, i, end))
            && looksLikeFormula(source.sliced(i + delimiter, end - i - delimiter));
        if (!fits) {
            i += delimiter;
            continue;
        }
        found.append({ i, end + delimiter, delimiter, sign == u"$$" || sign == u"\\]" });
        i = end + delimiter;
    }
    return found;
}
