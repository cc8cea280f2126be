// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/chattitle.h"

#include <algorithm>

namespace
{
bool isUnseen(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

QString oneLine(QStringView line)
{
    QString result;
    for (const QChar c : line) {
        if (!isUnseen(c) || c.isSpace()) {
            result += c;
        }
    }
    return result.simplified();
}

QStringView withoutMarks(QStringView line)
{
    line = line.trimmed();
    if (line.startsWith(u"```") || line.startsWith(u"~~~")) {
        return {};
    }
    const QStringView rest
        = line.sliced(std::ranges::find_if_not(line, [](QChar c) { return c == u'#' || c == u'>'; }) - line.begin());
    const bool marked = rest.size() < line.size() || rest.startsWith(u"- ") || rest.startsWith(u"* ");
    return !marked || (rest.size() < line.size() && !rest.startsWith(u' '))
        ? line
        : rest.sliced(rest.size() < line.size() ? 1 : 2).trimmed();
}
}

QString chatTitle(QStringView text)
{
    QString title;
    while (title.isEmpty() && !text.isEmpty()) {
        const qsizetype end = text.indexOf(u'\n');
        // A line can be megabytes long; the title needs its beginning.
        const QStringView line = end < 0 ? text : text.first(end);
        title = oneLine(withoutMarks(line.first(std::min<qsizetype>(line.size(), 20 * kTitleChars))));
        text = end < 0 ? QStringView() : text.sliced(end + 1);
    }
    if (title.size() <= kTitleChars) {
        return title;
    }
    qsizetype cut = kTitleChars - 1;
    cut -= title[cut - 1].isHighSurrogate() ? 1 : 0;
    return title.first(cut).trimmed() + QStringLiteral("…");
}
