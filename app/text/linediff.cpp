// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/linediff.h"

#include <algorithm>
#include <vector>

#include <QHash>

namespace
{
using LineDiff::Change;

struct Range { // of both sequences
    int leftBegin, leftEnd, rightBegin, rightEnd;
};

class Differ
{
public:
    Differ(std::span<const int> left, std::span<const int> right, qint64 maxWork)
        : m_left(left)
        , m_right(right)
        , m_work(maxWork)
        , m_forward(left.size() + right.size() + 3)
        , m_backward(left.size() + right.size() + 3)
    {
    }

    QList<Change> run()
    {
        // A stack of our own: how deep the halves nest depends on the input.
        std::vector<Range> open = { { 0, static_cast<int>(m_left.size()), 0, static_cast<int>(m_right.size()) } };
        while (!open.empty()) {
            Range range = trimmed(open.back());
            open.pop_back();
            if (range.leftBegin == range.leftEnd || range.rightBegin == range.rightEnd) {
                add(range);
                continue;
            }
            int x = 0, y = 0;
            if (!middle(range, x, y)) {
                add(range);
                continue;
            }
            open.push_back({ x, range.leftEnd, y, range.rightEnd }); // second, so that changes come in order
            open.push_back({ range.leftBegin, x, range.rightBegin, y });
        }
        return m_changes;
    }

private:
    [[nodiscard]] Range trimmed(Range r) const
    {
        while (r.leftBegin < r.leftEnd && r.rightBegin < r.rightEnd && same(r.leftBegin, r.rightBegin)) {
            ++r.leftBegin;
            ++r.rightBegin;
        }
        while (r.leftBegin < r.leftEnd && r.rightBegin < r.rightEnd && same(r.leftEnd - 1, r.rightEnd - 1)) {
            --r.leftEnd;
            --r.rightEnd;
        }
        return r;
    }
    [[nodiscard]] bool same(int x, int y) const
    {
        return m_left[static_cast<std::size_t>(x)] == m_right[static_cast<std::size_t>(y)];
    }

    void add(const Range &r)
    {
        if (r.leftBegin == r.leftEnd && r.rightBegin == r.rightEnd) {
            return;
        }
        if (!m_changes.isEmpty() && m_changes.last().leftEnd == r.leftBegin
            && m_changes.last().rightEnd == r.rightBegin) {
            m_changes.last().leftEnd = r.leftEnd;
            m_changes.last().rightEnd = r.rightEnd;
            return;
        }
        m_changes.append({ r.leftBegin, r.leftEnd, r.rightBegin, r.rightEnd });
    }

    // A point on a shortest path through the range, where the search from the front meets the one from the back. k is the
    // diagonal x - y, d the number of edits, and V[k] how far x gets on a diagonal; all relative to the range, and the search
    // from the back in coordinates of its own that count from the end. A diagonal that has left the range is
    // done. Both sequences are longer than 0 and differ at both ends, so the point is never a corner and both parts need
    // half of the edits: they nest log D deep.
    bool middle(const Range &r, int &splitX, int &splitY)
    {
        const int n = r.leftEnd - r.leftBegin, m = r.rightEnd - r.rightBegin;
        const int most = (n + m + 1) / 2, delta = n - m;
        const bool meetsInFront = delta % 2 != 0;
        std::fill_n(m_forward.begin(), 2 * most + 2, -1);
        std::fill_n(m_backward.begin(), 2 * most + 2, -1);
        const auto fromFront = [&](int x, int y) { return same(r.leftBegin + x, r.rightBegin + y); };
        const auto fromBack = [&](int x, int y) { return same(r.leftEnd - 1 - x, r.rightEnd - 1 - y); };
        Side front { m_forward, most }, back { m_backward, most };
        for (int d = 0; d < most; ++d) {
            for (int k = -d + front.first; k <= d - front.last; k += 2) {
                const int x = advance(front, d, k, n, m, fromFront);
                const int other = x >= 0 && meetsInFront ? back.at(delta - k) : -1;
                if (other >= 0 && x >= n - other) {
                    splitX = r.leftBegin + x;
                    splitY = r.rightBegin + x - k;
                    return true;
                }
            }
            for (int k = -d + back.first; k <= d - back.last; k += 2) {
                const int x = advance(back, d, k, n, m, fromBack);
                const int other = x >= 0 && !meetsInFront ? front.at(delta - k) : -1;
                if (other >= 0 && other >= n - x) {
                    splitX = r.leftBegin + other;
                    splitY = r.rightBegin + other - (delta - k);
                    return true;
                }
            }
            if (m_work < 0) {
                return false;
            }
        }
        return false;
    }

