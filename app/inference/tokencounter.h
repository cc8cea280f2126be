// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Counting tokens exactly as the loaded model does, for prices shown before anything is sent.
//
// A counter works on any thread, also while its model generates, and keeps alive what it needs (the vocabulary), so a model
// may be released meanwhile. About 5 MB of text a second. What the model has read already is what it had read when its last
// answer ended; while one is made, that is the state before.
#pragma once

#include <memory>
#include <mutex>

#include <QStringList>

#include "values/generationtypes.h"

struct PromptCount { // tokens
    int tokens = 0;
    int cached = 0; // of them, at the beginning: read already, so an answer would not read them again
    bool operator==(const PromptCount &) const = default;
};

class TokenCounter
{
public:
    virtual ~TokenCounter() = default;
    [[nodiscard]] virtual int countText(const QString &text) const = 0;
    // With what the model's chat format puts around the turns, up to the beginning of the answer.
    [[nodiscard]] virtual PromptCount countPrompt(const QList<ChatTurn> &turns) const = 0;
};

struct TokenCountRequest {
    QList<QList<ChatTurn>> prompts;
    QStringList texts;
};

struct TokenCounts {
    bool known = false; // false: no model is loaded, the lists are empty
    // One for each that was asked.
    QList<PromptCount> prompts;
    QList<int> texts; // tokens
};

// Where the inference thread leaves the counter of the model in use.
class TokenCounterSlot
{
public:
    void set(std::shared_ptr<const TokenCounter> counter)
    {
        const std::scoped_lock lock(m_mutex);
        m_counter = std::move(counter);
    }
    [[nodiscard]] std::shared_ptr<const TokenCounter> get() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_counter;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const TokenCounter> m_counter;
};
