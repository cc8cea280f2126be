// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/markdownline.h"

#include <algorithm>
#include <array>

namespace Markdown
{
namespace
{
    // What a rule that needs more characters may say.
    Match undecided(LineEnd end)
    {
        return end == LineEnd::Growing ? Match::Maybe : Match::No;
    }

    // What a rule about the whole line says when everything so far fits.
    Match wholeLine(LineEnd end, bool satisfied)
    {
        return end == LineEnd::Ended ? (satisfied ? Match::Yes : Match::No) : undecided(end);
    }

    qsizetype runLength(QStringView text, char16_t character)
    {
        qsizetype n = 0;
        while (n < text.size() && text[n] == character) {
            ++n;
        }
        return n;
    }

    bool onlySpaces(QStringView text)
    {
        return std::ranges::all_of(text, isSpace);
    }

    bool isAsciiLetter(QChar c)
    {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    }

    bool isAsciiDigit(QChar c)
    {
        return c >= u'0' && c <= u'9';
    }

    // CommonMark 4.6, start condition 6.
    constexpr std::array kHtmlBlockTags = {
        u"address",
        u"article",
        u"aside",
        u"base",
        u"basefont",
        u"blockquote",
        u"body",
        u"caption",
        u"center",
        u"col",
        u"colgroup",
        u"dd",
        u"details",
        u"dialog",
        u"dir",
        u"div",
        u"dl",
        u"dt",
        u"fieldset",
        u"figcaption",
        u"figure",
        u"footer",
        u"form",
        u"frame",
        u"frameset",
        u"h1",
        u"h2",
        u"h3",
        u"h4",
        u"h5",
        u"h6",
        u"head",
        u"header",
        u"hr",
        u"html",
        u"iframe",
        u"legend",
        u"li",
        u"link",
        u"main",
        u"menu",
        u"menuitem",
        u"nav",
        u"noframes",
        u"ol",
        u"optgroup",
        u"option",
        u"p",
        u"param",
        u"search",
        u"section",
        u"summary",
        u"table",
        u"tbody",
        u"td",
        u"tfoot",
        u"th",
        u"thead",
        u"title",
        u"tr",
        u"track",
        u"ul",
    };
    constexpr qsizetype kLongestTag = 10; // characters

    bool isHtmlBlockTag(QStringView name)
    {
        return std::ranges::any_of(kHtmlBlockTags,
            [name](const char16_t *tag) { return name.compare(QStringView(tag), Qt::CaseInsensitive) == 0; });
    }

    struct FixedHtml {
        QStringView start, end;
    };
    constexpr FixedHtml kFixedHtml[] = { { u"!--", u"-->" }, { u"?", u"?>" }, { u"![CDATA[", u"]]>" } };
    constexpr FixedHtml kRawTags[] = { { u"pre", u"</pre>" }, { u"script", u"</script>" }, { u"style", u"</style>" },
        { u"textarea", u"</textarea>" } };
}

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t';
}

Match matchRule(QStringView text, LineEnd end)
{
    const char16_t character = text[0].unicode();
    if (character != u'*' && character != u'-' && character != u'_') {
        return Match::No;
    }
    qsizetype count = 0;
    for (const QChar c : text) {
        if (c == character) {
            ++count;
        } else if (!isSpace(c)) {
            return Match::No;
        }
    }
    return wholeLine(end, count >= 3);
}

Match matchHeading(QStringView text, LineEnd end, int &level)
{
    const qsizetype n = runLength(text, u'#');
    if (n == 0 || n > 6) {
        return Match::No;
    }
    level = static_cast<int>(n);
    if (n == text.size()) {
        return wholeLine(end, true);
    }
    return isSpace(text[n]) ? Match::Yes : Match::No;
}

Match matchSetext(QStringView text, LineEnd end, int &level)
{
    const char16_t character = text[0].unicode();
    if (character != u'=' && character != u'-') {
        return Match::No;
    }
    level = character == u'=' ? 1 : 2;
    return onlySpaces(text.sliced(runLength(text, character))) ? wholeLine(end, true) : Match::No;
}

Match matchFence(QStringView text, LineEnd end, Fence &fence)
{
    const char16_t character = text[0].unicode();
    if (character != u'`' && character != u'~') {
        return Match::No;
    }
    const qsizetype n = runLength(text, character);
    const QStringView info = text.sliced(n);
    if (n < 3) {
        return info.isEmpty() ? undecided(end) : Match::No;
    }
    if (character == u'`' && info.contains(u'`')) {
        return Match::No; // inline code
    }
    fence = { character, n, info.trimmed().toString() };
    return wholeLine(end, true);
}

Match matchFenceEnd(QStringView text, LineEnd end, const Fence &fence)
{
    const qsizetype n = runLength(text, fence.character);
    if (n == text.size()) {
        return wholeLine(end, n >= fence.length);
    }
    return n >= fence.length && onlySpaces(text.sliced(n)) ? wholeLine(end, true) : Match::No;
}

Match matchListMarker(QStringView text, LineEnd end, ListMarker &marker)
{
    qsizetype n = 0;
    marker.number = 0;
    const QChar first = text[0];
    if (first == u'-' || first == u'+' || first == u'*') {
        marker.type = first.unicode();
        n = 1;
    } else {
        while (n < text.size() && n < 9 && isAsciiDigit(text[n])) {
            marker.number = marker.number * 10 + (text[n].unicode() - u'0');
            ++n;
        }
        if (n == 0) {
            return Match::No;
        }
        if (n == text.size()) {
            return undecided(end);
        }
        if (text[n] != u'.' && text[n] != u')') {
            return Match::No;
        }
        marker.type = text[n].unicode();
        ++n;
    }
    marker.width = n;
    if (n == text.size()) {
        return wholeLine(end, true);
    }
    return isSpace(text[n]) ? Match::Yes : Match::No;
}

