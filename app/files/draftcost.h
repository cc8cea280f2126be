// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What sending the draft will cost: tokens that are new to the model, time to the first token at the speed this machine has
// shown, share of the context. Counted by the model's own tokenizer on a thread of the engine, kDelay after the last
// change and never twice at once, so typing costs nothing here.
//
// The part of the prompt that the model has read already is free, see TokenCounter.
#pragma once

#include <functional>

#include <QObject>
#include <QTimer>
#include <QtQmlIntegration>

#include "inference/tokencounter.h"

class EngineHost;

class DraftCost : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a ComposerController")
    Q_PROPERTY(bool known READ known NOTIFY changed) // the figures below are those of a loaded model and a draft
    Q_PROPERTY(int newTokens READ newTokens NOTIFY changed)
    Q_PROPERTY(int promptTokens READ promptTokens NOTIFY changed) // of the whole chat with the draft
    Q_PROPERTY(int contextSize READ contextSize NOTIFY changed) // tokens
    Q_PROPERTY(double share READ share NOTIFY changed) // of the context, 0..; above 1 it does not fit
    Q_PROPERTY(bool fits READ fits NOTIFY changed) // with room for an answer; true while nothing is known
    Q_PROPERTY(double seconds READ seconds NOTIFY changed) // to the first token; -1 = no speed measured yet
    Q_PROPERTY(QString text READ text NOTIFY changed) // all of it in one line

public:
    static constexpr int kDelay = 200; // ms
    static constexpr int kAnswerRoom = 256; // tokens, less in a small context
    static constexpr int kWorthMeasuring = 32; // new prompt tokens: fewer say little about the speed

    // The turns of a request that would be sent now, the draft last; empty if there is nothing to send.
    using Prompt = std::function<QList<ChatTurn>()>;

    DraftCost(EngineHost &engine, Prompt prompt, QObject *parent = nullptr);

    void invalidate(); // the draft or the chat changed
    [[nodiscard]] bool counting() const; // the figures are those of a moment ago
    void countNow(); // without the delay, if it is counting

    [[nodiscard]] bool known() const;
    [[nodiscard]] int newTokens() const;
    [[nodiscard]] int promptTokens() const;
    [[nodiscard]] int contextSize() const;
    [[nodiscard]] double share() const;
    [[nodiscard]] bool fits() const;
    [[nodiscard]] double seconds() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] int roomForPrompt() const; // tokens

Q_SIGNALS:
    void changed();

private:
    void count();
    void onCounted(RequestId id, const TokenCounts &counts);

    EngineHost &m_engine;
    Prompt m_prompt;
    QTimer m_delay;
    RequestId m_counting = 0;
    bool m_again = false; // something changed while it was counted
    // Figures.
    bool m_known = false;
    int m_promptTokens = 0, m_newTokens = 0, m_contextSize = 0;
    double m_prefill = 0, m_decode = 0; // tokens/s; 0 = not measured yet
};
