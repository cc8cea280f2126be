// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A chat is called by its first line until the user renames it; no model is asked.
#pragma once

#include <QString>

inline constexpr qsizetype kTitleChars = 60;

// The first line with something to read, as one line of at most kTitleChars characters: without the marks of headings,
// quotes and lists, without lines that open code, and without characters that are not seen or turn the writing around.
// Empty if there is no such line.
[[nodiscard]] QString chatTitle(QStringView text);
