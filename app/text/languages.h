// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// From the info string of a code fence to a KSyntaxHighlighting definition and a name to show.
//
// One Repository for the whole process (building it reads 400 definitions' headers, about 30 ms), made at first use.
// GUI thread only.
#pragma once

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

#include <QString>

namespace Languages
{
// By the name of a file: "CMakeLists.txt", "a/b.rs". Invalid when unknown.
[[nodiscard]] KSyntaxHighlighting::Definition definitionForFile(const QString &name);
// The usual ending of a language's files, "py", for a name that has none; empty when unknown.
[[nodiscard]] QString fileEnding(const QString &info);
// Of "js", "{.cpp #id}", "python title=x", "c++": invalid when unknown.
[[nodiscard]] KSyntaxHighlighting::Definition definitionFor(const QString &info);
// "JavaScript", "C++"; the first word of the info string when unknown, empty when there is none.
[[nodiscard]] QString displayName(const QString &info);
// Every definition there is.
[[nodiscard]] QList<KSyntaxHighlighting::Definition> all();
// The colours chosen to sit on the theme's code background.
[[nodiscard]] KSyntaxHighlighting::Theme theme(bool dark);
// Every theme there is, ours included.
[[nodiscard]] QList<KSyntaxHighlighting::Theme> themes();
}
