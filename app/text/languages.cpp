// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/languages.h"

#include <algorithm>
#include <array>

#include <QHash>

namespace
{
constexpr qsizetype kMaxName = 40; // characters: longer than any language's name
constexpr qsizetype kMaxFileName = 255; // characters

class Repository : public KSyntaxHighlighting::Repository
{
public:
    Repository() { addCustomSearchPath(QStringLiteral(":/vibrant")); } // our two themes: resources/themes
};

Repository &repository()
{
    static Repository instance;
    return instance;
}

struct Alias {
    QStringView from; // lower case for words
    QStringView to;
};
// Words to KSyntaxHighlighting's names: what people and models write on fences and neither a definition's name nor a file extension explains.
constexpr std::array kAliases = {
    Alias { u"asm", u"Intel x86 (NASM)" },
    Alias { u"assembly", u"Intel x86 (NASM)" },
    Alias { u"bash", u"Bash" },
    Alias { u"c#", u"C#" },
    Alias { u"c++", u"C++" },
    Alias { u"c++23", u"C++" },
    Alias { u"cmakelists", u"CMake" },
    Alias { u"console", u"Bash" },
    Alias { u"csharp", u"C#" },
    Alias { u"cxx", u"C++" },
    Alias { u"docker", u"Dockerfile" },
    Alias { u"dockerfile", u"Dockerfile" },
    Alias { u"f#", u"FSharp" },
    Alias { u"fsharp", u"FSharp" },
    Alias { u"golang", u"Go" },
    Alias { u"h", u"C++" },
    Alias { u"hpp", u"C++" },
    Alias { u"javascript", u"JavaScript" },
    Alias { u"js", u"JavaScript" },
    Alias { u"json5", u"JSON" },
    Alias { u"jsonc", u"JSON" },
    Alias { u"jsx", u"JavaScript React (JSX)" },
    Alias { u"kt", u"Kotlin" },
    Alias { u"make", u"Makefile" },
    Alias { u"markdown", u"Markdown" },
    Alias { u"md", u"Markdown" },
    Alias { u"node", u"JavaScript" },
    Alias { u"objc", u"Objective-C" },
    Alias { u"objectivec", u"Objective-C" },
    Alias { u"patch", u"Diff" },
    Alias { u"php", u"PHP/PHP" }, // without "<?php", as models write it
    Alias { u"pl", u"Perl" },
    Alias { u"postgresql", u"SQL (PostgreSQL)" },
    Alias { u"powershell", u"PowerShell" },
    Alias { u"ps1", u"PowerShell" },
    Alias { u"proto", u"Protobuf" },
    Alias { u"pwsh", u"PowerShell" },
    Alias { u"py", u"Python" },
    Alias { u"py3", u"Python" },
    Alias { u"python3", u"Python" },
    Alias { u"qml", u"QML" },
    Alias { u"r", u"R Script" },
    Alias { u"rb", u"Ruby" },
    Alias { u"rs", u"Rust" },
    Alias { u"sh", u"Bash" },
    Alias { u"shell", u"Bash" },
    Alias { u"shellsession", u"Bash" },
    Alias { u"sql", u"SQL" },
    Alias { u"terraform", u"Terraform" },
    Alias { u"tex", u"LaTeX" },
    Alias { u"toml", u"TOML" },
    Alias { u"ts", u"TypeScript" },
    Alias { u"tsx", u"TypeScript React (TSX)" },
    Alias { u"typescript", u"TypeScript" },
    Alias { u"vb", u"VB.NET" },
    Alias { u"viml", u"Vim" },
    Alias { u"xhtml", u"HTML" },
    Alias { u"yml", u"YAML" },
    Alias { u"zsh", u"Zsh" },
};

// Names that say more about the definition than about the language.
constexpr std::array kShownNames = {
    Alias { u"INI Files", u"INI" },
    Alias { u"Intel x86 (NASM)", u"Assembly" },
    Alias { u"JavaScript React (JSX)", u"JSX" },
    Alias { u"PHP/PHP", u"PHP" },
    Alias { u"R Script", u"R" },
    Alias { u"SQL (PostgreSQL)", u"PostgreSQL" },
    Alias { u"TypeScript React (TSX)", u"TSX" },
};

// Where the first pattern of a definition is not what people call their files.
constexpr std::array kUsualEndings = {
    Alias { u"Bash", u"sh" },
    Alias { u"C", u"c" },
    Alias { u"C++", u"cpp" },
    Alias { u"CSS", u"css" },
    Alias { u"Diff", u"diff" },
    Alias { u"HTML", u"html" },
    Alias { u"INI Files", u"ini" },
    Alias { u"Java", u"java" },
    Alias { u"JavaScript", u"js" },
    Alias { u"JSON", u"json" },
    Alias { u"LaTeX", u"tex" },
    Alias { u"Markdown", u"md" },
    Alias { u"Perl", u"pl" },
    Alias { u"PHP/PHP", u"php" },
    Alias { u"Python", u"py" },
    Alias { u"R Script", u"R" },
    Alias { u"Ruby", u"rb" },
    Alias { u"SQL", u"sql" },
    Alias { u"SQL (PostgreSQL)", u"sql" },
    Alias { u"TypeScript", u"ts" },
    Alias { u"XML", u"xml" },
    Alias { u"YAML", u"yaml" },
    Alias { u"Zsh", u"zsh" },
    Alias { u"CMake", u"cmake" },
};

// The first word, without Pandoc's braces and dot and without anything after a separator.
QString firstWord(const QString &info)
{
    QStringView word = QStringView(info).trimmed();
    while (!word.isEmpty() && (word.front() == u'{' || word.front() == u'.')) {
        word = word.sliced(1);
    }
    const auto end = std::ranges::find_if(
        word, [](QChar c) { return c.isSpace() || c == u'}' || c == u',' || c == u':' || c == u'{'; });
    return word.first(std::min<qsizetype>(end - word.begin(), kMaxName)).toString();
}

KSyntaxHighlighting::Definition find(const QString &word)
{
    const QString lower = word.toLower();
    if (const auto alias = std::ranges::find(kAliases, QStringView(lower), &Alias::from); alias != kAliases.end()) {
        return repository().definitionForName(alias->to.toString());
    }
    if (const auto byName = repository().definitionForName(word); byName.isValid()) {
        return byName;
    }
    // Names are compared case by case above; models write them in lower case.
    const QList<KSyntaxHighlighting::Definition> all = repository().definitions();
    const auto sameName
        = [&lower](const KSyntaxHighlighting::Definition &definition) { return definition.name().toLower() == lower; };
    if (const auto found = std::ranges::find_if(all, sameName); found != all.end()) {
        return *found;
    }
    return repository().definitionForFileName(QStringLiteral("x.") + lower);
}
}

