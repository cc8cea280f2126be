// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The shortest edit script between two sequences of numbers: E. Myers, "An O(ND) Difference Algorithm and Its Variations",
// Algorithmica 1 (1986), in its linear-space form (section 4b).
//
// Memory O(n + m). Work O((n + m) D) up to kMaxWork steps; a range whose middle is not found by then counts as changed from
// end to end, so the result is always right and only not always the shortest.
#pragma once

#include <span>

#include <QList>
#include <QStringView>

namespace LineDiff
{
inline constexpr qint64 kMaxWork = 4'000'000; // steps of the inner loop, about 10 ms

struct Change { // [begin, end) of the left became [begin, end) of the right; one of them may be empty
    int leftBegin = 0, leftEnd = 0;
    int rightBegin = 0, rightEnd = 0;
    bool operator==(const Change &) const = default;
};

// In order, with equal stretches between them.
[[nodiscard]] QList<Change> compare(std::span<const int> left, std::span<const int> right, qint64 maxWork = kMaxWork);

// Equal lines have equal numbers, on both sides.
struct Numbered {
    QList<int> left, right;
};
[[nodiscard]] Numbered number(const QList<QStringView> &left, const QList<QStringView> &right);

// What differs within a line: stretches of characters on each side. Words, numbers and single signs are compared. Both are
// empty when less than a third is common, as colouring nearly everything says nothing.
struct Stretch {
    int begin = 0, end = 0; // characters
    bool operator==(const Stretch &) const = default;
};
struct Within {
    QList<Stretch> left, right;
};
inline constexpr qsizetype kMaxLine = 2000; // characters; longer lines are not looked into
[[nodiscard]] Within compareLines(QStringView left, QStringView right);
}