    struct Side { // one of the two searches
        Side(std::vector<int> &values, int zero)
            : reached(values)
            , offset(zero)
        {
            reached[static_cast<std::size_t>(offset + 1)] = 0;
        }
        [[nodiscard]] int at(int k) const
        {
            const int index = offset + k;
            return index >= 0 && index < 2 * offset + 2 ? reached[static_cast<std::size_t>(index)] : -1;
        }
        std::vector<int> &reached;
        int offset; // of diagonal 0
        int first = 0, last = 0; // diagonals at both ends that have left the range
    };

    // One more edit on diagonal k, then everything that is equal. -1 if that leads out of the range.
    template <class Same> int advance(Side &side, int d, int k, int n, int m, const Same &isSame)
    {
        int x = k == -d || (k != d && side.at(k - 1) < side.at(k + 1)) ? side.at(k + 1) : side.at(k - 1) + 1;
        const int before = x;
        while (x < n && x - k < m && isSame(x, x - k)) {
            ++x;
        }
        m_work -= 1 + x - before;
        side.reached[static_cast<std::size_t>(side.offset + k)] = x;
        if (x > n) {
            side.last += 2;
        } else if (x - k > m) {
            side.first += 2;
        } else {
            return x;
        }
        return -1;
    }

    std::span<const int> m_left, m_right;
    qint64 m_work; // steps left
    std::vector<int> m_forward, m_backward;
    QList<Change> m_changes;
};

enum class Letters {
    Word,
    Space,
    Sign,
};

Letters kindOf(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c.isSurrogate() ? Letters::Word
        : c.isSpace()                                           ? Letters::Space
                                                                : Letters::Sign;
}

// Words and runs of spaces whole, signs one by one.
QList<QStringView> words(QStringView line)
{
    QList<QStringView> parts;
    for (qsizetype i = 0; i < line.size();) {
        const Letters kind = kindOf(line[i]);
        qsizetype end = i + 1;
        while (kind != Letters::Sign && end < line.size() && kindOf(line[end]) == kind) {
            ++end;
        }
        parts.append(line.sliced(i, end - i));
        i = end;
    }
    return parts;
}

QList<LineDiff::Stretch> stretches(QStringView line, const QList<QStringView> &parts, const QList<Change> &changes,
    int Change::*begin, int Change::*end)
{
    QList<LineDiff::Stretch> found;
    for (const Change &change : changes) {
        if (change.*begin < change.*end) {
            const QStringView last = parts[change.*end - 1];
            found.append({ static_cast<int>(parts[change.*begin].data() - line.data()),
                static_cast<int>(last.data() + last.size() - line.data()) });
        }
    }
    return found;
}
}

QList<Change> LineDiff::compare(std::span<const int> left, std::span<const int> right, qint64 maxWork)
{
    return Differ(left, right, maxWork).run();
}

LineDiff::Numbered LineDiff::number(const QList<QStringView> &left, const QList<QStringView> &right)
{
    QHash<QStringView, int> numbers;
    const auto numbered = [&numbers](const QList<QStringView> &lines) {
        QList<int> result;
        result.reserve(lines.size());
        for (const QStringView &line : lines) {
            auto known = numbers.constFind(line);
            if (known == numbers.cend()) {
                known = numbers.insert(line, static_cast<int>(numbers.size()));
            }
            result.append(*known);
        }
        return result;
    };
    return { numbered(left), numbered(right) };
}

LineDiff::Within LineDiff::compareLines(QStringView left, QStringView right)
{
    if (left.size() > kMaxLine || right.size() > kMaxLine) {
        return {};
    }
    const QList<QStringView> leftWords = words(left), rightWords = words(right);
    const Numbered numbers = number(leftWords, rightWords);
    const QList<Change> changes = compare(numbers.left, numbers.right, kMaxWork / 100);
    qsizetype changed = 0;
    const Within within { stretches(left, leftWords, changes, &Change::leftBegin, &Change::leftEnd),
        stretches(right, rightWords, changes, &Change::rightBegin, &Change::rightEnd) };
    for (const Stretch &stretch : within.left + within.right) {
        changed += stretch.end - stretch.begin;
    }
    return changed * 3 <= (left.size() + right.size()) * 2 ? within : Within {};
}
