// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Names for files that a model wrote. Every name that comes out of here is safe to put under a folder: relative, no "..", no
// hidden file but a few well-known ones, no control or reordering character, bounded in length and depth.
#pragma once

#include <QString>
#include <QStringList>

namespace FileNames
{
inline constexpr qsizetype kMaxPart = 80; // characters of one folder or file name
inline constexpr qsizetype kMaxParts = 8;

struct Clues {
    QString info; // of the fence: "python src/a.py", "py title=\"a.py\"", "a.py"
    QString code; // its first line may be a comment with a path
    QString before; // the text before it: the last name in code or bold type
};
// Never empty: "src/a.py", and "snippet.py" or "snippet.txt" where nothing says more.
[[nodiscard]] QString guess(const Clues &clues);

// `path` made safe; empty if nothing is left of it.
[[nodiscard]] QString safe(QStringView path);

// The same names, with "-2", "-3" before the ending where one has come before (ignoring case: not every file system tells
// "A" from "a").
[[nodiscard]] QStringList distinct(const QStringList &names);
}
