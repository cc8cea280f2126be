// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/thinkingsplitter.h"

#include <algorithm>
#include <utility>

namespace
{
struct Tags {
    QStringView begin, end;
};
// DeepSeek R1, Qwen 3 and most others; some fine-tunes; Magistral.
constexpr Tags kTags[]
    = { { u"<think>", u"</think>" }, { u"<thinking>", u"</thinking>" }, { u"[THINK]", u"[/THINK]" } };

QStringView withoutLead(QStringView text)
{
    const auto first = std::ranges::find_if_not(text, [](QChar c) { return c.isSpace(); });
    return text.sliced(first - text.begin());
}

// Characters at the end of `text` that may be the beginning of `tag`.
qsizetype overlap(QStringView text, QStringView tag)
{
    for (qsizetype n = std::min(text.size(), tag.size() - 1); n > 0; --n) {
        if (tag.startsWith(text.last(n))) {
            return n;
        }
    }
    return 0;
}
}

void ThinkingSplitter::append(QStringView text, const Emit &emit)
{
    switch (m_state) {
    case State::Before:
        m_held += text;
        begin(emit);
        break;
    case State::Thinking:
        think(text, emit);
        break;
    case State::After:
        emit(Piece::Text, text);
        break;
    }
}

void ThinkingSplitter::begin(const Emit &emit)
{
    const QStringView text = withoutLead(m_held);
    const qsizetype lead = m_held.size() - text.size();
    bool undecided = text.isEmpty();
    for (const Tags &tags : kTags) {
        if (lead <= kMaxLead && text.startsWith(tags.begin)) {
            m_state = State::Thinking;
            m_end = tags.end;
            const QString held = std::exchange(m_held, {});
            emit(Piece::Begin, {});
            think(QStringView(held).sliced(lead + tags.begin.size()), emit);
            return;
        }
        undecided = undecided || tags.begin.startsWith(text);
    }
    if (!undecided || lead > kMaxLead) {
        m_state = State::After;
        emit(Piece::Text, std::exchange(m_held, {}));
    }
}

void ThinkingSplitter::think(QStringView text, const Emit &emit)
{
    QString held = std::exchange(m_held, {});
    held += text;
    const qsizetype end = held.indexOf(m_end);
    if (end < 0) {
        const qsizetype kept = overlap(held, m_end);
        m_held = held.last(kept);
        emit(Piece::Text, QStringView(held).chopped(kept));
        return;
    }
    m_state = State::After;
    emit(Piece::Text, QStringView(held).first(end));
    emit(Piece::End, {});
    emit(Piece::Text, QStringView(held).sliced(end + m_end.size()));
}

void ThinkingSplitter::finish(const Emit &emit)
{
    if (!m_held.isEmpty()) {
        m_state = m_state == State::Before ? State::After : m_state;
        emit(Piece::Text, std::exchange(m_held, {}));
    }
}

QString withoutThoughts(const QString &answer)
{
    QString said;
    bool thinking = false, ended = false;
    const auto take = [&](ThinkingSplitter::Piece piece, QStringView text) {
        using Piece = ThinkingSplitter::Piece;
        thinking = piece == Piece::Begin || (thinking && piece == Piece::Text);
        ended = ended || piece == Piece::End;
        if (!thinking) {
            said += text;
        }
    };
    ThinkingSplitter splitter;
    splitter.append(answer, take);
    splitter.finish(take);
    return ended ? withoutLead(said).toString() : answer;
}
