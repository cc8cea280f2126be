// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/fuzzymatch.h"

#include <vector>

#include <QString>

namespace
{
// A run or a start of a word outweighs a few skipped letters, so that "op mo" is "Open model" before "Copy … more".
constexpr int kLetter = 16, kWordStart = 12, kFirst = 6, kRun = 10, kGap = -1, kLongestGap = -8;
constexpr int kNone = -1'000'000;

// One comparable letter per character of the text, so that positions stay those of the text.
std::vector<char16_t> letters(QStringView text)
{
    std::vector<char16_t> result;
    for (const QChar c : text) {
        const QString parts = c.decomposition();
        result.push_back((parts.isEmpty() ? c : parts[0]).toCaseFolded().unicode());
    }
    return result;
}
}

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    QString wanted;
    for (const QChar c : pattern.first(std::min(pattern.size(), kFuzzyMaxLength))) {
        if (!c.isSpace()) {
            wanted.append(c);
        }
    }
    text = text.first(std::min(text.size(), kFuzzyMaxLength));
    const std::vector<char16_t> p = letters(wanted), t = letters(text);
    if (p.empty()) {
        return FuzzyMatch {};
    }
    if (p.size() > t.size()) {
        return std::nullopt;
    }
    // best[i][j]: the first i+1 letters placed, the last of them at j. from[i][j]: where the one before it is.
    const size_t rows = p.size(), columns = t.size();
    std::vector<int> best(rows * columns, kNone), from(rows * columns, -1);
    for (size_t i = 0; i < rows; ++i) {
        for (size_t j = i; j < columns; ++j) {
            if (p[i] != t[j]) {
                continue;
            }
            const bool wordStart = j == 0 || !text[static_cast<qsizetype>(j) - 1].isLetterOrNumber();
            const int here = kLetter + (wordStart ? kWordStart : 0) + (j == 0 ? kFirst : 0);
            if (i == 0) {
                best[j] = here + std::max(kLongestGap, kGap * static_cast<int>(j));
                continue;
            }
            for (size_t k = i - 1; k < j; ++k) {
                const int before = best[(i - 1) * columns + k];
                if (before == kNone) {
                    continue;
                }
                const int gap = static_cast<int>(j - k) - 1;
                const int score = before + here + (gap == 0 ? kRun : std::max(kLongestGap, kGap * gap));
                if (score > best[i * columns + j]) {
                    best[i * columns + j] = score;
                    from[i * columns + j] = static_cast<int>(k);
                }
            }
        }
    }
    int at = -1;
    for (size_t j = 0; j < columns; ++j) {
        const int score = best[(rows - 1) * columns + j];
        if (score != kNone && (at < 0 || score > best[(rows - 1) * columns + static_cast<size_t>(at)])) {
            at = static_cast<int>(j);
        }
    }
    if (at < 0) {
        return std::nullopt;
    }
    FuzzyMatch match;
    match.score = best[(rows - 1) * columns + static_cast<size_t>(at)];
    for (size_t i = rows; i-- > 0;) {
        match.positions.prepend(at);
        at = from[i * columns + static_cast<size_t>(at)];
    }
    return match;
}
