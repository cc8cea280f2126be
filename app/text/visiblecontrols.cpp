// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/visiblecontrols.h"

#include <algorithm>

namespace
{
constexpr char16_t kTagsHigh = 0xDB40; // first half of U+E0000..E03FF
constexpr int kFlagTags = 6; // "gbeng" and the end

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

bool isTag(char32_t c)
{
    return c >= 0xE0000 && c <= 0xE007F;
}

bool isSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool isWrittenWithoutSpaces(char32_t c)
{
    const QChar::Script script = QChar::script(c);
    return script == QChar::Script_Thai || script == QChar::Script_Lao || script == QChar::Script_Khmer
        || script == QChar::Script_Myanmar;
}

// `c` after `before`; in a flag the tags are no secret.
bool hides(char32_t c, char32_t before)
{
    switch (c) {
    case U'\t':
    case U'\n':
    case U'\f':
    case U'\r':
    case 0x200E: // marks of direction stand beside any letter in a text of two directions
    case 0x200F:
        return false;
    case 0x200B:
        return !isWrittenWithoutSpaces(before);
    case 0x200C:
    case 0x200D:
        return before > U' ' && before < 0x7F;
    default:
        return isTag(c) || (isSelector(c) && (isSelector(before) || before == 0))
            || (c < 0x10000 && isHiddenControl(QChar(static_cast<char16_t>(c))));
    }
}
}

bool isHiddenControl(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x20) {
        return u != u'\t' && u != u'\n';
    }
    return (u >= 0x7F && u <= 0x9F) || (u >= 0x200B && u <= 0x200F) || isBidiControl(c) || u == 0x2028 || u == 0x2029
        || u == 0x2060 || u == 0xFEFF || u == kTagsHigh;
}

QString withVisibleControls(QStringView text, bool &found)
{
    QString result = text.toString();
    bool wasTag = false;
    for (QChar &c : result) {
        const bool isTag = c == QChar(kTagsHigh);
        if (isHiddenControl(c) || (wasTag && c.isLowSurrogate())) {
            c = visible(c);
            found = true;
        }
        wasTag = isTag;
    }
    return result;
}

bool hasHiddenText(QStringView text)
{
    char32_t before = 0;
    int flagTags = 0; // that may still follow
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        const bool ofFlag = flagTags > 0 && isTag(c);
        if (!ofFlag && hides(c, before)) {
            return true;
        }
        flagTags = c == 0x1F3F4 ? kFlagTags : ofFlag ? flagTags - 1 : 0;
        before = c;
    }
    return false;
}

QString withoutBidiControls(const QString &text)
{
    if (std::ranges::none_of(text, isBidiControl)) {
        return text;
    }
    QString result = text;
    return result.removeIf(isBidiControl);
}
