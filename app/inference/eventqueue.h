// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Engine events on their way from its threads to the GUI thread: one locked queue.
//
// push() is for any thread and merges with the newest event where that loses nothing (more text of the same answer, newer
// progress of the same request), so the queue stays short however slowly the GUI drains it. The waker is called for
// events that should not wait for the next flush; it must only post, it runs with the lock held.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <variant>
#include <vector>

#include "values/generationtypes.h"

struct LoadProgressed {
    RequestId id;
    LoadProgress progress;
};
struct Loaded {
    RequestId id;
    ModelInfo info;
};
struct LoadFailed {
    RequestId id;
    InferenceError error;
};
struct Unloaded {
    RequestId id;
};
struct PrefillProgressed {
    RequestId id;
    PrefillProgress progress;
};
struct TextArrived {
    RequestId id;
    QByteArray utf8;
    GenerationFigures soFar;
};
struct Finished {
    RequestId id;
    GenerationOutcome outcome;
};
struct MemorySampled {
    MemoryFigures figures;
};
struct ProfileSampled {
    EngineProfile profile;
};
using EngineEvent = std::variant<LoadProgressed, Loaded, LoadFailed, Unloaded, PrefillProgressed, TextArrived, Finished,
    MemorySampled, ProfileSampled>;

class EventQueue
{
public:
    void setWaker(std::function<void()> waker);
    void push(EngineEvent event);
    // The oldest events with together at most `maxText` bytes of text; a longer text is cut between two characters.
    [[nodiscard]] std::vector<EngineEvent> take(qsizetype maxText);
    [[nodiscard]] bool empty() const;

private:
    mutable std::mutex m_mutex;
    std::deque<EngineEvent> m_events;
    std::function<void()> m_waker;
    bool m_woken = false; // since the last take()
};