Match matchTask(QStringView text, LineEnd end, Task &task)
{
    for (qsizetype i = 0; i < 4; ++i) {
        if (i == text.size()) {
            return undecided(end);
        }
        const QChar c = text[i];
        const bool fits = i == 0 ? c == u'['
            : i == 1             ? c == u' ' || c == u'x' || c == u'X'
            : i == 2             ? c == u']'
                                 : isSpace(c);
        if (!fits) {
            return Match::No;
        }
    }
    if (onlySpaces(text.sliced(4))) {
        return undecided(end); // "[ ]" and nothing else is text
    }
    task = text[1] == u' ' ? Task::Open : Task::Done;
    return Match::Yes;
}

Match matchHtml(QStringView text, LineEnd end, HtmlStart &start)
{
    if (text[0] != u'<') {
        return Match::No;
    }
    const QStringView rest = text.sliced(1);
    if (rest.isEmpty()) {
        return undecided(end);
    }
    for (const FixedHtml &html : kFixedHtml) {
        if (rest.startsWith(html.start)) {
            start.end = html.end;
            return Match::Yes;
        }
        if (html.start.startsWith(rest) && end == LineEnd::Growing) {
            return Match::Maybe;
        }
    }
    if (rest[0] == u'!') {
        if (rest.size() == 1) {
            return undecided(end);
        }
        start.end = u">";
        return isAsciiLetter(rest[1]) ? Match::Yes : Match::No;
    }
    const bool closing = rest[0] == u'/';
    const QStringView tag = rest.sliced(closing ? 1 : 0);
    qsizetype n = 0;
    while (n < tag.size() && n <= kLongestTag && (isAsciiLetter(tag[n]) || (n > 0 && isAsciiDigit(tag[n])))) {
        ++n;
    }
    if (n == tag.size() && n <= kLongestTag && end == LineEnd::Growing) {
        return Match::Maybe;
    }
    const QStringView name = tag.first(n);
    const QChar next = n < tag.size() ? tag[n] : QChar(u' ');
    if (!closing && (isSpace(next) || next == u'>')) {
        for (const FixedHtml &raw : kRawTags) {
            if (name.compare(raw.start, Qt::CaseInsensitive) == 0) {
                start.end = raw.end;
                return Match::Yes;
            }
        }
    }
    if (!isHtmlBlockTag(name)) {
        return Match::No;
    }
    start.end = {};
    if (next == u'/') {
        if (n + 1 == tag.size()) {
            return undecided(end);
        }
        return tag[n + 1] == u'>' ? Match::Yes : Match::No;
    }
    return isSpace(next) || next == u'>' ? Match::Yes : Match::No;
}

namespace
{
    Match matchOnly(QStringView text, LineEnd end, QStringView sign)
    {
        if (text.size() < sign.size()) {
            return sign.startsWith(text) ? undecided(end) : Match::No;
        }
        return text.startsWith(sign) && onlySpaces(text.sliced(sign.size())) ? wholeLine(end, true) : Match::No;
    }
}

Match matchMathStart(QStringView text, LineEnd end, QStringView &closing)
{
    const bool dollars = text[0] == u'$';
    closing = dollars ? QStringView(u"$$") : QStringView(u"\\]");
    return matchOnly(text, end, dollars ? QStringView(u"$$") : QStringView(u"\\["));
}

Match matchMathEnd(QStringView text, LineEnd end, QStringView closing)
{
    return matchOnly(text, end, closing);
}

Match matchDelimiterRow(QStringView text, LineEnd end, QList<Alignment> &columns)
{
    bool pipe = false, dash = false;
    for (const QChar c : text) {
        if (c != u'|' && c != u'-' && c != u':' && !isSpace(c)) {
            return Match::No;
        }
        pipe = pipe || c == u'|';
        dash = dash || c == u'-';
    }
    if (end != LineEnd::Ended || !pipe || !dash) {
        return undecided(end);
    }
    columns.clear();
    for (const QString &cell : tableCells(text)) {
        const bool left = cell.startsWith(u':');
        const bool right = cell.size() > 1 && cell.endsWith(u':');
        const QStringView dashes = QStringView(cell).sliced(left ? 1 : 0).chopped(right ? 1 : 0);
        if (dashes.isEmpty() || runLength(dashes, u'-') != dashes.size()) {
            return Match::No;
        }
        columns.append(left && right ? Alignment::Center
                : left               ? Alignment::Left
                : right              ? Alignment::Right
                                     : Alignment::Default);
    }
    return columns.isEmpty() ? Match::No : Match::Yes;
}

QStringList tableCells(QStringView row)
{
    row = row.trimmed();
    if (row.startsWith(u'|')) {
        row = row.sliced(1);
    }
    QStringList cells;
    QString cell;
    bool open = false; // the row continues after the last |
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (row[i] == u'\\' && i + 1 < row.size() && row[i + 1] == u'|') {
            cell += u'|';
            ++i;
        } else if (row[i] == u'|') {
            cells.append(cell.trimmed());
            cell.clear();
            open = false;
            continue;
        } else {
            cell += row[i];
        }
        open = true;
    }
    if (open) {
        cells.append(cell.trimmed());
    }
    return cells;
}
}