KSyntaxHighlighting::Definition Languages::definitionFor(const QString &info)
{
    static QHash<QString, KSyntaxHighlighting::Definition> known;
    // Names of several words ("SQL (PostgreSQL)") are recognised as a whole.
    const QString whole = info.simplified();
    const bool isName
        = whole.contains(u' ') && whole.size() <= kMaxName && repository().definitionForName(whole).isValid();
    const QString word = isName ? whole : firstWord(info);
    if (word.isEmpty()) {
        return {};
    }
    if (const auto found = known.constFind(word); found != known.cend()) {
        return *found;
    }
    if (known.size() > 500) {
        known.clear(); // words come from the model: the cache must not grow without end
    }
    return *known.insert(word, find(word));
}

KSyntaxHighlighting::Definition Languages::definitionForFile(const QString &name)
{
    return repository().definitionForFileName(name.last(std::min(name.size(), kMaxFileName)));
}

QString Languages::fileEnding(const QString &info)
{
    const KSyntaxHighlighting::Definition definition = definitionFor(info);
    if (!definition.isValid()) {
        return {};
    }
    const QString name = definition.name();
    if (const auto usual = std::ranges::find(kUsualEndings, QStringView(name), &Alias::from);
        usual != kUsualEndings.end()) {
        return usual->to.toString();
    }
    for (const QString &pattern : definition.extensions()) { // "*.rs", "Makefile*"
        const QStringView ending = pattern.startsWith(u"*.") ? QStringView(pattern).sliced(2) : QStringView();
        if (!ending.isEmpty()
            && std::ranges::all_of(ending, [](QChar c) { return c.isLetterOrNumber() || c == u'+'; })) {
            return ending.toString();
        }
    }
    return {};
}

QList<KSyntaxHighlighting::Definition> Languages::all()
{
    return repository().definitions();
}

QString Languages::displayName(const QString &info)
{
    const KSyntaxHighlighting::Definition definition = definitionFor(info);
    if (!definition.isValid()) {
        return firstWord(info);
    }
    const QString name = definition.name();
    const auto shown = std::ranges::find(kShownNames, QStringView(name), &Alias::from);
    return shown != kShownNames.end() ? shown->to.toString() : definition.translatedName();
}

KSyntaxHighlighting::Theme Languages::theme(bool dark)
{
    return repository().theme(dark ? QStringLiteral("Vibrant Dark") : QStringLiteral("Vibrant Light"));
}

QList<KSyntaxHighlighting::Theme> Languages::themes()
{
    return repository().themes();
}
