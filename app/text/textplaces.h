// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where one text occurs in another: what finding in a chat and marking what was found agree on.
#pragma once

#include <QList>
#include <QString>

inline constexpr qsizetype kMostPlaces = 10'000;

// Where `query` begins in `text`, whatever its case, from left to right, none overlapping another, at most kMostPlaces; none
// for an empty query. O(text).
[[nodiscard]] QList<int> placesIn(const QString &text, const QString &query);
