// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/filenames.h"

#include <algorithm>
#include <array>

#include <QSet>

#include "text/languages.h"
#include "text/visiblecontrols.h"

namespace
{
constexpr qsizetype kMaxFirstLine = 200; // characters: a longer one is no comment with a path

// Files that are hidden by custom and that no program runs because they are there.
constexpr std::array kHiddenNames = { u".gitignore", u".gitattributes", u".dockerignore", u".editorconfig",
    u".clang-format", u".clang-tidy", u".prettierrc", u".npmignore", u".flake8", u".pylintrc" };
constexpr std::array kNamesWithoutEnding = { u"Makefile", u"Dockerfile", u"Containerfile", u"Jenkinsfile", u"Justfile",
    u"Gemfile", u"Rakefile", u"LICENSE", u"README", u"PKGBUILD", u"Vagrantfile", u"Procfile" };

template <std::size_t N> bool isOneOf(QStringView name, const std::array<const char16_t *, N> &names)
{
    return std::ranges::any_of(names, [name](const char16_t *one) { return name == QStringView(one); });
}

// One word that can only be a file: "a/b.py", "CMakeLists.txt", "Makefile".
bool looksLikeFile(QStringView word)
{
    if (word.isEmpty() || word.size() > kMaxFirstLine || word.contains(u"://") || word.contains(u' ')) {
        return false;
    }
    const bool plain = std::ranges::all_of(
        word, [](QChar c) { return c.isLetterOrNumber() || QStringView(u"._-/\\+@~").contains(c); });
    const QStringView name = word.sliced(std::max(word.lastIndexOf(u'/'), word.lastIndexOf(u'\\')) + 1);
    if (!plain || name.isEmpty()) {
        return false;
    }
    if (isOneOf(name, kNamesWithoutEnding) || isOneOf(name, kHiddenNames)) {
        return true;
    }
    const qsizetype dot = name.lastIndexOf(u'.');
    const QStringView ending = name.sliced(dot + 1);
    const bool hasEnding = dot > 0 && !ending.isEmpty() && ending.size() <= 10
        && std::ranges::any_of(ending, [](QChar c) { return c.isLetter(); });
    return hasEnding && (ending == u"txt" || Languages::definitionForFile(name.toString()).isValid());
}

QStringView unquoted(QStringView word)
{
    while (!word.isEmpty() && QStringView(u"\"'`*{}").contains(word.front())) {
        word = word.sliced(1);
    }
    while (!word.isEmpty() && QStringView(u"\"'`*{},:;").contains(word.back())) {
        word.chop(1);
    }
    return word;
}

// "python src/a.py", "python:src/a.py", "py title=\"a.py\"", "a.py"
QStringView fromInfo(QStringView info)
{
    for (const QStringView &word : info.split(u' ', Qt::SkipEmptyParts)) {
        if (word.contains(u"://")) {
            continue;
        }
        const QStringView value = unquoted(word.sliced(std::max(word.indexOf(u'='), word.indexOf(u':')) + 1));
        if (looksLikeFile(value)) {
            return value;
        }
    }
    return {};
}

// "// src/a.cpp", "# File: a.py", "<!-- index.html -->"
QStringView fromFirstLine(QStringView code)
{
    const qsizetype end = code.indexOf(u'\n');
    QStringView line = (end < 0 ? code : code.first(end)).trimmed();
    if (line.size() > kMaxFirstLine) {
        return {};
    }
    constexpr QStringView kSigns[] = { u"//", u"<!--", u"/*", u"--", u"#", u";", u"%", u"\"\"\"" };
    const auto sign = std::ranges::find_if(kSigns, [line](QStringView one) { return line.startsWith(one); });
    if (sign == std::end(kSigns) || line.startsWith(u"#!")) {
        return {};
    }
    line = line.sliced(sign->size());
    for (const QStringView &word : line.split(u' ', Qt::SkipEmptyParts)) {
        if (const QStringView name = unquoted(word); looksLikeFile(name)) {
            return name;
        }
        const QStringView label = unquoted(word);
        const bool mayPrecede = label.compare(u"file", Qt::CaseInsensitive) == 0
            || label.compare(u"filename", Qt::CaseInsensitive) == 0 || label.compare(u"path", Qt::CaseInsensitive) == 0;
        if (!mayPrecede) {
            return {}; // a sentence that names a file is not its title
        }
    }
    return {};
}

// The last name between backticks or stars.
QStringView fromText(QStringView text)
{
    for (qsizetype end = text.size() - 1; end > 0; --end) {
        const QChar mark = text[end];
        if (mark != u'`' && mark != u'*') {
            continue;
        }
        const qsizetype begin = text.lastIndexOf(mark, end - 1);
        if (begin < 0) {
            continue;
        }
        if (const QStringView name = unquoted(text.sliced(begin, end - begin + 1)); looksLikeFile(name)) {
            return name;
        }
    }
    return {};
}

QString safePart(QStringView part, bool isFile)
{
    QString result;
    for (const QChar c : part.first(std::min<qsizetype>(part.size(), 4 * FileNames::kMaxPart))) {
        const bool dropped = isHiddenControl(c) || c == u'\n' || c == u'\t' || c.isSurrogate();
        if (!dropped) {
            result += QStringView(u"<>:\"|?*").contains(c) ? QChar(u'-') : c;
        }
    }
    result = std::move(result).trimmed();
    if (!(isFile && isOneOf(result, kHiddenNames))) {
        while (!result.isEmpty() && QStringView(u".-~ ").contains(result.front())) {
            result.remove(0, 1);
        }
    }
    while (result.endsWith(u'.') || result.endsWith(u' ')) {
        result.chop(1);
    }
    if (result.size() > FileNames::kMaxPart) { // the ending says what it is
        const qsizetype dot = result.lastIndexOf(u'.');
        const QString ending = dot > 0 && result.size() - dot <= 12 ? result.sliced(dot) : QString();
        result = result.first(FileNames::kMaxPart - ending.size()) + ending;
    }
    return result;
}
}

