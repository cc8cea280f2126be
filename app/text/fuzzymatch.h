// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Whether a few typed letters mean a title, and how well: "tgf" finds "Toggle the figures".
//
// Every letter of the pattern has to appear in the text in order, case and accents aside; spaces of the pattern are
// ignored. The score is the best over all ways to place them: starts of words and unbroken runs count most, letters
// skipped between them cost. Pure; O(pattern x text²) time, O(pattern x text) memory, both cut at kMaxLength characters.
#pragma once

#include <optional>

#include <QList>
#include <QStringView>

struct FuzzyMatch {
    int score = 0; // larger is better; only comparable for the same pattern
    QList<int> positions; // of the pattern's letters in the text, ascending
};

inline constexpr qsizetype kFuzzyMaxLength = 128;

// None if the text does not match. An empty pattern matches everything with score 0.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);
