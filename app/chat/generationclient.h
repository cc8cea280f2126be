// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What stands in a GenerationQueue: it wants one answer, and is told of everything that becomes of it. All calls come on the
// GUI thread. It must call GenerationQueue::forget() before it is destroyed.
#pragma once

#include "chat/chatphase.h"
#include "values/generationtypes.h"

class GenerationClient
{
public:
    GenerationClient() = default;
    virtual ~GenerationClient() = default;
    Q_DISABLE_COPY_MOVE(GenerationClient)

    // Its turn has come, with this model.
    [[nodiscard]] virtual ChatRequest request(const QString &modelName, const QString &modelPath) = 0;
    virtual void setPhase(ChatPhase::Phase phase) = 0;
    virtual void addText(const QString &text, const GenerationFigures &soFar) = 0;
    virtual void saveProgress() = 0; // every saveInterval while it is answered
    // Exactly once after submit(), also if it never began. It may submit() again from here.
    virtual void finish(const GenerationOutcome &outcome) = 0;
};
