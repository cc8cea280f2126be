// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/gitignore.h"

#include <algorithm>
#include <ranges>

#include <QList>

namespace
{
struct Class {
    QStringView name;
    std::vector<std::pair<char16_t, char16_t>> ranges;
};

const std::vector<Class> &classes()
{
    static const std::vector<Class> all = {
        { u"[:alnum:]", { { u'0', u'9' }, { u'A', u'Z' }, { u'a', u'z' } } },
        { u"[:alpha:]", { { u'A', u'Z' }, { u'a', u'z' } } },
        { u"[:digit:]", { { u'0', u'9' } } },
        { u"[:lower:]", { { u'a', u'z' } } },
        { u"[:upper:]", { { u'A', u'Z' } } },
        { u"[:space:]", { { u'\t', u'\r' }, { u' ', u' ' } } },
        { u"[:xdigit:]", { { u'0', u'9' }, { u'A', u'F' }, { u'a', u'f' } } },
        { u"[:punct:]", { { u'!', u'/' }, { u':', u'@' }, { u'[', u'`' }, { u'{', u'~' } } },
    };
    return all;
}

// Without the spaces at its end, unless a backslash holds them.
QStringView withoutTrailingSpaces(QStringView line)
{
    while (line.endsWith(u' ')) {
        qsizetype backslashes = 0;
        for (qsizetype i = line.size() - 2; i >= 0 && line[i] == u'\\'; --i) {
            ++backslashes;
        }
        if (backslashes % 2 == 1) {
            break;
        }
        line.chop(1);
    }
    return line;
}
}

bool GitIgnore::Token::takes(QChar c) const
{
    switch (kind) {
    case Character:
        return c.unicode() == character;
    case AnyOne:
    case Star:
        return c != u'/';
    case Set: {
        const auto holds = [c](const auto &range) { return c.unicode() >= range.first && c.unicode() <= range.second; };
        return c != u'/' && std::ranges::any_of(ranges, holds) != inverted;
    }
    case Folders:
    case Everything:
        break;
    }
    return true;
}

void GitIgnore::add(QStringView text, const QString &folder)
{
    for (QStringView line : text.split(u'\n')) {
        if (line.endsWith(u'\r')) {
            line.chop(1);
        }
        line = withoutTrailingSpaces(line);
        if (line.isEmpty() || line.startsWith(u'#') || line.size() > kMaxPattern || std::ssize(m_rules) >= kMaxRules) {
            continue;
        }
        Rule rule;
        rule.folder = folder.isEmpty() ? QString() : folder + u'/';
        if (line.startsWith(u'!')) {
            rule.negated = true;
            line = line.sliced(1);
        }
        if (line.endsWith(u'/')) {
            rule.foldersOnly = true;
            line.chop(1);
        }
        rule.anchored = line.contains(u'/');
        if (line.startsWith(u'/')) {
            line = line.sliced(1);
        }
        if (!line.isEmpty() && compile(line, rule)) {
            m_rules.push_back(std::move(rule));
        }
    }
}

// False for a pattern that can match nothing: an open bracket, a backslash at the end.
bool GitIgnore::compile(QStringView pattern, Rule &rule)
{
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        Token token;
        const QChar c = pattern[i];
        if (c == u'*') {
            qsizetype end = i;
            while (end < pattern.size() && pattern[end] == u'*') {
                ++end;
            }
            const bool wholePart
                = end - i == 2 && (i == 0 || pattern[i - 1] == u'/') && (end == pattern.size() || pattern[end] == u'/');
            if (wholePart && rule.anchored) {
                token.kind = end == pattern.size() ? Token::Everything : Token::Folders;
                i = end == pattern.size() ? end - 1 : end; // with its slash
            } else {
                token.kind = Token::Star;
                i = end - 1;
            }
        } else if (c == u'?') {
            token.kind = Token::AnyOne;
        } else if (c == u'[') {
            if (!compileSet(pattern, i, token)) {
                return false;
            }
        } else if (c == u'\\') {
            if (++i == pattern.size()) {
                return false;
            }
            token.character = pattern[i].unicode();
        } else {
            token.character = c.unicode();
        }
        rule.tokens.push_back(std::move(token));
    }
    return true;
}

bool GitIgnore::compileSet(QStringView pattern, qsizetype &at, Token &token)
{
    token.kind = Token::Set;
    qsizetype i = at + 1;
    if (i < pattern.size() && (pattern[i] == u'!' || pattern[i] == u'^')) {
        token.inverted = true;
        ++i;
    }
    for (bool first = true; i < pattern.size(); first = false) {
        if (pattern[i] == u']' && !first) {
            at = i;
            return true;
        }
        const QStringView rest = pattern.sliced(i);
        const auto named
            = std::ranges::find_if(classes(), [rest](const Class &one) { return rest.startsWith(one.name); });
        if (named != classes().end()) {
            token.ranges.insert(token.ranges.end(), named->ranges.begin(), named->ranges.end());
            i += named->name.size();
            continue;
        }
        const auto next = [&pattern, &i] {
            i += pattern[i] == u'\\' && i + 1 < pattern.size() ? 1 : 0;
            return pattern[i++].unicode();
        };
        const char16_t low = next();
        char16_t high = low;
        if (i + 1 < pattern.size() && pattern[i] == u'-' && pattern[i + 1] != u']') {
            ++i;
            high = next();
        }
        token.ranges.emplace_back(low, high);
    }
    return false;
}

// All states the pattern can be in after each character. A Folders token has two: at the beginning of a part, where it can
// end (index), and inside of one (inside).
bool GitIgnore::matches(const std::vector<Token> &tokens, QStringView text)
{
    const std::size_t n = tokens.size();
    std::vector<bool> states(n + 1), next(n + 1), inside(n + 1), nextInside(n + 1);
    const auto enter = [&tokens, n](std::vector<bool> &set, std::size_t state) {
        set[state] = true;
        while (state < n && (tokens[state].kind == Token::Star || tokens[state].kind == Token::Folders)) {
            set[++state] = true; // they may match nothing
        }
    };
    enter(states, 0);
    for (const QChar c : text) {
        std::ranges::fill(next, false);
        std::ranges::fill(nextInside, false);
        bool alive = false;
        for (std::size_t i = 0; i < n; ++i) {
            const Token &token = tokens[i];
            if (token.kind == Token::Folders && (states[i] || inside[i])) {
                if (c != u'/') {
                    nextInside[i] = true;
                } else if (inside[i]) {
                    enter(next, i);
                }
                alive = true;
            } else if (states[i] && token.takes(c)) {
                if (token.kind == Token::Star || token.kind == Token::Everything) {
                    enter(next, i);
                } else {
                    enter(next, i + 1);
                }
                alive = true;
            }
        }
        if (!alive) {
            return false;
        }
        states.swap(next);
        inside.swap(nextInside);
    }
    // "a/**" is what lies in a, not a itself: Everything needs a character, which it has if it is still a state here.
    const bool everything
        = n > 0 && tokens[n - 1].kind == Token::Everything && states[n - 1] && !text.isEmpty() && !text.endsWith(u'/');
    return states[n] || everything;
}

bool GitIgnore::ignores(QStringView path, bool isFolder) const
{
    const QStringView name = path.sliced(path.lastIndexOf(u'/') + 1);
    for (const Rule &rule : m_rules | std::views::reverse) { // the last that matches decides
        if ((rule.foldersOnly && !isFolder) || !path.startsWith(rule.folder)) {
            continue;
        }
        if (matches(rule.tokens, rule.anchored ? path.sliced(rule.folder.size()) : name)) {
            return !rule.negated;
        }
    }
    return false;
}
