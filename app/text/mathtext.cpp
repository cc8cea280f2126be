// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/mathtext.h"

#include <algorithm>

#include "text/mathsymbols.h"

namespace
{
using MathText::Sign;
using MathText::Symbol;

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

// What can stand beside an operator without brackets: one number or name.
bool isAtom(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isLetterOrNumber() || c == u'.'; });
}

QString script(const QString &text, bool raised)
{
    QString result;
    for (const QChar c : text) {
        const auto sign = std::ranges::find(MathText::kRaised, c.unicode(), &Sign::plain);
        const char16_t shown = sign == MathText::kRaised.end() ? char16_t { 0 } : raised ? sign->raised : sign->lowered;
        if (shown == 0) {
            const QString mark(raised ? u'^' : u'_');
            return text.size() == 1 ? mark + text : mark + u'(' + text + u')';
        }
        result += QChar(shown);
    }
    return result;
}

// Letters of \mathbb that are not in one row of Unicode; the others would need a surrogate pair, longer than it was.
QString doubleStruck(const QString &text)
{
    static constexpr Symbol kLetters[] = { { u"R", u"ℝ" }, { u"N", u"ℕ" }, { u"Z", u"ℤ" }, { u"Q", u"ℚ" },
        { u"C", u"ℂ" }, { u"P", u"ℙ" }, { u"H", u"ℍ" } };
    const auto found = std::ranges::find(kLetters, QStringView(text), &Symbol::command);
    return found != std::end(kLetters) ? found->sign.toString() : text;
}

class Reader
{
public:
    explicit Reader(QStringView tex)
        : m_tex(tex)
    {
    }
    QString all()
    {
        QString text;
        while (m_at < m_tex.size()) {
            text += next(0);
        }
        return text;
    }

private:
    [[nodiscard]] bool at(char16_t c) const { return m_at < m_tex.size() && m_tex[m_at] == c; }

    void skipSpaces()
    {
        while (m_at < m_tex.size() && m_tex[m_at].isSpace()) {
            ++m_at;
        }
    }

    // One sign, command or script.
    QString next(int depth)
    {
        const QChar c = m_tex[m_at++];
        switch (c.unicode()) {
        case u'\\':
            return command(depth);
        case u'^':
            return script(argument(depth), true);
        case u'_':
            return script(argument(depth), false);
        case u'{':
            return group(depth);
        case u'}':
        case u'&':
            return {};
        case u'~':
        case u'\n':
            return QStringLiteral(" ");
        case u'-':
            return QStringLiteral("−");
        case u'\'':
            return QStringLiteral("′");
        default:
            return QString(c);
        }
    }

    // Behind the opening brace, to the one that closes it or the end.
    QString group(int depth)
    {
        if (depth >= MathText::kMaxDepth) {
            return QStringLiteral("{");
        }
        QString text;
        while (m_at < m_tex.size()) {
            if (at(u'}')) {
                ++m_at;
                break;
            }
            text += next(depth + 1);
        }
        return text;
    }

    QString argument(int depth)
    {
        skipSpaces();
        // A script of a script is no TeX, and one inside the other would grow: "____x".
        if (m_at >= m_tex.size() || at(u'}') || at(u'^') || at(u'_')) {
            return {};
        }
        return depth >= MathText::kMaxDepth ? QString() : next(depth + 1);
    }

    // As it is written, for names and text.
    QString literalArgument()
    {
        skipSpaces();
        if (!at(u'{')) {
            return {};
        }
        const qsizetype end = m_tex.indexOf(u'}', m_at);
        const QStringView text = m_tex.sliced(m_at + 1, (end < 0 ? m_tex.size() : end) - m_at - 1);
        m_at = end < 0 ? m_tex.size() : end + 1;
        return text.toString();
    }

    static QString bracketed(const QString &text) { return isAtom(text) ? text : u'(' + text + u')'; }

    QString command(int depth)
    {
        if (m_at == m_tex.size()) {
            return QStringLiteral("\\");
        }
        qsizetype end = m_at;
        while (end < m_tex.size() && isLetter(m_tex[end])) {
            ++end;
        }
        const QStringView name = m_tex.sliced(m_at, std::max<qsizetype>(end - m_at, 1));
        m_at += name.size();
        if (name == u"\\") {
            return QStringLiteral("\n");
        }
        if (name == u"frac" || name == u"dfrac" || name == u"tfrac") {
            const QString above = bracketed(argument(depth)), below = bracketed(argument(depth));
            return above + u'/' + below;
        }
        if (name == u"sqrt") {
            return root(depth);
        }
        if (name == u"text" || name == u"textbf" || name == u"textit" || name == u"texttt" || name == u"operatorname"
            || name == u"mbox") {
            return literalArgument();
        }
        if (name == u"mathbb") {
            return doubleStruck(argument(depth));
        }
        if (name.startsWith(u"math") || name == u"boldsymbol" || name == u"boxed" || name == u"bm"
            || name == u"underbrace") {
            return argument(depth);
        }
        if (name == u"hat" || name == u"bar" || name == u"vec" || name == u"tilde" || name == u"dot"
            || name == u"overline") {
            return accented(name, depth);
        }
        if (name == u"begin" || name == u"end") {
            (void)literalArgument();
            return {};
        }
        if (const auto symbol = std::ranges::find(MathText::kSymbols, name, &Symbol::command);
            symbol != MathText::kSymbols.end()) {
            return sign(symbol->sign, name);
        }
        return u'\\' + name.toString();
    }

    // "\\sin\\theta" is "sin θ": a name keeps its distance from the letter behind it.
    QString sign(QStringView shown, QStringView name)
    {
        if (shown.isEmpty()) {
            skipSpaces();
            if (at(u'.') && (name == u"left" || name == u"right")) {
                ++m_at; // the invisible bracket
            }
        }
        const bool isName = shown.size() > 1 && isLetter(shown.front());
        return isName && m_at < m_tex.size() && (isLetter(m_tex[m_at]) || at(u'\\')) ? shown.toString() + u' '
                                                                                     : shown.toString();
    }

    QString root(int depth)
    {
        QString degree;
        skipSpaces();
        if (at(u'[')) {
            const qsizetype end = m_tex.indexOf(u']', m_at);
            if (end > 0) {
                const QString index = m_tex.sliced(m_at + 1, end - m_at - 1).toString();
                degree = index == u"3" ? QStringLiteral("∛") : script(index, true) + u'√';
                m_at = end + 1;
            }
        }
        return (degree.isEmpty() ? QStringLiteral("√") : degree) + bracketed(argument(depth));
    }

    QString accented(QStringView name, int depth)
    {
        const QString text = argument(depth);
        const char16_t mark = name == u"hat" ? u'\u0302'
            : name == u"vec"                 ? u'\u20D7'
            : name == u"tilde"               ? u'\u0303'
            : name == u"dot"                 ? u'\u0307'
                                             : u'\u0304';
        return text.size() == 1 ? text + QChar(mark) : text;
    }

    QStringView m_tex;
    qsizetype m_at = 0;
};
}

QString MathText::readable(QStringView tex)
{
    const QString text = Reader(tex).all();
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) { // several spaces are one, and none at the ends of lines
        if (c == u' ' && (result.isEmpty() || result.back() == u' ' || result.back() == u'\n')) {
            continue;
        }
        if (c == u'\n' && result.endsWith(u' ')) {
            result.chop(1);
        }
        result += c;
    }
    return std::move(result).trimmed();
}