QString FileNames::safe(QStringView path)
{
    QStringList parts;
    QString slashes = path.first(std::min<qsizetype>(path.size(), 4096)).toString();
    slashes.replace(u'\\', u'/');
    const QStringList given = slashes.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < given.size(); ++i) {
        const bool isFile = i + 1 == given.size();
        const bool isDrive = i == 0 && given[i].size() == 2 && given[i][1] == u':';
        if (given[i] == u"." || given[i] == u".." || isDrive) {
            continue;
        }
        if (const QString part = safePart(given[i], isFile); !part.isEmpty()) {
            parts.append(part);
        }
    }
    return parts.size() > kMaxParts ? parts.last(kMaxParts).join(u'/') : parts.join(u'/');
}

QString FileNames::guess(const Clues &clues)
{
    for (const QStringView found : { fromInfo(clues.info), fromFirstLine(clues.code), fromText(clues.before) }) {
        if (const QString name = safe(found); !name.isEmpty()) {
            return name;
        }
    }
    const QString ending = Languages::fileEnding(clues.info);
    if (ending.isEmpty()) {
        const QString language = Languages::displayName(clues.info);
        return isOneOf(language, kNamesWithoutEnding) ? language : QStringLiteral("snippet.txt");
    }
    return QStringLiteral("snippet.") + ending;
}

QStringList FileNames::distinct(const QStringList &names)
{
    QStringList result;
    QSet<QString> taken;
    QHash<QString, int> last; // by name: the highest number given out
    for (const QString &name : names) {
        QString one = name;
        int &number = last[name.toLower()];
        for (number = std::max(number, 1); taken.contains(one.toLower());) {
            const qsizetype dot = name.lastIndexOf(u'.');
            const qsizetype end = dot > name.lastIndexOf(u'/') + 1 ? dot : name.size();
            one = name.first(end) + u'-' + QString::number(++number) + name.sliced(end);
        }
        taken.insert(one.toLower());
        result.append(one);
    }
    return result;
}
