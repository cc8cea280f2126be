// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Counting tokens exactly as the loaded model does, for prices shown before anything is sent.
//
// A counter works on any thread, also while its model generates, and keeps alive what it needs (the vocabulary), so a model
// may be released meanwhile. About 5 MB of text a second.
#pragma once

#include <memory>
#include <mutex>

#include <QStringList>

#include "values/generationtypes.h"

class TokenCounter
{
public:
    virtual ~TokenCounter() = default;
    [[nodiscard]] virtual int countText(const QString &text) const = 0;
    // With what the model's chat format puts around the turns, up to the beginning of the answer.
    [[nodiscard]] virtual int countPrompt(const QList<ChatTurn> &turns) const = 0;
};

struct TokenCountRequest {
    QList<QList<ChatTurn>> prompts;
    QStringList texts;
};

struct TokenCounts {
    bool known = false; // false: no model is loaded, the lists are empty
    QList<int> prompts, texts; // tokens, one for each that was asked
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
