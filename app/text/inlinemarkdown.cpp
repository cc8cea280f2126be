// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/inlinemarkdown.h"

#include <array>
#include <utility>

#include <QStringDecoder>
#include <QUrl>

#include "text/mathtext.h"

#include <md4c.h>

namespace
{
// md4c parses whole documents. A line that starts like this can only be a paragraph, and the space in front of the real
// text makes its first delimiter run behave as at the start of a line.
constexpr QStringView kParagraphPrefix = u". ";

// A formula goes through md4c as its number, in characters that are none: U+FDD0 to U+FDDF are hexadecimal digits, U+FDE0
// ends it. md4c takes them for letters, so **$x$** is still bold.
constexpr char16_t kFormulaDigit = 0xFDD0, kFormulaEnd = 0xFDE0, kLastNonCharacter = 0xFDEF;

struct Formula {
    QString source; // with its delimiters
    QString text;
};

QString placeholder(qsizetype number)
{
    QString digits;
    for (; number > 0 || digits.isEmpty(); number /= 16) {
        digits.prepend(QChar(static_cast<char16_t>(kFormulaDigit + number % 16)));
    }
    return digits + QChar(kFormulaEnd);
}

QString withFormulas(QString text, const QList<Formula> &formulas, QString Formula::*what)
{
    if (formulas.isEmpty()) {
        return text;
    }
    QString result;
    qsizetype number = 0;
    for (const QChar c : std::as_const(text)) {
        if (c.unicode() >= kFormulaDigit && c.unicode() < kFormulaEnd) {
            number = number * 16 + (c.unicode() - kFormulaDigit);
        } else if (c.unicode() == kFormulaEnd) {
            result += number < formulas.size() ? formulas[number].*what : QString();
            number = 0;
        } else {
            result += c;
        }
    }
    return result;
}

QString withPlaceholders(QStringView source, QList<Formula> &formulas)
{
    QString text;
    qsizetype from = 0;
    for (const MathText::Span &span : MathText::spans(source)) {
        const QStringView formula = source.sliced(span.begin, span.end - span.begin);
        QString shown = MathText::readable(formula.sliced(span.delimiter).chopped(span.delimiter));
        shown.replace(u'\n', QChar(QChar::LineSeparator));
        if (span.display) {
            const QChar line(QChar::LineSeparator);
            shown = (span.begin > 0 ? QString(line) : QString()) + shown
                + (span.end < source.size() ? QString(line) : QString());
        }
        text += source.sliced(from, span.begin - from);
        text += placeholder(formulas.size());
        formulas.append({ formula.toString(), shown });
        from = span.end;
    }
    text += source.sliced(from);
    return text;
}

struct Entity {
    QByteArrayView name;
    char16_t character;
};
// The named references that models write in prose; others stay the text they are.
constexpr std::array kEntities = {
    Entity { "&amp;", u'&' },
    Entity { "&lt;", u'<' },
    Entity { "&gt;", u'>' },
    Entity { "&quot;", u'"' },
    Entity { "&apos;", u'\'' },
    Entity { "&nbsp;", u'\xA0' },
    Entity { "&copy;", u'©' },
    Entity { "&reg;", u'®' },
    Entity { "&hellip;", u'…' },
    Entity { "&mdash;", u'—' },
    Entity { "&ndash;", u'–' },
    Entity { "&laquo;", u'«' },
    Entity { "&raquo;", u'»' },
    Entity { "&lsquo;", u'‘' },
    Entity { "&rsquo;", u'’' },
    Entity { "&ldquo;", u'“' },
    Entity { "&rdquo;", u'”' },
    Entity { "&bull;", u'•' },
    Entity { "&middot;", u'·' },
    Entity { "&times;", u'×' },
    Entity { "&rarr;", u'→' },
    Entity { "&larr;", u'←' },
    Entity { "&le;", u'≤' },
    Entity { "&ge;", u'≥' },
    Entity { "&ne;", u'≠' },
    Entity { "&deg;", u'°' },
    Entity { "&plusmn;", u'±' },
    Entity { "&micro;", u'µ' },
    Entity { "&infin;", u'∞' },
};

QString decodeEntity(QByteArrayView entity)
{
    if (entity.startsWith("&#")) {
        QByteArrayView digits = entity.sliced(2).chopped(1);
        const bool hex = digits.startsWith('x') || digits.startsWith('X');
        bool ok = false;
        const char32_t code = (hex ? digits.sliced(1) : digits).toUInt(&ok, hex ? 16 : 10);
        const bool valid = ok && code != 0 && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
        return QString::fromUcs4(valid ? &code : U"\uFFFD", 1);
    }
    for (const Entity &known : kEntities) {
        if (entity == known.name) {
            return QString(QChar(known.character));
        }
    }
    return QString::fromUtf8(entity);
}

class Builder
{
public:
    explicit Builder(const QList<Formula> &formulas)
        : m_formulas(formulas)
    {
    }
    static int enterSpan(MD_SPANTYPE type, void *detail, void *self)
    {
        return static_cast<Builder *>(self)->enter(type, detail);
    }
    static int leaveSpan(MD_SPANTYPE type, void *, void *self) { return static_cast<Builder *>(self)->leave(type); }
    static int addText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self)
    {
        return static_cast<Builder *>(self)->text(type, QByteArrayView(text, size));
    }
    static int ignoreBlock(MD_BLOCKTYPE, void *, void *) { return 0; }

