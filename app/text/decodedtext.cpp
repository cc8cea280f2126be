// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/decodedtext.h"

#include <algorithm>

#include <QStringDecoder>

namespace
{
struct Mark {
    QByteArrayView bytes;
    QStringConverter::Encoding encoding;
    QLatin1StringView name;
};
// The longer ones first: UTF-32's begins with UTF-16's.
constexpr Mark kMarks[] = {
    { QByteArrayView("\xFF\xFE\0\0", 4), QStringConverter::Utf32LE, QLatin1StringView("UTF-32") },
    { QByteArrayView("\0\0\xFE\xFF", 4), QStringConverter::Utf32BE, QLatin1StringView("UTF-32") },
    { QByteArrayView("\xEF\xBB\xBF", 3), QStringConverter::Utf8, QLatin1StringView("UTF-8") },
    { QByteArrayView("\xFF\xFE", 2), QStringConverter::Utf16LE, QLatin1StringView("UTF-16") },
    { QByteArrayView("\xFE\xFF", 2), QStringConverter::Utf16BE, QLatin1StringView("UTF-16") },
};

// Formats that may come without a single byte that gives them away.
constexpr QByteArrayView kBinaryStarts[]
    = { "%PDF-", "GIF8", "\xFF\xD8\xFF", "PK\x03\x04", "BZh", "\x1F\x8B", "\x89PNG",
          "\x7F"
          "ELF",
          "GGUF" };

// 0x80 to 0x9F of Windows-1252; 0 = not assigned.
constexpr char16_t kWindows[32] = {
    u'€',
    0,
    u'‚',
    u'ƒ',
    u'„',
    u'…',
    u'†',
    u'‡',
    u'ˆ',
    u'‰',
    u'Š',
    u'‹',
    u'Œ',
    0,
    u'Ž',
    0,
    0,
    u'‘',
    u'’',
    u'“',
    u'”',
    u'•',
    u'–',
    u'—',
    u'˜',
    u'™',
    u'š',
    u'›',
    u'œ',
    0,
    u'ž',
    u'Ÿ',
};

bool isTextControl(char16_t c)
{
    return c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f' || c == u'\b' || c == 0x1B; // ESC: logs with colours
}

// At most one in 500 characters may be a control character without a use in text.
bool isReadable(QStringView text)
{
    const auto strange = std::ranges::count_if(
        text, [](QChar c) { return (c.unicode() < 0x20 && !isTextControl(c.unicode())) || c.unicode() == 0x7F; });
    return strange * 500 <= text.size() && !text.contains(QChar::Null);
}

QString decoded(QByteArrayView bytes, QStringConverter::Encoding encoding, bool &valid)
{
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    QString text = decoder(bytes);
    // Half a character at the end is no error to the decoder.
    const qsizetype unit = encoding == QStringConverter::Utf8                            ? 1
        : encoding == QStringConverter::Utf16LE || encoding == QStringConverter::Utf16BE ? 2
                                                                                         : 4;
    valid = !decoder.hasError() && bytes.size() % unit == 0
        && (encoding == QStringConverter::Utf8 || !text.endsWith(QChar::ReplacementCharacter)) && text.isValidUtf16();
    return text;
}

// Latin letters in UTF-16 have every other byte zero.
std::optional<QStringConverter::Encoding> unmarkedUtf16(QByteArrayView bytes)
{
    if (bytes.size() < 4 || bytes.size() % 2 != 0) {
        return std::nullopt;
    }
    qsizetype even = 0, odd = 0;
    for (qsizetype i = 0; i < bytes.size(); i += 2) {
        even += bytes[i] == 0 ? 1 : 0;
        odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    const qsizetype units = bytes.size() / 2;
    if (odd * 2 > units && even * 20 < units) {
        return QStringConverter::Utf16LE;
    }
    if (even * 2 > units && odd * 20 < units) {
        return QStringConverter::Utf16BE;
    }
    return std::nullopt;
}

QString fromWindows(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::ranges::transform(bytes, text.begin(), [](char byte) {
        const auto c = static_cast<unsigned char>(byte);
        const bool mapped = c >= 0x80 && c <= 0x9F;
        return QChar(mapped && kWindows[c - 0x80] != 0 ? kWindows[c - 0x80] : static_cast<char16_t>(c));
    });
    return text;
}

std::optional<DecodedText> checked(QString text, QLatin1StringView encoding)
{
    if (!isReadable(text)) {
        return std::nullopt;
    }
    text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    text.replace(u'\r', u'\n');
    return DecodedText { std::move(text), encoding };
}
}

std::optional<DecodedText> decodeText(QByteArrayView bytes)
{
    bool valid = false;
    for (const Mark &mark : kMarks) {
        if (bytes.startsWith(mark.bytes)) {
            QString text = decoded(bytes.sliced(mark.bytes.size()), mark.encoding, valid);
            return valid ? checked(std::move(text), mark.name) : std::nullopt;
        }
    }
    if (std::ranges::any_of(kBinaryStarts, [bytes](QByteArrayView start) { return bytes.startsWith(start); })) {
        return std::nullopt;
    }
    if (bytes.contains('\0')) {
        const auto encoding = unmarkedUtf16(bytes);
        QString text = encoding ? decoded(bytes, *encoding, valid) : QString();
        return encoding && valid ? checked(std::move(text), QLatin1StringView("UTF-16")) : std::nullopt;
    }
    QString text = decoded(bytes, QStringConverter::Utf8, valid);
    return valid ? checked(std::move(text), QLatin1StringView("UTF-8"))
                 : checked(fromWindows(bytes), QLatin1StringView("Windows-1252"));
}
