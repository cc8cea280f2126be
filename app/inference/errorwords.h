// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The engine's error codes in the user's words. The engine's own text (which file, where, found and allowed) is shown
// beside them unchanged.
#pragma once

#include "inference/generationtypes.h"

struct ErrorWords {
    QString title; // what happened
    QString hint; // what to do about it
};

[[nodiscard]] ErrorWords wordsFor(InferenceError::Code code);