    [[nodiscard]] QList<InlineRun> take() { return std::move(m_runs); }

private:
    int enter(MD_SPANTYPE type, void *detail)
    {
        switch (type) {
        case MD_SPAN_STRONG:
            ++m_bold;
            break;
        case MD_SPAN_EM:
            ++m_italic;
            break;
        case MD_SPAN_DEL:
            ++m_strike;
            break;
        case MD_SPAN_CODE:
            ++m_code;
            break;
        case MD_SPAN_A: {
            const QString address = attribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
            m_link = isSafeLink(address) ? address : QString();
            break;
        }
        case MD_SPAN_IMG:
            m_imageAddress = attribute(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src);
            m_linkAround = m_link;
            break;
        default:
            break;
        }
        return 0;
    }

    int leave(MD_SPANTYPE type)
    {
        switch (type) {
        case MD_SPAN_STRONG:
            --m_bold;
            break;
        case MD_SPAN_EM:
            --m_italic;
            break;
        case MD_SPAN_DEL:
            --m_strike;
            break;
        case MD_SPAN_CODE:
            --m_code;
            break;
        case MD_SPAN_A:
            m_link.clear();
            break;
        case MD_SPAN_IMG:
            add(QStringLiteral(" ("));
            m_link = isSafeLink(m_imageAddress) ? m_imageAddress : QString();
            add(m_imageAddress);
            m_link = std::exchange(m_linkAround, {});
            add(QStringLiteral(")"));
            break;
        default:
            break;
        }
        return 0;
    }

    int text(MD_TEXTTYPE type, QByteArrayView text)
    {
        switch (type) {
        case MD_TEXT_NULLCHAR:
            add(QString(QChar(QChar::ReplacementCharacter)));
            break;
        case MD_TEXT_BR:
            add(QString(QChar(QChar::LineSeparator)));
            break;
        case MD_TEXT_SOFTBR:
            add(QStringLiteral(" "));
            break;
        case MD_TEXT_ENTITY:
            add(decodeEntity(text));
            break;
        default:
            add(QString::fromUtf8(text));
            break;
        }
        return 0;
    }

    void add(const QString &source)
    {
        const QString text = withFormulas(source, m_formulas, &Formula::text);
        InlineRun run { text, InlineRun::Plain, m_link };
        run.style = static_cast<quint8>((m_bold ? InlineRun::Bold : 0) | (m_italic ? InlineRun::Italic : 0)
            | (m_strike ? InlineRun::Strike : 0) | (m_code ? InlineRun::Code : 0));
        if (!m_runs.isEmpty() && m_runs.last().style == run.style && m_runs.last().link == run.link) {
            m_runs.last().text += text;
        } else if (!text.isEmpty()) {
            m_runs.append(std::move(run));
        }
    }

    [[nodiscard]] QString attribute(const MD_ATTRIBUTE &attribute) const
    {
        QString value;
        for (int i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
            const MD_OFFSET begin = attribute.substr_offsets[i];
            const QByteArrayView part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
            value += attribute.substr_types[i] == MD_TEXT_ENTITY ? decodeEntity(part) : QString::fromUtf8(part);
        }
        return withFormulas(value, m_formulas, &Formula::source);
    }

    const QList<Formula> &m_formulas;
    QList<InlineRun> m_runs;
    int m_bold = 0, m_italic = 0, m_strike = 0, m_code = 0; // nesting
    QString m_link;
    QString m_linkAround; // of the image that is open
    QString m_imageAddress;
};

// The text without what stands for formulas here.
QString withoutNonCharacters(QStringView source)
{
    QString text = source.toString();
    for (QChar &c : text) {
        if (c.unicode() >= kFormulaDigit && c.unicode() <= kLastNonCharacter) {
            c = QChar::ReplacementCharacter;
        }
    }
    return text;
}

// The text as one line: soft breaks become spaces, hard ones (two spaces or a backslash before the line end) line
// separators, which md4c passes through.
QString asOneLine(QStringView source)
{
    QString line(kParagraphPrefix);
    line.reserve(source.size() + 2);
    for (const QChar c : source) {
        if (c != u'\n') {
            line += c == QChar::Null ? QChar(QChar::ReplacementCharacter) : c;
            continue;
        }
        const bool backslash = line.endsWith(u'\\') && !line.endsWith(u"\\\\");
        const bool hard = backslash || line.endsWith(u"  ");
        if (backslash) {
            line.chop(1);
        }
        while (line.size() > kParagraphPrefix.size() && line.endsWith(u' ')) {
            line.chop(1);
        }
        line += hard ? QChar(QChar::LineSeparator) : QChar(u' ');
    }
    return line;
}
}

bool isSafeLink(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid()) {
        return false;
    }
    return scheme == u"mailto" || ((scheme == u"http" || scheme == u"https") && !url.host().isEmpty());
}

QList<InlineRun> parseInline(QStringView source)
{
    source = source.trimmed();
    const QStringView parsed = source.first(std::min(source.size(), kMaxInlineChars));
    QList<Formula> formulas;
    const QByteArray utf8 = asOneLine(withPlaceholders(withoutNonCharacters(parsed), formulas)).toUtf8();
    MD_PARSER parser {};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS
        | MD_FLAG_PERMISSIVEWWWAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS;
    parser.enter_block = Builder::ignoreBlock;
    parser.leave_block = Builder::ignoreBlock;
    parser.enter_span = Builder::enterSpan;
    parser.leave_span = Builder::leaveSpan;
    parser.text = Builder::addText;
    Builder builder(formulas);
    md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, &builder);

    QList<InlineRun> runs = builder.take();
    if (!runs.isEmpty()) {
        runs.first().text.remove(0, kParagraphPrefix.size());
        if (runs.first().text.isEmpty()) {
            runs.removeFirst();
        }
    }
    if (parsed.size() < source.size()) {
        runs.append({ source.sliced(parsed.size()).toString(), InlineRun::Plain, {} });
    }
    return runs;
}
