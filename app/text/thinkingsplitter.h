// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Parts what a model thought from what it answers, in a stream: "<think>…</think>" at the very start of an answer, as
// reasoning models write it. Tags anywhere else are text, so an answer may write about them.
//
// The result depends on the text only, not on how it was cut: characters that may yet turn out to be a tag are held back
// (at most kMaxLead of white space, or the length of a tag). Costs O(new text).
#pragma once

#include <functional>

#include <QString>

// An answer without what was thought before it, as models want to be shown their earlier answers (the chat templates of Qwen 3
// and DeepSeek R1 drop it the same way). A thought that was cut off stays: without it there is no answer.
[[nodiscard]] QString withoutThoughts(const QString &answer);

class ThinkingSplitter
{
public:
    static constexpr qsizetype kMaxLead = 64; // characters of white space before the tag

    enum class Piece : quint8 {
        Text,
        Begin, // of thinking; without text
        End,
    };
    using Emit = std::function<void(Piece, QStringView)>;

    void append(QStringView text, const Emit &emit);
    void finish(const Emit &emit); // gives out what was held back; thinking that was cut off has no End

private:
    void begin(const Emit &emit);
    void think(QStringView text, const Emit &emit);

    enum class State : quint8 {
        Before,
        Thinking,
        After,
    };
    State m_state = State::Before;
    QStringView m_end; // the tag that ends it; points to a literal
    QString m_held;
};
