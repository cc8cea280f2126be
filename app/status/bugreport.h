// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a bug report needs to say about the program, the machine and the model, as text to paste. In English whatever the
// language of the window. Contains nothing of the chat, and no path: the model's file name only.
#pragma once

#include <QString>

#include "values/generationtypes.h"

struct BugReport {
    ModelInfo model; // path empty = none
    MemoryFigures memory;
    GenerationFigures figures; // of the last answer
    EngineProfile profile;
    double bandwidth = 0; // GB/s while decoding; 0 = unknown
    QString state; // "Generating"
};

[[nodiscard]] QString bugReportText(const BugReport &report);
