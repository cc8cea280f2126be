// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/visiblecontrols.h"

#include <algorithm>

namespace
{
bool isBidiControl(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

QChar visible(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x20) {
        return QChar(static_cast<char16_t>(0x2400 + u)); // control pictures
    }
    return u == 0x7F ? QChar(u'\u2421') : QChar(u'\u25A1');
}
}

bool isHiddenControl(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x20) {
        return u != u'\t' && u != u'\n';
    }
    return (u >= 0x7F && u <= 0x9F) || (u >= 0x200B && u <= 0x200F) || isBidiControl(c) || u == 0x2028 || u == 0x2029 || u == 0x2060
        || u == 0xFEFF;
}

QString withVisibleControls(QStringView text, bool &found)
{
    QString result = text.toString();
    for (QChar &c : result) {
        if (isHiddenControl(c)) {
            c = visible(c);
            found = true;
        }
    }
    return result;
}

QString withoutBidiControls(const QString &text)
{
    if (std::ranges::none_of(text, isBidiControl)) {
        return text;
    }
    QString result = text;
    return result.removeIf(isBidiControl);
}
