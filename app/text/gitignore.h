// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Which files of a folder git would leave out, by its .gitignore files: the pattern rules of gitignore(5).
//
// Paths are relative to one root, with '/', without a leading or trailing one. A file in an ignored folder is never asked
// about: as in git, nothing inside of it can be brought back. Costs O(pattern x path) for any pattern (the set of states is
// carried along, nothing is tried twice), and mostly the first characters decide.
#pragma once

#include <vector>

#include <QString>

class GitIgnore
{
public:
    static constexpr qsizetype kMaxPattern = 1000; // characters; longer ones match nothing
    static constexpr qsizetype kMaxRules = 5000; // of all files together; what comes later is left out

    // The text of the .gitignore in `folder` ("" = the root, "src/lib"). Those of inner folders come later and win.
    void add(QStringView text, const QString &folder);
    [[nodiscard]] bool ignores(QStringView path, bool isFolder) const;

private:
    struct Token {
        enum Kind : quint8 {
            Character,
            AnyOne, // ?
            Star, // any number, no slash
            Folders, // **/ at the beginning of a part: any number of whole parts
            Everything, // ** at the end: the rest, slashes included
            Set, // [...]
        };
        Kind kind = Character;
        char16_t character = 0;
        bool inverted = false; // of a set
        std::vector<std::pair<char16_t, char16_t>> ranges; // of a set
        [[nodiscard]] bool takes(QChar c) const;
    };
    struct Rule {
        std::vector<Token> tokens;
        QString folder; // with a slash at the end, or empty
        bool negated = false; // !
        bool foldersOnly = false; // a slash at the end
        bool anchored = false; // matched from its folder on; else against the last part alone
    };
    static bool compile(QStringView pattern, Rule &rule);
    static bool compileSet(QStringView pattern, qsizetype &at, Token &token);
    static bool matches(const std::vector<Token> &tokens, QStringView text);

    std::vector<Rule> m_rules;
};
